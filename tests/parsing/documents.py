"""Generated texts in the manner of Kamervragen, damaged as converters damage them."""

from __future__ import annotations

from hypothesis import strategies as st

from kvtui.sources import Line, Opens, Role

_FRAGMENTS = (
    "Vraag 1", "Vraag 2", "Vraag 2 en 3", "Vraag 4 t/m 6", "Vraag 7 Bent u bekend met de sluis?", "Vragen 1, 2 en 5",
    "Antwoord 1", "Antwoord 2 en 3", "Antwoord op vraag 4", "Antwoord op vragen 4, 5 en 6", "Antwoord", "Antwoord:",
    "Antwoord 1 Ja.", "1", "2.", "3. Kunt u dit toelichten?", "1 2", "2, 3 en 4", "Mededeling", "Toelichting:",
    "Toelichting: Deze vragen dienen ter aanvulling (vraagnummer 2099Z01234).", "1 De Getijdenbode, 3 mei 2099",
    "1De Getijdenbode, 3 mei 2099 (https://voorbeeld.example/a-", "2 Kamerstuk 99 100, nr. 12", "3) Aanhangsel 12",
    "[1] De Sluiswachter", "> 1 noot", "<sup>1</sup>", "11<sup>e</sup>", "Zie het antwoord op vraag 3.1",
    "de sluis?1 En dan", "bericht».2", "ver-", "antwoordelijk", "Zie ook Aanhangsel Handelingen,",
    "vergaderjaar 2098–2099, nr. 12.", "Vragen van het lid Zandbergen (PvdG) aan de Minister van Sluizen over",
    "*bruggen* (ingezonden 3 mei 2099).", "Antwoord van Minister Duinker (Sluizen) (ontvangen 4 juni 2099).",
    "Mededeling van Minister Duinker (Sluizen) (ontvangen 4 juni 2099).", "AH 612", "2099Z01234", "698",
    "Tweede Kamer der Staten-Generaal2", "Vergaderjaar 2098–2099 Aanhangsel van de Handelingen",
    "Vragen gesteld door de leden der Kamer, met de daarop door de", "regering gegeven antwoorden",
    "ah-tk-20982099-12", "ISSN 0921 - 7398", "’s-Gravenhage 2099",
    "Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1", "Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel 2Vraag 3",
    "Tweede Kamer, vergaderjaar 2098–2099, Vragen", "-----", "#### Vraag 3", "**Vraag 4**", "| a | b |", "![p](x.png)",
    "[hier](https://voorbeeld.example)", "& <b>vet</b> <br/>", "• punt", "wat?Kunt u", "¹", "½", "Ⅷ", "٣",
)  # fmt: skip


def texts() -> st.SearchStrategy[str]:
    """Lines of fragments and of anything at all, with every sort of line end, or none."""
    word = st.one_of(st.sampled_from(_FRAGMENTS), st.text(max_size=30))
    line = st.lists(word, max_size=4).map(" ".join)
    ends = st.sampled_from(["\n", "\n", "\n\n", "\r\n", " ", "", "\f"])
    return st.lists(st.tuples(line, ends).map("".join), max_size=40).map("".join)


def told_lines() -> st.SearchStrategy[Line]:
    """Lines of those fragments, with all that a format may know of a line."""
    text = st.one_of(
        st.sampled_from(_FRAGMENTS), st.sampled_from(("", "[1]", "[1] De Bode", "Ja.[1]", "Nee."))
    )
    opens = st.one_of(st.none(), st.none(), st.sampled_from(Opens))
    role = st.sampled_from([Role.TEXT, Role.TEXT, Role.TEXT, Role.NOTE, Role.FURNITURE])
    return st.builds(Line, text, role, opens, st.sampled_from([True, True, False, None]))
