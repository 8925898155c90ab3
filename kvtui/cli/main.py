"""The `kvtui` command: finds out what is asked, and keeps every failure to one line.

What the commands do is in `reader`, `show`, `doctor`, `bookmarks`, `library`, `search` and `links`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import kvtui
from kvtui.cli import messages, output

_COMMANDS = (
    "show", "doctor", "bookmarks", "search", "add", "remove", "refresh", "library", "links", "wanted",
)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command with these arguments (those of the process without) and gives the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _command(arguments)()
        output.finish()
        return code
    except KeyboardInterrupt:
        return messages.INTERRUPTED
    except BrokenPipeError:
        output.silence()
        return messages.BROKEN_PIPE
    except output.OutputError as error:
        output.silence()
        return messages.fail(f"the output cannot be written: {error}; is the disk full?")
    except SystemExit as ended:  # argparse: help, version, wrong use
        return ended.code if isinstance(ended.code, int) else messages.OK
    except Exception as error:  # no traceback ever reaches a user
        from kvtui.cli.crash import report_crash

        return messages.fail(report_crash(error, arguments))


def _command(arguments: list[str]) -> Callable[[], int]:
    """The command that the arguments ask for, ready to run."""
    if arguments == ["--version"]:  # before argparse is imported
        return _print_version
    command, rest = (arguments[0], arguments[1:]) if arguments[:1] and arguments[0] in _COMMANDS else ("", [])
    if not command and not any(a.startswith("-") for a in arguments):
        # nothing but paths: argparse would take 10 ms of the start to say the same
        return _reader([Path(argument) for argument in arguments])
    from kvtui.cli import arguments as parsing

    if command == "show":
        from kvtui.cli.show import show

        asked = parsing.show_arguments(rest)
        return lambda: show(asked.files, asked.form)
    if command == "doctor":
        from kvtui.cli.doctor import explain_files

        files = parsing.doctor_arguments(rest)
        return lambda: explain_files(files)
    if command == "bookmarks":
        from kvtui.cli.bookmarks import print_bookmarks

        marks = parsing.bookmarks_arguments(rest)
        return lambda: print_bookmarks(as_json=marks.json)
    if command:
        return _library_command(command, rest)
    return _reader(parsing.reader_arguments(arguments))


def _library_command(command: str, arguments: list[str]) -> Callable[[], int]:
    """A command on the library; these read their own arguments."""
    if command == "search":
        from kvtui.cli.search import run as search

        return lambda: search(arguments)
    if command in ("links", "wanted"):
        from kvtui.cli import links

        run = links.links if command == "links" else links.wanted
        return lambda: run(arguments)
    from kvtui.cli import library

    commands = {
        "add": library.add,
        "remove": library.remove,
        "refresh": library.refresh,
        "library": library.library,
    }
    return lambda: commands[command](arguments)


def _reader(paths: Sequence[Path]) -> Callable[[], int]:
    from kvtui.cli.reader import read

    return lambda: read(paths)


def _print_version() -> int:
    output.write(f"kvtui {kvtui.__version__}\n")
    return messages.OK
