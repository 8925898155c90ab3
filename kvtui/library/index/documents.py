"""The records of a file as what tantivy is given: JSON by the names of `schema`, one text for each record.

Made by the process that read the file; for tantivy it is also the quickest way in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from kvtui.library.index.schema import EVERYTHING, whole_name

if TYPE_CHECKING:
    from kvtui.library.facts.records import DocumentFacts, Record


def documents_of(file: int, records: Sequence[Record]) -> tuple[str, ...]:
    """The documents for the records of one file."""
    if not records:
        return ()
    same = json.dumps(_of_all(file, records[0].facts), ensure_ascii=False)[1:-1]
    return tuple(_storable(f"{{{same}, {_of_one(record)}}}") for record in records)


def _of_all(file: int, facts: DocumentFacts) -> dict[str, object]:
    fields: dict[str, object] = {
        "subject": facts.subject,
        "member": facts.members,
        "party": facts.parties,
        "respondent": facts.respondents,
        "portfolio": facts.portfolios,
        "cites": facts.cites,
        "number": facts.names,
        "case": facts.case,
        "member_name": facts.members,
        "party_name": facts.parties,
        "member_whole": [whole_name(member) for member in facts.members],
        "party_whole": [whole_name(party) for party in facts.parties],
        "ministry": facts.ministries,
        "session": facts.session,
        "kind": facts.kind,
        "day": facts.day,
        "questions": facts.questions,
        "file": file,
        "unanswered": facts.unanswered,
    }
    if facts.days is not None:
        fields["days"] = max(0, facts.days)
    return fields


def _of_one(record: Record) -> str:
    """The texts, each made JSON once and given twice; `json.dumps` takes five times as long."""
    parts = {
        "question": _listed(record.questions),
        "answer": _listed(record.answers),
        "footnote": _listed(record.footnotes),
    }
    if record.part == 0:
        parts["title"] = encode_basestring(record.title)
        parts["other"] = _listed((record.notice, record.note, record.unplaced))
    parts[EVERYTHING] = ", ".join(filter(None, parts.values()))
    texts = ", ".join(f'"{name}": [{listed}]' for name, listed in parts.items())
    return (
        f'{texts}, "recency": {record.recency}, "part": {record.part}, "numbers": {[*record.numbers]}'
        f', "joint": {_flag(record.joint)}, "short": {_flag(record.short)}'
        f', "is_pair": {_flag(record.part > 0)}'
    )


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(map(encode_basestring, texts))


def _storable(text: str) -> str:
    """The text without lone surrogates, which tantivy refuses."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
