"""What each element of KOOP's XML begins: blocks, paragraphs, notes, links, styles.

A handler is called where an element begins, and gives what is to be done where it ends.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from lxml import etree

from kvtui.sources.cleaning import one_line
from kvtui.sources.composing.links import publication_in
from kvtui.sources.composing.running_text import Composer
from kvtui.sources.composing.walking import End, skipped
from kvtui.sources.lines import Opens, Role
from kvtui.sources.metadata import pairs_in
from kvtui.sources.xml.labels import LONGEST_LABEL, LONGEST_MARK, is_label
from kvtui.sources.xml.lists import OfficialLists
from kvtui.sources.xml.notes import Notes
from kvtui.sources.xml.remarks import remark_opens
from kvtui.sources.xml.tables import OfficialTables

Handler = Callable[[etree._Element], End | None]

_BLOCKS = (
    "officiele-publicatie kamervragen vraagdoc vragen body tekst al-groep kamervraagbijlage bijlage noten "
    "voetnoten thead tbody tfoot"
).split()
_PARAGRAPHS = ("al noot.al kamervraagnummer kamervraagomschrijving omschr bron onderschrift").split()
_HEADINGS = "titel subtitel kop title".split()
_INLINE = "unl inf sub colspec spanspec".split()
_NAME_PARTS = "voornaam voornamen initialen tussenvoegsel voorvoegsel voorvoegsels achternaam".split()
_TEXTS = tuple(f"{{*}}{name}" for name in "al vraag antwoord kamervragen vraagdoc tekst".split())
"""Elements that no metadata has."""
_FEW = 20
"""Elements of which the older form consists, and more."""
_LONGEST_NAME = 200
"""Characters of what an image is called."""


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace, in lower case."""
    return str(element.tag).rpartition("}")[2].lower()


def _is_in(element: etree._Element, name: str) -> bool:
    return any(local_name(ancestor) == name for ancestor in element.iterancestors())


