"""The header: who asks whom about what, who answers, and when."""

from __future__ import annotations

from datetime import date

import pytest

from kvtui.model import Addressee, Asker, DocumentKind, Respondent
from tests.parsing.making import ASKED, HEAD, asked, asked_and_answered, parsed

BODY = asked_and_answered(1, 2)


def test_a_header_states_everything() -> None:
    document = parsed(HEAD + BODY)
    assert document.askers == (Asker("Zandbergen", "PvdG"),)
    assert document.addressees == (Addressee("Minister", "Sluizen en Getijden"),)
    assert document.respondents == (Respondent("Minister", "Duinker", "Sluizen en Getijden"),)
    assert document.subject == "bruggen die wegdrijven"
    assert (document.submitted, document.received) == (date(2099, 5, 3), date(2099, 6, 4))
    assert document.answering_days == 32


def test_the_two_sentences_and_what_stands_before_them_are_its_paragraphs() -> None:
    document = parsed("698\n" + HEAD + BODY)
    assert document.header.paragraphs == (
        "698",
        "Vragen van het lid Zandbergen (PvdG) aan de Minister van Sluizen en Getijden over bruggen die "
        "wegdrijven (ingezonden 3 mei 2099).",
        "Antwoord van Minister Duinker (Sluizen en Getijden) (ontvangen 4 juni 2099).",
    )


def test_a_reference_to_an_earlier_publication_is_part_of_it() -> None:
    document = parsed(
        HEAD.strip() + " Zie ook Aanhangsel Handelingen, vergaderjaar 2098–2099, nr. 47.\n" + BODY
    )
    assert document.header.paragraphs[-1].endswith(
        "Zie ook Aanhangsel Handelingen, vergaderjaar 2098–2099, nr. 47."
    )
    assert document.received == date(2099, 6, 4)


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("over «de brug: een sprookje» (ingezonden 3 mei 2099).", "«de brug: een sprookje»"),
        ("over het bericht dat bruggen drijven: (ingezonden 3 mei 2099).", "het bericht dat bruggen drijven"),
        ("over het bericht «Weg is weg»(ingezonden 3 mei 2099)", "het bericht «Weg is weg»"),
        ("over de brug (en de pont) bij Eb (ingezonden 3 mei 2099).", "de brug (en de pont) bij Eb"),
        ("over drijvende brug-\ngen (ingezonden 3 mei 2099).", "drijvende bruggen"),
        ("over water- en luchtbruggen (ingezonden 3 mei 2099).", "water- en luchtbruggen"),
        ("over bruggen (Ingezonden 3 mei 2099)", "bruggen"),
        ("inzake bruggen die drijven (ingezonden 3 mei 2099).", "bruggen die drijven"),
    ],
)
def test_the_subject_is_what_stands_between_over_and_ingezonden(sentence: str, subject: str) -> None:
    document = parsed(f"Vragen van het lid Bries (SV) aan de Minister van Sluizen {sentence}\n{asked(1, 2)}")
    assert document.subject == subject
    assert document.submitted == date(2099, 5, 3)
    assert document.addressees == (Addressee("Minister", "Sluizen"),)


@pytest.mark.parametrize(
    "line",
    [
        "Antwoord van Minister Duinker (Sluizen), mede namens de Minister van Mist en Nevel (ontvangen 4 juni 2099).",
        "Antwoord van Minister Duinker (Sluizen) mede namens de Minister van Mist en Nevel (ontvangen 4 juni 2099)",
        "Antwoord van minister Duinker (Sluizen), mede namens de minister van Mist en Nevel (ontvangen (ontvangen 4 juni 2099).",
    ],
)
def test_on_whose_behalf_is_answered_is_kept_apart(line: str) -> None:
    document = parsed(f"{ASKED}{line}\n{BODY}")
    assert document.respondents == (Respondent("Minister", "Duinker", "Sluizen"),)
    assert document.on_behalf_of == (Addressee("Minister", "Mist en Nevel"),)
    assert document.received == date(2099, 6, 4)


def test_a_single_question_has_a_header_of_its_own() -> None:
    document = parsed(
        "Vraag van het lid Bries (SV) aan de Minister van Sluizen over één brug (ingezonden 3 mei 2099).\n"
        "Antwoord van Minister Duinker (Sluizen) (ontvangen 4 juni 2099).\n" + asked_and_answered(1, 1)
    )
    assert document.askers == (Asker("Bries", "SV"),)
    assert [q.number for q in document.questions] == [1]


