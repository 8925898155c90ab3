"""Keeps the library as its files are: finds what changed, reads it, writes catalogue and index."""
