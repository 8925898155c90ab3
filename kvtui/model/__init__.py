"""What a Kamervraag is: frozen values without files, patterns or screens.

Everything else in kvtui is made of these. This package imports nothing of kvtui.
"""

from kvtui.model.document import (
    Addressee,
    Answer,
    Asker,
    Document,
    DocumentKind,
    Emphasis,
    ExplanatoryNote,
    Footnote,
    Header,
    Notice,
    Question,
    Reference,
    ReferenceKind,
    Respondent,
    Source,
    Style,
    TextPart,
)
from kvtui.model.identifiers import official_url

__all__ = [
    "Addressee",
    "Answer",
    "Asker",
    "Document",
    "DocumentKind",
    "Emphasis",
    "ExplanatoryNote",
    "Footnote",
    "Header",
    "Notice",
    "Question",
    "Reference",
    "ReferenceKind",
    "Respondent",
    "Source",
    "Style",
    "TextPart",
    "official_url",
]
