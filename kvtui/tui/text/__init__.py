"""What the panes say, as plain values: a `Document` becomes blocks of text with links. No Textual here."""
