"""Web addresses, whole again where a line end cut them."""

from __future__ import annotations

import pytest

from kvtui.model.document import ReferenceKind
from tests.parsing.references.helpers import addresses, cited, context, found


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Zie https://voorbeeld.nl/pont.", "https://voorbeeld.nl/pont"),
        ("Zie www.voorbeeld.nl/pont, 3 mei", "https://www.voorbeeld.nl/pont"),
        ("(https://voorbeeld.nl/pont-a4872877).", "https://voorbeeld.nl/pont-a4872877"),
        ("(https://voorbeeld.nl/pont_(schip))", "https://voorbeeld.nl/pont_(schip)"),
        ("«Pont» (https:// voorbeeld.nl/pont)", "https://voorbeeld.nl/pont"),
        ("https://voorbeeld.nl/pont-vaart- niet-meer)", "https://voorbeeld.nl/pont-vaart-niet-meer"),
        ("https://voorbeeld.nl/over- ponten/", "https://voorbeeld.nl/over-ponten/"),
        ("www.voorbeeld.nl/nieuws/ artikel/de-pont).", "https://www.voorbeeld.nl/nieuws/artikel/de-pont"),
        ("www.voorbeeld.nl/lange_ naam/b1", "https://www.voorbeeld.nl/lange_naam/b1"),
        ("https://voorbeeld.nl/ is de bron", "https://voorbeeld.nl/"),
        ("(ttps://www.voorbeeld.nl/pont)", "https://www.voorbeeld.nl/pont"),
        ("1https://voorbeeld.nl/pont", "https://voorbeeld.nl/pont"),
        ("[pont](https://voorbeeld.nl/pont)", "https://voorbeeld.nl/pont"),
        ("https://voorbeeld.nl/#:~:text=Den%20Haag,pont", "https://voorbeeld.nl/#:~:text=Den%20Haag,pont"),
        ("https://voorbeeld.nl/pont.Zie", "https://voorbeeld.nl/pont"),
        ("‘https://voorbeeld.nl/pont’,", "https://voorbeeld.nl/pont"),
    ],
)
def test_forms(text: str, target: str) -> None:
    assert addresses(text) == [target]


def test_two_addresses() -> None:
    assert addresses("https://a.nl/x,https://b.nl/y") == ["https://a.nl/x", "https://b.nl/y"]


@pytest.mark.parametrize(
    "text", ["nos.nl/artikel/12", "pont@www.voorbeeld.nl", "http://", "www. en verder", "https:// is"]
)
def test_what_is_no_address(text: str) -> None:
    assert addresses(text) == []


def test_an_identifier_in_an_address_is_a_publication_too() -> None:
    text = "zie https:// www.tweedekamer.nl/detail?id=2031Z42029&did=2031D42030."
    assert addresses(text) == ["https://www.tweedekamer.nl/detail?id=2031Z42029&did=2031D42030"]
    assert cited(text) == ["2031Z42029", "2031D42030"]
    assert cited("https://www.eerstekamer.nl/wetsvoorstel/36518_wet") == []


def test_the_own_identifier_in_an_address_leaves_the_address() -> None:
    own = context(own=frozenset({"2031Z42029"}))
    (url,) = found("www.voorbeeld.nl?id=2031Z42029", ReferenceKind.URL, own)
    assert url.targets == ("https://www.voorbeeld.nl?id=2031Z42029",)
