"""When a session on a shared screen ends by itself. Pure: it is told what the clocks say, and reads none."""

import math
from dataclasses import dataclass
from enum import StrEnum

from her2guide.clocks import Instant, passed
from her2guide.settings import Idle, Pace

_ASLEEP = 2.0  # seconds by which two clocks that run together may differ


class Stage(StrEnum):
    """Whether somebody is there."""

    ACTIVE = "active"
    WARN = "warn"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Sight:
    """Whether somebody is there, the seconds left before the end, and whether the computer slept."""

    stage: Stage
    left: int = 0
    slept: bool = False


class Watch:
    """Tells from the last act of a person what is to be done now. Once a session has ended, it stays ended."""

    def __init__(self, idle: Idle, now: Instant) -> None:
        self._idle = idle
        self.begin(now)

    def begin(self, now: Instant) -> None:
        """Begin with the next person."""
        self._last, self._began, self._ended = now, now, False

    def touch(self, now: Instant, pace: Pace) -> Sight:
        """Take an act of the person, unless it comes too late. Returns how it stands after that."""
        sight = self.look(now, pace)
        if sight.stage is Stage.ENDED:
            return sight
        self._last = now
        return Sight(Stage.ACTIVE)

    def ask_anew(self, now: Instant, pace: Pace) -> Sight:
        """Begin the countdown anew for somebody who makes the question readable. Returns how it stands after that."""
        sight = self.look(now, pace)
        if sight.stage is Stage.WARN:
            quiet = self._idle.before_asking(pace)
            self._last = Instant(now.awake - quiet, now.all - quiet)
            return self.look(now, pace)
        return sight

    def look(self, now: Instant, pace: Pace) -> Sight:
        """Return how it stands. A fresh page has nothing to lose, so its end comes without a warning."""
        if self._slept(now):
            self._ended = True
            return Sight(Stage.ENDED, slept=True)
        quiet = passed(self._last, now)
        limit = self._idle.before_asking(pace)
        left = limit - quiet + (0 if pace is Pace.FRESH else self._idle.countdown)
        if self._ended or left <= 0:
            self._ended = True
            return Sight(Stage.ENDED)
        if quiet < limit:
            return Sight(Stage.ACTIVE)
        return Sight(Stage.WARN, left=math.ceil(left))

    def _slept(self, now: Instant) -> bool:
        """Return whether the clocks have come apart, or one went back, since the person began."""
        began, last = self._began, self._last
        apart = (now.all - began.all) - (now.awake - began.awake)
        return abs(apart) > _ASLEEP or now.awake < last.awake or now.all < last.all - _ASLEEP
