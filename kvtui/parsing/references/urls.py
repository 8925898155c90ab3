"""Web addresses: with http(s) or www, put together again where a line end cut them.

Bare domains ("nos.nl/…") are left alone: too much running text looks like them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kvtui.model.document import ReferenceKind
from kvtui.parsing.lazy import lazy
from kvtui.parsing.references.found import Found
from kvtui.parsing.references.identifiers import find_identifiers

_CHARACTERS = r"[^\s<>«»“”„\"|{}\\^`]"
_BEGIN = lazy(r"https?://|(?<![@.-])www\.")
_RUN = lazy(rf"{_CHARACTERS}*")
_SECOND = lazy(r"[,;)\]]\(?https?://")
_GLUED_SENTENCE = lazy(r"[.?!](?=[A-ZÀ-Þ][a-zà-þ]+\Z)")
_HOST = lazy(r"(?:https?://)?[^/\s]*[^/\s.]\.[A-Za-z]{2}")
_NEXT = lazy(r"\s(?P<next>[a-z0-9%~][^\s<>«»“”„\"|{}\\^`]*)")
_NEXT_AFTER_MARK = lazy(r"\s(?P<next>[/?&=#_%][a-zA-Z0-9][^\s<>«»“”„\"|{}\\^`]*)")
_OF_AN_ADDRESS = frozenset("-/_=%~.#")
_TRAILING = ".,;:!?'’‘…*"


def find_urls(text: str) -> Iterator[Found]:
    """The addresses of one text with, where they hold identifiers, the publications they lead to.

    Such an address is cut in two for that: its beginning is the reference to the address (with the whole
    address as target), the identifiers are references to the publication.
    """
    reached = 0
    for begin in _BEGIN().finditer(text) if "http" in text or "www." in text else ():
        if begin.start() < reached:
            continue
        address, end = _read(text, begin.start(), begin.end())
        if not _HOST().match(address):
            continue
        reached = end
        target = address if address.startswith("http") else f"https://{address}"
        yield from _with_publications(text, begin.start(), end, target)


def _with_publications(text: str, start: int, end: int, target: str) -> Iterator[Found]:
    publications: dict[int | str, int] = {}
    for found in sorted(find_identifiers(text[start:end]), key=lambda found: found.start):
        publications.setdefault(found.targets[0], start + found.start)
    ends = [*publications.values(), end]
    yield Found(start, ends[0], ReferenceKind.URL, (target,))
    for (publication, at), behind in zip(publications.items(), ends[1:], strict=True):
        yield Found(at, behind, ReferenceKind.PUBLICATION, (publication,))


def _read(text: str, start: int, behind_scheme: int) -> tuple[str, int]:
    """The address from `start`, without the spaces that line ends left in it, and the offset behind it."""
    run = _RUN().match(text, behind_scheme)
    end = run.end() if run else behind_scheme
    pieces = [text[start:end]]
    while following := _continuation(text, end, pieces[-1]):
        pieces.append(following)
        end += 1 + len(following)
    last = pieces.pop()
    kept = _without_tail(last, "".join(pieces))
    return "".join(pieces) + kept, end - (len(last) - len(kept))


def _continuation(text: str, end: int, piece: str) -> str | None:
    """The piece behind a space that belongs to the address, which ends in "-" or "/" or goes on with "/"."""
    if _SECOND().search(piece):
        return None
    following = _NEXT().match(text, end)
    if piece.endswith(("://", "www.")):
        return following["next"] if following and "." in following["next"][:-1] else None
    if piece[-1] in "-_=&":
        return following["next"] if following else None
    if piece[-1] == "/":
        return following["next"] if following and _is_of_an_address(following["next"]) else None
    marked = _NEXT_AFTER_MARK().match(text, end)
    return marked["next"] if marked else None


def _is_of_an_address(word: str) -> bool:
    word = word.rstrip(_TRAILING)
    return len(word) > 5 and not _OF_AN_ADDRESS.isdisjoint(word)


def _without_tail(piece: str, before: str) -> str:
    """The piece without a second address, a glued sentence, closing punctuation and unpaired brackets."""
    second = _SECOND().search(piece)
    if second:
        piece = piece[: second.start()]
    glued = _GLUED_SENTENCE().search(piece)
    if glued and "/" in (before + piece[: glued.start()]).removeprefix("https://").removeprefix("http://"):
        piece = piece[: glued.start()]
    unpaired = {
        closing: before.count(closing) + piece.count(closing) - before.count(opening) - piece.count(opening)
        for closing, opening in (")(", "][")
    }
    end = len(piece)
    while end and (piece[end - 1] in _TRAILING or unpaired.get(piece[end - 1], 0) > 0):
        end -= 1
        if piece[end] in unpaired:
            unpaired[piece[end]] -= 1
    return piece[:end]
