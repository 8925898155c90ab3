"""Where the page heads and feet of an OpenDocument text stand: by its master pages, each of them once."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from kvtui.sources.composing.flow import Edges, Flow
from kvtui.sources.lines import Line
from kvtui.sources.odt.styles import STYLE

_HEADS = ("header-first", "header", "header-left")
_FEET = ("footer-first", "footer", "footer-left")


class MasterPages:
    """The kinds of pages; the reader of the text says where pages of another kind begin."""

    def __init__(self, masters: etree._Element | None) -> None:
        """`masters` is the element office:master-styles."""
        found = [] if masters is None else masters.findall(f"{STYLE}master-page")
        self._masters = {master.get(f"{STYLE}name", ""): master for master in found}
        first = "Standard" if "Standard" in self._masters else next(iter(self._masters), "")
        self._begins = {0: first}

    def begin(self, name: str, flow: Flow) -> None:
        """From the page that the flow has come to, pages are of this kind."""
        self._begins[len(flow.pages) - 1] = name

    def with_edges(
        self, pages: list[list[Line]], read: Callable[[etree._Element], list[Line]]
    ) -> list[list[Line]]:
        """The pages with heads and feet at the first page that shows them."""
        edges_once = Edges(read)
        result = []
        name = ""
        for number, page in enumerate(pages):
            names = [self._begins.get(number, self._next(name))]
            last = number + 1 == len(pages) or number + 1 in self._begins
            while last and self._next(names[-1]) not in ["", *names]:
                names.append(self._next(names[-1]))
            name = names[0]
            edges = []
            for kinds in (_HEADS, _FEET):
                edges.append([line for each in self._shown(names, kinds) for line in edges_once.lines(each)])
            result.append([*edges[0], *page, *edges[1]])
        return result

    def _next(self, name: str) -> str:
        """The kind of the page after one of this kind."""
        master = self._masters.get(name)
        return "" if master is None else master.get(f"{STYLE}next-style-name", name)

    def _shown(self, names: list[str], kinds: tuple[str, ...]) -> list[etree._Element]:
        masters = [self._masters[name] for name in names if name in self._masters]
        found = [master.find(f"{STYLE}{kind}") for master in masters for kind in kinds]
        return [each for each in found if each is not None and each.get(f"{STYLE}display") != "false"]
