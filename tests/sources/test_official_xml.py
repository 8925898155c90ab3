"""Official XML: both shapes, what stands inside paragraphs, and files that mean harm."""

from __future__ import annotations

from contextlib import suppress

import pytest

from kvtui.sources.errors import SourceError
from kvtui.sources.lines import Role, SourceText
from kvtui.sources.xml.reading import xml_source
from tests.sources.marked_up import HEAD, openings, publication, styled, texts


def read(data: bytes | str) -> SourceText:
    return xml_source(data.encode() if isinstance(data, str) else data, "brug.xml")


def lines_of_paragraph(inside: str) -> list[str]:
    return texts(read(publication(f"<antwoord><al>{inside}</al></antwoord>")))


def test_the_head_gives_the_lines_that_are_printed() -> None:
    source = read(publication("<vraag><nr>Vraag 1</nr><al>Drijft hij?</al></vraag>", head=HEAD))
    assert texts(source, Role.FURNITURE) == ["Vergaderjaar 2098-2099", "Aanhangsel van de Handelingen"]
    assert texts(source)[:3] == [
        "17",
        "Vragen van het lid Bries (SV) aan de Minister van Waterzaken over drijvende bruggen (ingezonden 29 januari 2099).",
        "Antwoord van Minister Oever (Waterzaken) (ontvangen 16 februari 2099).",
    ]


def test_elements_say_what_opens() -> None:
    body = (
        '<vraag><nr status="officieel">Vraag 1</nr><al>Drijft hij?</al></vraag>'
        "<antwoord><nr>Antwoord 1</nr><al-groep><?xpp lead;-1?><al>Ja.</al><al>Nog.</al></al-groep></antwoord>"
        "<kamervraagopmerking><al>Mededeling</al><al>Hierbij.</al></kamervraagopmerking>"
        "<toelicht>Toelichting: zie eerder.</toelicht>"
    )
    assert openings(read(publication(body))) == [
        ("question", "Vraag 1"),
        ("answer", "Antwoord 1"),
        ("notice", "Mededeling"),
        ("note", "Toelichting: zie eerder."),
    ]


def test_a_heading_written_as_a_paragraph_opens_all_the_same() -> None:
    assert openings(read(publication("<vraag><al>Vraag 4</al><al>En nu?</al></vraag>"))) == [
        ("question", "Vraag 4")
    ]


def test_a_question_without_a_number_opens_with_its_text() -> None:
    assert openings(read(publication("<vraag><nr/><al>En nu?</al></vraag>"))) == [("question", "En nu?")]


def test_a_remark_that_explains_is_a_note() -> None:
    body = (
        "<kamervraagopmerking><tussenkop>Toelichting:</tussenkop><al>Zie eerder.</al></kamervraagopmerking>"
    )
    assert openings(read(publication(body))) == [("note", "Toelichting:")]


OLDER = """<vraagdoc><vraagnummer>2098Z01234</vraagnummer>
<vragen><omschr>Vragen van het lid Bries over <ondw>palen</ondw> <datum>(ingezonden 2 januari 2099)</datum>.</omschr>
{questions}<noot id="n1"><noot.al>1 De Kade, 1 januari 2099.</noot.al></noot></vragen>
<reactie><omschr>Antwoord van minister Oever <datum>(ontvangen 9 januari 2099)</datum>.</omschr>{answers}</reactie></vraagdoc>"""


def test_the_older_form_has_questions_and_answers_by_bare_numbers() -> None:
    source = read(
        OLDER.format(
            questions='<vraag><nummer>1</nummer><al>Staat hij?<nootref refid="n1"/></al></vraag>',
            answers="<antwoord><nummer>1</nummer><al>Ja.</al></antwoord>",
        )
    )
    assert openings(source) == [("question", "1"), ("answer", "1")]
    assert "Staat hij?[1]" in texts(source)
    assert texts(source, Role.NOTE) == ["[1] De Kade, 1 januari 2099."]
    assert "Vragen van het lid Bries over palen (ingezonden 2 januari 2099)." in texts(source)


