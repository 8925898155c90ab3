"""config.toml: other keys, another theme, mistakes that are told; the theme chosen with t."""

from __future__ import annotations

from pathlib import Path

from kvtui.tui import themes
from tests.tui.reading import BRIDGE, reading


async def test_keys_are_rebound_everywhere(config_file: Path) -> None:
    config_file.write_text('[keys]\nnext_question = "ctrl+n,x"\nhelp = "h"\n', "utf-8")
    async with reading(BRIDGE) as reader:
        await reader.press("n")
        assert reader.number == 1
        await reader.press("x")
        await reader.until_at(2)
        await reader.press("ctrl+n")
        await reader.until_at(3)
        assert "h help" in reader.rows("keys")[0]
        await reader.press("h")
        await reader.until_shown("ctrl+n x Next question")


async def test_keys_of_dialogs_are_rebound_too(config_file: Path) -> None:
    config_file.write_text('[keys]\nbookmark_close = "x"\npeek_close = "x"\n', "utf-8")
    async with reading(BRIDGE) as reader:
        await reader.press("B", "escape")
        await reader.until(lambda: len(reader.app.screen_stack) == 2, "the list of bookmarks is open")
        assert reader.shows("x close")
        await reader.press("x")
        await reader.until(lambda: len(reader.app.screen_stack) == 1, "the list is closed")
        await reader.press("2", "enter", "space", "x")
        await reader.until(lambda: not reader.screen.peek.is_open, "the small window is gone")


async def test_mistakes_in_the_file_are_told_and_the_rest_counts(config_file: Path) -> None:
    config_file.write_text('theme = "paars"\n[keys]\nvlieg = "v"\nquit = 3\nback = "v"\n', "utf-8")
    async with reading(BRIDGE) as reader:
        await reader.until_told("there is no command 'vlieg'")
        await reader.until_told("there is no theme 'paars'")
        await reader.until_told("keys.quit must be a key")
        await reader.press("4", "enter", "v")
        await reader.until_at(1)


async def test_a_file_that_is_no_toml_is_told_in_one_line(config_file: Path) -> None:
    config_file.write_text("keys = [", "utf-8")
    async with reading(BRIDGE) as reader:
        await reader.until_told("is no TOML")
        assert reader.app.theme == themes.DEFAULT


async def test_the_theme_of_the_file_is_used(config_file: Path) -> None:
    config_file.write_text(f'theme = "{themes.LIGHT.name}"\n', "utf-8")
    async with reading(BRIDGE) as reader:
        assert reader.app.theme == themes.LIGHT.name


async def test_a_theme_is_tried_left_and_chosen() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("t")
        await reader.until_shown(themes.LIGHT.name)
        await reader.press("down")
        await reader.until(lambda: reader.app.theme == themes.LIGHT.name, "the theme shows")
        await reader.press("escape")
        await reader.until(lambda: reader.app.theme == themes.DARK.name, "the theme is as before")
        await reader.press("t", "down", "enter")
        await reader.until(lambda: len(reader.app.screen_stack) == 1, "the dialog is closed")
        assert reader.app.theme == themes.LIGHT.name


async def test_the_chosen_theme_is_there_at_the_next_start() -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("t", "down", "enter")
        await reader.until(lambda: reader.app.theme == themes.LIGHT.name, "the theme is chosen")
    async with reading(BRIDGE) as reader:
        await reader.until(lambda: reader.app.theme == themes.LIGHT.name, "the theme is still chosen")


async def test_the_theme_of_the_file_goes_before_the_chosen_one(config_file: Path) -> None:
    async with reading(BRIDGE) as reader:
        await reader.press("t", "down", "enter")
        await reader.until(lambda: reader.app.theme == themes.LIGHT.name, "the theme is chosen")
    config_file.write_text(f'theme = "{themes.DARK.name}"\n', "utf-8")
    async with reading(BRIDGE) as reader:
        assert reader.app.theme == themes.DARK.name
