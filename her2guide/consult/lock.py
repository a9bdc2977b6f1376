"""When a counselor's window is covered: after some time in which nobody touched either window."""

import time
from dataclasses import dataclass, replace
from enum import StrEnum

WARNING = 30  # seconds before the window is covered


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time by two clocks: one that never goes back, and one that goes on while the computer sleeps."""

    steady: float
    wall: float


def now() -> Moment:
    """Return this moment."""
    return Moment(time.monotonic(), time.time())


class Cover(StrEnum):
    """What becomes of the window."""

    OPEN = "open"
    SOON = "soon"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class Lock:
    """How long nobody may touch anything, in seconds, and when someone last did. Once covered it stays so."""

    after: int
    touched_at: Moment
    covered: bool = False

    def state(self, moment: Moment) -> Cover:
        """Return what the window is at a moment. Of the two clocks the one that counts more time is right."""
        passed = max(moment.steady - self.touched_at.steady, moment.wall - self.touched_at.wall)
        if self.covered or passed >= self.after:
            return Cover.COVERED
        return Cover.SOON if passed >= self.after - min(WARNING, self.after / 2) else Cover.OPEN

    def touched(self, moment: Moment) -> "Lock":
        """Return the lock after a touch. One that is covered, or was due to be, is not opened by it."""
        if self.state(moment) is Cover.COVERED:
            return replace(self, covered=True)
        return replace(self, touched_at=moment)

    def opened(self, moment: Moment) -> "Lock":
        """Return the lock after someone asked to go on."""
        return Lock(self.after, moment)
