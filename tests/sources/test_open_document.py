"""What the reader sees of an OpenDocument text, and what is said of one that is damaged or means harm."""

from __future__ import annotations

import pytest

from kvtui.model import Style
from kvtui.sources.errors import SourceError
from kvtui.sources.lines import Line, Role, Span
from kvtui.sources.odt.reading import odt_source
from tests.sources.making_odt import odt_file, pages_of, paragraph, span, text_style, texts_in, texts_of

BREAK = '<style:style style:name="{}" style:family="paragraph"><style:paragraph-properties fo:break-{}="page"/></style:style>'


def test_paragraphs_and_headings_are_lines() -> None:
    body = '<text:h text:outline-level="1">Vraag 1</text:h>' + paragraph("") + paragraph("Kent u de brug?")
    assert odt_source(odt_file(body), "brief.odt").format == "odt"
    assert pages_of(odt_file(body)) == [
        [Line("Vraag 1", ended=True), Line(""), Line("Kent u de brug?", ended=True)]
    ]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("a<text:tab/>b", "a b"),
        ('a<text:s text:c="4"/>b', "a b"),
        ("a\n     b", "a b"),
        ('zie <text:a xmlns:x="x">de <text:span>brug</text:span></text:a>.', "zie de brug."),
        ('<text:page-number text:select-page="current">3</text:page-number>', "3"),
        ("a<office:annotation><text:p>opmerking</text:p></office:annotation>b", "ab"),
        ("a<text:change-start/>b<text:change-end/>", "ab"),
        ("a<text:bookmark/><text:soft-page-break/>b", "ab"),
        ("36\u00a0410", "36 410"),
        ("<text:onbekend>blijft</text:onbekend>", "blijft"),
        (
            "a<draw:frame><draw:image><office:binary-data>UE5H</office:binary-data></draw:image></draw:frame>b",
            "ab",
        ),
    ],
)
def test_what_stands_in_a_paragraph(xml: str, text: str) -> None:
    assert texts_in(paragraph(xml)) == [text]


def test_nobody_knows_whether_a_paragraph_goes_on_after_a_line_break() -> None:
    (lines,) = pages_of(odt_file(paragraph("Vraag 1<text:line-break/>Kent u de brug?")))
    assert [(line.text, line.ended) for line in lines] == [("Vraag 1", None), ("Kent u de brug?", True)]


def test_deleted_text_is_left_out_and_sections_are_read() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        f"<text:section>{paragraph('hier')}</text:section>"
        f'<text:section text:display="none">{paragraph("geheim")}</text:section>'
    )
    assert texts_in(body) == ["hier"]


def test_styles_come_from_automatic_ones_and_their_parents() -> None:
    data = odt_file(
        paragraph("Vragen over " + span("de brug", "T1") + span(" en", "T2") + span("x", "T3"))
        + paragraph("y" * 99),
        automatic=text_style("T1", 'fo:font-weight="bold"')
        + text_style("T2", "", parent="Schuin")
        + text_style("T3", 'text:display="none"'),
        common=text_style("Schuin", 'fo:font-style="italic"'),
    )
    line = pages_of(data)[0][0]
    assert line.text == "Vragen over de brug en"
    assert line.styles == (Span(12, 19, Style.BOLD), Span(20, 22, Style.ITALIC))


def test_a_span_may_take_the_bold_of_its_paragraph_away() -> None:
    data = odt_file(
        paragraph("Vraag " + span("1", "T1"), "P1") + paragraph("y" * 99),
        automatic=text_style("P1", 'fo:font-weight="bold"', "paragraph")
        + text_style("T1", 'fo:font-weight="normal"'),
    )
    assert pages_of(data)[0][0].styles == (Span(0, 5, Style.BOLD),)


def test_raised_digits_are_marks() -> None:
    raised = text_style("T1", 'style:text-position="super 58%"') + text_style(
        "T2", 'style:text-position="-33% 58%"'
    )
    body = paragraph("bericht?" + span("1", "T1") + " CO" + span("2", "T2") + " 5 m" + span("2", "T1"))
    assert texts_in(body, raised) == ["bericht?[1] CO2 5 m²"]


