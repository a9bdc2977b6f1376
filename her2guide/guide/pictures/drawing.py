"""What a picture is made of: plain shapes, which the window and paper draw alike.

The origin is top left; colors are token names; a stroke is centered on its path; "" is no paint.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

Corners = Literal["all", "top", "bottom"]  # those that are round
Anchor = Literal["start", "middle", "end"]  # the end of a text that its x belongs to
Measure = Callable[[str, float, bool], float]  # (text, size, bold) -> width

FRAME_REACH = 6.4  # how far a frame may stand out from what it marks; kept free at both sides of a picture
LEADING = 1.25
_OPPOSITE: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, filled, stroked or both."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    radius: float = 0.0
    corners: Corners = "all"
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke. One of a sign that is never mirrored, such as a tick, names the middle of that sign."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    stroke_width: float
    round_ends: bool = False
    upright_around: float | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """A closed outline of Bezier curves. Each curve is two handles and an end: (x1, y1, x2, y2, x, y)."""

    start: tuple[float, float]
    curves: tuple[tuple[float, float, float, float, float, float], ...]
    fill: str
    stroke: str
    stroke_width: float


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, or an arc of it: `sweep` degrees against the clock, `start` counted from 3 o'clock."""

    x: float
    y: float
    radius: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    start: float = 0.0
    sweep: float = 360.0


@dataclass(frozen=True, slots=True)
class Poly:
    """A filled polygon."""

    points: tuple[tuple[float, float], ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words; y is its base line."""

    x: float
    y: float
    text: str
    size: float
    color: str
    bold: bool = False
    anchor: Anchor = "middle"


Shape = Rect | Line | Path | Circle | Poly | Text


@dataclass(frozen=True, slots=True)
class Copies:
    """A few shapes that come again at many places. A place is how far they are moved."""

    shapes: tuple[Circle | Rect, ...]
    places: tuple[tuple[float, float], ...]

    def each(self) -> Iterator[Shape]:
        """Yield every shape where it is drawn."""
        for x, y in self.places:
            for shape in self.shapes:
                yield replace(shape, x=shape.x + x, y=shape.y + y)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes and the room they need. Nothing is painted outside it."""

    width: float
    height: float
    parts: tuple[Shape | Copies, ...]

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """Every shape in the order of painting, each copy too."""
        found = (part.each() if isinstance(part, Copies) else (part,) for part in self.parts)
        return tuple(shape for shapes in found for shape in shapes)


def mirrored(drawing: Drawing) -> Drawing:
    """Return the drawing as those see it who read from right to left. Words stay as they are."""
    wide, made = drawing.width, list[Shape | Copies]()
    for part in drawing.parts:
        if isinstance(part, Copies):
            turned = tuple(replace(shape, x=_mirrored_x(shape, 0.0)) for shape in part.shapes)
            made.append(Copies(turned, tuple((wide - x, y) for x, y in part.places)))
        else:
            made.append(_mirrored(part, wide))
    return replace(drawing, parts=tuple(made))


def moved(shape: Shape, right: float, down: float) -> Shape:
    """Return a shape so far to the right and down."""
    match shape:
        case Line():
            return replace(shape, x1=shape.x1 + right, y1=shape.y1 + down, x2=shape.x2 + right, y2=shape.y2 + down)
        case Path((x, y), curves):
            turned = tuple(
                (a + right, b + down, c + right, d + down, e + right, f + down) for a, b, c, d, e, f in curves
            )
            return replace(shape, start=(x + right, y + down), curves=turned)
        case Poly():
            return replace(shape, points=tuple((x + right, y + down) for x, y in shape.points))
        case Rect() | Circle() | Text():
            return replace(shape, x=shape.x + right, y=shape.y + down)


def _mirrored_x(shape: Circle | Rect, width: float) -> float:
    return width - shape.x - (shape.width if isinstance(shape, Rect) else 0.0)


def _mirrored(shape: Shape, width: float) -> Shape:
    match shape:
        case Rect():
            return replace(shape, x=_mirrored_x(shape, width))
        case Line(upright_around=float(middle)):
            shift = width - 2 * middle
            return replace(shape, x1=shape.x1 + shift, x2=shape.x2 + shift, upright_around=middle + shift)
        case Line():
            return replace(shape, x1=width - shape.x1, x2=width - shape.x2)
        case Path((x, y), curves):
            turned = tuple((width - a, b, width - c, d, width - e, f) for a, b, c, d, e, f in curves)
            return replace(shape, start=(width - x, y), curves=turned)
        case Circle():
            return replace(shape, x=_mirrored_x(shape, width), start=180.0 - shape.start - shape.sweep)
        case Poly():
            return replace(shape, points=tuple((width - x, y) for x, y in shape.points))
        case Text():
            return replace(shape, x=width - shape.x, anchor=_OPPOSITE[shape.anchor])


def rough_width(text: str, size: float, bold: bool) -> float:
    """Guess a text's width where no font is at hand; on the wide side, so that words fit."""
    return len(text) * size * (0.58 if bold else 0.54)


def wrapped(text: str, size: float, bold: bool, width: float, measure: Measure) -> list[str]:
    """Return the lines of a text in a width. A word that is wider than that is broken."""
    rows = [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if rows[-1] and measure(longer, size, bold) > width:
            rows.append(word)
        else:
            rows[-1] = longer
        while len(rows[-1]) > 1 and measure(rows[-1], size, bold) > width:
            fits = next((n for n in range(len(rows[-1]) - 1, 1, -1) if measure(rows[-1][:n], size, bold) <= width), 1)
            rows[-1:] = [rows[-1][:fits], rows[-1][fits:]]
    return rows


def caption(text: str, width: float, y: float, small: float, measure: Measure) -> tuple[list[Shape], float]:
    """Return the lines under a picture, and how far down they reach. `y` is where the picture ends."""
    made = list[Shape]()
    for row in wrapped(text, small, False, width - 2 * FRAME_REACH, measure):
        y += 1.3 * small
        made.append(Text(FRAME_REACH, y, row, small, "ink2", anchor="start"))
    return made, y + 0.4 * small


def ruler(
    left: float, top: float, width: float, steps: int, labels: Mapping[int, str], small: float
) -> Iterator[Line | Text]:
    """Yield a mark at each end and step of a width, and words under those that have some."""
    for step in range(steps + 1):
        at = min(max(left + width * step / steps, left + 0.5), left + width - 0.5)
        yield Line(at, top, at, top + 0.3 * small, "figline", 1.0)
    for step, words in labels.items():
        anchor: Anchor = "start" if step == 0 else "end" if step == steps else "middle"
        yield Text(left + width * step / steps, top + 1.4 * small, words, small, "ink2", anchor=anchor)


def flag(
    words: str, middle: float, tip: float, width: float, body: float, measure: Measure, least: float = 0.0
) -> tuple[Shape, Shape, Shape]:
    """Return a pill with words whose pointer ends at `tip`. It stays in the picture's width, and is `least` wide."""
    wide = min(max(least, measure(words, body, True) + 2 * body), width)
    left = min(max(middle - wide / 2, 0.0), width - wide)
    top, under = tip - 2.5 * body, tip - 0.6 * body
    return (
        Rect(left, top, wide, 1.95 * body, fill="ink", radius=0.975 * body),
        Poly(((middle - 0.6 * body, under), (middle + 0.6 * body, under), (middle, tip + 1.0)), "ink"),
        Text(left + wide / 2, top + 1.31 * body, words, body, "page", bold=True),
    )
