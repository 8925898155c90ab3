"""Which pane is in front, which of them show at this width, and the words around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from kvtui.library.printable import printable
from kvtui.tui.commands import Context
from kvtui.tui.panes.frame import Caption
from kvtui.tui.panes.row_list import RowList
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.text.wording import answer_title

if TYPE_CHECKING:
    from kvtui.tui.screens.reader import ReaderScreen

ORDER = ("documents", "questions", "answer")
THREE_FROM, TWO_FROM = 110, 70
"""Columns from which three panes show, and two."""


class Windows:
    """Arranges the panes."""

    def __init__(self, screen: ReaderScreen) -> None:
        """The questions are in front."""
        self._screen = screen
        self.front_name = "questions"
        self._alone = False

    # Panes

    @property
    def front(self) -> TextPane | RowList:
        """The pane that keys move: the peek while it is open."""
        if self._screen.peek.is_open:
            return self._screen.peek
        return self._pane(self.front_name)

    @property
    def front_text(self) -> TextPane:
        """The text pane in front; the answer while the list is."""
        return self._screen.questions if self.front_name == "questions" else self._screen.answer

    def _pane(self, name: str) -> TextPane | RowList:
        panes: dict[str, TextPane | RowList] = {
            "documents": self._screen.documents,
            "questions": self._screen.questions,
            "answer": self._screen.answer,
        }
        return panes[name]

    def arrange(self, width: int) -> None:
        """Show as many panes as the width bears, the one in front in any case."""
        front = self.front_name
        shown: tuple[str, ...] = ORDER
        if self._alone or width < TWO_FROM:
            shown = (front,)
        elif width < THREE_FROM:
            shown = ORDER[:2] if front == "documents" else ORDER[1:]
        for name in ORDER:
            self._pane(name).display = name in shown
        list_width = 30 if width < 130 else min(44, 30 + (width - 130) // 3)
        self._screen.documents.styles.width = "1fr" if len(shown) == 1 else list_width

    def bring(self, name: str) -> None:
        """Bring a pane to the front."""
        if name not in ORDER:
            name = "questions"
        self.front_name = name
        self.arrange(self._screen.size.width)
        self._screen.set_focus(self._pane(name), scroll_visible=False)
        self.tell_captions()
        self.tell_keys()

    def came_forward(self, name: str) -> None:
        """A pane got the focus by a click."""
        if name != self.front_name:
            self.bring(name)
        for pane in ORDER:
            self._pane(pane).refresh()
        self._screen.frame.refresh()

    def turn(self, step: int) -> None:
        """To the next or previous pane, around."""
        self.bring(ORDER[(ORDER.index(self.front_name) + step) % len(ORDER)])

    def step(self, step: int) -> None:
        """To the pane beside this one."""
        index = ORDER.index(self.front_name) + step
        if 0 <= index < len(ORDER):
            self.bring(ORDER[index])

    def zoom(self) -> None:
        """Give the pane in front the whole screen, or end that."""
        self._alone = not self._alone
        self.bring(self.front_name)

    # Words

    def say(self, words: str, severity: Literal["information", "warning", "error"] = "information") -> None:
        """Tell the reader something in passing."""
        self._screen.notify(printable(words), severity=severity, markup=False, timeout=4)

    def tell_captions(self) -> None:
        """Bring the words in the frame up to date."""
        screen = self._screen
        documents, opened = screen.documents, screen.navigator.opened
        shown = f"{documents.cursor + 1:,} of {documents.count:,}" if documents.count else "none"
        if documents.words:
            shown += f" ({documents.total:,})"
        reading = screen.librarian.status
        position = shown if documents.total and not reading else ""
        self._caption("documents", Caption("Documents", reading, position))
        if opened is None:
            self._caption("questions", Caption("Questions"))
            self._caption("answer", Caption("Answer"))
            return
        numbers = [question.number for question in opened.document.questions]
        number = screen.navigator.number
        place = f"{number} of {len(numbers)}" if number in numbers else ""
        found = screen.finder.status
        link = screen.follower.words(screen.questions)
        if found and not screen.answer.display:
            place = found
        self._caption("questions", Caption("Questions", link or screen.opener.extent(opened), place))
        words = screen.follower.words(screen.answer)
        title = answer_title(opened.document, number)
        self._caption("answer", Caption(title, words, found or _share(screen.answer)))

    def _caption(self, name: str, caption: Caption) -> None:
        """Put words around a pane; what is being read is said where it will show, else in the only pane."""
        awaited = self._screen.opener.waits_for
        place = "questions" if self._screen.questions.display else self.front_name
        if awaited and name == place:
            caption = Caption(caption.title, awaited)
        self._screen.frame.caption(name, caption)

    def tell_keys(self) -> None:
        """Bring the row of keys up to date."""
        screen = self._screen
        contexts = [Context.FINDING, Context.READER] if screen.finder.is_on else [Context.READER]
        hints = screen.commands.hints(screen.keymap, *contexts)
        screen.key_bar.tell(hints)

    # Dialogs

    def choose_theme(self) -> None:
        """Open the list of themes."""
        from kvtui.tui.screens.themes import ThemeScreen

        app = self._screen.app
        app.push_screen(
            ThemeScreen(self._screen.desk, self._screen.keymap, list(app.available_themes), app.theme)
        )

    def open_help(self) -> None:
        """Open the help."""
        from kvtui.tui.screens.help import HelpScreen

        self._screen.app.push_screen(HelpScreen(self._screen.keymap))

    def open_palette(self) -> None:
        """Open the command palette."""
        from textual.command import CommandPalette

        from kvtui.tui.screens.palette_provider import CommandProvider

        self._screen.app.push_screen(CommandPalette(providers=[CommandProvider]))

    def quit(self) -> None:
        """Leave kvtui."""
        self._screen.app.exit()


def _share(pane: TextPane) -> str:
    """How much of a pane's text lies above the bottom of its window."""
    total, height = pane.virtual_size.height, pane.size.height
    if not height or total <= height:
        return ""
    return f"{min(100, round(100 * (pane.scroll_offset.y + height) / total))}%"
