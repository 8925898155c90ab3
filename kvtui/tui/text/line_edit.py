"""A line of text being typed: a value with a cursor, and what each key makes of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """The text and where the cursor stands in it."""

    text: str = ""
    cursor: int = 0

    def typed(self, words: str) -> Line:
        """With words put in at the cursor; line breaks in them become spaces."""
        words = " ".join(words.split("\n"))
        words = "".join(character for character in words if character.isprintable())
        return Line(self.text[: self.cursor] + words + self.text[self.cursor :], self.cursor + len(words))

    def pressed(self, key: str) -> Line | None:
        """After an editing key; None where the key edits nothing."""
        edit = _EDITS.get(key)
        return None if edit is None else edit(self)


def _cut(line: Line, start: int, end: int) -> Line:
    return Line(line.text[:start] + line.text[end:], start)


def _word_start(line: Line) -> int:
    return line.text[: line.cursor].rstrip().rfind(" ") + 1


_EDITS = {
    "backspace": lambda line: _cut(line, max(0, line.cursor - 1), line.cursor),
    "delete": lambda line: _cut(line, line.cursor, line.cursor + 1),
    "ctrl+w": lambda line: _cut(line, _word_start(line), line.cursor),
    "ctrl+u": lambda line: _cut(line, 0, line.cursor),
    "ctrl+k": lambda line: _cut(line, line.cursor, len(line.text)),
    "left": lambda line: Line(line.text, max(0, line.cursor - 1)),
    "right": lambda line: Line(line.text, min(len(line.text), line.cursor + 1)),
    "home": lambda line: Line(line.text, 0),
    "ctrl+a": lambda line: Line(line.text, 0),
    "end": lambda line: Line(line.text, len(line.text)),
    "ctrl+e": lambda line: Line(line.text, len(line.text)),
}
