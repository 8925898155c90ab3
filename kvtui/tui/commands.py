"""The one table of commands: keys, footer, help, command palette and keymap all come from it.

Choices where keys clash:

- `n` and `N` step through what was found while finding; otherwise `n` goes to the next question
  and `N` does nothing. `p` always goes to the previous question.
- `/` finds in the document; with the list in front it filters the list.
- Digits begin a question number; with the number asked for, Enter and Backspace belong to it.
- Enter follows the chosen link, else the first one on the screen; in the list it opens.
- `n` and `p` go from part to part in the source too, and `r` and `R` from repair to repair.
- Space and Escape close the peek; while a line is typed, every printing key belongs to that line.
- `[ ] = ctrl+o ctrl+p` are hard or taken on some keyboards and terminals: each has a plain second.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Context(StrEnum):
    """Where a command can be called."""

    READER = "reader"
    """With any of the panes in front."""
    FINDING = "finding"
    """While what was found is highlighted; goes before READER."""
    PEEK = "peek"
    """In the small window with the target of a link."""
    DIALOG = "dialog"
    """In any dialog."""
    REFERENCE = "reference"
    """In the dialog on a publication that is not among the files."""
    BOOKMARKS = "bookmarks"
    """In the list of bookmarks."""
    SOURCE = "source"
    """In the view of the source."""
    QUERY = "query"
    """While the query of a search is typed; goes before SEARCH."""
    RESULTS = "results"
    """With the results of a search in front; goes before SEARCH."""
    FACETS = "facets"
    """With the facets of a search in front; goes before SEARCH."""
    SEARCH = "search"
    """Anywhere in the search; keys that print something belong to the query while it is typed."""
    BROWSE = "browse"
    """Going through the library by year, member, party or ministry."""
    WANTED = "wanted"
    """In the list of what is cited and not in the library."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the reader can ask for."""

    name: str
    """Its name in the keymap of `config.toml`."""
    keys: tuple[str, ...]
    """Textual's names of its keys, the one to show first."""
    description: str
    """For help and palette."""
    group: str
    """Heading in the help."""
    label: str = ""
    """In the footer; not there if empty."""
    context: Context = Context.READER
    sign: str = ""
    """In the footer instead of its first key: for a pair of commands."""


