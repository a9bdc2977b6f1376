"""Two lungs. Spots show where the lining can swell."""

from collections.abc import Iterator
from dataclasses import dataclass

from her2guide.guide.pictures.drawing import Circle, Drawing, Line, Measure, Path, Shape, caption

# One lobe, in units from the middle of the picture; the other is its mirror image.
_START = (0.16, -0.40)
_CURVES = (
    (0.18, -0.72, 0.34, -0.86, 0.46, -0.84),
    (0.74, -0.78, 0.92, -0.20, 0.97, 0.34),
    (0.99, 0.66, 0.96, 0.86, 0.84, 0.89),
    (0.62, 0.92, 0.44, 0.66, 0.24, 0.60),
    (0.12, 0.54, 0.14, 0.00, 0.16, -0.40),
)
_AIRWAYS = ((0.05, -0.42, 0.38, -0.10), (0.38, -0.10, 0.62, 0.28), (0.38, -0.10, 0.36, 0.36))
_SPOTS = ((0.40, 0.46, 0.075), (0.62, 0.52, 0.085), (0.80, 0.40, 0.065), (0.76, 0.70, 0.075), (0.52, 0.26, 0.06))
TALLEST = 6.5  # half the picture's height, in body type sizes


@dataclass(frozen=True, slots=True)
class Lungs:
    """The caption, and the words for those who do not see the drawing."""

    caption: str
    alt: str


def draw_lungs(picture: Lungs, width: float, body: float, small: float, measure: Measure) -> Drawing:
    """Draw the lungs in the middle of a width."""
    unit = min(0.46 * width, TALLEST * body)
    middle, down = width / 2, 1.12 * unit
    made = [*_windpipe(middle, down, unit)]
    for side in (-1, 1):
        made += _lung(side, middle, down, unit)
    under, bottom = caption(picture.caption, width, down + 0.98 * unit, small, measure)
    return Drawing(width, bottom, (*made, *under))


def _windpipe(middle: float, down: float, unit: float) -> Iterator[Shape]:
    yield Line(middle, down - 1.02 * unit, middle, down - 0.42 * unit, "lungline", 0.11 * unit, round_ends=True)


def _lung(side: int, middle: float, down: float, unit: float) -> Iterator[Shape]:
    def across(x: float) -> float:
        return middle + side * x * unit

    def at(y: float) -> float:
        return down + y * unit

    curves = tuple((across(a), at(b), across(c), at(d), across(e), at(f)) for a, b, c, d, e, f in _CURVES)
    yield Path((across(_START[0]), at(_START[1])), curves, "lungfill", "lungline", max(1.5, 0.02 * unit))
    for x1, y1, x2, y2 in ((0.0, -0.44, 0.05, -0.42), *_AIRWAYS):
        pen = (0.06 if x1 < 0.2 else 0.03) * unit
        yield Line(across(x1), at(y1), across(x2), at(y2), "lungline", pen, round_ends=True)
    for x, y, radius in _SPOTS:
        yield Circle(across(x), at(y), radius * unit, "spot", "spotline", 1.5)
