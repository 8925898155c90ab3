"""A small invented document with everything in it."""

from __future__ import annotations

from datetime import date

from kvtui.model import (
    Addressee,
    Answer,
    Asker,
    Document,
    DocumentKind,
    ExplanatoryNote,
    Footnote,
    Header,
    Notice,
    Question,
    Reference,
    ReferenceKind,
    Respondent,
    Source,
    TextPart,
)

_HEADER = "Vragen over de veerpont. Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 12."
_ASKED = "Kent u het bericht over de veerpont?"
_ANSWERED = "Zie het antwoord op vraag 3 en op vraag 9."
_FOOTNOTE = "Zie www.veerpont.example/nieuws en https://pont.example/a."


def _found(
    part: TextPart,
    numbers: tuple[int, ...],
    text: str,
    words: str,
    kind: ReferenceKind,
    *targets: int | str,
    paragraph: int = 0,
) -> Reference:
    start = text.index(words)
    return Reference(part, numbers, paragraph, start, start + len(words), words, kind, targets)


DOCUMENT = Document(
    identifier="ah-tk-20302031-77",
    kind=DocumentKind.ANSWER,
    number="77",
    session_year="2030-2031",
    case_number="2031Z00123",
    subject="de veerpont bij Oostmeer",
    submitted=date(2031, 1, 9),
    received=date(2031, 1, 30),
    askers=(Asker("Van Duin", "PvdV"), Asker("Ter Horst")),
    addressees=(Addressee("Minister", "Water en Wegen"),),
    respondents=(Respondent("Minister", "Bakboord", "Water en Wegen"),),
    header=Header(("77", _HEADER)),
    questions=(
        Question(1, (1,), "Vraag 1", (_ASKED,)),
        Question(2, (2,), "Vraag 2", ("Vaart hij *altijd*?",)),
        Question(3, (3,), "Vraag 3", ("Waarom niet?",)),
        Question(4, (4,), "Vraag 4", ("En de [fietsers]?",)),
        Question(5, (5,), "Vraag 5", ("Wanneer wel?",)),
    ),
    answers=(
        Answer((1,), "Antwoord 1", (_ANSWERED,)),
        Answer((2, 4), "Antwoord 2 en 4", ("1. Hij vaart niet altijd.", "- En de fietsers ook niet.")),
        Answer((3,), "Antwoord 3", ("Het ijs.",)),
    ),
    explanatory_note=ExplanatoryNote("Toelichting", ("Vervolg op eerdere vragen.",)),
    footnotes=(Footnote("1", _FOOTNOTE), Footnote("2", "Een noot zonder teken.")),
    references=(
        _found(
            TextPart.HEADER,
            (),
            _HEADER,
            "Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 12",
            ReferenceKind.PUBLICATION,
            "ah-tk-20302031-12",
            paragraph=1,
        ),
        Reference(TextPart.QUESTION, (1,), 0, 35, 35, "1", ReferenceKind.FOOTNOTE, ("1",)),
        _found(TextPart.ANSWER, (1,), _ANSWERED, "antwoord op vraag 3", ReferenceKind.INTERNAL, 3),
        _found(TextPart.ANSWER, (1,), _ANSWERED, "vraag 9", ReferenceKind.INTERNAL, 9),
        _found(
            TextPart.FOOTNOTE,
            (1,),
            _FOOTNOTE,
            "www.veerpont.example/nieuws",
            ReferenceKind.URL,
            "https://www.veerpont.example/nieuws",
        ),
    ),
    furniture=("Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 1",),
    source=Source("/brieven/77.md", "markdown"),
)

NOTICE = Document(
    identifier="ah-tk-20302031-78",
    kind=DocumentKind.NOTICE,
    number="78",
    session_year="2030-2031",
    subject="de brug",
    submitted=date(2031, 1, 9),
    questions=(Question(1, (1,), None, ("Blijft de brug dicht?",)),),
    notice=Notice("Mededeling", ("Het antwoord komt later.",)),
)

OTHER = Document(unplaced=("Boodschappen", "Kaas en brood"), source=Source("/brieven/lijst.txt"))
