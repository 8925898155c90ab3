"""Parses XML so that nothing but the bytes themselves is read: no DTD, no entity, no network.

A damaged file still gives the text that is in it. What the elements mean is for others.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from html import unescape
from html.entities import html5
from typing import Any, NamedTuple

from lxml import etree

from kvtui.sources.errors import SourceError

_PREDEFINED = {"lt", "gt", "amp", "quot", "apos"}
_DECLARED = re.compile(
    r"<!ENTITY\s+(?P<parameter>%\s+)?(?P<name>[^\s\"'<>&%]{1,100})\s+(?:(?P<outside>SYSTEM|PUBLIC)\b"
    r"|\"(?P<double>[^\"]{0,200})\"\s*>|'(?P<single>[^']{0,200})'\s*>)?"
)
_SIMPLE = re.compile(r"(?:[^<&%]|&#\d{1,7};|&#x[0-9A-Fa-f]{1,6};){0,100}\Z")
# What is not closed goes on to the end: looking for its end is done once.
_APART = r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
_ENTITY = re.compile(
    _APART + r"|<!DOCTYPE[^\[<>]*(?:>|\[.*?(?:\]\s*>|\Z))|&([A-Za-z][\w.-]{0,99});", re.DOTALL
)
_NAMED = re.compile(rb"&(?!(?:lt|gt|amp|quot|apos);)[A-Za-z]")
_MOST_GROWN = 1_000_000
"""Characters by which the entities that a file declares may lengthen it."""
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_STRAY = re.compile(r"&(?!#\d{1,7};|#x[0-9A-Fa-f]{1,6};|[A-Za-z][\w.-]{0,99};)|<(?![A-Za-z_/!?])|<\Z")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_TAG = re.compile(r"<!\[CDATA\[|\]\]>|<!--.*?(?:-->|\Z)|<[?!/A-Za-z_][^<>]*>", re.DOTALL)
_CUT_TAG = re.compile(
    r"<(?:/|/?[A-Za-z_][\w.:-]*(?:\s+[\w.:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'))*"
    r"(?:\s+[\w.:-]*\s*(?:=\s*[\"'][^<>]*)?)?/?)"
)
"""With which a file that was cut off may end."""
_NEARLY_ALL = 0.995
"""Of the letters of a damaged file: a reading that has fewer lost some."""
_RECOVERED = "The file is damaged: what could be read of it is shown."
_WITHOUT_STRUCTURE = "The file is damaged: its text is shown without its structure."
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class ParsedXml(NamedTuple):
    """An XML file, and what could not be read of it."""

    root: etree._Element
    """Without comments and processing instructions."""
    problems: tuple[str, ...] = ()
    """Sentences for the reader; none where the file is whole."""


def parse_xml(data: bytes, name: str) -> ParsedXml:
    """The elements of an XML file.

    A file that is not well-formed gives what can be made of it, with all its text; named entities of
    HTML are known without a DTD.

    Raises:
        SourceError: the file declares entities that grow or read other files, or holds no element.
    """
    if b"<!ENTITY" in data.replace(b"\0", b""):
        data = _without_entities(data, name)
    elif _NAMED.search(data):
        data = _ENTITY.sub(lambda found: _character(found, {}), _decoded(data)).encode("utf-8", "replace")
        data = _without_declaration(data)
    try:
        parsed = ParsedXml(etree.fromstring(data, _parser(recover=False)))
    except (etree.XMLSyntaxError, ValueError, LookupError):
        parsed = _damaged(data, name)
    # in an encoding that hides them from the search above
    declared: Any = parsed.root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise _refused(name)
    return parsed


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _refused(name: str) -> SourceError:
    return SourceError(
        f"{name}: declares XML entities that could make it grow or read other files, and is not opened; "
        "save it without its DOCTYPE"
    )


def _without_entities(data: bytes, name: str) -> bytes:
    """The file with its entities written out, which may hold plain text only, and without its DOCTYPE."""
    text = _decoded(data)
    values: dict[str, str] = {}
    for found in _DECLARED.finditer(text):
        value = found["double"] if found["double"] is not None else found["single"]
        if found["parameter"] or found["outside"] or value is None or not _SIMPLE.match(value):
            raise _refused(name)
        values.setdefault(found["name"], value)
    if len(values) != text.count("<!ENTITY"):
        raise _refused(name)
    grown = sum(len(values.get(found[1], "")) for found in _ENTITY.finditer(text) if found[1])
    if grown > _MOST_GROWN:
        raise _refused(name)
    written = _ENTITY.sub(lambda found: _character(found, values), text)
    return _without_declaration(written.encode("utf-8", "replace"))


def _without_declaration(data: bytes) -> bytes:
    """UTF-8 without the declaration that may name another encoding."""
    return re.sub(rb"\A\s*<\?xml[^>]{0,300}\?>", b"", data)


def _character(found: re.Match[str], values: dict[str, str]) -> str:
    """What a named entity stands for; of other matches only a DOCTYPE is left out."""
    name = found[1]
    if not name:
        return "" if found[0].startswith("<!D") else found[0]
    if name in _PREDEFINED:
        return found[0]
    if name in values:
        return values[name]
    known = html5.get(name + ";")
    # an entity that nobody declared stays as it is printed
    return "".join(f"&#{ord(c)};" for c in known) if known else f"&amp;{name};"


def _decoded(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    stated = _ENCODING.match(data.lstrip())
    for encoding in (stated[1].decode("ascii") if stated else "utf-8", "utf-8"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def _damaged(data: bytes, name: str) -> ParsedXml:
    """What can be made of a file that is not well-formed: the reading that comes nearest to its text."""
    text = _CONTROLS.sub("", _DECLARATION.sub("", _decoded(data), count=1))
    last = text.rfind("<")
    if last >= 0 and _CUT_TAG.fullmatch(text, last):
        text = text[:last]
    text = _STRAY.sub(lambda stray: "&amp;" if stray[0] == "&" else "&lt;", text)
    pieces = [unescape(piece) for piece in _TAG.split(text) if piece and not piece.isspace()]
    if not pieces:
        raise SourceError(f"{name}: is a damaged XML file without text in it; get a fresh copy")
    encoded = text.encode("utf-8", "replace")
    with suppress(etree.LxmlError, ValueError):
        # nothing but stray signs was wrong
        return ParsedXml(etree.fromstring(encoded, _parser(recover=False)))
    expected = sum(map(_letters, pieces))
    readings: list[tuple[int, etree._Element]] = []
    for parser in (_parser(recover=True), _tag_soup()):
        try:
            read = etree.fromstring(encoded, parser)
        except (etree.LxmlError, ValueError):
            continue
        if read is not None:
            readings.append((sum(_letters(str(piece)) for piece in read.itertext()), read))
    found, root = min(readings, key=lambda reading: abs(reading[0] - expected), default=(0, None))
    if root is not None and found >= _NEARLY_ALL * expected:
        return ParsedXml(root, (_RECOVERED,))
    root = etree.Element("tekst")
    for piece in pieces:
        etree.SubElement(root, "al").text = piece
    return ParsedXml(root, (_WITHOUT_STRUCTURE,))


def _tag_soup() -> etree.HTMLParser:
    """Bounds nesting much later than the XML parser and closes what was left open."""
    return etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )


def _letters(text: str) -> int:
    return len(text) - text.count(" ") - text.count("\n")
