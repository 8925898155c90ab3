"""What a reader of the original sees, found in the simplest way there is: to hold each source to.

Gives only what surely can be seen; a file of which that is not simple to say gives nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from fuzzing.members import members_of
from fuzzing.properties import assert_kept, assert_same, letters_in
from kvtui.sources.decoding import decode
from kvtui.sources.html.page import DROPPED, classes_of, is_hidden
from kvtui.sources.html.reading import _decoded, _parsed
from kvtui.sources.lines import SourceText
from kvtui.sources.pdf.runs import RawPage
from kvtui.sources.xml_parsing import parse_xml

_XML_APART = frozenset("noot.nr li.nr metadata meta metadata_gegevens nootref voetref".split())
_WORD_PLAIN = frozenset("p r tc tr tbl body document".split())
_WORD_UNSURE = re.compile(
    rb"vanish|fldChar|vMerge|hMerge|Symbol|Wingdings|Webdings|AlternateContent|w:del|w:moveFrom|caps|<!|&#"
)
_ODT_PLAIN = frozenset("p h span a list list-item table-cell table-row table text body".split())
_ODT_UNSURE = re.compile(rb"hidden|display|conditional|note|frame|covered|annotation|Symbol|<!|&#")


def file_is_kept(data: bytes, source: SourceText) -> None:
    """Text and Markdown: the lines and the markup hold exactly what the file holds."""
    text = decode(data, "x")
    assert_same(letters_in([text]), _letters_of(source), "file and lines")


def xml_is_kept(data: bytes, source: SourceText) -> None:
    """XML: the text of all elements but numbers of notes, which may be written anew."""
    seen = _texts(parse_xml(data, "x").root, lambda e: str(e.tag).rpartition("}")[2].lower() in _XML_APART)
    _assert_seen(seen, source, "XML")


def html_is_kept(data: bytes, source: SourceText) -> None:
    """HTML: the text of what is displayed, but for links within the page."""
    root = _parsed(re.sub("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]", "", _decoded(data)))
    if root is not None:
        _assert_seen(_texts(root, _is_apart), source, "HTML")


def word_is_kept(flat: bytes, source: SourceText) -> None:
    """Word: the text of plain runs in plain paragraphs and cells."""
    if not _WORD_UNSURE.search(flat):
        _assert_seen(_plain_texts(flat, "word/document.xml", "{*}t", _WORD_PLAIN), source, "Word")


def odt_is_kept(flat: bytes, source: SourceText) -> None:
    """OpenDocument: the text of plain paragraphs, in lists and cells too."""
    if not _ODT_UNSURE.search(flat):
        _assert_seen(_plain_texts(flat, "content.xml", "{*}p", _ODT_PLAIN), source, "OpenDocument")


def runs_are_kept(raw: list[RawPage], source: SourceText) -> None:
    """PDF: the letters of the runs, and no others but a power's "²"."""
    runs = [run.text for page in raw for run in (*page.runs, *page.turned)]
    assert_same(_folded(runs), _folded(_lines(source)), "runs and lines")


def _assert_seen(seen: Iterator[str], source: SourceText, what: str) -> None:
    told = [word for pair in source.metadata for word in pair]
    assert_kept(_folded(list(seen)), _folded([*_lines(source), *source.markup, *told]), what)


def _letters_of(source: SourceText) -> Counter[str]:
    return letters_in([*_lines(source), *source.markup])


def _lines(source: SourceText) -> list[str]:
    return [line.text for page in source.pages for line in page.lines]


def _folded(pieces: list[str]) -> Counter[str]:
    """Letters with raised numbers as plain ones: "m²" is "m2" raised."""
    return letters_in([unicodedata.normalize("NFKC", "".join(pieces))])


def _texts(root: etree._Element, is_apart: object) -> Iterator[str]:
    """The texts of a tree in order, without those inside elements that are apart."""
    assert callable(is_apart)
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            yield element.tail or ""
        elif is_apart(element):
            walker.skip_subtree()
        else:
            yield element.text or ""


def _is_apart(element: etree._Element) -> bool:
    classes = classes_of(element)
    return (
        element.tag in DROPPED
        or is_hidden(element, classes)
        or (element.tag == "a" and "#" in (element.get("href") or ""))
        or any("nr" in name or "nummer" in name or "number" in name for name in classes)
    )


def _plain_texts(flat: bytes, member: str, wanted: str, plain: frozenset[str]) -> Iterator[str]:
    try:
        root = etree.fromstring(members_of(flat)[member], etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return  # which reading of it is right nobody can say
    for element in root.iter(wanted):
        around = {str(ancestor.tag).rpartition("}")[2] for ancestor in element.iterancestors()}
        if around - {"document-content"} <= plain and "p" in {*around, etree.QName(element).localname}:
            yield element.text or ""
