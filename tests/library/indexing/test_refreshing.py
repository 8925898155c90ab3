"""What a refresh makes of new, changed, renamed and gone files."""

from __future__ import annotations

import itertools
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from kvtui.library.indexing import filling
from kvtui.library.indexing.looking import Look
from kvtui.library.indexing.progress import Stage
from kvtui.library.indexing.refreshing import refresh, try_failed_again
from kvtui.library.indexing.removing import drop_former_roots
from kvtui.model import DocumentKind
from tests.library.indexing.making import Library, answer, changed, name, write_answer


def test_all_documents_in_folders_below_are_found_and_read(library: Library) -> None:
    for number in range(1, 6):
        write_answer(library.docs / "2098" / str(number % 2), number)
    outcome = library.refresh()
    assert (outcome.read, outcome.failed, outcome.stopped) == (5, 0, False)
    entry = library.entry(3)
    assert (entry.kind, entry.subject, entry.question_count) == (DocumentKind.ANSWER, "de veerpont", 2)
    assert (entry.ministries, entry.format, entry.askers[0].party) == (("JenV",), "text", "PvdV")
    library.check()


def test_a_second_refresh_reads_nothing_and_is_seen_by_nobody(library: Library) -> None:
    write_answer(library.docs, 1)
    library.refresh()
    version = library.open().version()
    assert library.refresh().read == 0
    assert library.open().version() == version
    assert [progress.stage for progress in library.told] == [Stage.LOOKING, Stage.FINISHED]


def test_a_changed_file_is_read_again_and_only_that(library: Library) -> None:
    first, _ = write_answer(library.docs, 1), write_answer(library.docs, 2)
    library.refresh()
    changed(first, answer(1, subject="de sluis"))
    assert library.refresh().read == 1
    assert (library.entry(1).subject, library.entry(2).subject) == ("de sluis", "de veerpont")
    library.check()


def test_new_renamed_and_gone_files_are_noticed(library: Library) -> None:
    for number in (101, 102, 103):
        write_answer(library.docs, number)
    library.refresh()
    (library.docs / name(101)).unlink()
    (library.docs / name(102)).rename(library.docs / "brief.txt")
    write_answer(library.docs / "later", 104)
    outcome = library.refresh()
    assert (outcome.read, outcome.gone) == (2, 2)
    assert library.names() == [f"ah-tk-20982099-{number}" for number in (102, 103, 104)]
    assert library.entry(102).path == library.docs / "brief.txt"
    library.check()


def test_a_folder_that_is_gone_takes_its_documents_with_it(library: Library) -> None:
    write_answer(library.docs / "a" / "b", 1)
    write_answer(library.docs, 2)
    library.refresh()
    shutil.rmtree(library.docs / "a")
    assert library.refresh().gone == 1
    assert library.names() == ["ah-tk-20982099-2"]
    library.check()


def test_what_is_no_document_and_what_is_hidden_is_left_out(library: Library) -> None:
    write_answer(library.docs / ".hidden", 1)
    write_answer(library.docs, 2)
    (library.docs / ".brief.txt").write_text(answer(3), "utf-8")
    (library.docs / "veerpont.png").write_bytes(b"png")
    (library.docs / "metadata.xml").write_text("<m/>", "utf-8")
    os.mkfifo(library.docs / "pijp.txt")
    assert library.refresh().read == 1


def test_a_folder_that_links_lead_back_to_is_walked_once(library: Library) -> None:
    write_answer(library.docs / "a", 1)
    (library.docs / "a" / "back").symlink_to(library.docs, target_is_directory=True)
    (library.docs / "twice").symlink_to(library.docs / "a", target_is_directory=True)
    assert library.refresh().read == 1
    assert library.refresh().read == 0


def test_a_file_that_cannot_be_read_is_listed_with_its_reason_and_tried_again_when_asked(
    library: Library,
) -> None:
    bad = library.docs / name(7, "pdf")
    bad.write_bytes(b"no pdf\x00\x01")
    write_answer(library.docs, 8)
    assert library.refresh().failed == 1
    (failure,) = library.open().failures()
    assert failure.path == bad
    assert failure.reason
    assert library.refresh().read == 0
    try_failed_again(library.collection, library.told.append, lambda: False)
    assert (library.refresh().read, library.entry(8).number) == (1, "8")
    changed(bad, answer(7))
    library.refresh()
    assert library.open().failures() == []
    library.check()


def test_a_file_that_becomes_unreadable_no_longer_says_what_it_said(library: Library) -> None:
    path = write_answer(library.docs, 1)
    library.refresh()
    changed(path, "\0")
    library.refresh()
    (entry,) = library.entries()
    assert entry.problem
    assert library.open().find("ah-tk-20982099-1") is None
    library.check()


def test_names_that_are_no_utf_8_are_kept_as_they_are(library: Library) -> None:
    strange = Path(os.fsdecode(os.fsencode(library.docs) + b"/brief\xff.txt"))
    strange.write_text(answer(1), "utf-8")
    library.refresh()
    (entry,) = library.entries()
    assert entry.path == strange
    assert library.open().at(strange) == entry
    assert library.refresh().read == 0


def test_metadata_beside_a_document_changes_it(library: Library) -> None:
    text = answer(1).replace("Vergaderjaar 2098–2099 Aanhangsel van de Handelingen", "")
    (library.docs / "brief.txt").write_text(text, "utf-8")
    write_answer(library.docs, 2)
    library.refresh()
    beside = library.docs / "brief.metadata.xml"
    beside.write_text('<m><metadata name="DC.identifier" content="ah-tk-20982099-1"/></m>', "utf-8")
    assert library.refresh().read == 1
    assert library.entry(1).path == library.docs / "brief.txt"
    beside.unlink()
    assert library.refresh().read == 1


