"""How values go into SQLite columns and come out again, whatever stands there.

A file name may hold bytes that are no UTF-8 and a number may be larger than a column; what
comes out may have been written by another version. Neither may stop the reader.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime

from kvtui.model import TextPart
from kvtui.userdata.places import Place

Value = str | int | float | bytes | None
"""What a column can hold."""
Row = tuple[Value, ...]

PLACE_COLUMNS = "identifier, path, part, number, paragraph, offset"
"""The columns of a `Place`, in the order of `place_values` and `place_from`."""

_LARGEST = 2**63 - 1


def place_values(place: Place) -> Row:
    """A place as values for `PLACE_COLUMNS`."""
    return (
        None if place.identifier is None else storable(place.identifier),
        path_value(place.path),
        place.part,
        None if place.number is None else _storable_int(place.number),
        _storable_int(place.paragraph),
        _storable_int(place.offset),
    )


def place_from(values: Sequence[Value]) -> Place:
    """The place that `PLACE_COLUMNS` hold; an unknown part becomes the document as a whole."""
    identifier, path, part, number, paragraph, offset = values
    known = {one.value: one for one in TextPart}
    return Place(
        identifier=None if identifier is None else text_from(identifier),
        path=path_from(path),
        part=known.get(text_from(part)),
        number=number if isinstance(number, int) else None,
        paragraph=paragraph if isinstance(paragraph, int) else 0,
        offset=offset if isinstance(offset, int) else 0,
    )


def path_value(path: str | None) -> Value:
    """A path as text, or as bytes where its name is no UTF-8."""
    if path is None or storable(path) == path:
        return path
    return os.fsencode(path)


def path_from(value: Value) -> str | None:
    """The path that `path_value` stored."""
    if value is None:
        return None
    return os.fsdecode(value) if isinstance(value, bytes) else str(value)


def text_from(value: Value) -> str:
    """Text, empty where there is none."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)


def moment_from(value: Value) -> datetime:
    """A moment in UTC; the beginning of 1970 where it cannot be read."""
    try:
        moment = datetime.fromisoformat(text_from(value))
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def storable(text: str) -> str:
    """The text without lone surrogates, which SQLite refuses."""
    return text.encode("utf-8", "replace").decode("utf-8")


def storable_line(text: str) -> str:
    """The text on one line, as SQLite can hold it."""
    return storable(" ".join(text.split()))


def _storable_int(number: int) -> int:
    return max(-_LARGEST, min(number, _LARGEST))
