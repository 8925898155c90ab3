from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kvtui.library.facts.records import Record, records_of
from kvtui.library.index.documents import documents_of
from kvtui.library.index.opening import (
    DamagedIndexError,
    MissingIndexError,
    OtherVersionError,
    TextIndexError,
    discard_index,
    index_folder,
    open_index,
)
from kvtui.library.index.writing import open_writer
from kvtui.model import Document


def records(subject: str) -> tuple[Record, ...]:
    return records_of(Document(subject=subject), ())


def words(folder: Path) -> set[str]:
    """The words of everything that was committed and not taken out."""
    from tantivy import Query

    index = open_index(folder)
    searcher = index.searcher()
    hits = searcher.search(Query.all_query(), 100).hits
    return {word for _, address in hits for word in searcher.doc(address).get_all("title")}


def test_what_is_committed_can_be_read(tmp_path: Path) -> None:
    writer = open_writer(tmp_path)
    writer.replace(1, documents_of(1, records("veerpont")))
    writer.commit()
    assert words(tmp_path) == {"veerpont"}
    writer.replace(2, documents_of(2, records("fietsbrug")))
    assert words(tmp_path) == {"veerpont"}
    writer.close()
    assert words(tmp_path) == {"veerpont"}


@pytest.mark.parametrize("committed_between", [True, False])
def test_a_file_that_is_read_again_has_its_new_records_only(tmp_path: Path, committed_between: bool) -> None:
    writer = open_writer(tmp_path)
    writer.replace(1, documents_of(1, records("veerpont")))
    writer.replace(2, documents_of(2, records("fietsbrug")))
    if committed_between:
        writer.commit()
    writer.replace(1, documents_of(1, records("roeiboot")))
    writer.commit()
    writer.close()
    assert words(tmp_path) == {"roeiboot", "fietsbrug"}


def test_another_writer_replaces_what_the_first_one_wrote(tmp_path: Path) -> None:
    for subject in ("veerpont", "roeiboot"):
        writer = open_writer(tmp_path)
        writer.replace(1, documents_of(1, records(subject)))
        writer.commit()
        writer.close()
    assert words(tmp_path) == {"roeiboot"}


def test_files_are_taken_out(tmp_path: Path) -> None:
    writer = open_writer(tmp_path)
    for file, subject in enumerate(("veerpont", "fietsbrug", "roeiboot")):
        writer.replace(file, documents_of(file, records(subject)))
    writer.commit()
    writer.remove([0, 2, 77])
    writer.commit()
    writer.close()
    assert words(tmp_path) == {"fietsbrug"}


def test_there_is_one_writer_at_a_time(tmp_path: Path) -> None:
    first = open_writer(tmp_path)
    with pytest.raises(TextIndexError, match="cannot be written"):
        open_writer(tmp_path)
    first.close()
    open_writer(tmp_path).close()


def test_a_killed_writer_leaves_what_it_committed_and_no_lock(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib, time\n"
        "from kvtui.library.facts.records import records_of\n"
        "from kvtui.library.index.documents import documents_of\n"
        "from kvtui.library.index.writing import open_writer\n"
        "from kvtui.model import Document\n"
        "writer = open_writer(pathlib.Path(sys.argv[1]))\n"
        "writer.replace(1, documents_of(1, records_of(Document(subject='veerpont'), ())))\n"
        "writer.commit()\n"
        "writer.replace(1, documents_of(1, records_of(Document(subject='roeiboot'), ())))\n"
        "print('written', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"
        os.kill(process.pid, signal.SIGKILL)
    assert words(tmp_path) == {"veerpont"}
    open_writer(tmp_path).close()


def test_without_an_index_there_is_none_to_read(tmp_path: Path) -> None:
    with pytest.raises(MissingIndexError):
        open_index(tmp_path)


@pytest.mark.parametrize("version", ["0", "", "later\n", None])
def test_an_index_of_another_version_is_told_apart(tmp_path: Path, version: str | None) -> None:
    open_writer(tmp_path).close()
    written = index_folder(tmp_path) / "version"
    if version is None:
        written.unlink()
    else:
        written.write_text(version)
    with pytest.raises(OtherVersionError):
        open_writer(tmp_path)


@pytest.mark.parametrize(
    "damage", ["meta.json", "*.store", "*.term", "*.fast", "*.idx", "*.pos", "*.fieldnorm"]
)
@pytest.mark.parametrize("left", [0, 20, -3])
def test_a_damaged_index_is_told_discarded_and_made_anew(tmp_path: Path, damage: str, left: int) -> None:
    writer = open_writer(tmp_path)
    writer.replace(1, documents_of(1, records("veerpont")))
    writer.commit()
    writer.close()
    (broken,) = index_folder(tmp_path).glob(damage)
    os.truncate(broken, left if left >= 0 else broken.stat().st_size + left)
    with pytest.raises(DamagedIndexError, match="damaged"):
        open_index(tmp_path)
    discard_index(tmp_path)
    writer = open_writer(tmp_path)
    writer.replace(1, documents_of(1, records("roeiboot")))
    writer.commit()
    writer.close()
    assert words(tmp_path) == {"roeiboot"}


def test_a_segment_that_is_gone_is_damage(tmp_path: Path) -> None:
    writer = open_writer(tmp_path)
    writer.replace(1, documents_of(1, records("veerpont")))
    writer.commit()
    writer.close()
    for file in index_folder(tmp_path).glob("*.store"):
        file.unlink()
    with pytest.raises(DamagedIndexError):
        open_index(tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file in the way")
    with pytest.raises(TextIndexError, match="cannot be written"):
        open_writer(tmp_path)
