"""The names of fields, Dutch with English twins: what stands before the colon in `lid:Omtzigt`."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, TypeAlias

from kvtui.library.query.tree import FilterField, TextPlace


class DateBound(StrEnum):
    """The fields that give one end of a range of days."""

    FROM = "na"
    BEFORE = "voor"


Field: TypeAlias = TextPlace | FilterField | DateBound

_NAMES: Final[dict[Field, str]] = {
    TextPlace.QUESTION: "vraag question",
    TextPlace.ANSWER: "antwoord answer",
    TextPlace.FOOTNOTE: "noot voetnoot note footnote",
    TextPlace.SUBJECT: "onderwerp subject over about",
    FilterField.MEMBER: "lid leden indiener member asker",
    FilterField.PARTY: "partij fractie party",
    FilterField.ADDRESSED: "aan to ministerie ministry",
    FilterField.RESPONDENT: "van door from by respondent",
    FilterField.SESSION: "jaar vergaderjaar year session",
    FilterField.NUMBER: "nr nummer number",
    FilterField.CASE: "zaak zaaknummer case",
    FilterField.DATE: "datum date",
    FilterField.DAYS: "dagen days",
    FilterField.KIND: "soort kind",
    FilterField.CITES: "verwijst cites",
    FilterField.JOINT: "gezamenlijk samen joint",
    FilterField.UNANSWERED: "onbeantwoord unanswered",
    FilterField.SHORT: "kort short",
    FilterField.QUESTIONS: "vragen questions",
    DateBound.FROM: "na vanaf sinds after since",
    DateBound.BEFORE: "voor before",
}
_FIELDS: Final = {name: field for field, names in _NAMES.items() for name in names.split()}


def field_named(name: str) -> Field | None:
    """The field of that name, in capitals or not; None where there is none."""
    return _FIELDS.get(name.lower())


def names_of(field: Field) -> tuple[str, ...]:
    """All names of a field: first the Dutch one that is written, the usual English one among the rest."""
    return tuple(_NAMES[field].split())
