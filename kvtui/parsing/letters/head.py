"""The head of a minister's letter: what its letterhead, its sentences, its signatures and its title state.

For letters of any ministry, whatever the order; official publications are for `header`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kvtui.model import Addressee, Asker
from kvtui.parsing.heads.dates import first_date
from kvtui.parsing.heads.header import HeaderFacts
from kvtui.parsing.heads.identity import case_number_in
from kvtui.parsing.letters.people import (
    members_in,
    ministers_answering,
    ministers_asked,
    ministers_behind,
    signatures_in,
)
from kvtui.parsing.letters.pieces import Pieces, pieces_of
from kvtui.parsing.letters.signs import ABOUT_QUESTIONS, LETTER, LONGEST_HEAD, TITLE, Letter

_QUESTIONS_TITLE = re.compile(
    r"(?:(?:schriftelijke|kamer)\s?)?vragen\s(?:van|gesteld\sdoor)\s(?:het|de)\s", re.IGNORECASE
)
_SALUTATION = re.compile(
    r"(?:zeer\s)?geachte\s(?:heer\s|mevrouw\s|mw\.\s)?(?:de\s)?voorzitter|geachte\s[^.]{0,60}voorzitter",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\s(?:over|inzake|betreffende|omtrent|aangaande|rondom|met\sbetrekking\stot|m\.b\.t\.|ten\saanzien\svan|naar\saanleiding\svan|n\.a\.v\.)\s+",
    re.IGNORECASE,
)
_SUBJECT_TAIL = re.compile(
    r"\s*[,.:]?\s*(?:\((?:[^()]*?\s)?(?:ingezonden|uw\skenmerk|kenmerk|ons\skenmerk|vraagnummer|zaaknummer|nr\.?|\d{4}\s?Z\s?\d{4,5})[^()]*\)"
    r"|,?\s(?:ingezonden|met\s(?:het\s)?kenmerk|kenmerk|met\snummer|nr\.|d\.d\.)\s.{0,80}|\d{4}\s?Z\s?\d{5})\s*[.,:]?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
# Where a sentence of the letter itself goes on behind the subject of the questions.
_SENTENCE_GOES_ON = re.compile(
    r"\s*[,;]?\s*\(\s?(?:ingezonden|uw\skenmerk|kenmerk|nr\b|\d{4}\s?Z)"
    r"|\s*,\s(?:die|welke|ingezonden|mede\snamens|ook\snamens|met\skenmerk|kenmerk|uw\skenmerk|toegezonden|gesteld|zoals|deel|bericht|zend|bied|stuur|treft|ontvangen)\b"
    r"|\s(?:worden|wordt|zijn|kunnen|kan|zullen|zal)\s(?:hierbij\s|hieronder\s|als\svolgt\s|door\s[^.]{0,80}\s|niet\s|helaas\s|ik\s|beantwoord|gesteld|ingezonden|op\s\d|in\sde\sbijlage|binnen|nog\s)"
    r"|\s(?:is|was)\s(?:niet|helaas|binnen)\b|\sbinnen\s(?:de|drie)\s[^.]{0,40}(?:termijn|weken)|\s(?:vergt|vraagt)\s(?:helaas\s)?meer"
    r"|\s(?:met\s(?:het\s)?kenmerk|onder\snummer|toekomen|aan\sals\sbijlage|deel\sik\su|zend\sik\su|bied\sik\su|stuur\sik\su|die\sop\s\d|die\sik\s|die\su\s|die\smij\s|bericht\sik)\b"
    r"|\.(?=\s+[A-ZÀ-Þ]|\s*\Z)|\.?\s*\Z",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^”“]*[”“]|‘[^’]*’(?!\w)|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
_SUBMITTED = re.compile(
    r"\bingezonden\s?:?\s?(?:op\s|d\.?d\.?\s|per\s)*(?P<behind>\d[^()]{3,40})"
    r"|\bop\s(?P<before>\d{1,2}\s[a-z]+\s\d{4})\s(?:zijn\s|werden\s)?ingezonden",
    re.IGNORECASE,
)
_POSTPONED = re.compile(
    r"\buitstel\b[^.?!]{0,120}(?:beantwo|vragen)|beantwo[^.?!]{0,120}\b(?:uitstel\b|(?:vergt|vraagt|kost)\s(?:helaas\s)?meer)"
    r"|\buitstel(?:brief|bericht)"
    r"|vragen\b[^.?!]{0,200}\b(?:ingetrokken|beantwoord\s(?:middels|bij|met)\s(?:een\s|mijn\s)?brief)",
    re.IGNORECASE,
)
_NOT_IN_TIME = (
    re.compile(r"\b(?:niet|onmogelijk)\b", re.IGNORECASE),
    re.compile(r"\b(?:\w*termijn|drie\sweken|tijdig)\b", re.IGNORECASE),
    re.compile(r"beantwo", re.IGNORECASE),
)
_VERB = re.compile(r"\b(?:kan|kunnen|zal|zullen|is|lukt|vergt|vraagt)\b", re.IGNORECASE)
_SENDS_ANSWERS = re.compile(
    r"(?:hierbij|bijgaand|bijgevoegd|hiermee|hiermede)\b[^.?!]{0,200}\bantwoorden\b|beantwoord\szoals\saangegeven"
    r"|(?:zend|bied|stuur|doe)\s(?:ik|wij)\s[^.?!]{0,160}\bantwoorden\b",
    re.IGNORECASE,
)
_TO_FIRST_QUESTION = re.compile(r"\s(?=(?:Vraag|Antwoord)\s\d)")
_LEAD_OF_SUBJECT = re.compile(
    r"(?:(?:aanbieding|uitstel(?:brief|bericht)?|(?:nadere\s)?beantwoording|antwoord(?:en)?|reactie|op|van|de|het|schriftelijke|kamervragen|vragen)\b[\s:]*)+",
    re.IGNORECASE,
)


def letter_facts(paragraphs: list[str], letterhead: Iterable[str] = ()) -> Letter | None:
    """What the paragraphs above the first question state, where they are a minister's letter's head.

    `letterhead` is what a format knows to stand in page heads and margins. None for what `signs`
    lets through but is none.
    """
    whole = "\n".join(paragraphs)[:LONGEST_HEAD]
    pieces = pieces_of(paragraphs)
    beside = pieces_of([line for line in letterhead if line.strip()])
    titles = [piece for piece in pieces.running if _is_title(piece)]
    if not (titles or LETTER().search(whole) or pieces.labels + beside.labels > 1):
        return None
    titles += [piece for piece in pieces.running if _QUESTIONS_TITLE.match(piece)]
    titles = [_TO_FIRST_QUESTION.split(title)[0] for title in titles]
    sentences = [p for p in pieces.running if p not in titles and ABOUT_QUESTIONS.search(p)]
    subjects = [*pieces.subjects, *beside.subjects]
    facts = _people(titles, sentences, subjects, pieces)
    notice = _is_notice(whole, titles)
    facts = replace(facts, subject=_subject(subjects, titles, sentences), notice=notice)
    facts = replace(facts, submitted=_submitted([*titles, *sentences, *pieces.running]))
    if not (facts.askers or titles or subjects or notice):
        return None
    case_number = _case_number(pieces, beside, titles)
    return Letter(facts, case_number, _message(paragraphs) if notice else None)


def _people(titles: list[str], sentences: list[str], subjects: list[str], pieces: Pieces) -> HeaderFacts:
    places = [*titles[:1], *subjects[:1], *sentences, *titles[1:]]
    below = _below_salutation(pieces.running)
    signed = signatures_in([piece for piece in below if piece not in titles])
    respondents = signed.respondents
    if not respondents:
        respondents = next((who for who in map(ministers_answering, titles) if who), ())
    behalf = _fullest([signed.on_behalf_of, *(ministers_behind(place) for place in [*titles, *sentences])])
    signers = {(who.office, who.portfolio) for who in respondents}
    return HeaderFacts(
        askers=_best_askers([members_in(place) for place in places]),
        addressees=_fullest([ministers_asked(place) for place in places]),
        respondents=respondents,
        on_behalf_of=tuple(who for who in behalf if (who.office, who.portfolio) not in signers),
    )


def _best_askers(found: list[tuple[Asker, ...]]) -> tuple[Asker, ...]:
    """The askers of the place that names the most of them with their parties."""
    return max(found, key=lambda askers: (sum(a.party is not None for a in askers), len(askers)), default=())


def _fullest(found: list[tuple[Addressee, ...]]) -> tuple[Addressee, ...]:
    return max(found, key=len, default=())


def _below_salutation(pieces: tuple[str, ...]) -> list[str]:
    """The pieces from the salutation on; all where there is none."""
    start = next((i for i, piece in enumerate(pieces) if _SALUTATION.match(piece)), 0)
    return list(pieces[start:])


def _subject(subjects: list[str], titles: list[str], sentences: list[str]) -> str | None:
    """What follows "over" in the subject line, else in the title, else in the letter; else the line."""
    stated = [subject for line in [*subjects, *titles] if (subject := _tidy(_behind_over(line)))]
    told = [subject for sentence in sentences if (subject := _subject_in_sentence(sentence))]
    if stated:
        # a subject line that lost its end runs on where the others stop
        return next((s for s in [*stated[1:], *told] if stated[0].startswith(s)), stated[0])
    if told:
        return told[0]
    for line in subjects:
        lead = _LEAD_OF_SUBJECT.match(line)
        rest = line[lead.end() :] if lead else line
        if not members_in(line) and _tidy(rest):
            return _tidy(rest)
    return None


def _subject_in_sentence(sentence: str) -> str | None:
    """What a sentence says the questions are about, without what it goes on to say."""
    asked = re.search(r"vragen\b", sentence, re.IGNORECASE)
    behind = _behind_over(sentence[asked.start() :]) if asked else ""
    masked = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), behind)
    end = _SENTENCE_GOES_ON.search(masked)
    return _tidy(behind[: end.start()] if end else behind)


def _behind_over(text: str) -> str:
    found = _OVER.search(text)
    return text[found.end() :] if found else ""


def _tidy(subject: str) -> str | None:
    before = ""
    while before != subject:
        before, subject = subject, _SUBJECT_TAIL.sub("", subject)
    subject = " ".join(subject.split()).strip(" :,;")
    if subject.endswith(".") and not subject.endswith("..."):
        subject = subject[:-1]
    return subject or None


def _submitted(places: list[str]) -> date | None:
    for place in places:
        found = _SUBMITTED.search(place)
        day = first_date(found["behind"] or found["before"]) if found else None
        if day:
            return day
    return None


def _case_number(pieces: Pieces, beside: Pieces, titles: list[str]) -> str | None:
    """The case number: behind "Uw kenmerk", alone in a line or in a title, else the first in the letter."""
    alone = [piece for piece in pieces.running if len(piece) < 60]
    places = [
        *pieces.theirs,
        *beside.theirs,
        *alone,
        *titles,
        *pieces.running,
        *pieces.subjects,
        *beside.subjects,
    ]
    return next((number for number in map(case_number_in, places) if number), None)


def _is_notice(whole: str, titles: list[str]) -> bool:
    return _postpones(whole) and not titles and not _SENDS_ANSWERS.search(whole)


def _is_title(piece: str) -> bool:
    return bool(TITLE().match(piece)) and not (_VERB.search(piece) and _postpones(piece))


def _postpones(text: str) -> bool:
    """Whether a sentence says that the questions cannot be answered in time, or not at all."""
    if _POSTPONED.search(text):
        return True
    return any(all(words.search(s) for words in _NOT_IN_TIME) for s in re.split(r"[.?!\n]", text))


def _message(paragraphs: list[str]) -> range | None:
    """The paragraphs from behind the salutation to before the signatures."""
    first = next((i + 1 for i, text in enumerate(paragraphs) if _SALUTATION.match(text)), None)
    if first is None:
        first = next((i for i, text in enumerate(paragraphs) if _postpones(text)), 0)
    last = first
    for index in range(first, len(paragraphs)):
        if re.search(r"[.!?]\s*\Z", paragraphs[index]):
            last = index + 1
    return range(first, last) if last > first else None
