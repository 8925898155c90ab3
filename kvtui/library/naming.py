"""Names that mean the same publication: its reprint, the case number of a publication of questions."""

from __future__ import annotations

import re
from typing import Final

REPRINTS: Final = ("-h1", "-n1")
"""What may stand behind the identifier of the first print."""

_REPRINT: Final = re.compile(r"-[hn]\d+\Z")
_CASE: Final = re.compile(r"\d{4}Z\d{5}", re.IGNORECASE | re.ASCII)
_QUESTIONS_OF_CASE: Final = re.compile(rf"kv-(?:tk-)?(?P<case>{_CASE.pattern})", re.IGNORECASE | re.ASCII)


def first_print_of(identifier: str) -> str:
    """`ah-tk-20232024-1059-h1` -> `ah-tk-20232024-1059`: the number of which it is a reprint (herdruk)."""
    return _REPRINT.sub("", identifier)


def case_of(identifier: str) -> str | None:
    """`kv-tk-2024Z14250` -> `2024Z14250`: the case number of the publication of questions, if it is one."""
    found = _QUESTIONS_OF_CASE.fullmatch(identifier)
    return found["case"].upper() if found else None


def names_a_case(identifier: str) -> bool:
    """Whether it is a case number (zaaknummer), or the publication of the questions of a case."""
    return _CASE.fullmatch(identifier) is not None or case_of(identifier) is not None


def cited_name(identifier: str) -> str:
    """The one name for all by which a publication may be cited: of the first print, or of the case."""
    return first_print_of(case_of(identifier) or identifier)
