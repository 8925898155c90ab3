"""What goes wrong with a file, as one line for its reader."""

from __future__ import annotations


class SourceError(Exception):
    """A file that cannot be read as a document; the message is one line for the reader."""
