"""Numbers of documents in every form in which they are typed or pasted, as identifiers.

`1059` · `2023-2024/1059` · `ah-tk-20232024-1059` · `232401059` · `2024Z01234` · an address. Whether there
is such a document is for `catalogue`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote

from kvtui.library.naming import cited_name
from kvtui.library.query.dates import session_of

_DASH: Final = r"\s?[-–‑_/]\s?"
_PUBLISHED: Final = re.compile(
    rf"(?<![0-9a-z])(?P<series>ah|kv|h|kst|blg|stb|stcrt){_DASH}"
    rf"(?P<rest>[0-9a-z]+(?:\s?[-–‑]\s?[0-9a-z()]+)*)",
    re.IGNORECASE | re.ASCII,
)
_CASE: Final = re.compile(
    r"(?<![0-9a-z])(?P<year>(?:19|20)\d\d)\s?(?P<letter>[zd])\s?(?P<number>\d{5})(?![0-9])",
    re.IGNORECASE | re.ASCII,
)
_OF_SESSION: Final = re.compile(
    r"(?:vergaderjaar\s*)?(?:(?P<session>\d{4}\s?[-–‑/]\s?\d{4}|\d{4}\s?[-–‑/]\s?\d\d|\d{8})\s*[-–‑/,:\s]\s*"
    r"|(?P<short>\d\d[-–‑]\d\d)(?:\s*[/,:]\s*|\s+(?=n)))"  # "01-02-2024" is a date
    r"(?:aanhangsel\s*)?(?:nr\.?|no\.?|nummer)?\s*(?P<number>\d{1,5})",
    re.IGNORECASE | re.ASCII,
)
_OF_CHAMBER: Final = re.compile(r"(?P<first>\d\d)(?P<second>\d\d)(?P<number>\d{5})", re.ASCII)
_BARE: Final = re.compile(
    r"(?:ah|nr\.?|no\.?|nummer|aanhangsel)?\s*(?P<number>\d{1,5})\.?", re.IGNORECASE | re.ASCII
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\S+\.(?:nl|overheid)/\S+", re.IGNORECASE)
_FILE_ENDING: Final = re.compile(r"\.(?:html|pdf|xml|odt|docx|txt|md)\Z", re.IGNORECASE)
_DOSSIER_DIGITS: Final = 5
_SESSIONS: Final = range(1990, 2100)
_LONGEST: Final = 2000
"""Characters: a longer text is no number and no address."""


def identifiers_of(text: str) -> tuple[str, ...]:
    """The publications that a text may be the number of, the likeliest first; empty where it is none.

    Gives identifiers as the model has them ("ah-tk-20232024-1059", "kv-tk-2024Z18442", "2024Z01234"), or a
    bare "1059" where no session year is known. The whole text must be the number; an address may hold it.
    """
    typed = text.strip().strip("\"'„“”«»<>").strip()
    if not typed or len(typed) > _LONGEST:
        return ()
    if _ADDRESS.fullmatch(typed):
        return _of_address(unquote(typed))
    found = _of_typed(_FILE_ENDING.sub("", typed))
    return (found,) if found else ()


def with_any_session(number: str) -> tuple[str, ...]:
    """The identifiers that a bare number of an answer has in one session year or another."""
    return tuple(f"ah-tk-{year}{year + 1}-{number}" for year in _SESSIONS)


def number_with_any_session(identifiers: Sequence[str]) -> str | None:
    """The number of which these are `with_any_session`; None for any others."""
    number = identifiers[-1].rpartition("-")[2] if identifiers else ""
    return number if tuple(identifiers) == with_any_session(number) else None


def _of_typed(typed: str) -> str | None:
    if found := _PUBLISHED.fullmatch(typed):
        return _published(found)
    if found := _CASE.fullmatch(typed):
        return _case(found)
    if found := _OF_SESSION.fullmatch(typed):
        return _answer(session_of(found["session"] or found["short"]), found["number"])
    if found := _OF_CHAMBER.fullmatch(typed):
        return _answer(session_of(f"{found['first']}-{found['second']}"), found["number"])
    if found := _BARE.fullmatch(typed):
        return found["number"].lstrip("0") or None
    return None


def _of_address(address: str) -> tuple[str, ...]:
    """The publications named in an address, the last part of its path first: that is the page itself."""
    published = [name for found in _PUBLISHED.finditer(address) if (name := _published(found))]
    cases = [_case(found) for found in _CASE.finditer(address)]
    return tuple(dict.fromkeys((*reversed(published), *cases)))


def _published(found: re.Match[str]) -> str | None:
    """`ah-tk-20232024-1059` in any case and with any dashes; None for what has not such a form."""
    series = found["series"].lower()
    rest = re.sub(r"\s?[-–‑]\s?", "-", found["rest"]).lower()
    if series in ("ah", "kv", "h"):
        if not re.fullmatch(r"(?:(?:tk|ek)-)?\d[0-9a-z]*(?:-[0-9a-z]+)*", rest, re.ASCII):
            return None
        return f"{series}-{re.sub(r'(?<=[0-9])z(?=[0-9])', 'Z', rest)}"
    if not rest[0].isdigit():
        return None
    if series == "kst":
        rest = re.sub(r"(?<=-)[ivxr]+\d*(?=-)", lambda letters: letters[0].upper(), rest)
    return f"{series}-{rest}"


def _case(found: re.Match[str]) -> str:
    return f"{found['year']}{found['letter'].upper()}{found['number']}"


def _answer(session: str | None, number: str) -> str | None:
    """The identifier of a number of a session year; None where there is no such year or number."""
    plain = number.lstrip("0")
    return f"ah-tk-{session.replace('-', '')}-{plain}" if session and plain else None


def cited_identifiers(text: str) -> tuple[str, ...]:
    """As `identifiers_of`, and for what else a document may cite: "36410-74", "36 410, nr. 74", an ECLI.

    Gives the names that are one for all prints, and for a case and its questions. A bare number gives the
    identifiers of all session years, one of five digits a dossier of Kamerstukken.
    """
    return tuple(dict.fromkeys(map(cited_name, _cited(text))))


def _cited(text: str) -> tuple[str, ...]:
    found = identifiers_of(text)
    if len(found) == 1 and found[0].isdigit():
        return with_any_session(found[0]) if len(found[0]) < _DOSSIER_DIGITS else (f"kst-{found[0]}",)
    if found or len(text) > _LONGEST:
        return found
    from kvtui.parsing.references.found import Claims
    from kvtui.parsing.references.identifiers import find_identifiers
    from kvtui.parsing.references.kamerstukken import find_kamerstukken

    named = text if "kamerstuk" in text.lower() else f"Kamerstuk {text}"
    cited = (*find_identifiers(text), *find_kamerstukken(named, Claims()))
    return tuple(str(target) for one in cited for target in one.targets)
