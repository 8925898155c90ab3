"""Footnote definitions: at the foot of a page, or together behind the last block.

Takes the notes that the format knows; else finds them by the run of their numbers, which goes on
through the whole document. Their marks in the text are for `marks`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kvtui.parsing.headings.finding import is_heading_alone, opens_heading
from kvtui.parsing.notes.end_notes import DOTTED, ROUND, SQUARE, Opening, cut_apart, end_notes
from kvtui.parsing.rows import Joint, Row
from kvtui.parsing.text.paragraphs import Layout, Paragraph, paragraphs_of
from kvtui.sources import Role

_TEXT = (
    r"[A-ZÀ-Þ«‘’“”\"'(\[*]|https?:|www\.|[a-z0-9-]+\.(?:nl|com|org|eu|net|info)\b"
    r"|(?:zie|idem|ibid|bijv|vgl|d\.d|o\.a|bron|motie)\b|(?:de|het)\s[A-ZÀ-Þ]"
)
# "3artikel 12 van de Wet": a mark fast before a word, but no "1ste", "12jarige" or "30km".
_WORD = r"(?!(?:ste|jarig|dubbel|delig|daags|uur|km|mln|mrd|kg)\w*\b)[a-zà-ÿ]{3,}\s"
_OPENS = re.compile(_TEXT)
_DEFINITION = re.compile(
    rf"(?:\[(?P<square>\d{{1,3}})\s?\]:?|(?P<mark>\d{{1,3}}))(?:\s?(?P<opens>(?={_TEXT}))|\s(?=[a-z0-9€$])|(?={_WORD}))"
)
# "22023 Annual report", "32024Z15585", "31,92%": a mark fast before a year or an amount.
_GLUED_DIGITS = re.compile(r"\d{1,2}?(?=(?:19|20)\d\d(?:\D|\Z)|\d{1,2},\d)")
# A number that may be a mark: not inside a decimal, a year or an amount.
_MARK = re.compile(
    r"(?<!\d)(?:(?<!\d[.,])|(?<=(?:19|20)\d\d[.,]))\d{1,3}(?:\s?(?:,|en|\s)\s?\d{1,3})*(?![\d%])(?![.,]\d)"
)
_FAST_MARK = re.compile(
    r"(?<=[a-zà-ÿ.?!:;,»”’)\[%])(?:(?<!\d[.,])|(?<=(?:19|20)\d\d[.,]))\d{1,3}(?:,\s?\d{1,3}(?!\d))*(?=[\s.,;:?!»”)\]]|\Z)|\A\d{1,3}(?=\s[A-ZÀ-Þ]|[.,»]\s|\Z)"
)
_NAMES_A_SOURCE = re.compile(
    r"(?:19|20)\d\d|https?:|www\.|\.nl\b|Kamerstuk|Aanhangsel|Handelingen|Stb\.|Stcrt\.|ECLI|«|Zie\s|Motie|Bijlage",
    re.IGNORECASE,
)
_CITATION = re.compile(r"\s?(?:Kamerstuk(?:ken)?|Aanhangsel|Handelingen|Stb\.|Stcrt\.|ECLI:|https?:)\s?\S")
_TRIES = 12
_LOST = 8
"""Definitions in a row that a converter may have lost."""
_UNFINISHED = re.compile(r"[^.?!)»”’]\Z")
_CONTINUING = "abcdefghijklmnopqrstuvwxyz0123456789«‘“(&"
_ANSWERS = re.compile(r"Antwoord(?:en)?\s?:?\Z")
_TOLD = re.compile(r"\[\s?(?:\d{1,3}|[a-z*†]{1,3})\s?\]")
_RULES = "_-–—=*"
_RULE = re.compile(r"[_\-–—=*]{5,}\Z")


@dataclass(frozen=True, slots=True)
class Definition:
    """A footnote: its mark as printed, and its text."""

    printed: Row
    paragraphs: list[Paragraph]
    mark: str
    """Without brackets; "1)" where the document has another note 1."""

    @property
    def text(self) -> str:
        """The paragraphs, each on a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Separated:
    """The rows of the running text, and the footnotes that stood among them."""

    rows: list[Row]
    footnotes: list[Definition]
    round_marks: bool = False
    """Whether the marks are printed "1)"."""
    told: frozenset[str] = frozenset()
    """The marks of the notes that the format knows."""


