"""The heads of ministers' letters, each ministry in its own way; every letter here is made up."""

from __future__ import annotations

from datetime import date

import pytest

from kvtui.model import Addressee, Asker, Respondent
from kvtui.parsing.letters.reading import letter_in
from kvtui.parsing.letters.signs import Letter


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text as a parser hands them on: lines joined, a blank line between."""
    return [" ".join(block.split()) for block in text.split("\n\n") if block.strip()]


def read(text: str, letterhead: tuple[str, ...] = ()) -> Letter:
    letter = letter_in(paragraphs(text), letterhead)
    assert letter is not None
    return letter


JUSTICE = """\
> Retouradres Postbus 1 2500 AA Den Haag

Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal
Postbus 2
2500 BB DEN HAAG

Datum 4 december 2098
Onderwerp Beantwoording Kamervragen van de leden Bries en Van der Wolk (beiden SV) aan de minister van
Justitie en Veiligheid over het bericht 'Mist. En nog eens mist.'

Directoraat-Generaal Weer
www.example.nl
Ons kenmerk
5086975

In antwoord op uw brief van 9 november 2098, nr. 2098Z19006, deel ik u mede dat de vragen van de leden Bries en
Van der Wolk (beiden SV) aan de minister van Justitie en Veiligheid over het bericht 'Mist. En nog eens mist.' worden
beantwoord zoals aangegeven in de bijlage van deze brief.

De Minister van Justitie en Veiligheid,

A.B. van Nevel

Antwoorden van de Minister van Justitie en Veiligheid op vragen van de leden Bries en Van der Wolk (beiden SV) aan de
minister van Justitie en Veiligheid over het bericht 'Mist. En nog eens mist.'
"""


def test_a_letter_of_justice() -> None:
    letter = read(JUSTICE)
    facts = letter.facts
    assert facts.askers == (Asker("Bries", "SV"), Asker("Van der Wolk", "SV"))
    assert facts.addressees == (Addressee("Minister", "Justitie en Veiligheid"),)
    assert facts.respondents == (Respondent("Minister", "A.B. van Nevel", "Justitie en Veiligheid"),)
    assert facts.on_behalf_of == ()
    assert facts.subject == "het bericht 'Mist. En nog eens mist.'"
    assert letter.case_number == "2098Z19006"
    assert not facts.notice
    assert letter.message is None


def test_the_date_of_the_chambers_letter_is_no_date_of_submission() -> None:
    facts = read(JUSTICE).facts
    assert (facts.submitted, facts.received) == (None, None)


def test_a_letter_without_any_blank_lines() -> None:
    text = " ".join(JUSTICE.split())
    letter = letter_in([text])
    assert letter is not None
    assert letter.facts == read(JUSTICE).facts
    assert letter.case_number == "2098Z19006"


def test_a_letter_of_health_names_nobody_above_the_annex() -> None:
    letter = read(
        """\
De Voorzitter van de Tweede Kamer der Staten-Generaal
Postbus 2 2500 BB DEN HAAG

Datum 12 januari 2099

Betreft Kamervragen

Geachte voorzitter,

Hierbij zend ik u de antwoorden op de vragen van het Kamerlid Bries (SV) over de wachttijden in de mistzorg
(2098Z01234, ingezonden 20 december 2098).

Hoogachtend,

de minister van Volksgezondheid,
Welzijn en Sport,

Fleur de Nevel

Antwoorden op Kamervragen van het Kamerlid Bries (SV) over de wachttijden in de mistzorg (2098Z01234, ingezonden
20 december 2098)
"""
    )
    facts = letter.facts
    assert facts.askers == (Asker("Bries", "SV"),)
    assert facts.respondents == (
        Respondent("Minister", "Fleur de Nevel", "Volksgezondheid, Welzijn en Sport"),
    )
    assert facts.subject == "de wachttijden in de mistzorg"
    assert facts.submitted == date(2098, 12, 20)
    assert letter.case_number == "2098Z01234"


def test_a_letter_of_foreign_affairs_in_capitals() -> None:
    letter = read(
        """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum 16 februari 2099

Betreft Beantwoording vragen van het lid Van Bries (SV) over mist boven de Noordzee