def test_text_before_publication_has_no_sentence_of_questions() -> None:
    document = parsed(
        "AH 609\n2099Z14247\nAntwoord van minister Van Hij (Sluizen) (ontvangen 19 november 2099)\n"
        "Zie ook Aanhangsel Handelingen, vergaderjaar 2098-2099, nr. 12\n\n" + BODY
    )
    assert (document.number, document.case_number) == ("609", "2099Z14247")
    assert document.respondents == (Respondent("Minister", "Van Hij", "Sluizen"),)
    assert document.received == date(2099, 11, 19)
    assert document.askers == ()
    assert len(document.header.paragraphs) == 4


def test_the_date_may_stand_above_the_sentence() -> None:
    document = parsed(
        "2099Z18884\n(ingezonden 20 november 2099)\nVragen van het lid Bries (SV) aan de minister voor Mist "
        "over mist\n\n" + asked(1, 2)
    )
    assert document.kind is DocumentKind.QUESTIONS
    assert document.submitted == date(2099, 11, 20)
    assert document.subject == "mist"
    assert document.addressees == (Addressee("Minister", "Mist"),)
    assert document.case_number == "2099Z18884"


def test_questions_in_the_senate_are_medegedeeld() -> None:
    document = parsed(
        "Vragen van het lid Van Hart (SV) op 2 juli 2099 medegedeeld aan de Minister van Sluizen inzake eb.\n"
        + asked(1, 1)
    )
    assert document.askers == (Asker("Van Hart", "SV"),)
    assert document.addressees == (Addressee("Minister", "Sluizen"),)
    assert document.subject == "eb"


def test_oral_questions_are_announced_without_numbers() -> None:
    document = parsed(
        "Mondelinge vragen van het lid Krol (SV) aan de Minister voor Mist, bij afwezigheid van de "
        "Staatssecretaris van Nevel, over het bericht «Mist weg» (ingezonden 18 november 2099)."
    )
    assert document.kind is DocumentKind.ORAL
    assert document.askers == (Asker("Krol", "SV"),)
    assert document.addressees == (Addressee("Minister", "Mist"),)
    assert document.subject == "het bericht «Mist weg»"
    assert document.questions == ()


def test_a_subject_that_says_over_twice_begins_at_the_first() -> None:
    document = parsed(ASKED.replace("bruggen", "het debat over bruggen") + asked(1, 1))
    assert document.subject == "het debat over bruggen die wegdrijven"


def test_a_subject_may_speak_of_what_was_sent_in() -> None:
    header = ASKED.replace("wegdrijven", "wegdrijven in een (ingezonden) stuk en een (ingezonden brief)")
    document = parsed(header + asked(1, 2))
    assert document.subject == "bruggen die wegdrijven in een (ingezonden) stuk en een (ingezonden brief)"
    assert document.submitted == date(2099, 5, 3)


def test_a_notice_may_say_who_asked_what_in_its_own_words() -> None:
    document = parsed(
        "AH 31\n2099Z00031\nMededeling van staatssecretaris Wad (Eb) (ontvangen 4 juni 2099)\n\n"
        "Op 3 mei jl. hebben de leden Zandbergen en Duin (beiden PvdG) schriftelijke vragen gesteld aan de "
        "minister van Sluizen en Getijden en de staatssecretaris van Eb over de berichten dat bruggen wegdrijven.\n\n"
        "De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.\n"
    )
    assert document.askers == (Asker("Zandbergen", "PvdG"), Asker("Duin", "PvdG"))
    assert document.addressees == (
        Addressee("Minister", "Sluizen en Getijden"),
        Addressee("Staatssecretaris", "Eb"),
    )
    assert document.subject == "de berichten dat bruggen wegdrijven"
    assert document.notice is not None
    assert len(document.notice.paragraphs) == 2


def test_received_may_be_written_with_a_capital() -> None:
    document = parsed(
        "Vragen van het lid Duin (PvdG) aan de Minister van Eb over mist. (Ingezonden 3 mei 2099)\n"
        "Antwoord van Minister Wad (Eb). (Ontvangen 4 juni 2099)\n1\nIs het mist?\nAntwoord\nJa.\n"
    )
    assert document.received == date(2099, 6, 4)
    assert document.respondents == (Respondent("Minister", "Wad", "Eb"),)
