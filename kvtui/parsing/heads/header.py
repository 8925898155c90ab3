"""The header of a publication: its rows as paragraphs, and the facts they state.

"Vragen van … aan … over … (ingezonden …)." "Antwoord van … (ontvangen …)." Who the people are is
told by `people`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kvtui.model import Addressee, Asker, Respondent
from kvtui.parsing.heads.dates import first_date
from kvtui.parsing.heads.people import addressees_in, askers_in, respondents_in
from kvtui.parsing.rows import Joint, Row

_PART = re.compile(
    r"(?:Mondelinge\s)?[Vv](?:ragen|raag)\s?van\s|(?:Nader\s|Aanvullend\s|Gezamenlijk\s)?[Aa]ntwoord(?:en)?\s?van\s"
    r"|Mededeling\s?van\s|Zie ook\s|\(?(?:ingezonden|Ingezonden)\s|AH\s?\d{1,5}\Z|Nr\.?\s?\d{1,5}\Z"
    r"|\d{4}\s?Z\s?\d{4,5}\Z|\d{1,5}[A-Za-z]?\Z|Herdruk"
)
_LEAD = re.compile(
    r"(?:AH\s?\d{1,5}|\d{4}\s?Z\s?\d{5}|\(ingezonden\s[^()]{4,30}\))\s(?=AH\s|\d{4}\s?Z|\(ingez|Vra|Antw|Meded|Mondel)"
)
_QUESTIONS = re.compile(
    r"(?P<oral>Mondelinge\s)?(?:Vragen|Vraag)\s?van\s(?>(?P<askers>.*?)\s(?:op\s\d[^()]{0,40}medegedeeld\s)?aan\s?(?=(?:de|het|minister|staats)\b|deM|deS|[MS][it]))"
    r"(?P<addressees>.*?)\s?(?:over\s|over(?=de[nrtz]?\s|het)|\b(?:inzake|betreffende|omtrent)\s|(?=\(ingezonden))(?P<subject>.*)",
    re.DOTALL | re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(?:[Aa]ntwoord(?:en)?|(?P<notice>Mededeling))\s?van\s(?=(?:de\s)?(?:Minister|Staatssecretaris|minister|staatssecretaris|de\s))(?P<who>.*?)"
    r"(?=\({1,3}\s?[Oo]ntvangen|\Z)",
    re.DOTALL,
)
# What a notice without the sentence above says of the questions.
_ANNOUNCED = re.compile(
    r"\b(?:heeft|hebben)\s(?P<askers>(?:het|de)\s(?:lid|leden)\s.{3,300}?)\s(?:schriftelijke\s)?(?:[Kk]amer)?vragen\sgesteld"
    r"\saan\s(?P<addressees>.{5,400}?)\sover\s(?P<subject>.{3,600}?)(?:\.(?=\s|\Z)|\Z)",
    re.DOTALL,
)
_SUBMITTED = re.compile(r"\(?\s?ingezonden\s?:?\s?(?:op\s)?(?P<date>\d[^()]{3,40})", re.IGNORECASE)
_RECEIVED = re.compile(r"\bontvangen\s?:?\s?(?P<date>\d[^()]{4,40})", re.IGNORECASE)
_ON_BEHALF = re.compile(r",?\s*(?:mede|ook)\s+namens\s+", re.IGNORECASE)
_SUBJECT_END = re.compile(
    r"\s*[.:,]?\s*\(\s?ingezonden\b(?!\)|\s(?!op\s)[a-z]).*\Z|\s*\((?:beiden|allen)\s*ingezonden.*\Z",
    re.DOTALL | re.IGNORECASE,
)
_HYPHENATED = re.compile(r"(?<=[a-zà-ÿ])- (?!(?:en|of|dan|tot)\b)(?=[a-zà-ÿ])")


@dataclass(frozen=True, slots=True)
class HeaderFacts:
    """What a header states."""

    askers: tuple[Asker, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    respondents: tuple[Respondent, ...] = ()
    on_behalf_of: tuple[Addressee, ...] = ()
    subject: str | None = None
    submitted: date | None = None
    received: date | None = None
    oral: bool = False
    notice: bool = False

    @property
    def stated(self) -> bool:
        """Whether anything was found that only Kamervragen have."""
        return bool(self.askers or self.respondents)


def header_groups(rows: list[Row]) -> list[list[Row]]:
    """The header's rows in the groups that are its paragraphs; the last may run on into the body."""
    groups: list[list[Row]] = []
    for row in (piece for whole in rows for piece in _without_lead(whole)):
        if not groups or _begins_paragraph(groups[-1][-1], row):
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _begins_paragraph(above: Row, row: Row) -> bool:
    """Whether a row of a header begins a paragraph: by its words, a blank line, or as the format tells."""
    if row.text[:1].islower():
        return above.ended is not False and _PART.match(row.text) is not None
    told = above.ended is True and row.joint >= Joint.LINE
    return told or row.joint >= Joint.BLANK or _PART.match(row.text) is not None


def _without_lead(row: Row) -> Iterator[Row]:
    """The row, cut behind each number with which a header that lost its lines begins."""
    found = _LEAD.match(row.text)
    while found and found.end() < len(row.text):
        lead, row = row.split(found.end(), Joint.SPACE)
        yield lead
        found = _LEAD.match(row.text)
    yield row


def is_header_paragraph(text: str) -> bool:
    """Whether a paragraph belongs to a header by its first words."""
    return _PART.match(text) is not None


def facts_of(paragraphs: list[str]) -> HeaderFacts:
    """What the header's paragraphs state; what they lack is empty or None."""
    whole = "\n".join(paragraphs)
    questions = next((q for q in map(_QUESTIONS.match, _sentences(paragraphs)) if q), None)
    answer = _ANSWER.search(whole)
    if questions is None and answer and answer["notice"]:
        questions = _ANNOUNCED.search(whole)
    submitted = _SUBMITTED.search(whole)
    received = _RECEIVED.search(whole, answer.end() if answer else 0)
    who, behalf = _who_answers(answer["who"]) if answer else ("", "")
    return HeaderFacts(
        askers=askers_in(questions["askers"]) if questions else (),
        addressees=addressees_in(questions["addressees"]) if questions else (),
        respondents=respondents_in(who),
        on_behalf_of=addressees_in(behalf),
        subject=_subject(questions["subject"]) if questions else None,
        submitted=first_date(submitted["date"]) if submitted else None,
        received=first_date(received["date"]) if received else None,
        oral=bool(questions and questions.groupdict().get("oral")),
        notice=bool(answer and answer["notice"]),
    )


def _sentences(paragraphs: list[str]) -> list[str]:
    return [p for p in paragraphs if re.match(r"(?:Mondelinge\s)?[Vv](?:ragen|raag)\s?van\s", p)]


def _who_answers(text: str) -> tuple[str, str]:
    """Who signs, and on whose behalf."""
    parts = _ON_BEHALF.split(text, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


def _subject(text: str) -> str | None:
    subject = re.split(
        r"\n|\s(?=Antwoord(?:en)?\svan\s(?:de\s)?[MSms])", _SUBJECT_END.sub("", text), maxsplit=1
    )[0]
    subject = _HYPHENATED.sub("", " ".join(subject.split())).strip(" :")
    if subject.endswith(".") and not subject.endswith("..."):
        subject = subject[:-1]
    return subject or None
