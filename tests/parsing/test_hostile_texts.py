"""Long texts of one shape in one line: the parser finishes, and loses nothing.

Time is not measured: a rule that takes quadratic time on one of these does not end within the
patience of whoever runs the tests.
"""

from __future__ import annotations

import pytest

from kvtui.parsing import parse
from kvtui.sources import source_from_text
from tests.parsing.letters import letters, letters_of
from tests.parsing.making import HEAD

SIZE = 300_000
"""Characters."""
SHAPES = (
    "Vraag 1 ", "Vraag 1", "Vraag 1, ", "Vragen 1 t/m ", "Antwoord ", "Antwoord 1 Ja. ", "Antwoord op vraag 1, 2 en ",
    "1 ", "1", "12 ", "1, ", "1) ", "1.", "[1] ", "[", "1. Wat? ", "¹", "1\n", "\n", " \n", "(", ")", "()", "|",
    "((ingezonden ", "(ontvangen ", "«", "»", "-", "- - ", "a-\n", "a", "A", "é", " ", "\t", "\f", "\u202e", "\x1b[",
    "?", "?A", ".A", "wat?Kunt u", "Vragen van de leden A, ", "Vragen van het lid A (B) aan de Minister van ",
    "Minister van C en ", "over ", "aan de ", "Antwoord van Minister A (B), mede namens ", "Mededeling ",
    "Mededeling van Minister ", "Toelichting: ", "en ", "Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel ",
    "Tweede Kamer, vergaderjaar 2098–2099, Aanhangsel 1 ", "Vergaderjaar 2098–2099 ", "ISSN 0921 - 7398",
    "ah-tk-20982099-", "Aanhangsel Handelingen, vergaderjaar ", "zie het antwoord op vraag 1, 2, 3 en ",
    "Kamerstuk 98 012, nr. ", "https://a.nl/", "www.", "ECLI:", "2099Z01234 ", "Zie ook ", "de vorige vraag ",
    "uw antwoord op vraag 3 van het lid ", "Stb. 2098, ", "nr. 1 ",
)  # fmt: skip
MARKDOWN_SHAPES = (
    "#", "# ", "> ", "- ", "---\n", "* ", "*", "**a", "**a** ", "_a", "_", "_a_ ", "`", "\\", "\\*", "[", "[a](", "[a] ", "]",
    "![", "![a](", "<", "<a ", "<!--", "<sup>", "<sup>1</sup>", "<https://", "](", "|a", "[https://a.nl](", "www._a_",
)  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_text_of_one_shape_is_read_to_its_end(shape: str) -> None:
    text = shape * (SIZE // len(shape))
    assert letters_of(parse(source_from_text(text))) == letters(text)


@pytest.mark.parametrize("shape", MARKDOWN_SHAPES)
def test_a_long_markdown_text_of_one_shape_is_read_to_its_end(shape: str) -> None:
    text = shape * (SIZE // len(shape))
    assert letters_of(parse(source_from_text(text, format="markdown"))) == letters(text)


@pytest.mark.parametrize(
    "shape", ["1 ", "Vraag 2 ", "Antwoord 1 ", "bericht?1 ", "1 De Bode, 3 mei 2099 ", "zie vraag 1, "]
)
def test_a_long_text_behind_a_sound_beginning_is_read_to_its_end(shape: str) -> None:
    text = (
        HEAD
        + "Vraag 1\nDrijft zij?1\nAntwoord 1\nJa.\n"
        + shape * (SIZE // len(shape))
        + "\n1De Bode, 3 mei 2099\n"
    )
    assert letters_of(parse(source_from_text(text))) == letters(text)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Vragen van het lid ", " aan de Minister van Eb over touw (ingezonden 3 mei 2099).\n"),
        ("Vragen van het lid Bries (SV) aan de Minister van ", " over touw (ingezonden 3 mei 2099).\n"),
        ("Vragen van het lid Bries (SV) aan de Minister van Eb over ", " (ingezonden 3 mei 2099).\n"),
        ("Antwoord van Minister ", " (ontvangen 4 juni 2099).\n"),
        ("Vraag 1 t/m 9\n", "\n"),
    ],
)
@pytest.mark.parametrize(
    "shape",
    ["A, ", "(", "(A) ", "en ", "van ", "het lid ", "Minister ", "Justitie en Veiligheid en ", "mede namens ", "x- y ",
     "ingezonden ", "Kunt u? ", "Kunt u?\n\n", "12 "],
)  # fmt: skip
def test_a_header_or_a_group_without_an_end_is_read_to_it(before: str, shape: str, behind: str) -> None:
    text = before + shape * (SIZE // 10 // len(shape)) + behind + "Vraag 1\nDrijft zij?\nAntwoord 1\nJa.\n"
    assert letters_of(parse(source_from_text(text))) == letters(text)


@pytest.mark.parametrize("end", ["\n", "\n\n", "\f", " "])
def test_a_set_of_very_many_questions_is_read_to_its_end(end: str) -> None:
    body = end.join(
        f"Vraag {n}{end}Drijft brug {n}?{end}Antwoord {n}{end}Ja, zie vraag {n}." for n in range(1, 4000)
    )
    text = HEAD + body
    assert letters_of(parse(source_from_text(text))) == letters(text)


def test_very_many_footnotes_are_read_to_their_end() -> None:
    text = HEAD + "Vraag 1\nWat?\nAntwoord 1\n" + "".join(f"Brug?{n}\n" for n in range(1, 900))
    text += "".join(f"{n}De Bode, {n} mei 2099\n" for n in range(1, 900))
    assert letters_of(parse(source_from_text(text))) == letters(text)
