"""`her2guide kiosk-check`: what on this machine breaks a promise of the shared screen, and the hash of a PIN."""

import argparse
import getpass
import json
import sys
from dataclasses import asdict
from pathlib import Path

from her2guide.errors import UsageError
from her2guide.kiosk.checks import Result, State, examine
from her2guide.kiosk.machine import ask_program, read_machine
from her2guide.library.library import languages
from her2guide.library.paths import resources
from her2guide.settings import KIOSK
from her2guide.site_file import Places, read_site_file, settings_of
from her2guide.staff_exit import LONGEST, hash_of
from her2guide.streams import print_bytes, standard_input


def kiosk_check(options: argparse.Namespace, places: Places | None = None) -> int:
    """Print one line for each promise that was looked at; exit code 1 unless all are kept."""
    if options.make_pin:
        print_bytes(f'pin_hash = "{hash_of_typed()}"\n'.encode())
        return 0
    named = options.settings
    files = (places or Places()).files() if named is None else (Path(named),)
    settings = settings_of([read_site_file(each, languages()) for each in files], KIOSK)
    site = settings.site
    machine = read_machine(
        files, settings.problems, pin=bool(site.pin_hash), printer=site.printer, resources=resources(), ask=ask_program
    )
    results = examine(machine)
    print_bytes((_as_json(results) if options.json else _as_text(results)).encode())
    return 0 if all(result.state is State.OK for result in results) else 1


def _as_text(results: tuple[Result, ...]) -> str:
    return "".join(f"{result.state.value:<2} {result.promise:<4} {result.text}\n" for result in results)


def _as_json(results: tuple[Result, ...]) -> str:
    found = [asdict(result) for result in results]
    return json.dumps({"schema": 1, "results": found}, ensure_ascii=False, indent=2) + "\n"


def hash_of_typed() -> str:
    """Ask for a PIN, unseen and twice on a terminal, else as the first line of input. Raises `UsageError`."""
    try:
        if sys.stdin is not None and sys.stdin.isatty():
            pin = getpass.getpass("PIN: ")
            if getpass.getpass("The same again: ") != pin:
                raise UsageError("--make-pin: the two are not the same")
        else:
            pin = standard_input("the PIN").readline(4 * LONGEST + 2).decode().rstrip("\r\n")
        return hash_of(pin)
    except UnicodeDecodeError:
        raise UsageError("--make-pin: the first line of standard input must be UTF-8") from None
    except ValueError as error:
        raise UsageError(f"--make-pin: {error}") from None
    except EOFError:
        raise UsageError("--make-pin: nothing was typed") from None
