"""How the window is asked for: mode, language and an answers file, read from the command line."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from her2guide.errors import UsageError
from her2guide.library.paths import SOURCE_LANGUAGE
from her2guide.model.errors import AnswersError
from her2guide.settings import HOME, PRESETS, Mode, Settings
from her2guide.streams import print_bytes

if TYPE_CHECKING:
    from her2guide.model.answers import Answers
    from her2guide.site_file import Places
    from her2guide.wizard.from_draft import Draft

BAD_INPUT = 2


@dataclass(frozen=True, slots=True)
class Opening:
    """What the window opens with. `answers` come from a file; `visit` is one still locked; `draft` is not confirmed."""

    language: str = SOURCE_LANGUAGE
    settings: Settings = HOME
    answers: "Answers | None" = None
    today: date | None = None
    visit: Path | None = None
    draft: "Draft | None" = None


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, as `UsageError`."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see her2guide --help)")

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002  # argparse's own shape
        """Print help or version; argparse itself would keep silent about a full disk."""
        print_bytes(message.encode())


def add_options(parser: argparse.ArgumentParser, *, below: bool) -> None:
    """Add the options that stand before a command, or again `below` one."""
    missing = argparse.SUPPRESS if below else None
    parser.add_argument("--language", metavar="L", default=missing, help="language of the guide")
    parser.add_argument("--settings", metavar="FILE.toml", default=missing, help="the clinic's own settings")
    if not below:
        parser.add_argument("--supervise", action="store_true", help="keep the window of a shared screen alive")
        parser.add_argument("--front-desk", action="store_true", help=argparse.SUPPRESS)
        parser.add_argument("--mode", choices=tuple(Mode), default=Mode.HOME.value, help="where it runs")


def read_opening(arguments: Sequence[str], commands: Sequence[str] = (), places: "Places | None" = None) -> Opening:
    """Return what the window is to open with. Raises `UsageError`; a name it does not know is told the `commands`.

    `places` is where the clinic's files lie where none is named; the computer's own by default.
    """
    if not arguments:
        return Opening()  # as nearly everyone starts it: nothing to take apart
    options = window_options(arguments)
    if options.file is not None and not options.file.endswith((".json", ".h2g")):
        known = f"there are {', '.join(commands)}" if commands else "an answers file ends in .json"
        raise UsageError(f"there is no such command; {known} (see her2guide --help)")
    refuse(options, given=options.file is not None)
    from her2guide.library.library import languages  # a command that needs no content starts sooner without it

    settings = settings_for(options, places)
    if options.language is not None and options.language not in (offered := settings.languages or languages()):
        raise UsageError(f"language: must be a published one: {', '.join(offered)}")
    visit = _visit(options.file) if options.file is not None and options.file.endswith(".h2g") else None
    answers, draft = _answers(options.file) if options.file is not None and visit is None else (None, None)
    usual = next(iter(settings.languages), SOURCE_LANGUAGE)
    language = options.language or (answers.language if answers else None) or usual
    return Opening(language, settings, answers=None if draft else answers, visit=visit, draft=draft)


def window_options(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the command line of a window, taken apart. Raises `UsageError`."""
    parser = Parser(prog="her2guide", allow_abbrev=False)
    add_options(parser, below=False)
    parser.add_argument("file", nargs="?")
    return parser.parse_args(arguments)


def settings_for(options: argparse.Namespace, places: "Places | None" = None) -> Settings:
    """Return the settings of the mode, narrowed by the clinic's file that is named, or by those of this computer.

    Raises `UsageError` for a named file that is wrong, except where the screen is locked: there the window opens all
    the same, as narrow as the mode's own settings, and `Settings.problems` tells why.
    """
    preset = PRESETS[Mode(options.mode)]
    if options.settings is None and not preset.reads_site:
        return preset
    from her2guide.library.library import languages
    from her2guide.site_file import Places, read_site_file, settings_of

    files = (places or Places()).files() if options.settings is None else (Path(options.settings),)
    settings = settings_of([read_site_file(each, languages()) for each in files], preset)
    settings = _without_bad_words(settings)
    if settings.problems and options.settings is not None and not preset.locked:
        raise UsageError(settings.problems[0])
    return settings


def _without_bad_words(settings: Settings) -> Settings:
    """Return settings without the clinic's own words where these have a fault, and with what is wrong with them."""
    if not settings.site.words:
        return settings
    from her2guide.library.clinic_words import clinic_words_problems

    faults = clinic_words_problems(Path(settings.site.words))
    if not faults:
        return settings
    site = replace(settings.site, words="")
    return replace(settings, site=site, problems=(*settings.problems, *faults))


def refuse(options: argparse.Namespace, *, given: bool) -> None:
    """Refuse a person's file on a shared machine."""
    if given and not PRESETS[Mode(options.mode)].files:
        raise UsageError("an answers or visit file, or a report, is refused in kiosk mode")


def _visit(name: str) -> Path:
    """Return a saved visit that the window is to ask the passphrase of; what cannot be one is refused here."""
    from her2guide.files.visit_errors import VisitError
    from her2guide.files.visit_file import read_locked

    try:
        read_locked(Path(name))
    except VisitError as error:
        raise UsageError(f"{name}: {error}") from None
    return Path(name)


def _answers(name: str) -> "tuple[Answers, Draft | None]":
    """Return the answers of a file that the window opens with, and, where nobody confirmed them, the draft they are."""
    from her2guide.library.library import languages
    from her2guide.model.answers_json import MAX_BYTES, answers_from_json, quotes_of  # only with a file
    from her2guide.model.profile import profile

    try:
        with Path(name).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        answers = answers_from_json(data, languages=languages())
        profile(answers)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a usable file name"
        raise UsageError(f"{name}: cannot be read ({reason.lower()}); it must be an answers file") from None
    except AnswersError as error:
        raise UsageError(f"{name}: {error}") from None
    if answers.confirmed is not False:
        return answers, None
    from her2guide.wizard.from_draft import Draft

    return answers, Draft(answers, quotes_of(data, languages=languages()))


def need_display() -> None:
    """Raise `UsageError` where there is no screen to show a window on."""
    if not has_display():
        raise UsageError("there is no display to show the window on (on Linux, DISPLAY or WAYLAND_DISPLAY names it)")


def has_display() -> bool:
    """Return whether there is a screen to show a window on."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
