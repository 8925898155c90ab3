"""Writes the invented documents in each format that kvtui reads, in the layout in which that format comes.

Official publications for text, Markdown, PDF, XML and HTML; letters of the same words for Word and ODT.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

from benchmarks.documents import publication_parts
from tests.sources import making_odt, making_word
from tests.sources.making_pdf import BODY, LEADING, Words, pdf_of
from tests.sources.marked_up import publication

USUAL, LARGE = "usual", "large"
_USUAL_COUNT = 50
_QUESTIONS = 10
_LARGE_QUESTIONS = 52
"""With long answers: 1 MB of text."""

_STYLED = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|\[(?P<mark>\d+)\]")
_NOTE = re.compile(r"(\d+) De Lantaarnbode.*")
_FOOT = re.compile(r"Tweede Kamer, vergaderjaar .*")
_COLUMNS = 95
_PDF_COLUMNS, _PDF_LINES = 68, 55


class Block(NamedTuple):
    """A piece of a publication."""

    kind: str
    """"question", "answer" (the headings of those), "title", "number", "note", "foot" or "text"."""
    text: str
    """With Markdown's stars around names and subjects, and "[1]" for a note's mark."""


def files_in(folder: Path, suffix: str) -> dict[str, list[Path]]:
    """The usual documents (50 of 10 questions, 10 kB) and a large one (1 MB), written when not there yet."""
    place = folder / suffix.removeprefix(".")
    usual = [place / f"ah-tk-20402041-{number}{suffix}" for number in range(1001, 1001 + _USUAL_COUNT)]
    large = place / f"ah-tk-20402041-2000{suffix}"
    for number, path in enumerate(usual, 1001):
        _write(path, number, _QUESTIONS, range(0))
    _write(large, 2000, _LARGE_QUESTIONS, range(2, _LARGE_QUESTIONS + 1))
    return {USUAL: usual, LARGE: [large]}


def _write(path: Path, number: int, questions: int, long_answers: range) -> None:
    if not path.exists():
        blocks = list(_blocks(publication_parts(number, questions, long_answers)))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_WRITERS[path.suffix](blocks))


def _blocks(parts: Iterable[str]) -> Iterator[Block]:
    for part in parts:
        words = part.lstrip("# ")
        if part.startswith("#### "):
            yield Block("question" if words.startswith("Vraag") else "answer", words)
        elif part.startswith("#"):
            yield Block("number" if words.isdecimal() else "title", words)
        else:
            yield Block("note" if _NOTE.match(part) else "foot" if _FOOT.match(part) else "text", words)


def _plain(text: str) -> str:
    return text.replace("*", "")


def _text(blocks: list[Block]) -> bytes:
    wrapped = ("\n".join(textwrap.wrap(_plain(block.text), _COLUMNS)) for block in blocks)
    return ("\n\n".join(wrapped) + "\n").encode()


def _markdown(blocks: list[Block]) -> bytes:
    signs = {"title": "## ", "number": "### ", "question": "#### ", "answer": "#### "}
    return ("\n\n".join(signs.get(block.kind, "") + block.text for block in blocks) + "\n").encode()


def _pdf(blocks: list[Block]) -> bytes:
    """The official layout: headings bold, a foot on each page."""
    lines: list[tuple[str, str]] = []
    for block in blocks:
        if block.kind == "foot":
            continue
        font = "Helvetica-Bold" if block.kind in ("question", "answer", "title") else "Helvetica"
        text = _plain(block.text).replace("–", "-")
        lines += [(line, font) for line in textwrap.wrap(text, _PDF_COLUMNS)]
        if block.kind not in ("question", "answer"):
            lines.append(("", font))
    pages = [lines[start : start + _PDF_LINES] for start in range(0, len(lines), _PDF_LINES)]
    return pdf_of(*(_page(page, number) for number, page in enumerate(pages, 1)))


def _page(lines: list[tuple[str, str]], number: int) -> list[Words]:
    words = [
        Words(line, 220, 740 - at * LEADING, BODY, font) for at, (line, font) in enumerate(lines) if line
    ]
    foot = f"Tweede Kamer, vergaderjaar 2040-2041, Aanhangsel {number}"
    return [*words, Words(foot, 70, 60, 7)]


def _word(blocks: list[Block]) -> bytes:
    def run(bold: str | None, italic: str | None, mark: str | None, text: str) -> str:
        if mark:
            return f'<w:r><w:footnoteReference w:id="{mark}"/></w:r>'
        return making_word.run(escape(text), "<w:b/>" if bold else "<w:i/>" if italic else "")

    body, notes = "", ""
    for block in blocks:
        runs = "".join(run(*piece) for piece in _pieces(block.text))
        if block.kind == "note":
            number, _, words = block.text.partition(" ")
            notes += f'<w:footnote w:id="{number}">{making_word.paragraph(escape(words))}</w:footnote>'
        elif block.kind in ("question", "answer", "title"):
            body += making_word.paragraph(making_word.run(escape(block.text), "<w:b/>"))
        elif block.kind == "text":
            body += making_word.paragraph(runs)
    return making_word.word_file(body, {"footnotes": notes})


def _odt(blocks: list[Block]) -> bytes:
    def run(bold: str | None, italic: str | None, mark: str | None, text: str) -> str:
        if mark:
            return (
                f'<text:note text:id="n{mark}" text:note-class="footnote">'
                f"<text:note-citation>{mark}</text:note-citation><text:note-body>"
                f"{making_odt.paragraph(escape(notes.get(mark, '')))}</text:note-body></text:note>"
            )
        words = escape(text)
        return making_odt.span(words, "B" if bold else "I") if bold or italic else words

    notes = dict(block.text.split(" ", 1) for block in blocks if block.kind == "note")
    body = "".join(
        making_odt.paragraph("".join(run(*piece) for piece in _pieces(block.text)))
        for block in blocks
        if block.kind not in ("note", "foot", "number")
    )
    styles = making_odt.text_style("B", 'fo:font-weight="bold"') + making_odt.text_style(
        "I", 'fo:font-style="italic"'
    )
    return making_odt.odt_file(body, automatic=styles)


def _pieces(text: str) -> Iterator[tuple[str | None, str | None, str | None, str]]:
    """The runs of a block: bold, italic and mark where the run is such, and the words."""
    end = 0
    for found in _STYLED.finditer(text):
        if found.start() > end:
            yield None, None, None, text[end : found.start()]
        yield found["bold"], found["italic"], found["mark"], found["bold"] or found["italic"] or ""
        end = found.end()
    if end < len(text):
        yield None, None, None, text[end:]


def _xml(blocks: list[Block]) -> bytes:
    def inline(bold: str | None, italic: str | None, mark: str | None, text: str) -> str:
        if mark:
            said = escape(notes.get(mark, ""))
            return f'<noot id="n{mark}"><noot.nr>{mark}</noot.nr><noot.al>{said}</noot.al></noot>'
        return (
            f'<nadruk type="{"vet" if bold else "cur"}">{escape(text)}</nadruk>'
            if bold or italic
            else escape(text)
        )

    notes = dict(block.text.split(" ", 1) for block in blocks if block.kind == "note")
    shown = [block for block in blocks if block.kind not in ("note", "foot", "title")]
    written = [(block, "".join(inline(*piece) for piece in _pieces(block.text))) for block in shown]
    head = ""
    body = ""
    around = ""
    for block, words in written:
        if block.kind == "number":
            head += f"<kamervraagnummer>{words}</kamervraagnummer>"
        elif block.kind in ("question", "answer"):
            body += f"</{around}>" if around else ""
            around = "vraag" if block.kind == "question" else "antwoord"
            body += f'<{around}>\n<nr status="officieel">{words}</nr>'
        elif around:
            body += f"\n<al>{words}</al>"
        else:
            kind = "vraag" if not head.count("omschrijving") else "antwoord"
            head += f'<kamervraagomschrijving type="{kind}">{words}</kamervraagomschrijving>'
    return publication(f"{body}</{around}>", head=head)


def _html(blocks: list[Block]) -> bytes:
    def inline(bold: str | None, italic: str | None, mark: str | None, text: str) -> str:
        if mark:
            return f'<a class="nootref" href="#n{mark}" id="r{mark}"><sup>{mark}</sup></a>'
        tag = "strong" if bold else "em"
        return f"<{tag}>{escape(text)}</{tag}>" if bold or italic else escape(text)

    body, around = "", False
    for block in blocks:
        words = "".join(inline(*piece) for piece in _pieces(block.text))
        if block.kind == "note":
            number, _, rest = block.text.partition(" ")
            shown = f'<span class="nootnum">{number}</span> {escape(rest)}'
            body += f'\n<div class="voet noot" id="n{number}"><p>{shown}</p></div>'
        elif block.kind == "number":
            body += f'\n<p class="kamervraagnummer">{words}</p>'
        elif block.kind in ("question", "answer"):
            body += "</div>" if around else ""
            around = True
            name = "vraag" if block.kind == "question" else "antwoord"
            body += f'\n<div class="{name}"><h2 class="stuktitel no-toc">{words}</h2>'
        elif block.kind == "text" and not around:
            body += f'\n<h1 class="kamervraagomschrijving_kop no-toc">{words}</h1>'
        elif block.kind == "text":
            body += f"\n<p>{words}</p>"
    return (
        '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>Aanhangsel</title></head><body>'
        '<nav><ul><li><a href="/">Voorpagina</a></li></ul></nav><div id="main-column"><div class="stuk">'
        f"{body}</div></div></div><footer><p>Over deze pagina</p></footer></body></html>\n"
    ).encode()


_WRITERS: dict[str, Callable[[list[Block]], bytes]] = {
    ".txt": _text,
    ".md": _markdown,
    ".pdf": _pdf,
    ".docx": _word,
    ".odt": _odt,
    ".xml": _xml,
    ".html": _html,
}
