"""The session year (vergaderjaar) as it is printed: "2023–2024", "2024/25", "1998-99", "2022/-23"."""

from __future__ import annotations

from kvtui.parsing.lazy import lazy

YEAR = r"(?:19|20)\d\d\s?[-–—/]{1,2}\s?\d{2,4}(?!\d)"
"""A pattern, to be built into those of the finders."""

_PARTS = lazy(r"(\d{4})\D+(\d{2,4})")
_LAST_PLAUSIBLE = 2060


def session_year(printed: str) -> tuple[str | None, bool]:
    """The year as identifiers write it ("20232024"), and whether it is printed so.

    Takes what `YEAR` matched. A misprint is repaired where it can only mean one thing: "2022–203" is
    2022-2023; "2023–2025" could be two years and gives None.
    """
    parts = _PARTS().match(printed)
    if parts is None:
        return None, False
    first, second = int(parts[1]), parts[2]
    wanted = str(first + 1)
    if second in (wanted, wanted[2:]):
        return f"{first}{wanted}", True
    if len(second) == 4 and first - 1 <= int(second) <= min(first + 2, _LAST_PLAUSIBLE):
        return None, False
    if len(second) == 2 and second == str(first)[2:]:
        return None, False
    return f"{first}{wanted}", False
