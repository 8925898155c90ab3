"""The text of a document: header, questions and answers in the forms that publications have.

Two forms: Markdown as converters give it, and text as it comes out of a PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from benchmarks.corpus.content import Content, dutch
from benchmarks.corpus.people import Office, addressees, askers_named
from benchmarks.corpus.planning import Publication, Set

_WIDTH = 84
_PAIRS_ON_A_PAGE = 4
_STYLES = ("#### ", "#### ", "#### ", "### ", "**", "")
"""How Markdown marks the heading of a question; `**` stands behind it too."""


class Markdown:
    """A document as Markdown."""

    bold, italic, between = "**", "*", "\n\n"

    def __init__(self, style: int) -> None:
        """With one of the ways to mark headings."""
        self._before = _STYLES[style % len(_STYLES)]
        self._behind = "**" if self._before == "**" else ""

    def masthead(self, years: str, kind: str) -> list[str]:
        """The lines above all."""
        return ["## Tweede Kamer der Staten-Generaal 2", f"Vergaderjaar {years} {kind}"]

    def title(self, text: str) -> str:
        return f"## {text}"

    def number(self, number: str) -> str:
        return f"### {number}"

    def heading(self, text: str) -> str:
        return f"{self._before}{text}{self._behind}"

    def paragraph(self, text: str) -> str:
        return text

    def marked(self, text: str, note: int) -> str:
        return f"{text}<sup>{note}</sup>"

    def note(self, number: int, text: str) -> str:
        return f"> {number} {text}"


class PlainText:
    """A document as text, in lines of the printed column's width."""

    bold, italic, between = "", "", "\n"

    def masthead(self, years: str, kind: str) -> list[str]:
        """The lines above all."""
        return ["Tweede Kamer der Staten-Generaal2", f"Vergaderjaar {years} {kind}"]

    def title(self, text: str) -> str:
        return self.paragraph(text)

    def number(self, number: str) -> str:
        return number

    def heading(self, text: str) -> str:
        return text

    def paragraph(self, text: str) -> str:
        lines, start, length = [], 0, len(text)
        while length - start > _WIDTH:
            end = text.rfind(" ", start, start + _WIDTH + 1)
            if end <= start:
                break
            lines.append(text[start:end])
            start = end + 1
        lines.append(text[start:])
        return "\n".join(lines)

    def marked(self, text: str, note: int) -> str:
        return f"{text}{note}"

    def note(self, number: int, text: str) -> str:
        return self.paragraph(f"{number} {text}")


Form = Markdown | PlainText
_TITLE = "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden"


def questions_document(one: Set, content: Content, form: Form) -> str:
    """The questions as they were asked."""
    years = _years(one)
    parts = form.masthead(years, "Vragen gesteld door de leden der Kamer")
    parts += [form.number(one.case), form.paragraph(_asked(one, content, form))]
    parts += _paged(
        _asked_blocks(content, form), content, form, f"Tweede Kamer, vergaderjaar {years}, Vragen"
    )
    return _text([*parts, *_explained(content, form)], form)


def notice_document(one: Set, notice: Publication, content: Content, form: Form) -> str:
    """All questions and why they are not answered yet."""
    parts = _opening(one, notice, content, form)
    given = _day(notice.received)
    parts.append(form.paragraph(f"Mededeling van {_who(content.ministers[:1], form)} (ontvangen {given})."))
    parts += _paged(_asked_blocks(content, form), content, form, _foot(one))
    asked = askers_named(content.members, "")
    said = (
        f"Hierbij deel ik u mede dat de vragen van {asked} over {content.subject} (ingezonden "
        f"{_day(one.submitted)}) niet binnen de gebruikelijke termijn kunnen worden beantwoord, aangezien "
        "nog niet alle benodigde informatie is ontvangen. Ik streef ernaar de vragen zo spoedig mogelijk te "
        "beantwoorden."
    )
    return _text([*parts, form.heading("Mededeling"), form.paragraph(said)], form)


def answer_document(
    one: Set, answer: Publication, content: Content, answers: Sequence[Sequence[str]], form: Form
) -> str:
    """Questions and answers in turn."""
    parts = _opening(one, answer, content, form)
    parts.append(form.paragraph(_answered(one, answer, content, form)))
    parts += _paged(_answered_blocks(content, answers, form), content, form, _foot(one))
    return _text([*parts, *_explained(content, form)], form)