def test_the_older_form_with_numbers_among_the_paragraphs() -> None:
    source = read(
        OLDER.format(
            questions="<nummer>1</nummer><al>Staat hij?</al><nummer>2</nummer><al>Waar?</al>",
            answers="<nummer>1</nummer><al>Ja.</al><nummer>2</nummer><al>Daar.</al>",
        )
    )
    assert openings(source) == [("question", "1"), ("question", "2"), ("answer", "1"), ("answer", "2")]


def test_the_older_form_with_one_answer_without_number() -> None:
    source = read(
        OLDER.format(
            questions="<vraag><nummer>1</nummer><al>Wie?</al></vraag>", answers="<al>Ik.</al><al>Zo.</al>"
        )
    )
    assert openings(source) == [("question", "1"), ("answer", "Ik.")]


def test_parts_inside_a_foreign_container_with_namespaces_are_found() -> None:
    data = (
        '<x:antwoordbericht xmlns:x="urn:een:bericht"><x:lading><k:kamervragen xmlns:k="urn:kamer">'
        "<k:vraag><k:nr>Vraag 1</k:nr><k:al>Wie?</k:al></k:vraag></k:kamervragen></x:lading></x:antwoordbericht>"
    )
    assert openings(read(data)) == [("question", "Vraag 1")]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("12 m<sup>2</sup> hout", "12 m² hout"),
        ("10<sup>6</sup> liter", "10⁶ liter"),
        ("CO<inf>2</inf>", "CO2"),
        ("de 3<sup>e</sup> brug", "de 3e brug"),
        ("bericht?<sup>3</sup>", "bericht?[3]"),
        (
            'zie <extref soort="URL" doc="https://kade.example/a">https://kade.example/a</extref>.',
            "zie https://kade.example/a.",
        ),
        ('zie <extref doc="https://kade.example/a/">kade.example/a</extref>', "zie kade.example/a"),
        (
            'zie <extref doc="https://kade.example/a">dit stuk</extref>.',
            "zie dit stuk (https://kade.example/a).",
        ),
        ('zie <extref doc="javascript:alert(1)">dit</extref>', "zie dit"),
        ("een <onbekend>woord <diep>dieper</diep></onbekend> hier", "een woord dieper hier"),
        ("een<!-- geheim --> woord<?xpp lead?> hier", "een woord hier"),
        ("een <![CDATA[<b> & c]]>", "een <b> & c"),
        ("caf&#233; &amp; &lt;thee&gt;", "café & <thee>"),
        ("caf&eacute;&nbsp;bar &onbekend;", "café bar &onbekend;"),
        ("een\n   regel\u00a0verder\u200b", "een regel verder"),
    ],
)
def test_running_text(inside: str, expected: str) -> None:
    assert lines_of_paragraph(inside) == [expected]


def test_a_publication_that_the_text_names_is_set_aside() -> None:
    source = read(
        publication(
            '<antwoord><al><extref soort="document" doc="kst-98765-4">Kamerstuk 98 765, nr. 4</extref>.</al></antwoord>'
        )
    )
    assert texts(source) == ["Kamerstuk 98 765, nr. 4."]
    assert source.markup == ("kst-98765-4",)


def test_emphasis_becomes_styles() -> None:
    source = read(
        publication(
            '<antwoord><tussenkop kopopmaak="cur">Kop</tussenkop><al>Een <nadruk type="vet">dik</nadruk> en '
            '<nadruk type="vetcur">dikscheef </nadruk>woord, en nog veel meer gewone woorden.</al></antwoord>'
        )
    )
    assert styled(source) == [
        ("Kop", "italic"),
        ("dik", "bold"),
        ("dikscheef", "bold"),
        ("dikscheef", "italic"),
    ]


def test_notes_are_marked_in_the_text_and_come_last() -> None:
    body = (
        '<vraag><nr>Vraag 1</nr><al>Kent u «Brug»? <noot type="voet"><noot.nr>1</noot.nr><noot.al>De Kade.</noot.al>'
        "<noot.al>Tweede regel.</noot.al></noot>En «Paal»?<noot><noot.nr>2</noot.nr><noot.al>Het Dok.</noot.al></noot></al></vraag>"
    )
    source = read(publication(body))
    assert texts(source) == ["Vraag 1", "Kent u «Brug»?[1] En «Paal»?[2]"]
    assert texts(source, Role.NOTE) == ["[1] De Kade.", "Tweede regel.", "[2] Het Dok."]


