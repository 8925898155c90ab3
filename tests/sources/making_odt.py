"""Makes OpenDocument texts for tests out of the XML that matters in each."""

from __future__ import annotations

from collections.abc import Mapping

from kvtui.sources.lines import Line
from kvtui.sources.odt.reading import odt_source
from tests.sources.making_word import zipped

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = " ".join(
    f'xmlns:{short}="{_URN}{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)


def odt_file(
    body: str,
    *,
    automatic: str = "",
    common: str = "",
    masters: str = "",
    members: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An .odt with this text, its automatic styles, its named styles and its master pages."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_NAMESPACES}>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {_NAMESPACES}><office:styles>{common}</office:styles>"
            f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
            **(members or {}),
        }
    )


def paragraph(content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def span(content: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{content}</text:span>'


def text_style(name: str, properties: str, family: str = "text", parent: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"<style:text-properties {properties}/></style:style>"
    )


def pages_of(data: bytes) -> list[list[Line]]:
    return [list(page.lines) for page in odt_source(data, "brief.odt").pages]


def texts_of(data: bytes) -> list[str]:
    """The lines that are not blank."""
    return [line.text for page in pages_of(data) for line in page if line.text]


def texts_in(body: str, automatic: str = "") -> list[str]:
    return texts_of(odt_file(body, automatic=automatic))
