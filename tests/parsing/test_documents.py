"""Whole publications, each in the shape in which people have it."""

from __future__ import annotations

from datetime import date

from kvtui.model import Addressee, Asker, DocumentKind, ReferenceKind, Respondent
from tests.parsing.making import answer_texts, marks_of, parsed, question_texts, references_of

PDF = """\
Tweede Kamer der Staten-Generaal2
Vergaderjaar 2098–2099 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden
1314
Vragen van de leden Bries en Klepelaar (beiden SV) aan de Minister voor Mist
over het bericht «Mist houdt huis» (ingezonden 29 januari 2099).
Antwoord van Minister Nevelman (Mist), mede namens de Staatssecretaris van
Damp (ontvangen 16 februari 2099). Zie ook Aanhangsel Handelingen, vergader-
jaar 2098–2099, nr. 1047.
Vraag 1
Bent u bekend met het bericht «Mist houdt huis»?
1
Antwoord 1
Ja.
Vraag 2 en 3
Hoeveel huizen zijn er sinds de laatste mist zoekgeraakt, en hoeveel daarvan
zijn inmiddels weer gevonden?
Klopt het dat huizen op de verkeerde plaats worden teruggevonden, zoals de be-
woners zeggen?
Antwoord 2 en 3
Zie het antwoord op vraag 4. De huizen worden door de
1De Windwijzer, 28 januari 2099, «Mist houdt huis» (https://www.example.nl/
mist-houdt-huis)
ah-tk-20982099-1314
ISSN 0921 - 7398
’s-Gravenhage 2099
Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1
brandweer geteld
2, wanneer zij niet zelf zoek is.
Vraag 4
Wat zegt dat?
Antwoord 4
Dat staat in de brief van 3 januari (Kamerstuk 98 410, nr. 74).
2Bijlage bij Kamerstuk 98 410, nr. 74
Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel 2
"""


def test_an_official_pdf_as_text() -> None:
    document = parsed(PDF)
    assert (document.kind, document.identifier) == (DocumentKind.ANSWER, "ah-tk-20982099-1314")
    assert document.askers == (Asker("Bries", "SV"), Asker("Klepelaar", "SV"))
    assert document.on_behalf_of == (Addressee("Staatssecretaris", "Damp"),)
    assert (document.submitted, document.received) == (date(2099, 1, 29), date(2099, 2, 16))
    assert [q.number for q in document.questions] == [1, 2, 3, 4]
    assert question_texts(document)[3] == (
        "Klopt het dat huizen op de verkeerde plaats worden teruggevonden, zoals de bewoners zeggen?",
    )
    assert answer_texts(document)[2, 3] == (
        "Zie het antwoord op vraag 4. De huizen worden door de brandweer geteld, wanneer zij niet zelf zoek is.",
    )
    assert marks_of(document) == [((1,), "1"), ((2, 3), "2")]
    assert document.footnotes[0].text.endswith("(https://www.example.nl/mist-houdt-huis)")
    assert len(document.furniture) == 10
    assert (document.unplaced, document.warnings) == ((), ())
    assert [r.targets for r in references_of(document, ReferenceKind.PUBLICATION)] == [
        ("ah-tk-20982099-1047",),
        ("kst-98410-74",),
        ("kst-98410-74",),
    ]
    assert [r.targets for r in references_of(document, ReferenceKind.INTERNAL)] == [(4,)]


def test_the_same_pdf_with_every_line_in_one() -> None:
    document = parsed(" ".join(PDF.splitlines()))
    assert document.identifier == "ah-tk-20982099-1314"
    assert [q.number for q in document.questions] == [1, 2, 3, 4]
    assert list(answer_texts(document)) == [(1,), (2, 3), (4,)]
    assert answer_texts(document)[1,] == ("Ja.",)
    assert document.askers == (Asker("Bries", "SV"), Asker("Klepelaar", "SV"))


def test_the_same_pdf_with_blank_lines_between_all_lines() -> None:
    document = parsed(PDF.replace("\n", "\n\n"))
    assert [q.number for q in document.questions] == [1, 2, 3, 4]
    assert list(answer_texts(document)) == [(1,), (2, 3), (4,)]
    assert marks_of(document) == [((1,), "1"), ((2, 3), "2")]


MARKDOWN = """\
#### Vergaderjaar 2098–2099 Aanhangsel van de Handelingen

### 1059

Vragen van het lid **Bries** (SV) aan de Minister voor Mist over *mist* (ingezonden 29 januari 2099).

Antwoord van Minister **Nevelman** (Mist) (ontvangen 16 februari 2099).

#### Vraag 1

Bent u bekend met mist?[1 ]

#### Antwoord 1

Ja. De in het

1 De Windwijzer, 28 januari 2099

Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1

-----

antwoord op vraag 2 genoemde mist is een andere.

Vraag 2

Welke?

Antwoord 2

De gewone.

#### Vraag 3 Is er nog meer?

#### Antwoord 3 Nee.
"""


def test_markdown_of_which_one_page_lost_its_marks() -> None:
    document = parsed(
        MARKDOWN,
        format="markdown",
    )
    assert document.identifier == "ah-tk-20982099-1059"
    assert answer_texts(document) == {
        (1,): ("Ja. De in het antwoord op vraag 2 genoemde mist is een andere.",),
        (2,): ("De gewone.",),
        (3,): ("Nee.",),
    }
    assert question_texts(document) == {
        1: ("Bent u bekend met mist?",),
        2: ("Welke?",),
        3: ("Is er nog meer?",),
    }
    assert [f.text for f in document.footnotes] == ["De Windwijzer, 28 januari 2099"]