def test_an_archive_is_a_folder_of_which_only_what_changed_is_read(library: Library) -> None:
    archive = library.docs / "brieven.zip"

    def pack(members: dict[str, str]) -> None:
        with zipfile.ZipFile(archive, "w") as file:
            for member, text in members.items():
                file.writestr(member, text)

    pack({"2099/" + name(1): answer(1), name(2): answer(2)})
    assert library.refresh().read == 2
    assert library.refresh().read == 0
    inside = library.entry(1).path
    assert inside == archive / "2099" / name(1)
    assert library.open().at(inside) is not None
    assert library.open().locate(None, f"/elsewhere/{name(1)}") is not None
    pack({"2099/" + name(1): answer(1), name(2): answer(2, subject="de sluis, het gemaal")})
    assert library.refresh().read == 1
    pack({name(2): answer(2, subject="de sluis, het gemaal")})
    assert library.refresh().gone == 1
    library.check()


def test_an_archive_that_is_damaged_for_a_while_keeps_what_was_known(library: Library) -> None:
    archive = library.docs / "brieven.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr(name(1), answer(1))
    library.refresh()
    whole = archive.read_bytes()
    archive.write_bytes(whole[:50])
    assert library.refresh().failed == 0
    assert "damaged" in library.words[0]
    assert [entry.path for entry in library.open().failures()] == [archive]
    library.refresh()
    assert library.words == []
    archive.write_bytes(whole)
    assert library.refresh().read == 0
    assert library.names() == ["ah-tk-20982099-1"]
    assert library.open().failures() == []


def test_a_root_that_is_not_there_keeps_its_documents_and_is_told_once(library: Library) -> None:
    write_answer(library.docs, 1)
    library.refresh()
    away = library.docs.with_name("away")
    library.docs.rename(away)
    outcome = library.refresh()
    assert (outcome.gone, len(outcome.problems), len(library.words)) == (0, 1, 1)
    assert library.names() == ["ah-tk-20982099-1"]
    library.refresh()
    assert library.words == []
    (root,) = library.open().roots()
    assert root.problem
    away.rename(library.docs)
    assert (library.refresh().read, library.names()) == (0, ["ah-tk-20982099-1"])
    assert library.open().roots()[0].problem is None


def test_a_file_given_by_name_is_in_the_library_once(library: Library, tmp_path: Path) -> None:
    inside = write_answer(library.docs, 1)
    outside = tmp_path / "brief.odd"
    outside.write_text(answer(102), "utf-8")
    collection = library.collection.__class__((library.docs, inside, outside), library.collection.folder)
    assert refresh(collection, library.told.append).read == 2
    assert library.names() == ["ah-tk-20982099-1", "ah-tk-20982099-102"]
    assert library.entry(102).path == outside
    changed(outside, answer(102, subject="de sluis en het gemaal"))
    assert refresh(collection, library.told.append).read == 1
    library.check()


def test_former_roots_can_be_dropped_without_a_look_at_the_disk(library: Library, tmp_path: Path) -> None:
    write_answer(library.docs, 1)
    other = tmp_path / "other"
    write_answer(other, 2)
    both = library.collection.__class__((library.docs, other), library.collection.folder)
    refresh(both, library.told.append)
    shutil.rmtree(library.docs)
    assert drop_former_roots(library.collection, library.told.append, lambda: False) == 1
    assert library.names() == ["ah-tk-20982099-1"]
    library.check()
    assert [root.path for root in library.open().roots()] == [library.docs]


def test_stop_leaves_what_was_read_and_the_next_refresh_goes_on(library: Library) -> None:
    for number in range(1, 41):
        write_answer(library.docs, number)
    asked = itertools.count()
    stopped = refresh(library.collection, library.told.append, lambda: next(asked) > 15, 1)
    assert stopped.stopped
    assert 0 < stopped.read < 40
    assert library.open().state().read == stopped.read
    assert library.refresh().read == 40 - stopped.read
    library.check()


def test_readers_see_the_names_of_all_files_before_they_are_read(library: Library) -> None:
    for number in (1, 2):
        write_answer(library.docs, number)
    seen: list[tuple[int, bool]] = []

    def look(_: object) -> None:
        if library.told and library.told[-1].stage is Stage.COMMITTED:
            seen.append((len(library.entries()), any(entry.is_read for entry in library.entries())))

    def report(progress: object) -> None:
        library.told.append(progress)  # type: ignore[arg-type]
        look(progress)

    refresh(library.collection, report)
    assert seen[0] == (2, False)
    assert seen[-1] == (2, True)


@pytest.mark.parametrize("processes", [1, 3])
def test_many_files_are_read_in_processes_of_their_own(library: Library, processes: int) -> None:
    for number in range(1, 31):
        write_answer(library.docs, number)
    assert library.refresh(processes).read == 30
    assert len(library.names()) == 30
    library.check()


def test_an_empty_folder_on_another_disk_than_before_counts_as_not_there(tmp_path: Path) -> None:
    root = os.fsencode(tmp_path)
    here = tmp_path.stat().st_dev
    for device, is_there in ((here, True), (here + 1, False), (None, True)):
        look = Look({}, {root: device})
        assert len(list(look.changes([tmp_path], lambda: False))) == is_there
        assert (look.roots[0].problem is None) == is_there


def test_a_library_larger_than_what_is_read_at_once_is_read_to_the_end(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "_AT_ONCE", 7)
    for number in range(1, 31):
        write_answer(library.docs, number)
    assert library.refresh(2).read == 30
    reading = [progress for progress in library.told if progress.stage is Stage.READING]
    assert {progress.total for progress in reading} == {30}
    library.check()
