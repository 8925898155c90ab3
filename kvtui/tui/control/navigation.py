"""Where one is: the open document, the current question, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kvtui.model import TextPart
from kvtui.tui.history import History, PaneView, View
from kvtui.tui.opening import Opened
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.places import number_at, place_at, place_of_document, spot_at
from kvtui.tui.text.answer_text import answer_text
from kvtui.tui.text.around import has_more, is_section
from kvtui.tui.text.blocks import Anchor, Ink, Spot
from kvtui.userdata.places import Place

if TYPE_CHECKING:
    from kvtui.tui.screens.reader import ReaderScreen


class Navigator:
    """Moves both text panes together."""

    def __init__(self, screen: ReaderScreen) -> None:
        """Nothing is open yet."""
        self._screen = screen
        self.opened: Opened | None = None
        self.number: int | None = None
        self.wanted: int | None = None
        """A question asked for that is in the part of the document still being read."""
        self.history = History()
        self._answer_shown: object = None
        self._noted: View | None = None

    # Showing

    def show(self, opened: Opened, view: View | None = None) -> None:
        """Show a document: as it was left in `view`, else from its beginning."""
        self.note_position()
        self.opened = opened = self._screen.librarian.with_surroundings(opened)
        self.wanted = None
        self._answer_shown = None
        numbers = [question.number for question in opened.document.questions]
        top = view.questions.top if view else None
        self._screen.questions.show(opened.questions, top)
        wanted = view.number if view and view.number in numbers else next(iter(numbers), None)
        self.choose_question(wanted, reveal=view is None, top=view.answer.top if view else None)
        if view is not None:
            self._restore_link(self._screen.questions, view.questions)
            self._restore_link(self._screen.answer, view.answer)
            if view.in_sight:
                self._screen.questions.keep_in_sight()
        self._screen.documents.show_open(opened.path)
        self._screen.librarian.follow_open()
        self._screen.keeper.show_stars()
        self._screen.finder.document_changed()
        self._screen.windows.tell_captions()

    def exchange(self, opened: Opened) -> None:
        """Put another reading of the open document in its place, without moving."""
        view, wanted = self.view(), self.wanted
        self.opened = None
        self.show(opened, view)
        if wanted is not None and not self.jump(wanted):
            self._screen.windows.say(f"There is no question {wanted} here.", severity="warning")

    def turn_to(self, opened: Opened) -> None:
        """Show a document; the one that is open already as its file is now, without moving."""
        shown = self.opened
        if shown is None or shown.path != opened.path:
            self.show(opened)
        elif shown.version != opened.version:
            if (shown.document, shown.is_whole) == (opened.document, opened.is_whole):
                self.opened = replace(shown, version=opened.version)
            else:
                self.exchange(opened)

    def surroundings_changed(self) -> None:
        """Show what the library knows now around the open document, without moving."""
        opened, view = self.opened, self.view()
        if opened is None or view is None:
            return
        changed = self._screen.librarian.with_surroundings(opened)
        if changed is not opened:
            self.opened = None
            self.show(changed, view)

    @property
    def has_life_line(self) -> bool:
        """Whether the library knows more of these questions than this document."""
        return self.opened is not None and has_more(self.opened.indexed.around)

    def go_to_life_line(self) -> None:
        """Show the life line and what cites the document, with the first of their links chosen."""
        pane = self._screen.questions
        sections = (index for index, block in enumerate(pane.text.blocks) if is_section(block))
        section = next(sections, None)
        if section is None:
            self._screen.windows.say("The library knows nothing else of these questions.")
            return
        self.leave()
        self._screen.windows.bring("questions")
        pane.bring_up(section)

    def choose_question(self, number: int | None, *, reveal: bool = True, top: Spot | None = None) -> None:
        """Make a question the current one and show the answer that covers it."""
        if self.opened is None:
            return
        indexed = self.opened.indexed
        self.number = number
        answer = indexed.answers.get(number) if number is not None else None
        self._screen.questions.choose(number, answer.numbers if answer else (), reveal=reveal)
        shown = answer.numbers if answer is not None else (None, number)
        if shown != self._answer_shown or top is not None:
            self._answer_shown = shown
            self._screen.answer.show(answer_text(indexed, number), top)
            self._preselect()
        self._screen.finder.mark()
        self._screen.windows.tell_captions()

    def _preselect(self) -> None:
        """Choose the first link to another question that shows, so that Enter follows it at once."""
        pane = self._screen.answer
        visible = pane.visible_links()
        inks = [pane.text.links[index].ink for index in visible]
        if Ink.INTERNAL in inks and not pane.text.links[visible[inks.index(Ink.INTERNAL)]].backward:
            pane.current_link = visible[inks.index(Ink.INTERNAL)]

    # Moving

    def step_question(self, step: int) -> None:
        """To the next or previous question."""
        number = self._screen.questions.neighbour(step)
        if number is not None:
            self.choose_question(number)

    def jump(self, number: int) -> bool:
        """Go to a question by its number; False where the document has none such."""
        if self.opened is None or number not in self.opened.indexed.questions:
            return False
        self.leave()
        self.choose_question(number)
        return True

    def go_to(self, spot: Spot) -> None:
        """Bring a place of the open document into view, in the pane that shows it."""
        anchor = spot.anchor
        if self.opened is None or anchor is None:
            return
        if anchor.part is TextPart.FOOTNOTE:
            self._go_to_footnote(anchor)
        elif anchor.number is not None and not self._covers(anchor):
            self.choose_question(anchor.number)
        self.pane_of(anchor).go_to(spot)

    def _covers(self, anchor: Anchor) -> bool:
        if anchor.part is TextPart.ANSWER and self.opened is not None and self.number is not None:
            answer = self.opened.indexed.answers.get(self.number)
            return answer is not None and anchor.number in answer.numbers
        return anchor.number == self.number

    def _go_to_footnote(self, anchor: Anchor) -> None:
        """Show the question or answer under which a footnote stands."""
        if self.opened is None or self.pane_of(anchor).block_of(anchor) is not None:
            return
        mark = self.opened.document.footnotes[anchor.paragraph].mark
        for reference in self.opened.document.references:
            if reference.part is TextPart.ANSWER and mark in reference.targets and reference.numbers:
                self.choose_question(reference.numbers[0])
                return

    def pane_of(self, anchor: Anchor) -> TextPane:
        """The pane that shows a paragraph, or would."""
        questions = self._screen.questions
        if anchor.part in (TextPart.QUESTION, TextPart.HEADER) or questions.block_of(anchor) is not None:
            return questions
        return self._screen.answer

    # Back and forward

    def view(self) -> View | None:
        """Everything about where one is now."""
        if self.opened is None:
            return None
        questions, answer = self._screen.questions, self._screen.answer
        return View(
            path=self.opened.path,
            number=self.number,
            focus=self._screen.windows.front_name,
            questions=PaneView(questions.top, questions.current_link),
            answer=PaneView(answer.top, answer.current_link),
            in_sight=questions.is_in_sight,
        )

    def leave(self) -> None:
        """Remember the present view before going somewhere else."""
        view = self.view()
        if view is not None:
            self.history.leave(view)

    def back(self) -> None:
        """To where one was before."""
        self._turn("There is nothing to go back to.", forward=False)

    def forward(self) -> None:
        """To where one came back from."""
        self._turn("There is nothing to go forward to.", forward=True)

    def _turn(self, otherwise: str, *, forward: bool) -> None:
        present = self.view()
        if present is None:
            return
        view = self.history.forward(present) if forward else self.history.back(present)
        if view is None:
            self._screen.windows.say(otherwise)
        else:
            self.restore(view)
            self._screen.explorer.came_back_to(view)

    def restore(self, view: View) -> None:
        """Be exactly there again."""

        def show(opened: Opened) -> None:
            self.show(opened, view)
            self._screen.windows.bring(view.focus)

        if self.opened is not None and self.opened.path == view.path:
            show(self.opened)
        else:
            self._screen.opener.open(view.path, show)

    @staticmethod
    def _restore_link(pane: TextPane, view: PaneView) -> None:
        pane.current_link = view.link if view.link is None or view.link < len(pane.text.links) else None

    # The next start

    def place(self) -> Place | None:
        """The document as a whole."""
        return place_of_document(self.opened.document, self.opened.path) if self.opened else None

    def note_position(self) -> None:
        """Remember where one is in this document, if that is not where one was; in a thread."""
        view = self.view()
        if view != self._noted:
            self._noted = view
            save = self._saving()
            if save is not None:
                self._screen.run_worker(save, thread=True, group="desk")

    def save_position(self) -> None:
        """Remember where one is in this document, now."""
        save = self._saving()
        if save is not None:
            save()

    def _saving(self) -> Callable[[], None] | None:
        """What remembers the present place; None where there is none to remember."""
        if self.opened is None or not self.opened.is_whole:
            return None
        from kvtui.userdata.positions import Position

        document, path = self.opened.document, self.opened.path
        panes = {
            "questions": place_at(document, path, self._screen.questions.top),
            "answer": place_at(document, path, self._screen.answer.top),
        }
        if self.number is not None:
            panes["current"] = place_at(document, path, Spot(Anchor(TextPart.QUESTION, self.number)))
            if self._screen.questions.is_in_sight:
                panes["in sight"] = panes["current"]
        focus = self._screen.windows.front_name
        panes.setdefault(focus, place_of_document(document, path))
        return partial(
            self._screen.desk.save_position, place_of_document(document, path), Position(focus, panes)
        )

    def last_view(self, opened: Opened) -> View | None:
        """Where one was when this document was left, at an earlier start perhaps."""
        place = place_of_document(opened.document, opened.path)
        position = self._screen.desk.position_in(place)
        return self.view_from(opened, position.focus, position.panes) if position else None

    @staticmethod
    def view_from(opened: Opened, focus: str, panes: Mapping[str, Place]) -> View:
        """The view of the places that were kept of a document."""
        current = panes.get("current")
        return View(
            path=opened.path,
            number=number_at(current) if current else None,
            focus=focus,
            questions=PaneView(spot_at(panes.get("questions", Place()))),
            answer=PaneView(spot_at(panes.get("answer", Place()))),
            in_sight="in sight" in panes,
        )
