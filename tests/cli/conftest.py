from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

TEXT = """2030-2031 Aanhangsel van de Handelingen

Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden

77

Vragen van het lid Van Duin (PvdV) aan de Minister van Water en Wegen over de veerpont
(ingezonden 9 januari 2031).

Antwoord van Minister Bakboord (Water en Wegen) (ontvangen 30 januari 2031).

Vraag 1

Vaart de veerpont?

Vraag 2

Waarom niet?

Antwoord 1

Zie het antwoord op vraag 2.

Antwoord 2

Het ijs.
"""


@pytest.fixture(autouse=True)
def own_directories(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data, config and log directories of this test alone."""
    home = tmp_path_factory.mktemp("home")
    for name in ("DATA", "CONFIG", "LOG", "CACHE"):
        monkeypatch.setenv(f"KVTUI_{name}_DIR", str(home / name.lower()))
    monkeypatch.delenv("COLUMNS", raising=False)
    return home


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "ah-tk-20302031-77.md"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def bad_files(tmp_path: Path) -> dict[str, Path]:
    """Files that cannot be read, by what is wrong with them."""
    paths = {name: tmp_path / name for name in ("missing", "empty.md", "binary.md", "large.txt", "folder")}
    paths["empty.md"].write_bytes(b"")
    paths["binary.md"].write_bytes(b"\x7fELF\x02\x01\x00\x00")
    with open(paths["large.txt"], "wb") as large:
        os.truncate(large.fileno(), 200 * 1024 * 1024)
    paths["folder"].mkdir()
    return paths


@pytest.fixture
def brieven(tmp_path: Path) -> Path:
    """A zip archive of two documents, in a folder and not, and of what is no document."""
    return zipped(
        tmp_path / "brieven.zip",
        {
            "2031/ah-tk-20302031-78.txt": TEXT.replace("\n77\n", "\n78\n"),
            "2031/ah-tk-20302031-78.metadata.xml": '<m><metadata name="DC.creator" content="Water"/></m>',
            "ah-tk-20302031-79.md": TEXT.replace("\n77\n", "\n79\n"),
            "veerpont.png": "geen tekst",
        },
    )


@pytest.fixture
def bad_archives(tmp_path: Path, brieven: Path) -> list[tuple[str, Path]]:
    """What is said of archives that cannot be opened, and such archives."""
    kapot = tmp_path / "kapot.zip"
    kapot.write_bytes(brieven.read_bytes()[:60])
    bomb = {f"{n}.txt": bytes(80 * 1024 * 1024) for n in range(3)}
    return [
        ("is damaged", kapot),
        ("is refused: unpacks to 240 MB", zipped(tmp_path / "bom.zip", bomb)),
        ("no documents in it", zipped(tmp_path / "leeg.zip", {})),
        ("no documents in it", zipped(tmp_path / "niets.zip", {"veerpont.png": "geen tekst"})),
    ]


def zipped(path: Path, members: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path
