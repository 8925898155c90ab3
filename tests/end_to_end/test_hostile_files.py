"""Files that are made to harm, through the command itself: one clear line for each, within limits.

What a single source does with them is in its own tests; here it is what a user sees. No time is
measured: what does not end is stopped by the patience of `shown`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from kvtui.library.folders import find_files
from tests.sources.making_odt import odt_file
from tests.sources.making_pdf import Words, column, file_of, pdf_of
from tests.sources.making_word import paragraph, word_file

GOOD = "Vraag 1\nVaart de veerpont?\nAntwoord 1\nJa.\n"
PATIENCE = 120
"""Seconds, by the clock of a machine that may be busy."""
MEMORY = 2 * 1024**3
"""Bytes of address space for a process: a few times what the largest sound document takes."""
SPY = """
import os, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "urllib.Request"):
        os._exit(99)
    if event == "open" and "geheim" in os.fsdecode(arguments[0] if not isinstance(arguments[0], int) else ""):
        os._exit(98)

sys.addaudithook(refuse)
from kvtui.cli.main import main
sys.exit(main())
"""
"""The command under an audit hook (PEP 578): it ends at once where a secret or the network is reached for."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits, pipes and links of POSIX")


@dataclass(frozen=True)
class Shown:
    code: int
    out: str
    lines: list[str]
    """Of the standard error."""


def shown(*files: Path, options: tuple[str, ...] = (), memory: int = MEMORY) -> Shown:
    """What `kvtui show` prints, held to a limit of memory."""

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    done = subprocess.run(
        [sys.executable, "-c", SPY, "show", *options, *map(os.fsencode, files)],
        capture_output=True,
        timeout=PATIENCE,
        preexec_fn=limit if sys.platform == "linux" else None,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "80"},
        check=False,
    )
    assert done.returncode not in (98, 99), "reached for a secret or the network"
    out, said = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in said
    return Shown(done.returncode, out, said.splitlines())


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "goed.txt"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "geheim"
    path.write_text("niet voor lezers", "utf-8")
    return path


def assert_refused(path: Path, good: Path, words: str, *, named: Path | None = None) -> None:
    """One line that says what, in text and in JSON, and the other file is printed all the same.

    `named` is what the line begins with where that is not the path itself: the archive around it.
    """
    for options in ((), ("--json",), ("--source",)):
        result = shown(path, good, options=options)
        assert result.code == 1
        assert len(result.lines) == 1, result.lines
        assert result.lines[0].startswith(f"kvtui: {named or path}: ")
        assert words in result.lines[0]
        assert "Vaart de veerpont?" in result.out


