"""The reader's screen, tried with keys and mouse as a reader would."""
