"""Any bytes under any name, and any tree, body or page: no error but SourceError, and no text lost."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kvtui.parsing import parse
from kvtui.sources import SourceError, SourceText, source_of
from kvtui.sources.html.reading import html_source
from kvtui.sources.odt.reading import odt_source
from kvtui.sources.pdf.pages import read_pages
from kvtui.sources.pdf.runs import raw_pages
from kvtui.sources.reading import decode
from kvtui.sources.word.reading import docx_source
from kvtui.sources.xml.reading import xml_source
from tests.parsing.letters import letters, letters_of
from tests.sources.making_odt import odt_file
from tests.sources.making_pdf import column, pdf_of
from tests.sources.making_word import word_file, zipped

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
WORD = ("w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:ins", "w:hyperlink", "w:smartTag")
ODT = ("text:p", "text:h", "text:list", "text:list-item", "text:list-header", "text:section", "text:span", "text:a",
       "table:table", "table:table-row", "table:table-cell", "table:table-header-rows", "text:s", "draw:frame",
       "draw:text-box")  # fmt: skip


def trees(names: tuple[str, ...], leaf: Callable[[str], str] = escape) -> st.SearchStrategy[tuple[str, str]]:
    """XML of nested elements, and the words in it."""
    words = WORDS.map(lambda text: (leaf(text), text))

    def around(inner: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[tuple[str, str]]:
        return st.tuples(st.sampled_from(names), st.lists(inner, max_size=4)).map(
            lambda one: (
                f"<{one[0]}>{''.join(xml for xml, _ in one[1])}</{one[0]}>",
                "".join(text for _, text in one[1]),
            )
        )

    return st.recursive(words, around, max_leaves=25)


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


@pytest.mark.parametrize("name", NAMES)
@QUICK
@given(magic=st.sampled_from(MAGIC), data=st.binary(max_size=300), text=st.text(max_size=100))
def test_any_bytes_give_lines_or_one_line_that_says_why(
    name: str, magic: bytes, data: bytes, text: str
) -> None:
    for each in (magic + data, magic + text.encode("utf-8", "replace"), data + magic):
        try:
            source = source_of(each, name)
        except SourceError as error:
            assert str(error).startswith(f"{name}: ")
            assert "\n" not in str(error)
            continue
        if source.format in ("text", "markdown"):
            assert letters(texts_of(source)) == letters(decode(each, name))
        told = "".join([*(line.text for page in source.pages for line in page.lines), *source.markup])
        assert letters_of(parse(source)) == letters(told)


@QUICK
@given(start=st.integers(0, 400), data=st.binary(max_size=40))
def test_a_damaged_pdf_gives_lines_or_one_line_that_says_why(start: int, data: bytes) -> None:
    whole = pdf_of(column(["Drijft de veerpont?"]))
    damaged = whole[:start] + data + whole[start + len(data) :]
    try:
        source_of(damaged, "a.pdf")
    except SourceError as error:
        assert str(error).startswith("a.pdf: ")


@QUICK
@given(start=st.integers(0, 2000), data=st.binary(max_size=20))
def test_a_damaged_archive_gives_lines_or_one_line_that_says_why(start: int, data: bytes) -> None:
    for name, whole in (("a.docx", word_file("<w:p/>")), ("a.odt", odt_file("<text:p>x</text:p>"))):
        damaged = whole[:start] + data + whole[start + len(data) :]
        try:
            source_of(damaged, name)
        except SourceError as error:
            assert str(error).startswith(f"{name}: ")


@QUICK
@given(tree=trees(BLOCKS + INLINE))
def test_no_xml_tree_loses_text(tree: tuple[str, str]) -> None:
    xml, text = tree
    try:
        source = xml_source(f"<officiele-publicatie>{xml}</officiele-publicatie>".encode(), "a.xml")
    except SourceError as error:
        assert "without text" in str(error)
        assert not letters(text)
        return
    assert_kept(text, source)


@QUICK
@given(tree=trees(HTML))
def test_no_html_tree_loses_text(tree: tuple[str, str]) -> None:
    markup, text = tree
    try:
        source = html_source(f"<!doctype html><body>{markup}</body>".encode(), "a.html")
    except SourceError as error:
        assert "without text" in str(error)
        assert not letters(text)
        return
    assert_kept(text, source)


@QUICK
@given(tree=trees(WORD, lambda text: f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"))
def test_no_word_body_loses_text(tree: tuple[str, str]) -> None:
    body, text = tree
    try:
        source = docx_source(word_file(body), "a.docx")
    except SourceError as error:
        assert "holds no text" in str(error)
        assert not letters(text)
        return
    assert_kept(text, source)


@QUICK
@given(tree=trees(ODT, lambda text: f"<text:p>{escape(text)}</text:p>"))
def test_no_open_document_body_loses_text(tree: tuple[str, str]) -> None:
    body, text = tree
    try:
        source = odt_source(odt_file(body), "a.odt")
    except SourceError as error:
        assert "no text" in str(error)
        assert not letters(text)
        return
    assert_kept(text, source)


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


def test_an_archive_member_without_a_name_is_left_out() -> None:
    whole = zipped({"x": "y", "word/document.xml": "<x/>"})
    with pytest.raises(SourceError, match=r"a\.docx: "):
        source_of(whole.replace(b"\x01\x00\x00\x00x", b"\x00\x00\x00\x00x"), "a.docx")


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
