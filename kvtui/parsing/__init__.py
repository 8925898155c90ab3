"""The Dutch of Kamervragen: lines in, a Document out.

Recognises by words and sequence, never by looks alone; knows no file format and does no I/O.
"""

from kvtui.parsing.document import parse

__all__ = ["parse"]
