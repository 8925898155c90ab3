"""Hands a document on: as JSON, Markdown, plain text, or a citation.

Each form takes a `Document` and gives text; where that goes is for the caller.
"""
