"""Bookmarks, positions and settings: what the reader made."""
