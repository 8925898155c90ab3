"""Any bytes under any name, and any tree, body or page: no error but SourceError, and no text lost."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kvtui.parsing import parse
from kvtui.sources import SourceError, SourceText, source_of
from kvtui.sources.decoding import decode
from kvtui.sources.html.reading import html_source
from kvtui.sources.odt.reading import odt_source
from kvtui.sources.pdf.pages import read_pages
from kvtui.sources.pdf.runs import raw_pages
from kvtui.sources.word.reading import docx_source
from kvtui.sources.xml.reading import xml_source
from kvtui.sources.zip_folder import members_of
from tests.parsing.letters import letters, letters_of
from tests.sources.making_odt import odt_file
from tests.sources.making_pdf import column, pdf_of
from tests.sources.making_word import word_file

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
NAMES = ("a.txt", "a.md", "a.xml", "a.html", "a.docx", "a.odt", "a.zip", "a")
MAGIC = (
    b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"<?xml version='1.0'?>", b"<!doctype html>", b"<html>",
    b"<?xml version='1.0' encoding='utf-16'?>", b"<?xml version='1.0' encoding='x'?><a>", b"<kamervragen>", b"<vraagdoc>",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;", b"<p>", b"# ", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
)  # fmt: skip
# Words without the numbers and signs that a format may write anew (lists, marks, powers).
WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "Zs", "Po"], exclude_characters="<>&\ufffe\uffff"),
    max_size=12,
)
INLINE = ("nadruk", "extref", "unl", "iets", "naam", "sup", "inf")
BLOCKS = ("al", "vraag", "antwoord", "al-groep", "tussenkop", "titel", "kamervraagopmerking", "toelicht", "bron",
          "onbekend", "kamervraagkop", "tekstregel", "reactie", "vragen", "lijst", "li", "table", "tgroup", "row",
          "entry", "noot", "noot.al", "colspec", "plaatje", "omschr", "nr")  # fmt: skip
HTML = ("p", "div", "section", "main", "article", "nav", "footer", "h1", "h3", "ul", "ol", "li", "dl", "dd", "table",
        "tr", "td", "th", "caption", "b", "i", "em", "sup", "span", "q", "pre", "br", "a", "blockquote", "label",
        "embed", "source", "font", "center", "button")  # fmt: skip


def trees(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, str]]:
    """XML of nested elements, and the words in it."""
    words = WORDS.map(lambda text: (escape(text), text))

    def around(inner: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[tuple[str, str]]:
        return st.tuples(st.sampled_from(names), st.lists(inner, max_size=4)).map(
            lambda one: (
                f"<{one[0]}>{''.join(xml for xml, _ in one[1])}</{one[0]}>",
                "".join(text for _, text in one[1]),
            )
        )

    return st.recursive(words, around, max_leaves=25)


def bodies(
    paragraph: str, table: tuple[str, str, str], around: tuple[str, ...]
) -> st.SearchStrategy[tuple[str, str]]:
    """Paragraphs, tables of paragraphs and tables, and what may stand around them, with the words in it."""
    leaf = WORDS.map(lambda text: (paragraph.format(escape(text)), text))

    def deeper(inner: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[tuple[str, str]]:
        cells = st.lists(st.lists(inner, min_size=1, max_size=3), min_size=1, max_size=3)
        tables = st.lists(cells, min_size=1, max_size=2).map(lambda rows: _table(rows, table))
        wrapped = st.tuples(st.sampled_from(around), st.lists(inner, max_size=3)).map(
            lambda one: (
                one[0].format("".join(xml for xml, _ in one[1])),
                "".join(text for _, text in one[1]),
            )
        )
        return st.one_of(tables, wrapped)

    return st.lists(st.recursive(leaf, deeper, max_leaves=10), max_size=4).map(
        lambda blocks: ("".join(xml for xml, _ in blocks), "".join(text for _, text in blocks))
    )


def _table(rows: list[list[list[tuple[str, str]]]], names: tuple[str, str, str]) -> tuple[str, str]:
    outer, middle, inner = names
    xml = "".join(
        f"<{middle}>"
        + "".join(f"<{inner}>{''.join(block for block, _ in cell)}</{inner}>" for cell in row)
        + f"</{middle}>"
        for row in rows
    )
    return f"<{outer}>{xml}</{outer}>", "".join(text for row in rows for cell in row for _, text in cell)


WORD = bodies(
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
    ("w:tbl", "w:tr", "w:tc"),
    ("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>",
     "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"),
)  # fmt: skip
ODT = bodies(
    "<text:p>{}</text:p>",
    ("table:table", "table:table-row", "table:table-cell"),
    ("<text:section>{}</text:section>", "<text:list><text:list-item>{}</text:list-item></text:list>",
     "<text:p><draw:frame><draw:text-box>{}</draw:text-box></draw:frame></text:p>"),
)  # fmt: skip


def folded(text: str) -> Counter[str]:
    """Letters, raised ones as plain ones."""
    return letters(unicodedata.normalize("NFKC", text))


def texts_of(source: SourceText) -> str:
    told = (word for pair in source.metadata for word in pair)
    return "".join((*(line.text for page in source.pages for line in page.lines), *source.markup, *told))


def assert_kept(text: str, source: SourceText) -> None:
    """All letters of a text are in the source, all letters of the source once in the document."""
    assert not folded(text) - folded(texts_of(source))
    told = "".join([*(line.text for page in source.pages for line in page.lines), *source.markup])
    assert letters_of(parse(source)) == letters(told)


def outcome(read: Callable[[bytes, str], SourceText], data: bytes, name: str) -> SourceText | None:
    """The lines; None where one line says why there are none. Nothing else is raised."""
    try:
        return read(data, name)
    except SourceError as error:
        message = str(error)
    assert message.startswith(f"{name}: ")
    assert "\n" not in message
    return None


def assert_words_kept(read: Callable[[bytes, str], SourceText], data: bytes, name: str, text: str) -> None:
    """A file of these words is read, and all of them are kept."""
    source = outcome(read, data, name)
    if source is None:
        assert not letters(text)
    else:
        assert_kept(text, source)


@pytest.mark.parametrize("name", NAMES)
@QUICK
@given(magic=st.sampled_from(MAGIC), data=st.binary(max_size=300), text=st.text(max_size=100))
def test_any_bytes_give_lines_or_one_line_that_says_why(
    name: str, magic: bytes, data: bytes, text: str
) -> None:
    for each in (magic + data, magic + text.encode("utf-8", "replace"), data + magic):
        source = outcome(source_of, each, name)
        if source is not None:
            assert_kept(decode(each, name) if source.format in ("text", "markdown") else "", source)


@QUICK
@given(start=st.integers(0, 400), data=st.binary(max_size=40))
def test_a_damaged_pdf_gives_lines_or_one_line_that_says_why(start: int, data: bytes) -> None:
    whole = pdf_of(column(["Drijft de veerpont?"]))
    outcome(source_of, whole[:start] + data + whole[start + len(data) :], "a.pdf")


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
@QUICK
@given(start=st.integers(0, 2000), data=st.binary(max_size=20))
def test_a_damaged_archive_gives_lines_or_one_line_that_says_why(name: str, start: int, data: bytes) -> None:
    whole = word_file("<w:p/>") if name == "a.docx" else odt_file("<text:p>x</text:p>")
    outcome(source_of, whole[:start] + data + whole[start + len(data) :], name)


@QUICK
@given(tree=trees(BLOCKS + INLINE))
def test_no_xml_tree_loses_text(tree: tuple[str, str]) -> None:
    xml, text = tree
    data = f"<officiele-publicatie>{xml}</officiele-publicatie>".encode()
    assert_words_kept(xml_source, data, "a.xml", text)


@QUICK
@given(tree=trees(HTML))
def test_no_html_tree_loses_text(tree: tuple[str, str]) -> None:
    markup, text = tree
    assert_words_kept(html_source, f"<!doctype html><body>{markup}</body>".encode(), "a.html", text)


@QUICK
@given(body=WORD)
def test_no_word_body_loses_text(body: tuple[str, str]) -> None:
    xml, text = body
    assert_words_kept(docx_source, word_file(xml), "a.docx", text)


@QUICK
@given(body=ODT)
def test_no_open_document_body_loses_text(body: tuple[str, str]) -> None:
    xml, text = body
    assert_words_kept(odt_source, odt_file(xml), "a.odt", text)


PLACES = st.one_of(st.integers(0, 800), st.sampled_from([220, 60, 700, 711, 40]))
RUNS = st.tuples(
    st.booleans(), st.text(min_size=1, max_size=15), PLACES, PLACES, PLACES, PLACES,
    st.sampled_from([0.0, 5.0, 6.5, 9.0, 9.0, 14.0]), st.sampled_from([0, 0, 0, 90, 180, 45, 270]), st.integers(0, 3),
)  # fmt: skip
RULINGS = st.tuples(PLACES, PLACES, PLACES, PLACES)
PAGES = st.fixed_dictionaries(
    {
        "box": st.sampled_from([(0, 0, 595, 842), (0, 0, 0, 0), (-50, 20, 842, 595)]),
        "turned": st.integers(0, 3),
        "runs": st.lists(RUNS, max_size=30),
        "rulings": st.lists(RULINGS, max_size=3),
    }
)


@QUICK
@given(pages=st.lists(PAGES, max_size=4))
def test_no_run_on_a_pdf_page_is_lost_or_written_twice(pages: list[dict[str, object]]) -> None:
    raw = raw_pages(pages)
    source = SourceText("a.pdf", "pdf", read_pages(raw))
    drawn = "".join(run.text for page in raw for run in (*page.runs, *page.turned))
    assert folded(drawn) == folded(texts_of(source))
    assert_kept(drawn, source)


# What fuzzing found


def test_an_archive_member_without_a_name_is_left_out(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("naam", "x")
        file.writestr("word/document.xml", "<x/>")
        file.filelist[0].filename = ""
    assert outcome(source_of, packed.getvalue(), "a.docx") is None
    path = tmp_path / "a.zip"
    path.write_bytes(packed.getvalue())
    assert members_of(path) == ["word/document.xml"]


def test_a_column_that_is_not_closed_keeps_the_table() -> None:
    table = "<table><tgroup><colspec><tbody><row><entry>zand</entry></row></tbody></colspec></tgroup></table>"
    assert "zand" in texts_of(xml_source(f"<k><al>x</al>{table}</k>".encode(), "a.xml"))


def test_an_html_page_nested_deeper_than_parsers_follow_is_read_to_its_end() -> None:
    page = (
        "<p>voor<script>weg</script></p>" + "<font>" * 3000 + "diep &eacute;\x0c" + "</font>" * 3000 + "<p>na"
    )
    source = html_source(f"<html><body>{page}".encode(), "a.html")
    assert [line.text for line in source.pages[0].lines if line.text] == ["voor", "diep é", "na"]


def test_elements_that_hold_nothing_swallow_nothing() -> None:
    source = html_source(b"<html><body><embed src='x'><p>voor</p><source src='x'>na</body></html>", "a.html")
    assert [line.text for line in source.pages[0].lines if line.text] == ["voor", "na"]