Onze referentie BZ2407724

Geachte voorzitter,

Hierbij bied ik u, mede namens de Minister voor Buitenlandse Handel en Ontwikkelingshulp, de antwoorden aan op de
schriftelijke vragen gesteld door het lid Van Bries over mist boven de Noordzee. Deze vragen werden ingezonden op
14 januari 2099 met kenmerk 2099Z00517.

DE MINISTER VAN BUITENLANDSE ZAKEN,

Caspar Nevelman

Antwoorden van de Minister van Buitenlandse Zaken op vragen van het lid Van Bries (SV) over mist boven de Noordzee
"""
    )
    facts = letter.facts
    assert facts.askers == (Asker("Van Bries", "SV"),)
    assert facts.respondents == (Respondent("Minister", "Caspar Nevelman", "Buitenlandse Zaken"),)
    assert facts.on_behalf_of == (Addressee("Minister", "Buitenlandse Handel en Ontwikkelingshulp"),)
    assert facts.subject == "mist boven de Noordzee"
    assert facts.submitted == date(2099, 1, 14)
    assert letter.case_number == "2099Z00517"


def test_a_letter_of_agriculture_has_the_names_above_the_offices() -> None:
    letter = read(
        """\
Datum 3 maart 2099

Betreft Beantwoording vragen over nevel in kassen

Geachte Voorzitter,

Hierbij zend ik u de antwoorden op de vragen van de leden Bries (SV) en El Wolki (Wind) over nevel in kassen (kenmerk
2099Z 02211, ingezonden op 10 februari 2099).

Hoogachtend,

Femke Nevelsma

Minister van Landbouw, Visserij, Voedselzekerheid en Natuur

Jan Damp

Staatssecretaris van Landbouw, Visserij, Voedselzekerheid en Natuur
"""
    )
    facts = letter.facts
    portfolio = "Landbouw, Visserij, Voedselzekerheid en Natuur"
    assert facts.askers == (Asker("Bries", "SV"), Asker("El Wolki", "Wind"))
    assert facts.respondents == (
        Respondent("Minister", "Femke Nevelsma", portfolio),
        Respondent("Staatssecretaris", "Jan Damp", portfolio),
    )
    assert facts.subject == "nevel in kassen"
    assert letter.case_number == "2099Z02211"


def test_a_letter_of_finance_with_a_state_secretary_of_a_part() -> None:
    letter = read(
        """\
Betreft: Beantwoording Kamervragen van het lid Bries (SV) inzake de btw op mist

Ons kenmerk: 2099-0000123456

Uw brief (kenmerk): 2099Z04567

Geachte voorzitter,

Hierbij stuur ik u de antwoorden op de schriftelijke vragen die het lid Bries heeft gesteld.

Hoogachtend,

de staatssecretaris van Financiën - Fiscaliteit en Belastingdienst,

Folkert Nevelaar
"""
    )
    facts = letter.facts
    assert facts.askers == (Asker("Bries", "SV"),)
    assert facts.respondents == (
        Respondent("Staatssecretaris", "Folkert Nevelaar", "Financiën - Fiscaliteit en Belastingdienst"),
    )
    assert facts.subject == "de btw op mist"
    assert letter.case_number == "2099Z04567"


def test_a_letter_of_general_affairs() -> None:
    letter = read(
        """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Onderwerp Antwoorden op schriftelijke vragen van de leden Bries (SV) en Wolk (Wind) over mist op het Binnenhof

Geachte voorzitter,

Hierbij doe ik u de antwoorden toekomen op de vragen van de leden Bries (SV) en Wolk (Wind) over mist op het
Binnenhof, ingezonden op 3 februari 2099 met kenmerk 2099Z01111.

DE MINISTER-PRESIDENT,
Minister van Algemene Zaken,

Dick Nevel
"""
    )
    assert letter.facts.respondents == (Respondent("Minister-President", "Dick Nevel", None),)
    assert letter.facts.submitted == date(2099, 2, 3)
    assert letter.facts.subject == "mist op het Binnenhof"


def test_a_letter_of_education_with_a_long_portfolio_and_the_name_in_the_same_line() -> None:
    letter = read(
        """\
Betreft Antwoord op schriftelijke vragen van het lid Bries (SV) over mistlessen

