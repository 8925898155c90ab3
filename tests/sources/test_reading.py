"""Files as people have them, and what is said of those that are no documents."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kvtui.sources import SourceError, files, read_source, reading, source_beginning

TEXT = "Vraag 1\nDrijft de «brug» écht – voor € 5?\n"


def lines_in(path: Path) -> list[str]:
    return [line.text for page in read_source(path).pages for line in page.lines]


@pytest.fixture
def brug(tmp_path: Path) -> Path:
    return tmp_path / "brug.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_common_encoding_is_read_right(brug: Path, encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    brug.write_bytes(mark + TEXT.encode(encoding))
    assert lines_in(brug)[:2] == ["Vraag 1", "Drijft de «brug» écht – voor € 5?"]


def test_the_holes_of_windows_1252_are_removed(brug: Path) -> None:
    brug.write_bytes(b"Drijft \x81zij\x9d \xe9cht?")
    assert lines_in(brug) == ["Drijft zij écht?"]


def test_a_damaged_end_of_utf_16_is_no_reason_to_fail(brug: Path) -> None:
    brug.write_bytes("Drijft zij?".encode("utf-16") + b"\x41")
    assert lines_in(brug)[0].startswith("Drijft zij?")


@pytest.mark.parametrize(
    ("name", "text", "format"),
    [
        ("brug.md", "Vraag 1", "markdown"),
        ("brug.MARKDOWN", "Vraag 1", "markdown"),
        ("brug.txt", "Vraag 1", "text"),
        ("brug", "Vraag 1", "text"),
        ("brug", "#### Vraag 1", "markdown"),
        ("brug.txt", "Kop\n\n**Vraag 1**", "markdown"),
    ],
)
def test_the_format_is_told_by_name_or_content(tmp_path: Path, name: str, text: str, format: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    source = read_source(tmp_path / name)
    assert (source.format, source.path) == (format, str(tmp_path / name))


def message_for(path: Path) -> str:
    """What is said of a file that cannot be read: one line that begins with its path."""
    with pytest.raises(SourceError) as raised:
        read_source(path)
    message = str(raised.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message.removeprefix(f"{path}: ")


def test_a_missing_file(brug: Path) -> None:
    assert message_for(brug) == "does not exist; check the name"


def test_a_folder(tmp_path: Path) -> None:
    assert "folder" in message_for(tmp_path)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n "])
def test_an_empty_file(brug: Path, data: bytes) -> None:
    brug.write_bytes(data)
    assert message_for(brug) == "is empty; there is nothing to read"


@pytest.mark.parametrize("data", [b"\x7fELF\x02\x00\x00", b"Vraag\x001", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_a_binary_file(brug: Path, data: bytes) -> None:
    brug.write_bytes(data)
    assert message_for(brug) == "is a binary file in no format that kvtui reads"


def test_an_old_word_file(brug: Path) -> None:
    brug.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "save it as .docx" in message_for(brug)


def test_a_file_that_may_not_be_read(brug: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # the tests may run as a user to whom nothing is forbidden
    def refuse(name: str, flags: int, *others: object) -> int:
        raise PermissionError(13, "Permission denied", name)

    brug.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(os, "open", refuse)
    assert message_for(brug) == "may not be read; check its permissions"


def test_a_failing_disk(brug: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str, flags: int, *others: object) -> int:
        raise OSError(5, "Input/output error", name)

    monkeypatch.setattr(os, "open", fail)
    assert message_for(brug) == "cannot be read: Input/output error"


def test_a_file_that_is_too_large(brug: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    brug.write_bytes(b"x" * 1001)
    assert "at most" in message_for(brug)
    brug.write_bytes(b"x" * 1000)
    assert lines_in(brug) == ["x" * 1000]


def test_a_huge_sparse_file_is_refused_unread(brug: Path) -> None:
    with brug.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert message_for(brug) == "is 200 MB; kvtui reads documents of at most 100 MB"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_that_nobody_writes_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    assert "not a file" in message_for(tmp_path / "pijp")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices here")
def test_a_device() -> None:
    assert "not a file" in message_for(Path("/dev/null"))


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(SourceError):
        read_source(Path("brug\0weg"))


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "dood").symlink_to(tmp_path / "weg")
    assert message_for(tmp_path / "dood") == "does not exist; check the name"


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "rond").symlink_to(tmp_path / "rond")
    assert message_for(tmp_path / "rond").startswith("cannot be read: ")


def test_more_text_than_anybody_reads(brug: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_TEXT", 3 << 20)
    brug.write_bytes(b"Drijft zij? " * (4 << 20))
    assert message_for(brug) == "is 48 MB of text; kvtui reads at most 3 MB"
    with pytest.raises(SourceError, match="is 48 MB of text"):
        source_beginning(brug, 60_000)
