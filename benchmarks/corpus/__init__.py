"""A corpus of any size like the published one: `python -m benchmarks.corpus FOLDER --documents N`.

Lengths, shares, header forms and references as in the real documents, and a vocabulary that keeps
growing. Members, ministers, parties, places and everything said are invented.
"""
