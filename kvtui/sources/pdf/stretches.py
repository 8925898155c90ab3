"""Where the text objects of a page begin and end among its characters, asking pdfium for few of them.

Stands alone but for `binding`: it runs in the process of `glyphs`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kvtui.sources.pdf.binding import PdfLibrary

Stretch = tuple[int, int, int | None]
"""From one character up to another, and the object that they are of: none where pdfium puts a space."""


def stretches_of(library: PdfLibrary, text: int, characters: str) -> Iterator[Stretch]:
    """The stretches of a page's characters, line by line, in their order."""
    start = 0
    for line in characters.split("\r\n"):
        if line:
            yield from _merged(_halved(library, text, start, start + len(line) - 1))
        start += len(line) + 2


def _halved(library: PdfLibrary, text: int, first: int, last: int) -> Iterator[Stretch]:
    """The stretches from the character `first` to `last`, those of one object perhaps in several.

    The characters of one object stand together: only ends are asked for, halving where they differ.
    What is between two ends that have no object is anything.
    """
    at = library.object_at
    todo = [(first, at(text, first), last, at(text, last))]
    while todo:
        first, first_object, last, last_object = todo.pop()
        last_object = last_object or at(text, last)
        if first == last or (first_object == last_object and first_object):
            yield first, last + 1, first_object
            continue
        middle = (first + last) // 2
        todo.append((middle + 1, at(text, middle + 1), last, last_object))
        todo.append((first, first_object, middle, None))


def _merged(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Neighbours of the same object made one."""
    done = next(stretches)
    for stretch in stretches:
        if stretch[2] == done[2]:
            done = (done[0], stretch[1], done[2])
        else:
            yield done
            done = stretch
    yield done
