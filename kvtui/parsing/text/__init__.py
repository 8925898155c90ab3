"""Running text: words separated, lines joined, emphasis placed."""
