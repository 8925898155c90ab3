"""What is fuzzed: each source and the parser, with what must hold and the words that open its doors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fuzzing import truths
from fuzzing.drawn import messages_in
from fuzzing.members import archive_of
from fuzzing.properties import check
from kvtui.sources import source_from_text, source_of
from kvtui.sources.html.reading import html_source
from kvtui.sources.lines import Line, Opens, Page, Role, SourceText
from kvtui.sources.odt.reading import odt_source
from kvtui.sources.pdf.pages import read_pages
from kvtui.sources.pdf.runs import raw_pages
from kvtui.sources.word.reading import docx_source
from kvtui.sources.xml.reading import xml_source

_TRADE = (
    "Vraag 1", "Vraag 2 en 3", "Vragen 1 t/m 4", "Antwoord 1", "Antwoord", "Antwoord op vraag 2", "Mededeling",
    "Toelichting:", "[1]", "1)", "¹", "(ingezonden 3 mei 2099)", "(ontvangen 4 juni 2099)", "ISSN", "Onderwerp",
    "Vragen van het lid Duin (PvdD) aan de Minister van Zee over zand", "Aanhangsel", "zie vraag 1", "2099Z01234",
    "Kamerstuk 99 100, nr. 12", "https://a.nl", "vergaderjaar 2098-2099", "Geachte voorzitter,", "\f", "- ", "| a |",
)  # fmt: skip
_MARKUP = (
    "<p>", "</p>", "<div>", "</div>", "<sup>1</sup>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#0;", "&eacute;",
    "<br/>", "<table>", "<tr>", "<td colspan='9'>", "</table>", "<a href='#n1'>1</a>", "<ul>", "<ol start='3'>", "<li>",
)  # fmt: skip
_OFFICIAL = (
    "<vraag>", "</vraag>", "<antwoord>", "<nr>1</nr>", "<al>", "</al>", "<noot nr='1'>", "</noot>", "<noot.nr>",
    "<lijst>", "<li>", "<li.nr>", "<tgroup>", "<row>", "<entry namest='a' nameend='b' morerows='9'>", "<extref doc='x'>",
    "<nadruk type='vet'>", "<kamervraagkop>", "<vraagdoc>", "<reactie>", "<?pi?>", "<!ENTITY a 'b'>", "<!DOCTYPE a>",
)  # fmt: skip
_WORD = (
    "<w:p>", "</w:p>", "<w:r><w:t>a</w:t></w:r>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tbl>", "<w:br/>", "<w:tab/>",
    '<w:footnoteReference w:id="1"/>', '<w:fldChar w:fldCharType="begin"/>', "<w:txbxContent>", "<w:del>", "<w:sectPr/>",
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', '<w:gridSpan w:val="3"/>', "<w:vMerge/>",
)  # fmt: skip
_ODT = (
    "<text:p>", "</text:p>", "<text:list>", "<text:list-item>", "<text:note>", "<text:note-citation>1</text:note-citation>",
    "<text:note-body>", "<table:table>", "<table:table-row>", "<table:table-cell>", "<text:s text:c='9'/>", "<draw:frame>",
    "<text:h text:outline-level='2'>", "<text:line-break/>", "<text:span>", "<text:soft-page-break/>",
)  # fmt: skip
_PDF = (
    "/Kids", "/Count", "/Type /Pages", "/MediaBox [0 0 9 9]", "/Rotate 90", "endobj", "stream", "endstream", "xref",
    "BT", "ET", "Tj", "Td", "Tm", "/Encrypt", "/ToUnicode", "/Contents 2 0 R", "/Length 9", "/Filter /FlateDecode",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that is fuzzed."""

    run: Callable[[bytes], None]
    """Reads an input and checks what must hold; may raise SourceError."""
    words: tuple[str, ...]
    """What a mutation puts in."""
    longest: int = 20_000
    """Bytes of an input."""


def _text(data: bytes) -> None:
    source = source_of(data, "x.txt")
    if source.format in ("text", "markdown"):
        truths.file_is_kept(data, source)
    check(source)


def _markdown(data: bytes) -> None:
    source = source_of(data, "x.md")
    if source.format == "markdown":
        truths.file_is_kept(data, source)
    check(source)


def _xml(data: bytes) -> None:
    source = xml_source(data, "x.xml")
    truths.xml_is_kept(data, source)
    check(source)


def _html(data: bytes) -> None:
    source = html_source(data, "x.html")
    truths.html_is_kept(data, source)
    check(source)


def _docx(data: bytes) -> None:
    source = docx_source(archive_of(data), "x.docx")
    truths.word_is_kept(data, source)
    check(source)


def _odt(data: bytes) -> None:
    source = odt_source(archive_of(data), "x.odt")
    truths.odt_is_kept(data, source)
    check(source)


def _pdf(data: bytes) -> None:
    check(source_of(data, "x.pdf"))


def _layout(data: bytes) -> None:
    raw = raw_pages(messages_in(data))
    source = SourceText("x.pdf", "pdf", read_pages(raw))
    truths.runs_are_kept(raw, source)
    check(source)


def _zip(data: bytes) -> None:
    """The bytes of an archive themselves, under both names."""
    for name in ("x.docx", "x.odt"):
        check(source_of(data, name))


def _parser(data: bytes) -> None:
    """Lines with what a format may know of them: told by a sign before each."""
    text = data.decode("utf-8", "replace")
    plain = source_from_text(text)
    pages = tuple(Page(tuple(_told(line.text) for line in page.lines)) for page in plain.pages)
    check(SourceText("x", "html", pages))


_SIGNS: dict[str, tuple[Role, Opens | None, bool | None]] = {
    "~": (Role.FURNITURE, None, True),
    "^": (Role.NOTE, None, True),
    "+": (Role.TEXT, Opens.QUESTION, True),
    "=": (Role.TEXT, Opens.ANSWER, True),
    "%": (Role.TEXT, Opens.NOTICE, True),
    "$": (Role.TEXT, Opens.NOTE, True),
    "_": (Role.TEXT, None, False),
    "@": (Role.TEXT, None, None),
}


def _told(text: str) -> Line:
    role, opens, ended = _SIGNS.get(text[:1], (Role.TEXT, None, True))
    return Line(text[1:].strip() if text[:1] in _SIGNS else text, role, opens, ended)


TARGETS = {
    "text": Target(_text, _TRADE, 6_000),
    "markdown": Target(_markdown, (*_TRADE, "# ", "**", "_", "`", "> ", "![a](b)", "[a](b)", "<sup>1</sup>", "\\"), 6_000),
    "parser": Target(_parser, (*_TRADE, *(f"\n{sign}" for sign in _SIGNS), "\n^[1] "), 6_000),
    "xml": Target(_xml, (*_TRADE, *_OFFICIAL, *_MARKUP), 6_000),
    "html": Target(_html, (*_TRADE, *_MARKUP, "<div class='vraag'>", "<div class='voetnoot'>", "<main>", "<pre>"), 6_000),
    "docx": Target(_docx, (*_TRADE, *_WORD), 200_000),
    "odt": Target(_odt, (*_TRADE, *_ODT), 200_000),
    "zip": Target(_zip, ("PK\x03\x04", "PK\x01\x02", "PK\x05\x06", "word/document.xml", "mimetype"), 200_000),
    "pdf": Target(_pdf, _PDF, 60_000),
    "layout": Target(_layout, (*_TRADE, "\npage 0 0 595 842 0\n", "\n0 60 700 500 700 9 0 0|", "\n0 60 60 70 60 5 0 0|1")),
}  # fmt: skip
