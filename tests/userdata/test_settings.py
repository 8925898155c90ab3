from __future__ import annotations

from pathlib import Path

import pytest

from kvtui.userdata.settings import Settings, load_settings


def load(tmp_path: Path, text: str) -> Settings:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return load_settings(path)


def test_without_a_file_everything_is_as_delivered(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "config.toml") == Settings()


def test_theme_and_keys_are_read(tmp_path: Path) -> None:
    settings = load(
        tmp_path, 'theme = "paper"\n[keys]\nfollow = "enter, o"\nfind = ["/", "ctrl+f"]\nnext = ","\n'
    )
    assert settings == Settings(
        theme="paper", keys={"follow": ("enter", "o"), "find": ("/", "ctrl+f"), "next": (",",)}
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("theme = paper", "TOML"),
        ("theme = 3", "theme"),
        ('theme = ""', "theme"),
        ('keys = "j"', "keys"),
        ("[keys]\nfollow = 3", "keys.follow"),
        ('[keys]\nfollow = ""', "keys.follow"),
        ("[keys]\nfollow = []", "keys.follow"),
        ('[keys]\nfollow = ["a", 3]', "keys.follow"),
        ('colour = "red"', "colour"),
    ],
)
def test_what_is_not_understood_gives_one_line_and_the_default(tmp_path: Path, text: str, word: str) -> None:
    settings = load(tmp_path, text)
    assert (settings.theme, settings.keys) == (None, {})
    (problem,) = settings.problems
    assert word in problem
    assert "\n" not in problem


def test_one_bad_line_leaves_the_others(tmp_path: Path) -> None:
    settings = load(tmp_path, 'theme = "paper"\n[keys]\nfollow = 3\nback = "left"\n')
    assert settings.theme == "paper"
    assert settings.keys == {"back": ("left",)}


def test_a_file_that_cannot_be_read_gives_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "config.toml"
    folder.mkdir()
    assert len(load_settings(folder).problems) == 1
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    assert len(load_settings(binary).problems) == 1
