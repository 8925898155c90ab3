"""What the reader made and chose: bookmarks, positions, settings, and where on the disk they live.

Kept in SQLite in the user data directory and never risked; settings are a TOML file that only
the reader writes. Nothing here knows how a document is parsed or shown.
"""
