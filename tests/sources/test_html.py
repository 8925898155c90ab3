"""HTML: official pages by their classes, other pages by their blocks, notes as each converter writes them."""

from __future__ import annotations

import pytest

from kvtui.sources.errors import SourceError
from kvtui.sources.html.reading import html_source
from kvtui.sources.lines import Role, SourceText
from tests.sources.marked_up import openings, styled, texts


def read(data: bytes | str) -> SourceText:
    return html_source(data.encode() if isinstance(data, str) else data, "brug.html")


def page(body: str, head: str = "") -> SourceText:
    return read(f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>')


OFFICIAL = """<div class="cookie-bar"><p>Koekjes? <button>Graag</button></p></div>
<nav><ul><li><a href="/">Voorpagina</a></li></ul></nav>
<div id="main-column"><div class="Stuk"><div class="kamervraagkop"><p>Vergaderjaar 2098-2099</p></div>
<p class="kamervraagnummer">17</p>
<h1 class="Kamervraagomschrijving_Kop no-toc">Vragen van het lid <strong>Bries</strong> (SV) aan de Minister
 van Waterzaken over <em>bruggen</em> (ingezonden 29 januari 2099).</h1>
<div class="no-toc VRAAG"><h2>Vraag 1</h2><p>Drijft hij?<a class="nootref" href="#n1" id="r1"><sup>1</sup></a> Waar?</p></div>
<div class="antwoord"><p class="nummer">1</p><p>Ja.</p></div>
<div class="kamervraagopmerking"><h2>Mededeling</h2><p>Hierbij.</p></div>
<div class="voet noot" id="n1"><p><span class="nootnum">1</span> De Kade.</p></div></div></div>
<footer>Over de brug</footer>"""


def test_official_pages_are_told_by_their_classes() -> None:
    source = page(OFFICIAL)
    assert texts(source, Role.FURNITURE) == [
        "Koekjes?",
        "Graag",
        "Voorpagina",
        "Vergaderjaar 2098-2099",
        "Over de brug",
    ]
    assert texts(source) == [
        "17",
        "Vragen van het lid Bries (SV) aan de Minister van Waterzaken over bruggen (ingezonden 29 januari 2099).",
        "Vraag 1",
        "Drijft hij?[1] Waar?",
        "1",
        "Ja.",
        "Mededeling",
        "Hierbij.",
    ]
    assert texts(source, Role.NOTE) == ["[1] De Kade."]
    assert openings(source) == [("question", "Vraag 1"), ("answer", "1"), ("notice", "Mededeling")]
    assert styled(source) == [("Bries", "bold"), ("bruggen", "italic")]


def test_bare_numbers_of_the_older_pages_open_parts() -> None:
    source = page(
        '<div class="vragen"><p class="nummer">1</p><p>Wie?</p></div><div class="reactie"><p class="nummer">1</p><p>Ik.</p></div>'
    )
    assert openings(source) == [("question", "1"), ("answer", "1")]


def test_meta_tags_and_title_are_metadata() -> None:
    head = '<title>Overheid | brug</title><meta name="DC.title" content="Vragen over bruggen"><meta name="viewport" content="x">'
    assert page("<p>a</p>", head).metadata == (
        ("DC.title", "Vragen over bruggen"),
        ("title", "Overheid | brug"),
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>document.write('<p>weg</p>')</script>",
        "<style>p { content: 'weg' }</style>",
        "<noscript>weg</noscript>",
        "<template><p>weg</p></template>",
        "<p hidden>weg</p>",
        '<p style="color:red; display: none">weg</p>',
        '<span class="visually-hidden">weg</span>',
        "<!-- weg -->",
        "<iframe src='http://127.0.0.1:9/'>weg</iframe>",
        "<?php weg ?>",
    ],
)
def test_what_is_not_to_be_seen_is_dropped(hidden: str) -> None:
    source = page(f"<p>voor</p>{hidden}<p>na</p>")
    assert [*texts(source), *texts(source, Role.FURNITURE), *source.markup] == ["voor", "na"]


