"""Walks through a document and gathers the references of all its texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kvtui.model.document import Document, Reference, TextPart
from kvtui.parsing.references.context import Context, Facts, facts_of
from kvtui.parsing.references.found import Claims, Found
from kvtui.parsing.references.internal import find_numbered
from kvtui.parsing.references.named_questions import with_questions
from kvtui.parsing.references.publications import find_publications, without_own
from kvtui.parsing.references.relative import find_relative
from kvtui.parsing.references.urls import find_urls


def find_references(document: Document, carriers: Mapping[int, tuple[int, ...]]) -> tuple[Reference, ...]:
    """All references of a document, footnote marks excepted, in the document's order.

    Takes the document with all its blocks filled, and by the index of a footnote the question numbers of the
    block that carries its mark. References of one paragraph stand by their start and do not overlap.
    """
    facts = facts_of(document)
    return tuple(
        Reference(
            part=context.part,
            numbers=context.numbers,
            paragraph=paragraph,
            start=found.start,
            end=found.end,
            text=text[found.start : found.end],
            kind=found.kind,
            targets=found.targets,
            certain=found.certain,
            questions=found.questions,
        )
        for context, paragraph, text in _texts(document, facts, carriers)
        for found in find_in_text(text, context)
    )


def find_in_text(text: str, context: Context) -> list[Found]:
    """The references of one text, by their start and without overlap."""
    claims = Claims()
    urls = [found for found in find_urls(text) if claims.take(found.start, found.end)]
    publications = find_publications(text, claims)
    citations = Claims((found.start, found.end) for found in publications)
    internal: list[Found] = []
    for finder in (find_numbered, find_relative):
        internal.extend(one for one in finder(text, context, citations) if claims.take(one.start, one.end))
    others = (without_own(found, context.facts.own) for found in (*urls, *publications))
    found = sorted([*(one for one in others if one), *internal], key=lambda one: one.start)
    return with_questions(text, found, context)


def _texts(
    document: Document, facts: Facts, carriers: Mapping[int, tuple[int, ...]]
) -> Iterator[tuple[Context, int, str]]:
    """Each paragraph with where it stands, in the order in which the model gives its references."""
    blocks: list[tuple[Context, tuple[str, ...]]] = [
        (Context(TextPart.HEADER, (), facts), document.header.paragraphs)
    ]
    blocks += [(Context(TextPart.QUESTION, (q.number,), facts), q.paragraphs) for q in document.questions]
    blocks += [(Context(TextPart.ANSWER, a.numbers, facts), a.paragraphs) for a in document.answers]
    if document.notice:
        blocks.append((Context(TextPart.NOTICE, (), facts), document.notice.paragraphs))
    if document.explanatory_note:
        blocks.append((Context(TextPart.NOTE, (), facts), document.explanatory_note.paragraphs))
    for context, paragraphs in blocks:
        for index, text in enumerate(paragraphs):
            yield context, index, text
    for index, footnote in enumerate(document.footnotes):
        yield Context(TextPart.FOOTNOTE, carriers.get(index, ()), facts), index, footnote.text
