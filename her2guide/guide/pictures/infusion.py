"""A day of infusion as a line of parts, one under the other, each with its number and its name.

No hour stands on the line, and no part is drawn longer than another: how long each takes differs by clinic.
"""

from dataclasses import dataclass
from itertools import pairwise

from her2guide.guide.pictures.drawing import (
    FRAME_REACH,
    LEADING,
    Circle,
    Drawing,
    Line,
    Measure,
    Shape,
    Text,
    caption,
    wrapped,
)

_FILLS = (("b1", "onb1"), ("b3", "onb3"), ("b2", "onb2"))  # of neighbors, told apart in gray too
_DISC, _NAME = 0.8, 2.6  # the radius of a number's disc, and where its name begins, in body type sizes
_STEP = 2.3  # from one part to the next, where a name has one line


@dataclass(frozen=True, slots=True)
class InfusionDay:
    """The parts of the day in order, the caption, and the words for those who do not see the drawing."""

    parts: tuple[str, ...]
    caption: str
    alt: str


def draw_infusion(picture: InfusionDay, width: float, body: float, small: float, measure: Measure) -> Drawing:
    """Draw a disc with its number for each part, its name beside it, and a line from disc to disc."""
    x, room = FRAME_REACH + (_DISC + 0.1) * body, width - 2 * FRAME_REACH - _NAME * body
    discs, y = list[Shape](), 0.0
    tops = list[float]()
    for part, name in enumerate(picture.parts):
        fill, ink = _FILLS[part % len(_FILLS)]
        rows = wrapped(name, body, False, room, measure)
        tops.append(y)
        discs.append(Circle(x, y + 0.95 * body, _DISC * body, fill, "ink", 1.2))
        discs.append(Text(x, y + 1.31 * body, str(part + 1), body, ink, bold=True))
        for row, text in enumerate(rows):
            at = y + 1.31 * body + row * LEADING * body
            discs.append(Text(FRAME_REACH + _NAME * body, at, text, body, "ink", anchor="start"))
        y += (len(rows) - 1) * LEADING * body + _STEP * body
    lines = tuple(
        Line(x, top + (0.95 + _DISC) * body, x, below + (0.95 - _DISC) * body, "ink", 1.2)
        for top, below in pairwise(tops)
    )
    under, bottom = caption(picture.caption, width, y + 0.4 * small, small, measure)
    return Drawing(width, bottom, (*lines, *discs, *under))