def test_notes_without_numbers_are_counted() -> None:
    body = (
        "<vraag><al>A<noot><noot.al>een</noot.al></noot> b<noot><noot.al>twee</noot.al></noot></al></vraag>"
    )
    source = read(publication(body))
    assert texts(source) == ["A[1] b[2]"]
    assert texts(source, Role.NOTE) == ["[1] een", "[2] twee"]


def test_a_note_between_paragraphs_goes_with_the_one_before() -> None:
    body = "<vraag><al>Drijft hij?</al><noot><noot.nr>4</noot.nr><noot.al>Ja.</noot.al></noot><al>Nu?</al></vraag>"
    source = read(publication(body))
    assert texts(source) == ["Drijft hij?[4]", "Nu?"]


def test_lists_show_their_marks() -> None:
    body = (
        '<antwoord><lijst type="expliciet"><li><li.nr>a.</li.nr><al>een</al><al>meer</al></li><li><li.nr>b.</li.nr>'
        '<al>twee</al><lijst type="ndash"><li><al>diep</al></li></lijst></li></lijst>'
        '<lijst type="1"><li><al>x</al></li><li><al>y</al></li></lijst><lijst><li><al>z</al></li></lijst></antwoord>'
    )
    assert texts(read(publication(body))) == ["a. een", "meer", "b. twee", "– diep", "1. x", "2. y", "• z"]


def test_tables_become_rows_with_covered_cells_empty() -> None:
    body = (
        '<antwoord><table><title>Tabel 1</title><tgroup cols="3"><colspec colname="a"/><colspec colname="b"/><colspec colname="c"/>'
        '<thead><row><entry namest="a" nameend="b">Kop</entry><entry>C</entry></row></thead><tbody>'
        '<row><entry morerows="1"><al>x</al><al>y</al></entry><entry>1</entry><entry>2 | 3</entry></row>'
        "<row><entry>4</entry><entry/></row></tbody></tgroup></table><al>Na.</al></antwoord>"
    )
    assert texts(read(publication(body))) == [
        "Tabel 1",
        "| Kop | | C |",
        "| x y | 1 | 2 \\| 3 |",
        "| | 4 | |",
        "Na.",
    ]


def test_a_table_with_absurd_spans_stays_small() -> None:
    rows = "".join(
        '<row><entry morerows="99999999" namest="a" nameend="b">x</entry></row>' for _ in range(50)
    )
    body = f'<table><tgroup><colspec colname="a"/><colspec colname="b"/>{rows}</tgroup></table>'
    assert sum(len(text) for text in texts(read(publication(body)))) < 20_000


def test_paragraphs_end_and_white_space_stands_between_them() -> None:
    source = read(publication("<antwoord><al>Een.</al><al>Twee.</al></antwoord>"))
    assert [(line.text, line.ended) for line in source.pages[0].lines] == [
        ("Een.", True),
        ("", None),
        ("Twee.", True),
    ]


def test_images_are_markup_and_metadata_is_told() -> None:
    data = publication('<antwoord><plaatje><illustratie naam="brug.png"/></plaatje><al>Ja.</al></antwoord>')
    data = data.replace(
        b"<kamervragen>",
        b'<metadata><meta name="DC.identifier" scheme="x" content="ah-tk-20982099-17"/></metadata><kamervragen>',
    )
    source = read(data)
    assert source.markup == ("brug.png",)
    assert source.metadata == (("DC.identifier", "ah-tk-20982099-17"),)
    assert texts(source) == ["Ja."]


def test_any_other_xml_gives_its_text_as_lines() -> None:
    data = "<recept><naam>Soep</naam><stap>Kook <temp>zacht</temp> aan.</stap><stap>Roer.</stap></recept>"
    assert texts(read(data)) == ["Soep", "Kook zacht aan.", "Roer."]


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-16"])
def test_the_declaration_tells_the_encoding(encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?><vraagdoc><al>café één</al></vraagdoc>'.encode(
        encoding
    )
    assert texts(read(data)) == ["café één"]


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><kamervragen><al>&c;</al></kamervragen>'
)


