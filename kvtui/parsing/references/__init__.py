"""Finds what the texts of a document refer to: its own questions, other publications, web addresses.

The parser calls `find_references`; `find_in_text` does one text. Whether a target can be reached is asked
in `kvtui.library.links.resolving`.
"""

from kvtui.parsing.references.carried import with_carried_questions
from kvtui.parsing.references.context import Context, Facts
from kvtui.parsing.references.finder import find_in_text, find_references
from kvtui.parsing.references.found import Found

__all__ = ["Context", "Facts", "Found", "find_in_text", "find_references", "with_carried_questions"]
