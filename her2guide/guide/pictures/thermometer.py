"""A thermometer lying down: from the mark on it is filled, and the words above say what to do there."""

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
    caption,
)
from her2guide.guide.pictures.heads import title

MARK = 0.62  # how far along the tube the mark stands
LONGEST = 30.0  # of the tube, in body type sizes
_BULB, _TUBE = 1.1, 1.1  # the radius of the bulb, and how high the tube is, in body type sizes


@dataclass(frozen=True, slots=True)
class Thermometer:
    """What to do from the mark on, the caption, and the words for those who do not see the drawing."""

    mark: str
    caption: str
    alt: str


def draw_thermometer(picture: Thermometer, width: float, body: float, small: float, measure: Measure) -> Drawing:
    """Draw the words, and the thermometer under them."""
    made: list[Shape] = [*title(picture.mark, width, body, measure)]
    middle = len(made) * LEADING * body + (_BULB + 0.6) * body
    left = FRAME_REACH + 2 * _BULB * body
    long = min(width - FRAME_REACH - 1 - left, LONGEST * body)
    top, high = middle - _TUBE * body / 2, _TUBE * body
    at = left + MARK * long
    made += (
        Rect(left, top, long, high, "figoff", "figline", 1.2),
        Rect(at, top, left + long - at, high, "figon"),
        Line(at, top - 0.35 * body, at, top + high + 0.35 * body, "ink", 2.0),
        Circle(FRAME_REACH + _BULB * body + 1, middle, _BULB * body, "figoff", "figline", 1.2),
    )
    under, bottom = caption(picture.caption, width, middle + (_BULB + 0.3) * body, small, measure)
    return Drawing(width, bottom, (*made, *under))
