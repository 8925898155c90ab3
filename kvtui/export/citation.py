"""How a document, question or answer is cited in Dutch legal and political writing.

The form is that of the Leidraad voor juridische auteurs and of Aanwijzing 3.43 voor de regelgeving:
`Aanhangsel Handelingen II 2023/24, nr. 1059`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from kvtui.model import Document, DocumentKind, TextPart

_PART_WORDS = {
    TextPart.QUESTION: ("vraag", "vragen"),
    TextPart.ANSWER: ("antwoord op vraag", "antwoord op vragen"),
    TextPart.NOTE: ("toelichting", "toelichting"),
    TextPart.NOTICE: ("mededeling", "mededeling"),
    TextPart.FOOTNOTE: ("noot", "noten"),
}


def cite(document: Document, part: TextPart | None = None, numbers: Sequence[int | str] = ()) -> str:
    """The citation of a document, or of the part of it with those question numbers (or footnote marks).

    A document without number is cited by its case number, else its identifier, else its file's name.
    """
    words = _PART_WORDS.get(part) if part is not None else None
    if words is None:
        return cite_document(document)
    place = words[len(numbers) > 1]
    if numbers and part not in (TextPart.NOTE, TextPart.NOTICE):
        place += f" {_listed(numbers)}"
    return f"{cite_document(document)}, {place}"


def cite_document(document: Document) -> str:
    """The citation of the whole document."""
    if document.number and document.session_year:
        chamber = "I" if (document.identifier or "").startswith("ah-ek") else "II"
        year = short_session_year(document.session_year)
        return f"Aanhangsel Handelingen {chamber} {year}, nr. {document.number}"
    if document.case_number:
        without = " zonder antwoord" if document.kind is DocumentKind.QUESTIONS else ""
        return f"Kamervragen{without} {document.case_number}"
    if document.identifier:
        return document.identifier
    path = document.source.path
    return _shown_name(path) if path else "(document without number)"


def _shown_name(path: str) -> str:
    """The file's name; what in it would drive a terminal or is no character shows as "�"."""
    name = PurePath(path).name
    return "".join(sign if sign.isprintable() else "�" for sign in name)


def short_session_year(session_year: str) -> str:
    """`2023-2024` as `2023/24`; the turn of the century in full, `1999/2000`."""
    first, _, second = session_year.partition("-")
    return f"{first}/{second[2:] if first[:2] == second[:2] else second}" if second else first


def _listed(numbers: Sequence[int | str]) -> str:
    """`3`, `2 en 3`, `2 t/m 6` for three or more in a row, `1, 3 en 4`."""
    whole = [number for number in numbers if isinstance(number, int)]
    if len(whole) == len(numbers) > 2 and whole == list(range(whole[0], whole[0] + len(whole))):
        return f"{whole[0]} t/m {whole[-1]}"
    words = [str(number) for number in numbers]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"
