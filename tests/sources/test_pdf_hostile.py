"""PDFs that are damaged, protected, empty or made to harm: each gives one clear line."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from kvtui.sources import SourceError
from kvtui.sources.pdf import process as pdf_process
from kvtui.sources.pdf.reading import pdf_source
from tests.sources.making_pdf import Words, column, file_of, pdf_of

GOOD = pdf_of(column(["Drijft de veerpont over de Grote Beek?"]))
CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"


def message_for(data: bytes) -> str:
    with pytest.raises(SourceError) as raised:
        pdf_source(data, "veer.pdf")
    message = str(raised.value)
    assert message.startswith("veer.pdf: ")
    assert "\n" not in message
    return message.removeprefix("veer.pdf: ")


def reads_well() -> bool:
    return [line.text for line in pdf_source(GOOD, "goed.pdf").pages[0].lines] == [
        "Drijft de veerpont over de Grote Beek?"
    ]


@pytest.mark.parametrize("share", [0.05, 0.2, 0.4, 0.6, 0.8])
def test_a_truncated_file(share: float) -> None:
    assert "damaged" in message_for(GOOD[: int(len(GOOD) * share)])


@pytest.mark.parametrize(
    "tree",
    [
        ["<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"],
        [
            "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 1500 >>",
            "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 2 0 R] /Count 700 >>",
        ],
    ],
)
def test_pages_that_hold_themselves(tree: list[str]) -> None:
    assert "damaged" in message_for(file_of([CATALOGUE, *tree]))


def test_a_page_that_cannot_be_read_costs_that_page() -> None:
    data = (
        pdf_of(column(["Ja."]), column(["Nee."]))
        .replace(b"/Kids [", b"/Kids [99 0 R ")
        .replace(b"/Count 2", b"/Count 3")
    )
    source = pdf_source(data, "veer.pdf")
    assert [[line.text for line in page.lines] for page in source.pages] == [[], ["Ja."], ["Nee."]]
    assert source.problems == ("Page 1 cannot be read.",)


def test_more_pages_that_cannot_be_read_than_others() -> None:
    data = (
        pdf_of(column(["Ja."]))
        .replace(b"/Kids [", b"/Kids [98 0 R 99 0 R ")
        .replace(b"/Count 1", b"/Count 3")
    )
    assert "2 of 3 pages cannot be read" in message_for(data)


def test_a_page_of_very_many_words_drawn_apart() -> None:
    words = [Words("a", at % 40 * 12, at // 40 * 0.5, 5) for at in range(6000)]
    assert len(pdf_source(pdf_of(words), "veer.pdf").pages[0].lines) > 1


def test_a_file_that_is_none() -> None:
    assert "damaged" in message_for(b"%PDF-1.7\n" + bytes(range(256)) * 100)


def test_a_protected_file() -> None:
    key = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O ({0}) /U ({0}) >> /ID [(a) (a)]".format("o" * 32)
    assert "password" in message_for(pdf_of(column(["Ja."]), trailer_keys=key))


def test_a_protection_that_is_not_known() -> None:
    key = "/Encrypt << /Filter /Other /V 9 >> /ID [(a) (a)]"
    assert "protect" in message_for(pdf_of(column(["Ja."]), trailer_keys=key))


PICTURE = "q 500 0 0 800 40 20 cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q"


def page_that_draws(content: str, resources: str = "", *more: str) -> bytes:
    tree = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>"
    stream = f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
    return file_of([CATALOGUE, tree, page, stream, *more])


def test_a_scan_has_no_text() -> None:
    form = f"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length {len(PICTURE)} >>"
    within_form = page_that_draws("/A Do", "/XObject << /A 5 0 R >>", f"{form}\nstream\n{PICTURE}\nendstream")
    for data in (page_that_draws(PICTURE), within_form):
        message = message_for(data)
        assert "it is a scan" in message
        assert "OCR" in message


def test_blank_pages_are_no_scan() -> None:
    message = message_for(pdf_of([], []))
    assert "has no text that can be read" in message
    assert "scan" not in message


def test_ten_thousand_pages_are_refused() -> None:
    message = message_for(pdf_of(*[[Words("Ja.", 220, 700)]] * 10_000))
    assert "10000 pages" in message
    assert "at most 2000" in message


def test_characters_that_drive_a_terminal_are_taken_out() -> None:
    source = pdf_source(GOOD.replace(b"Drijft de", b"Dr\x1b[31mi "), "veer.pdf")
    assert "\x1b" not in "".join(line.text for line in source.pages[0].lines)


def test_thousands_of_scattered_letters_are_all_kept() -> None:
    words = [Words("a", at * 7 % 501, at * 13 % 807) for at in range(4000)]
    source = pdf_source(pdf_of(words), "veer.pdf")
    assert sum(line.text.count("a") for line in source.pages[0].lines) == 4000


@pytest.fixture
def child() -> Iterator[psutil.Process]:
    """The process in which PDFs are read."""
    assert reads_well()
    assert pdf_process._keeper._child is not None
    yield psutil.Process(pdf_process._keeper._child._process.pid)
    pdf_process._keeper.end()


def test_one_process_reads_many_files(child: psutil.Process) -> None:
    assert reads_well()
    assert child.is_running()
    assert [p.pid for p in psutil.Process().children()].count(child.pid) == 1


def test_a_crash_costs_one_document(child: psutil.Process, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = pdf_process._Child.begin

    def begin_and_crash(process: pdf_process._Child) -> bool:
        begins = begin(process)
        child.kill()
        process._process.wait()
        return begins

    monkeypatch.setattr(pdf_process._Child, "begin", begin_and_crash)
    assert "stops the PDF library" in message_for(GOOD)
    monkeypatch.undo()
    assert reads_well()


def test_it_ends_when_the_reader_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "veer.pdf"
    file.write_bytes(GOOD)
    code = (
        "import os, sys; from pathlib import Path; from kvtui.sources import read_source; from kvtui.sources.pdf import process as pdf_process;"
        "read_source(Path(sys.argv[1])); print(pdf_process._keeper._child._process.pid, flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=False
    )
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(int(done.stdout)).wait(timeout=10)
    assert not psutil.pid_exists(int(done.stdout)) or is_zombie(int(done.stdout))


def is_zombie(pid: int) -> bool:
    """Ended, and not yet waited for by who adopts orphans here."""
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


def test_a_process_that_has_gone_is_replaced(child: psutil.Process) -> None:
    child.kill()
    child.wait()
    assert reads_well()


def test_a_hanging_process_is_killed(child: psutil.Process, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "WORKING_SECONDS", 0.2)
    child.send_signal(signal.SIGSTOP)
    assert "takes longer" in message_for(GOOD)
    assert not child.is_running()
    monkeypatch.undo()
    assert reads_well()


def test_a_hanging_process_is_ended_from_another_thread(child: psutil.Process) -> None:
    child.send_signal(signal.SIGSTOP)
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(message_for, GOOD)
        while not pdf_process._keeper._lock.locked():
            pass
        pdf_process.end_now()
        assert "reading was stopped" in reading.result()
    assert not child.is_running()
    assert reads_well()


def test_who_waits_for_the_process_is_told_that_reading_was_stopped(child: psutil.Process) -> None:
    child.send_signal(signal.SIGSTOP)
    keeper = pdf_process._keeper
    asked = threading.Semaphore(0)

    class Lock:
        """The keeper's lock, telling who comes to it."""

        def __enter__(self) -> None:
            asked.release()
            lock.acquire()

        def __exit__(self, *_: object) -> None:
            lock.release()

    lock = keeper._lock
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(2) as pool:
        patch.setattr(keeper, "_lock", Lock())
        readings = [pool.submit(message_for, GOOD) for _ in range(2)]
        for _ in readings:
            asked.acquire()
        pdf_process.end_now()
        assert all("reading was stopped" in reading.result() for reading in readings)


def test_ending_where_nothing_runs_is_harmless() -> None:
    pdf_process._keeper.end()
    pdf_process.end_now()
    assert reads_well()


def test_nothing_is_left_of_it(child: psutil.Process) -> None:
    pdf_process._keeper.end()
    assert not child.is_running()
    assert child.pid not in [process.pid for process in psutil.Process().children()]


def test_threads_wait_for_each_other(child: psutil.Process) -> None:
    gate = threading.Barrier(6)

    def read() -> bool:
        gate.wait()
        return reads_well()

    with ThreadPoolExecutor(6) as pool:
        assert all(done.result() for done in [pool.submit(read) for _ in range(6)])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_forked_process_has_a_child_of_its_own(child: psutil.Process) -> None:
    pid = os.fork()
    if pid == 0:
        well = False
        try:
            well = reads_well()
            pdf_process._keeper.end()
        finally:
            os._exit(0 if well else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    assert child.is_running()
    assert reads_well()


def test_modules_beside_the_documents_are_not_run(
    child: psutil.Process, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "ctypes", "pypdfium2_raw", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("open('gevonden', 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    pdf_process._keeper.end()
    assert reads_well()
    assert not (tmp_path / "gevonden").exists()
