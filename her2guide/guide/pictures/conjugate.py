"""How an antibody-drug conjugate works, in three boxes: it finds its mark, goes in, lets its medicine go."""

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

GAP, RADIUS = 16.0, 12.0  # between boxes, of their corners
CELL = 2.7  # the radius of the cell, in body type sizes; what is drawn in and on it is measured by it
BESIDE = 8.4  # each box is at least so wide, in body type sizes, to stand beside the others
SPIKES = (205.0, 248.0, 292.0, 335.0)  # where on the cell, in degrees with the clock from 3 o'clock
# Medicine let go, and an arm of the Y, in radii of the cell.
_FREE = ((0.0, -0.52), (-0.36, -0.2), (0.64, -0.36), (0.0, 0.04), (-0.4, 0.32), (0.2, 0.64))
ARM = 0.52


@dataclass(frozen=True, slots=True)
class Conjugate:
    """Three captions in order. `square` draws the mark on the cell with square ends: another mark than HER2."""

    steps: tuple[str, str, str]
    caption: str
    alt: str
    square: bool = False


def draw_conjugate(picture: Conjugate, width: float, body: float, small: float, measure: Measure) -> Drawing:
    """Draw the three boxes to a width: in a row where there is room, else one under the other."""
    inner, cell = width - 2 * FRAME_REACH, CELL * body
    beside = (inner - 2 * GAP) / 3 >= BESIDE * body
    each = (inner - 2 * GAP) / 3 if beside else inner
    rows = [wrapped(text, body, True, each - 2 * body, measure) for text in picture.steps]
    high = 3.6 * cell + max(map(len, rows)) * LEADING * body + 0.6 * body
    made = list[Shape]()
    for place, words in enumerate(rows):
        x = FRAME_REACH + (place * (each + GAP) if beside else 0)
        y = 1.0 if beside else 1.0 + place * (high + GAP)
        made.append(Rect(x, y, each, high, "surface", "line", 1.5, RADIUS))
        made += _scene(place, x + each / 2, y + 2.35 * cell, cell, picture.square)
        for row, text in enumerate(words):
            base = y + 3.6 * cell + (row + 0.8) * LEADING * body
            made.append(Text(x + each / 2, base, text, body, "ink", bold=True))
    bottom = 1.0 + (high if beside else 3 * high + 2 * GAP)
    under, end = caption(picture.caption, width, bottom + 0.3 * small, small, measure)
    return Drawing(width, end, (*made, *under))


def _scene(step: int, x: float, y: float, cell: float, square: bool) -> Iterator[Shape]:
    """Yield the cell in the middle of a box, and where the medicine is. `cell` is the cell's radius."""
    yield from _cell(x, y, cell, square)
    if step == 0:
        yield from _antibody(x, y - 1.48 * cell, cell)
    elif step == 1:
        yield Circle(x - 0.32 * cell, y + 0.04 * cell, cell / 2, "page", "lake", 1.5)
        yield from _antibody(x - 0.32 * cell, y + 0.04 * cell, 0.52 * cell)
    else:
        for right, down in _FREE:
            yield _dot(x + right * cell, y + down * cell, 0.11 * cell)


def _cell(x: float, y: float, cell: float, square: bool) -> Iterator[Shape]:
    yield Circle(x, y, cell, "lungfill", "lake", 2.5)
    yield Circle(x + 0.32 * cell, y + 0.24 * cell, 0.3 * cell, "nucleus", "cellline", 1.0)
    pen = 0.1 * cell
    for degrees in SPIKES:
        along, across = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        near, far = 0.98 * cell, 1.2 * cell
        end = (x + far * along, y + far * across)
        yield Line(x + near * along, y + near * across, *end, "spike", pen, round_ends=not square)
        if square:
            half = (pen * across, pen * along)
            yield Line(end[0] - half[0], end[1] + half[1], end[0] + half[0], end[1] - half[1], "spike", pen)


def _antibody(x: float, y: float, size: float) -> Iterator[Shape]:
    """Yield a Y upside down around its fork, with two dots of medicine at its stem."""
    arm, pen = ARM * size, 0.14 * size
    stem = y - 1.2 * arm
    for side in (-1, 1):
        yield Line(x, stem + 0.7 * arm, x + side * 0.65 * arm, stem + 0.45 * arm, "ink2", 0.04 * size)
        yield _dot(x + side * 0.65 * arm, stem + 0.45 * arm, 0.13 * size)
    yield Line(x, stem, x, y, "lake", pen, round_ends=True)
    for side in (-1, 1):
        yield Line(x, y, x + side * 0.75 * arm, y + 0.85 * arm, "lake", pen, round_ends=True)


def _dot(x: float, y: float, radius: float) -> Circle:
    return Circle(x, y, radius, "spot", "onamber", 1.5)
