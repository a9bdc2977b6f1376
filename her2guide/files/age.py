"""Bytes locked with a passphrase, in the age format (age-encryption.org/v1), by the library pyrage.

Locking and opening take some seconds on purpose: whoever guesses has to wait as long for each guess. pyrage holds the
whole program meanwhile, so the window has it done in a process of its own (`visit_child`).
"""

import re
import unicodedata

from her2guide.files.visit_errors import Problem, VisitError

LEAST = 12  # characters; why so many: docs/decisions/0017-visit-files.md
MOST = 200
START = b"age-encryption.org/"
MOST_WORK = 22  # as a power of two; a file that asks for more would take gigabytes of memory
_HEADER = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n")


def lock(data: bytes, passphrase: str) -> bytes:
    """Return the data so that only the passphrase opens it."""
    from pyrage import passphrase as age  # nobody waits for it who saves and opens no visit

    return age.encrypt(data, _composed(passphrase))


def unlock(locked: bytes, passphrase: str) -> bytes:
    """Return what was locked. Raises `VisitError`; what was tried stands in no message."""
    from pyrage import DecryptError
    from pyrage import passphrase as age

    check(locked)
    try:
        return age.decrypt(locked, _composed(passphrase))
    except DecryptError as error:
        problem = _problem_of(str(error))
    raise VisitError(problem)


def check(locked: bytes) -> None:
    """Raise `VisitError` where these bytes are nothing that a passphrase of ours could open. This takes no time."""
    if not locked.startswith(START):
        raise VisitError(Problem.FOREIGN)
    found = _HEADER.match(locked)
    if found is None:
        raise VisitError(_unmatched(locked))
    if int(found.group(1)) > MOST_WORK:
        raise VisitError(Problem.TOO_MUCH_WORK)


def _unmatched(locked: bytes) -> Problem:
    """Return what is wrong with an age file that does not begin as ours do."""
    if b"\n--- " not in locked:
        return Problem.DAMAGED
    return Problem.OTHER_KEY if locked.startswith(START + b"v1\n") else Problem.NEWER


def _problem_of(said: str) -> Problem:
    """Return what is wrong by what the library says of it: it has one kind of error for all."""
    if said == "Decryption failed":
        return Problem.OTHER_WORDS
    return Problem.TOO_MUCH_WORK if said.startswith("Excessive work") else Problem.DAMAGED


def _composed(passphrase: str) -> str:
    """Return a passphrase in one form, so that it opens however a keyboard composes an accent."""
    return unicodedata.normalize("NFC", passphrase)
