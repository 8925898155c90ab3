"""Markdown's larger shapes, made into lines before these are read: HTML tables, pandoc's attributes,
links over two lines; and what one row of a table holds.
"""

from __future__ import annotations

import re

_ROW_TAG = re.compile(r"<tr\b[^>]{0,500}>", re.IGNORECASE)
_CELL_TAG = re.compile(r"<t[dh]\b[^>]{0,500}>", re.IGNORECASE)
_TABLE_TAG = re.compile(
    r"</?(?:table|thead|tbody|tfoot|tr|td|th|colgroup|col|p)\b[^>]{0,500}>", re.IGNORECASE
)
_BRACKET = re.compile(r"\\.|\[|\](?P<attributes>\{[.#=][^{}]{0,300}\})?", re.DOTALL)
_IMAGE_ATTRIBUTES = re.compile(r"(?<=\))\{[^{}]{0,300}\}")
_WRAPPED_LINK = re.compile(r"\[[^\[\]]{0,500}\n[^\[\]]{0,500}\](?=\()")
_IMAGE_DATA = re.compile(r"(?<=\]\()<?data:[^()\s]*")
_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")
_RULE_OF_TABLE = re.compile(r"\s*(?:[|+][-=:|+\s]*[-=][-=:|+\s]*|-{2,}(?:\s+-{2,})+\s*)\Z")


def reshaped(text: str, markup: list[str]) -> str:
    """A safe text with its larger shapes on lines of their own; words of markup are set aside."""
    if "<table" in text or "<TABLE" in text:
        text = _with_rows(text, markup)
    if "]{" in text:
        text = _without_attributes(text, markup)
    if "](" in text:
        # the data of an image is nothing to read
        text = _IMAGE_DATA.sub("data:", text)
        text = _IMAGE_ATTRIBUTES.sub(lambda found: _aside(found[0], markup), text)
        text = _WRAPPED_LINK.sub(_on_one_line, text)
    return text


def is_rule_of_table(line: str) -> bool:
    """Whether a line only draws a table: "|---|:--|", "+====+", "----- ------"."""
    return _RULE_OF_TABLE.match(line) is not None


def cells_of(line: str) -> list[str] | None:
    """The cells of a row "| a | b |", or None for another line."""
    row = line.strip()
    if len(row) < 3 or row[0] != "|" or row[-1] != "|":
        return None
    cells = [" ".join(cell.split()) for cell in _UNESCAPED_PIPE.split(row[1:-1])]
    return None if row.endswith("\\|") else cells


def said_once(cells: list[str], markup: list[str], *, head: bool) -> list[str]:
    """The cells without what a converter added: the words of a wide cell again, "Col2" for no head."""
    kept: list[str] = []
    for number, cell in enumerate(cells, 1):
        again = number > 1 and cell == cells[number - 2] and cell.count(" ") > 1
        made = head and cell == f"Col{number}"
        kept.append(_aside(cell, markup) if again or made else cell)
    return kept


def _aside(words: str, markup: list[str]) -> str:
    markup.append(" ".join(words.split()))
    return ""


def _on_one_line(found: re.Match[str]) -> str:
    return found[0] if "\n\n" in found[0] else found[0].replace("\n", " ")


def _with_rows(text: str, markup: list[str]) -> str:
    """The text with its HTML tables as rows "| a | b |"."""
    pieces: list[str] = []
    end, low = 0, text.lower()
    while (start := low.find("<table", end)) >= 0 and (stop := low.find("</table>", start)) >= 0:
        stop += len("</table>")
        pieces += (text[end:start], "\n\n", *_rows(text[start:stop], markup), "\n")
        end = stop
    return "".join((*pieces, text[end:]))


def _rows(table: str, markup: list[str]) -> list[str]:
    markup.extend(_TABLE_TAG.findall(table))
    before, *rows = _ROW_TAG.split(table)
    lines = [_words(before)]
    for row in rows:
        first, *cells = _CELL_TAG.split(row)
        lines += [
            _words(first),
            f"| {' | '.join(_words(cell).replace('|', chr(92) + '|') for cell in cells)} |",
        ]
    return [f"{line}\n" for line in lines if line]


def _words(html: str) -> str:
    return " ".join(_TABLE_TAG.sub(" ", html).split())


def _without_attributes(text: str, markup: list[str]) -> str:
    """The text without pandoc's "[words]{.mark}": the words alone."""
    pieces: list[str] = []
    opened: list[int] = []
    end = 0
    for found in _BRACKET.finditer(text):
        pieces.append(text[end : found.start()])
        end = found.end()
        if found[0] == "[":
            opened.append(len(pieces))
            pieces.append("[")
        elif found[0][0] == "]":
            start = opened.pop() if opened else None
            if found["attributes"] and start is not None:
                pieces[start] = ""
                markup.append(found["attributes"])
            else:
                pieces.append(found[0])
        else:
            pieces.append(found[0])
    return "".join((*pieces, text[end:]))
