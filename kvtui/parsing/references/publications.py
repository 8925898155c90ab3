"""All references of one text to other publications, in order and without overlap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kvtui.model.document import ReferenceKind
from kvtui.parsing.lazy import lazy
from kvtui.parsing.references.aanhangsel import find_aanhangsels
from kvtui.parsing.references.found import Claims, Found
from kvtui.parsing.references.gazettes import find_gazettes, find_proceedings
from kvtui.parsing.references.identifiers import find_identifiers
from kvtui.parsing.references.kamerstukken import find_incomplete_kamerstukken, find_kamerstukken
from kvtui.parsing.references.wording import has_digit

_LETTER_MARK = lazy(r"[Kk]amerbrief\s*\((?:kenmerk\s*)?(?P<mark>[A-Z]{2,6}[- ]?\d{5,})\)")


def find_publications(text: str, claims: Claims) -> list[Found]:
    """The citations of one text, in order; `claims` holds what is taken already and is added to."""
    if not has_digit(text):
        return []
    found = [one for one in find_identifiers(text) if claims.take(one.start, one.end)]
    for finder in (
        find_aanhangsels,
        find_kamerstukken,
        find_gazettes,
        find_proceedings,
        find_incomplete_kamerstukken,
        _find_marked_letters,
    ):
        found.extend(finder(text, claims))
    return sorted(found, key=lambda one: one.start)


def without_own(found: Found, own: frozenset[str]) -> Found | None:
    """The citation without the document itself; None where nothing is left of it."""
    if found.kind is not ReferenceKind.PUBLICATION:
        return found
    targets = tuple(target for target in found.targets if target not in own)
    return replace(found, targets=targets) if targets else None


def _find_marked_letters(text: str, claims: Claims) -> Iterator[Found]:
    """ "Kamerbrief (BZ2407724)": a ministry's own mark, which leads nowhere."""
    for letter in _LETTER_MARK().finditer(text) if "amerbrief" in text else ():
        if claims.take(*letter.span()):
            yield Found(*letter.span(), ReferenceKind.INCOMPLETE, certain=False)
