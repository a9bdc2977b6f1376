"""The command line of the contract. One plain line for whatever is wrong; no traceback."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from her2guide import __version__
from her2guide.errors import UsageError
from her2guide.files.errors import OutputError
from her2guide.library.errors import ContentError
from her2guide.library.library import SOURCE_LANGUAGE, languages
from her2guide.model.answers import Answers
from her2guide.model.answers_json import MAX_BYTES, answers_from_json
from her2guide.model.errors import AnswersError
from her2guide.model.profile import profile
from her2guide.output.typed_text import visible
from her2guide.streams import print_bytes, say

DONE, BAD_INPUT, NOT_WRITTEN, STOPPED = 0, 2, 3, 130
COMMANDS = ("export", "explain", "check")
LATER = ("read", "batch", "kiosk-check")


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see her2guide --help)")

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002  # argparse's own shape
        """Print help or version; argparse itself would keep silent about a full disk."""
        print_bytes(message.encode())


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or text != day.isoformat():
        raise argparse.ArgumentTypeError("must be a real date, written YYYY-MM-DD")
    return day


def _options(parser: argparse.ArgumentParser, *, below: bool) -> None:
    """Add the options that stand before a command, or again `below` one."""
    missing = argparse.SUPPRESS if below else None
    parser.add_argument("--language", metavar="L", default=missing, help="language of the guide")
    parser.add_argument("--settings", metavar="FILE.toml", default=missing, help="site settings (not there yet)")
    if not below:
        parser.add_argument("--mode", choices=("home", "kiosk", "consult"), default="home", help="where it runs")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = _Parser(
        prog="her2guide",
        description="Explains a HER2 breast-cancer result. Education, not medical advice.",
        epilog="Without a command it opens the window, perhaps with the answers of a file: her2guide ANSWERS.json. "
        f"Not there yet: {', '.join(LATER)}.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"her2guide {__version__}")
    _options(top, below=False)
    names = top.add_subparsers(dest="command", parser_class=_Parser, metavar="COMMAND")

    export = names.add_parser("export", help="write a guide from an answers file", allow_abbrev=False)
    export.add_argument("answers", metavar="ANSWERS.json", help="the answers; - is standard input")
    export.add_argument("-o", "--output", required=True, metavar="OUT", help="the guide; - is standard output")
    export.add_argument("--format", choices=("pdf", "txt", "json", "html"), help="default: the ending of OUT")
    export.add_argument("--length", choices=("short", "full"), default="full")
    export.add_argument("--large-print", action="store_true")
    export.add_argument("--paper", choices=("letter", "a4"), default="letter")
    export.add_argument("--password-stdin", action="store_true")

    explain = names.add_parser("explain", help="say as JSON what a guide holds and why", allow_abbrev=False)
    explain.add_argument("answers", metavar="ANSWERS.json", help="the answers, or .ndjson; - is standard input")
    explain.add_argument("--ndjson", action="store_true", help="one JSON object a line, in and out")

    check = names.add_parser("check", help="check the content", allow_abbrev=False)
    check.add_argument("--json", action="store_true")
    check.add_argument("--release", action="store_true", help="exit 1 on any finding; looks at the calendar")

    for command in (export, explain, check):
        _options(command, below=True)
        command.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="default: the date of this computer")
    return top


def _window(arguments: Sequence[str]) -> int:
    """Open the window, perhaps with the answers of a file."""
    window = _Parser(prog="her2guide", allow_abbrev=False)
    _options(window, below=False)
    window.add_argument("file", nargs="?")
    options = window.parse_args(arguments)
    if options.file is not None and not options.file.endswith((".json", ".h2g")):
        raise UsageError(f"there is no such command; there are {', '.join(COMMANDS)} (see her2guide --help)")
    _refuse(options, given=options.file is not None)
    if options.language is not None and options.language not in (published := languages()):
        raise UsageError(f"language: must be a published one: {', '.join(published)}")
    answers = None if options.file is None else _answers(options.file)
    if not _has_display():
        raise UsageError("there is no display to show the window on (on Linux, DISPLAY or WAYLAND_DISPLAY names it)")
    from her2guide.app import Opening, run

    language = options.language or (answers.language if answers else None) or SOURCE_LANGUAGE
    return run(["her2guide"], Opening(language, kiosk=options.mode == "kiosk", answers=answers))


def _answers(name: str) -> Answers:
    """Return the answers of a file that the window opens with."""
    if name.endswith(".h2g"):
        raise UsageError(f"{name}: a saved visit is not there yet; an answers file (.json) is")
    try:
        with Path(name).open("rb") as file:
            answers = answers_from_json(file.read(MAX_BYTES + 1), languages=languages())
        profile(answers)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a usable file name"
        raise UsageError(f"{name}: cannot be read ({reason.lower()}); it must be an answers file") from None
    except AnswersError as error:
        raise UsageError(f"{name}: {error}") from None
    return answers


def _has_display() -> bool:
    """Return whether there is a screen to show a window on."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _refuse(options: argparse.Namespace, *, given: bool) -> None:
    """Refuse what is not there yet, and a person's file on a shared machine."""
    if options.settings:
        raise UsageError("--settings: is not there yet")
    if options.mode == "kiosk" and given:
        raise UsageError("an answers or visit file is refused in kiosk mode")


def _run(arguments: Sequence[str]) -> int:
    asked = next((word for word in arguments if word in (*COMMANDS, *LATER)), None)
    if asked in LATER:
        raise UsageError(f"{asked}: is not there yet; there are {', '.join(COMMANDS)}")
    if asked is None and not {"-h", "--help", "--version"} & set(arguments):
        return _window(arguments)
    options = parser().parse_args(arguments)
    _refuse(options, given=options.command != "check")
    options.dated = options.today is not None
    options.today = options.today or date.today()
    from her2guide import commands

    run = {"export": commands.export, "explain": commands.explain, "check": commands.check}
    return run[options.command](options)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 partly done, 2 bad input, 3 not written."""
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except (UsageError, ContentError) as error:
        return _say(error, BAD_INPUT)
    except OutputError as error:
        return _say(error, NOT_WRITTEN)
    except KeyboardInterrupt:
        return STOPPED


def _say(error: Exception, code: int) -> int:
    say(f"her2guide: {' '.join(visible(str(error)).split())}")
    return code
