"""Reads Word files (.docx): what the printed pages show, without markup.

Automatic numbers and the marks of notes are written as Word shows them; headers and footers are
furniture, notes stand at the end.
"""

from __future__ import annotations

from kvtui.model.formats import Format
from kvtui.sources.composing.flow import source_of_pages
from kvtui.sources.composing.styled_text import from_character, prefixed
from kvtui.sources.lines import Line, Role, SourceText
from kvtui.sources.word.blocks import StoryReader, WordContext
from kvtui.sources.word.notes import WordNotes
from kvtui.sources.word.numbering import WordNumbering
from kvtui.sources.word.package import W, open_package
from kvtui.sources.word.sections import WordSections
from kvtui.sources.word.styles import WordStyles


def docx_source(data: bytes, name: str) -> SourceText:
    """The lines of a Word file; `name` is its path or what else to call it.

    Pages end at the page breaks that the author put in; others are not in the file.

    Raises:
        SourceError: the file is damaged, protected, empty, or beyond the limits of `archive`.
    """
    package = open_package(data, name)
    styles = WordStyles(package.styles)
    context = WordContext(styles, WordNumbering(package.numbering, styles), WordNotes(package))
    sections = WordSections(package)
    flow = StoryReader(package.body, context, at_section_end=sections.end).read()
    pages = sections.with_edges(
        flow.pages, lambda edge: StoryReader(edge, context, Role.FURNITURE).read().lines
    )
    pages[-1] += _notes(context)
    missing = context.notes.missing
    problems = [f"The file lacks the text of {missing} note{'s' * (missing > 1)}."] if missing else []
    return source_of_pages(pages, Format.DOCX, name, problems)


def _notes(context: WordContext) -> list[Line]:
    """The texts of the notes, each behind its mark."""
    lines: list[Line] = []
    for mark, element in context.notes.referred:
        read = [line for line in StoryReader(element, context, Role.NOTE).read().lines if line.text]
        first, *others = read or [Line("", role=Role.NOTE, ended=True)]
        if next(element.iter(f"{W}footnoteRef", f"{W}endnoteRef"), None) is None:
            first = _without_typed(mark, first)
        lines += [prefixed(first, f"[{mark}] "), *others]
    return lines


def _without_typed(mark: str, line: Line) -> Line:
    """A note's first line without the mark that was typed before its text."""
    typed = next((each for each in (f"[{mark}]", mark) if line.text.startswith(each)), "")
    return from_character(line, len(line.text) - len(line.text[len(typed) :].lstrip()))
