"""Files that take longer to read than a key may: they are read beside the screen."""

from __future__ import annotations

import zipfile
from pathlib import Path

from kvtui.tui.first_reading import read_beginning
from tests.sources.making_pdf import column, pdf_of
from tests.tui.reading import reading

HEAD = (
    "Vragen van het lid Duin (PvdG) aan de Minister van Eb over {} (ingezonden 3 mei 2099).\n"
    "Antwoord van Minister Wad (Eb) (ontvangen 4 juni 2099).\nVraag 1\nDrijft {}?\nAntwoord 1\nJa.\n"
)


def pdf(path: Path, what: str) -> Path:
    path.write_bytes(pdf_of(column(HEAD.format(what, what).splitlines())))
    return path


async def test_a_pdf_is_opened_from_the_list(tmp_path: Path) -> None:
    (tmp_path / "ah-tk-20982099-9.txt").write_text(HEAD.format("de brug", "de brug"), "utf-8")
    pdf(tmp_path / "ah-tk-20982099-8.pdf", "de veerpont")
    async with reading(tmp_path) as reader:
        await reader.until(lambda: "Drijft de brug?" in reader.text, "the first document")
        await reader.press("shift+tab", "down", "enter")
        await reader.until(lambda: "Drijft de veerpont?" in reader.text, "the PDF")


async def test_documents_in_an_archive_are_read_like_others(tmp_path: Path) -> None:
    archive = tmp_path / "brieven.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("2099/ah-tk-20982099-9.txt", HEAD.format("de brug", "de brug"))
        file.write(pdf(tmp_path / "veer.pdf", "de veerpont"), "ah-tk-20982099-8.pdf")
    async with reading(archive) as reader:
        await reader.until(lambda: "Drijft de brug?" in reader.text, "the text in the archive")
        await reader.press("shift+tab", "down", "enter")
        await reader.until(lambda: "Drijft de veerpont?" in reader.text, "the PDF in the archive")


def test_a_large_file_that_has_no_beginning_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "brug.html"
    path.write_text(f"<html><body><p>{'De brug drijft. ' * 20_000}</p></body></html>", "utf-8")
    reading = read_beginning(path)
    assert reading.is_whole
    assert reading.document is not None
    assert reading.document.source.format == "html"
