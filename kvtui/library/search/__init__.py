"""Looks for a query in the index: what is found, how it is counted, and which words to mark.

Reading only; how a query is typed is for `query`.
"""
