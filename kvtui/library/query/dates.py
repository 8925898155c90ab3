"""Days, months, years and session years as a reader types them, as ranges of days.

A day is the whole number that filters compare: 20240131.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

Period = tuple[int, int]
"""First and last day, both included, as 20240101 and 20240131."""

_MONTHS: Final = (
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "mrt", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
_YEAR: Final = r"(?P<year>[1-9]\d{3})"
_MONTH: Final = r"(?P<month>0?[1-9]|1[0-2])"
_DAY: Final = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_NAME: Final = r"(?P<name>[A-Za-z]{3,9})\.?"
_FORMS: Final = tuple(
    re.compile(form, re.ASCII)
    for form in (
        _YEAR,
        rf"{_YEAR}[-/.]{_MONTH}",
        rf"{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}",
        r"(?P<year>[1-9]\d{3})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])",
        rf"{_MONTH}[-/.]{_YEAR}",
        rf"{_DAY}[-/.]{_MONTH}[-/.]{_YEAR}",
        rf"{_NAME}\s*{_YEAR}",
        rf"{_DAY}\.?\s*{_NAME}\s*{_YEAR}",
    )
)
_SPACED: Final = re.compile(r"(?:\d{1,2}\.?\s+)?[A-Za-z]{3,9}\.?\s+[1-9]\d{3}(?!\w)", re.ASCII)
_SESSION: Final = re.compile(r"(?P<first>\d{4}|\d\d)\s*[-–/‑]?\s*(?P<second>\d{4}|\d\d)", re.ASCII)


def period_of(typed: str) -> Period | None:
    """The days that a date stands for: 2024, 2024-02, 2024-02-01, 1-2-2024, "1 februari 2024".

    None for what is no date, or for a day that does not exist.
    """
    text = typed.strip()
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _period(found.groupdict())
    return None


def spaced_date(text: str, start: int) -> int | None:
    """Where a date with spaces ("1 februari 2024") that begins at `start` ends; None where none does."""
    found = _SPACED.match(text, start)
    return found.end() if found and period_of(found[0]) else None


def day_before(day: int) -> int:
    """The day before, both as 20240131."""
    return day_number(_date(day) - timedelta(days=1))


def day_after(day: int) -> int:
    """The day after, both as 20240131."""
    return day_number(_date(day) + timedelta(days=1))


def day_number(day: date) -> int:
    """A date as filters compare it: 20240131."""
    return day.year * 10000 + day.month * 100 + day.day


def written_day(day: int) -> str:
    """20240131 as 2024-01-31."""
    return f"{day // 10000:04}-{day // 100 % 100:02}-{day % 100:02}"


def session_of(typed: str) -> str | None:
    """A session year in any typed form (20232024, 2023/24, 23-24) as "2023-2024"; None for anything else."""
    found = _SESSION.fullmatch(typed.strip())
    if not found:
        return None
    first, second = found["first"], found["second"]
    if len(first) == 2:
        if len(second) == 4 or not re.search(r"\D", typed.strip()):
            return None
        first = f"{19 if int(first) >= 45 else 20}{first}"
    wanted = str(int(first) + 1)
    return f"{first}-{wanted}" if second in (wanted, wanted[-2:]) and first[0] in "12" else None


def _period(parts: dict[str, str | None]) -> Period | None:
    year = int(parts["year"] or 0)
    name = parts.get("name")
    month = _month_of(name) if name else int(parts.get("month") or 0)
    if name and not month:
        return None
    if not month:
        return (year * 10000 + 101, year * 10000 + 1231)
    last = monthrange(year, month)[1]
    day = int(parts.get("day") or 0)
    if day > last:
        return None
    month_number = year * 10000 + month * 100
    return (month_number + (day or 1), month_number + (day or last))


def _month_of(name: str) -> int:
    """1 to 12 for a month in Dutch or English, or its first three or four letters; else 0."""
    typed = name.lower()
    for number, names in enumerate(_MONTHS, start=1):
        if any(typed == full or (len(typed) in (3, 4) and full.startswith(typed)) for full in names):
            return number
    return 0


def _date(day: int) -> date:
    return date(day // 10000, day // 100 % 100, day % 100)
