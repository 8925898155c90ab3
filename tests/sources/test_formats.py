"""The format of a file, told by its first bytes, and what is refused by name."""

from __future__ import annotations

import pytest

from kvtui.model.formats import Format
from kvtui.sources.errors import SourceError
from kvtui.sources.formats import format_of


@pytest.mark.parametrize(
    "before", [b"", b"\n\n", b"\xef\xbb\xbf", b"\0\0", b"\x93junk\n", b"HTTP/1.1 200 OK\n\n"]
)
def test_a_pdf_may_have_other_bytes_before_it(before: bytes) -> None:
    data = before + b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    assert format_of(data, "brug.pdf") is Format.PDF


def test_a_pdf_that_is_cut_off_is_a_pdf() -> None:
    assert format_of(b" %PDF-1.4", "brug") is Format.PDF


def test_a_text_about_pdf_is_a_text() -> None:
    assert format_of(b"Vraag 1\nKent u het teken %PDF-1.4?\n", "brug.txt") is Format.TEXT


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (rb"{\rtf1 Vraag 1\par}", "is a Rich Text file (.rtf); save it as .docx, ODT or PDF"),
        (b"\n" + rb"{\rtf1}", "is a Rich Text file (.rtf); save it as .docx, ODT or PDF"),
        (b"PK\x05\x06" + bytes(18), "is an empty archive; there is nothing to read"),
        (b"PK\x03\x04" + bytes(40), "is a zip file without a Word or OpenDocument text in it"),
    ],
)
def test_what_is_not_read_is_said_by_name(data: bytes, said: str) -> None:
    with pytest.raises(SourceError) as raised:
        format_of(data, "brug.zip")
    assert str(raised.value) == f"brug.zip: {said}"
