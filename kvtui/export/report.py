"""How a document was read, as a text to paste in a report of a mistake.

Pure: what is known of the file and the outcome of each reference come from outside. Nothing in it
tells where the file lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kvtui.export.source import number_list, repair_counts
from kvtui.export.wrapping import columns
from kvtui.model import Document, Reference, ReferenceKind
from kvtui.parsing.explaining import Explanation, Fate

_LONGEST = 40
"""Columns of words from the document: enough to find the place."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of a file and of the program that read it."""

    name: str
    """Without its folder."""
    content: str
    """Its size and the beginning of its SHA-256: "6,144 bytes · sha256 4df024ebc16f"; empty if not known."""
    versions: tuple[str, ...]
    """Of kvtui, of Python, of the library that reads the format: "kvtui 0.1.0"."""


Outcome = Callable[[Reference], str]
"""Says in words what became of a reference."""


def report_text(explanation: Explanation, file: FileFacts, outcome: Outcome) -> str:
    """The report: sections of aligned lines, a blank line between them."""
    sections = [
        _file(explanation, file),
        _facts(explanation.document),
        _lines(explanation),
        _headings(explanation),
        _references(explanation.document, outcome),
        _repairs(explanation),
        _warnings(explanation.document),
    ]
    return "\n\n".join("\n".join(lines) for lines in sections) + "\n"


def failure_text(file: FileFacts, format: str | None, reason: str) -> str:
    """The report on a file that cannot be read: its format, None for none that is known, and why."""
    rows = [*_file_rows(file, format or "none that kvtui reads"), ("not read", reason)]
    return "\n".join(_titled(file.name, _table(rows))) + "\n"


def _file(explanation: Explanation, file: FileFacts) -> list[str]:
    lines = explanation.lines
    pages = lines[-1].page + 1 if lines else 0
    document = explanation.document
    return _titled(
        file.name,
        _table([
            *_file_rows(file, str(document.source.format)),
            ("length", f"{_count(pages, 'page')} · {_count(len(lines), 'line')}"),
        ]),
    )  # fmt: skip


def _file_rows(file: FileFacts, format: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("read by", " · ".join(file.versions))]
    if file.content:
        rows += [
            ("file", file.content),
            ("format", f"{format}, by the content; the name ends in {_suffix(file.name)}"),
        ]
    return rows


def _suffix(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return dot + suffix if stem else "nothing"


def _facts(document: Document) -> list[str]:
    def people(who: Sequence[object]) -> str:
        return "; ".join(_fields(one) for one in who)

    header = [
        ("kind", document.kind.value),
        ("identifier", document.identifier),
        ("number", document.number),
        ("session year", document.session_year),
        ("case number", document.case_number),
        ("subject", _cut(document.subject or "", 2 * _LONGEST)),
        ("submitted", document.submitted),
        ("received", document.received),
        ("askers", people(document.askers)),
        ("addressees", people(document.addressees)),
        ("respondents", people(document.respondents)),
        ("on behalf of", people(document.on_behalf_of)),
        ("metadata", _metadata(document)),
    ]
    return _titled("header", _table([(name, str(value or "–")) for name, value in header]))


def _fields(one: object) -> str:
    """The fields of an asker or minister that are there, in the model's order."""
    values = (getattr(one, name, None) for name in ("office", "name", "party", "portfolio"))
    return ", ".join(value for value in values if value)


def _metadata(document: Document) -> str:
    names = dict.fromkeys(name for name, _ in document.source.metadata)
    return _cut(f"{len(names)}: {', '.join(names)}", 2 * _LONGEST) if names else ""


def _lines(explanation: Explanation) -> list[str]:
    counts: Counter[Fate | None] = Counter()
    for line in explanation.lines:
        counts.update({piece.fate for piece in line.pieces} or (None,))
    rows = [(fate.value if fate else "blank", f"{counts[fate]:>5}") for fate in (*Fate, None) if counts[fate]]
    return _titled("lines of each part (a line can be of several)", _table(rows))


def _headings(explanation: Explanation) -> list[str]:
    rows = [
        (
            f"line {heading.line + 1}" if heading.line >= 0 else "no line",
            f"{heading.part.value} {number_list(heading.numbers)}".rstrip(),
            heading.rule.value,
            _cut(heading.text or ""),
        )
        for heading in explanation.headings
    ]
    return _titled(f"headings: {len(rows)}", _table(rows))


def _references(document: Document, outcome: Outcome) -> list[str]:
    marks = [one for one in document.references if one.kind is ReferenceKind.FOOTNOTE]
    others = [one for one in document.references if one.kind is not ReferenceKind.FOOTNOTE]
    rows = [
        (
            f"{one.part.value} {number_list(one.numbers)}".rstrip(),
            _cut(f"“{one.text}”"),
            one.kind.value if one.certain else f"{one.kind.value}, inferred",
            _cut(", ".join(map(str, one.targets)) or "–"),
            outcome(one),
        )
        for one in others
    ]
    title = f"references: {len(others)}, and {_count(len(marks), 'footnote mark')}"
    lost = [
        ("", f"mark {one.text}", one.kind.value, "", outcome(one)) for one in marks if _is_lost(document, one)
    ]
    return _titled(title, _table([*rows, *lost]))


def _is_lost(document: Document, mark: Reference) -> bool:
    return not any(document.footnote(str(target)) for target in mark.targets)


def _repairs(explanation: Explanation) -> list[str]:
    counts = repair_counts(explanation)
    rows = [(kind.value, f"{count:>5}") for kind, count in counts.items()]
    return _titled(f"repairs: {sum(counts.values())}", _table(rows))


def _warnings(document: Document) -> list[str]:
    return _titled(f"warnings: {len(document.warnings)}", [f"  {words}" for words in document.warnings])


def _titled(title: str, lines: Sequence[str]) -> list[str]:
    return [title, *lines]


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Rows with their columns under each other, indented."""
    widths = [max(map(columns, cells)) for cells in zip(*rows, strict=True)]
    return ["  " + "  ".join(_padded(row, widths)).rstrip() for row in rows]


def _padded(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for cell, width in zip(row, widths, strict=True):
        yield cell + " " * (width - columns(cell))


def _cut(words: str, length: int = _LONGEST) -> str:
    return words if len(words) <= length else words[: length - 1] + "…"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