def test_a_page_without_the_classes_has_its_content_in_main() -> None:
    source = page(
        "<div>Kop van de site</div><main><nav>Kruimels</nav><h1>Kamervraag</h1><p>Tekst.</p></main><p>Voet</p>"
    )
    assert texts(source) == ["Kamervraag", "Tekst."]
    assert texts(source, Role.FURNITURE) == ["Kop van de site", "Kruimels", "Voet"]


def test_a_page_without_any_of_it_is_read_by_its_blocks() -> None:
    source = page(
        "<h3>Vraag 1</h3>Los <b>woord</b><div>blok</div><p>een<br>twee</p><ul><li>x<ol start='3'><li>y</ol><li>– z</ul>"
        "<dl><dt>dt<dd>dd</dl><pre>a\n  b\n\nc</pre><blockquote>q</blockquote>"
    )
    assert texts(source) == [
        "Vraag 1",
        "Los woord",
        "blok",
        "een",
        "twee",
        "• x",
        "3. y",
        "– z",
        "dt",
        "dd",
        "a",
        "b",
        "c",
        "q",
    ]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("12 m<sup>2</sup> en 5 km<sup>2</sup>", "12 m² en 5 km²"),
        ("bericht?<sup>3</sup>", "bericht?[3]"),
        ("de 3<sup>e</sup> brug", "de 3e brug"),
        ('<a href="https://kade.example/a">dit stuk</a>.', "dit stuk (https://kade.example/a)."),
        ('<a href="https://www.kade.example/a/">kade.example/a</a>.', "kade.example/a."),
        ('<a href="mailto:brug@kade.example">mail</a>', "mail"),
        (
            '<a href="javascript:alert(1)">klik</a> <a href="#top">op</a> <a href="/x">daar</a>',
            "klik op daar",
        ),
        (
            '<a href="https://zoek.officielebekendmakingen.nl/kst-98765-4.html">Kamerstuk 98 765, nr. 4</a>',
            "Kamerstuk 98 765, nr. 4",
        ),
        ("a &lt; b &amp; c&nbsp;d &euro; &#8364;", "a < b & c d € €"),
        ("<foo>onbekend <o:p>ding</o:p></foo>", "onbekend ding"),
        ("ver\u00adant\u00adwoord", "verantwoord"),
    ],
)
def test_running_text(inside: str, expected: str) -> None:
    assert texts(page(f"<p>{inside}</p>")) == [expected]


def test_css_styles_are_styles() -> None:
    source = page(
        '<p>Een <span style="font-weight:bold">dik</span> en <span style="font-style: italic">scheef</span> woord tussen gewone.</p>'
    )
    assert styled(source) == [("dik", "bold"), ("scheef", "italic")]


def test_tables_with_data_become_rows() -> None:
    source = page(
        '<table border="1"><caption>Tabel 1</caption><tr><th colspan="2">Kop<th>C<tr><td rowspan="99999999">x<p>y</p><td>1<td>2'
        "<tr><td>3<td>4</table>"
    )
    assert texts(source) == ["Tabel 1", "| Kop | | C |", "| x y | 1 | 2 |", "| | 3 | 4 |"]


def test_tables_that_place_things_are_read_as_blocks() -> None:
    source = page(
        "<table><tr><td>links</td><td><table border=1><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table>"
        "<table><tr><td><p>alleen</p><p>kader</p></td></tr></table>"
    )
    assert texts(source) == ["links", "| a | b |", "| 1 | 2 |", "alleen", "kader"]


NOTES = {
    "pandoc": (
        '<p>Brug?<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section class="footnotes">'
        '<hr><ol><li id="fn1"><p>De Kade.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>'
    ),
    "mammoth": (
        '<p>Brug?<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup></p>'
        '<ol><li id="footnote-1"><p>De Kade. <a href="#footnote-ref-1">↑</a></p></li></ol>'
    ),
    "Word": (
        '<p class=MsoNormal>Brug?<a style=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>'
        "<![if !supportFootnotes]>[1]<![endif]></span></a></p><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
        '<a style=\'mso-footnote-id:ftn1\' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> De Kade.</p></div>'
    ),
    "LibreOffice": (
        '<p>Brug?<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup></p>'
        '<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> De Kade.</p></div>'
    ),
}


