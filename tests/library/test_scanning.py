from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from kvtui.library import processes, scan_processes, scanning
from kvtui.library.entries import Entry
from kvtui.library.scanning import scan
from kvtui.model import DocumentKind

TEXT = """2030-2031 Aanhangsel van de Handelingen

Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden

{number}

Vragen van het lid Van Duin (PvdV) aan de Minister van Water en Wegen over de veerpont
(ingezonden 9 januari 2031).

Antwoord van Minister Bakboord (Water en Wegen) (ontvangen 30 januari 2031).

Vraag 1

Vaart de veerpont?

Antwoord 1

Ja.
"""


def fill(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"ah-tk-20302031-{number}.md" for number in range(1, count + 1)]
    for number, path in enumerate(paths, start=1):
        path.write_text(TEXT.format(number=number))
    return paths


def children() -> list[psutil.Process]:
    return [
        child for child in psutil.Process().children() if "kvtui.library.scanner" in " ".join(child.cmdline())
    ]


def read(batches: Iterator[list[Entry]]) -> dict[Path, Entry]:
    return {entry.path: entry for batch in batches for entry in batch}


def test_a_few_files_are_read_without_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "scan_in_processes", None)
    paths = fill(tmp_path, 3)
    entries = [entry for batch in scan([tmp_path]) for entry in batch]
    assert [entry.path for entry in entries] == paths
    assert all(entry.kind is DocumentKind.ANSWER and entry.question_count == 1 for entry in entries)


def test_many_files_come_by_name_first_and_then_as_read(tmp_path: Path) -> None:
    paths = fill(tmp_path, 40)
    entries = [entry for batch in scan([tmp_path]) for entry in batch]
    assert {entry.path for entry in entries[:40]} == set(paths)
    assert [entry.number for entry in entries if entry.is_read] == [str(n) for n in range(40, 0, -1)]
    assert all(entry.subject == "de veerpont" for entry in entries if entry.is_read)
    assert not children()


def test_several_processes_share_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan_processes, "_process_count", lambda: 3)
    paths = fill(tmp_path, 31)
    entries = [entry for batch in scan([tmp_path]) for entry in batch if entry.is_read]
    assert sorted(entry.path for entry in entries) == sorted(paths)


@pytest.mark.parametrize("count", [0, 20])
def test_a_file_that_cannot_be_read_is_a_row_that_says_why(tmp_path: Path, count: int) -> None:
    fill(tmp_path, count)
    (tmp_path / "leeg.md").write_text("")
    entries = read(scan([tmp_path, tmp_path / "weg.md"]))
    assert len(entries) == count + 2
    assert "empty" in (entries[tmp_path / "leeg.md"].problem or "")
    assert "does not exist" in (entries[tmp_path / "weg.md"].problem or "")


def test_large_files_are_read_outside_even_if_they_are_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "SMALL", 10)
    fill(tmp_path, 1)
    entries = [entry for batch in scan([tmp_path]) for entry in batch]
    assert [entry.is_read for entry in entries] == [False, True]


def test_file_names_of_any_bytes_arrive(tmp_path: Path) -> None:
    fill(tmp_path, 9)
    strange = Path(os.fsdecode(os.fsencode(tmp_path) + b"/br\xff\nef.md"))
    strange.write_text(TEXT.format(number=50))
    assert read(scan([tmp_path]))[strange].number == "50"


def test_stopping_ends_the_processes(tmp_path: Path) -> None:
    fill(tmp_path, 300)
    is_stopped = threading.Event()
    for _ in scan([tmp_path], stop=is_stopped.is_set):
        is_stopped.set()
    assert not children()


def test_closing_ends_the_processes(tmp_path: Path) -> None:
    fill(tmp_path, 300)
    batches = scan([tmp_path])
    next(batches)
    assert isinstance(batches, Iterator)
    batches.close()  # type: ignore[attr-defined]
    assert not children()


def test_a_process_that_is_killed_costs_one_file(tmp_path: Path) -> None:
    paths = fill(tmp_path, 400)
    entries: dict[Path, Entry] = {}
    killed = False
    for batch in scan([tmp_path]):
        entries.update((entry.path, entry) for entry in batch)
        if not killed and any(entry.is_read for entry in batch):
            for child in children():
                child.send_signal(signal.SIGKILL)
                killed = True
    assert set(entries) == set(paths)
    assert sum(entry.problem is not None for entry in entries.values()) <= 1
    assert all(entry.is_read for entry in entries.values())


@pytest.fixture
def boot(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes the processes run other code before their own."""

    def with_code(code: str) -> None:
        monkeypatch.setattr(processes, "_BOOT", code + "\n" + processes._BOOT)

    return with_code


def test_files_that_kill_their_process_are_reported_and_the_rest_is_read(
    tmp_path: Path, boot: Callable[[str], None]
) -> None:
    paths = fill(tmp_path, 30)
    deadly = {paths[4], paths[17]}
    boot(
        "import sys, json, os; sys.path[:] = json.loads(sys.argv[1])\n"
        "import kvtui.library.scanner as scanner\n"
        "read = scanner.read_document\n"
        f"deadly = {[str(path) for path in deadly]!r}\n"
        "scanner.read_document = lambda path: os._exit(9) if str(path) in deadly else read(path)"
    )
    entries = read(scan([tmp_path]))
    assert {path for path, entry in entries.items() if entry.problem} == deadly
    assert sum(entry.number is not None and entry.kind is not None for entry in entries.values()) == 28


@pytest.mark.parametrize(
    "code", ["raise SystemExit(3)", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"]
)
def test_without_processes_the_files_are_read_in_the_thread(
    tmp_path: Path, boot: Callable[[str], None], code: str
) -> None:
    paths = fill(tmp_path, 20)
    boot(code)
    entries = read(scan([tmp_path]))
    assert set(entries) == set(paths)
    assert all(entry.kind is DocumentKind.ANSWER for entry in entries.values())


@pytest.mark.parametrize("executable", [None, "", "/nowhere/python"])
def test_without_an_interpreter_to_start_the_files_are_read_in_the_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, executable: str | None
) -> None:
    paths = fill(tmp_path, 20)
    monkeypatch.setattr(sys, "executable", executable)
    assert set(read(scan([tmp_path]))) == set(paths)


def test_a_folder_of_documents_brings_no_modules_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, 20)
    (tmp_path / "json.py").write_text("import os; os._exit(1)")
    (tmp_path / "kvtui.py").write_text("import os; os._exit(1)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(scanning, "_scan_here", lambda files, stop: iter([[]]) if not files else None)
    assert len(read(scan([tmp_path]))) == 20


_READER = """
import sys, psutil
from pathlib import Path
from kvtui.library.scanning import scan

next(batches := scan([Path(sys.argv[1])]))
print(*(child.pid for child in psutil.Process().children()), flush=True)
sys.stdin.read()
"""


def test_the_processes_end_when_the_reader_is_killed(tmp_path: Path) -> None:
    fill(tmp_path, 400)
    reader = subprocess.Popen(
        [sys.executable, "-c", _READER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert reader.stdout is not None
    started = [psutil.Process(int(pid)) for pid in reader.stdout.readline().split()]
    assert started
    reader.kill()
    reader.communicate()
    _, alive = psutil.wait_procs(started, timeout=60)
    assert not [process for process in alive if process.status() != psutil.STATUS_ZOMBIE]
