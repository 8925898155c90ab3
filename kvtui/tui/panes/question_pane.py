"""The pane of a set's head and its questions, one of which is the current one."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message

from kvtui.tui.palette import Palette
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.text.blocks import Block, PaneText, Rail, Spot

_RAILS = {
    # in the first row of a block, in the rows between, in the last
    Rail.NONE: "   ",
    Rail.FIRST: "╭││",
    Rail.MIDDLE: "│││",
    Rail.LAST: "││╰",
}
_IN_SIGHT = 2
"""Rows of the first question that must show below the head for the pane to begin at its top."""
CURRENT, FELLOW, STAR = "▸", "▹", "★"


class QuestionPane(TextPane):
    """Questions to walk through; moving makes another one current and tells so."""

    DEFAULT_CSS: ClassVar[str] = ""

    class QuestionChosen(Message):
        """Another question became current, by a key or a click in this pane."""

        def __init__(self, number: int) -> None:
            """The question's number."""
            super().__init__()
            self.number = number

    def __init__(self, *, id: str | None = None) -> None:
        """An empty pane."""
        super().__init__(id=id)
        self.current: int | None = None
        self.fellows: Collection[int] = ()
        self.starred: Collection[int] = ()
        self._unrevealed: int | None = None
        self._is_sought = False
        self._former_top: Spot | None = None
        self._fitted = Size()
        self._numbers: list[int] = []
        self._blocks_of: dict[int, list[int]] = {}

    def show(self, text: PaneText, top: Spot | None = None) -> None:
        """Show the questions of a document; none is current until `choose`."""
        self.current = None
        self._former_top = None
        self._is_sought = False
        self._blocks_of = {}
        for index, block in enumerate(text.blocks):
            if block.number is not None:
                self._blocks_of.setdefault(block.number, []).append(index)
        self._numbers = list(self._blocks_of)
        super().show(text, top)

    def fit(self) -> None:
        """Wrap to the size, with the current question in sight if it was, or if it waits to be shown.

        When that takes other rows, those that were there come back with their size.
        """
        if not self.size.height or (self._fitted == self.size and self._unrevealed is None):
            super().fit()
            return
        in_sight = self._is_sought or self._former_top is not None or self._begins_within(self._fitted.height)
        self._fitted, self._is_sought = self.size, False
        self._pending = self._pending or self._former_top
        super().fit()
        if self._unrevealed is not None:
            number, self._unrevealed = self._unrevealed, None
            self._reveal(number)
        elif in_sight and self.current is not None:
            self._keep_in_sight(self.current)

    @property
    def is_in_sight(self) -> bool:
        """Whether the current question begins in the rows that show, or will when the pane does."""
        waits = self._is_sought or self._unrevealed is not None
        return waits or self._begins_within(self._fitted.height)  # on leaving, the pane has no size any more

    def keep_in_sight(self) -> None:
        """Show the current question too, where the rows that one came back to don't hold it."""
        if not self.size.height or self._wrapped_for != self.measure:
            self._is_sought = True
        elif self.current is not None:
            self._keep_in_sight(self.current)

    def _keep_in_sight(self, number: int) -> None:
        self._rows_of(number)
        self._settle(self.rows)
        if not self._begins_within(self.size.height):
            top, self._pending = self.top, None
            self._reveal(number)
            self._former_top = top

    def _begins_within(self, height: int) -> bool:
        """Whether the current question begins in the rows of a window of that height."""
        rows = self._rows_of(self.current) if self.current is not None else range(0)
        return bool(rows) and self.scroll_offset.y <= rows.start < self.scroll_offset.y + height

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Rows that one scrolled to are the ones to keep."""
        super().watch_scroll_y(old_value, new_value)
        self._former_top = None

    def choose(self, number: int | None, fellows: Collection[int] = (), *, reveal: bool = True) -> None:
        """Make a question current; `fellows` share its answer."""
        self.current, self.fellows = number, fellows
        self.repaint()
        if reveal and number is not None:
            self._reveal(number)

    def star(self, numbers: Collection[int]) -> None:
        """Show on which questions there are bookmarks."""
        self.starred = numbers
        self.repaint()

    def _rows_of(self, number: int) -> range:
        blocks = self._blocks_of.get(number)
        if not blocks:
            return range(0)
        if self.rows.first_row(blocks[-1]) is None:
            self.wrap_all()
        first = next((i for i in blocks if self.text.blocks[i].label), blocks[0])
        return range(self.rows.rows_of(first).start, self.rows.rows_of(blocks[-1]).stop)

    def _reveal(self, number: int) -> None:
        if not self.size.height or self._wrapped_for != self.measure:
            self._unrevealed = number
            return
        rows = self._rows_of(number)
        if rows:
            if number == self._numbers[0] and rows.start + _IN_SIGHT <= self.size.height:
                self.scroll_to(y=0, animate=False)
            else:
                self.show_rows(rows.start, rows.stop - 1, 1)

    def neighbour(self, step: int) -> int | None:
        """The number of the next or previous question; None at the end."""
        if not self._numbers:
            return None
        if self.current not in self._numbers:
            return self._numbers[0]
        index = self._numbers.index(self.current) + step
        return self._numbers[index] if 0 <= index < len(self._numbers) else None

    # Moving

    def move_line(self, step: int) -> None:
        """Go to the next question; a question that doesn't fit is read to its end first."""
        rows = self._rows_of(self.current) if self.current is not None else range(0)
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        beyond = self.neighbour(step)
        if (
            rows and ((step > 0 and rows.stop > bottom) or (step < 0 and rows.start < top))
        ) or beyond is None:
            super().move_line(step)
        else:
            self.post_message(self.QuestionChosen(beyond))

    def move_page(self, step: int) -> None:
        """Scroll by a page and make the first question that shows in full the current one."""
        super().move_page(step)
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        if (step > 0 and bottom >= len(self.rows)) or (step < 0 and top == 0):
            self._choose_here(self._numbers[-1 if step > 0 else 0] if self._numbers else None)
            return
        begun = [number for number in self._numbers if top <= self._rows_of(number).start < bottom]
        self._choose_here(begun[0] if begun else None)

    def move_home(self) -> None:
        """To the head of the set and the first question."""
        super().move_home()
        self._choose_here(self._numbers[0] if self._numbers else None)

    def move_end(self) -> None:
        """To the last question."""
        super().move_end()
        self._choose_here(self._numbers[-1] if self._numbers else None)

    def _choose_here(self, number: int | None) -> None:
        if number is not None and number != self.current:
            self.post_message(self.QuestionChosen(number))

    def clicked_block(self, block: Block) -> None:
        """A click on a question makes it the current one."""
        self._choose_here(block.number)

    # Drawing

    def draw_label(self, block: Block, first: bool, last: bool, palette: Palette) -> list[Segment]:
        """Pointer, the line that joins questions with one answer, the number, a star."""
        if block.number is None:
            return super().draw_label(block, first, last, palette)
        rail = _RAILS[block.rail][2 if last and block.rail is Rail.LAST else 0 if first else 1]
        label = block.label if first else ""
        if label != str(block.number):
            return [
                Segment(" ", palette.base),
                Segment(rail, palette.frame_focus),
                Segment(label.rjust(block.hang - 3) + " ", palette.inks[block.ink]),
            ]
        pointer = FELLOW if block.number in self.fellows else " "
        return [
            Segment(CURRENT if block.number == self.current else pointer, palette.key),
            Segment(rail, palette.frame_focus),
            Segment(label.rjust(block.hang - 3), palette.number),
            Segment(STAR if block.number in self.starred else " ", palette.star),
        ]

    def row_style(self, block: Block, palette: Palette) -> Style | None:
        """The current question lies on a band of its own."""
        on = block.number is not None and block.number == self.current and (block.text or block.label)
        return palette.resting if on else None
