"""Links of XML and HTML in running text: the address behind the words, where the words don't show it.

The same form that Markdown's links get: "de brug (https://www.example.nl/brug)".
"""

from __future__ import annotations

import re

from kvtui.sources.cleaning import one_line

_WEB = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)
_BARE = re.compile(r"\A(?:https?://)?(?:www\.)?|\Amailto:", re.IGNORECASE)
_PUBLICATION = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:ah|kv|kst|stb|stcrt|h|blg|dossier|trb)[-/]\w[\w-]{2,60}|\d{4}[ZD]\d{5})",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LONGEST = 2000
"""Characters of an address; a longer one is data."""


def address_behind(text: str, target: str) -> str | None:
    """The web address to write behind a link's words, or None where they show or name it already."""
    address = one_line(target[: _LONGEST + 1]).replace(" ", "%20")
    if len(address) > _LONGEST or not _WEB.match(address):
        return None
    return None if is_shown(text, address) or names_publication(text, address) else address


def is_shown(text: str, target: str) -> bool:
    """Whether the words have the target in them, whatever its beginning and white space."""
    shown = "".join(text.split()).lower()
    return _BARE.sub("", target.strip()).rstrip("/").lower() in shown


def names_publication(text: str, address: str) -> bool:
    """Whether the words "Kamerstuk 36 410, nr. 74" name what the address "…/kst-36410-74.html" is of."""
    found = _PUBLICATION.search(address)
    if not found:
        return False
    numbers = _DIGITS.findall(found[0])
    digits = "".join(_DIGITS.findall(text))
    return bool(numbers) and all(number in digits for number in numbers)


def publication_in(target: str) -> str | None:
    """A target that is no web address but names a publication: "kst-36800-XIV-80", "dossier/36600"."""
    target = one_line(target[: _LONGEST + 1])
    return target if len(target) <= _LONGEST and _PUBLICATION.search(target) else None
