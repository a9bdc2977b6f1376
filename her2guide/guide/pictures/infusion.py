"""A day of infusion as a ring of parts, in order with the clock, each with its number and its name beside it.

The parts are drawn of one length, and no hour stands on the ring: how long each takes differs by clinic.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from her2guide.guide.pictures.drawing import (
    FRAME_REACH,
    LEADING,
    Circle,
    Drawing,
    Measure,
    Shape,
    Text,
    caption,
    wrapped,
)

_FILLS = (("b1", "onb1"), ("b3", "onb3"), ("b2", "onb2"))  # of neighbours, told apart in gray too
APART = 4.0  # degrees between two parts
RING = 0.24  # how thick the ring is, of its radius
LARGEST = 7.0  # the radius, in body type sizes


@dataclass(frozen=True, slots=True)
class InfusionDay:
    """The parts of the day in order, the caption, and the words for those who do not see the drawing."""

    parts: tuple[str, ...]
    caption: str
    alt: str


def draw_infusion(picture: InfusionDay, width: float, body: float, small: float, measure: Measure) -> Drawing:
    """Draw the ring, and the key beside it where there is room, else under it."""
    inner = width - 2 * FRAME_REACH
    radius = min(0.3 * inner, LARGEST * body) if inner > 26 * body else min(inner / 2, LARGEST * body)
    beside = inner - 2 * radius - 2 * body >= 14 * body
    middle, down = FRAME_REACH + radius, 1.0 + radius
    made = [*_ring(len(picture.parts), middle, down, radius, body)]
    left = middle + radius + 2 * body if beside else FRAME_REACH
    room = width - FRAME_REACH - left
    key = list(_key(picture.parts, left, room, body, measure))
    height = sum(step for _, step in key)
    y = max(down - height / 2, 1.0) if beside else down + radius + body
    for shapes, step in key:
        made += [_lowered(shape, y) for shape in shapes]
        y += step
    under, bottom = caption(picture.caption, width, max(y, down + radius) + 0.4 * small, small, measure)
    return Drawing(width, bottom, (*made, *under))


def _ring(count: int, middle: float, down: float, radius: float, body: float) -> Iterator[Shape]:
    thick = RING * radius
    run = radius - thick / 2
    each = 360.0 / count
    for part in range(count):
        fill, ink = _fill(part, count)
        start = 90.0 - (part + 1) * each + APART / 2
        yield Circle(middle, down, run, "", "lineui", thick, start - 0.6, each - APART + 1.2)
        yield Circle(middle, down, run, "", fill, thick - 2.4, start, each - APART)
        turn = math.radians(90.0 - (part + 0.5) * each)
        x, y = middle + run * math.cos(turn), down - run * math.sin(turn)
        yield Text(x, y + 0.36 * body, str(part + 1), body, ink, bold=True)


def _fill(part: int, count: int) -> tuple[str, str]:
    """Return fill and ink of a part. The last one, which stands beside the first, never has that one's fill."""
    comes_round = part == count - 1 and part % len(_FILLS) == 0
    return _FILLS[1] if comes_round else _FILLS[part % len(_FILLS)]


def _key(
    parts: tuple[str, ...], left: float, room: float, body: float, measure: Measure
) -> Iterator[tuple[list[Circle | Text], float]]:
    """Yield number and name of each part, drawn from y = 0, and how far down the next one starts."""
    for part, name in enumerate(parts):
        fill, ink = _fill(part, len(parts))
        rows = wrapped(name, body, False, room - 2.6 * body, measure)
        made: list[Circle | Text] = [
            Circle(left + 0.85 * body, 0.95 * body, 0.8 * body, fill, "ink", 1.2),
            Text(left + 0.85 * body, 1.31 * body, str(part + 1), body, ink, bold=True),
        ]
        for row, text in enumerate(rows):
            made.append(Text(left + 2.4 * body, 1.31 * body + row * LEADING * body, text, body, "ink", anchor="start"))
        yield made, (len(rows) - 1) * LEADING * body + 2.3 * body


def _lowered(shape: Circle | Text, by: float) -> Shape:
    return replace(shape, y=shape.y + by)
