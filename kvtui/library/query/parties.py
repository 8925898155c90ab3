"""The names under which one party is printed and typed: NSC is also "Nieuw Sociaal Contract"."""

from __future__ import annotations

from functools import cache
from typing import Final

from kvtui.library.query.words import folded_words

_SAME: Final = (
    ("NSC", "Nieuw Sociaal Contract"),
    ("PvdD", "Partij voor de Dieren"),
    ("FVD", "Forum voor Democratie"),
    ("BBB", "BoerBurgerBeweging"),
    ("CU", "ChristenUnie"),
    ("GL", "GroenLinks"),
    ("GL-PvdA", "GroenLinks-PvdA"),
    ("PvdA", "Partij van de Arbeid"),
    ("SP", "Socialistische Partij"),
    ("PVV", "Partij voor de Vrijheid"),
    ("SGP", "Staatkundig Gereformeerde Partij"),
    ("50PLUS", "50+"),
    ("LPF", "Lijst Pim Fortuyn"),
)
"""Of each pair the first is the short one."""


def party_names(typed: str) -> tuple[str, ...]:
    """The names of the party that is typed, the short one first; what is typed where no others are known."""
    return _names().get(tuple(folded_words(typed)), (typed,))


@cache
def _names() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The words of a name -> all names of that party."""
    return {tuple(folded_words(name)): names for names in _SAME for name in names}
