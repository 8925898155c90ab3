"""The widgets of the reader: all on Textual's line API, drawing only what shows."""