def test_notes_stand_at_the_end_behind_their_marks() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>{}</text:note-citation>'
        "<text:note-body><text:p><text:s/>{}</text:p><text:p>tweede</text:p></text:note-body></text:note>"
    )
    body = paragraph("Kent u dit " + note.format(1, "NOS") + "?") + paragraph(
        "Ja." + note.format("*", "Krant")
    )
    (lines,) = pages_of(odt_file(body))
    assert [(line.text, line.role) for line in lines] == [
        ("Kent u dit[1]?", Role.TEXT),
        ("Ja.[*]", Role.TEXT),
        ("[1] NOS", Role.NOTE),
        ("tweede", Role.NOTE),
        ("[*] Krant", Role.NOTE),
        ("tweede", Role.NOTE),
    ]


class TestLists:
    NUMBERS = (
        '<text:list-style style:name="L1">'
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
        '<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3"/>'
        '</text:list-style><text:list-style style:name="L2">'
        '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
        '<text:list-style style:name="L3">'
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-list-format="Vraag %1%" '
        'text:start-value="3"/></text:list-style>'
    )

    def items(self, *items: str, style: str = "L1", more: str = "") -> str:
        inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
        return f'<text:list text:style-name="{style}" {more}>{inner}</text:list>'

    def texts(self, body: str) -> list[str]:
        return texts_in(body, self.NUMBERS)

    def test_show_their_numbers_and_bullets(self) -> None:
        x = paragraph("x")
        assert self.texts(self.items(x, x + paragraph("nog"), x)) == ["1. x", "2. x", "nog", "3. x"]
        assert self.texts(self.items(x, style="L2")) == ["• x"]
        assert self.texts(self.items(x, x, style="L3")) == ["Vraag 3 x", "Vraag 4 x"]

    def test_nest(self) -> None:
        x = paragraph("x")
        inner = f"<text:list><text:list-item>{x}{{}}</text:list-item></text:list>"
        body = self.items(x + inner.format(inner.format("")), x + inner.format(""))
        assert self.texts(body) == ["1. x", "a) x", "1.a.1 x", "2. x", "a) x"]

    def test_begin_anew_unless_they_go_on(self) -> None:
        x = paragraph("x")
        body = (
            self.items(x, x, more='xml:id="een"')
            + self.items(x)
            + self.items(x, more='text:continue-list="een"')
            + self.items(x, more='text:continue-numbering="true"')
        )
        assert self.texts(body) == ["1. x", "2. x", "1. x", "3. x", "4. x"]

    def test_an_item_may_say_its_number(self) -> None:
        body = self.items(paragraph("x")).replace("<text:list-item>", '<text:list-item text:start-value="7">')
        assert self.texts(body) == ["7. x"]

    def test_a_header_has_no_number(self) -> None:
        body = f'<text:list text:style-name="L1"><text:list-header>{paragraph("kop")}</text:list-header></text:list>'
        assert self.texts(body) == ["kop"]

    def test_headings_are_numbered_by_the_outline(self) -> None:
        outline = (
            '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
            '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
        )
        heading = '<text:h text:outline-level="{}">x</text:h>'
        body = heading.format(1) + heading.format(2) + heading.format(2) + heading.format(1)
        assert texts_of(odt_file(body, common=outline)) == ["1 x", "1.1 x", "1.2 x", "2 x"]


class TestTables:
    LINED = (
        '<style:style style:name="C" style:family="table-cell">'
        '<style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>'
    )

    def table(self, *rows: list[str], style: str = "") -> str:
        inner = "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell table:style-name="{style}">{paragraph(cell)}</table:table-cell>'
                if cell
                else "<table:covered-table-cell/>"
                for cell in row
            )
            + "</table:table-row>"
            for row in rows
        )
        return f"<table:table><table:table-column/>{inner}</table:table>"

    def test_with_lines_are_rows_and_covered_cells_are_empty(self) -> None:
        body = self.table(["Jaar", ""], ["2098", "12"], style="C")
        assert texts_in(body, self.LINED) == ["| Jaar | |", "| 2098 | 12 |"]

    def test_without_lines_are_letterheads(self) -> None:
        assert texts_in(self.table(["Datum", "3 mei 2099"], ["Onderwerp", "De brug"])) == [
            "Datum",
            "3 mei 2099",
            "Onderwerp",
            "De brug",
        ]

    def test_may_be_of_the_namespace_of_a_writer(self) -> None:
        body = self.table(["a", "b"], style="C").replace("<table:table-row", "<x:table-row xmlns:x='urn:x'")
        assert texts_in(body.replace("</table:table-row", "</x:table-row"), self.LINED) == ["| a | b |"]


