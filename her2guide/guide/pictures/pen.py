"""Small plain pictures in one color on a grid, such as signs and steps: strokes, rings, dots and outlines."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from her2guide.guide.pictures.drawing import Circle, Line, Path, Poly, Rect, Shape, moved

GRID = 24.0  # every picture is drawn in a square of so many units
PEN = 1.8  # of a stroke, in units

Curve = tuple[float, float, float, float, float, float]


def curves(numbers: str) -> tuple[Curve, ...]:
    """Return curves from six numbers each, with a comma between two curves."""
    found = (tuple(map(float, curve.split())) for curve in numbers.split(","))
    return tuple((a, b, c, d, e, f) for a, b, c, d, e, f in found)


_DROP = curves("1.5 3.5 3 5 3 6.5, 3 10 -3 10 -3 6.5, -3 5 -1.5 3.5 0 0")


class Pen:
    """Makes shapes in one color."""

    def __init__(self, ink: str) -> None:
        self.ink = ink

    def lines(self, *points: tuple[float, float]) -> Iterator[Line]:
        """Yield strokes from point to point."""
        for (x1, y1), (x2, y2) in pairwise(points):
            yield Line(x1, y1, x2, y2, self.ink, PEN, round_ends=True)

    def ring(self, x: float, y: float, radius: float, start: float = 0.0, sweep: float = 360.0) -> Circle:
        return Circle(x, y, radius, "", self.ink, PEN, start, sweep)

    def dot(self, x: float, y: float, radius: float) -> Circle:
        return Circle(x, y, radius, self.ink)

    def box(self, x: float, y: float, width: float, height: float, radius: float) -> Rect:
        return Rect(x, y, width, height, "", self.ink, PEN, radius)

    def outline(self, x: float, y: float, curves: tuple[Curve, ...]) -> Path:
        return Path((x, y), curves, "", self.ink, PEN)

    def drop(self, x: float, y: float) -> Shape:
        return moved(Path((0, 0), _DROP, self.ink, self.ink, PEN / 2), x, y)


def sized(shape: Shape, by: float) -> Shape:
    """Return a shape so many times as large."""
    match shape:
        case Line(x1, y1, x2, y2):
            return replace(shape, x1=x1 * by, y1=y1 * by, x2=x2 * by, y2=y2 * by, stroke_width=shape.stroke_width * by)
        case Circle(x, y, radius):
            return replace(shape, x=x * by, y=y * by, radius=radius * by, stroke_width=shape.stroke_width * by)
        case Rect(x, y, width, height):
            pen, corner = shape.stroke_width * by, shape.radius * by
            return replace(
                shape, x=x * by, y=y * by, width=width * by, height=height * by, stroke_width=pen, radius=corner
            )
        case Path((x, y), curves):
            sized = tuple((a * by, b * by, c * by, d * by, e * by, f * by) for a, b, c, d, e, f in curves)
            return replace(shape, start=(x * by, y * by), curves=sized, stroke_width=shape.stroke_width * by)
        case Poly(points):
            return replace(shape, points=tuple((x * by, y * by) for x, y in points))
        case _:
            return shape