Uw referentie 2099Z00099

Hierbij stuur ik u de antwoorden op de vragen van het lid Bries (SV) over mistlessen.

De minister van Onderwijs, Cultuur en Wetenschap, Eppo Nevel
"""
    )
    assert letter.facts.respondents == (
        Respondent("Minister", "Eppo Nevel", "Onderwijs, Cultuur en Wetenschap"),
    )
    assert letter.case_number == "2099Z00099"


def test_a_state_secretary_without_van() -> None:
    letter = read(
        """\
Geachte voorzitter,

Hierbij zend ik u, mede namens de minister van Volksgezondheid, Welzijn en Sport en de minister van Sociale Zaken en
Werkgelegenheid, de antwoorden op de vragen van het lid Bries (SV) over dampende jongeren.

Hoogachtend,

de staatssecretaris Jeugd,
Preventie en Sport,

Vincent Nevel
"""
    )
    facts = letter.facts
    assert facts.respondents == (
        Respondent("Staatssecretaris", "Vincent Nevel", "Jeugd, Preventie en Sport"),
    )
    assert facts.on_behalf_of == (
        Addressee("Minister", "Volksgezondheid, Welzijn en Sport"),
        Addressee("Minister", "Sociale Zaken en Werkgelegenheid"),
    )
    assert facts.subject == "dampende jongeren"


TWO_OFFICES = (
    Respondent("Minister", "C.E.G. van Nevel", "Sociale Zaken en Werkgelegenheid"),
    Respondent("Staatssecretaris", "A.A. de Damp", "Financiën"),
)


@pytest.mark.parametrize(
    "signatures",
    [
        "de Minister van Sociale Zaken en Werkgelegenheid,\n\nC.E.G. van Nevel\n\nde Staatssecretaris van Financiën,\n\nA.A. de Damp",
        "de Minister van Sociale Zaken en Werkgelegenheid,\n\nde Staatssecretaris van Financiën,\n\nC.E.G. van Nevel\n\nA.A. de Damp",
        "| de Minister van Sociale Zaken en Werkgelegenheid, | de Staatssecretaris van Financiën, |\n\n| C.E.G. van Nevel | A.A. de Damp |",
        "De Minister van Sociale Zaken en Werkgelegenheid, De Staatssecretaris van Financiën,\n\nC.E.G. van Nevel A.A. de Damp",
        "C.E.G. van Nevel\n\nMinister van Sociale Zaken en Werkgelegenheid\n\nA.A. de Damp\n\nStaatssecretaris van Financiën",
        "de Minister van Sociale Zaken en Werkgelegenheid, C.E.G. van Nevel\n\nde Staatssecretaris van Financiën, A.A. de Damp",
        "DE MINISTER VAN SOCIALE ZAKEN EN WERKGELEGENHEID\n\n(w.g.) C.E.G. van Nevel\n\nDE STAATSSECRETARIS VAN FINANCIËN\n\nw.g. A.A. de Damp",
    ],
    ids=["below", "names last", "in a table", "beside each other", "names first", "in the line", "capitals"],
)
def test_two_sign(signatures: str) -> None:
    text = "Geachte voorzitter,\n\nHierbij zenden wij u de antwoorden op de vragen van het lid Bries (SV) over mist.\n\n"
    assert read(text + signatures).facts.respondents == TWO_OFFICES


def test_names_without_initials_beside_each_other() -> None:
    letter = read(
        "Hierbij zenden wij u de antwoorden op de vragen van het lid Bries (SV) over mist.\n\n"
        "| De minister van Defensie, | De minister van Financiën, |\n\nRuben van Nevel Eelco Damp"
    )
    assert letter.facts.respondents == (
        Respondent("Minister", "Ruben van Nevel", "Defensie"),
        Respondent("Minister", "Eelco Damp", "Financiën"),
    )


@pytest.mark.parametrize(
    ("signature", "respondent"),
    [
        (
            "De Minister van Binnenlandse Zaken en Koninkrijksrelaties,\n\ndrs. K.H. Nevel",
            Respondent("Minister", "K.H. Nevel", "Binnenlandse Zaken en Koninkrijksrelaties"),
        ),
        (
            "DE STAATSSECRETARIS VAN INFRASTRUCTUUR EN WATERSTAAT - OPENBAAR VERVOER EN MILIEU,\n\nC.A. Nevel",
            Respondent(
                "Staatssecretaris", "C.A. Nevel", "Infrastructuur en Waterstaat - Openbaar Vervoer en Milieu"
            ),
        ),
        (
            "De Staatssecretaris Rechtsbescherming,\n\nT.H.D. Nevel",
            Respondent("Staatssecretaris", "T.H.D. Nevel", "Rechtsbescherming"),
        ),
        (
            "Carola Nevelens\nMinister van Landbouw, Natuur en Voedselkwaliteit",
            Respondent("Minister", "Carola Nevelens", "Landbouw, Natuur en Voedselkwaliteit"),
        ),
        (
            "Hoogachtend,\nde minister van Financiën\nEelco Nevel",
            Respondent("Minister", "Eelco Nevel", "Financiën"),
        ),
        (
            "DE MINISTER-PRESIDENT,\n\nMinister van Algemene Zaken\n\nH.W.M. Nevel",
            Respondent("Minister-President", "H.W.M. Nevel", None),
        ),
        ("De minister voor Mist,\n\n(w.g.)\n\nE. Nevel", Respondent("Minister", "E. Nevel", "Mist")),
        ("De minister van LVVN,", Respondent("Minister", None, "LVVN")),
    ],
)
def test_one_signs(signature: str, respondent: Respondent) -> None:
    text = "Hierbij zend ik u de antwoorden op de vragen van het lid Bries (SV) over mist.\n\n"
    assert read(text + signature).facts.respondents == (respondent,)


def test_a_letter_in_one_line_with_its_side_column_behind_the_subject() -> None:
    letter = read(
        "> Retouradres Postbus 1 Aan de Voorzitter van de Tweede Kamer der Staten-Generaal Datum 3 maart 2099 Betreft "
        "Beantwoording Kamervragen over nevel Directie Wind Contactpersoon J. Jansen Ons kenmerk 2099-001 Uw kenmerk "
        "2099Z00456 Bijlage(n) 1 Geachte voorzitter, Hierbij zend ik u de antwoorden op de vragen van het lid Bries (SV) "
        "over nevel. Hoogachtend, de minister van Volksgezondheid, Welzijn en Sport, Fleur Nevel"
    )
    assert letter.facts.subject == "nevel"
    assert letter.case_number == "2099Z00456"
    assert letter.facts.respondents == (
        Respondent("Minister", "Fleur Nevel", "Volksgezondheid, Welzijn en Sport"),
    )


def test_mede_namens_in_the_signature() -> None:
    letter = read(
        "In antwoord op uw brief van 9 november 2098 deel ik u mede dat de vragen van het lid Bries (SV) over mist worden "
        "beantwoord.\n\n| Mede namens de staatssecretaris van Infrastructuur en Waterstaat, de minister van Justitie en "
        "Veiligheid D. Nevel-Zomer | |"
    )
    assert letter.facts.respondents == (Respondent("Minister", "D. Nevel-Zomer", "Justitie en Veiligheid"),)
    assert letter.facts.on_behalf_of == (Addressee("Staatssecretaris", "Infrastructuur en Waterstaat"),)


def test_mede_namens_behind_the_office() -> None:
    letter = read(
        "Hierbij zend ik u de antwoorden op de vragen van het lid Bries (SV) over mist.\n\n"
        "De Minister van Klimaat en Groene Groei, mede namens de Minister van Economische Zaken,\n\nSophie Nevel"
    )
    assert letter.facts.respondents == (Respondent("Minister", "Sophie Nevel", "Klimaat en Groene Groei"),)
    assert letter.facts.on_behalf_of == (Addressee("Minister", "Economische Zaken"),)


def test_mede_namens_a_colleague() -> None:
    letter = read(
        "Hierbij zend ik u, mede namens mijn ambtgenoot van Asiel en Migratie, de antwoorden op de vragen van het lid "
        "Bries (SV) over mist.\n\nDe minister van Defensie,\n\nR. Nevel"
    )
    assert letter.facts.on_behalf_of == (Addressee("Minister", "Asiel en Migratie"),)


def test_who_signs_does_not_answer_on_behalf_of_himself() -> None:
    letter = read(
        "Hierbij zend ik u, mede namens de minister van Financiën, de antwoorden op de vragen van het lid Bries (SV) over "
        "mist.\n\nDe minister van Defensie,\n\nR. Nevel\n\nDe minister van Financiën,\n\nE. Damp"
    )
    assert len(letter.facts.respondents) == 2
    assert letter.facts.on_behalf_of == ()


def test_an_annex_without_its_letter() -> None:
    letter = read(
        "2099Z00321\n\nAntwoorden van de minister van Volkshuisvesting en Ruimtelijke Ordening, mede namens de minister van "
        "Financiën, op vragen van de leden Bries, Wolk (beiden SV) en Zon (Wind) aan de ministers van Volkshuisvesting en "
        "Ruimtelijke Ordening en van Financiën over vochtige huizen (ingezonden 5 juli 2099)."
    )
    facts = letter.facts
    assert facts.askers == (Asker("Bries", "SV"), Asker("Wolk", "SV"), Asker("Zon", "Wind"))
    assert facts.addressees == (
        Addressee("Minister", "Volkshuisvesting en Ruimtelijke Ordening"),
        Addressee("Minister", "Financiën"),
    )
    assert facts.respondents == (Respondent("Minister", None, "Volkshuisvesting en Ruimtelijke Ordening"),)
    assert facts.on_behalf_of == (Addressee("Minister", "Financiën"),)
    assert facts.subject == "vochtige huizen"
    assert facts.submitted == date(2099, 7, 5)
    assert letter.case_number == "2099Z00321"


def test_the_questions_title_of_an_annex_below_a_letter() -> None:
    letter = read(
        "Geachte voorzitter,\n\nHierbij ontvangt u de antwoorden op de Kamervragen van het lid Bries (SV).\n\n"
        "De minister van Asiel en Migratie,\n\nM. Nevel\n\n2099Z00322\n\n"
        "Vragen van het lid Bries (SV) aan de minister van Asiel en Migratie over opvang in de mist (ingezonden 6 juli 2099)"
    )
    facts = letter.facts
    assert facts.addressees == (Addressee("Minister", "Asiel en Migratie"),)
    assert facts.subject == "opvang in de mist"
    assert facts.submitted == date(2099, 7, 6)
    assert facts.respondents == (Respondent("Minister", "M. Nevel", "Asiel en Migratie"),)


def test_a_title_broken_in_lines() -> None:
    letter = read(
        "Antwoorden van de minister voor Rechtsbescherming op Kamervragen\n\nvan het lid Bries (SV)\n\nover mist"
    )
    assert letter.facts.askers == (Asker("Bries", "SV"),)
    assert letter.facts.subject == "mist"


def test_a_subject_in_the_page_head_alone() -> None:
    letter = read(
        "In antwoord op uw brief van 5 juli 2099, nr. 2099Z11859, deel ik u mede dat de vragen van het lid Bries (SV) over "
        "nevel worden beantwoord zoals aangegeven in de bijlage.\n\nDe minister van Defensie,\n\nR. Nevel",
        (
            "Ministerie van Defensie",
            "Datum",
            "25 juli 2099",
            "Betreft",
            "Antwoorden Kamervragen over de dichte nevel",
        ),
    )
    assert letter.facts.subject == "de dichte nevel"


def test_a_subject_line_without_over() -> None:
    letter = read(
        "Onderwerp: Beantwoording Kamervragen uitbreiding mistbank\n\nGeachte voorzitter,\n\nHierbij zend ik u de antwoorden "
        "op de vragen van het lid Bries (SV).\n\nDe minister van Defensie,\n\nR. Nevel"
    )
    assert letter.facts.subject == "uitbreiding mistbank"


def test_a_letter_that_names_no_subject() -> None:
    letter = read(
        "Betreft Kamervragen\n\nHierbij zend ik u de antwoorden op de vragen van het lid Bries (SV), ingezonden op "
        "3 mei 2099.\n\nDe minister van Defensie,\n\nR. Nevel"
    )
    assert letter.facts.subject is None
    assert letter.facts.submitted == date(2099, 5, 3)


@pytest.mark.parametrize(
    "behind",
    [
        "worden beantwoord zoals aangegeven in de bijlage van deze brief.",
        "(ingezonden 5 juli 2099).",
        "(kenmerk 2099Z00001).",
        "met kenmerk 2099Z00001.",
        ", die op 5 juli 2099 zijn ingezonden.",
        ". Deze vragen werden ingezonden op 5 juli 2099.",
        "aan. De vragen zijn gesteld met kenmerk 2099Z00001.".removeprefix("aan"),
    ],
)
def test_where_the_subject_ends_in_a_sentence(behind: str) -> None:
    text = f"Hierbij bericht ik u dat de vragen van het lid Bries (SV) over ‘Mist. Kunnen wij zien?’ en nevel {behind}"
    assert (
        read(text.replace(" .", ".").replace(" ,", ",")).facts.subject == "‘Mist. Kunnen wij zien?’ en nevel"
    )


@pytest.mark.parametrize(
    ("words", "askers"),
    [
        ("vragen van het lid Bries (SV)", [("Bries", "SV")]),
        ("vragen van het Kamerlid Bries (SV)", [("Bries", "SV")]),
        ("vragen die zijn gesteld door het lid Van 't Bries (SV)", [("Van 't Bries", "SV")]),
        ("door het lid Bries (SV) gestelde vragen", [("Bries", "SV")]),
        ("vragen van mevrouw Bries (SV)", [("Bries", "SV")]),
        ("Kamervragen Van der Bries (SV)", [("Van der Bries", "SV")]),
        (
            "vragen van de leden Bries en Yılmaz-Wolk (beiden Groen-Wind)",
            [("Bries", "Groen-Wind"), ("Yılmaz-Wolk", "Groen-Wind")],
        ),
        ("vragen van de leden Bries (SV) en het lid Wolk", [("Bries", "SV"), ("Wolk", None)]),
        ("vragen van het lid Bries – van de Wolk (SV)", [("Bries – van de Wolk", "SV")]),
        ("vragen van het lid De Bries (50WIND)", [("De Bries", "50WIND")]),
    ],
)
def test_askers_in_varied_words(words: str, askers: list[tuple[str, str | None]]) -> None:
    letter = read(f"Geachte voorzitter,\n\nHierbij zend ik u de antwoorden op de {words} over mist.")
    assert [(asker.name, asker.party) for asker in letter.facts.askers] == askers


def test_a_heading_in_capitals() -> None:
    letter = read("ANTWOORDEN OP VRAGEN VAN HET LID BRIES (SV) OVER MIST")
    assert letter.facts.askers == (Asker("BRIES", "SV"),)
    assert letter.facts.subject == "MIST"


@pytest.mark.parametrize(
    "line",
    [
        "Uw kenmerk: 2099Z 11859",
        "| Uw brief | 2099Z11859 |",
        "Vraagnummer 2099Z11859",
        "2099Z11859",
        "Uw brief van 5 juli 2099, kenmerk 2099Z11859",
    ],
)
def test_the_case_number(line: str) -> None:
    letter = read(
        f"{line}\n\nGeachte voorzitter,\n\nHierbij zend ik u de antwoorden op de vragen van het lid Bries (SV)."
    )
    assert letter.case_number == "2099Z11859"


def test_the_first_of_several_case_numbers() -> None:
    letter = read(
        "Uw kenmerk\n\n2099Z00002 en 2099Z00003\n\nHierbij zend ik u de antwoorden op de vragen van het lid Bries (SV) over "
        "mist, in aanvulling op de antwoorden op 2099Z00001."
    )
    assert letter.case_number == "2099Z00002"


GRID = """\
+-------------+--------------------------+ | > Retouradres Postbus 1 | +-------------+--------------------------+ \
| Datum | 4 december 2098 | +-------------+--------------------------+ | Onderwerp | Beantwoording Kamervragen van de | \
| | leden Bries en | | | Van Wolk (beiden SV) aan de | | | minister voor Mist over | | | Mist | \
+-------------+--------------------------+"""


def test_a_letterhead_drawn_in_characters() -> None:
    letter = read(
        f"{GRID}\n\n+-----------+ | Projectnaam | | | | Beantwoording Kamervragen | | van lid Bries | | | | Ons kenmerk | | | "
        "| 5086975 | +-----------+\n\nHierbij zend ik u de antwoorden."
    )
    assert letter.facts.askers == (Asker("Bries", "SV"), Asker("Van Wolk", "SV"))
    assert letter.facts.subject == "Mist"


POSTPONED = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Betreft Uitstel beantwoording Kamervragen over mist

Uw kenmerk 2099Z00777

Geachte voorzitter,

De vragen van het lid Bries (SV) over mist kunnen tot mijn spijt niet binnen de gebruikelijke termijn worden
beantwoord. De reden van het uitstel is dat afstemming meer tijd vraagt.

Ik zal de vragen zo spoedig mogelijk beantwoorden.

Hoogachtend,

De minister van Defensie,

R. Nevel
"""


