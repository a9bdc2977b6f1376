"""The two clocks of this computer that tell whether it slept."""

import time

from her2guide.ui.kiosk.idle import Instant

_ALL = getattr(time, "CLOCK_BOOTTIME", None)  # Linux has it; elsewhere the time of day stands in for it


def now() -> Instant:
    """Return what the clocks say."""
    everything = time.time() if _ALL is None else time.clock_gettime(_ALL)
    return Instant(time.monotonic(), everything)
