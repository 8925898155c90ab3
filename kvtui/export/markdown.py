"""A document as Markdown to hand on: answers under their questions, links and footnotes that work.

Headings are in Dutch, as in print. The text of the document is escaped, so that none of it is
taken for markup.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kvtui.export.citation import cite_document
from kvtui.export.marked import Block, Look, Marked, Table, mark
from kvtui.export.shapes import Shape, marker_of, runs
from kvtui.model import Document, DocumentKind, Reference, ReferenceKind, Style, TextPart, official_url
from kvtui.model.pairs import pairs

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")
_ITEM = re.compile(r"([•-]|(?P<number>\d{1,3})[.)])\s+(?=\S)")
_BULLETS = {"•": "*"}
_STROKE = re.compile(r"(?<!\\)\|")
_BLOCK_START = re.compile(r"(?P<space>\s*)(?P<mark>[-+=#]|\d{1,9}(?=[.)](?:\s|$)))")


def to_markdown(document: Document) -> str:
    """The whole document (CommonMark, with GitHub's footnotes and heading anchors)."""
    marked = mark(document, _look(document))
    blocks = _head(document)
    blocks += _blocks(marked, (TextPart.HEADER, ()), marked.header())
    for pair in pairs(document):
        for question in pair.questions:
            blocks.append(f"## Vraag {question.number}")
            blocks += _blocks(marked, (TextPart.QUESTION, (question.number,)), question.paragraphs)
        for answer in pair.answers:
            blocks.append(f"### {escaped(answer.heading or 'Antwoord ' + _listed(answer.numbers))}")
            blocks += _blocks(marked, (TextPart.ANSWER, answer.numbers), answer.paragraphs)
        if not pair.answers and document.kind is DocumentKind.ANSWER:
            blocks.append("*(geen antwoord in dit document)*")
    if document.notice is not None:
        blocks.append(f"## {escaped(document.notice.heading or 'Mededeling')}")
        blocks += _blocks(marked, (TextPart.NOTICE, ()), document.notice.paragraphs)
    if document.explanatory_note is not None:
        blocks.append(f"## {escaped(document.explanatory_note.heading or 'Toelichting')}")
        blocks += _blocks(marked, (TextPart.NOTE, ()), document.explanatory_note.paragraphs)
    blocks += _blocks(marked, (None, ()), document.unplaced)
    for index, footnote in enumerate(document.footnotes):
        blocks.append(f"[^{_label(footnote.mark)}]: {marked.footnote(index)}")
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Text of a document within a paragraph: its asterisks and brackets are not markup."""
    return _SPECIAL.sub(r"\\\1", text)


def _head(document: Document) -> list[str]:
    name = cite_document(document)
    lines = [f"# {escaped(document.subject or name)}"]
    names = [escaped(name)] if document.subject else []
    if document.identifier:
        url = official_url(document.identifier)
        label = escaped(document.identifier)
        names.append(f"[{label}]({url})" if url else label)
    return lines + ([" · ".join(names)] if names else [])


def _blocks(marked: Marked, block: Block, texts: Sequence[str]) -> list[str]:
    """The paragraphs of a part: tables and lists as such, everything else as it stands."""
    blocks: list[str] = []
    for run in runs(texts):
        if run.shape is Shape.ROW:
            blocks.append(_table(marked.table(block, run.start, texts[run.start : run.stop])))
            continue
        for index, marker in enumerate(_list_marks(texts[run.start : run.stop]), run.start):
            text = texts[index]
            start = len(marker_of(text)) if marker else 0
            blocks.append(marker + _safe_start(marked.paragraph(block, index, text, start)))
    return [text for text in blocks if text.strip()]


def _list_marks(texts: Sequence[str]) -> list[str]:
    """What Markdown writes before each of some neighbours; empty where it has no list like theirs.

    Two items make a list; one may be any line. Numbers are those of a list only if they count on,
    because Markdown counts itself.
    """
    items = [_ITEM.match(text) for text in texts]
    marks = [f"{_BULLETS.get(item[1], item[1])} " if item else "" for item in items]
    joined = [_goes_on(one, other) for one, other in pairwise(items)]
    return [
        mark if before or behind else ""
        for mark, before, behind in zip(marks, [False, *joined], [*joined, False], strict=True)
    ]


def _goes_on(item: re.Match[str] | None, following: re.Match[str] | None) -> bool:
    if item is None or following is None:
        return False
    if item["number"] is None or following["number"] is None:
        return item[1] == following[1]
    return int(following["number"]) == int(item["number"]) + 1 and item[1][-1] == following[1][-1]


def _table(table: Table) -> str:
    """A table of GitHub's; its first row is the head, since it has no other kind of table."""
    count = max(len(row) for row in table.rows)
    rule = ["---:" if is_number else "---" for is_number in table.columns.numeric]
    first, *others = ([_STROKE.sub(r"\\|", cell) for cell in row] for row in table.rows)
    rows = [first + [""] * (count - len(first)), rule, *others]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _safe_start(paragraph: str) -> str:
    """No paragraph begins as a list, a heading, a rule or code would."""
    paragraph = paragraph.strip()
    found = _BLOCK_START.match(paragraph)
    if not found:
        return paragraph
    if found["mark"].isdigit():
        return f"{found['mark']}\\{paragraph[found.end() :]}"
    return f"\\{paragraph}"


def _stress(words: str, styles: frozenset[Style]) -> str:
    mark = "**" * (Style.BOLD in styles) + "*" * (Style.ITALIC in styles)
    return f"{mark}{words}{mark}"


def _look(document: Document) -> Look:
    asked = {question.number for question in document.questions}
    noted = {footnote.mark for footnote in document.footnotes}

    def reference(reference: Reference, words: str) -> str:
        target = reference.targets[0] if reference.targets else None
        match reference.kind:
            case ReferenceKind.FOOTNOTE:
                known = target in noted
                return f"[^{_label(str(target))}]{words}" if known else escaped(f"[{target}]") + words
            case ReferenceKind.INTERNAL if target in asked:
                return f"[{words}](#vraag-{target})"
            case ReferenceKind.PUBLICATION:
                url = official_url(str(target))
                return f"[{words}](<{url}>)" if url else words
            case ReferenceKind.URL if _is_web(str(target)):
                return f"[{words}](<{target}>)"
            case _:
                return words

    return Look(plain=escaped, stress=_stress, reference=reference)


def _is_web(address: str) -> bool:
    """Only such an address is made a link, and only where it cannot end the link early."""
    return address.startswith(("http://", "https://")) and not re.search(r"[<>\s\\]", address)


def _label(mark: str) -> str:
    """The mark as the name of a Markdown footnote."""
    return re.sub(r"[^0-9A-Za-z-]", lambda found: f"x{ord(found[0]):x}", mark) or "x"


def _listed(numbers: Sequence[int]) -> str:
    words = [str(number) for number in numbers]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"
