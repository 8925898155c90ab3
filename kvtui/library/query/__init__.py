"""The words a reader types to search: read into a tree, told in words, and changed by a key.

Knows fields, dates and ministries; what is searched, and how, is for `search`.
"""