@pytest.mark.parametrize("writer", NOTES)
def test_notes_are_found_whoever_wrote_them(writer: str) -> None:
    source = page(NOTES[writer])
    assert texts(source) == ["Brug?[1]"]
    assert texts(source, Role.NOTE) == ["[1] De Kade."]


def test_a_table_of_contents_with_numbers_has_no_notes() -> None:
    source = page('<p><a href="#s1">1</a> <a href="#s2">2</a></p><h2 id="s1">Een</h2><h2 id="s2">Twee</h2>')
    assert texts(source) == ["1 2", "Een", "Twee"]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ("", "cp1252"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="utf-8">', "cp1252"),
        ('<meta charset="onzin">', "utf-8"),
    ],
)
def test_the_charset_is_told_or_tried(head: str, encoding: str) -> None:
    data = f"<html><head>{head}</head><body><p>«één» € brug</p></body></html>"
    assert texts(read(data.encode(encoding))) == ["«één» € brug"]


def test_xhtml_with_a_declaration_is_read() -> None:
    data = '<?xml version="1.0" encoding="iso-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>één</p></body></html>'
    assert texts(read(data.encode("latin-1"))) == ["één"]


@pytest.mark.parametrize(
    "data", ["<html></html>", "<html><body><script>x</script></body></html>", "<!DOCTYPE html>", "<html>\0"]
)
def test_a_page_without_text_says_so(data: str) -> None:
    with pytest.raises(SourceError, match=r"brug\.html: is an HTML page without text"):
        read(data)


@pytest.mark.parametrize("depth", [200, 1500])
def test_deep_nesting_loses_no_text(depth: int) -> None:
    assert texts(page("<div>" * depth + "diep" + "</div>" * depth + "<p>na")) == ["diep", "na"]


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<table><tr><td>",
        "<b>",
        "<ul><li>",
        '<a href="#n1" id="r1">1',
        "<!--",
        "<svg>",
        '<div class="vraag">',
        "</p>",
        "&#x0;",
        '<div class="noot">1',
    ],
)
def test_no_text_is_lost_and_no_time_in_repeated_pieces(piece: str) -> None:
    try:
        source = page("<p>voor</p>" + piece * 5000)
    except SourceError:
        pytest.fail("text before the pieces is text")
    assert "voor" in [*texts(source), *texts(source, Role.FURNITURE)]


@pytest.mark.parametrize("piece", ["<div>", "<b>", "<table><tr><td>", "<ul><li>"])
@pytest.mark.parametrize("depth", [400, 700, 1100, 2100, 5000])
def test_text_below_the_deepest_nesting_is_there(piece: str, depth: int) -> None:
    source = page("<p>voor</p>" + piece * depth + "diep<h2>na</h2>")
    words = " ".join(texts(source))
    assert [word for word in ("voor", "diep", "na") if word in words] == ["voor", "diep", "na"]


def test_a_page_that_is_nested_too_deeply_says_so() -> None:
    assert page("<div>" * 5000 + "diep").problems == (
        "The page is nested too deeply: its text is shown without its structure.",
    )
    assert page("<div>diep</div>").problems == ()


def test_a_long_cell_of_a_table_with_data_stays_in_its_row() -> None:
    long = "brug " * 400
    source = page(
        f"<table><tr><th>Jaar<th>Toelichting<th>Aantal</tr><tr><td>2098<td>{long}<td>3</tr></table><p>na"
    )
    assert texts(source) == [
        "| Jaar | Toelichting | Aantal |",
        f"| 2098 | {long.strip()} | 3 |",
        "na",
    ]
