"""A library of a few invented documents, with an index and what stands in for the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from kvtui.library.entries import Entry, entry_of
from kvtui.library.facts.citations import citations_of
from kvtui.library.facts.records import records_of
from kvtui.library.index.documents import documents_of
from kvtui.library.index.vocabulary import write_vocabulary
from kvtui.library.index.writing import open_writer
from kvtui.library.query.reading import read_query
from kvtui.library.search.results import Counts, Documents, Order, Results
from kvtui.library.search.searching import Searcher, open_searcher
from kvtui.model import Answer, Asker, Document, DocumentKind, Question

Pair = tuple[str, str]


def document(number: int, /, *pairs: Pair, **fields: object) -> Document:
    """An answered document of that number, received on that day of October 2098 unless `fields` say more."""
    made = Document(
        identifier=f"ah-tk-20982099-{number}",
        kind=DocumentKind.ANSWER,
        number=str(number),
        session_year="2098-2099",
        received=date(2098, 10, number),
        askers=(Asker("Bries", "De Seizoenen"),),
        questions=tuple(Question(n, (n,), None, (text,)) for n, (text, _) in enumerate(pairs, start=1)),
        answers=tuple(Answer((n,), None, (text,)) for n, (_, text) in enumerate(pairs, start=1) if text),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


class Rows:
    """What a search asks of the catalogue."""

    def __init__(self) -> None:
        self.rows: dict[int, Entry] = {}

    def entries(self, files: Sequence[int]) -> list[Entry]:
        return [self.rows[file] for file in files if file in self.rows]

    def numbered(self, names: Sequence[str]) -> list[Entry]:
        return [row for row in self.rows.values() if {row.number, row.identifier} & set(names)]

    def count_unread(self) -> int:
        return 0

    def has_read(self) -> bool:
        return bool(self.rows)


class Library:
    """Documents that can be searched; the number of a file is its place among them, from 1."""

    def __init__(self, folder: Path, *documents: Document) -> None:
        self.folder = folder
        self.rows = Rows()
        self.put(*documents)
        self.searcher: Searcher = open_searcher(folder, self.rows)

    def put(self, *documents: Document, first: int = 1) -> None:
        writer = open_writer(self.folder)
        for file, each in enumerate(documents, start=first):
            path = Path(f"/{each.number}.md")
            self.rows.rows[file] = replace(entry_of(each, path), file=file)
            writer.replace(file, documents_of(file, records_of(each, citations_of(each))))
        writer.commit()
        writer.close()
        write_vocabulary(self.folder)

    def search(self, text: str, order: Order = Order.NEWEST, offset: int = 0, limit: int = 50) -> Results:
        return self.searcher.search(read_query(text), order, offset, limit)

    def found(self, text: str, order: Order = Order.NEWEST) -> list[str]:
        """The hits as `number/question`, or the number alone for a header; checks the counts too."""
        results = self.search(text, order)
        assert results.total == len(results.hits)
        documents = Documents(len({hit.file for hit in results.hits}))
        assert results.documents == documents
        assert self.searcher.count(results.query) == Counts(results.total, documents)
        return [place(hit.entry.number, hit.shown.number) for hit in results.hits]

    def excerpts(self, text: str, order: Order = Order.NEWEST) -> list[str]:
        """The excerpts, with what is marked between brackets."""
        return [
            bracketed(hit.shown.excerpt.text, hit.shown.excerpt.marks)
            for hit in self.search(text, order).hits
        ]


def place(number: str | None, question: int | None) -> str:
    return f"{number}" if question is None else f"{number}/{question}"


def bracketed(text: str, marks: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text
