"""The reader's screen: the panes in their frame, and which command goes to whom."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from kvtui.tui.bindings import bindings_for
from kvtui.tui.commands import MOVES, Context
from kvtui.tui.control.asking import Asking
from kvtui.tui.control.exploring import Explorer
from kvtui.tui.control.finding import Finder
from kvtui.tui.control.following import Follower
from kvtui.tui.control.keeping import Keeper
from kvtui.tui.control.navigation import Navigator
from kvtui.tui.control.opening_files import Opener
from kvtui.tui.control.shelving import Librarian
from kvtui.tui.control.sourcing import open_source
from kvtui.tui.control.windows import Windows
from kvtui.tui.desk import Desk
from kvtui.tui.handing_over import hand_over
from kvtui.tui.head_start import HeadStart
from kvtui.tui.panes.document_list import DocumentList
from kvtui.tui.panes.frame import Frame
from kvtui.tui.panes.key_bar import KeyBar
from kvtui.tui.panes.peek import Peek
from kvtui.tui.panes.prompt import Prompt
from kvtui.tui.panes.question_pane import QuestionPane
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.screens.commanded import Commanded, CommandSet, Keymap

_LIST_AFTER = 0.08  # seconds: the first document is painted by then
_POSITION_EVERY = 3.0  # seconds: what a killed reader forgets of where one was
_KEPT_AFTER = 0.25  # seconds: SQLite (10 ms) has no part in the first picture


class ReaderScreen(Commanded, Screen[None], inherit_bindings=False):
    """Documents, questions, answer."""

    AUTO_FOCUS = ""
    BINDINGS = bindings_for(Context.FINDING, Context.READER)
    DEFAULT_CSS: ClassVar[str] = """
    ReaderScreen { layers: base over; overflow: hidden; }
    #questions { width: 3fr; }
    #answer { width: 4fr; }
    """

    def __init__(
        self,
        paths: Sequence[Path],
        desk: Desk,
        keymap: Keymap,
        wear: Callable[[str], None],
        head_start: HeadStart | None = None,
    ) -> None:
        """A reader of some files and folders; `desk` keeps what the reader makes.

        `wear` puts on the theme chosen last; `head_start` reads the first document already.
        """
        super().__init__()
        self.wear = wear
        self.desk = desk
        self.keymap = keymap
        self.documents = DocumentList(id="documents")
        self.questions = QuestionPane(id="questions")
        self.answer = TextPane(id="answer")
        self.frame = Frame(self.documents, self.questions, self.answer, id="frame")
        self.peek = Peek(id="peek")
        self.prompt = Prompt(id="prompt")
        self.key_bar = KeyBar(id="keys")
        self.navigator = Navigator(self)
        self.opener = Opener(self, head_start)
        self.librarian = Librarian(self, paths)
        self.follower = Follower(self)
        self.finder = Finder(self)
        self.keeper = Keeper(self)
        self.explorer = Explorer(self)
        self.asking = Asking(self)
        self.windows = Windows(self)
        self.commands = CommandSet(self._handlers(), self._is_available, self._is_off)

    def compose(self) -> ComposeResult:
        """The panes, and at the bottom the keys or what is being asked."""
        yield self.frame
        yield self.peek
        yield self.prompt
        yield self.key_bar

    def on_mount(self) -> None:
        """Show the first document if it is there, else paint without; then fill the list."""
        self.windows.bring("questions")
        for pane in (self.documents, self.questions, self.answer):
            self.watch(pane, "moves", self.windows.tell_captions, init=False)
        if not self.opener.begin():
            self.call_after_refresh(self.opener.begin_late)
        self.set_timer(_LIST_AFTER, self.librarian.begin)
        self.set_timer(_KEPT_AFTER, self._open_desk)

    def _open_desk(self) -> None:
        gc.freeze()  # what is there now stays: collecting it again and again would hold up keys
        gc.enable()
        self.run_worker(self._open_desk_outside, thread=True, group="desk")
        self.set_interval(_POSITION_EVERY, self.navigator.note_position)

    def _open_desk_outside(self) -> None:
        """In a thread: a disk may take its time."""
        self.desk.save_last_paths(self.librarian.paths)
        hand_over(self, self.keeper.show_stars)

    def _handlers(self) -> dict[str, Callable[[], None]]:
        windows, navigator, follower = self.windows, self.navigator, self.follower
        finder, keeper, librarian = self.finder, self.keeper, self.librarian
        return {
            "up": lambda: self.windows.front.move_line(-1),
            "down": lambda: self.windows.front.move_line(1),
            "page_up": lambda: self.windows.front.move_page(-1),
            "page_down": lambda: self.windows.front.move_page(1),
            "home": lambda: self.windows.front.move_home(),  # noqa: PLW0108 - the front changes
            "end": lambda: self.windows.front.move_end(),  # noqa: PLW0108
            "next_pane": lambda: windows.turn(1),
            "previous_pane": lambda: windows.turn(-1),
            "left": lambda: windows.step(-1),
            "right": lambda: windows.step(1),
            "next_question": lambda: navigator.step_question(1),
            "previous_question": lambda: navigator.step_question(-1),
            "next_document": lambda: librarian.open_beside(1),
            "previous_document": lambda: librarian.open_beside(-1),
            "follow": follower.follow,
            "back": navigator.back,
            "forward": navigator.forward,
            "labels": follower.letter,
            "next_link": lambda: follower.step(1),
            "previous_link": lambda: follower.step(-1),
            "peek": follower.peek,
            "official": follower.open_official,
            "life_line": navigator.go_to_life_line,
            "search": self.explorer.open_search,
            "browse": self.explorer.open_browse,
            "wanted": self.explorer.open_wanted,
            "refresh": librarian.look_again,
            "find": finder.ask,
            "find_next": lambda: finder.step(1),
            "find_previous": lambda: finder.step(-1),
            "find_end": finder.end,
            "bookmark": keeper.toggle,
            "bookmarks": keeper.open_list,
            "copy_reference": keeper.copy_reference,
            "copy_answer": keeper.copy_answer,
            "copy_selection": keeper.copy_selection,
            "source": lambda: open_source(self),
            "zoom": windows.zoom,
            "theme": windows.choose_theme,
            "palette": windows.open_palette,
            "help": windows.open_help,
            "quit": windows.quit,
        }

    def _is_available(self, name: str) -> bool:
        return self.finder.is_on if name in ("find_next", "find_previous", "find_end") else True

    def _is_off(self, name: str) -> bool:
        if name == "back":
            return not self.navigator.history.behind
        if name == "source":
            return self.navigator.opened is None
        if name == "search":
            return self.librarian.catalogue is None
        if name == "life_line":
            return not self.navigator.has_life_line
        if name in ("follow", "peek"):
            return not self.follower.has_target
        if name == "labels":
            return not self.follower.has_links
        return False

    def action_command(self, name: str) -> None:
        """Run a command of the table."""
        if self.peek.is_open and name not in MOVES:
            self.follower.leave_peek(follow=False)
        self.commands.run(name)
        self.windows.tell_keys()

    # Messages

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as the width bears; a small window would stand beside another place."""
        if self.peek.is_open:
            self.follower.leave_peek(follow=False)
        self.windows.arrange(event.size.width)

    def on_peek_closed(self, message: Peek.Closed) -> None:
        """The small window was closed by its own keys."""
        self.follower.leave_peek(follow=message.follow)

    def on_key(self, event: events.Key) -> None:
        """Digits ask for a question number; letters choose a link while they are shown."""
        if self.follower.take_letter(event.key, event.character) or self.asking.take_digit(event.character):
            event.stop()
            event.prevent_default()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Another pane came to the front; the small window goes when the focus leaves it."""
        if self.peek.is_open and self.focused is not self.peek:
            self.peek.close()
        if event.widget.id in ("documents", "questions", "answer"):
            self.windows.came_forward(str(event.widget.id))

    def on_question_pane_question_chosen(self, message: QuestionPane.QuestionChosen) -> None:
        """One moved through the questions, or clicked one."""
        self.navigator.choose_question(message.number, reveal=False)

    def on_text_pane_link_clicked(self, message: TextPane.LinkClicked) -> None:
        """A link was clicked."""
        message.pane.choose_link(message.link)
        self.follower.follow_link(message.pane)

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """A document was clicked."""
        self.librarian.open_current()

    def on_document_list_filter_wanted(self, message: DocumentList.FilterWanted) -> None:
        """The row of the filter was clicked."""
        self.finder.ask()

    def on_prompt_changed(self, message: Prompt.Changed) -> None:
        """Something is being typed."""
        self.asking.changed(message)

    def on_prompt_submitted(self, message: Prompt.Submitted) -> None:
        """Enter."""
        self.asking.submitted(message)

    def on_prompt_cancelled(self, message: Prompt.Cancelled) -> None:
        """Escape."""
        self.asking.cancelled(message)

    def on_text_selected(self, event: events.TextSelected) -> None:
        """A drag ended: copy what was selected."""
        self.keeper.copy_selection(quietly=True)

    def on_unmount(self) -> None:
        """The reader is left."""
        self.let_go()

    def let_go(self) -> None:
        """Remember where one was; nothing that is being read is waited for."""
        self.opener.end()
        self.navigator.save_position()
        self.librarian.end()
