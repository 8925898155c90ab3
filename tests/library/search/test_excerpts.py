from __future__ import annotations

from pathlib import Path

from kvtui.model import TextPart
from tests.library.search.library import Library, document

FILLER = "Er staat hier nog zo het een en ander over geheel andere zaken dan gevraagd werd. " * 10


def test_a_short_text_is_shown_whole_with_its_lines_as_one(tmp_path: Path) -> None:
    library = Library(tmp_path, document(1, ("Vaart de\nveerpont?", "Ja.")))
    assert library.excerpts("veerpont") == ["Vaart de [veerpont]?"]


def test_of_a_long_text_the_stretch_with_most_of_the_words_is_shown(tmp_path: Path) -> None:
    text = f"De veerpont. {FILLER}De veerpont van de schipper ligt stil.\n{FILLER}De veerpont ook."
    (excerpt,) = Library(tmp_path, document(1, (text, "Ja."))).excerpts("veerpont schipper")
    assert "De [veerpont] van de [schipper] ligt stil." in excerpt
    assert excerpt[0] == excerpt[-1] == "…"
    assert 200 <= len(excerpt) <= 300
    assert excerpt[1:-1] == excerpt[1:-1].strip()


def test_words_are_not_cut(tmp_path: Path) -> None:
    text = f"{FILLER}De veerpont. {FILLER}"
    (excerpt,) = Library(tmp_path, document(1, (text, "Ja."))).excerpts("veerpont")
    words = set(text.split())
    assert all(word.strip("…[].") in {known.strip(".") for known in words} for word in excerpt.split())


def test_a_word_longer_than_an_excerpt_does_no_harm(tmp_path: Path) -> None:
    address = "www.veerpont.example/" + "x" * 2000
    library = Library(tmp_path, document(1, (f"{FILLER}{address} {FILLER}", "Ja.")))
    (excerpt,) = library.excerpts("veerpont")
    assert "[veerpont]" in excerpt
    assert len(excerpt) < 600


def test_the_part_with_most_of_the_words_is_shown_and_of_equals_the_answer(tmp_path: Path) -> None:
    library = Library(
        tmp_path,
        document(1, ("De veerpont?", "De veerpont vaart.")),
        document(2, ("Vaart de veerpont?", "De veerpont ligt.")),
    )
    assert library.excerpts("veerpont") == ["De [veerpont] ligt.", "De [veerpont] vaart."]
    assert library.excerpts("veerpont vaart")[0] == "[Vaart] de [veerpont]?"
    assert [hit.shown.part for hit in library.search("veerpont vaart").hits] == [
        TextPart.QUESTION,
        TextPart.ANSWER,
    ]


def test_a_document_is_shown_by_its_subject(tmp_path: Path) -> None:
    library = Library(tmp_path, document(1, ("De veerpont?", "Ja."), subject="de veerpont die niet vaart"))
    assert library.excerpts("lid:Bries") == ["de veerpont die niet vaart"]
    assert library.excerpts("onderwerp:veerpont") == ["de [veerpont] die niet vaart"]


def test_in_a_pair_chosen_by_a_condition_the_answer_is_shown(tmp_path: Path) -> None:
    assert Library(tmp_path, document(1, ("De veerpont?", "Ja."))).excerpts("kort:ja") == ["Ja."]


def test_a_document_without_any_text_is_shown_empty(tmp_path: Path) -> None:
    assert Library(tmp_path, document(1)).excerpts("lid:Bries") == [""]
