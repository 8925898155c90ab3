"""Word files that are damaged or mean harm: one clear line for each, and nothing outside is looked at."""

from __future__ import annotations

import io
import socket
import zipfile

import pytest

from kvtui.sources import archive
from kvtui.sources.errors import SourceError
from kvtui.sources.word.reading import docx_source
from tests.sources.making_word import paragraph, texts_of, word_file, zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def message_for(data: bytes) -> str:
    with pytest.raises(SourceError) as raised:
        docx_source(data, "brief.docx")
    message = str(raised.value)
    assert message.startswith("brief.docx: ")
    assert "\n" not in message
    return message.removeprefix("brief.docx: ")


def test_nothing_outside_the_file_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise AssertionError("reached the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    relations = "".join(
        f'<Relationship Id="uit{n}" Type="{OFFICE}{kind}" Target="http://192.0.2.1/x" TargetMode="External"/>'
        for n, kind in enumerate(["image", "attachedTemplate", "oleObject", "hyperlink", "styles", "header"])
    )
    assert texts_of(word_file(paragraph("De brug."), relations=relations)) == ["De brug."]


def test_a_link_that_leads_nowhere_does_no_harm() -> None:
    relations = (
        f'<Relationship Id="a" Type="{OFFICE}image" Target="NULL"/>'
        f'<Relationship Id="b" Type="{OFFICE}styles" Target="../../../../etc/passwd"/>'
        f'<Relationship Id="c" Type="{OFFICE}footnotes" Target="#bladwijzer"/>'
    )
    assert texts_of(word_file(paragraph("De brug."), relations=relations)) == ["De brug."]


def test_word_files_with_macros_templates_and_the_strict_kind_are_read_too() -> None:
    plain = word_file(paragraph("De brug."), {"styles": ""})
    with zipfile.ZipFile(io.BytesIO(plain)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    strict = {
        name: data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships/")
        for name, data in members.items()
    }
    assert texts_of(zipped(strict)) == ["De brug."]
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    types = members["[Content_Types].xml"]
    wordly = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert texts_of(zipped({**members, "[Content_Types].xml": types.replace(wordly, macros)})) == ["De brug."]


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/footnotes.xml"])
@pytest.mark.parametrize(
    "entity", ['<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">']
)
def test_entities_are_refused(part: str, entity: str) -> None:
    root = f"<!DOCTYPE w [{entity}]><w:x xmlns:w='x'>&b;</w:x>"
    data = word_file(paragraph("x"), {"styles": "", "footnotes": ""}, members={part: root})
    assert "entities" in message_for(data)
    assert "entities" in message_for(
        word_file(paragraph("x"), {"styles": "", "footnotes": ""}, members={part: root.encode("utf-16")})
    )


def test_entities_of_relationships_are_refused() -> None:
    root = '<!DOCTYPE w [<!ENTITY b SYSTEM "file:///etc/passwd">]><x>&b;</x>'
    assert "entities" in message_for(
        word_file(paragraph("x"), members={"word/_rels/document.xml.rels": root})
    )


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 5 * 1024 * 1024)
    data = word_file(paragraph("x"), members={"word/media/bom.bin": bytes(6 * 1024 * 1024)})
    assert len(data) < 20_000
    assert message_for(data) == "is refused: unpacks to 6 MB; at most 5 MB"


def test_a_member_that_is_larger_than_it_says_is_not_unpacked_further() -> None:
    data = word_file(paragraph("x" * 5000))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        size = file.getinfo("word/document.xml").file_size
    lying = data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != data
    assert "damaged" in message_for(lying)


def test_too_many_members_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 3)
    assert "at most 3" in message_for(word_file(paragraph("x")))


def test_a_truncated_file() -> None:
    data = word_file(paragraph("x"))
    for length in (30, len(data) // 2, len(data) - 10):
        assert "damaged" in message_for(data[:length])


def test_damaged_bytes_within() -> None:
    data = bytearray(word_file(paragraph("De brug is dicht. " * 50)))
    data[60:80] = bytes(20)
    assert "damaged" in message_for(bytes(data))


def test_a_file_without_a_text() -> None:
    assert "word/document.xml is missing" in message_for(zipped({"a.txt": "x"}))
    assert "no text body" in message_for(word_file("", members={"word/document.xml": "<x/>"}))
    assert "holds no text" in message_for(word_file(paragraph("")))


@pytest.mark.parametrize("xml", ["", "<w:document", "\0\0\0\0", "<a>" * 500 + "</a>" * 500])
def test_a_text_that_is_no_xml(xml: str) -> None:
    assert "damaged" in message_for(word_file("", members={"word/document.xml": xml}))


def test_a_protected_file() -> None:
    data = bytearray(word_file(paragraph("x")))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert "password" in message_for(bytes(data))


@pytest.mark.parametrize("part", ["styles", "numbering", "footnotes", "settings", "header1"])
def test_a_broken_part_beside_the_text_is_told(part: str) -> None:
    data = word_file(paragraph("x"), {part: ""}, members={f"word/{part}.xml": "<w:styles"})
    assert "damaged" in message_for(data)


def test_tables_nested_as_deep_as_xml_allows_are_read() -> None:
    nested = paragraph("x")
    for _ in range(60):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"
    assert texts_of(word_file(nested)) == ["x"]