@pytest.mark.parametrize(
    "data",
    [
        BOMB.encode(),
        BOMB.encode("utf-16"),
        BOMB.replace("&a;", "&#38;a;").encode(),
        b'<!DOCTYPE k [<!ENTITY e SYSTEM "file:///etc/hostname">]><kamervragen><al>&e;</al></kamervragen>',
        b'<!DOCTYPE k [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]><kamervragen><al>&e;</al></kamervragen>',
        b'<!DOCTYPE k [<!ENTITY e PUBLIC "x" "http://127.0.0.1:9/x">]><kamervragen><al>&e;</al></kamervragen>',
        b'<!DOCTYPE k [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]><kamervragen><al>a</al></kamervragen>',
        b'<!DOCTYPE k [<!ENTITY e "'
        + b"x" * 90
        + b'">]><kamervragen><al>'
        + b"&e;" * 20_000
        + b"</al></kamervragen>",
    ],
)
def test_entities_that_grow_or_read_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"brug\.xml: declares XML entities"):
        read(data)


def test_a_harmless_doctype_does_no_harm() -> None:
    for doctype in (
        '<!DOCTYPE kamervragen SYSTEM "http://127.0.0.1:9/op.dtd">',
        '<!DOCTYPE kamervragen PUBLIC "-//SDU//DTD//NL" "op.dtd" [<!ELEMENT al ANY>]>',
        '<!DOCTYPE kamervragen [<!ENTITY nbsp "&#160;"><!ENTITY kamer "Tweede Kamer">]>',
    ):
        data = f"{doctype}<kamervragen><al>de&nbsp;brug, &eacute;&eacute;n</al></kamervragen>"
        assert texts(read(data)) == ["de brug, één"]


def test_a_simple_entity_that_the_file_declares_is_written_out() -> None:
    data = '<!DOCTYPE k [<!ENTITY kamer "Tweede Kamer">]><k><al>de &kamer;</al></k>'
    assert texts(read(data)) == ["de Tweede Kamer"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("<kamervragen><vraag><al>Een</al><al>Twee", ["Een", "Twee"]),
        ("<kamervragen><vraag><al>Een</vraag><al>Twee</al></kamervragen>", ["Een", "Twee"]),
        ("<kamervragen><al>a < b & c &d</al><al>Twee</al></kamervragen>", ["a < b & c &d", "Twee"]),
        ("<kamervragen><al>Een</al></kamervragen><al>Achter</al>", ["Een", "Achter"]),
        ("<kamervragen><al>E\x0ce\x01n</al></kamervragen>", ["Een"]),
        ('<kamervragen><al soort=x soort="y">Een</al></kamervragen>', ["Een"]),
        ("<kamervragen><al>Een<", ["Een<"]),
    ],
)
def test_a_damaged_file_still_shows_its_text(data: str, expected: list[str]) -> None:
    assert texts(read(data)) == expected


def test_a_file_in_another_encoding_than_it_says_still_shows_its_text() -> None:
    data = '<?xml version="1.0" encoding="UTF-8"?><kamervragen><al>één «brug»</al></kamervragen>'.encode(
        "cp1252"
    )
    assert texts(read(data)) == ["één «brug»"]


@pytest.mark.parametrize("depth", [200, 1000, 50_000])
def test_deep_nesting_loses_no_text(depth: int) -> None:
    data = (
        "<kamervragen>"
        + "<al-groep>" * depth
        + "<al>diep</al>"
        + "</al-groep>" * depth
        + "<al>na</al></kamervragen>"
    )
    assert texts(read(data)) == ["diep", "na"]


def test_a_huge_attribute_is_no_text() -> None:
    data = publication(
        f'<antwoord><al>zie <extref doc="http://x.example/{"a" * 100_000}">dit</extref></al></antwoord>'
    )
    source = read(data)
    assert texts(source) == ["zie dit"]
    assert sum(map(len, source.markup)) < 5000


