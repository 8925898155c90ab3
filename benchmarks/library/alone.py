"""tantivy alone, fed with parsed texts: `python -m benchmarks.library.alone SIZE CACHE FOLDER`.

Prints how many seconds it took from the first text to the end of the last merge. A process of its own, so
that its threads and its memory are its own.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tantivy import Document, Filter, Index, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from benchmarks.library.parsed import rows
from benchmarks.library.places import place_of

_FIELDS = ("document", "question", "answer", "footnote", "other")


def main() -> None:
    """Index all rows in a folder."""
    size, cache, folder = int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    ready = [row for chunk in rows(place_of(cache, size)) for row in chunk]
    builder = SchemaBuilder()
    builder.add_unsigned_field(_FIELDS[0], stored=True, indexed=True, fast=True)
    for field in _FIELDS[1:]:
        builder.add_text_field(field, stored=True, tokenizer_name="words", index_option="position")
    schema = builder.build()
    index = Index(schema, folder)
    words = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase()).filter(Filter.ascii_fold())
    index.register_tokenizer("words", words.build())
    begin = time.perf_counter()
    writer = index.writer()
    for row in ready:
        texts = (row.document, row.question, row.answer, row.footnote, row.other)
        writer.add_document(Document.from_dict(dict(zip(_FIELDS, texts, strict=True)), schema))
    writer.commit()
    writer.wait_merging_threads()
    print(time.perf_counter() - begin)


if __name__ == "__main__":
    main()
