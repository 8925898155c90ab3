"""The reader's screen and its dialogs; a dialog is imported when it is first opened."""
