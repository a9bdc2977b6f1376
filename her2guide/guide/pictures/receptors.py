"""Receptors on a cell: HER2 on its surface, hormone receptors in its middle. Two results of one cell."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from her2guide.guide.pictures.drawing import (
    FRAME_REACH,
    LEADING,
    Circle,
    Drawing,
    Line,
    Measure,
    Rect,
    Shape,
    Text,
    caption,
    wrapped,
)

SPIKES = 12
_INSIDE = ((-0.09, -0.08), (0.11, -0.03), (-0.02, 0.12))  # hormone receptors in the nucleus, in radii
LARGEST = 5.5  # the cell's radius, in body type sizes
_HER2_AT, _HORMONE_AT = 30.0, (0.38, 0.18)  # where the pointers start: degrees from 3 o'clock; in radii


@dataclass(frozen=True, slots=True)
class Receptors:
    """What the two pointers say, the caption, and the words for those who do not see the drawing."""

    her2: str
    hormone: str
    caption: str
    alt: str


def draw_receptors(picture: Receptors, width: float, body: float, small: float, measure: Measure) -> Drawing:
    """Draw the cell, and the words at its right where there is room, else under it."""
    inner = width - 2 * FRAME_REACH
    radius = min(0.2 * inner, LARGEST * body) if inner >= 30 * body else min(0.38 * inner, LARGEST * body)
    beside = inner >= 30 * body
    x, y = FRAME_REACH + 1.25 * radius, 1.25 * radius + 1
    made = [*_cell(x, y, radius)]
    turn = math.radians(_HER2_AT)
    first = (x + 1.14 * radius * math.cos(turn), y - 1.14 * radius * math.sin(turn))
    second = (x + _HORMONE_AT[0] * radius, y + _HORMONE_AT[1] * radius)
    if beside:
        left = x + 1.6 * radius
        texts = ((picture.her2, first[1]), (picture.hormone, max(second[1], first[1] + 4 * body)))
        for (text, height), point in zip(texts, (first, second), strict=True):
            made.append(Line(*point, left - 0.5 * body, height, "ink", 1.5))
            made += _words(text, left, height + 0.36 * body, width - FRAME_REACH - left, body, measure)
        bottom = 2.5 * radius + 2
    else:
        bottom = 2.5 * radius + 2
        second = (second[0] + 0.7 * body, second[1] + 0.3 * body)  # beside what is inside, not over it
        for number, (text, point) in enumerate(((picture.her2, first), (picture.hormone, second)), 1):
            made += _number(number, *point, body)
            made += _number(number, FRAME_REACH + 0.9 * body, bottom + 0.9 * body, body)
            words = list(
                _words(text, FRAME_REACH + 2.4 * body, bottom + 1.26 * body, inner - 2.4 * body, body, measure)
            )
            made += words
            bottom += max(2.2 * body, len(words) * LEADING * body + 0.8 * body)
    under, end = caption(picture.caption, width, bottom, small, measure)
    return Drawing(width, end, (*made, *under))


def _cell(x: float, y: float, radius: float) -> Iterator[Shape]:
    for spike in range(SPIKES):
        turn = math.radians(_HER2_AT + spike * 360 / SPIKES)
        along, across = math.cos(turn), -math.sin(turn)
        near, far = 0.98 * radius, 1.16 * radius
        ends = (x + near * along, y + near * across, x + far * along, y + far * across)
        yield Line(*ends, "spike", 0.09 * radius, round_ends=True)
    yield Circle(x, y, radius, "lungfill", "lake", 2.5)
    yield Circle(x, y, 0.42 * radius, "nucleus", "cellline", 1.2)
    side = 0.13 * radius
    for right, down in _INSIDE:
        middle, low = x + 1.3 * right * radius, y + 1.3 * down * radius
        yield Rect(middle - side / 2, low - side / 2, side, side, "spot", "onamber", 1.5)


def _words(text: str, left: float, base: float, room: float, body: float, measure: Measure) -> Iterator[Shape]:
    for row, line in enumerate(wrapped(text, body, True, room, measure)):
        yield Text(left, base + row * LEADING * body, line, body, "ink", bold=True, anchor="start")


def _number(number: int, x: float, y: float, body: float) -> Iterator[Shape]:
    yield Circle(x, y, 0.8 * body, "surface", "ink", 1.5)
    yield Text(x, y + 0.36 * body, str(number), body, "ink", bold=True)
