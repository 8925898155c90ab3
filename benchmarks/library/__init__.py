"""The library measured: start, search, keys, indexing and memory with 1,000 to 100,000 documents.

The corpora are written by `benchmarks.corpus`; they and what is made of them stay in the cache folder.
"""
