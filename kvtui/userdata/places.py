"""A place in a document that survives resizing, rewrapping and moving the file.

It says what stands there (document, part, number, paragraph, character), never a row or a
percentage. One type for bookmarks, history, links and resuming; finding the place on the
screen is for `tui`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kvtui.model import TextPart


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which document."""

    identifier: str | None = None
    """The document's identifier; None for a document that has none."""
    path: str | None = None
    """Its file when the place was noted: a hint, the file may have moved since."""
    part: TextPart | None = None
    """The part of the document; None for the document as a whole."""
    number: int | None = None
    """Question number; for a joint answer the first number it covers; None for other parts."""
    paragraph: int = 0
    """Index of the paragraph within that block."""
    offset: int = 0
    """Character within the paragraph."""


def document_of(place: Place) -> Place:
    """The same document as a whole."""
    return Place(identifier=place.identifier, path=place.path)


def block_of(place: Place) -> Place:
    """The start of the question, answer or other part in which the place lies."""
    return replace(place, paragraph=0, offset=0)


def document_key(place: Place) -> str:
    """A name for the document that stays when the file moves: its identifier, else its path."""
    return f"id:{place.identifier.lower()}" if place.identifier else f"path:{place.path or ''}"


def same_document(one: Place, other: Place) -> bool:
    """Whether both are in one document: by identifier, or by path where one has no identifier."""
    if one.identifier and other.identifier:
        return one.identifier.lower() == other.identifier.lower()
    return one.path is not None and one.path == other.path


def same_block(one: Place, other: Place) -> bool:
    """Whether both are in one question, answer or other part of one document."""
    return same_document(one, other) and (one.part, one.number) == (other.part, other.number)
