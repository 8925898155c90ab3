"""One publication of Kamervragen as a value: header, questions, answers, notes, references.

The field names are those of the JSON that `kvtui show --json` prints. Nothing here reads a
file or knows how a text is written; that is for `sources` and `parsing`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class DocumentKind(StrEnum):
    """What sort of publication it is."""

    ANSWER = "answer"
    """Antwoord: questions with their answers."""
    NOTICE = "notice"
    """Mededeling: the questions with a message instead of answers (postponed, withdrawn, by letter)."""
    QUESTIONS = "questions"
    """Vragen: questions to which there is no answer yet."""
    ORAL = "oral"
    """Mondelinge vragen: the announcement of questions for question time."""
    OTHER = "other"
    """Not recognised as Kamervragen: the whole text is in `Document.unplaced`."""

    @property
    def is_unanswered(self) -> bool:
        """Whether the questions are published without their answers: what takes days comes later."""
        return self in (DocumentKind.NOTICE, DocumentKind.QUESTIONS)


class TextPart(StrEnum):
    """The part of a document in which a text stands, in reading order."""

    HEADER = "header"
    QUESTION = "question"
    ANSWER = "answer"
    NOTICE = "notice"
    NOTE = "note"
    FOOTNOTE = "footnote"


class ReferenceKind(StrEnum):
    """What a reference (verwijzing) points at."""

    INTERNAL = "internal"
    """A question or answer of this document; targets are question numbers."""
    PUBLICATION = "publication"
    """Another publication; targets are normalised identifiers."""
    URL = "url"
    """A web address; the target is the whole address."""
    FOOTNOTE = "footnote"
    """A footnote (noot) of this document; the target is the footnote's mark."""
    INCOMPLETE = "incomplete"
    """A publication of which a number or year is missing; no targets."""


class Style(StrEnum):
    """How words are printed that stand out."""

    BOLD = "bold"
    ITALIC = "italic"


@dataclass(frozen=True, slots=True)
class Asker:
    """Indiener, vraagsteller: the member who asks."""

    name: str
    """Name without "het lid", as printed: "Van Nispen"."""
    party: str | None = None
    """Fractie, as printed: "GroenLinks-PvdA"; None where none is printed."""

    @property
    def named(self) -> str:
        """Name and party: "Van Nispen (SP)"."""
        return f"{self.name} ({self.party})" if self.party else self.name


@dataclass(frozen=True, slots=True)
class Addressee:
    """Aan: the minister to whom the questions are put, or on whose behalf (mede namens) is answered."""

    office: str
    """Ambt: "Minister-President", "Minister" or "Staatssecretaris"."""
    portfolio: str | None = None
    """Portefeuille: "Justitie en Veiligheid"; None for the Minister-President."""


@dataclass(frozen=True, slots=True)
class Respondent:
    """Van: the minister who answers or gives notice."""

    office: str | None
    """Ambt, as for `Addressee`; None where it is not printed."""
    name: str | None = None
    """Name as printed: "Bruins Slot"."""
    portfolio: str | None = None
    """Portefeuille; None where it is not printed."""


@dataclass(frozen=True, slots=True)
class Header:
    """Kop: the printed paragraphs above the first question, without the page heads."""

    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """Vraag: one number and its text."""

    number: int
    """Nummer, as printed; questions without numbers are counted from 1."""
    group: tuple[int, ...] = ()
    """The numbers that share one heading ("Vraag 2 en 3"), this one included."""
    heading: str | None = None
    """Kopje as printed; on the first question of a group only, None where there was none."""
    paragraphs: tuple[str, ...] = ()
    """Running text: repaired, without footnote marks; a row of a table is one, "| cell | cell |"."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Antwoord: one block of text that answers one or more questions."""

    numbers: tuple[int, ...]
    """The question numbers it covers, in the printed order; never empty."""
    heading: str | None = None
    """Kopje as printed: "Antwoord 2 en 3"; None where there was none."""
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Mededeling: why there is no answer here (uitstel, ingetrokken, per brief beantwoord)."""

    heading: str | None = None
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplanatoryNote:
    """Toelichting: the asker's note after the questions, mostly on earlier questions."""

    heading: str | None = None
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """Noot."""

    mark: str
    """Nootcijfer without brackets: "3"."""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """Verwijzing: a fact of the text. Whether its target can be reached is asked elsewhere."""

    part: TextPart
    """The part in which it stands."""
    numbers: tuple[int, ...]
    """The question numbers of the block it stands in; for a footnote those of the block with its mark."""
    paragraph: int
    """Index of the paragraph within that block; for a footnote its index in `Document.footnotes`."""
    start: int
    """First character within the paragraph (Unicode code points)."""
    end: int
    """Character behind the last; equal to `start` for a footnote mark, which is taken out of the text."""
    text: str
    """Its own words; for a footnote mark the mark as printed."""
    kind: ReferenceKind
    targets: tuple[int | str, ...] = ()
    """What it points at: see `ReferenceKind`."""
    certain: bool = True
    """False where something was inferred, such as a session year that is not printed."""
    questions: tuple[int, ...] = ()
    """The questions of the publication that the text names: "antwoord op vraag 7 van …, nr. 1047"."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Nadruk: words of a paragraph that are printed bold or italic; placed as a `Reference` is."""

    part: TextPart
    numbers: tuple[int, ...]
    paragraph: int
    start: int
    """First character within the paragraph (Unicode code points)."""
    end: int
    """Character behind the last."""
    style: Style


