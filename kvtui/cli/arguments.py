"""The arguments of the commands, their help, and what is said about wrong ones.

A command is one only as the first argument; a file of that name is opened with `kvtui ./show`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import kvtui
from kvtui.cli import messages

_HELP = """\
Read Kamervragen, the written questions of the Dutch parliament: question beside answer, with links
that can be followed. PATH is a document (PDF, Word, ODT, XML, HTML, Markdown or plain text) or a
folder of them; without any, kvtui opens the library, or what was open last, or its sample documents.
"""
_EXAMPLES = """\
other commands:
  kvtui show FILE...     print documents as text, JSON or Markdown
  kvtui doctor FILE...   explain how documents were read, for a report of a mistake
  kvtui bookmarks        print the bookmarks
  kvtui add PATH...      add folders or documents to the library, which is searched and linked
  kvtui remove PATH...   take them out again
  kvtui refresh          look for new, changed and gone files
  kvtui library          tell what is in the library
  kvtui search QUERY     search it; kvtui search --help tells what can be asked
  kvtui links NUMBER     what a document refers to, and what refers to it
  kvtui wanted           what is referred to and not in the library
  kvtui COMMAND --help   say more about one of these

examples:
  kvtui                              go on reading, or look at the samples
  kvtui ah-tk-20232024-1059.pdf      read one document
  kvtui ~/kamervragen                read a folder, with all its subfolders
  kvtui show vragen.txt | less       read without the full screen
  kvtui show --json *.md > all.json  one JSON object a line, a line for each document
  kvtui ./show                       open a file whose name is that of a command
"""
_SHOW_EXAMPLES = """\
examples:
  kvtui show ah-tk-20232024-1059.md
  kvtui show --json *.md *.txt | jq .subject
  kvtui show --markdown vragen.docx > vragen.md
  kvtui show --source brief.pdf | grep "¬"    the words from which a hyphen was taken
"""
_DOCTOR_EXAMPLES = """\
examples:
  kvtui doctor ah-tk-20232024-1059.pdf
  kvtui doctor brief.docx > report.txt
"""
_MOST_DIGITS = 10  # of a number of documents


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong on one line, and what to do."""

    def error(self, message: str) -> NoReturn:
        """Ends with the exit code of wrong use."""
        raise SystemExit(messages.fail(f"{message}; see {self.prog} --help", messages.WRONG_USE))


@dataclass(frozen=True, slots=True)
class ShowArguments:
    """What `kvtui show` is asked."""

    files: tuple[Path, ...]
    form: str
    """"text", "json", "markdown" or "source"."""


@dataclass(frozen=True, slots=True)
class BookmarksArguments:
    """What `kvtui bookmarks` is asked."""

    json: bool


def reader_arguments(arguments: Sequence[str]) -> tuple[Path, ...]:
    """The paths to open. Raises SystemExit for help, version and wrong use, as the others do."""
    parser = command_parser("kvtui", _HELP, _EXAMPLES)
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="a document or a folder")
    parser.add_argument("--version", action="version", version=f"kvtui {kvtui.__version__}")
    return tuple(parser.parse_args(arguments).paths)


def show_arguments(arguments: Sequence[str]) -> ShowArguments:
    """The files to print and the form."""
    about = (
        "Print documents: as text with answers under their questions and links as [→ 8], or in another form."
    )
    parser = command_parser("kvtui show", about, _SHOW_EXAMPLES)
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="a document, or a zip archive of them"
    )
    form = parser.add_mutually_exclusive_group()
    for name, what in (
        ("text", "plain text, as wide as the terminal (the default)"),
        ("json", "one JSON object a line, in the order of the documents; docs/show-json.md describes it"),
        ("markdown", "Markdown with links and footnotes"),
        ("source", "the text as extracted: what each line became, and every repair"),
    ):
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=what)
    parser.set_defaults(form="text")
    asked = parser.parse_args(arguments)
    return ShowArguments(tuple(asked.files), asked.form)


def doctor_arguments(arguments: Sequence[str]) -> tuple[Path, ...]:
    """The files to explain."""
    about = (
        "Explain how documents were read: format, lines of each part, headings with the rule that made"
        " them, references with their outcome, repairs. Meant for a report of a mistake: of a file's"
        " path only its name is printed, but the report quotes the document."
    )
    parser = command_parser("kvtui doctor", about, _DOCTOR_EXAMPLES)
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="a document, or a zip archive of them"
    )
    return tuple(parser.parse_args(arguments).files)


def bookmarks_arguments(arguments: Sequence[str]) -> BookmarksArguments:
    """Whether as JSON."""
    parser = command_parser("kvtui bookmarks", "Print the bookmarks, the newest first.", "")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    return BookmarksArguments(json=parser.parse_args(arguments).json)


def command_parser(name: str, description: str, epilog: str) -> Parser:
    """A parser for one command: its name, what it is for, and examples."""
    return Parser(
        prog=name,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def count_argument(text: str) -> int:
    """A number from 1; as many as there can be for one that no machine counts to."""
    digits = text.lstrip("0")
    if not (digits.isascii() and digits.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text} is no number from 1")
    return int(digits) if len(digits) < _MOST_DIGITS else sys.maxsize


def path_argument(text: str) -> Path:
    """A path; nothing at all is not the folder where one is."""
    if not text:
        raise argparse.ArgumentTypeError("a path without a name")
    return Path(text)
