"""The time that half of the people in two groups had: a bar each, under one another, on one scale of months."""

import math
from dataclasses import dataclass

from her2guide.guide.pictures.drawing import (
    FRAME_REACH,
    LEADING,
    Drawing,
    Line,
    Measure,
    Rect,
    Shape,
    Text,
    caption,
    ruler,
)
from her2guide.guide.pictures.heads import head, texts, title

LONGEST = 40.0  # of a scale, in body type sizes
MOST_STEPS = 6
_STEPS = (1, 3, 6, 12, 24, 60)  # months between two marks
_BAR, _PEN = 1.5, 1.0  # how high a bar is, in body type sizes; of the line it stands on


@dataclass(frozen=True, slots=True)
class Time:
    """How long half of a group had, in months. `shown` is that in words, such as "more than 9 months"."""

    group: str
    shown: str
    months: float


@dataclass(frozen=True, slots=True)
class Times:
    """A time of each group. `scale` is what the numbers under the bars count."""

    title: str
    times: tuple[Time, ...]
    scale: str
    caption: str
    alt: str


def steps(longest: float) -> tuple[int, int]:
    """Return the months between two marks and how many steps a scale has, so that it holds the longest time.

    Raises `ValueError` for what is no time, or longer than the widest scale.
    """
    for step in _STEPS if longest > 0 else ():
        if (count := math.ceil(longest / step)) <= MOST_STEPS:
            return step, count
    raise ValueError(f"{longest} months have no scale")


def draw_times(picture: Times, width: float, body: float, small: float, measure: Measure) -> Drawing:
    """Draw the bars to a width, each under its words, and the scale under the last."""
    left, inner = FRAME_REACH, width - 2 * FRAME_REACH
    long = min(inner, LONGEST * body)
    step, count = steps(max(each.months for each in picture.times))
    made: list[Shape] = [*title(picture.title, width, body, measure)]
    y = len(made) * LEADING * body
    for time in picture.times:
        y += 0.4 * body
        rows = head(time.group, time.shown, inner, body, measure)
        made += texts(rows, left, y, body, measure)
        y += len(rows) * LEADING * body + 0.5 * body
        filled = long * time.months / (step * count)
        made.append(Rect(left, y, filled, _BAR * body, "figon"))
        y += _BAR * body
        made.append(Line(left, y, left + long, y, "figline", _PEN))  # no frame: a full one would say that all had it
    made += ruler(left, y, long, count, {mark: str(mark * step) for mark in range(count + 1)}, small)
    y += 1.4 * small + LEADING * small
    made.append(Text(left, y, picture.scale, small, "ink2", anchor="start"))
    under, bottom = caption(picture.caption, width, y + 0.3 * small, small, measure)
    return Drawing(width, bottom, (*made, *under))
