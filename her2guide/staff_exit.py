"""How staff leave a shared screen: a PIN that is kept only as a hash, and few tries.

Tries are counted in a small file, because the program ends with every session: whoever ends one would start counting
from nothing. A try is written down before the PIN is looked at, so that killing the program gives no free one.
"""

import hashlib
import hmac
import math
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Literal

STAFF_LEFT = 10  # the exit code of a window that staff left: it is not started anew
SHORTEST, LONGEST = 6, 64
TRIES = 5
FIRST_WAIT = 15 * 60.0
_WAITS = 10  # after so many doublings, ten days, it does not grow any more
_FORM = re.compile(r"scrypt\$(\d{5,6})\$8\$([1-4])\$([0-9a-f]{32,128})\$([0-9a-f]{64})")
_COSTS = tuple(2**power for power in range(14, 18))
_MEMORY = 256 * 1024 * 1024

Outcome = Literal["open", "wrong", "wait"]


def hash_of(pin: str, salt: bytes | None = None) -> str:
    """Return a PIN as a clinic's file keeps it. Raises `ValueError`, which never holds the PIN."""
    if not SHORTEST <= len(pin) <= LONGEST or not pin.isprintable():
        raise ValueError(f"a PIN has {SHORTEST} to {LONGEST} letters or digits")
    salt = salt or secrets.token_bytes(16)
    return f"scrypt$32768$8$1${salt.hex()}${_scrypt(pin, 32768, 1, salt).hex()}"


def is_hash(text: str) -> bool:
    """Return whether a text has the form that `hash_of` makes, at a cost that a slow computer can bear."""
    found = _FORM.fullmatch(text)
    return found is not None and int(found[1]) in _COSTS and len(found[3]) % 2 == 0


def _fits(pin: str, pin_hash: str) -> bool:
    found = _FORM.fullmatch(pin_hash)
    if found is None or len(pin) > LONGEST:
        return False
    made = _scrypt(pin, int(found[1]), int(found[2]), bytes.fromhex(found[3]))
    return hmac.compare_digest(made, bytes.fromhex(found[4]))


def _scrypt(pin: str, cost: int, parallel: int, salt: bytes) -> bytes:
    pin_bytes = pin.encode(errors="surrogatepass")
    return hashlib.scrypt(pin_bytes, salt=salt, n=cost, r=8, p=parallel, maxmem=_MEMORY, dklen=32)


class StaffExit:
    """The way out for staff. After five wrong PINs it waits 15 minutes, then twice as long after each further five.

    `record` is a file that outlives the program, in a folder of its own account; without one, tries are counted only
    as long as the program runs. `now` is a clock that does not go back and counts while the computer sleeps.
    """

    def __init__(self, pin_hash: str, record: Path | None = None) -> None:
        self._pin_hash, self._record = pin_hash if is_hash(pin_hash) else "", record
        self._wrong, self._since = 0, -math.inf

    @property
    def is_there(self) -> bool:
        """Whether there is a way out at all: without a PIN there is none."""
        return bool(self._pin_hash)

    def try_pin(self, pin: str, now: float) -> Outcome:
        """Return whether the way is open, the PIN is wrong, or it is not the time to try."""
        if not self.is_there:
            return "wrong"
        self._read(now)
        if self.waits_until() > now or not self._note(self._wrong + 1, now):
            return "wait"
        if not _fits(pin, self._pin_hash):
            return "wrong"
        self._note(0, now)
        return "open"

    def waits_until(self) -> float:
        """Return when the next try is taken, on the clock of `now`."""
        rounds, left = divmod(self._wrong, TRIES)
        if left or not rounds:
            return -math.inf
        return self._since + FIRST_WAIT * 2.0 ** min(rounds - 1, _WAITS)

    def _read(self, now: float) -> None:
        """Take over the count of an earlier run. A record that says nothing sensible counts as five wrong tries."""
        if self._record is None:
            return
        try:
            wrong, since = self._record.read_text(encoding="ascii").split()
            self._wrong, self._since = int(wrong), float(since)
            sensible = self._wrong >= 0 and self._since <= now
        except FileNotFoundError:
            return
        except (OSError, ValueError):
            sensible = False
        if not sensible:
            self._note(max(self._wrong, TRIES), now)

    def _note(self, wrong: int, now: float) -> bool:
        """Keep the count. Returns whether it could be kept; a try that cannot be counted is not taken."""
        self._wrong, self._since = wrong, now
        if self._record is None:
            return True
        try:
            if wrong == 0:
                with suppress(FileNotFoundError):
                    self._record.unlink()
            else:
                self._record.touch(mode=0o600)
                self._record.write_text(f"{wrong} {now}\n", encoding="ascii")
        except OSError:
            return False
        return True
