"""The command line of the contract. One plain line for whatever is wrong; no traceback."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date

from her2guide import __version__
from her2guide.errors import UsageError
from her2guide.files.errors import OutputError
from her2guide.library.errors import ContentError
from her2guide.opening import BAD_INPUT, Parser, add_options, need_display, read_opening, refuse, settings_for
from her2guide.streams import complain

DONE, NOT_WRITTEN, STOPPED = 0, 3, 130
MOST_JOBS = 64
COMMANDS = ("export", "explain", "read", "batch", "check", "kiosk-check")
CHECKS = ("check", "kiosk-check")  # they take no file of a person, and report what is wrong with the clinic's


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or text != day.isoformat():
        raise argparse.ArgumentTypeError("must be a real date, written YYYY-MM-DD")
    return day


def _jobs(text: str) -> int:
    if not (text.isdecimal() and len(text) < 4 and 1 <= int(text) <= MOST_JOBS):
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 to {MOST_JOBS}")
    return int(text)


def _add_looks(command: argparse.ArgumentParser) -> None:
    """Add the options that say how a guide looks on paper."""
    command.add_argument("--length", choices=("short", "full"), default="full", help="short: two pages")
    command.add_argument("--large-print", action="store_true")
    command.add_argument("--paper", choices=("letter", "a4"), default="letter")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = Parser(
        prog="her2guide",
        description="Explains a HER2 breast-cancer result. Education, not medical advice.",
        epilog="Without a command it opens the window, perhaps with a file: her2guide ANSWERS.json, or VISIT.h2g.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"her2guide {__version__}")
    add_options(top, below=False)
    names = top.add_subparsers(dest="command", parser_class=Parser, metavar="COMMAND")

    export = names.add_parser("export", help="write a guide from an answers file", allow_abbrev=False)
    export.add_argument("answers", metavar="ANSWERS.json", help="the answers; - is standard input")
    export.add_argument("-o", "--output", required=True, metavar="OUT", help="the guide; - is standard output")
    export.add_argument("--format", choices=("pdf", "txt", "json", "html"), help="default: the ending of OUT")
    _add_looks(export)
    export.add_argument("--password-stdin", action="store_true", help="lock the PDF with the next line of input")

    explain = names.add_parser("explain", help="say as JSON what a guide holds and why", allow_abbrev=False)
    explain.add_argument("answers", metavar="ANSWERS.json", help="the answers, or .ndjson; - is standard input")
    explain.add_argument("--ndjson", action="store_true", help="one JSON object a line, in and out")

    read = names.add_parser("read", help="say as JSON what a report says, for a person to confirm", allow_abbrev=False)
    read.add_argument("report", metavar="REPORT", help=".txt .pdf .json .xml .html .rtf .zip; - is standard input")
    add_options(read, below=True)

    batch = names.add_parser("batch", help="write a guide for each line, or drafts from records", allow_abbrev=False)
    batch.add_argument("source", metavar="IN", help=".ndjson, one answers object a line; - ; or a folder of FHIR files")
    batch.add_argument("-o", "--output", required=True, metavar="DIR", help="a folder that is there")
    batch.add_argument("--jobs", type=_jobs, metavar="N", help="processes at once; default: one for each processor")
    batch.add_argument("--format", choices=("pdf", "txt", "json", "html"), default="pdf")
    _add_looks(batch)

    check = names.add_parser("check", help="check the content", allow_abbrev=False)
    check.add_argument("--json", action="store_true")
    check.add_argument("--release", action="store_true", help="exit 1 on any finding; looks at the calendar")

    kiosk = names.add_parser("kiosk-check", help="what on this machine breaks a kiosk promise", allow_abbrev=False)
    kiosk.add_argument("--json", action="store_true")
    kiosk.add_argument("--make-pin", action="store_true", help="ask for a PIN and print its line for the clinic's file")
    add_options(kiosk, below=True)

    for command in (export, explain):
        command.add_argument("--passphrase-stdin", action="store_true", help="open a visit (.h2g) with the first line")
    for command in (export, explain, batch, check):
        add_options(command, below=True)
        command.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="default: the date of this computer")
    return top


def _window(arguments: Sequence[str]) -> int:
    """Open the window, perhaps with the answers of a file."""
    if {"--supervise", "--front-desk"} & set(arguments):
        from her2guide import kiosk_window

        return kiosk_window.keep(arguments)
    opening = read_opening(arguments, COMMANDS)
    need_display()
    if opening.settings.locked:
        from her2guide import kiosk_window

        return kiosk_window.open_locked(opening)
    from her2guide.app import run

    return run(["her2guide"], opening)


def _run(arguments: Sequence[str]) -> int:
    if not set(COMMANDS) & set(arguments) and not {"-h", "--help", "--version"} & set(arguments):
        return _window(arguments)
    options = parser().parse_args(arguments)
    refuse(options, given=options.command not in CHECKS)
    if options.command not in CHECKS:
        options.site = settings_for(options).site
    if options.command == "kiosk-check":
        from her2guide.kiosk_command import kiosk_check

        return kiosk_check(options)
    if options.command == "read":  # needs nothing of the guide, so it starts sooner
        from her2guide.read_command import read

        return read(options)
    options.dated = options.today is not None
    options.today = options.today or date.today()
    if options.command == "batch":
        from her2guide.batch.command import batch

        return batch(options)
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
    complain(error)
    return code
