from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from kvtui.export.markdown import to_markdown
from kvtui.model import Document, Question, Reference, ReferenceKind, TextPart
from tests.export.documents import DOCUMENT, NOTICE, OTHER


def test_answers_stand_under_their_questions_with_links_and_footnotes() -> None:
    text = to_markdown(DOCUMENT)
    assert text.startswith(
        "# de veerpont bij Oostmeer\n\nAanhangsel Handelingen II 2030/31, nr. 77 · [ah-tk-20302031-77]"
        "(https://zoek.officielebekendmakingen.nl/ah-tk-20302031-77.html)\n"
    )
    assert "[Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 12](<https://zoek" in text
    assert "## Vraag 1\n\nKent u het bericht over de veerpont[^1]?\n" in text
    assert "Zie het [antwoord op vraag 3](#vraag-3) en op vraag 9.\n" in text
    assert "## Vraag 4\n\nEn de \\[fietsers\\]?\n\n### Antwoord 2 en 4\n\n1\\. Hij vaart" in text
    assert "## Vraag 5\n\nWanneer wel?\n\n*(geen antwoord in dit document)*\n" in text
    assert "[^1]: Zie [www.veerpont.example/nieuws](<https://www.veerpont.example/nieuws>) en" in text
    assert text.index("## Toelichting") < text.index("[^1]: ")


def test_a_notice_has_its_own_heading() -> None:
    assert "## Mededeling\n\nHet antwoord komt later.\n" in to_markdown(NOTICE)
    assert "geen antwoord" not in to_markdown(NOTICE)


def test_what_is_no_kamervraag_is_handed_on_as_it_is() -> None:
    assert to_markdown(OTHER) == "# lijst.txt\n\nBoodschappen\n\nKaas en brood\n"


@pytest.mark.parametrize(
    "text",
    [
        "# geen kop",
        "- geen lijst",
        "+ geen lijst",
        "1. geen lijst",
        "12) geen lijst",
        "* geen lijst",
        "> geen citaat",
        "    geen code",
        "--- geen lijn",
        "=== geen kop",
        "a *b* _c_ `d` <script>alert(1)</script> [e](http://f.example) ![g](h) &amp; \\ ~~i~~ | j",
        "1990. was een jaar",
        "2.5 procent",
    ],
)
def test_the_text_of_a_document_is_never_markup(text: str) -> None:
    html = MarkdownIt().render(to_markdown(Document(questions=(Question(1, paragraphs=(text,)),))))
    body = html.partition("</h2>\n")[2]
    escaped = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert body == f"<p>{escaped}</p>\n"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "https://a.example/>)[x", "http://a b"]
)
def test_only_a_sound_web_address_becomes_a_link(address: str) -> None:
    reference = Reference(TextPart.QUESTION, (1,), 0, 0, 4, "hier", ReferenceKind.URL, (address,))
    document = Document(questions=(Question(1, paragraphs=("hier",)),), references=(reference,))
    assert to_markdown(document).endswith("\n\nhier\n")