def test_a_letter_of_postponement() -> None:
    letter = read(POSTPONED)
    assert letter.facts.notice
    assert letter.facts.subject == "mist"
    assert letter.facts.askers == (Asker("Bries", "SV"),)
    assert letter.facts.respondents == (Respondent("Minister", "R. Nevel", "Defensie"),)
    assert letter.case_number == "2099Z00777"
    assert letter.message is not None
    message = [paragraphs(POSTPONED)[i] for i in letter.message]
    assert [text[:9] for text in message] == ["De vragen", "Ik zal de"]


@pytest.mark.parametrize(
    "message",
    [
        "Hierbij deel ik u mede dat het niet mogelijk is gebleken de vragen van het lid Bries (SV) over mist, ingezonden op "
        "4 mei 2099, binnen de gestelde termijn te beantwoorden.",
        "Tot mijn spijt is beantwoording van de vragen van het lid Bries (SV) over mist binnen de gebruikelijke termijn van "
        "drie weken niet mogelijk.",
        "De vragen van het lid Bries (SV) over mist zal ik niet tijdig kunnen beantwoorden.",
        "Beantwoording van de Kamervragen van het lid Bries (SV) over mist vergt helaas meer tijd.",
    ],
)
def test_postponed_in_other_words(message: str) -> None:
    letter = read(f"Geachte voorzitter,\n\n{message}\n\nDe minister van Defensie,\n\nR. Nevel")
    assert letter.facts.notice
    assert letter.facts.subject == "mist"
    assert letter.facts.askers == (Asker("Bries", "SV"),)
    assert letter.message == range(1, 2)