def take_footnotes(rows: list[Row], layout: Layout) -> Separated:
    """The rows without footnote definitions, and the definitions in order."""
    rows = list(cut_apart(rows))
    if any(row.role is Role.NOTE or row.opens for row in rows):
        return _with_typed_notes(_separate_told(rows, layout), layout)
    for form in (SQUARE, ROUND, DOTTED):
        openings = end_notes(rows, form)
        if openings:
            found = replace(_separate(rows, openings, layout), round_marks=form is not SQUARE)
            return _with_both_forms(found, layout) if form is SQUARE else found
    openings = []
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and rows[end].page == rows[start].page:
            end += 1
        openings.extend(_on_page(rows, start, end, openings[-1].number + 1 if openings else 1))
        start = end
    return _separate(rows, openings, layout)


def _on_page(rows: list[Row], start: int, end: int, expected: int) -> list[Opening]:
    """The definitions of one page: the lowest run of numbers on it that goes on from the page before."""
    candidates: list[Opening] = []
    for index in range(start, end):
        opening = _opening(rows, index, end)
        if opening and expected <= opening.number < expected + 100:
            candidates.append(opening)
    for last in reversed(range(max(0, len(candidates) - _TRIES), len(candidates))):
        run = _run_up_from(candidates, last, expected)
        if run and _is_sound(rows, range(start, end), run, expected):
            return run
    return []


def _opening(rows: list[Row], index: int, end: int) -> Opening | None:
    """The definition that a row may open: a mark and its text, or a mark alone above its text."""
    text = rows[index].text
    if not (text[:1].isdecimal() or text.startswith("[")) or rows[index].joint < Joint.SPACE:
        return None
    glued = _GLUED_DIGITS.match(text)
    if glued:
        return Opening(index, int(glued[0]), glued.end(), False)
    found = _DEFINITION.match(text)
    if found and not opens_heading(text[found.end() :]):
        return Opening(index, int(found["mark"] or found["square"]), found.end(), found["opens"] is not None)
    if len(text) > 3 or not text.isdecimal() or index + 1 >= end or rows[index + 1].page != rows[index].page:
        return None
    below = rows[index + 1].text
    if opens_heading(below):
        return None
    return Opening(index, int(text), len(text), _OPENS.match(below) is not None)


def _run_up_from(candidates: list[Opening], last: int, expected: int) -> list[Opening]:
    """The candidates that count down from the last one, going up the page, to the first expected."""
    run = [candidates[last]]
    for found in reversed(candidates[:last]):
        if run[-1].number == expected:
            break
        if found.number == run[-1].number - 1:
            run.append(found)
    return run[::-1]


def _is_sound(rows: list[Row], page: range, run: list[Opening], expected: int) -> bool:
    """Whether a run is one of definitions: it opens like one, nothing cuts it, its marks stand above."""
    first = run[0]
    if first.number > expected + _LOST or (not first.certain and first.number != expected):
        return False
    if first.row > page.start and _ANSWERS.match(rows[first.row - 1].text):
        # old sets answer by number under one heading
        return False
    if any(is_heading_alone(rows[index].text) for index in range(first.row, run[-1].row)):
        return False
    if any(rows[found.row].joint <= Joint.SPACE for found in run) and not _closes_page(rows, page, run):
        return False
    if first.number == expected and all(_cites(rows, found) for found in run):
        # its mark may be lost in a number: "het Capaciteitsplan 2024–20272"
        return True
    above = rows[max(0, page.start - 3) : first.row]
    if first.number == expected and len(run) > 2 and _mostly_marked(run, above):
        # one mark among many may be lost
        return True
    return all(
        _is_marked(found.number, _MARK if found.certain and found.number == expected else _FAST_MARK, above)
        for found in run
        if found is first or not found.certain
    )


def _mostly_marked(run: list[Opening], above: list[Row]) -> bool:
    """Whether the marks of two definitions in three stand in the text, fast behind a word."""
    return 3 * sum(_is_marked(found.number, _FAST_MARK, above) for found in run) >= 2 * len(run)


def _cites(rows: list[Row], opening: Opening) -> bool:
    """Whether a definition is a citation and nothing else could be."""
    return _CITATION.match(rows[opening.row].text, opening.begin) is not None


