"""The `kvtui` command: finds out what is asked, and keeps every failure to one line.

What the commands do is in `reader`, `show`, `doctor` and `bookmarks`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import kvtui
from kvtui.cli import messages, output

_COMMANDS = (["show"], ["doctor"], ["bookmarks"])


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
    if arguments[:1] not in _COMMANDS and not any(a.startswith("-") for a in arguments):
        # nothing but paths: argparse would take 10 ms of the start to say the same
        return _reader([Path(argument) for argument in arguments])
    from kvtui.cli import arguments as parsing

    if arguments[:1] == ["show"]:
        from kvtui.cli.show import show

        asked = parsing.show_arguments(arguments[1:])
        return lambda: show(asked.files, asked.form)
    if arguments[:1] == ["doctor"]:
        from kvtui.cli.doctor import explain_files

        files = parsing.doctor_arguments(arguments[1:])
        return lambda: explain_files(files)
    if arguments[:1] == ["bookmarks"]:
        from kvtui.cli.bookmarks import print_bookmarks

        marks = parsing.bookmarks_arguments(arguments[1:])
        return lambda: print_bookmarks(as_json=marks.json)
    return _reader(parsing.reader_arguments(arguments))


def _reader(paths: Sequence[Path]) -> Callable[[], int]:
    from kvtui.cli.reader import read

    return lambda: read(paths)


def _print_version() -> int:
    output.write(f"kvtui {kvtui.__version__}\n")
    return messages.OK
