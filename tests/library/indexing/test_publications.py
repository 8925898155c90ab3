"""The same publication in several files is one document of the library."""

from __future__ import annotations

import random
import zipfile

import pytest

from kvtui.library.catalogue.several import InSeveral
from tests.library.indexing.making import Library, answer, changed, name, write_answer


def test_the_best_format_is_listed_and_the_others_are_told(library: Library) -> None:
    for suffix in ("txt", "html", "md"):
        write_answer(library.docs, 77, suffix)
    write_answer(library.docs, 78)
    library.refresh()
    entry = library.entry(77)
    assert (entry.path.name, entry.format, entry.others) == (name(77, "html"), "html", 2)
    assert library.open().others(entry.file) == [library.docs / name(77, "md"), library.docs / name(77)]
    assert library.names() == ["ah-tk-20982099-77", "ah-tk-20982099-78"]
    state = library.open().state()
    assert (state.files, state.documents) == (4, 2)
    library.check()


def test_what_is_in_several_files_is_listed_with_the_file_that_is_read_and_the_others(
    library: Library,
) -> None:
    for number, suffixes in ((77, ("txt", "html", "md")), (78, ("txt",)), (79, ("md", "txt"))):
        for suffix in suffixes:
            write_answer(library.docs / suffix, number, suffix)
    library.refresh()
    assert library.open().in_several_files() == [
        InSeveral(
            f"ah-tk-20982099-{number}",
            library.docs / best / name(number, best),
            tuple(library.docs / suffix / name(number, suffix) for suffix in others),
        )
        for number, best, others in ((79, "md", ["txt"]), (77, "html", ["md", "txt"]))
    ]


def test_when_the_best_goes_the_next_takes_over_in_the_same_refresh(library: Library) -> None:
    for suffix in ("txt", "html", "md"):
        write_answer(library.docs, 77, suffix)
    library.refresh()
    (library.docs / name(77, "html")).unlink()
    library.refresh()
    entry = library.entry(77)
    assert (entry.format, entry.others) == ("markdown", 1)
    assert len(library.open().citations_from(entry.file)) == 1
    library.check()


def test_a_better_file_that_comes_later_takes_over(library: Library) -> None:
    write_answer(library.docs, 77)
    library.refresh()
    write_answer(library.docs, 77, "html")
    library.refresh()
    assert (library.entry(77).format, library.entry(77).others) == ("html", 1)
    library.check()


def test_of_one_format_the_file_with_more_questions_goes_first(library: Library) -> None:
    few = write_answer(library.docs / "a", 77, questions=2)
    many = write_answer(library.docs / "b", 77, questions=5)
    library.refresh()
    assert library.entry(77).path == many
    changed(few, answer(77, questions=8))
    library.refresh()
    assert library.entry(77).path == few
    library.check()


def test_a_file_that_becomes_another_publication_leaves_the_place_to_the_next(library: Library) -> None:
    best = library.docs / "brief.html"
    best.write_text("<p>" + answer(77).replace("\n\n", "</p><p>") + "</p>", "utf-8")
    write_answer(library.docs, 77)
    library.refresh()
    assert library.entry(77).format == "html"
    changed(best, "<p>" + answer(88).replace("\n\n", "</p><p>") + "</p>")
    library.refresh()
    assert (library.entry(77).format, library.entry(77).others) == ("text", 0)
    assert library.entry(88).format == "html"
    library.check()


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happens_to_the_files_one_of_each_publication_is_listed(library: Library, seed: int) -> None:
    chance = random.Random(seed)
    files = [library.docs / name(number, suffix) for number in (1, 2, 3) for suffix in ("txt", "html", "md")]
    for turn in range(8):
        for path in chance.sample(files, 4):
            if path.exists() and chance.random() < 0.5:
                path.unlink()
            elif path.exists():
                changed(path, answer(int(path.stem.split("-")[-1]), subject=f"de sluis {turn}"))
            else:
                write_answer(library.docs, int(path.stem.split("-")[-1]), path.suffix[1:])
        library.refresh()
        library.check()
        there = {int(path.stem.split("-")[-1]) for path in files if path.exists()}
        assert library.names() == [f"ah-tk-20982099-{number}" for number in sorted(there)]
        assert sum(entry.others + 1 for entry in library.entries()) == sum(path.exists() for path in files)


def test_of_two_alike_the_plain_file_goes_before_the_copy_in_an_archive(library: Library) -> None:
    plain = write_answer(library.docs / "los", 77)
    with zipfile.ZipFile(library.docs / "alles.zip", "w") as archive:
        archive.write(plain, name(77))
    library.refresh()
    assert (library.entry(77).path, library.entry(77).others) == (plain, 1)
    library.check()
