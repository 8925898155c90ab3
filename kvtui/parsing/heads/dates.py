"""Dutch dates in running text: "29 januari 2024", "18 november2024", "3-10-2014"."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mrt": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_DATE = re.compile(
    r"(?P<day>\d{1,2})\s?(?:(?P<month>[A-Za-z]{3,9})\.?|[-/.](?P<digits>\d{1,2})[-/.])\s?(?P<year>\d{4}|\d\s?\d{3})"
)


def first_date(text: str) -> date | None:
    """The first date in a text, or None; a day that does not exist is no date."""
    for found in _DATE.finditer(text):
        month = _MONTHS.get(found["month"].lower()) if found["month"] else int(found["digits"])
        try:
            return date(int(found["year"].replace(" ", "")), month or 0, int(found["day"]))
        except ValueError:
            continue
    return None
