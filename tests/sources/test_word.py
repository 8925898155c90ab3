"""What the reader sees of the text of a Word file."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.text import WD_BREAK

from kvtui.model import Style
from kvtui.sources.lines import Line, Role, Span
from kvtui.sources.word.reading import docx_source
from tests.sources.making_word import (
    field,
    lines_of,
    paragraph,
    run,
    texts_in,
    texts_of,
    word_file,
)

BOLD = "<w:b/>"
RAISED = '<w:vertAlign w:val="superscript"/>'


def saved(document: docx.document.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_letter_of_a_ministry_is_read_in_order() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ministerie van Bruggen"
    heading = document.add_table(rows=2, cols=2)
    for row, (label, value) in zip(
        heading.rows,
        [("Datum", "3 mei 2099"), ("Onderwerp", "Vragen van het lid Testman over de brug")],
        strict=True,
    ):
        row.cells[0].text, row.cells[1].text = label, value
    document.add_paragraph("In antwoord op uw brief van 1 april 2099, nr. 2099Z00001, deel ik u mede dat …")
    document.add_paragraph("De minister van Bruggen,").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Vraag 1", style="Heading 2")
    document.add_paragraph("Kent u de brug?")
    pages = docx_source_pages(saved(document))
    assert pages[0] == [
        (Role.FURNITURE, "Ministerie van Bruggen"),
        (Role.TEXT, "Datum"),
        (Role.TEXT, "3 mei 2099"),
        (Role.TEXT, "Onderwerp"),
        (Role.TEXT, "Vragen van het lid Testman over de brug"),
        (Role.TEXT, "In antwoord op uw brief van 1 april 2099, nr. 2099Z00001, deel ik u mede dat …"),
        (Role.TEXT, "De minister van Bruggen,"),
    ]
    assert pages[1] == [(Role.TEXT, "Vraag 1"), (Role.TEXT, "Kent u de brug?")]


def docx_source_pages(data: bytes) -> list[list[tuple[Role, str]]]:
    source = docx_source(data, "brief.docx")
    assert source.format == "docx"
    return [[(line.role, line.text) for line in page.lines if line.text] for page in source.pages]


def test_every_paragraph_is_a_line_that_ends_one_and_an_empty_one_is_white_space() -> None:
    body = paragraph("Vraag 1") + paragraph("") + paragraph("") + paragraph("Kent u ", "de brug?")
    assert lines_of(word_file(body)) == [
        Line("Vraag 1", ended=True),
        Line(""),
        Line("Kent u de brug?", ended=True),
    ]


def test_nobody_knows_whether_a_paragraph_goes_on_after_a_line_break() -> None:
    body = paragraph("Vraag 1", "<w:r><w:br/></w:r>", "Kent u", "<w:r><w:cr/></w:r>", "de brug?")
    assert [(line.text, line.ended) for line in lines_of(word_file(body))] == [
        ("Vraag 1", None),
        ("Kent u", None),
        ("de brug?", True),
    ]


def test_two_line_breaks_are_white_space() -> None:
    body = paragraph("Ja.", "<w:r><w:br/><w:br/></w:r>", "Vraag 2")
    assert [(line.text, line.ended) for line in lines_of(word_file(body))] == [
        ("Ja.", True),
        ("", None),
        ("Vraag 2", True),
    ]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a-b"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "ab"),
        ("<w:r><w:t>36\u00a0410</w:t></w:r>", "36 410"),
        ('<w:r><w:t>a </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 3</w:t></w:r>', "a ≥ 3"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> ja</w:t></w:r>', "☑ ja"),
        ('<w:hyperlink r:id="weg"><w:r><w:t>de brug</w:t></w:r></w:hyperlink>', "de brug"),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple>', "3"),
        ("<w:smartTag><w:r><w:t>Brugstad</w:t></w:r></w:smartTag>", "Brugstad"),
        (
            "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>3 mei 2099</w:t></w:r></w:sdtContent></w:sdt>",
            "3 mei 2099",
        ),
        (
            "<w:ins><w:r><w:t>wel</w:t></w:r></w:ins><w:del><w:r><w:delText>niet</w:delText></w:r></w:del>",
            "wel",
        ),
        (
            "<w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>hier</w:t></w:r></w:moveTo>",
            "hier",
        ),
        ("<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r>", "a"),
        ('<w:r><w:t>a</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r>', "a"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "x"),
        ("<w:onbekend><w:r><w:t>blijft</w:t></w:r></w:onbekend>", "blijft"),
    ],
)
def test_what_stands_in_a_paragraph(xml: str, text: str) -> None:
    assert texts_in(f"<w:p>{xml}</w:p>") == [text]


def test_a_field_gives_its_result() -> None:
    inner = field(" PAGE ", "<w:r><w:instrText>1</w:instrText></w:r>")
    body = paragraph(
        field(f' IF </w:instrText></w:r>{inner}<w:r><w:instrText> = "1" "" "x" ', run("Pagina 1"))
    )
    assert texts_in(body) == ["Pagina 1"]


def test_a_field_may_end_in_another_paragraph() -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    body = paragraph(begun, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "Vraag 1") + paragraph(
        "Vraag 2", '<w:r><w:fldChar w:fldCharType="end"/></w:r>', " en 3"
    )
    assert texts_in(body) == ["Vraag 1", "Vraag 2 en 3"]


def test_a_field_that_never_ends_hides_nothing() -> None:
    body = paragraph("a", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', " b") + paragraph("c")
    assert texts_in(body) == ["a b", "c"]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<wps:txbx><w:txbxContent>{paragraph('Ons kenmerk')}{paragraph('1234')}</w:txbxContent></wps:txbx>"
    old = f"<w:pict><v:textbox><w:txbxContent>{paragraph('Ons kenmerk')}</w:txbxContent></v:textbox></w:pict>"
    both = f'<mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>'
    body = paragraph("Geachte ", f"<w:r>{both}</w:r>", "voorzitter,") + paragraph("Slot")
    assert texts_in(body) == ["Geachte voorzitter,", "Ons kenmerk", "1234", "Slot"]


def test_the_fallback_is_read_where_the_choice_has_no_text() -> None:
    both = f'<mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback>{paragraph("tekst")}</mc:Fallback></mc:AlternateContent>'
    assert texts_in(both) == ["tekst"]


def test_paragraphs_whose_mark_was_deleted_are_one() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert texts_in(paragraph("De brug ", properties=gone) + paragraph("is dicht.")) == ["De brug is dicht."]


def test_page_breaks_part_pages_wherever_they_stand() -> None:
    broken = '<w:r><w:br w:type="page"/></w:r>'
    body = (
        paragraph("een", broken)
        + paragraph(broken, "twee", broken, "drie")
        + paragraph("vier", properties="<w:pageBreakBefore/>")
    )
    pages = docx_source_pages(word_file(body))
    assert [[text for _, text in page] for page in pages] == [["een"], ["twee"], ["drie"], ["vier"]]


class TestStyles:
    def styles_of(self, *content: str, styles: str = "", properties: str = "") -> list[tuple[str, Style]]:
        body = paragraph(*content, properties=properties) + paragraph("Gewone tekst " * 20)
        line = lines_of(word_file(body, {"styles": styles}))[0]
        return [(line.text[span.start : span.end], span.style) for span in line.styles]

    def test_bold_and_italic_runs_that_touch_are_one_span(self) -> None:
        assert self.styles_of("Vragen over ", run("de ", BOLD), run(" brug", BOLD), ".") == [
            ("de brug", Style.BOLD)
        ]
        assert self.styles_of(run("het bericht", "<w:i/>"), " van") == [("het bericht", Style.ITALIC)]

    def test_off_is_off(self) -> None:
        assert self.styles_of(run("gewoon", '<w:b w:val="0"/>')) == []

    def test_a_style_counts_with_what_it_is_based_on(self) -> None:
        styles = (
            '<w:style w:type="paragraph" w:styleId="Kop"><w:rPr><w:b/></w:rPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="Vraagkop"><w:basedOn w:val="Kop"/></w:style>'
        )
        named = '<w:pStyle w:val="Vraagkop"/>'
        assert self.styles_of("Vraag 1", styles=styles, properties=named) == [("Vraag 1", Style.BOLD)]

    def test_bold_within_bold_is_plain(self) -> None:
        styles = (
            '<w:style w:type="paragraph" w:styleId="Kop"><w:rPr><w:b/></w:rPr></w:style>'
            '<w:style w:type="character" w:styleId="Vet"><w:rPr><w:b/></w:rPr></w:style>'
        )
        content = ["Vraag ", run("één", '<w:rStyle w:val="Vet"/>')]
        named = '<w:pStyle w:val="Kop"/>'
        assert self.styles_of(*content, styles=styles, properties=named) == [("Vraag", Style.BOLD)]

    def test_a_style_that_is_based_on_itself_does_no_harm(self) -> None:
        styles = (
            '<w:style w:type="paragraph" w:styleId="K"><w:basedOn w:val="K"/><w:rPr><w:i/></w:rPr></w:style>'
        )
        assert self.styles_of("x", styles=styles, properties='<w:pStyle w:val="K"/>') == [("x", Style.ITALIC)]

    def test_a_document_all_in_bold_has_no_styles(self) -> None:
        body = "".join(paragraph(run("Alles is vet.", BOLD)) for _ in range(3))
        assert all(not line.styles for line in lines_of(word_file(body)))


class TestRaisedDigits:
    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (["Kent u het bericht?", run("1", RAISED)], "Kent u het bericht?[1]"),
            (["Kent u het bericht", run(" 2", RAISED), "?"], "Kent u het bericht[2]?"),
            (["bericht?", run("1", RAISED), run("2", RAISED)], "bericht?[12]"),
            (["bericht?", run("1, 2", RAISED)], "bericht?[1], [2]"),
            (["sinds 2098", run("3", RAISED)], "sinds 2098[3]"),
            (["120 m", run("2", RAISED), " water"], "120 m² water"),
            (["3 km", run("3", RAISED)], "3 km³"),
            (["10", run("6", RAISED), " deeltjes"], "10⁶ deeltjes"),
            (["de 1", run("e", RAISED), " brug"], "de 1e brug"),
            (["", run("1", RAISED), "/2 deel"], "1/2 deel"),
        ],
    )
    def test_is_a_mark_a_power_or_what_it_is(self, content: list[str], text: str) -> None:
        assert texts_in(paragraph(*(each for each in content if each))) == [text]

    def test_may_be_raised_by_a_number_of_points(self) -> None:
        assert texts_in(paragraph("bericht?", run("1", '<w:position w:val="8"/>'))) == ["bericht?[1]"]
        assert texts_in(paragraph("bericht", run("1", '<w:position w:val="-8"/>'))) == ["bericht1"]

    def test_at_the_beginning_of_a_line_is_the_mark_of_a_note(self) -> None:
        assert texts_in(paragraph(run("1", RAISED), "NOS, 3 mei 2099")) == ["[1] NOS, 3 mei 2099"]


class TestNotes:
    FOOTNOTES = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> NOS, 3 mei 2099</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t> Krant</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>tweede alinea</w:t></w:r></w:p></w:footnote>"
        '<w:footnote w:id="9"><w:p><w:r><w:t>* Met dank</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="4"><w:p><w:r><w:t>nergens genoemd</w:t></w:r></w:p></w:footnote>'
    )

    def reference(self, number: int, kind: str = "footnote") -> str:
        return f'<w:r><w:rPr>{RAISED}</w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'

    def test_are_numbered_in_the_order_of_the_text_and_stand_at_the_end(self) -> None:
        body = paragraph("Kent u het ", self.reference(2), "?") + paragraph("Ja.", self.reference(7))
        lines = lines_of(word_file(body, {"footnotes": self.FOOTNOTES}))
        assert [(line.text, line.role) for line in lines] == [
            ("Kent u het[1]?", Role.TEXT),
            ("Ja.[2]", Role.TEXT),
            ("[1] Krant", Role.NOTE),
            ("tweede alinea", Role.NOTE),
            ("[2] NOS, 3 mei 2099", Role.NOTE),
        ]

    def test_that_are_not_in_the_file_are_told(self) -> None:
        body = paragraph("Kent u het ", self.reference(2), "?", self.reference(7))
        assert docx_source(word_file(body), "brug.docx").problems == ("The file lacks the text of 2 notes.",)
        assert docx_source(word_file(body, {"footnotes": self.FOOTNOTES}), "brug.docx").problems == ()

    def test_may_have_marks_of_their_own_which_are_not_counted(self) -> None:
        own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="9"/><w:t>*</w:t></w:r>'
        body = paragraph("Brug", own, " en water", self.reference(7))
        assert texts_in(body, {"footnotes": self.FOOTNOTES}) == [
            "Brug[*] en water[1]",
            "[*] Met dank",
            "[1] NOS, 3 mei 2099",
        ]

    def test_in_deleted_text_are_not_there(self) -> None:
        body = paragraph("Brug", f"<w:del>{self.reference(2)}</w:del>", " open.", self.reference(7))
        assert texts_in(body, {"footnotes": self.FOOTNOTES}) == ["Brug open.[1]", "[1] NOS, 3 mei 2099"]

    def test_at_the_end_of_a_document_have_small_roman_numbers_unless_it_says_otherwise(self) -> None:
        endnotes = '<w:endnote w:id="1"><w:p><w:r><w:endnoteRef/><w:t>Krant</w:t></w:r></w:p></w:endnote>'
        body = paragraph("Brug.", self.reference(1, "endnote"))
        assert texts_in(body, {"endnotes": endnotes}) == ["Brug.[i]", "[i] Krant"]
        settings = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
        assert texts_in(body, {"endnotes": endnotes, "settings": settings}) == ["Brug.[1]", "[1] Krant"]


class TestHeadersAndFooters:
    EDGES = {  # noqa: RUF012
        "header1": paragraph("Eerste blad"),
        "header2": paragraph("Vervolgblad"),
        "header3": paragraph("Even blad"),
        "footer1": paragraph("Pagina ", field("PAGE", run("2"))),
    }
    REFERENCES = (
        '<w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/>'
        '<w:headerReference w:type="even" r:id="header3"/><w:footerReference w:type="default" r:id="footer1"/>'
    )

    def pages(self, body: str, **parts: str) -> list[list[tuple[Role, str]]]:
        return docx_source_pages(word_file(body, self.EDGES | parts))

    def test_stand_at_the_page_that_first_shows_them(self) -> None:
        broken = paragraph('<w:r><w:br w:type="page"/></w:r>')
        body = (
            paragraph("een")
            + broken
            + paragraph("twee")
            + f"<w:sectPr>{self.REFERENCES}<w:titlePg/></w:sectPr>"
        )
        furniture, text = Role.FURNITURE, Role.TEXT
        assert self.pages(body) == [
            [(furniture, "Eerste blad"), (text, "een")],
            [(furniture, "Vervolgblad"), (text, "twee"), (furniture, "Pagina 2")],
        ]

    def test_of_later_sections_with_the_same_text_are_left_out(self) -> None:
        section = f"<w:sectPr>{self.REFERENCES}</w:sectPr>"
        body = paragraph("een", properties=section) + paragraph("twee") + section
        assert [text for page in self.pages(body) for _, text in page] == [
            "Vervolgblad",
            "een",
            "Pagina 2",
            "twee",
        ]

    def test_of_even_pages_show_only_where_the_file_says_so(self) -> None:
        body = paragraph("een") + f"<w:sectPr>{self.REFERENCES}</w:sectPr>"
        assert (Role.FURNITURE, "Even blad") not in self.pages(body)[0]
        assert (Role.FURNITURE, "Even blad") in self.pages(body, settings="<w:evenAndOddHeaders/>")[0]

    def test_a_section_that_goes_on_on_the_same_page_breaks_none(self) -> None:
        body = paragraph("een", properties="<w:sectPr/>") + paragraph("twee")
        assert len(self.pages(body + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>')) == 1
        assert len(self.pages(body + "<w:sectPr/>")) == 2


def test_spans_stay_with_their_words_behind_a_number() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    own = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = paragraph(run("Kent", BOLD), " u de brug?", properties=own)
    (line,) = lines_of(word_file(body, {"numbering": numbering}))
    assert (line.text, line.styles) == ("1. Kent u de brug?", (Span(3, 7, Style.BOLD),))


def test_text_that_could_drive_a_terminal_is_made_safe() -> None:
    assert texts_of(word_file(paragraph("a\u202eb\u200bc\u009bd"))) == ["abcd"]
