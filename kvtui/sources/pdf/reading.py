"""PDF: what `glyphs` finds in a process of its own, made into pages of lines.

Page heads and feet, footnotes and their marks, styles and the ends of paragraphs are told by
place, size and weight, all measured against the document's own type.
"""

from __future__ import annotations

from kvtui.sources.cleaning import one_line
from kvtui.sources.errors import SourceError
from kvtui.sources.lines import SourceText
from kvtui.sources.pdf.pages import read_pages
from kvtui.sources.pdf.process import pdf_messages
from kvtui.sources.pdf.runs import raw_pages


def pdf_source(data: bytes, name: str) -> SourceText:
    """The pages and lines of a PDF; its title and the like as metadata.

    Raises:
        SourceError: it is damaged, protected, has no text, or takes more than a document may.
    """
    *messages, last = pdf_messages(data, name)
    try:
        raw = raw_pages(messages)
        stated = tuple((str(key), one_line(str(value))) for key, value in last["end"])
    except (KeyError, TypeError, ValueError):
        raise SourceError(f"{name}: cannot be read: the PDF library gave what is no text") from None
    if not any(any(map(str.isalnum, run.text)) for page in raw for run in page.runs + page.turned):
        if any(page.has_picture for page in raw):
            raise SourceError(f"{name}: has no text: it is a scan (only pictures); run it through OCR first")
        raise SourceError(f"{name}: has no text that can be read; fetch or save it anew")
    problems = tuple(f"Page {at} cannot be read." for at, page in enumerate(raw, 1) if page.is_lost)
    metadata = tuple(pair for pair in stated if pair[1])
    return SourceText(name, "pdf", read_pages(raw), metadata=metadata, problems=problems)
