"""Saving or opening a visit in a process of its own: it takes some seconds, and the window goes on living.

What is asked for comes by standard input, so that the passphrase stands in no list of processes; what came of it goes
out as JSON.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from her2guide.files.errors import OutputError
from her2guide.files.visit_errors import Problem, VisitError

_START = "import sys; sys.path[:] = sys.argv[1:]; from her2guide.files.visit_child import main; main()"


def command() -> list[str]:
    """Return the command that starts the process."""
    return [sys.executable, "-I", "-S", "-c", _START, *(place for place in sys.path if place)]


def to_save(path: Path, answers: str, saved: date, passphrase: str) -> bytes:
    """Return what to send for a visit to be saved."""
    return _sent(act="save", path=str(path), answers=answers, saved=saved.isoformat(), passphrase=passphrase)


def to_open(path: Path, passphrase: str) -> bytes:
    """Return what to send for a visit to be opened."""
    return _sent(act="open", path=str(path), passphrase=passphrase)


def main() -> None:
    """Do one thing that is asked for and print what came of it."""
    asked = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(_done(asked)).encode())


def _done(asked: dict[str, str]) -> dict[str, Any]:
    from her2guide.files.visit_file import SavedVisit, open_visit, save_visit

    path, passphrase = Path(asked["path"]), asked["passphrase"]
    try:
        if asked["act"] == "open":
            found = open_visit(path, passphrase)
            return {"answers": found.answers, "saved": found.saved.isoformat()}
        visit = SavedVisit(asked["answers"], date.fromisoformat(asked["saved"]))
        return {"warning": save_visit(path, visit, passphrase)}
    except VisitError as error:
        return {"problem": error.problem}
    except OutputError as error:
        return {"not-saved": error.problem}
    except MemoryError:
        return {"problem": Problem.TOO_MUCH_WORK}


def _sent(**asked: str) -> bytes:
    return json.dumps(asked).encode()
