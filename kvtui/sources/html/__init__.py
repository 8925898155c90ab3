"""HTML pages: saved from a browser, or written by a converter."""