class OfficialElements:
    """What is known while a file is walked through, and the handler of each element name."""

    def __init__(self, root: etree._Element) -> None:
        """For the tree of which that is the root."""
        self.composer = Composer()
        self.markup: list[str] = []
        self.metadata: list[tuple[str, str]] = []
        self._notes = Notes(root)
        self._lists = OfficialLists(self.composer)
        self._tables = OfficialTables(self.composer)
        self._inside = 0
        """How many elements that are paragraphs are open: what they hold is running text."""
        self._answered_from: etree._Element | None = None
        self._handlers: dict[str, Handler] = {
            **dict.fromkeys(_BLOCKS, self._block),
            **dict.fromkeys(_PARAGRAPHS, self._paragraph),
            **dict.fromkeys(_HEADINGS, self._heading),
            **dict.fromkeys(_INLINE, lambda element: None),
            **dict.fromkeys(_NAME_PARTS, self._name_part),
            "li.nr": lambda e: skipped if is_label(e, LONGEST_LABEL) else None,
            "noot.nr": lambda e: skipped if is_label(e, LONGEST_MARK) else None,
            **dict.fromkeys(("nr", "nummer"), self._number),
            **dict.fromkeys(("metadata", "meta", "metadata_gegevens"), self._metadata),
            **dict.fromkeys(("extref", "intref", "dossierref"), self._link),
            **dict.fromkeys(("noot", "voetnoot"), self._note),
            **dict.fromkeys(("nootref", "voetref"), self._note_mark),
            **dict.fromkeys(("plaatje", "illustratie"), self._picture),
            **dict.fromkeys(("table", "tgroup"), self._tables.group),
            **dict.fromkeys(("toelicht", "toelichting"), lambda e: self._opening(e, Opens.NOTE)),
            "vraag": lambda e: self._opening(e, Opens.QUESTION),
            "antwoord": lambda e: self._opening(e, Opens.ANSWER),
            "kamervraagopmerking": self._remark,
            "reactie": self._reaction,
            "kamervraagkop": self._furniture,
            "vraagnummer": self._case_number,
            "tekstregel": self._printed_line,
            "tussenkop": self._subheading,
            "nadruk": self._emphasis,
            "sup": self._raised,
            "lijst": self._lists.begin,
            "li": self._lists.item,
            "row": self._tables.row,
            "entry": self._tables.cell,
        }

    def begin(self, element: etree._Element) -> End | None:
        """What is to be done where the element that begins here ends."""
        handler = self._handlers.get(element.tag)
        if handler is None:
            handler = self._handlers[element.tag] = self._handlers.get(local_name(element), self._unknown)
        return handler(element)

    def _unknown(self, element: etree._Element) -> End | None:
        """An element without a handler: running text where it stands in such, else a block."""
        tail = element.tail
        if self._inside or self.composer.pending or (tail and not tail.isspace()):
            return None
        text = element.text
        return self._paragraph(element) if text and not text.isspace() else self._block(element)

    def _block(self, element: etree._Element) -> End:
        self._end_block()
        return self._end_block

    def _end_block(self) -> None:
        self.composer.end()
        if not self._lists.inside:
            self.composer.gap()

    def _paragraph(self, element: etree._Element) -> End:
        self.composer.end()
        if element is self._answered_from:
            self.composer.opens(Opens.ANSWER)
        self._inside += 1
        return self._end_paragraph

    def _end_paragraph(self) -> None:
        self._inside -= 1
        self._end_block()

    def _heading(self, element: etree._Element) -> End:
        self._end_block()
        self._inside += 1
        return self._end_heading

    def _end_heading(self) -> None:
        self._inside -= 1
        self.composer.end()

    def _subheading(self, element: etree._Element) -> End:
        self._end_block()
        self._inside += 1
        step_back = self._styled(element.get("kopopmaak") or "")

        def ended() -> None:
            self._end_heading()
            step_back()

        return ended

    def _number(self, element: etree._Element) -> End:
        """A number of a question or answer; in the older form it may stand bare among the paragraphs."""
        end = self._heading(element)
        parent = element.getparent()
        around = "" if parent is None else local_name(parent)
        if around in ("vragen", "reactie"):
            self.composer.opens(Opens.QUESTION if around == "vragen" else Opens.ANSWER)
        return end

    def _name_part(self, element: etree._Element) -> None:
        """The parts of a name are often written without white space between them."""
        before = element.getprevious()
        if before is not None and not before.tail:
            self.composer.add(" ")

    def _opening(self, element: etree._Element, kind: Opens) -> End:
        self._end_block()
        self.composer.opens(kind)
        return self._end_block

    def _remark(self, element: etree._Element) -> End:
        return self._opening(element, remark_opens(element))

    def _reaction(self, element: etree._Element) -> End:
        """Of the older form; without numbers and `antwoord`, its paragraphs are one answer."""
        names = {local_name(child) for child in element}
        if not names & {"antwoord", "nr", "nummer", "vraag", "kamervraagopmerking"}:
            self._answered_from = next((al for al in element.iter("{*}al") if not _is_in(al, "omschr")), None)
        return self._block(element)

    def _furniture(self, element: etree._Element) -> End:
        self._end_block()
        around, self.composer.role = self.composer.role, Role.FURNITURE

        def ended() -> None:
            self._end_block()
            self.composer.role = around

        return ended

    def _case_number(self, element: etree._Element) -> End:
        """The number of the case: of the header, or printed below the publication."""
        number = one_line("".join(map(str, element.itertext()))) if is_label(element, LONGEST_LABEL) else ""
        if number:
            self.metadata.append(("OVERHEIDop.vraagnummer", number))
        before = islice(element.itersiblings(preceding=True), _FEW)
        below = number and any(local_name(sibling) == "vragen" for sibling in before)
        return self._furniture(element) if below else self._paragraph(element)

    def _printed_line(self, element: etree._Element) -> End:
        """A line of the page's head; the publication's number is none of it."""
        self.composer.end()
        around = self.composer.role
        told = (element.get("inhoud") or "").lower()
        self.composer.role = Role.TEXT if "nummer" in told else Role.FURNITURE
        self._inside += 1

        def ended() -> None:
            self._end_heading()
            self.composer.role = around

        return ended

    def _emphasis(self, element: etree._Element) -> End:
        return self._styled(element.get("type") or "")

    def _styled(self, look: str) -> End:
        """Turns on the styles of a `nadruk` ("vet", "cur", "vetcur"); gives what turns them off."""
        bold, italic = int("vet" in look), int("cur" in look)
        self.composer.bold(bold)
        self.composer.italic(italic)

        def ended() -> None:
            self.composer.bold(-bold)
            self.composer.italic(-italic)

        return ended

    def _raised(self, element: etree._Element) -> End:
        self.composer.raised(1)
        return lambda: self.composer.raised(-1)

    def _link(self, element: etree._Element) -> End:
        begun = self.composer.place()
        target = element.get("doc") or element.get("dossier") or element.get("href") or ""

        def ended() -> None:
            named = None if self.composer.link(begun, target) else publication_in(target)
            if named:
                self.markup.append(named)

        return ended

    def _note(self, element: etree._Element) -> End:
        """A note: its mark where it stands in the text, its words apart."""
        mark = self._notes.mark_of(element)
        before = element.getprevious()
        among_notes = before is None or local_name(before) in ("noot", "voetnoot")
        if not self._notes.is_referred(element) and (self._inside or not among_notes):
            self.composer.mark(mark)
        self.composer.begin_part()
        around, self._inside = self._inside, 0

        def ended() -> None:
            self._inside = around
            self.composer.note(mark, self.composer.end_part())

        return ended

    def _note_mark(self, element: etree._Element) -> End | None:
        alone = is_label(element, LONGEST_MARK)
        printed = one_line("".join(map(str, element.itertext()))) if alone else ""
        note = self._notes.target(element)
        mark = self._notes.mark_of(note, printed) if note is not None else printed.strip("[]() ")
        if mark:
            self.composer.mark(mark)
        return skipped if alone else None

    def _picture(self, element: etree._Element) -> End:
        words = (one_line(element.get(key) or "")[:_LONGEST_NAME] for key in ("naam", "alt", "titel"))
        self.markup.extend(word for word in words if word)
        return self._block(element)

    def _metadata(self, element: etree._Element) -> End:
        if next(element.iter(*_TEXTS), None) is not None:
            # one that was not closed holds what comes behind it
            return self._block(element)
        self.metadata.extend(pairs_in(element))
        return skipped
