"""What a publisher's metadata can state about a document; reading them is for `metadata_facts`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kvtui.model import Asker, DocumentKind, Respondent


@dataclass(frozen=True, slots=True)
class MetadataFacts:
    """What metadata states; None or empty where they don't, or not in a form that can be trusted."""

    identifier: str | None = None
    kind: DocumentKind | None = None
    number: str | None = None
    session_year: str | None = None
    case_number: str | None = None
    title: str | None = None
    subject: str | None = None
    """What stands behind "over" in the title."""
    submitted: date | None = None
    received: date | None = None
    askers: tuple[Asker, ...] = ()
    """Indieners: by surname, as a header prints them; metadata seldom name their parties."""
    respondents: tuple[Respondent, ...] = ()
    """Of answers and notices the ministers to whom the questions were put, by surname."""
