"""Invented documents in files, and what a library makes of them."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from kvtui.library.catalogue import Catalogue, open_catalogue
from kvtui.library.catalogue.opening import catalogue_file
from kvtui.library.collection import Collection
from kvtui.library.entries import Entry
from kvtui.library.index.opening import open_index
from kvtui.library.indexing.progress import Outcome, Progress, Stage
from kvtui.library.indexing.refreshing import refresh


def answer(number: int, *, subject: str = "de veerpont", asker: str = "Van Duin", questions: int = 2) -> str:
    """The text of an answer in the session of 2098-2099."""
    asked = "".join(
        f"Vraag {n}\n\nVaart de veerpont {number} bij mist {n}?\n\n" for n in range(1, questions + 1)
    )
    told = "".join(f"Antwoord {n}\n\nNee, dat is {n} keer geprobeerd.\n\n" for n in range(1, questions + 1))
    return (
        "Vergaderjaar 2098–2099 Aanhangsel van de Handelingen\n\n"
        "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden\n\n"
        f"{number}\n\n"
        f"Vragen van het lid {asker} (PvdV) aan de Minister van Justitie en Veiligheid over {subject}"
        f" (ingezonden {1 + number % 28} januari 2099).\n\n"
        f"Antwoord van Minister Bakboord (Justitie en Veiligheid) (ontvangen {1 + number % 28} februari 2099)."
        f" Zie ook Aanhangsel Handelingen, vergaderjaar 2098–2099, nr. {number - 1}.\n\n{asked}{told}"
    )


def name(number: int, suffix: str = "txt") -> str:
    """The file name of that answer."""
    return f"ah-tk-20982099-{number}.{suffix}"


def write_answer(folder: Path, number: int, suffix: str = "txt", **wishes: object) -> Path:
    """A file with that answer."""
    path = folder / name(number, suffix)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = answer(number, **wishes)  # type: ignore[arg-type]
    if suffix == "html":
        text = "<html><body>" + "".join(f"<p>{line}</p>" for line in text.split("\n\n")) + "</body></html>"
    path.write_text(text, "utf-8")
    return path


def changed(path: Path, text: str) -> None:
    """Gives a file another text, later than it had its own."""
    before = path.stat().st_mtime_ns
    path.write_text(text, "utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))


class Library:
    """A library of one folder, in a folder of its own, and what its indexer told."""

    def __init__(self, home: Path) -> None:
        self.docs = home / "docs"
        self.docs.mkdir(parents=True)
        self.collection = Collection((self.docs,), home / "library")
        self.told: list[Progress] = []

    def refresh(self, processes: int = 1) -> Outcome:
        self.told = []
        return refresh(self.collection, self.told.append, lambda: False, processes)

    @property
    def words(self) -> list[str]:
        """What the reader was told in words at the last refresh."""
        return [progress.words for progress in self.told if progress.stage is Stage.TOLD]

    def open(self) -> Catalogue:
        return open_catalogue(self.collection.folder)

    def entries(self) -> list[Entry]:
        with closing(self.open()) as catalogue:
            return catalogue.entries(catalogue.order())

    def names(self) -> list[str]:
        """The identifiers of the list, or the file names where there is none, sorted."""
        return sorted(entry.identifier or entry.path.name for entry in self.entries())

    def entry(self, number: int) -> Entry:
        with closing(self.open()) as catalogue:
            found = catalogue.find(f"ah-tk-20982099-{number}")
        assert found is not None
        return found

    def check(self) -> None:
        """Index and catalogue say the same, and nothing twice."""
        check_agreement(self.collection.folder)


def check_agreement(folder: Path) -> None:
    """The index holds the records of the listed files that were read, each once, and of no others."""
    file = catalogue_file(folder)
    assert file is not None
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        listed = {file for (file,) in connection.execute("SELECT file FROM files WHERE listed AND state = 1")}
        assert not connection.execute("SELECT 1 FROM files WHERE state = 0").fetchall()
        assert not connection.execute("SELECT 1 FROM leftovers").fetchall()
        for table in ("names", "row_words", "members", "parties", "ministries", "citations"):
            strangers = f"SELECT file FROM {table} WHERE file NOT IN (SELECT file FROM files WHERE listed)"
            assert not connection.execute(strangers).fetchall(), table
        twice = "SELECT publication FROM files WHERE listed AND state = 1 GROUP BY 1 HAVING count(*) > 1"
        assert not [name for (name,) in connection.execute(twice) if name is not None]
    headers = headers_in(folder)
    assert sorted(headers) == sorted(listed)


def headers_in(folder: Path) -> list[int]:
    """The file numbers of the header records of the index."""
    from tantivy import Query

    searcher = open_index(folder).searcher()
    found = searcher.search(Query.all_query(), 100_000).hits
    records = [searcher.doc(address).to_dict() for _, address in found]
    return [record["file"][0] for record in records if record["part"][0] == 0]
