"""Links: choosing one, following it, peeking at its target, opening official pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kvtui.library.links.outcomes import Outcome
from kvtui.library.links.resolving import Resolution, resolve
from kvtui.model import ReferenceKind, TextPart, official_url
from kvtui.tui.opening import Opened
from kvtui.tui.panes.text_pane import TextPane
from kvtui.tui.text.blocks import Anchor, Ink, Link, PaneText, Spot
from kvtui.tui.text.link_letters import letters_for
from kvtui.tui.text.wording import reference_words

if TYPE_CHECKING:
    from kvtui.tui.screens.reader import ReaderScreen


def _links_of(text: PaneText, number: int | None) -> list[int]:
    """The links in the blocks of one question."""
    spans = (span for block in text.blocks if block.number == number for span in block.spans)
    return [span.link for span in spans if number is not None and span.link is not None]


def _is_in_head(link: Link) -> bool:
    return link.source.anchor is not None and link.source.anchor.part is TextPart.HEADER


class Follower:
    """What can be done with the links of the text panes."""

    def __init__(self, screen: ReaderScreen) -> None:
        """No link is chosen yet."""
        self._screen = screen
        self._letters: dict[str, tuple[TextPane, int]] = {}
        self._typed = ""

    # Which link

    @property
    def _panes(self) -> list[TextPane]:
        """The text panes, the one in front first."""
        front = self._screen.windows.front_text
        panes: list[TextPane] = [self._screen.questions, self._screen.answer]
        return [pane for pane in sorted(panes, key=lambda pane: pane is not front) if pane.display]

    def _target(self) -> tuple[TextPane, int] | None:
        """The link that Enter follows: the chosen one if it shows, else the first that does."""
        for pane in self._panes:
            if pane.current_link is not None and pane.current_link in pane.visible_links():
                return pane, pane.current_link
        for pane in self._panes:
            visible = pane.visible_links()
            notable = [index for index in visible if pane.text.links[index].ink is not Ink.FOOTNOTE]
            if pane is self._screen.answer and notable:
                return pane, notable[0]
        return None

    @property
    def has_target(self) -> bool:
        """Whether Enter does something."""
        return self._screen.windows.front_name == "documents" or self._target() is not None

    @property
    def has_links(self) -> bool:
        """Whether there is a link on the screen."""
        return any(pane.visible_links() for pane in self._panes)

    def step(self, step: int) -> None:
        """To the next or previous link of the current question, its answer, and at last the head."""
        windows = self._screen.windows
        links = self._links_here()
        if not links:
            windows.say("There is no link with this question and its answer.")
            return
        chosen = (windows.front_text, windows.front_text.current_link)
        at = links.index(chosen) + step if chosen in links else 0 if step > 0 else -1
        pane, index = links[at % len(links)]
        pane.choose_link(index)
        windows.bring(str(pane.id))

    def _links_here(self) -> list[tuple[TextPane, int | None]]:
        """The links among which `l` and `L` walk, in their order."""
        questions, answer = self._screen.questions, self._screen.answer
        asked = _links_of(questions.text, self._screen.navigator.number)
        head = [i for i, link in enumerate(questions.text.links) if _is_in_head(link)]
        return [
            *((questions, index) for index in asked),
            *((answer, index) for index in range(len(answer.text.links))),
            *((questions, index) for index in head),
        ]

    def resolve(self, link: Link) -> Resolution | None:
        """What becomes of a link."""
        opened = self._screen.navigator.opened
        if opened is None:
            return None
        if link.abroad is not None:
            entry = link.abroad.entry
            return Resolution(Outcome.FOUND, "Opens it.", entry=entry, identifier=entry.identifier)
        document = opened.document
        found = self._screen.librarian.ask(lambda catalogue: resolve(link.reference, document, catalogue))
        return found or resolve(link.reference, document, None)

    def words(self, pane: TextPane) -> str:
        """What the current link of a pane is, for the frame."""
        link = pane.link
        if link is None or pane.current_link not in pane.visible_links():
            return ""
        resolution = self.resolve(link)
        if resolution is None:
            return ""
        if link.ink is Ink.DEAD:
            return f"⊘ {resolution.reason}"
        if link.backward:
            return "→ where this is cited"
        guess = "perhaps " if resolution.is_guess else ""
        if resolution.outcome is Outcome.NOT_IN_LIBRARY:
            return f"→ {guess}{resolution.identifier}, not in the library"
        if resolution.entry is not None:
            from kvtui.library.links.wording import entry_words

            name = resolution.identifier or resolution.entry.file_name
            return f"→ {guess}{name}: {entry_words(resolution.entry)}"
        return f"→ {reference_words(link.reference, link.target)}"

    # Following

    def follow(self) -> None:
        """Enter: open the row of the list, or follow the link."""
        windows = self._screen.windows
        if windows.front_name == "documents":
            self._screen.librarian.open_current()
            return
        target = self._target()
        if target is None:
            windows.say("There is no link on the screen.")
            return
        pane, index = target
        pane.choose_link(index)
        self.follow_link(pane)

    def follow_link(self, pane: TextPane) -> None:
        """Follow the current link of a pane."""
        link = pane.link
        resolution = self.resolve(link) if link else None
        if link is None or resolution is None:
            return
        if link.ink is Ink.DEAD:
            self._screen.windows.say(resolution.reason, severity="warning")
        elif resolution.entry is not None:
            self._open(resolution, link.abroad.spot if link.abroad is not None else None)
        elif link.reference.kind in (ReferenceKind.INTERNAL, ReferenceKind.FOOTNOTE):
            self._go(link, pane)
        else:
            self._ask(resolution)

    def _go(self, link: Link, pane: TextPane) -> None:
        """Follow a link within the document, and light up where it leads."""
        navigator, screen = self._screen.navigator, self._screen
        opened = navigator.opened
        if opened is None:
            return
        navigator.leave()
        if link.backward:
            navigator.go_to(link.source)
            self._flash(link.source.anchor)
        elif link.reference.kind is ReferenceKind.FOOTNOTE:
            anchor = Anchor(TextPart.FOOTNOTE, None, opened.indexed.footnotes[str(link.target)])
            navigator.go_to(Spot(anchor))
            self._flash(anchor)
        elif isinstance(link.target, int):
            navigator.choose_question(link.target)
            answer = opened.indexed.answers.get(link.target)
            if answer is not None:
                screen.answer.flash([Anchor(TextPart.ANSWER, answer.numbers[0])])
            screen.questions.flash([Anchor(TextPart.QUESTION, link.target)])
        screen.windows.tell_captions()

    def _flash(self, anchor: Anchor | None) -> None:
        if anchor is not None:
            pane = self._screen.navigator.pane_of(anchor)
            pane.flash([anchor])
            self._screen.windows.bring(str(pane.id))

    def _open(self, resolution: Resolution, spot: Spot | None) -> None:
        """Open another document, at a place or question of it if one is named."""
        entry, screen = resolution.entry, self._screen
        if entry is None:
            return

        def show(opened: Opened) -> None:
            screen.navigator.leave()
            screen.navigator.show(opened)
            screen.windows.bring("questions")
            if spot is not None:
                screen.navigator.go_to(spot)
                self._flash(spot.anchor)
            elif resolution.questions:
                screen.navigator.choose_question(resolution.questions[0])

        screen.opener.open(entry.path, show)

    def _ask(self, resolution: Resolution) -> None:
        """Say what a reference to elsewhere is, and offer what can be done with it."""
        from kvtui.tui.screens.reference import ReferenceScreen

        name = resolution.identifier or resolution.url or ""
        self._screen.app.push_screen(
            ReferenceScreen(name, resolution.reason, resolution.url, self._screen.keymap)
        )

    def open_official(self) -> None:
        """Open the official page of the publication that the link names, else of this document."""
        from kvtui.tui.browsing import open_page

        opened = self._screen.navigator.opened
        identifier = opened.document.identifier if opened else None
        link = self._screen.windows.front_text.link
        resolution = self.resolve(link) if link else None
        url = None
        if resolution is not None and resolution.identifier:
            url = official_url(resolution.identifier)
        elif resolution is not None and resolution.url:
            url = resolution.url
        elif identifier:
            url = official_url(identifier)
        if url is None:
            self._screen.windows.say("No official page can be told from this document.")
        else:
            open_page(self._screen.app, url)

    # Peeking

    def peek(self) -> None:
        """Show the target of the link in a small window."""
        from kvtui.tui.text.peek_text import peek_text

        target, opened = self._target(), self._screen.navigator.opened
        if target is None or opened is None:
            self._screen.windows.say("There is no link on the screen.")
            return
        pane, index = target
        pane.choose_link(index)
        link = pane.text.links[index]
        resolution = self.resolve(link)
        if resolution is not None:
            title, text = peek_text(opened.indexed, link, resolution)
            self._screen.peek.open(title, text, pane, pane.link_region(index))

    def leave_peek(self, *, follow: bool) -> None:
        """Close the small window, and follow its link if wanted."""
        pane = self._screen.peek.close()
        self._screen.windows.bring(self._screen.windows.front_name)
        if follow and pane is not None:
            self.follow_link(pane)

    # Letters

    def letter(self) -> None:
        """Write letters on all links that show."""
        places = [(pane, index) for pane in self._panes for index in pane.visible_links()]
        if not places:
            self._screen.windows.say("There is no link on the screen.")
            return
        self._letters = dict(zip(letters_for(len(places)), places, strict=True))
        self._typed = ""
        self._draw_letters()

    def _draw_letters(self) -> None:
        for pane in self._panes:
            pane.letter_links(
                {
                    index: letters
                    for letters, (owner, index) in self._letters.items()
                    if owner is pane and letters.startswith(self._typed)
                }
            )

    def take_letter(self, key: str, character: str | None) -> bool:
        """Take a key while letters are shown; any that fits none ends it."""
        if not self._letters:
            return False
        self._typed += (character or "").lower()
        chosen = self._letters.get(self._typed)
        fits = character is not None and any(letters.startswith(self._typed) for letters in self._letters)
        if chosen is not None or not fits:
            self._letters = {}
        self._draw_letters()
        if chosen is not None:
            pane, index = chosen
            pane.choose_link(index)
            self.follow_link(pane)
        return True
