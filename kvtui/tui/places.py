"""Between the places that are kept on the disk and the spots of a pane."""

from __future__ import annotations

from pathlib import Path

from kvtui.model import Document, TextPart
from kvtui.tui.text.blocks import Anchor, Spot
from kvtui.userdata.places import Place

_ABOVE_ALL = -1  # as the paragraph: rows from the top of a pane, above its first paragraph


def place_of_document(document: Document, path: Path) -> Place:
    """The document as a whole."""
    return Place(identifier=document.identifier, path=str(path))


def place_at(document: Document, path: Path, spot: Spot) -> Place:
    """The place of a spot."""
    anchor = spot.anchor or Anchor(None, None, _ABOVE_ALL)
    return Place(
        identifier=document.identifier,
        path=str(path),
        part=anchor.part,
        number=anchor.number,
        paragraph=anchor.paragraph,
        offset=spot.offset,
    )


def spot_at(place: Place) -> Spot:
    """The spot of a place; the top of the pane for a document as a whole."""
    if place.part is None and place.paragraph == _ABOVE_ALL:
        return Spot(None, max(0, place.offset))
    return Spot(Anchor(place.part, place.number, place.paragraph), max(0, place.offset))


def number_at(place: Place) -> int | None:
    """The question at a place, if it is in a question or an answer."""
    return place.number if place.part in (TextPart.QUESTION, TextPart.ANSWER) else None
