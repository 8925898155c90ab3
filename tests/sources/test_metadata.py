"""Metadata in and beside documents."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from kvtui.sources.metadata import metadata_beside

PAIRS = (("DC.identifier", "ah-tk-20982099-17"), ("OVERHEIDop.vergaderjaar", "2098-2099"))
KOOP = (
    '<?xml version="1.0" encoding="UTF-8"?><metadata_gegevens>'
    + "".join(f'<metadata name="{name}" scheme="" content="{content}"/>' for name, content in PAIRS)
    + "</metadata_gegevens>"
)
OWMS = (
    '<owms xmlns:dcterms="http://purl.org/dc/terms/" xmlns:overheidop="urn:op"><kern>'
    "<dcterms:identifier>ah-tk-20982099-17</dcterms:identifier><overheidop:vergaderjaar>2098-2099</overheidop:vergaderjaar>"
    "</kern></owms>"
)


def document(folder: Path, name: str = "ah-tk-20982099-17.xml") -> Path:
    path = folder / name
    path.write_text("<kamervragen/>")
    return path


@pytest.mark.parametrize(
    "name", ["ah-tk-20982099-17.metadata.xml", "ah-tk-20982099-17.xml.metadata.xml", "metadata.xml"]
)
def test_metadata_beside_a_document_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(KOOP)
    assert metadata_beside(document(tmp_path)) == PAIRS


def test_owms_elements_are_read(tmp_path: Path) -> None:
    (tmp_path / "metadata_owms.xml").write_text(OWMS)
    assert metadata_beside(document(tmp_path)) == (
        ("dcterms:identifier", "ah-tk-20982099-17"),
        ("overheidop:vergaderjaar", "2098-2099"),
    )


def test_metadata_of_another_document_are_not_taken(tmp_path: Path) -> None:
    (tmp_path / "metadata.xml").write_text(KOOP)
    assert metadata_beside(document(tmp_path, "ah-tk-20982099-18.pdf")) == ()
    assert metadata_beside(document(tmp_path, "ah-tk-20982099-17-h1.pdf")) == ()


def test_metadata_of_a_folder_belong_to_the_only_document_in_it(tmp_path: Path) -> None:
    (tmp_path / "metadata.xml").write_text(KOOP)
    document(tmp_path, "brug.xml")
    path = document(tmp_path, "brug.pdf")
    assert metadata_beside(path) == PAIRS
    document(tmp_path, "paal.pdf")
    assert metadata_beside(path) == ()


def test_a_name_with_capitals_is_the_same_document(tmp_path: Path) -> None:
    (tmp_path / "metadata.xml").write_text(KOOP)
    assert metadata_beside(document(tmp_path, "AH-TK-20982099-17.PDF")) == PAIRS


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"geen xml",
        b"<a",
        b"\x00\xff",
        b'<!DOCTYPE m [<!ENTITY e SYSTEM "file:///etc/hostname">]><m><x>&e;</x></m>',
        b"<m>" + b" " * (1024 * 1024) + b"</m>",
        b"<m>" * 5000,
    ],
    ids=["empty", "text", "cut off", "binary", "external entity", "too large", "deep"],
)
def test_a_useless_file_beside_gives_nothing_and_never_fails(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ah-tk-20982099-17.metadata.xml").write_bytes(content)
    assert all(name != "x" for name, _ in metadata_beside(document(tmp_path)))


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ah-tk-20982099-17.metadata.xml")
    (tmp_path / "metadata.xml").mkdir()
    assert metadata_beside(document(tmp_path)) == ()
    assert metadata_beside(tmp_path / "weg" / "ah.xml") == ()
    assert metadata_beside(Path("/")) == ()
    assert metadata_beside(Path("a\0b")) == ()


def test_contents_are_safe_and_bounded(tmp_path: Path) -> None:
    long = "x" * 10_000
    (tmp_path / "metadata.xml").write_text(
        KOOP.replace(
            "<metadata_gegevens>",
            f'<metadata_gegevens><metadata name="DC.title" content="a&#x9b;&#x202e; b&#10;{long}"/>',
        )
    )
    title = dict(metadata_beside(document(tmp_path)))["DC.title"]
    assert title.startswith("a b x")
    assert len(title) <= 4000


def members(archive: Path, *names: str) -> Path:
    """An archive with members of those names; what ends in "metadata.xml" states `PAIRS`."""
    with zipfile.ZipFile(archive, "w") as file:
        for name in names:
            file.writestr(name, KOOP if name.endswith("metadata.xml") else "<kamervragen/>")
    return archive


@pytest.mark.parametrize("folder", ["", "2099/"])
@pytest.mark.parametrize(
    "name", ["ah-tk-20982099-17.metadata.xml", "ah-tk-20982099-17.xml.metadata.xml", "metadata.xml"]
)
def test_metadata_beside_a_document_in_an_archive_are_read(tmp_path: Path, folder: str, name: str) -> None:
    archive = members(tmp_path / "brieven.zip", f"{folder}ah-tk-20982099-17.xml", folder + name)
    assert metadata_beside(archive / folder / "ah-tk-20982099-17.xml") == PAIRS


def test_metadata_of_another_folder_of_an_archive_are_not_taken(tmp_path: Path) -> None:
    (tmp_path / "metadata.xml").write_text(KOOP)
    archive = members(tmp_path / "brieven.zip", "a/brug.xml", "b/metadata.xml", "ah-tk-20982099-17.xml")
    assert metadata_beside(archive / "a/brug.xml") == ()
    assert metadata_beside(archive / "ah-tk-20982099-17.xml") == ()


def test_metadata_of_a_folder_in_an_archive_belong_to_the_only_document_in_it(tmp_path: Path) -> None:
    archive = members(
        tmp_path / "brieven.zip", "a/brug.xml", "a/brug.pdf", "a/metadata.xml",
        "b/brug.xml", "b/paal.xml", "b/metadata.xml", "c/brug.xml", "c/d/paal.xml", "c/metadata.xml",
    )  # fmt: skip
    assert metadata_beside(archive / "a/brug.pdf") == PAIRS
    assert metadata_beside(archive / "b/brug.xml") == ()
    assert metadata_beside(archive / "c/brug.xml") == ()


def test_huge_metadata_in_an_archive_are_left_alone(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "brieven.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("brug.xml", "<kamervragen/>")
        file.writestr("brug.metadata.xml", KOOP + " " * (2 * 1024 * 1024))
    assert metadata_beside(tmp_path / "brieven.zip" / "brug.xml") == ()


def test_a_broken_archive_gives_no_metadata_and_never_fails(tmp_path: Path) -> None:
    (tmp_path / "brieven.zip").write_bytes(b"PK\x03\x04")
    assert metadata_beside(tmp_path / "brieven.zip" / "brug.xml") == ()
