"""One reader's visit in a real terminal, from the first start to finding the place again."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.end_to_end.terminal import Terminal, environment

SAMPLES = Path(__file__).parents[2] / "sample_docs"


def test_follow_a_link_come_back_bookmark_quit_and_find_it_again(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kvtui"]
    reader = Terminal([*command, str(SAMPLES / "ah-tk-20982099-704.md")], environment(tmp_path))
    reader.wait_for("Answer 1")
    reader.wait_for("Bent u bekend")

    reader.press("n")
    reader.wait_for("Answer 2")
    reader.press("l")
    reader.press("\r")
    reader.wait_for("Answer 6 and 7")
    reader.press("\x7f")
    reader.wait_for("Answer 2")

    reader.press("b")
    reader.wait_for("Bookmark")
    reader.press("q")
    assert reader.wait_for_the_end() == 0

    again = Terminal(command, environment(tmp_path))
    again.wait_for("Answer 2")
    again.press("B")
    again.wait_for("704, answer 2")
    again.press("\x1b")
    again.wait_until(lambda: "Bookmarks" not in again.text(), "the list of bookmarks is closed")
    again.press("q")
    assert again.wait_for_the_end() == 0
