"""Figures: a value beside its mark, or two ways of one thing, turn by turn, so that both meet the same machine."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 15


@dataclass(frozen=True, slots=True)
class Ratio:
    """How long something takes beside its plain way; medians in milliseconds."""

    name: str
    ours: float
    plain: float

    def __str__(self) -> str:
        return f"{self.name:44} {self.ours / self.plain:6.2f}   ({self.ours:.2f} ms, plain {self.plain:.2f} ms)"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value beside its mark, which is the most it may be, or the least."""

    name: str
    value: float
    mark: float
    unit: str = ""
    more: str = ""
    at_least: bool = False

    def __str__(self) -> str:
        short = self.value < self.mark if self.at_least else self.value > self.mark
        told = f"{'at least ' if self.at_least else ''}{self.mark:g}{self.unit}{self.more}"
        missed = f"   {'under' if self.at_least else 'over'} the mark" if short else ""
        return f"{self.name:44} {self.value:6.2f}{self.unit}   (mark {told}){missed}"


def milliseconds(action: Callable[[], object]) -> float:
    gc.collect()  # whoever comes next does not pay for what was left behind
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def compare(name: str, ours: Callable[[], object], plain: Callable[[], object], rounds: int = ROUNDS) -> Ratio:
    """Run both once to warm up, then in turn."""
    ours()
    plain()
    pairs = [(milliseconds(ours), milliseconds(plain)) for _ in range(rounds)]
    return Ratio(name, statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs))
