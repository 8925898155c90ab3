"""Makes Word files for tests out of the XML that matters in each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from kvtui.sources.lines import Line, Role
from kvtui.sources.word.reading import docx_source

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header": "hdr",
    "footer": "ftr",
}


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """A paragraph of runs and other XML; content without a tag becomes a run."""
    inner = "".join(each if each.startswith("<") else run(each) for each in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def table(*rows: list[str], properties: str = "") -> str:
    """A table whose cells are given as XML of their paragraphs, or as text."""
    inner = "".join(
        "<w:tr>"
        + "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{inner}</w:tbl>"


LINED = '<w:tblBorders><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'


def field(instruction: str, result: str) -> str:
    """A complex field in runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{result}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def word_file(
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    relations: str = "",
    members: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A .docx; `parts` are the insides of parts by kind ("header1" and such may have a number)."""
    types, links = "", relations
    files: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
    }
    for name, inner in (parts or {}).items():
        kind = name.rstrip("0123456789")
        root = _PARTS[kind]
        files[f"word/{name}.xml"] = f"<w:{root} {_NAMESPACES}>{inner}</w:{root}>"
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}{kind}+xml"/>'
        links += f'<Relationship Id="{name}" Type="{_OFFICE}{kind}" Target="{name}.xml"/>'
    packages = "http://schemas.openxmlformats.org/package/2006/"
    files |= {
        "[Content_Types].xml": f'<Types xmlns="{packages}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{packages}relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{packages}relationships">{links}</Relationships>',
        **(members or {}),
    }
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def lines_of(data: bytes) -> list[Line]:
    return [line for page in docx_source(data, "brief.docx").pages for line in page.lines]


def texts_of(data: bytes, role: Role | None = None) -> list[str]:
    """The lines that are not blank."""
    return [line.text for line in lines_of(data) if line.text and role in (None, line.role)]


def texts_in(body: str, parts: Mapping[str, str] | None = None) -> list[str]:
    return texts_of(word_file(body, parts))