def test_an_apology_for_late_answers_is_no_postponement() -> None:
    letter = read(
        "Geachte voorzitter,\n\nHierbij zend ik u de antwoorden op de vragen van het lid Bries (SV) over mist. Het is helaas "
        "niet gelukt de vragen binnen de gebruikelijke termijn te beantwoorden."
    )
    assert not letter.facts.notice


@pytest.mark.parametrize(
    "text",
    [
        "Vragen van het lid Bries (SV) aan de Minister voor Mist over mist (ingezonden 29 januari 2099).\n\n"
        "Antwoord van Minister Nevel (Mist) (ontvangen 16 februari 2099). Zie ook Aanhangsel Handelingen, nr. 4.",
        "AH 609\n\n2099Z14247\n\nAntwoord van minister Van Nevel (Mist), mede namens de minister van Damp (ontvangen "
        "19 november 2099)\n\nZie ook Aanhangsel Handelingen, vergaderjaar 2098-2099, nr. 290",
        "2099Z18884\n\n(ingezonden 20 november 2099)\n\nVragen van het lid Bries (SV) aan de minister voor Mist over de mist",
        "Mondelinge vragen van het lid Bries (SV) aan de Minister voor Mist over mist",
        "Mededeling van Minister Nevel (Mist) (ontvangen 14 november 2099).",
        "Recept voor erwtensoep\n\nNeem 500 gram erwten.",
        "Geachte voorzitter,\n\nHierbij informeer ik u over de mist.\n\nDe minister voor Mist,\n\nA. Nevel",
        "",
    ],
)
def test_what_is_no_letter_about_questions(text: str) -> None:
    assert letter_in(paragraphs(text)) is None
