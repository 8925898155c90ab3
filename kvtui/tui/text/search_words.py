"""The English words of the search: how many were found, where a result is, what can be typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kvtui.library.links.wording import count_words
from kvtui.library.query.numbers import identifiers_of
from kvtui.model import TextPart, official_url
from kvtui.tui.text.blocks import Block, Ink, PaneText, Span
from kvtui.tui.text.wording import PART_WORDS, number_words

if TYPE_CHECKING:
    from kvtui.library.search.results import Results

_EXAMPLES = (
    ("asiel opvang", "both words, in any of their forms, also as a part of a compound"),
    ('"veilig land"', "exactly these words, one behind the other"),
    ("ijs OR sneeuw", "either word; brackets hold together: (ijs OR sneeuw) trein"),
    ("opvang -crisis", "without a word; NOT does the same"),
    ("veilig*", "all words that begin so"),
    ("", ""),
    ("lid: partij:", "who asks: lid:omtzigt partij:sp"),
    ("aan: van:", 'to which ministry, answered by whom: aan:jenv van:"de jonge"'),
    ("jaar: na: voor:", "session year and dates: jaar:2023-2024 na:2024-02 voor:2024-03-15"),
    ("dagen: vragen:", "days until the answer, number of questions: dagen:>42 vragen:>20"),
    ("vraag: antwoord:", "only in questions, only in answers; noot: and onderwerp: too"),
    ("soort: onbeantwoord:", "answer, notice, questions, oral; onbeantwoord:ja"),
    ("kort: gezamenlijk:", "answers of three words at most, joint answers: kort:ja"),
    ("verwijst: zaak: nr:", "what cites a publication: verwijst:ah-tk-20232024-1059"),
    ("", ""),
    ("1059", "a document by its number, as printed, as an identifier, or a pasted address"),
)
_HANG = 22


def found_words(results: Results, width: int) -> str:
    """ "1,204 places in 310 documents · 3 ms", in as many words as a screen of that width has room for."""
    documents = results.documents
    if asks_nothing(results):
        return ""
    if not results.total and results.numbered:
        return count_words(len(results.numbered), "document")
    if not results.total:
        return "none" if width < 60 else "nothing found"
    if width < 60:
        return f"{_total(results)} in {documents.count:,}" if documents else _total(results)
    words = f"{_total(results)} {'place' if results.total == 1 else 'places'}"
    if documents:
        about = "about " if documents.is_estimate else ""
        words += f" in {about}{count_words(documents.count, 'document')}"
    if results.numbered:
        words = f"{len(results.numbered):,} by number · {words}"
    return words if width < 80 else f"{words} · {max(1, round(results.milliseconds))} ms"


def _total(results: Results) -> str:
    return f"{results.total:,}" if results.is_counted else f"{results.total:,}+"


def position_words(row: int, rows: int, results: Results | None) -> str:
    """ "3 of 1,204": which row is current; with a plus where not all rows are counted yet."""
    if not rows:
        return ""
    return f"{row + 1:,} of {rows:,}" + ("" if results is None or results.is_counted else "+")


def place_words(part: TextPart, number: int | None, numbers: Sequence[int]) -> str:
    """Where a result is: "answer 2 and 3", "question 4"; empty for a document as a whole."""
    if part is TextPart.HEADER:
        return ""
    if part is TextPart.ANSWER and numbers:
        return f"{PART_WORDS[part]} {number_words(numbers)}"
    return PART_WORDS[part] if number is None else f"{PART_WORDS[part]} {number}"


def progress_words(read: int, total: int, width: int) -> str:
    """How far the library has been read, while it is."""
    return f"{read:,} of {total:,} read" if width >= 60 else f"{read:,}/{total:,}"


def help_text(width: int) -> PaneText:
    """What can be typed; where a screen of that width has no room for two columns one below the other."""
    blocks: list[Block] = []
    for typed, words in _EXAMPLES:
        spans = (Span(0, len(words), Ink.MUTED),)
        if not typed:
            blocks.append(Block())
        elif width < 60:
            blocks.append(Block(typed, Ink.LABEL))
            blocks.append(Block(words, label=" ", hang=2, spans=spans))
        else:
            blocks.append(Block(words, label=typed, hang=_HANG, spans=spans, ink=Ink.LABEL))
    return PaneText(tuple(blocks))


def asks_nothing(results: Results) -> bool:
    """Whether nothing was typed yet that can be looked for."""
    return results.query.node is None and not identifiers_of(results.query.text)


def nothing_text(results: Results, sign: str) -> PaneText:
    """That nothing was found, and what could be meant; `sign` is the key that takes it.

    Of a document that was asked for by its number: that it is not there, and where it is published.
    """
    blocks = [Block(), Block("Nothing found so far." if results.unread else "Nothing found.")]
    if results.query.node is None and (identifiers := identifiers_of(results.query.text)):
        url = official_url(identifiers[0])
        blocks = [Block(), Block(f"{identifiers[0]} is not in the library.")]
        blocks += [Block(f"Its official page: {url}", Ink.MUTED)] if url else []
    elif results.suggestions:
        blocks += [Block(), Block(suggestion_words(results.suggestions, sign), Ink.WARNING)]
    return PaneText(tuple(blocks))


def suggestion_words(suggestions: Sequence[tuple[str, str]], sign: str) -> str:
    """ "Did you mean asielopvang? ctrl+y"."""
    return f"Did you mean {' '.join(nearest for _, nearest in suggestions)}? {sign}"


def problem_text(problem: str) -> PaneText:
    """Why one cannot search."""
    return PaneText((Block(), Block(problem, Ink.WARNING)))


def corrected(text: str, suggestions: Sequence[tuple[str, str]]) -> str:
    """The query with each misspelt word as it is proposed."""
    for typed, nearest in suggestions:
        at = text.casefold().find(typed.casefold())
        if at >= 0:
            text = text[:at] + nearest + text[at + len(typed) :]
    return text
