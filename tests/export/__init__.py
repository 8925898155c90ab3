"""JSON, Markdown, text and citations."""
