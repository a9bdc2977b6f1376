"""The window of a shared screen as processes: one that watches, and one for each session, which hardens itself."""

import os
import shutil
import sys
from collections.abc import Sequence

from her2guide.errors import UsageError
from her2guide.kiosk import hardening
from her2guide.kiosk.codes import tell
from her2guide.kiosk.notify import notifier, take_address
from her2guide.kiosk.supervisor import HEARTBEAT, Supervisor
from her2guide.opening import Opening, need_display, window_options
from her2guide.settings import PRESETS, Mode


def keep(arguments: Sequence[str]) -> int:
    """Keep a window alive, or show the page that stands for it. Raises `UsageError`."""
    options = window_options(arguments)
    if not PRESETS[Mode(options.mode)].locked:
        raise UsageError("--supervise: is for a shared screen; it needs --mode kiosk")
    if not hasattr(os, "killpg"):
        raise UsageError("--supervise: is not there yet on this system; Linux has it")
    need_display()
    if options.front_desk:
        hardening.harden()
        from her2guide.ui.front_desk import run

        return run(options.language, take_heartbeat())
    rest = [word for word in arguments if word != "--supervise"]
    window = [*own_command(), *rest]
    supervisor = Supervisor(
        window, [*window, "--front-desk"], notifier(take_address()), folder=hardening.runtime_folder()
    )
    hardening.harden()
    return supervisor.run()


def open_locked(opening: Opening) -> int:
    """Show the window of one session in a process that leaves nothing behind. Returns its exit code."""
    hardening.harden()
    heartbeat = take_heartbeat()
    folder = hardening.runtime_folder()
    home = None
    if folder is not None:
        try:
            home = hardening.private_home(folder)
        except OSError:
            tell("no-private-home")
    from her2guide.app import run

    try:
        return run(["her2guide"], opening, heartbeat)
    finally:
        if home is not None:
            shutil.rmtree(home, ignore_errors=True)


def take_heartbeat() -> int | None:
    """Return the pipe to whoever watches over this process, for this process alone; None where nobody does."""
    named = os.environ.pop(HEARTBEAT, "")
    if not (named.isascii() and named.isdigit()):
        return None
    try:
        os.set_inheritable(int(named), False)
        os.set_blocking(int(named), False)
    except OSError:
        return None
    return int(named)


def own_command() -> list[str]:
    """Return how this very program is started again."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "her2guide"]
