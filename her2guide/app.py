"""Where everything meets: the application, its look, the content, and the one window."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from shutil import which
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from her2guide.dialogs import choose_file, choose_place, choose_report, choose_saved
from her2guide.errors import UsageError
from her2guide.kiosk.codes import take_unraisable
from her2guide.library.library import Library
from her2guide.look import Palette
from her2guide.opening import BAD_INPUT, Opening, read_opening
from her2guide.settings import Settings
from her2guide.streams import complain
from her2guide.ui import theme
from her2guide.ui.asking import ChooseVisit
from her2guide.ui.errors import LastHandler, tell_kinds_alone
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.calm import TroublePage
from her2guide.ui.spare import SpareMoments
from her2guide.ui.theme import STEPS, Theme

if TYPE_CHECKING:
    from her2guide.ui.speech import ReadAloud
    from her2guide.ui.visit import Visit

FIRST_QUESTION = ("her2guide.library.clinic_words", "her2guide.ui.visit", "her2guide.ui.places")


def build_app(argv: list[str], opening: Opening | None = None) -> QApplication:
    """Return the application with exactly one window on the screen, without starting the event loop.

    Without an opening, `argv` tells mode, language and answers file; what it tells wrong ends in one plain line and
    exit code 2. The window is `app.window`. An application that is there already is used.
    """
    opening = opening or _opening(argv)
    _keep_no_settings()
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(argv[:1] or ["her2guide"])
    theme.apply(app, _theme(app, opening.settings))
    today = opening.today or date.today()
    library = Library(opening.language)

    def begin_visit() -> "Visit":
        from her2guide.library.clinic_words import words_of
        from her2guide.ui.visit import Visit

        site = opening.settings.site
        clinic = words_of(site.words, site.name)
        return Visit(library, today, opening.settings, answers=opening.answers, clinic=clinic)

    window = MainWindow(
        library,
        begin_visit,
        lambda parent, library: choose_file(parent, library, today),
        at_start=opening.answers is None,
        choose_report=choose_report,
        choose_visit=ChooseVisit(lambda parent, library: choose_place(parent, library, today), choose_saved),
        settings=opening.settings,
    )
    app.window = window  # type: ignore[attr-defined]  # the application keeps its window alive
    sys.excepthook = LastHandler(window, window.show_trouble, lambda: isinstance(window.page, TroublePage))
    if opening.draft is not None:
        window.trips.show_draft(opening.draft)
    if opening.visit is not None:
        window.trips.open_visit(opening.visit)
    _open_up(app, window, opening.settings)
    return app


def _offer_voice(window: MainWindow) -> "ReadAloud | None":
    """Offer to read pages aloud where the computer has a voice."""
    if which("espeak-ng") is None:
        return None
    from her2guide.ui.speech import ReadAloud, find_voice

    voice = find_voice(window.library.language, window)
    return ReadAloud(window, voice) if voice is not None else None


def _theme(app: QApplication, settings: Settings) -> Theme:
    """Return how the window looks at first: as a person had it remembered, or as their system asks for it."""
    from her2guide.files import comfort

    kept = comfort.read(comfort.place(), STEPS, [*Palette]) if settings.remembers_look else None
    made = Theme(
        theme.asked_palette(Palette(kept.colors) if kept else None), kept.text_size if kept else settings.text_step
    )
    if not settings.touch:
        return made
    from her2guide.ui.kiosk.touch import finger

    return replace(made, target=finger(app.primaryScreen().physicalDotsPerInch()))


def _open_up(app: QApplication, window: MainWindow, settings: Settings) -> None:
    """Show the window, with whatever its settings put around it; what a setting does not ask for is not imported."""
    if settings.locked or settings.idle is not None:
        from her2guide.kiosk.hardening import runtime_folder
        from her2guide.ui.kiosk.minding import Minding

        minding = Minding(window, settings, runtime_folder())
        if settings.read_aloud:
            minding.listen(_offer_voice(window))
        minding.show()
    else:
        window.show()
    if settings.counselor:
        from her2guide.ui.consult.desk import Desk

        app.desk = Desk(window, settings)  # type: ignore[attr-defined]
        app.desk.open()  # type: ignore[attr-defined]


def run(argv: list[str], opening: Opening, heartbeat: int | None = None) -> int:
    """Show the window until it is closed. `heartbeat` is the pipe to whoever watches over this process."""
    app = build_app(argv, opening)
    if opening.settings.locked:  # until now nobody has told anything, and what Qt lacks here may be told in full
        tell_kinds_alone()
    if heartbeat is not None:
        from her2guide.ui.heartbeat import Heartbeat  # nobody listens at home

        Heartbeat(app.window, heartbeat)  # type: ignore[attr-defined]  # build_app gave it one
    sys.unraisablehook = take_unraisable
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not notice
    SpareMoments(app, _get_all_ready(app.window, opening.settings))  # type: ignore[attr-defined]
    return app.exec()


def _get_all_ready(window: MainWindow, settings: Settings) -> Iterator[None]:
    """Offer the voice, if there is one and it is not offered yet, then get ready what comes next."""
    if settings.read_aloud and settings.idle is None:
        _offer_voice(window)
        yield
    yield from get_ready(window.library)


def get_ready(library: Library) -> Iterator[None]:
    """Take one small step at each turn: import what the first question needs, then get ready what the guide needs."""
    for name in FIRST_QUESTION:
        import_module(name)
        yield
    from her2guide.guide.ahead import ahead

    yield from ahead(library)


def _opening(argv: list[str]) -> Opening:
    """Return what a command line, with or without the program's name, asks for."""
    has_name = bool(argv) and not argv[0].startswith("-")
    try:
        return read_opening(argv[1:] if has_name else argv)
    except UsageError as error:
        complain(error)
        raise SystemExit(BAD_INPUT) from None


def _keep_no_settings() -> None:
    """Keep Qt from noting which folders were looked at: what it would write has nowhere to go."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, os.devnull)
