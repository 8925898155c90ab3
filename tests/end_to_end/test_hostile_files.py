"""Documents that are made to harm, through the command itself: one clear line for each, within limits.

What a single source does with them is in its own tests; here it is what a user sees. No time is
measured: what does not end is stopped by the patience of `shown`.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.end_to_end.showing import GOOD, POSIX, assert_refused, shown, written
from tests.sources.making_odt import odt_file
from tests.sources.making_pdf import Words, column, file_of, pdf_of
from tests.sources.making_word import paragraph, word_file

pytestmark = POSIX

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


@pytest.mark.parametrize("target", ["file://{secret}", "{secret}", "{ear}x.txt"])
@pytest.mark.parametrize("name", ["uit.xml", "uit.docx", "uit.odt"])
def test_an_external_entity(
    tmp_path: Path, good: Path, secret: Path, ear: str, target: str, name: str
) -> None:
    xml = outside(target.format(secret=secret, ear=ear)) + "<kamervragen><al>&e;</al></kamervragen>"
    data: bytes | str = xml
    if name.endswith("docx"):
        data = word_file("", members={"word/document.xml": xml})
    elif name.endswith("odt"):
        data = odt_file("", members={"content.xml": xml})
    assert_refused(written(tmp_path / name, data), good, "entities")


@pytest.mark.parametrize("options", [("--json",), ("--source",), ("--markdown",)])
def test_what_is_refused_is_so_in_every_form(tmp_path: Path, good: Path, options: tuple[str, ...]) -> None:
    bomb = written(tmp_path / "bom.xml", f"{BOMB}<kamervragen><al>&a9;</al></kamervragen>")
    result = shown(bomb, good, options=options)
    assert (result.code, len(result.lines)) == (1, 1)
    assert "Vaart de veerpont?" in result.out


@pytest.mark.parametrize(
    "lead",
    [
        '<!DOCTYPE k SYSTEM "file://{secret}">',
        '<!DOCTYPE k SYSTEM "{ear}k.dtd">',
        '<?xml-stylesheet href="file://{secret}"?>',
    ],
)
def test_a_dtd_or_a_stylesheet_is_not_fetched(tmp_path: Path, secret: Path, ear: str, lead: str) -> None:
    xml = lead.format(secret=secret, ear=ear) + (
        f'<kamervragen xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{secret}" parse="text"/>'
        "<al>Vaart de veerpont?</al></kamervragen>"
    )
    result = shown(written(tmp_path / "brug.xml", xml))
    assert (result.code, result.lines) == (0, [])
    assert "Vaart de veerpont?" in result.out


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
    assert_refused(bomb, good, "unpacks to 240 MB; at most 200 MB")
    assert_refused(bomb / "1.txt", good, "unpacks to 240 MB; at most 200 MB", named=bomb)


def test_a_bomb_among_the_metadata_in_an_archive_is_left_alone(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "brieven.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("goed.txt", GOOD)
        file.writestr("goed.metadata.xml", bytes(150 * 1024**2))
        file.writestr("goed.txt.metadata.xml", f"{BOMB}<metadata>&a9;</metadata>")
    result = shown(tmp_path / "brieven.zip", memory=1024**3)
    assert (result.code, result.lines) == (0, [])
    assert "Vaart de veerpont?" in result.out


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


def test_a_word_file_that_points_outside(tmp_path: Path, secret: Path, ear: str) -> None:
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
        for target in [(f"{ear}x", f"file://{secret}")[n % 2]]
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


def test_a_pdf_with_actions_runs_nothing(tmp_path: Path, secret: Path, ear: str) -> None:
    keys = (
        f"/AA << /O << /S /Launch /F ({secret}) >> /C << /S /URI /URI ({ear}) >> >>"
        " /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /JavaScript /JS (app.alert\\(1\\)) >> >>]"
    )
    result = shown(written(tmp_path / "daad.pdf", pdf_of(column(["Vaart de veerpont?"]), page_keys=keys)))
    assert (result.code, result.lines) == (0, [])
    assert "Vaart de veerpont?" in result.out


# HTML


def test_an_html_page_that_runs_and_fetches(tmp_path: Path, secret: Path, ear: str) -> None:
    page = f"""<!doctype html><html><head><base href="{ear}"><meta http-equiv="refresh"
        content="0;url={ear}"><link rel="stylesheet" href="x.css"><style>@import "file://{secret}";</style>
        <script src="x.js"></script></head><body onload="x()"><script>document.write("geschreven")</script>
        <iframe src="file://{secret}">binnen</iframe><object data="file://{secret}">ding</object><embed src="x">
        <img src="{ear}p.png" alt=""><svg onload="x()"><use href="file://{secret}"/></svg>
        <form action="{ear}"><input value="x"></form><p onclick="x()">Vaart de veerpont?</p>
        <a href="javascript:x()">hier</a><template>mal</template><noscript>zonder</noscript></body></html>"""
    result = shown(written(tmp_path / "brug.html", page))
    assert (result.code, result.lines) == (0, [])
    assert "Vaart de veerpont?" in result.out
    for unseen in ("geschreven", "@import", "javascript:", "onclick", "binnen"):
        assert unseen not in result.out
