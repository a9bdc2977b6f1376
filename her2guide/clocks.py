"""Two clocks of this computer: how long it is since something, though the computer slept or somebody set the time."""

import time
from dataclasses import dataclass

_ALL = getattr(time, "CLOCK_BOOTTIME", None)  # Linux has it; elsewhere the time of day stands in for it


@dataclass(frozen=True, slots=True)
class Instant:
    """What two clocks say, in seconds: one stands still while the computer sleeps, the other does not."""

    awake: float
    all: float


def now() -> Instant:
    """Return what the clocks say."""
    everything = time.time() if _ALL is None else time.clock_gettime(_ALL)
    return Instant(time.monotonic(), everything)


def passed(then: Instant, at: Instant) -> float:
    """Return the seconds from one instant to another. Of the two clocks the one that counts more time is right."""
    return max(at.awake - then.awake, at.all - then.all)
