from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from kvtui.library.facts.records import records_of
from kvtui.library.index.documents import documents_of
from kvtui.library.index.stemming import stems
from kvtui.library.index.vocabulary import Vocabulary, vocabulary_file, write_vocabulary
from kvtui.library.index.writing import open_writer
from kvtui.model import Document, Question


def write(folder: Path, *texts: str) -> None:
    writer = open_writer(folder)
    for file, text in enumerate(texts):
        writer.replace(
            file, documents_of(file, records_of(Document(questions=(Question(1, (1,), None, (text,)),)), ()))
        )
    writer.commit()
    writer.close()
    write_vocabulary(folder)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gezin", "gezinnen"),
        ("huis", "huizen"),
        ("brief", "brieven"),
        ("school", "scholen"),
        ("gemeente", "gemeenten"),
        ("vraag", "vragen"),
        ("wet", "wetten"),
        ("bedrijf", "bedrijven"),
        ("reis", "reizen"),
        ("veilig", "veilige"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    first, second = stems([one, other])
    assert first == second


@pytest.mark.parametrize(("one", "other"), [("gemeente", "mening"), ("raad", "rat"), ("land", "lans")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    first, second = stems([one, other])
    assert first != second


def test_words_are_counted_once_for_each_record(tmp_path: Path) -> None:
    write(tmp_path, "Veerpont, veerpont!", "Géén veerponten", "12 veerponten")
    known = Vocabulary(tmp_path)
    assert [known.count(word) for word in ("veerpont", "veerponten", "geen", "pont", "veer", "")] == [
        1, 2, 1, 0, 0, 0,
    ]  # fmt: skip


def test_a_word_has_the_forms_that_occur_and_itself_first(tmp_path: Path) -> None:
    write(tmp_path, "gezin gezinnen brief", "los")
    known = Vocabulary(tmp_path)
    assert known.forms("gezinnen") == ("gezinnen", "gezin")
    assert known.forms("brieven") == ("brieven", "brief")
    assert known.forms("onbekend") == ("onbekend",)


def test_words_are_found_by_part_and_by_beginning(tmp_path: Path) -> None:
    write(tmp_path, "asielopvang asiel opvang asielzoeker", "veerasiel aap zee")
    known = Vocabulary(tmp_path)
    assert [word for word, _ in known.containing("asiel", 9)] == [
        "asiel",
        "asielopvang",
        "asielzoeker",
        "veerasiel",
    ]
    assert known.beginning("a", 1, 99) == ["aap", "asiel", "asielopvang", "asielzoeker"]
    assert known.beginning("a", 4, 5) == ["asiel"]
    assert known.beginning("z", 3, 3) == ["zee"]
    assert known.beginning("q", 1, 99) == []


def test_of_the_words_with_a_part_the_most_frequent_come_first(tmp_path: Path) -> None:
    write(tmp_path, "asiel asielzoeker", "asielzoeker asielopvang", "asielzoeker asiel")
    known = Vocabulary(tmp_path)
    assert known.containing("asiel", 9) == [("asielzoeker", 3), ("asiel", 2), ("asielopvang", 1)]
    assert known.containing("asiel", 2) == [("asielzoeker", 3), ("asiel", 2)]
    assert known.containing("opvang", 2) == [("asielopvang", 1)]


def test_every_word_of_a_large_vocabulary_is_found(tmp_path: Path) -> None:
    letters = "abcdefghijklmnopqrst"
    made = [f"{a}{b}{c}woord" for a in letters for b in letters for c in "xyz"]
    write(tmp_path, " ".join(made))
    known = Vocabulary(tmp_path)
    assert all(known.count(word) == 1 for word in made)
    assert not any(known.count(word[:-1]) or known.count(f"{word}s") for word in made)


def test_without_a_file_every_word_stands_for_itself(tmp_path: Path) -> None:
    known = Vocabulary(tmp_path)
    assert (known.count("brief"), known.forms("brieven")) == (0, ("brieven",))
    assert (known.containing("asiel", 9), known.beginning("a", 1, 99)) == ([], [])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"rubbish",
        b"\0" * 100,
        b"kvtui vocabulary 2 %020d %015d %010d\nbrief\t1\n" % (1, 8, 7),
        b"kvtui vocabulary 3 %020d %015d %015d %015d %015d %010d\nbrief\t1\n" % (1, 8, 0, 0, 0, 7),
    ],
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, "brief")
    vocabulary_file(tmp_path).write_bytes(content)
    known = Vocabulary(tmp_path)
    assert known.commit is None
    assert known.count("brief") == 0
    assert known.forms("brief") == ("brief",)
    assert list(known.containing("brie", 9)) == []


@pytest.mark.parametrize("place", [1, 9, 2**32 - 1])
def test_a_place_that_is_none_leads_to_no_word(tmp_path: Path, place: int) -> None:
    write(tmp_path, "veerpont veerponten")
    file = vocabulary_file(tmp_path)
    written = file.read_bytes()
    file.write_bytes(written[:-4] + array("I", [place]).tobytes())  # of the group "veer"
    assert Vocabulary(tmp_path).containing("veer", 9) == [("veerpont", 1)]


def test_a_mapped_vocabulary_goes_on_when_it_is_written_anew(tmp_path: Path) -> None:
    write(tmp_path, "brief")
    known = Vocabulary(tmp_path)
    write(tmp_path, "veerpont")
    assert known.count("brief") == 1
    assert Vocabulary(tmp_path).count("brief") == 0
