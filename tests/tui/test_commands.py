"""The table of commands, and all that is made from it: keys, footer, help, palette, README."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from kvtui.tui.commands import BY_NAME, COMMANDS, MOVES, Command, Context, commands_in, key_sign
from kvtui.tui.palette import palette_of
from tests.tui.reading import BRIDGE, LIGHTHOUSES, reading

README = Path(__file__).parents[2] / "README.md"


@pytest.mark.parametrize("context", list(Context))
def test_no_two_commands_share_a_key_in_one_context(context: Context) -> None:
    commands = list(commands_in(context))
    if context in (Context.DIALOG, Context.REFERENCE, Context.BOOKMARKS, Context.PEEK):
        commands += [BY_NAME[name] for name in MOVES]
    keys = Counter(key for command in commands for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_names_are_unique_and_every_command_says_what_it_does() -> None:
    assert len(BY_NAME) == len(COMMANDS)
    assert all(command.keys and command.description and command.group for command in COMMANDS)


async def test_every_command_of_the_reader_does_something() -> None:
    async with reading(BRIDGE) as reader:
        names = {
            command.name for context in (Context.READER, Context.FINDING) for command in commands_in(context)
        }
        assert set(reader.screen.commands.handlers) == names


async def test_every_key_of_every_command_is_bound() -> None:
    async with reading(BRIDGE) as reader:
        bound = reader.screen._bindings.key_to_bindings
        for context in (Context.READER, Context.FINDING):
            for command in commands_in(context):
                for key in command.keys:
                    assert command.name in [binding.id for binding in bound[key]], key


FOOTER = [command for command in commands_in(Context.READER) if command.label]


@pytest.mark.parametrize("command", FOOTER, ids=lambda command: command.name)
async def test_every_key_of_the_footer_works(command: Command) -> None:
    async with reading(BRIDGE, size=(200, 40)) as reader:
        await reader.press("2", "enter")
        await reader.until_at(2)
        assert f"{command.sign or key_sign(command.keys[0])} {command.label}" in reader.pane("keys")
        place, text = reader.place, reader.text
        await reader.press(command.keys[0])
        await reader.until(
            lambda: not reader.app.is_running or (reader.place, reader.text) != (place, text),
            f"{command.name} changes something",
        )


async def test_a_key_that_can_do_nothing_now_is_dimmed() -> None:
    async with reading(BRIDGE) as reader:
        assert dimmed(reader.screen.key_bar, "back")
        assert dimmed(reader.screen.key_bar, "follow")
        await reader.press("2", "enter")
        await reader.until(lambda: not dimmed(reader.screen.key_bar, "back"), "one can go back")
        assert not dimmed(reader.screen.key_bar, "follow")


def dimmed(bar: object, label: str) -> bool:
    """Whether the words of a key are drawn as those of one that does nothing."""
    from kvtui.tui.panes.key_bar import KeyBar

    assert isinstance(bar, KeyBar)
    styles = [segment.style for segment in bar.render_line(0) if segment.text.strip() == label]
    return [style.color for style in styles if style is not None] == [palette_of(bar.app).key_off.color]


async def test_the_help_lists_every_command_with_its_keys() -> None:
    async with reading(BRIDGE, size=(120, 200)) as reader:
        await reader.press("question_mark")
        await reader.until_shown("Help")
        text = " ".join(re.sub(r"[│┃╭╮╰╯─]", " ", reader.text).split())
        for command in COMMANDS:
            keys = " ".join(key_sign(key) for key in command.keys)
            first = command.description.split(":")[0].split(";")[0]
            assert f"{keys} {first}" in text
        assert "a number ⏎ Go to that question" in text


async def test_the_help_can_be_scrolled_and_closed_at_any_size() -> None:
    async with reading(BRIDGE, size=(40, 12)) as reader:
        await reader.press("question_mark")
        await reader.until_shown("Moving")
        await reader.press("G")
        await reader.until_shown("a bookmark")
        await reader.press("g", "pagedown", "j", "q")
        await reader.until(lambda: len(reader.app.screen_stack) == 1, "the help is closed")
        assert reader.focus == "questions"


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_lists_every_command_of_the_reader(key: str) -> None:
    async with reading(BRIDGE, size=(120, 120)) as reader:
        await reader.press(key)
        await reader.until(lambda: len(reader.app.screen_stack) == 2, "the palette is open")
        for command in commands_in(Context.READER):
            if command.name != "palette":
                await reader.until_shown(command.description)


async def test_the_palette_runs_what_is_chosen() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("colon")
        await reader.until(lambda: len(reader.app.screen_stack) == 2, "the palette is open")
        await reader.type("next question")
        await reader.until_shown("Next question")
        await reader.press("down", "enter")
        await reader.until_at(2)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_quit_leaves_from_everywhere(key: str) -> None:
    async with reading(LIGHTHOUSES) as reader:
        await reader.press("tab", key)
        await reader.until(lambda: not reader.app.is_running, "kvtui has ended")


# README

_SIGNS_OF_README = {"alt+left": "alt+←", "alt+right": "alt+→", "escape": "Esc"}


def readme_keys() -> str:
    text = README.read_text("utf-8")
    return text[text.index("## Keys") : text.index("## Command line")]


def test_the_table_of_the_readme_has_every_key_of_the_reader() -> None:
    table = readme_keys().split("Mouse:")[0]
    printed = set(re.findall(r"`([^`]+)`", table))
    missing = [
        (command.name, key)
        for context in (Context.READER, Context.FINDING)
        for command in commands_in(context)
        for key in command.keys
        if _SIGNS_OF_README.get(key, key_sign(key)) not in printed and not _is_spare(command, key)
    ]
    assert missing == []


def _is_spare(command: Command, key: str) -> bool:
    """A second key for terminals that take the first, and ctrl+c: in the help, not in the README."""
    return key in ("ctrl+q", "ctrl+p", "f1", "ctrl+c") and command.name in (
        "quit",
        "palette",
        "help",
        "copy_selection",
    )


def test_the_readme_prints_no_key_that_is_none() -> None:
    table = readme_keys().split("Mouse:")[0]
    signs = {_SIGNS_OF_README.get(key, key_sign(key)) for command in COMMANDS for key in command.keys}
    printed = set(re.findall(r"`([^`]+)`", table)) - {"⏎"}
    assert printed - signs == set()


def test_the_readme_names_every_command_of_the_reader_for_the_keymap() -> None:
    names = set(re.findall(r"`([a-z_]+)`", readme_keys().split("The names are")[1]))
    readers = {command.name for command in commands_in(Context.READER)}
    assert readers <= names
    assert names - {"config"} <= set(BY_NAME)
