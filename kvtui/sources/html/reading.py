"""HTML pages as saved from a browser or written by a converter: their main content, and what is around it.

Official publications are told by their classes; other pages by their blocks.
"""

from __future__ import annotations

import codecs
import re
from html import unescape

from lxml import etree

from kvtui.sources.composing.walking import walk
from kvtui.sources.errors import SourceError
from kvtui.sources.html.elements import HtmlElements
from kvtui.sources.html.page import look_at
from kvtui.sources.lines import Page, SourceText
from kvtui.sources.metadata import meta_tags

_LOOKED_AT = 4096
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What pages call Latin-1 is Windows-1252 (WHATWG Encoding Standard).
_LATIN = {"iso8859-1", "ascii", "latin-1"}
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(head|script|style|noscript|template|iframe|object|svg)(?=[\s>]).*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<[!?/A-Za-z][^<>]*>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WITHOUT_STRUCTURE = "The page is nested too deeply: its text is shown without its structure."
_CONTROL_BYTES = bytes({*range(0x20)} - {*b"\t\n\f\r"})


def html_source(data: bytes, name: str) -> SourceText:
    """The lines of an HTML page, the notes last; what is around its main content is furniture.

    Raises:
        SourceError: there is no text in the page.
    """
    text = _decoded(data)
    root = _parsed(text)
    problems: tuple[str, ...] = ()
    if root is None:
        root, problems = _flat(text), (_WITHOUT_STRUCTURE,)
    elements = HtmlElements(look_at(root))
    walk(root, elements.begin, elements.text)
    lines = elements.composer.finish()
    if not lines:
        raise SourceError(f"{name}: is an HTML page without text in it")
    return SourceText(name, "html", (Page(lines),), tuple(elements.markup), tuple(meta_tags(root)), problems)


def _parsed(text: str) -> etree._Element | None:
    """The tree of a page, with nothing that is fetched; None where the parser does not follow all of it."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "ignore").translate(None, _CONTROL_BYTES), parser)
    except (etree.LxmlError, ValueError):
        return None
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        return None
    return root


def _flat(text: str) -> etree._Element:
    """A page that is nested deeper than the parser follows: without its structure, but all of its text."""
    root = etree.Element("html")
    body = etree.SubElement(root, "body")
    for piece in _TAG.split(_UNSEEN.sub(" ", text)):
        if piece and not piece.isspace():
            etree.SubElement(body, "p").text = _CONTROLS.sub("", unescape(piece))
    return root


def _decoded(data: bytes) -> str:
    """By the byte order mark, else UTF-8 where it is, else what the page declares, else Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    declared = _CHARSET.search(data, 0, _LOOKED_AT) or _DECLARED.match(data)
    stated = _known(declared[1].decode("ascii")) if declared else None
    for encoding in dict.fromkeys((stated or "utf-8", "utf-8")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", "replace")


def _known(encoding: str) -> str | None:
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return None
    # a page whose declaration could be read byte by byte is not in UTF-16
    return None if name.startswith(("utf-16", "utf-32")) else "cp1252" if name in _LATIN else name