def written(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


# XML

BOMB = (
    '<!DOCTYPE k [<!ENTITY a0 "lach">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)


def outside(target: str) -> str:
    return f'<!DOCTYPE k [<!ENTITY e SYSTEM "{target}">]>'


@pytest.mark.parametrize("name", ["bom.xml", "bom.docx", "bom.odt"])
def test_an_entity_bomb(tmp_path: Path, good: Path, name: str) -> None:
    xml = f"{BOMB}<kamervragen><al>&a9;</al></kamervragen>"
    data: bytes | str = xml
    if name.endswith("docx"):
        data = word_file("", members={"word/document.xml": xml})
    elif name.endswith("odt"):
        data = odt_file("", members={"content.xml": xml})
    assert_refused(written(tmp_path / name, data), good, "entities")


@pytest.mark.parametrize("scheme", ["file://{}", "{}", "http://127.0.0.1:9/{}"])
@pytest.mark.parametrize("name", ["uit.xml", "uit.docx", "uit.odt"])
def test_an_external_entity(tmp_path: Path, good: Path, secret: Path, scheme: str, name: str) -> None:
    xml = outside(scheme.format(secret)) + "<kamervragen><al>&e;</al></kamervragen>"
    data: bytes | str = xml
    if name.endswith("docx"):
        data = word_file("", members={"word/document.xml": xml})
    elif name.endswith("odt"):
        data = odt_file("", members={"content.xml": xml})
    assert_refused(written(tmp_path / name, data), good, "entities")


@pytest.mark.parametrize(
    "lead",
    [
        '<!DOCTYPE k SYSTEM "file://{}">',
        '<!DOCTYPE k SYSTEM "http://127.0.0.1:9/k.dtd">',
        '<?xml-stylesheet href="file://{}"?>',
    ],
)
def test_a_dtd_or_a_stylesheet_is_not_fetched(tmp_path: Path, secret: Path, lead: str) -> None:
    xml = lead.format(secret) + (
        f'<kamervragen xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{secret}" parse="text"/>'
        "<al>Vaart de veerpont?</al></kamervragen>"
    )
    result = shown(written(tmp_path / "brug.xml", xml))
    assert (result.code, result.lines) == (0, [])
    assert "Vaart de veerpont?" in result.out
    assert "niet voor lezers" not in result.out


def test_a_bomb_among_the_metadata_beside_is_left_alone(good: Path) -> None:
    written(good.with_suffix(".metadata.xml"), f"{BOMB}<metadata>&a9;</metadata>")
    result = shown(good)
    assert (result.code, result.lines) == (0, [])
    assert "Vaart de veerpont?" in result.out


def test_huge_metadata_beside_are_left_alone(good: Path) -> None:
    with open(good.with_suffix(".metadata.xml"), "wb") as file:
        file.truncate(3 * 1024**3)
    result = shown(good, memory=1024**3)
    assert (result.code, result.lines) == (0, [])


# Archives


def test_a_zip_bomb_as_a_word_file(tmp_path: Path, good: Path) -> None:
    bomb = word_file(paragraph("x"), members={"word/media/bom.bin": bytes(250 * 1024**2)})
    assert len(bomb) < 1024**2
    assert_refused(written(tmp_path / "bom.docx", bomb), good, "unpacks to 250 MB; at most 200 MB")


def test_a_zip_bomb_as_an_open_document(tmp_path: Path, good: Path) -> None:
    bomb = odt_file("", members={"content.xml": b"<x>" + bytes(150 * 1024**2)})
    assert_refused(written(tmp_path / "bom.odt", bomb), good, "a part of it is 150 MB; at most 20 MB")


def test_a_text_of_very_many_tags_in_a_word_file(tmp_path: Path, good: Path) -> None:
    many = word_file("<w:p/>" * 1_100_000)
    assert_refused(written(tmp_path / "veel.docx", many), good, "more than 1000000 tags")


def test_a_zip_bomb_as_a_folder(tmp_path: Path, good: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bom.zip", "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(3):
            file.writestr(f"{number}.txt", bytes(80 * 1024**2))
    bomb = tmp_path / "bom.zip"
    assert_refused(bomb / "1.txt", good, "unpacks to 240 MB; at most 200 MB", named=bomb)


def test_an_archive_of_very_many_files(tmp_path: Path, good: Path) -> None:
    with zipfile.ZipFile(tmp_path / "veel.zip", "w") as file:
        for number in range(10_001):
            file.writestr(f"{number}.txt", "x")
    many = tmp_path / "veel.zip"
    assert_refused(many / "1.txt", good, "10001 files in one archive; at most 10000", named=many)


def test_names_in_an_archive_drive_no_terminal_and_lead_nowhere(tmp_path: Path, good: Path) -> None:
    archive = tmp_path / "namen.zip"
    empty = "leeg\x1b[2J\u202e.txt"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("../../goed.txt", GOOD)
        file.writestr(empty, "")
    inside, above = shown(archive / empty, good), shown(archive / "../../goed.txt")
    assert inside.code == above.code == 1
    assert len(inside.lines) == len(above.lines) == 1
    assert not set("\x1b\u202e") & set("".join(inside.lines) + inside.out)


# Word


def test_a_word_file_that_points_outside(tmp_path: Path, secret: Path) -> None:
    kinds = (
        "image",
        "attachedTemplate",
        "oleObject",
        "hyperlink",
        "styles",
        "header",
        "footnotes",
        "subDocument",
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    relations = "".join(
        f'<Relationship Id="u{n}" Type="{office}{kind}" Target="{target}" TargetMode="External"/>'
        for n, kind in enumerate(kinds)
        for target in [("http://127.0.0.1:9/x", f"file://{secret}")[n % 2]]
    )
    body = (
        paragraph(
            "Vaart de veerpont?", '<w:r><w:object><o:OLEObject xmlns:o="o" r:id="u2"/></w:object></w:r>'
        )
        + '<w:p><w:hyperlink r:id="u3"><w:r><w:t>hier</w:t></w:r></w:hyperlink><w:subDoc r:id="u7"/></w:p>'
        + "<w:sectPr><w:headerReference r:id='u5'/></w:sectPr>"
    )
    result = shown(written(tmp_path / "uit.docx", word_file(body, relations=relations)))
    assert (result.code, result.lines) == (0, [])
    assert "Vaart de veerpont?" in result.out
    assert "niet voor lezers" not in result.out


# PDF


def pdf_catalogue(*tree: str) -> bytes:
    return file_of(["<< /Type /Catalog /Pages 2 0 R >>", *tree])


PDFS = {
    "half": (pdf_of(column([GOOD]))[:300], "damaged"),
    "rond": (pdf_catalogue("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"), "damaged"),
    "veel": (pdf_of(*[[Words("Ja.", 220, 700)]] * 10_000), "10000 pages"),
    "scan": (pdf_of([]), "has no text"),
    "leugen": (pdf_catalogue("<< /Type /Pages /Kids [] /Count 999999999 >>"), "damaged"),
    "diep": (pdf_catalogue("[" * 200_000), "damaged"),
}


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_that_is_none(tmp_path: Path, good: Path, name: str) -> None:
    data, words = PDFS[name]
    assert_refused(written(tmp_path / f"{name}.pdf", data), good, words)


def test_a_pdf_with_actions_runs_nothing(tmp_path: Path, secret: Path) -> None:
    keys = (
        f"/AA << /O << /S /Launch /F ({secret}) >> /C << /S /URI /URI (http://127.0.0.1:9/) >> >>"
        " /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /JavaScript /JS (app.alert\\(1\\)) >> >>]"
    )
    result = shown(written(tmp_path / "daad.pdf", pdf_of(column(["Vaart de veerpont?"]), page_keys=keys)))
    assert (result.code, result.lines) == (0, [])
    assert "Vaart de veerpont?" in result.out


# HTML


def test_an_html_page_that_runs_and_fetches(tmp_path: Path, secret: Path) -> None:
    page = f"""<!doctype html><html><head><base href="http://127.0.0.1:9/"><meta http-equiv="refresh"
        content="0;url=http://127.0.0.1:9/"><link rel="stylesheet" href="x.css"><style>@import "file://{secret}";</style>
        <script src="x.js"></script></head><body onload="x()"><script>document.write("geschreven")</script>
        <iframe src="file://{secret}">binnen</iframe><object data="file://{secret}">ding</object><embed src="x">
        <img src="http://127.0.0.1:9/p.png" alt=""><svg onload="x()"><use href="file://{secret}"/></svg>
        <form action="http://127.0.0.1:9/"><input value="x"></form><p onclick="x()">Vaart de veerpont?</p>
        <a href="javascript:x()">hier</a><template>mal</template><noscript>zonder</noscript></body></html>"""
    result = shown(written(tmp_path / "brug.html", page))
    assert (result.code, result.lines) == (0, [])
    assert "Vaart de veerpont?" in result.out
    for unseen in ("geschreven", "niet voor lezers", "@import", "javascript:", "onclick", "binnen"):
        assert unseen not in result.out


# Anything nested, long or many


DEEP = {
    "diep.xml": "<kamervragen>" + "<al-groep>" * 100_000 + "Vaart de veerpont?",
    "diep.html": "<html><body>" + "<div>" * 100_000 + "Vaart de veerpont?",
    "diep.md": "> " * 50_000 + "[" * 50_000 + "**" * 50_000 + "Vaart de veerpont?",
    "diep.txt": "(" * 100_000 + "Vaart de veerpont?" + "»" * 100_000,
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_without_end_is_read_all_the_same(tmp_path: Path, name: str) -> None:
    result = shown(written(tmp_path / name, DEEP[name]), options=("--json",))
    assert (result.code, result.lines) == (0, [])
    assert "Vaart de veerpont?" in result.out


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_tables_nested_without_end_in_an_archive_are_refused(tmp_path: Path, good: Path, kind: str) -> None:
    if kind == "docx":
        data = word_file("<w:tbl><w:tr><w:tc>" * 5000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 5000)
    else:
        cell = "<table:table><table:table-row><table:table-cell>"
        data = odt_file(cell * 5000 + "<text:p>x</text:p>")
    assert_refused(
        written(tmp_path / f"diep.{kind}", data), good, "damaged" if kind == "docx" else "lacks a text"
    )


def test_a_line_of_many_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    path.write_bytes(b"Vaart de veerpont? " * 500_000)
    result = shown(path, options=("--json",))
    assert (result.code, result.lines) == (0, [])
    assert result.out.count("veerpont") == 500_000


def test_more_than_a_document_can_be_is_refused_unread(tmp_path: Path, good: Path) -> None:
    path = tmp_path / "groot.xml"
    with open(path, "wb") as file:
        file.truncate(5 * 1024**3)
    assert_refused(path, good, "is 5120 MB; kvtui reads documents of at most 100 MB")


# Names, links, pipes, files that change


@pytest.mark.parametrize("data", ["", GOOD])
@pytest.mark.parametrize("options", [(), ("--json",), ("--source",), ("--markdown",)])
def test_a_name_that_holds_control_characters(tmp_path: Path, data: str, options: tuple[str, ...]) -> None:
    name = os.fsdecode(b"a\x1b]0;x\x07\n\x9b2J\xff\x7f") + "\u202e\u2028.txt"
    path = tmp_path / name
    path.write_text(data, "utf-8")
    result = shown(path, options=options)
    assert result.code == (0 if data else 1)
    assert len(result.lines) == (0 if data else 1)
    assert not set("\x1b\x07\x9b\x7f\u202e\u2028") & set("".join(result.lines) + result.out)
    assert ("Vaart de veerpont?" in result.out) == bool(data)


def test_links_that_lead_to_themselves(tmp_path: Path, good: Path) -> None:
    (tmp_path / "rond").symlink_to(tmp_path / "rond")
    (tmp_path / "heen.txt").symlink_to(tmp_path / "terug.txt")
    (tmp_path / "terug.txt").symlink_to(tmp_path / "heen.txt")
    assert_refused(tmp_path / "rond", good, "cannot be read: ")
    assert_refused(tmp_path / "heen.txt", good, "cannot be read: ")


def test_folders_that_hold_themselves_are_walked_once(tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "goed.txt").write_text(GOOD, "utf-8")
    (folder / "weer").symlink_to(folder, target_is_directory=True)
    (folder / "op").symlink_to(tmp_path, target_is_directory=True)
    assert [path.name for path in find_files([folder])] == ["goed.txt"]


def test_a_pipe_that_nobody_writes_to(tmp_path: Path, good: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    assert_refused(tmp_path / "pijp.txt", good, "is not a file")


@pytest.mark.parametrize("name", ["klok.txt", "klok.docx", "klok.pdf", "klok.xml"])
def test_a_file_that_shrinks_and_grows_while_it_is_read(tmp_path: Path, good: Path, name: str) -> None:
    path = tmp_path / name
    whole = {".txt": GOOD.encode() * 5000, ".docx": word_file(paragraph("x")), ".xml": b"<a>x</a>" * 9000}
    data = whole.get(path.suffix, pdf_of(column([GOOD])))
    path.write_bytes(data)
    ended = threading.Event()

    def change() -> None:
        size = 0
        while not ended.is_set():
            size = (size + len(data) // 7) % (2 * len(data))
            with open(path, "r+b") as file:
                file.truncate(size)
                file.seek(0)
                file.write(data[:size])

    changing = threading.Thread(target=change)
    changing.start()
    try:
        results = [shown(path, good) for _ in range(3)]
    finally:
        ended.set()
        changing.join()
    for result in results:
        assert result.code in (0, 1)
        assert len(result.lines) == result.code
        assert "Vaart de veerpont?" in result.out