def _opening(one: Set, publication: Publication, content: Content, form: Form) -> list[str]:
    parts = form.masthead(_years(one), "Aanhangsel van de Handelingen")
    return [
        *parts,
        form.title(_TITLE),
        form.number(str(publication.number)),
        form.paragraph(_asked(one, content, form)),
    ]


def _asked(one: Set, content: Content, form: Form) -> str:
    to = addressees(content.ministers, content.with_premier)
    who = askers_named(content.members, form.bold)
    what = "Vraag" if len(content.questions) == 1 else "Vragen"
    subject = f"{form.italic}{content.subject}{form.italic}"
    return f"{what} van {who} aan {to} over {subject} (ingezonden {_day(one.submitted)})."


def _answered(one: Set, answer: Publication, content: Content, form: Form) -> str:
    """By whom and when; a notice or an earlier answer is pointed at."""
    ministers = content.ministers
    if answer is not one.answers[0]:
        ministers = ministers[::-1]
    on_behalf = ""
    if len(ministers) == 2 and answer.number % 2:
        on_behalf = f", mede namens de {ministers[1].addressed}"
        ministers = ministers[:1]
    said = f"Antwoord van {_who(ministers, form)}{on_behalf} (ontvangen {_day(answer.received)})."
    before = [one.notice, *one.answers]
    numbers = [other.number for other in before if other and other.number < answer.number]
    if numbers:
        said += f" Zie ook Aanhangsel Handelingen, vergaderjaar {_years(one)}, nr. {numbers[-1]}."
    return said


def _who(ministers: Sequence[Office], form: Form) -> str:
    return " en van ".join(
        f"{one.role} {form.bold}{one.name}{form.bold} ({one.portfolio})" for one in ministers
    )


def _asked_blocks(content: Content, form: Form) -> Iterator[list[str]]:
    notes = list(content.sources)
    for number, question in enumerate(content.questions, 1):
        text = form.marked(question, notes.index(number) + 1) if number in content.sources else question
        yield [form.heading(f"Vraag {number}"), form.paragraph(text)]


def _answered_blocks(content: Content, answers: Sequence[Sequence[str]], form: Form) -> Iterator[list[str]]:
    """One block for each answer: grouped questions stand under one heading, or each under its own."""
    asked = list(_asked_blocks(content, form))
    for group, answer in zip(content.groups, answers, strict=True):
        label = _label(group)
        blocks = [asked[number - 1] for number in group]
        if len(group) > 1 and group[0] % 2:
            questions = [form.heading(f"Vraag {label}"), *(block[1] for block in blocks)]
        else:
            questions = [line for block in blocks for line in block]
        yield [*questions, form.heading(f"Antwoord {label}"), *map(form.paragraph, answer)]


def _label(group: tuple[int, ...]) -> str:
    if len(group) < 3:
        return " en ".join(map(str, group))
    if len(group) > 3:
        return f"{group[0]} t/m {group[-1]}"
    return f"{group[0]}, {group[1]} en {group[2]}"


def _paged(blocks: Iterator[list[str]], content: Content, form: Form, foot: str) -> Iterator[str]:
    """The blocks, with footnotes and the foot of the page after every few."""
    notes = [form.note(number, text) for number, text in enumerate(content.sources.values(), 1)]
    marked = list(content.sources)
    given, page = 0, 1
    for index, block in enumerate(blocks, 1):
        yield from block
        if index % _PAIRS_ON_A_PAGE == 0:
            due = sum(number <= index for number in marked)
            yield from notes[given:due]
            given = due
            yield f"{foot} {page}"
            page += 1
    yield from notes[given:]
    yield f"{foot} {page}"


def _explained(content: Content, form: Form) -> list[str]:
    if not content.explanation:
        return []
    return [form.heading("Toelichting:"), form.paragraph(content.explanation)]


def _text(parts: Sequence[str], form: Form) -> str:
    return form.between.join(parts) + "\n"


def _foot(one: Set) -> str:
    return f"Tweede Kamer, vergaderjaar {_years(one)}, Aanhangsel"


def _years(one: Set) -> str:
    return f"{one.session}–{one.session + 1}"


def _day(day: date) -> str:
    return dutch(day.year, day.month, day.day)
