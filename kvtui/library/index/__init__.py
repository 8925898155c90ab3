"""The texts of the library in a tantivy index: its fields, its writing, and the vocabulary beside it.

Derived from the documents at any time; which documents there are is for `catalogue`.
"""
