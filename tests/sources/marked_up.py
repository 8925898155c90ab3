"""Invented publications in XML and HTML, and what their sources give in short."""

from __future__ import annotations

from kvtui.sources.lines import Role, SourceText

HEAD = """<kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2098-2099</tekstregel>
<tekstregel inhoud="documenttype">Aanhangsel van de Handelingen</tekstregel></kamervraagkop>
<kamervraagnummer>17</kamervraagnummer>
<kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Bries</achternaam></naam> (SV) aan de
Minister van Waterzaken over <kamervraagonderwerp>drijvende bruggen</kamervraagonderwerp> (ingezonden
<datum isodatum="2099-01-29">29 januari 2099</datum>).</kamervraagomschrijving>
<kamervraagomschrijving type="antwoord">Antwoord van Minister <naam><achternaam>Oever</achternaam></naam> (Waterzaken)
(ontvangen <datum isodatum="2099-02-16">16 februari 2099</datum>).</kamervraagomschrijving>"""


def publication(body: str, *, head: str = "", lead: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    """A publication in the newer XML around a body."""
    text = f"{lead}<officiele-publicatie><kamervragen>{head}{body}</kamervragen></officiele-publicatie>"
    return text.encode()


def texts(source: SourceText, role: Role = Role.TEXT) -> list[str]:
    """The lines of one role that have text."""
    return [line.text for page in source.pages for line in page.lines if line.role is role and line.text]


def openings(source: SourceText) -> list[tuple[str, str]]:
    """The lines that open a part: what, and their text."""
    return [(line.opens.value, line.text) for page in source.pages for line in page.lines if line.opens]


def styled(source: SourceText) -> list[tuple[str, str]]:
    """The words that stand out, and how."""
    return [
        (line.text[span.start : span.end], span.style.value)
        for page in source.pages
        for line in page.lines
        for span in line.styles
    ]
