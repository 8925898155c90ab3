"""The fields of the index, and how its words are made from a text.

Words are exact: small letters without accents. Forms of words are thought of when a query is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kvtui.library.query.words import folded_words

if TYPE_CHECKING:
    from tantivy import Schema, TextAnalyzer

VERSION: Final = 3
"""To be raised with every change of fields, of words or of what is put in: the index is then made anew."""

TEXTS: Final = ("question", "answer", "footnote", "other", "title")
"""What a record says, with the places of the words. `other` holds notice, note and unplaced text."""
EVERYTHING: Final = "text"
"""The words of all those, without places: one field to look in is five times as fast as five."""
SUBJECT: Final = "subject"
"""The words of the subject, on every record of a document."""
LONGEST_WORD: Final = 64
"""Longer words are not kept: they are addresses and rubbish."""

TOKENIZER: Final = "kvtui"
_NAMES: Final = ("member", "party", "respondent", "portfolio")
_EXACT: Final = ("cites", "number", "case", "member_whole", "party_whole")
_FACETS: Final = ("member_name", "party_name", "ministry", "session", "kind")
_NUMBERS: Final = ("day", "days", "questions", "recency", "file", "part")
_FLAGS: Final = ("joint", "short", "unanswered", "is_pair")


def make_schema() -> Schema:
    """The fields: see the docstrings of `Record` and `DocumentFacts` for what is in them."""
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    for name in TEXTS:
        builder.add_text_field(name, stored=True, tokenizer_name=TOKENIZER, index_option="position")
    builder.add_text_field(EVERYTHING, tokenizer_name=TOKENIZER, index_option="freq")
    for name in (SUBJECT, *_NAMES):
        builder.add_text_field(name, tokenizer_name=TOKENIZER, index_option="position")
    for name in _EXACT:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in _FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in _NUMBERS:
        builder.add_unsigned_field(name, indexed=True, fast=True, stored=name in ("file", "part"))
    builder.add_unsigned_field("numbers", stored=True)
    for name in _FLAGS:
        builder.add_boolean_field(name, indexed=True, fast=True)
    return builder.build()


def whole_name(name: str) -> str:
    """A name as one word: its words, small and without accents, with a space between."""
    return " ".join(folded_words(name))


def make_analyzer() -> TextAnalyzer:
    """Makes the words of a text as the index does."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.remove_long(LONGEST_WORD))
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
        .build()
    )
