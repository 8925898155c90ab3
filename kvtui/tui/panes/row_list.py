"""A list of rows with one chosen: draws a window of them, however many there are."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from kvtui.tui.palette import palette_of


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Items of the same height, in `ITEM_HEIGHT` rows each; a subclass draws them."""

    ITEM_HEIGHT: ClassVar[int] = 1
    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    RowList { scrollbar-size: 0 0; overflow-x: hidden; overflow-y: scroll; }
    """

    moves: var[int] = var(0, init=False)
    """Counts up whenever another item is current or other rows show; to be watched."""

    class Chosen(Message):
        """An item was opened: by a click here; Enter is a command of the screen."""

        def __init__(self, index: int) -> None:
            """Which one."""
            super().__init__()
            self.index = index

    def __init__(self, *, id: str | None = None) -> None:
        """An empty list."""
        super().__init__(id=id)
        self.cursor = 0
        self._wanted_top: int | None = None

    @property
    def count(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    @property
    def headroom(self) -> int:
        """Rows at the top that don't scroll."""
        return 0

    def draw_item(self, index: int, line: int, width: int) -> Strip:
        """One of the rows of an item."""
        raise NotImplementedError

    def draw_head(self, line: int, width: int) -> Strip:
        """One of the rows that don't scroll."""
        return Strip.blank(width, palette_of(self.app).base)

    def items_changed(self) -> None:
        """Take note that items came or went."""
        self.cursor = max(0, min(self.cursor, self.count - 1))
        self._take_height()
        self.refresh()
        self.moves += 1

    def _take_height(self) -> None:
        """Scroll over all rows; a new layout, which the reactive asks for, is not needed."""
        height = self.count * self.ITEM_HEIGHT + self.headroom
        self.set_reactive(RowList.virtual_size, Size(self.size.width, height))
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def on_resize(self, event: events.Resize) -> None:
        """Keep the current item in view."""
        self._take_height()
        if self._wanted_top is not None:
            self.scroll_to(y=self._wanted_top, animate=False, force=True)
            self._wanted_top = None
        self.reveal()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the frame."""
        super().watch_scroll_y(old_value, new_value)
        self.moves += 1

    def render_line(self, y: int) -> Strip:
        """The strip of a row of the window."""
        width = self.size.width
        if y < self.headroom:
            return self.draw_head(y, width)
        row = y - self.headroom + self.scroll_offset.y
        index, line = divmod(row, self.ITEM_HEIGHT)
        if index >= self.count:
            return Strip.blank(width, palette_of(self.app).base)
        return self.draw_item(index, line, width)

    # Moving

    @property
    def _page(self) -> int:
        return max(1, (self.size.height - self.headroom) // self.ITEM_HEIGHT)

    def choose(self, index: int) -> None:
        """Make an item current and show it."""
        self.cursor = max(0, min(index, self.count - 1))
        self.reveal()
        self.refresh()
        self.moves += 1

    def reveal(self) -> None:
        """Scroll as little as is needed to show the current item."""
        top, height = self.scroll_offset.y, self.size.height - self.headroom
        if height <= 0:
            return
        first = self.cursor * self.ITEM_HEIGHT
        top = max(min(top, first), first + self.ITEM_HEIGHT - height)
        self.scroll_to(y=max(0, top), animate=False, force=True)

    def stand(self, cursor: int, top: int) -> None:
        """Make an item current with that row at the top, as soon as the list has a height."""
        self.cursor = max(0, min(cursor, self.count - 1))
        if self.size.height:
            self.scroll_to(y=top, animate=False, force=True)
            self.reveal()
        else:
            self._wanted_top = top
        self.refresh()

    @property
    def top(self) -> int:
        """The first row that shows of those that scroll, or will as soon as the list has a height."""
        return self.scroll_offset.y if self._wanted_top is None else self._wanted_top

    def move_line(self, step: int) -> None:
        """To the next or previous item."""
        self.choose(self.cursor + step)

    def move_page(self, step: int) -> None:
        """A page of items on or back."""
        self.choose(self.cursor + step * self._page)

    def move_home(self) -> None:
        """To the first item."""
        self.choose(0)

    def move_end(self) -> None:
        """To the last item."""
        self.choose(self.count - 1)

    def on_click(self, event: events.Click) -> None:
        """Choose and open the item under the mouse."""
        event.prevent_default()
        row = event.y - self.headroom + self.scroll_offset.y
        index = row // self.ITEM_HEIGHT
        if event.y >= self.headroom and index < self.count:
            self.choose(index)
            self.post_message(self.Chosen(index))
