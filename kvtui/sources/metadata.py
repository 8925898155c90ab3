"""What publishers state about a publication, in its file and in files beside it, as names and contents.

Three forms: KOOP's `<metadata name=… content=…/>`, OWMS elements (`dcterms:identifier`), HTML's meta tags.
What the names mean is for `parsing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kvtui.sources.cleaning import one_line
from kvtui.sources.errors import SourceError
from kvtui.sources.files import names_beside, small_file

if TYPE_CHECKING:
    from lxml import etree

_LARGEST = 1024 * 1024
"""Bytes: known files have a few kB."""
_MOST = 1000
"""Pairs."""
_LONGEST = 4000
"""Characters of a content."""
_SUFFIX = ".metadata.xml"
_OF_FOLDER = ("metadata.xml", "metadata_owms.xml")
_MANY = 100
"""Other files in a folder that are looked at."""
_IDENTIFIER = re.compile(
    r"(?<![a-z0-9])(?:(?:ah|kv)-(?:tk|ek)-[0-9a-z]+(?:-[0-9a-z]+){0,2}|(?:ah|kv)-\d{4,10}h?)(?![a-z0-9-])"
)


def pairs_in(element: etree._Element) -> list[tuple[str, str]]:
    """The names and contents in an element and below it; text without a name is left out."""
    pairs: list[tuple[str, str]] = []
    for found in element.iter("*"):
        if len(pairs) >= _MOST:
            break
        name = found.get("name") or found.get("property")
        content = found.get("content")
        if name and content is not None:
            pairs.append((name, content))
        elif len(found) == 0 and found.text and not found.text.isspace():
            local = str(found.tag).rpartition("}")[2]
            pairs.append((name or (f"{found.prefix}:{local}" if found.prefix else local), found.text))
    cleaned = ((one_line(name[:_LONGEST]), one_line(content[:_LONGEST])) for name, content in pairs)
    return [(name, content) for name, content in cleaned if name and content]


def metadata_beside(path: Path) -> tuple[tuple[str, str], ...]:
    """What the metadata file beside a document states; nothing where there is none. Never raises.

    Looks for `NAME.metadata.xml`, NAME with and without the document's suffix. A `metadata.xml` in the
    same folder counts if it states the identifier that is in the document's name, or, where no name
    tells, if all other files of the folder are this document in other formats. A folder can be one of a
    zip archive.
    """
    if not path.name:
        return ()
    for name in dict.fromkeys((path.name + _SUFFIX, path.stem + _SUFFIX)):
        pairs = _read(path.with_name(name))
        if pairs:
            return pairs
    for name in _OF_FOLDER:
        pairs = _read(path.with_name(name)) if path.name != name else ()
        if pairs and _is_about(pairs, path):
            return pairs
    return ()


def _is_about(pairs: Iterable[tuple[str, str]], path: Path) -> bool:
    stated = {
        content.lower()
        for name, content in pairs
        if re.split(r"[.:]", name)[-1].lower() == "identifier" and _IDENTIFIER.fullmatch(content.lower())
    }
    named = _IDENTIFIER.search(path.stem.lower())
    if named:
        return named[0] in stated
    return _is_alone(path)


def _is_alone(path: Path) -> bool:
    """Whether the folder holds nothing but one document, in whatever formats, and metadata."""
    try:
        return all(
            seen < _MANY and _is_same_document(name, path) for seen, name in enumerate(names_beside(path))
        )
    except SourceError:
        return False


def _is_same_document(name: str, path: Path) -> bool:
    stem = name.partition(".")[0].lower()
    return name.startswith(".") or stem == path.name.partition(".")[0].lower() or name.lower() in _OF_FOLDER


def _read(path: Path) -> tuple[tuple[str, str], ...]:
    data = small_file(path, _LARGEST)
    if not data:
        return ()
    # 8 ms to import: only where there is such a file
    from lxml.etree import LxmlError

    from kvtui.sources.xml_parsing import parse_xml

    try:
        return tuple(pairs_in(parse_xml(data, path.name).root))
    except (SourceError, LxmlError, ValueError, RecursionError):
        return ()


def meta_tags(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The meta tags of an HTML page that describe a publication, and the page's title."""
    for tag in root.iter("meta"):
        name = tag.get("name") or tag.get("property") or ""
        if re.match(r"(?:dc|dcterms|overheid(?:op)?|owms)[.:]", name, re.IGNORECASE):
            yield from pairs_in(tag)
    title = next(root.iter("title"), None)
    words = one_line("".join(map(str, title.itertext()))[:_LONGEST]) if title is not None else ""
    if words:
        yield "title", words
