"""A letter's head cut into its pieces, and the labelled ones ("Onderwerp", "Uw kenmerk") set apart.

Undoes what converters do to the tables of a letterhead. What the pieces mean is for `letter`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_PIECES = 400
"""Pieces: more than this stands above the first question of no letter."""
LONGEST_PIECE = 4000
"""Characters: no sentence of a letter's head is longer."""

_RULE = re.compile(r"\+(?:[-=:]{3,}\+)+|[-=]{4,}")
_CELL_END = re.compile(r"(?<!\\)\|")
_LABELS = {
    "subject": r"Onderwerp|ONDERWERP|Betreft|BETREFT|Betreffende|Inzake",
    "theirs": (
        r"Uw\s(?:kenmerk|brief\s?\(?(?:en\s)?kenmerk\)?|referentie|brief(?:\s?/\s?kenmerk)?|nummer)"
        r"|UW KENMERK|(?:Zaak|Vraag|Kamervraag)nummers?|Kenmerk\s(?:Tweede\s)?Kamer"
    ),
    "other": (
        r"Datum|DATUM|(?:Ons|Onze)\s(?:kenmerk|referentie)|ONS KENMERK|Kenmerk|Referentie|Contactpersoon"
        r"|Projectnaam|Retouradres|Bezoekadres|Postadres|Inlichtingen(?:\sbij)?|Telefoon|Doorkiesnummer"
        r"|E-mail|Bijlage\(n\)|Bijlagen?(?=\s*(?:\Z|:|\d{1,2}\b|geen|een|één))|Aantal bijlagen"
        r"|Afschrift(?:\saan)?|Directie(?=\s[A-Z])|Directoraat-[Gg]eneraal|Pagina|Auteur"
        r"|Behandeld door|Bij beantwoording|Uw brief van(?=\s*:)"
    ),
}
_KINDS = "|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS.items())
_LABEL = re.compile(rf"(?:{_KINDS})(?![\w-])\s*:?\s*")
_SURE = "|".join(_LABELS.values())
# Inside a piece: a label behind a value, the salutation, what comes below the signature.
_CUT = re.compile(
    rf"(?<![Dd]e)(?<![Hh]et)(?<![Ee]en)(?<!van)(?<![(«“‘\"'])\s(?=(?:{_SURE})(?![\w-])\s?:?\s"
    r"|Geachte\s|Hoogachtend|Met vriendelijke groet|In\s(?:het\s)?antwoord op uw|Hierbij\s)"
    r"|(?<=Hoogachtend,)\s|(?<=Hoogachtend)\s|(?<=vriendelijke groet,)\s"
)
_BELOW = re.compile(
    r"(?<=[.,:;a-zà-ÿ\d])\s(?=(?:Nadere\s)?Antwoord(?:en)?\s"
    r"(?:van\sde\s[mMsS]|op\s(?:de\s)?(?:Kamer|schriftelijke\s)?vragen\s)"
    r"|Beantwoording\s(?:van\s)?(?:de\s)?(?:Kamer|schriftelijke\s)?[vV]ragen\s)"
)
_SMALL_START = re.compile(r"[a-zà-ÿ(]")
_NOT_FOLLOWING = re.compile(r"(?:de|het)\s(?:minister|staatssecretaris)|mede\snamens|w\.g\.", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:van|over|op|aan|inzake|en)\s")
_UNFINISHED = re.compile(r"\b(?:van|over|op|aan)\Z")
_LOOSE_MARKUP = re.compile(r"\A[>#*_•\s]+|[*_\s]+\Z|\{[.#][^}]*\}")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a letter's head."""

    running: tuple[str, ...]
    """Sentences, titles and signatures, in order."""
    subjects: tuple[str, ...]
    """What stands behind "Onderwerp" or "Betreft"."""
    theirs: tuple[str, ...]
    """What stands behind "Uw kenmerk" and the like."""
    labels: int
    """How many labels of a letterhead there are."""


def pieces_of(paragraphs: list[str]) -> Pieces:
    """The pieces of paragraphs above the first question, tables and runs of lines cut up."""
    running: list[str] = []
    values: dict[str, list[str]] = {"subject": [], "theirs": [], "other": []}
    labels = 0
    open_kind: str | None = None
    continues: str | None = None
    for piece in _cut(paragraphs):
        label = _LABEL.match(piece)
        if label:
            labels += 1
            open_kind = label.lastgroup or "other"
            continues = None
            value = piece[label.end() :].strip()
            if value:
                values[open_kind].append(value)
                continues, open_kind = open_kind, None
        elif open_kind:
            values[open_kind].append(piece)
            continues, open_kind = open_kind, None
        elif continues and _SMALL_START.match(piece) and not _NOT_FOLLOWING.match(piece):
            values[continues][-1] += " " + piece
        else:
            continues = None
            running.append(piece)
    return Pieces(tuple(_titles_joined(running)), tuple(values["subject"]), tuple(values["theirs"]), labels)


def _cut(paragraphs: list[str]) -> list[str]:
    pieces: list[str] = []
    for paragraph in paragraphs:
        for cell in _cells(paragraph[: LONGEST_PIECE * 4]):
            for part in _CUT.split(cell):
                pieces.extend(piece.strip()[:LONGEST_PIECE] for piece in _BELOW.split(part) if piece.strip())
        if len(pieces) > MOST_PIECES:
            break
    return pieces[:MOST_PIECES]


def _cells(paragraph: str) -> Iterator[str]:
    """The cells of a table, each line of a drawn one put back where it belongs; else the paragraph."""
    if "|" not in paragraph:
        text = " ".join(_LOOSE_MARKUP.sub("", _RULE.sub(" ", paragraph)).split())
        if text:
            yield text
        return
    drawn = "+--" in paragraph or "+==" in paragraph
    for part in _RULE.split(paragraph):
        cells: list[str] = []
        empty = 0
        for raw in _CELL_END.split(part):
            text = " ".join(_LOOSE_MARKUP.sub("", raw.replace("\\|", "|")).split())
            if not text or not text.strip("-: "):
                empty += 1
                continue
            same_cell = 0 < empty <= 2 or (_SMALL_START.match(text) and not _NOT_FOLLOWING.match(text))
            if drawn and cells and same_cell and not _LABEL.fullmatch(cells[-1]) and not _LABEL.match(text):
                cells[-1] += " " + text
            else:
                cells.append(text)
            empty = 0
        yield from cells


def _titles_joined(pieces: list[str]) -> list[str]:
    """A title broken in two lines ("… op Kamervragen" / "van de leden …") in one piece again."""
    whole: list[str] = []
    for piece in pieces:
        if (
            whole
            and (
                re.match(r"(?:van|over|op|aan|inzake|en)\s", piece)
                or re.search(r"\b(?:van|over|op|aan)\Z", whole[-1])
            )
            and not re.search(r"[.!?;:]\Z", whole[-1])
        ):
            whole[-1] += " " + piece
        else:
            whole.append(piece)
    return whole
