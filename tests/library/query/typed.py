"""Texts as readers may type them, for Hypothesis: pieces of the grammar, right and wrong, in any order."""

from __future__ import annotations

from hypothesis import strategies as st

from kvtui.library.query.fields import names_of
from kvtui.library.query.tree import FilterField, TextPlace

_NAMES = [name for field in (*FilterField, *TextPlace) for name in names_of(field)]
_VALUES = [
    "Bakboord", '"Van Duin"', "VVD,D66", "ja", "nee", "misschien", ">42", "<=21", "10..20", "2098", "2098-2099",
    "2098-02-01", "1 februari 2098", "2098Z01234", "1059", "geen", "vws", "-x", "(a OR b)", "(a", "", ",", "antwoord",
]  # fmt: skip
_GRAMMAR = [
    "asiel", "opvang", "veilig*", "foto's", "22-jarige", '"veilig land"', '"a b"~3', "(", ")", "-", "NOT", "NIET", "OR",
    "OF", "|", "AND", "EN", "NEAR/5", "NABIJ", '"', "„", "«", "10:30", "http://x", "é", "*", "~", ",", "a,b", "...",
]  # fmt: skip

pieces = st.one_of(
    st.sampled_from(_GRAMMAR),
    st.builds(lambda name, value: f"{name}:{value}", st.sampled_from(_NAMES), st.sampled_from(_VALUES)),
    st.text(max_size=6),
)
queries = st.builds(
    lambda some, between: between.join(some), st.lists(pieces, max_size=12), st.sampled_from(["", " "])
)