@dataclass(frozen=True, slots=True)
class Source:
    """Bron: where the text came from."""

    path: str | None = None
    format: str = "text"
    """"text", "markdown", "pdf", "docx", "odt", "xml" or "html"."""
    metadata: tuple[tuple[str, str], ...] = ()
    """What the publisher states beside the text, as names and contents: ("DC.title", "Antwoord op …")."""


@dataclass(frozen=True, slots=True)
class Document:
    """Aanhangsel van de Handelingen, or a set of questions: one publication.

    Every letter and digit of the source is in it exactly once: in `header`, a heading, a
    paragraph, a footnote or its mark, a footnote reference's text, `furniture` or `unplaced`.
    """

    identifier: str | None = None
    """Kenmerk: "ah-tk-20232024-1059", "kv-tk-2024Z18435"; None where neither text nor file name tells."""
    kind: DocumentKind = DocumentKind.OTHER
    number: str | None = None
    """Aanhangselnummer as printed: "1059"."""
    session_year: str | None = None
    """Vergaderjaar: "2023-2024"."""
    case_number: str | None = None
    """Zaaknummer of this document itself: "2024Z18792"."""
    subject: str | None = None
    """Onderwerp: the words behind "over", without the final stop."""
    submitted: date | None = None
    """Ingezonden."""
    received: date | None = None
    """Ontvangen: the date of the answer or notice."""
    askers: tuple[Asker, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    respondents: tuple[Respondent, ...] = ()
    on_behalf_of: tuple[Addressee, ...] = ()
    """Mede namens."""
    header: Header = field(default_factory=Header)
    questions: tuple[Question, ...] = ()
    """In the document's order."""
    answers: tuple[Answer, ...] = ()
    """In the document's order."""
    notice: Notice | None = None
    explanatory_note: ExplanatoryNote | None = None
    footnotes: tuple[Footnote, ...] = ()
    references: tuple[Reference, ...] = ()
    """In order: header, all questions, all answers, notice, note, footnotes; within each as they stand."""
    emphasis: tuple[Emphasis, ...] = ()
    """In the order of `references`; empty where the format knows no styles."""
    furniture: tuple[str, ...] = ()
    """Page heads and feet, in order."""
    unplaced: tuple[str, ...] = ()
    """Text that belongs to no part: the whole text of a document of kind OTHER."""
    warnings: tuple[str, ...] = ()
    """What was uncertain, each a sentence in English."""
    source: Source = field(default_factory=Source)

    @property
    def answering_days(self) -> int | None:
        """Days from submission to the answer or notice; None where a date is missing."""
        if self.submitted is None or self.received is None:
            return None
        return (self.received - self.submitted).days

    def question(self, number: int) -> Question | None:
        """The question with that number, or None."""
        return next((q for q in self.questions if q.number == number), None)

    def answer_to(self, number: int) -> Answer | None:
        """The answer that covers that question, or None."""
        return next((a for a in self.answers if number in a.numbers), None)

    def footnote(self, mark: str) -> Footnote | None:
        """The footnote with that mark, or None."""
        return next((f for f in self.footnotes if f.mark == mark), None)