@pytest.mark.parametrize(
    "data", [b"<kamervragen/>", b'<?xml version="1.0"?>', b"<!DOCTYPE x>", b"<a><!-- x --></a>"]
)
def test_a_file_without_text_says_so(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"brug\.xml: is a"):
        read(data)


def test_a_file_of_metadata_shows_them() -> None:
    data = '<metadata_gegevens><metadata name="DC.title" scheme="" content="Vragen over palen"/></metadata_gegevens>'
    assert texts(read(data)) == ["DC.title: Vragen over palen"]


@pytest.mark.parametrize(
    "piece", ["<!--", "<![CDATA[", "<!DOCTYPE k [", "<al ", "&a;", '<!ENTITY a "b">', "]]>", "&nbsp;<"]
)
def test_pieces_without_end_take_no_long_time(piece: str) -> None:
    with suppress(SourceError):
        assert texts(read("<kamervragen><al>x</al>" + piece * 20_000))[0].startswith("x")


CUT_OFF = "The file is damaged: what could be read of it is shown."


@pytest.mark.parametrize(
    ("data", "problems"),
    [
        ("<kamervragen><vraag><al>Een</al></vraag></kamervragen>", ()),
        ("<kamervragen><al>a < b & c &d &eacute;</al></kamervragen>", ()),
        ("<kamervragen><vraag><al>Een</al><al>Twee", (CUT_OFF,)),
        ('<kamervragen><vraag><al>Een</al><al soort="ve', (CUT_OFF,)),
    ],
)
def test_a_file_that_lacks_its_end_says_so(data: str, problems: tuple[str, ...]) -> None:
    assert read(data).problems == problems


def test_a_tag_that_was_cut_off_is_no_text() -> None:
    for tag in ("</al", "<al", '<al soort="ve', "</", "<al soort"):
        assert texts(read(f"<kamervragen><al>Een</al><al>Twee{tag}")) == ["Een", "Twee"]


def test_what_is_not_closed_swallows_no_text() -> None:
    items = (
        "<lijst><li><li.nr>1.<al>Een paal.</al></li><li><li.nr>2.</li.nr><al>Twee palen.</al></li></lijst>"
    )
    assert texts(read(f"<kamervragen>{items}</kamervragen>")) == ["1.", "Een paal.", "2. Twee palen."]
    noted = '<al>Ja<noot id="n"><noot.nr>1<noot.al>De Kade.</noot.al></noot>.</al><al>Nee.</al>'
    assert "De Kade." in " ".join(texts(read(f"<kamervragen>{noted}</kamervragen>"), Role.NOTE))
    stated = '<metadata><meta name="DC.title" content="Brug"/>'
    source = read(f"<publicatie>{stated}<kamervragen><vraag><al>Drijft hij?</al></vraag></kamervragen>")
    assert texts(source) == ["Drijft hij?"]
    assert source.metadata == (("DC.title", "Brug"),)


def test_an_appendix_stands_before_the_note_that_explains_the_questions() -> None:
    note = "<kamervraagopmerking><al>Toelichting:</al><al>Zie eerder.</al></kamervraagopmerking>"
    appendix = "<kamervraagbijlage><titel>Bijlage</titel><al>Bruggen.</al></kamervraagbijlage>"
    answer = "<antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>"
    expected = ["Antwoord 1", "Ja.", "Bijlage", "Bruggen.", "Toelichting:", "Zie eerder."]
    assert texts(read(publication(answer + note + appendix))) == expected
    assert texts(read(publication(answer + appendix + note))) == expected


def test_the_number_of_the_case_is_told_and_no_text_below_the_publication() -> None:
    above = read(OLDER.format(questions="<vraag><nummer>1</nummer><al>Hoe?</al></vraag>", answers=""))
    assert texts(above)[0] == "2098Z01234"
    number = "<vraagnummer>2098Z01234</vraagnummer>"
    below = read(f"<vraagdoc><vragen><vraag><al>Hoe?</al></vraag></vragen>{number}</vraagdoc>")
    assert texts(below) == ["Hoe?"]
    assert texts(below, Role.FURNITURE) == ["2098Z01234"]
    assert above.metadata == below.metadata == (("OVERHEIDop.vraagnummer", "2098Z01234"),)