def _closes_page(rows: list[Row], page: range, run: list[Opening]) -> bool:
    """Whether a run inside a long line names sources and goes on to the end of its page."""
    if any(opens_heading(rows[index].text) for index in range(run[0].row, page.stop)):
        return False
    above = rows[max(0, page.start - 3) : run[0].row]
    return all(
        _NAMES_A_SOURCE.search(rows[found.row].text, found.begin, found.begin + 200)
        or _is_marked(found.number, _FAST_MARK, above)
        for found in run
    )


def _is_marked(number: int, form: re.Pattern[str], rows: list[Row]) -> bool:
    """Whether a mark with that number stands in the rows, in that form."""
    digits = str(number)
    return any(
        digits in re.findall(r"\d+", found[0])
        for row in rows
        if digits in row.text
        for found in form.finditer(row.text)
    )


def _separate(rows: list[Row], openings: list[Opening], layout: Layout) -> Separated:
    """Cuts the definitions out; each runs to the next one, a blank line, a page's end or a heading."""
    if not openings:
        return Separated(rows, [])
    kept: list[Row] = []
    footnotes: list[Definition] = []
    opens = {found.row: found for found in openings}
    taken: list[Row] = []
    broken = False
    for index, row in enumerate(rows):
        opening = opens.get(index)
        if opening is None and taken and _goes_on(row, taken):
            taken.append(row)
            continue
        if taken:
            footnotes.append(_definition(taken, layout))
            taken = []
            broken = True
        if opening is not None:
            taken = [*row.split(opening.begin, Joint.LINE)]
        elif row.text[:1] not in _RULES or not _RULE.match(row.text):
            kept.append(replace(row, joint=Joint.PAGE) if broken and row.joint < Joint.PAGE else row)
            broken = False
    if taken:
        footnotes.append(_definition(taken, layout))
    return Separated(kept, footnotes)


def _separate_told(rows: list[Row], layout: Layout) -> Separated:
    """The same where the format knows which lines are of notes; a note may go on on the next page."""
    kept: list[Row] = []
    notes: list[list[Row]] = []
    broken = False
    for row in rows:
        opening = _TOLD.match(row.text) if row.role is Role.NOTE else None
        if opening:
            notes.append([*row.split(opening.end(), Joint.LINE)])
        elif row.role is Role.NOTE and notes:
            notes[-1].append(row)
        else:
            kept.append(replace(row, joint=Joint.PAGE) if broken and row.joint < Joint.PAGE else row)
        broken = row.role is Role.NOTE
    definitions = [_definition(note, layout) for note in notes]
    return Separated(kept, definitions, told=frozenset(note.mark for note in definitions))


def _goes_on(row: Row, taken: list[Row]) -> bool:
    """Whether a row belongs to the definition before it; behind a blank line only to finish its sentence."""
    text = next((line.text for line in reversed(taken[1:]) if line.text), "")
    if len(taken) > 60 or opens_heading(row.text) or row.text.startswith("Toelichting:"):
        return False
    if row.joint < Joint.BLANK or not text:
        return True
    return row.joint is Joint.BLANK and _UNFINISHED.search(text) is not None and row.text[:1] in _CONTINUING


def _with_typed_notes(told: Separated, layout: Layout) -> Separated:
    """The notes that the format knows, and those typed by hand at the end: "1) Pointer, …"."""
    for form in (SQUARE, ROUND, DOTTED):
        openings = end_notes(told.rows, form)
        if openings:
            typed = _separate(told.rows, openings, layout)
            named = [replace(n, mark=f"{n.mark})") if n.mark in told.told else n for n in typed.footnotes]
            return Separated(typed.rows, [*told.footnotes, *named], form is not SQUARE, told.told)
    return told


def _with_both_forms(squares: Separated, layout: Layout) -> Separated:
    """Notes in square brackets, which a converter made of the format's own, and those typed by hand."""
    if not end_notes(squares.rows, ROUND):
        return squares
    return _with_typed_notes(
        replace(squares, told=frozenset(note.mark for note in squares.footnotes)), layout
    )


def _definition(rows: list[Row], layout: Layout) -> Definition:
    """A definition from its mark's row and the rows of its text."""
    mark = re.sub(r"\W", "", rows[0].text)
    return Definition(rows[0], paragraphs_of([row for row in rows[1:] if row.text], layout), mark)