def test_a_frame_is_read_behind_its_paragraph() -> None:
    frame = f"<draw:frame><draw:text-box>{paragraph('Ons kenmerk')}{paragraph('1234')}</draw:text-box></draw:frame>"
    assert texts_in(paragraph(f"Geachte {frame}voorzitter,") + frame) == [
        "Geachte voorzitter,",
        "Ons kenmerk",
        "1234",
        "Ons kenmerk",
        "1234",
    ]


def test_page_breaks_part_pages() -> None:
    automatic = BREAK.format("Voor", "before") + BREAK.format("Na", "after")
    body = paragraph("een") + paragraph("twee", "Voor") + paragraph("drie", "Na") + paragraph("vier")
    pages = pages_of(odt_file(body, automatic=automatic))
    assert [[line.text for line in page] for page in pages] == [["een"], ["twee", "drie"], ["vier"]]


def test_page_heads_and_feet_are_furniture_of_the_page_that_first_shows_them() -> None:
    masters = (
        '<style:master-page style:name="Eerste" style:next-style-name="Vervolg">'
        "<style:header><text:p>Ministerie</text:p></style:header></style:master-page>"
        '<style:master-page style:name="Vervolg"><style:header><text:p>Vervolgblad</text:p></style:header>'
        "<style:footer><text:p>Pagina <text:page-number>2</text:page-number></text:p></style:footer>"
        '<style:header-left style:display="false"><text:p>nooit</text:p></style:header-left></style:master-page>'
    )
    automatic = (
        '<style:style style:name="P1" style:family="paragraph" style:master-page-name="Eerste"/>'
        + BREAK.format("P2", "before")
    )
    body = paragraph("een", "P1") + paragraph("twee", "P2")
    pages = pages_of(odt_file(body, automatic=automatic, masters=masters))
    assert [[(line.text, line.role) for line in page] for page in pages] == [
        [("Ministerie", Role.FURNITURE), ("een", Role.TEXT)],
        [("Vervolgblad", Role.FURNITURE), ("twee", Role.TEXT), ("Pagina 2", Role.FURNITURE)],
    ]


class TestHostile:
    def message_for(self, data: bytes) -> str:
        with pytest.raises(SourceError) as raised:
            odt_source(data, "brief.odt")
        message = str(raised.value)
        assert message.startswith("brief.odt: ")
        assert "\n" not in message
        return message

    @pytest.mark.parametrize(
        "entity",
        ['<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">'],
    )
    def test_entities_that_grow_or_read_files_are_refused(self, entity: str) -> None:
        bomb = f"<!DOCTYPE x [{entity}]><x>&b;</x>"
        assert "entities" in self.message_for(odt_file("", members={"content.xml": bomb}))

    def test_a_protected_file(self) -> None:
        manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
        assert "password" in self.message_for(odt_file("", members={"META-INF/manifest.xml": manifest}))

    def test_a_truncated_file(self) -> None:
        data = odt_file(paragraph("x"))
        assert "damaged" in self.message_for(data[: len(data) // 2])

    def test_a_file_without_a_text(self) -> None:
        assert "content.xml" in self.message_for(odt_file("", members={"content.xml": "<x/>"}))
        assert "no text" in self.message_for(odt_file(""))

    def test_lists_nested_without_end_are_refused(self) -> None:
        deep = "<text:list><text:list-item>" * 2000 + paragraph("x") + "</text:list-item></text:list>" * 2000
        assert "damaged" in self.message_for(odt_file(deep))

    def test_a_text_that_is_cut_off_is_damaged(self) -> None:
        cut = "<office:document-content><office:bo"
        assert "damaged" in self.message_for(odt_file("", members={"content.xml": cut}))

    def test_a_text_that_could_be_mended_says_so(self) -> None:
        office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
        cut = (
            f'<office:document-content xmlns:office="{office}" xmlns:text="{text}">'
            "<office:body><office:text><text:p>Drijft hij?</text:p><text:p>Ja"
        )
        source = odt_source(odt_file("", members={"content.xml": cut}), "brief.odt")
        assert [line.text for page in source.pages for line in page.lines] == ["Drijft hij?", "Ja"]
        assert source.problems == ("The file is damaged: what could be read of it is shown.",)
