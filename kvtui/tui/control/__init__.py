"""What the commands do: each module one kind of thing, on the panes of the reader's screen."""
