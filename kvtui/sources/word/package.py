"""Opens a Word file with python-docx, given only the parts that hold text or say how it looks.

Pictures, templates, linked objects and everything outside the file stay behind: nothing of them
is ever looked at, and links that lead nowhere do no harm.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

import docx
from docx.oxml.parser import parse_xml
from lxml import etree

from kvtui.sources.archive import Archive, open_archive
from kvtui.sources.errors import SourceError
from kvtui.sources.xml_parsing import parse_xml as parse_safely

if TYPE_CHECKING:
    from docx.opc.part import Part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of nearly every element of a Word text, as lxml writes it."""
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_MAIN = "officeDocument"
_EDGES = ("header", "footer")
_KINDS = ("styles", "numbering", "settings", "footnotes", "endnotes", *_EDGES)
"""The parts that are read, by the last word of their relationship's type."""

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")

# Word's "strict" files name the same things otherwise (ISO/IEC 29500-1, annex A).
_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _OFFICE.rstrip("/").encode()),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.strip("{}").encode()),
)


@dataclass(frozen=True, slots=True)
class WordPackage:
    """The root elements of the parts of a Word file; None for parts that it lacks."""

    body: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    settings: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None
    edges: dict[str, etree._Element]
    """Headers and footers by the identifier of their relationship."""


def open_package(data: bytes, name: str) -> WordPackage:
    """The parts of a Word file.

    Raises:
        SourceError: it is damaged, protected, no Word text or beyond the limits of `archive`.
    """
    parts = _wanted_parts(open_archive(data, name), name)
    try:
        main = docx.Document(io.BytesIO(_packed(parts))).part
        found = {key: _root(relation.target_part) for key, relation in main.rels.items()}
    except (etree.XMLSyntaxError, KeyError, ValueError, AttributeError, zipfile.BadZipFile):
        raise SourceError(f"{name}: is damaged: the XML in it is not whole; get the file again") from None
    body = main.element.find(f"{W}body")
    if body is None:
        raise SourceError(f"{name}: is damaged: it has no text body; get the file again")
    single = {kind: found[key] for key, (kind, _, _) in parts.items() if key and kind not in _EDGES}
    return WordPackage(
        body=body,
        styles=single.get("styles"),
        numbering=single.get("numbering"),
        settings=single.get("settings"),
        footnotes=single.get("footnotes"),
        endnotes=single.get("endnotes"),
        edges={key: found[key] for key, (kind, _, _) in parts.items() if kind in _EDGES},
    )


_Parts = dict[str, tuple[str, str, bytes]]
"""Kind, member and bytes of each part, by the identifier of its relationship; the text itself under ""."""


def _wanted_parts(archive: Archive, name: str) -> _Parts:
    members = [target for _, kind, target in _relations(archive, "", name) if kind == _MAIN]
    main = next((member for member in [*members, "word/document.xml"] if member in archive), None)
    if main is None:
        raise SourceError(f"{name}: is no Word text: word/document.xml is missing in it")
    parts = {"": ("document.main", main, _bytes(archive, main, name))}
    for key, kind, member in _relations(archive, main, name):
        if key and kind in _KINDS and member in archive:
            parts[key] = (kind, member, _bytes(archive, member, name))
    return parts


def _relations(archive: Archive, part: str, name: str) -> list[tuple[str, str, str]]:
    """Identifier, kind and member of what a part ("" for the whole file) refers to within the file."""
    folder, own = posixpath.split(part)
    member = posixpath.join(folder, "_rels", f"{own}.rels")
    if member not in archive:
        return []
    found = []
    root = parse_safely(archive.read_xml(member), name).root
    for relation in root.iter(f"{{{_RELATIONSHIPS}}}Relationship"):
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, unquote(relation.get("Target", ""))))
            kind = relation.get("Type", "").rpartition("/")[2]
            found.append((relation.get("Id", ""), kind, target.lstrip("/")))
    return found


def _bytes(archive: Archive, member: str, name: str) -> bytes:
    """A part for python-docx: without a document type, which no Word file has (ECMA-376-2, 8.2.5)."""
    data = archive.read_xml(member)
    if _DECLARATION.search(data.replace(b"\0", b"")):
        raise SourceError(
            f"{name}: is refused: {member} in it declares XML entities, which no Word file does"
        )
    for strict, transitional in _STRICT:
        if strict in data:
            data = data.replace(strict, transitional)
    return data


def _packed(parts: _Parts) -> bytes:
    """A Word file of nothing but these parts, for python-docx to open."""
    types = etree.Element("Types", xmlns=_CONTENT_TYPES)
    etree.SubElement(types, "Default", Extension="rels", ContentType=_RELATIONSHIPS_TYPE)
    top, relations = (etree.Element("Relationships", xmlns=_RELATIONSHIPS) for _ in range(2))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number, (key, (kind, _, data)) in enumerate(parts.items()):
            member = f"part{number}.xml"
            archive.writestr(member, data)
            etree.SubElement(types, "Override", PartName=f"/{member}", ContentType=_WORD_TYPE % kind)
            etree.SubElement(
                relations if key else top,
                "Relationship",
                Id=key or "main",
                Type=_OFFICE + (kind if key else _MAIN),
                Target=member,
            )
        archive.writestr("[Content_Types].xml", etree.tostring(types))
        archive.writestr("_rels/.rels", etree.tostring(top))
        archive.writestr("_rels/part0.xml.rels", etree.tostring(relations))
    return file.getvalue()


def _root(part: Part) -> etree._Element:
    """The root of a part that python-docx has parsed, or has left as bytes (notes)."""
    element = getattr(part, "element", None)
    return parse_xml(part.blob) if element is None else element
