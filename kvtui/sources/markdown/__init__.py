"""Markdown as converters write it."""
