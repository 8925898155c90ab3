"""The question pane as blocks: the head of the set, every question, and what is left at the end."""

from __future__ import annotations

from collections.abc import Sequence

from kvtui.model import Answer, DocumentKind, Question, TextPart
from kvtui.tui.text.blocks import Anchor, Block, Ink, PaneText, Rail
from kvtui.tui.text.indexed import Indexed
from kvtui.tui.text.passages import add_run, close_runs
from kvtui.tui.text.set_header import add_set_header, add_tail
from kvtui.tui.text.weaving import Weaver, marks_in
from kvtui.tui.text.wording import number_words


def question_text(indexed: Indexed) -> PaneText:
    """All blocks of the question pane of a document."""
    weaver = Weaver(indexed)
    add_set_header(weaver)
    questions = indexed.document.questions
    answers = [indexed.answers.get(question.number) for question in questions]
    rails = joint_rails(answers)
    width = max((len(str(question.number)) for question in questions), default=1)
    hang = 2 + width + 1
    for index, question in enumerate(questions):
        begins = rails[index] in (Rail.NONE, Rail.FIRST)
        between = None if begins else question.number
        weaver.blocks.append(Block(hang=hang, number=between, rail=Rail.NONE if begins else Rail.MIDDLE))
        _add_question(weaver, question, rails[index], hang)
        _add_remark(weaver, question, answers[index], rails[index], hang)
    add_tail(weaver)
    return weaver.pane_text()


def joint_rails(answers: Sequence[Answer | None]) -> list[Rail]:
    """For each question, in order, its part of the line that joins neighbours with one answer."""
    rails = []
    for index, answer in enumerate(answers):
        above = index > 0 and answer is not None and answers[index - 1] is answer
        below = index + 1 < len(answers) and answer is not None and answers[index + 1] is answer
        rails.append(_RAILS[above, below])
    return rails


_RAILS = {
    (False, False): Rail.NONE,
    (False, True): Rail.FIRST,
    (True, True): Rail.MIDDLE,
    (True, False): Rail.LAST,
}


def _add_question(weaver: Weaver, question: Question, rail: Rail, hang: int) -> None:
    inner = Rail.NONE if rail is Rail.NONE else Rail.MIDDLE
    number = question.number
    texts = question.paragraphs or ("",)
    for run, is_apart in close_runs(texts):
        if is_apart:
            weaver.blocks.append(Block(hang=hang, number=number, rail=inner))
        add_run(
            weaver,
            texts,
            Anchor(TextPart.QUESTION, number),
            run,
            label="" if run.start else str(number),
            hang=hang,
            number=number,
            rail=rail if rail is Rail.FIRST and not run.start else inner,
        )
    called = weaver.references_of(Anchor(TextPart.QUESTION, number), range(len(texts)))
    weaver.footnotes(marks_in(called), hang=hang, number=number, rail=inner)


def _add_remark(weaver: Weaver, question: Question, answer: Answer | None, rail: Rail, hang: int) -> None:
    """Say in words that there is no answer, or at the end of a run which questions share theirs."""
    words, ink = "", Ink.MUTED
    if answer is None and weaver.document.kind is DocumentKind.ANSWER:
        words, ink = "no answer to this question", Ink.WARNING
    elif answer is not None and len(answer.numbers) > 1 and rail in (Rail.LAST, Rail.NONE):
        words = f"joint answer to {number_words(answer.numbers)}"
    if words:
        weaver.blocks.append(Block(words, ink, hang=hang, number=question.number, rail=rail))
