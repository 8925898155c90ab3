"""Small things of Dutch prose that several finders need: sentences, months, words broken at a line end."""

from __future__ import annotations

from kvtui.parsing.lazy import lazy

MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan|feb|febr|mrt|apr|jun|jul|aug|sept|sep|okt|nov|dec)\b"
)
DATE = rf"\d{{1,2}}\s*{MONTH}\.?(?:\s*\d{{4}})?"

_WINDOW = 160
_DIGIT = lazy(r"\d")
_SENTENCE_END = lazy(r"[.!?…][»”’\"')\]]*\s*(?=[«“‘\"'(]?[A-ZÀ-Þ])")
_ABBREVIATION = lazy(
    r"(?:\b(?:nrs?|no|art|artt|jl|dd|blz|bijv|resp|vgl|mr|dr|drs|ir|prof|Stb|Stcrt|incl|ca|enz|sub|p|pp|St)"
    r"|\b[A-Za-z]|\.[A-Za-z]{1,2})\.\Z"
)


def broken(syllables: str) -> str:
    """A pattern for a word that a line end may have cut: `Ka-mer` finds Kamer, Ka-mer and Ka- mer."""
    return syllables.replace("-", r"(?:-\s?)?")


def names_question_or_answer(text: str) -> bool:
    """Whether "vraag", "vragen" or "antwoord" is in a text: this is told much faster than where."""
    return "raag" in text or "ragen" in text or "ntwoord" in text


def has_digit(text: str) -> bool:
    """Whether a text can cite anything by number or year: most paragraphs cannot."""
    return any(map(text.__contains__, "0123456789")) or (
        not text.isascii() and _DIGIT().search(text) is not None
    )


def sentence_before(text: str, offset: int) -> str:
    """What stands before the offset in the same sentence, as far as it matters (160 characters)."""
    first = max(0, offset - _WINDOW)
    chunk = text[first : offset + 1]  # one more, to see whether it is a capital
    begin = 0
    for end in _SENTENCE_END().finditer(chunk):
        if not _is_abbreviation(chunk, end.start()):
            begin = end.end()
    return chunk[begin : offset - first]


def sentence_after(text: str, offset: int) -> str:
    """What stands behind the offset in the same sentence, as far as it matters (160 characters)."""
    chunk = text[offset : offset + _WINDOW]
    for end in _SENTENCE_END().finditer(chunk):
        if not _is_abbreviation(chunk, end.start()):
            return chunk[: end.start()]
    return chunk


def _is_abbreviation(chunk: str, dot: int) -> bool:
    return chunk[dot] == "." and _ABBREVIATION().search(chunk[max(0, dot - 8) : dot + 1]) is not None
