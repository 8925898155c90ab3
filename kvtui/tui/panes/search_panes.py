"""The panes of the search screen, as those who fill them know them."""

from __future__ import annotations

from dataclasses import dataclass

from kvtui.tui.panes.count_list import CountList
from kvtui.tui.panes.frame import Frame
from kvtui.tui.panes.key_bar import KeyBar
from kvtui.tui.panes.query_line import QueryLine
from kvtui.tui.panes.result_list import ResultList
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.panes.told_line import ToldLine


@dataclass(frozen=True, slots=True)
class SearchPanes:
    """Everything that shows, from top to bottom."""

    line: QueryLine
    told: ToldLine
    """How the query was read, and how much was found."""
    results: ResultList
    words: TextPane
    """In the place of results where there are none."""
    facets: CountList
    frame: Frame
    """Around the three before."""
    key_bar: KeyBar


def search_panes(text: str, history: tuple[str, ...]) -> SearchPanes:
    """Empty panes with a query, and the queries before it, the latest last."""
    results, words, facets = ResultList(id="results"), TextPane(id="words"), CountList(id="facets")
    return SearchPanes(
        QueryLine(text, history, id="query"),
        ToldLine(id="told"),
        results,
        words,
        facets,
        Frame(results, words, facets, id="search-frame"),
        KeyBar(id="search-keys"),
    )
