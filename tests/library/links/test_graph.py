"""The graph of a library."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from kvtui.library.links.graph import Edge, Node, graph_of, to_dot, to_json, whole_graph
from kvtui.model import DocumentKind, TextPart
from tests.library.links.making import answer, cites, entry_in, library

MARCH, APRIL = date(2099, 3, 12), date(2099, 4, 1)


def test_a_document_with_what_it_cites_and_what_cites_it(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path,
        answer(12, MARCH),
        answer(40, APRIL, answers=("Nee.", f"Zie {cites(12)}, antwoord op vraag 3, en {cites(7)}.")),
        answer(41, APRIL),
    )
    pieces = list(graph_of(entry_in(catalogue, 40), catalogue))
    nodes = [piece for piece in pieces if isinstance(piece, Node)]
    assert [(node.name, node.is_in_library) for node in nodes] == [
        ("ah-tk-20982099-40", True),
        ("ah-tk-20982099-12", True),
        ("ah-tk-20982099-7", False),
    ]
    assert (nodes[0].kind, nodes[0].day, nodes[0].subject) == (DocumentKind.ANSWER, APRIL, "de pont")
    first, _ = (piece for piece in pieces if isinstance(piece, Edge))
    assert (first.source, first.part, first.numbers) == ("ah-tk-20982099-40", TextPart.ANSWER, (2,))
    assert (first.target, first.questions, first.is_certain) == ("ah-tk-20982099-12", (3,), True)
    inward = [piece for piece in graph_of(entry_in(catalogue, 12), catalogue) if isinstance(piece, Edge)]
    assert [edge.source for edge in inward] == ["ah-tk-20982099-40"]


def test_the_whole_library_has_each_node_once_and_each_citation(tmp_path: Path) -> None:
    catalogue = library(
        tmp_path,
        answer(12, MARCH, answers=(f"Zie {cites(7)}.",)),
        answer(40, APRIL, answers=(f"Zie {cites(12)} en {cites(7)}.", "Zie Kamerstuk 36 999.")),
    )
    pieces = list(whole_graph(catalogue))
    names = [piece.name for piece in pieces if isinstance(piece, Node)]
    assert sorted(names) == ["ah-tk-20982099-12", "ah-tk-20982099-40", "ah-tk-20982099-7"]
    edges = {(piece.source[-2:], piece.target) for piece in pieces if isinstance(piece, Edge)}
    assert edges == {
        ("12", "ah-tk-20982099-7"),
        ("40", "ah-tk-20982099-12"),
        ("40", "ah-tk-20982099-7"),
        ("40", None),
    }


def test_json_is_one_object_a_line() -> None:
    node = Node("ah-tk-20982099-12", "answer", DocumentKind.ANSWER, MARCH, "de «pont»\u2028")
    edge = Edge("a", TextPart.ANSWER, (2, 3), "b", (7,), True, "nr. 7")
    assert to_json(node).isascii()
    assert json.loads(to_json(node)) == {
        "type": "node",
        "identifier": "ah-tk-20982099-12",
        "kind": "answer",
        "date": "2099-03-12",
        "subject": "de «pont»\u2028",
        "in_library": True,
    }
    assert json.loads(to_json(edge)) == {
        "type": "edge",
        "source": "a",
        "part": "answer",
        "numbers": [2, 3],
        "target": "b",
        "questions": [7],
        "certain": True,
        "text": "nr. 7",
    }


def test_dot_holds_any_text_within_its_quotes() -> None:
    rude = 'a"; b\\\n\x1b[31m'
    node = Node(rude, rude, subject=rude, is_in_library=False)
    edge = Edge(rude, TextPart.ANSWER, (2,), rude, (7,), False, rude)
    lines = list(to_dot([node, edge]))
    assert "\x1b" not in "".join(lines)
    for line in lines[1:-1]:
        without_strings = re.sub(r'"(?:[^"\\\n]|\\.)*"', "S", line)
        assert re.fullmatch(
            r"  S (?:-> S )?\[(?:label|tooltip)=S(?:, \w+=(?:S|dashed))*\];\n", without_strings
        )
    assert "answer 2 → 7" in lines[2]
    assert lines[-1] == "}\n"
