"""Writes the records of documents into the index, under tantivy's own lock.

A kill at any moment leaves what was committed last; the lock dies with the process.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kvtui.library.facts.records import Record
from kvtui.library.index.opening import (
    MissingIndexError,
    TextIndexError,
    create_index,
    open_index,
    tantivy_errors,
)
from kvtui.library.index.schema import EVERYTHING, whole_name

if TYPE_CHECKING:
    from tantivy import Index, IndexWriter

_HEAP: Final = 192 * 1024 * 1024
"""Bytes of memory that tantivy fills before it writes a segment."""
_MOST_THREADS: Final = 4


class TextWriter:
    """The one writer of an index. Everything raises `TextIndexError` when the disk does not take it."""

    def __init__(self, index: Index) -> None:
        """Takes the lock."""
        threads = max(1, min(_MOST_THREADS, os.cpu_count() or 1))
        with tantivy_errors(TextIndexError, "the index cannot be written"):
            self._writer: IndexWriter = index.writer(_HEAP, threads)
        self._schema = index.schema

    def replace(self, file: int, records: Sequence[Record]) -> None:
        """Puts in the records of a file, instead of those that it had."""
        from tantivy import Document

        with tantivy_errors(TextIndexError, "the index cannot be written"):
            self._delete(file)
            for record in records:
                self._writer.add_document(Document.from_dict(_fields(file, record), self._schema))

    def remove(self, files: Iterable[int]) -> None:
        """Takes out the records of these files."""
        with tantivy_errors(TextIndexError, "the index cannot be written"):
            for file in files:
                self._delete(file)

    def _delete(self, file: int) -> None:
        from tantivy import Query

        # by a query: the number in delete_documents_by_term is taken for a signed one, and nothing goes
        self._writer.delete_documents_by_query(Query.term_query(self._schema, "file", file, "basic"))

    def commit(self) -> None:
        """Makes everything so far last, and lets readers see it."""
        with tantivy_errors(TextIndexError, "the index cannot be written"):
            self._writer.commit()

    def close(self) -> None:
        """Drops what was not committed, waits until segments are merged, and gives the lock back."""
        with tantivy_errors(TextIndexError, "the index cannot be written"):
            self._writer.rollback()
            self._writer.wait_merging_threads()


def open_writer(folder: Path) -> TextWriter:
    """The writer of a library's index, which is made where there is none.

    Raises `OtherVersionError` or `DamagedIndexError`: then `discard_index` and open again; the plain
    `TextIndexError` where another process writes or the disk refuses.
    """
    try:
        index = open_index(folder)
    except MissingIndexError:
        index = create_index(folder)
    return TextWriter(index)


def _fields(file: int, record: Record) -> dict[str, object]:
    """What tantivy is given for a record, by the names of `schema`."""
    facts = record.facts
    fields: dict[str, object] = {
        "question": list(record.questions),
        "answer": list(record.answers),
        "footnote": list(record.footnotes),
        "subject": facts.subject,
        "member": list(facts.members),
        "party": list(facts.parties),
        "respondent": list(facts.respondents),
        "portfolio": list(facts.portfolios),
        "cites": list(facts.cites),
        "number": list(facts.names),
        "case": facts.case,
        "member_name": list(facts.members),
        "party_name": list(facts.parties),
        "party_whole": [whole_name(party) for party in facts.parties],
        "ministry": list(facts.ministries),
        "session": facts.session,
        "kind": facts.kind,
        "day": facts.day,
        "questions": facts.questions,
        "recency": record.recency,
        "file": file,
        "part": record.part,
        "numbers": list(record.numbers),
        "joint": record.joint,
        "short": record.short,
        "unanswered": facts.unanswered,
        "is_pair": record.part > 0,
    }
    if facts.days is not None:
        fields["days"] = max(0, facts.days)
    texts = [*record.questions, *record.answers, *record.footnotes]
    if record.part == 0:
        others = [record.notice, record.note, record.unplaced]
        texts += [record.title, *others]
        fields["title"] = record.title
        fields["other"] = others
    fields[EVERYTHING] = texts
    return fields