def test_a_notice_that_answers_by_letter() -> None:
    document = parsed(
        "Vragen van het lid Bries (SV) aan de Minister voor Mist over mist (ingezonden 29 januari 2099).\n"
        "Mededeling van Minister Nevelman (Mist) (ontvangen 16 februari 2099).\n"
        "Vraag 1\nWaar is de mist?\nVraag 2\nWanneer komt zij terug?\nMededeling\n"
        "Hierbij deel ik u mede dat de vragen zijn beantwoord middels een brief van gisteren (98 471-64).\n"
    )
    assert document.kind is DocumentKind.NOTICE
    assert document.respondents == (Respondent("Minister", "Nevelman", "Mist"),)
    assert document.received == date(2099, 2, 16)
    assert (len(document.questions), document.answers, document.warnings) == (2, (), ())
    assert document.notice is not None
    assert document.notice.paragraphs[0].endswith("(98 471-64).")
    assert [r.targets for r in references_of(document, ReferenceKind.PUBLICATION)] == [("kst-98471-64",)]


def test_a_notice_without_questions() -> None:
    document = parsed(
        "Mededeling van Minister Nevelman (Mist) (ontvangen 16 februari 2099).\n\n"
        "De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.\n"
    )
    assert document.kind is DocumentKind.NOTICE
    assert document.notice is not None
    assert document.notice.paragraphs == (
        "De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.",
    )


def test_a_set_without_answers_with_a_note() -> None:
    document = parsed(
        "Tweede Kamer der Staten-Generaal2\nVergaderjaar 2098–2099 Vragen gesteld door de leden der Kamer\n"
        "2099Z18435\nVragen van het lid Bries (SV) aan de Minister voor Mist over mist (ingezonden 29 januari "
        "2099).\nVraag 1\nWaar is de mist?\nVraag 2\nKunt u deze vragen afzonderlijk beantwoorden?\nToelichting:\n"
        "Deze vragen dienen ter aanvulling op eerdere vragen terzake van het lid Klepelaar (SV), ingezonden "
        "25 september 2098 (vraagnummer 2098Z14250).\nkv-tk-2099Z18435\n’s-Gravenhage 2099\n"
        "Tweede Kamer, vergaderjaar 2098–2099, Vragen\n"
    )
    assert (document.kind, document.identifier) == (DocumentKind.QUESTIONS, "kv-tk-2099Z18435")
    assert document.session_year == "2098-2099"
    assert document.explanatory_note is not None
    assert [r.targets for r in references_of(document, ReferenceKind.PUBLICATION)] == [("2098Z14250",)]
    assert references_of(document, ReferenceKind.INTERNAL) == []


LETTER = """\
> Retouradres Postbus 1 2500 AA Den Mist

Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal

Datum 16 februari 2099
Onderwerp Beantwoording Kamervragen over mist in de ochtend

Ons kenmerk
BZ2407724

Geachte voorzitter,

In antwoord op uw brief van 5 januari 2099, nr. 2099Z11859, deel ik u mede dat de vragen van het lid Bries (SV)
worden beantwoord zoals aangegeven in de bijlage van deze brief.

De Minister voor Mist,

A.B. Nevelman

Antwoorden van de minister voor Mist op Kamervragen van het lid Bries (SV) over mist in de ochtend

Vraag 1

Bent u bekend met mist?

Antwoord vraag 1:

Ja.

Vraag 2

Is zij er ’s ochtends?

Antwoord op vraag 2

Meestal.
"""


def test_a_letter_of_a_ministry() -> None:
    document = parsed(LETTER)
    assert document.kind is DocumentKind.ANSWER
    assert question_texts(document) == {1: ("Bent u bekend met mist?",), 2: ("Is zij er ’s ochtends?",)}
    assert answer_texts(document) == {(1,): ("Ja.",), (2,): ("Meestal.",)}
    assert (document.identifier, document.received) == (None, None)
    assert any("BZ2407724" in paragraph for paragraph in document.header.paragraphs)


def test_the_header_of_a_letter_states_case_and_subject() -> None:
    document = parsed(LETTER)
    assert document.case_number == "2099Z11859"
    assert document.subject == "mist in de ochtend"
    assert document.askers == (Asker("Bries", "SV"),)
    assert document.respondents == (Respondent("Minister", "A.B. Nevelman", "Mist"),)


def test_word_text_of_a_set_with_all_numbers_lost() -> None:
    document = parsed(
        "2099Z18884\n(ingezonden 20 november 2099)\nVragen van het lid Bries (SV) aan de minister voor Mist over "
        "de mist\n\nKent u het bericht ‘Mist weg’ 1)?\n\nKlopt het dat zij weg is?\n\nZo ja, waarheen?\n\n"
        "1) De Windwijzer, 17 november 2099, 'Mist weg', https://www.example.nl/mist-weg\n"
    )
    assert question_texts(document) == {
        1: ("Kent u het bericht ‘Mist weg’?",),
        2: ("Klopt het dat zij weg is?",),
        3: ("Zo ja, waarheen?",),
    }
    assert [f.mark for f in document.footnotes] == ["1"]
    assert (document.identifier, document.submitted) == ("kv-tk-2099Z18884", date(2099, 11, 20))


def test_a_text_that_is_something_else() -> None:
    document = parsed("Recept voor erwtensoep\n\nNeem 500 gram erwten.\n\n1. Week ze.\n2. Kook ze.\n")
    assert document.kind is DocumentKind.OTHER
    assert (document.questions, document.header.paragraphs) == ((), ())
    assert "".join(document.unplaced).startswith("Recept voor erwtensoep")


def test_source_tells_path_and_format() -> None:
    document = parsed("# Vraag 1", path="brug.md", format="markdown")
    assert (document.source.path, document.source.format) == ("brug.md", "markdown")
