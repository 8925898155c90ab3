"""Official publications in KOOP's XML: `kamervragen`, the older `vraagdoc`, and whatever holds such parts.

Elements that it does not know keep their text. What the words mean is for `parsing`.
"""

from __future__ import annotations

from lxml import etree

from kvtui.sources.composing.walking import walk
from kvtui.sources.errors import SourceError
from kvtui.sources.lines import Line, Page, SourceText
from kvtui.sources.metadata import pairs_in
from kvtui.sources.xml.elements import OfficialElements, local_name
from kvtui.sources.xml.remarks import is_note
from kvtui.sources.xml_parsing import parse_xml


def xml_source(data: bytes, name: str) -> SourceText:
    """The lines of an XML file, the notes last, with the metadata that is in it.

    Raises:
        SourceError: the file declares dangerous entities, or there is no text in it.
    """
    root, problems = parse_xml(data, name)
    _gather_header(root)
    _order_appendices(root)
    elements = OfficialElements(root)
    walk(root, elements.begin, elements.composer.add)
    lines = elements.composer.finish()
    metadata = elements.metadata
    if not lines:
        # a file of nothing but metadata: that is its text
        lines = tuple(Line(f"{title}: {content}", ended=True) for title, content in pairs_in(root))
        metadata = []
    if not lines:
        raise SourceError(f"{name}: is an XML file without text in it")
    return SourceText(name, "xml", (Page(lines),), tuple(elements.markup), tuple(metadata), problems)


def _gather_header(root: etree._Element) -> None:
    """Puts the header of an older publication together: half of it stands above the answers, in `reactie`."""
    for reaction in root.iter("{*}reactie"):
        around = reaction.getparent()
        questions = around.find("{*}vragen") if around is not None else None
        above = questions.findall("{*}omschr") if questions is not None else []
        for below in reaction.findall("{*}omschr") if above else ():
            above[-1].addnext(below)
            above.append(below)


def _order_appendices(root: etree._Element) -> None:
    """Puts appendices behind the last answer, before the note that explains the questions: it ends there."""
    around = dict.fromkeys(element.getparent() for element in root.iter("{*}kamervraagbijlage"))
    for parent in around:
        answered = False
        note: etree._Element | None = None
        for element in list(parent) if parent is not None else ():
            name = local_name(element)
            answered = answered or name == "antwoord"
            if note is not None and name == "kamervraagbijlage":
                note.addprevious(element)
            elif note is None and answered and is_note(element):
                note = element
