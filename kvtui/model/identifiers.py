"""Identifiers of official publications and the addresses of their official pages.

Knows the forms in which kvtui writes them (`ah-tk-20232024-1059`, `kst-36410-VIII-112`,
`2024Z14250`, `ECLI:…`); how a text prints them is for `parsing`.
"""

from __future__ import annotations

import re

_PUBLISHED = re.compile(r"(?:ah|kv|kst|stb|stcrt|h)-[0-9A-Za-z-]+\Z")
_CASE_OR_DOCUMENT = re.compile(r"(?P<year>\d{4})(?P<letter>[ZD])\d{5}\Z")


def official_url(identifier: str) -> str | None:
    """The page of a publication on the government's own sites.

    Takes a normalised identifier; gives an https address, or None where no page can be told
    from the identifier alone.
    """
    if _PUBLISHED.match(identifier):
        return f"https://zoek.officielebekendmakingen.nl/{identifier}.html"
    if identifier.startswith("ECLI:"):
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={identifier}"
    found = _CASE_OR_DOCUMENT.match(identifier)
    if found and found["letter"] == "Z":
        return f"https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id={identifier}"
    if found:
        return f"https://www.tweedekamer.nl/kamerstukken/detail?id={identifier}&did={identifier}"
    return None
