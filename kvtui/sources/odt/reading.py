"""Reads OpenDocument texts (.odt): what the printed pages show, without markup.

Numbers of lists are written as they are shown; page heads and feet are furniture, notes stand at
the end.
"""

from __future__ import annotations

from lxml import etree

from kvtui.model.formats import Format
from kvtui.sources.archive import Archive, open_archive
from kvtui.sources.composing.flow import source_of_pages
from kvtui.sources.errors import SourceError
from kvtui.sources.lines import Role, SourceText
from kvtui.sources.odt.pages import MasterPages
from kvtui.sources.odt.styles import OdtStyles
from kvtui.sources.odt.text import OdtNotes, OdtReader
from kvtui.sources.xml_parsing import ParsedXml, parse_xml

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MANIFEST = "META-INF/manifest.xml"


def odt_source(data: bytes, name: str) -> SourceText:
    """The lines of an OpenDocument text; `name` is its path or what else to call it.

    Pages end at the page breaks that the author put in; others are not in the file.

    Raises:
        SourceError: the file is damaged, protected, empty, or beyond the limits of `archive`.
    """
    archive = open_archive(data, name)
    if _MANIFEST in archive and b"encryption-data" in archive.read_xml(_MANIFEST):
        raise SourceError(f"{name}: is protected by a password; save it without one")
    content = _part(archive, "content.xml", name)
    body = None if content is None else content.root.find(f"{_OFFICE}body/{_OFFICE}text")
    if content is None or body is None:
        if content is not None and content.problems:
            raise SourceError(f"{name}: is damaged: content.xml in it is not whole; get the file again")
        raise SourceError(f"{name}: is no OpenDocument text: content.xml in it lacks a text")
    styles = _part(archive, "styles.xml", name)
    common = None if styles is None else styles.root
    notes = OdtNotes()
    masters = MasterPages(_group(common, "master-styles"))
    scope = OdtStyles([_group(common, "styles"), _group(content.root, "automatic-styles")])
    flow = OdtReader(scope, notes, at_master_page=masters.begin).read(body)
    edge_scope = OdtStyles([_group(common, "styles"), _group(common, "automatic-styles")])
    edges = OdtReader(edge_scope, OdtNotes(), Role.FURNITURE)
    pages = masters.with_edges(flow.pages, lambda edge: edges.read(edge).lines)
    pages[-1] += notes.lines
    problems = dict.fromkeys(p for part in (content, styles) if part is not None for p in part.problems)
    return source_of_pages(pages, Format.ODT, name, problems)


def _part(archive: Archive, member: str, name: str) -> ParsedXml | None:
    return parse_xml(archive.read_xml(member), name) if member in archive else None


def _group(root: etree._Element | None, tag: str) -> etree._Element | None:
    return None if root is None else root.find(f"{_OFFICE}{tag}")
