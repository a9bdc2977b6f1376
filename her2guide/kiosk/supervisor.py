"""Who keeps a shared screen alive: starts the window, and starts it anew when it ends, however it ends.

A session ends by the end of its process, so that nothing of a person is left in memory. There is nothing to save, so
whatever is to stop is killed. The window writes to a pipe while its event loop turns and its pages are painted; where
nothing comes for a while, it hangs and is killed. Where it crashes again and again, a page says to see the front desk.
"""

import os
import selectors
import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from her2guide.kiosk import hardening
from her2guide.kiosk.codes import tell
from her2guide.kiosk.notify import Notify
from her2guide.staff_exit import STAFF_LEFT

HEARTBEAT = "HER2GUIDE_HEARTBEAT"  # the number of the pipe that a child writes to
LEFT = "staff-left"  # a file by which systemd's unit knows not to start the screen anew
SESSION_OVER = 0
_PIECE = 4096
_LEAVING = 2  # seconds from the end of its pipe to the end of a child


@dataclass(frozen=True, slots=True)
class Limits:
    """In seconds: without a sign of life; for the number of crashes; the front desk's page, until it is tried again."""

    silence: float = 20
    crashes: int = 5
    within: float = 60
    front_desk: float = 600
    tick: float = 5  # how often systemd hears from us


class Supervisor:
    """Runs `window` again and again, and `front_desk` where it cannot be run. Both are argument lists."""

    def __init__(
        self,
        window: Sequence[str],
        front_desk: Sequence[str],
        notify: Notify,
        *,
        limits: Limits = Limits(),
        folder: Path | None = None,
        clock: Callable[[], float] = time.monotonic,  # it stands still while the computer sleeps
    ) -> None:
        self._window, self._front_desk, self._notify = window, front_desk, notify
        self._limits, self._folder, self._clock = limits, folder, clock
        self._crashes: deque[float] = deque(maxlen=limits.crashes)
        self._asked, self._ask = os.pipe()  # a byte in it: somebody asked this process to end
        self._stopping = False

    def run(self) -> int:
        """Run until a signal says to end (0), staff left (their code), or not even the front desk's page runs (1)."""
        before = {each: signal.signal(each, self._stop) for each in (signal.SIGTERM, signal.SIGINT)}
        try:
            return self._rounds()
        finally:
            self._notify("STOPPING=1")
            for each, handler in before.items():
                signal.signal(each, handler)
            os.close(self._asked)
            os.close(self._ask)

    def _stop(self, _: int, __: FrameType | None) -> None:
        """Note a signal; raising here could lose a child that is just being made."""
        self._stopping = True
        os.write(self._ask, b".")

    def _rounds(self) -> int:
        while True:
            code, lived = self._one(self._window)
            if self._stopping:
                tell("stopped")
                return 0
            if code == STAFF_LEFT:
                tell("staff-left")
                if self._folder is not None:  # a compositor in between does not hand the code on
                    (self._folder / LEFT).touch()
                return code
            if code == SESSION_OVER and lived:
                tell("session-over")
                continue
            tell(f"crash {code}")
            if self._loops():
                tell("front-desk")
                code, lived = self._one(self._front_desk, most=self._limits.front_desk)
                if not lived and not self._stopping:
                    tell(f"front-desk-crash {code}")
                    return 1
                self._crashes.clear()

    def _loops(self) -> bool:
        """Note a crash and return whether there were too many in too short a time."""
        self._crashes.append(self._clock())
        full = len(self._crashes) == self._limits.crashes
        return full and self._crashes[-1] - self._crashes[0] <= self._limits.within

    def _one(self, command: Sequence[str], most: float | None = None) -> tuple[int, bool]:
        """Run one child to its end, or for `most` seconds. Returns its code, and whether it ever gave a sign of life.

        A child that was silent too long has the code of the signal that killed it, as one that crashed has.
        """
        if self._folder is not None:
            hardening.sweep(self._folder)
        reading, writing = os.pipe()
        try:
            child = subprocess.Popen(  # noqa: S603 - our own program
                command,
                pass_fds=(writing,),
                env={**os.environ, HEARTBEAT: str(writing)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )
        except BaseException:
            os.close(reading)
            raise
        finally:
            os.close(writing)
        try:
            return self._watch(child, reading, most)
        finally:
            _end(child)
            os.close(reading)
            if self._folder is not None:
                hardening.sweep(self._folder)

    def _watch(self, child: "subprocess.Popen[bytes]", pipe: int, most: float | None) -> tuple[int, bool]:
        """Wait for the end of a child, or end it. The pipe ends with the child, and the wait with the pipe."""
        begun = last = self._clock()
        lived = False
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)
            selector.register(self._asked, selectors.EVENT_READ)
            while most is None or self._clock() - begun < most:
                if self._clock() - last > self._limits.silence:
                    tell("silent")
                    break
                self._notify("WATCHDOG=1")
                ready = selector.select(min(self._limits.tick, self._limits.silence / 4))
                if self._stopping:
                    break
                if not ready:
                    continue
                if not os.read(pipe, _PIECE):
                    with suppress(subprocess.TimeoutExpired):
                        child.wait(_LEAVING)
                    break
                last, lived = self._clock(), True
                self._notify("READY=1")  # each time: one that went astray would leave the service unready for good
        _end(child)
        return child.returncode, lived


def _end(child: "subprocess.Popen[bytes]") -> None:
    """Kill a child with all that it started, such as a voice that still reads aloud."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