COMMANDS: tuple[Command, ...] = (
    Command("up", ("up", "k"), "Up: previous question, row or document", "Moving"),
    Command("down", ("down", "j"), "Down: next question, row or document", "Moving", "move", sign="↑↓"),
    Command("page_up", ("pageup",), "A page up", "Moving"),
    Command("page_down", ("pagedown",), "A page down", "Moving"),
    Command("home", ("home", "g"), "To the beginning", "Moving"),
    Command("end", ("end", "G"), "To the end", "Moving"),
    Command("next_pane", ("tab",), "To the next pane", "Moving", "pane"),
    Command("previous_pane", ("shift+tab",), "To the previous pane", "Moving"),
    Command("left", ("left",), "To the pane on the left", "Moving"),
    Command("right", ("right",), "To the pane on the right", "Moving"),
    Command("next_question", ("n",), "Next question", "Moving"),
    Command("previous_question", ("p",), "Previous question", "Moving"),
    Command("next_document", ("greater_than_sign",), "Next document by number", "Moving"),
    Command("previous_document", ("less_than_sign",), "Previous document by number", "Moving"),
    Command("search", ("s",), "Search all documents", "Library", "search"),
    Command("browse", ("i",), "Browse by year, member, party, ministry", "Library"),
    Command("wanted", ("W",), "What is cited and not in the library", "Library"),
    Command("refresh", ("f5", "ctrl+r"), "Look for new and changed files", "Library"),
    Command("follow", ("enter",), "Follow the link; in the list: open the document", "Links", "follow"),
    Command("back", ("backspace", "ctrl+o", "alt+left"), "Back to where one was", "Links", "back"),
    Command("forward", ("equals_sign", "alt+right"), "Forward again", "Links"),
    Command("labels", ("f",), "Label every link on the screen with letters to type", "Links", "links"),
    Command("next_link", ("l", "right_square_bracket"), "Next link", "Links"),
    Command("previous_link", ("L", "left_square_bracket"), "Previous link", "Links"),
    Command("peek", ("space",), "Peek at the target of the link without moving", "Links", "peek"),
    Command("official", ("o",), "Open the official page in the browser", "Links"),
    Command("life_line", ("w",), "To the life line of the set, and what cites it", "Links", "life line"),
    Command("find", ("slash",), "Find in the document; in the list: filter", "Finding", "find"),
    Command("find_next", ("n",), "Next place found", "Finding", "found", Context.FINDING, sign="n N"),
    Command("find_previous", ("N",), "Previous place found", "Finding", context=Context.FINDING),
    Command("find_end", ("escape",), "End finding", "Finding", "end", Context.FINDING),
    Command(
        "bookmark", ("b",), "Bookmark this document, question or answer; again: remove", "Keeping", "bookmark"
    ),
    Command("bookmarks", ("B",), "List of bookmarks", "Keeping"),
    Command("copy_reference", ("c",), "Copy the reference to this place", "Keeping"),
    Command("copy_answer", ("y",), "Copy the answer", "Keeping"),
    Command("copy_selection", ("ctrl+c",), "Copy the selected text", "Keeping"),
    Command("source", ("v",), "The source, with every repair; again: back", "Screen", "source"),
    Command("zoom", ("z",), "Give this pane the whole screen; again: all panes", "Screen"),
    Command("theme", ("t",), "Choose a theme", "Screen"),
    Command("palette", ("colon", "ctrl+p"), "Command palette", "Screen"),
    Command("help", ("question_mark", "f1"), "Help", "Screen", "help"),
    Command("quit", ("q", "ctrl+q"), "Quit", "Screen", "quit"),
    Command("peek_follow", ("enter",), "Go there", "Peek", "go there", Context.PEEK),
    Command("peek_close", ("space", "escape", "q"), "Close", "Peek", "close", Context.PEEK),
    Command("reference_copy", ("c", "enter"), "Copy its name", "Reference", "copy", Context.REFERENCE),
    Command("reference_open", ("o",), "Open its page", "Reference", "open page", Context.REFERENCE),
    Command("bookmark_open", ("enter",), "Open the bookmark", "Bookmarks", "open", Context.BOOKMARKS),
    Command("bookmark_note", ("e",), "Edit its note", "Bookmarks", "note", Context.BOOKMARKS),
    Command("bookmark_delete", ("d", "delete"), "Delete it", "Bookmarks", "delete", Context.BOOKMARKS),
    Command("bookmark_undo", ("u",), "Bring back what was deleted", "Bookmarks", "undo", Context.BOOKMARKS),
    Command("bookmark_close", ("escape", "q", "B"), "Close", "Bookmarks", "close", Context.BOOKMARKS),
    Command("source_next_repair", ("r",), "Next repair", "Source", "repairs", Context.SOURCE, sign="r R"),
    Command("source_previous_repair", ("R",), "Previous repair", "Source", context=Context.SOURCE),
    Command(
        "source_next_part", ("n",), "Next question or answer", "Source", "parts", Context.SOURCE, sign="n p"
    ),
    Command("source_previous_part", ("p",), "Previous question or answer", "Source", context=Context.SOURCE),
    Command("source_help", ("question_mark", "f1"), "Help", "Source", "help", Context.SOURCE),
    Command("source_close", ("v", "escape", "q"), "Back to the reader", "Source", "back", Context.SOURCE),
    Command(
        "query_results",
        ("enter", "down"),
        "From the query to the results",
        "Search",
        "results",
        Context.QUERY,
    ),
    Command("query_earlier", ("up",), "In the query: an earlier one", "Search", "earlier", Context.QUERY),
    Command(
        "result_open", ("enter",), "Open the result where the words stand", "Search", "open", Context.RESULTS
    ),
    Command(
        "facet_take",
        ("enter", "space"),
        "Filter by the facet; again: no longer",
        "Search",
        "filter",
        Context.FACETS,
    ),
    Command("search_query", ("slash", "s"), "To the query", "Search", "query", Context.SEARCH),
    Command(
        "search_facets", ("f",), "To the facets: counts by party, year …", "Search", "facets", Context.SEARCH
    ),
    Command(
        "search_order",
        ("o", "r"),
        "Newest first, or the most relevant; again: back",
        "Search",
        "order",
        Context.SEARCH,
    ),
    Command(
        "search_spelling", ("ctrl+y",), "Take the proposed spelling", "Search", "spelling", Context.SEARCH
    ),
    Command(
        "search_next_pane",
        ("tab", "right"),
        "Query, results, facets: the next",
        "Search",
        "pane",
        Context.SEARCH,
    ),
    Command("search_previous_pane", ("shift+tab", "left"), "The previous", "Search", context=Context.SEARCH),
    Command(
        "search_back",
        ("backspace", "ctrl+o", "alt+left"),
        "From results and facets: back to where one was",
        "Search",
        context=Context.SEARCH,
    ),
    Command("search_help", ("f1", "question_mark"), "Help", "Search", "help", Context.SEARCH),
    Command("search_close", ("escape", "q"), "Back to the reader", "Search", "back", Context.SEARCH),
    Command(
        "browse_take",
        ("enter",),
        "Search with the value; on the left: its values",
        "Browse",
        "take",
        Context.BROWSE,
    ),
    Command("browse_filter", ("slash",), "Filter the values", "Browse", "filter", Context.BROWSE),
    Command("browse_next_pane", ("tab", "right"), "To the values", "Browse", "pane", Context.BROWSE),
    Command(
        "browse_previous_pane",
        ("shift+tab", "left"),
        "Back from the values",
        "Browse",
        context=Context.BROWSE,
    ),
    Command("browse_help", ("question_mark", "f1"), "Help", "Browse", "help", Context.BROWSE),
    Command("browse_close", ("escape", "q", "i"), "Back to the reader", "Browse", "back", Context.BROWSE),
    Command("wanted_citing", ("enter",), "Search for who cites it", "Wanted", "who cites it", Context.WANTED),
    Command("wanted_filter", ("slash",), "Filter them", "Wanted", "filter", Context.WANTED),
    Command("wanted_open", ("o",), "Open its page", "Wanted", "open page", Context.WANTED),
    Command("wanted_copy", ("c",), "Copy its name", "Wanted", "copy", Context.WANTED),
    Command("wanted_help", ("question_mark", "f1"), "Help", "Wanted", "help", Context.WANTED),
    Command("wanted_close", ("escape", "q", "W"), "Close", "Wanted", "close", Context.WANTED),
    Command("dialog_choose", ("enter",), "Take it", "Dialogs", "take", Context.DIALOG),
    Command("dialog_close", ("escape", "q"), "Close", "Dialogs", "close", Context.DIALOG),
)
MOVES = ("up", "down", "page_up", "page_down", "home", "end")
"""The commands that move within a pane or a dialog."""
BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}

_KEY_SIGNS = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "enter": "⏎",
    "backspace": "⌫",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "escape": "Esc",
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "equals_sign": "=",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "delete": "Del",
    "f1": "F1",
    "comma": ",",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "f5": "F5",
}


def key_sign(key: str) -> str:
    """A key as it is printed: "⏎" for "enter"."""
    *modifiers, plain = key.split("+") if len(key) > 1 else [key]
    return "+".join((*modifiers, _KEY_SIGNS.get(plain, plain)))


def keys_of(command: Command, keymap: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """The keys that call a command, as the reader's own keymap has them."""
    return keymap.get(command.name) or command.keys


def commands_in(context: Context) -> Iterable[Command]:
    """The commands of a context, in the table's order."""
    return (command for command in COMMANDS if command.context is context)


def unknown_names(keymap: Mapping[str, Sequence[str]]) -> list[str]:
    """The names in a keymap that are no commands."""
    return [name for name in keymap if name not in BY_NAME]
