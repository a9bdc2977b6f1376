"""When a counselor's window is covered: after some time in which nobody touched either window."""

from dataclasses import dataclass, replace
from enum import StrEnum

from her2guide.clocks import Instant, passed

WARNING = 30  # seconds before the window is covered


class Cover(StrEnum):
    """What becomes of the window."""

    OPEN = "open"
    SOON = "soon"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class Lock:
    """How long nobody may touch anything, in seconds, and when someone last did. Once covered it stays so."""

    after: int
    touched_at: Instant
    covered: bool = False

    def state(self, moment: Instant) -> Cover:
        """Return what the window is at a moment."""
        quiet = passed(self.touched_at, moment)
        if self.covered or quiet >= self.after:
            return Cover.COVERED
        return Cover.SOON if quiet >= self.after - min(WARNING, self.after / 2) else Cover.OPEN

    def touched(self, moment: Instant) -> "Lock":
        """Return the lock after a touch. One that is covered, or was due to be, is not opened by it."""
        if self.state(moment) is Cover.COVERED:
            return replace(self, covered=True)
        return replace(self, touched_at=moment)

    def opened(self, moment: Instant) -> "Lock":
        """Return the lock after someone asked to go on."""
        return Lock(self.after, moment)
