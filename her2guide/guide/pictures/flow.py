"""What happens step after step: boxes with a small picture and a few words, and arrows from one to the next."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from her2guide.guide.pictures.drawing import (
    FRAME_REACH,
    LEADING,
    Drawing,
    Line,
    Measure,
    Poly,
    Rect,
    Shape,
    Text,
    caption,
    moved,
    wrapped,
)
from her2guide.guide.pictures.pen import GRID, Pen, curves, sized

GAP, RADIUS = 26.0, 10.0  # between boxes; of their corners
SCENE = 3.4  # how large a small picture is, in body type sizes
BESIDE = 6.8  # each box is at least so wide, in body type sizes, to stand beside the others
_SLICE = curves("5 9 9 7 12 9, 15 7 20 9 18 13, 19 16 13 17 11 15, 8 17 5 15 6 12")


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A title, and steps in order: each the name of its small picture (`SCENES`), and its words."""

    title: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """The rows, the caption, and the words for those who do not see the drawing."""

    rows: tuple[FlowRow, ...]
    caption: str
    alt: str


def _tissue(pen: Pen) -> Iterator[Shape]:
    yield pen.box(1, 5, 22, 14, 2)
    yield pen.outline(6, 12, _SLICE)


def _stain(pen: Pen) -> Iterator[Shape]:
    for x, y, sweep in ((7, 8, 360), (17.5, 9, 200), (11.5, 17.5, 300)):
        yield pen.ring(x, y, 4.4, 20, sweep)
        yield pen.dot(x, y, 1.5)


def _score(pen: Pen) -> Iterator[Shape]:
    for step, high in enumerate((2, 7, 12, 18)):
        yield pen.box(2 + 5.4 * step, 21 - high, 3.6, high, 0.6)


def _copies(pen: Pen) -> Iterator[Shape]:
    yield pen.ring(12, 12, 10)
    for x, y in ((8, 8), (13, 7), (16.5, 11), (8, 14), (13, 13), (12, 18)):
        yield pen.dot(x, y, 1.5)


def _report(pen: Pen) -> Iterator[Shape]:
    yield pen.box(4, 1.5, 16, 21, 1.5)
    for y in (7, 11):
        yield from pen.lines((8, y), (16, y))
    yield from pen.lines((8, 16.5), (11, 19), (16, 14.5))


def _letter(pen: Pen) -> Iterator[Shape]:
    yield pen.box(1.5, 5, 21, 14.5, 1.5)
    yield from pen.lines((2.5, 6.5), (12, 13.5), (21.5, 6.5))


def _clinic(pen: Pen) -> Iterator[Shape]:
    yield pen.box(3, 4, 18, 18, 1.5)
    yield from pen.lines((12, 7), (12, 14))
    yield from pen.lines((8.5, 10.5), (15.5, 10.5))
    yield from pen.lines((10, 22), (10, 18), (14, 18), (14, 22))


def _send(pen: Pen) -> Iterator[Shape]:
    yield pen.box(1.5, 8, 15, 11.5, 1.5)
    yield from pen.lines((2.5, 9.5), (9, 14.5), (15.5, 9.5))
    yield from pen.lines((15, 4.5), (22, 4.5))
    yield from pen.lines((19, 1.8), (22, 4.5), (19, 7.2))


def _next(pen: Pen) -> Iterator[Shape]:
    yield from pen.lines((2, 21), (2, 16), (9, 16), (9, 11), (16, 11), (16, 6), (22, 6))
    yield from pen.lines((18.5, 2.8), (22, 6), (18.5, 9.2))


SCENES: Mapping[str, Callable[[Pen], Iterator[Shape]]] = MappingProxyType(
    {
        "tissue": _tissue,
        "stain": _stain,
        "score": _score,
        "copies": _copies,
        "report": _report,
        "letter": _letter,
        "clinic": _clinic,
        "send": _send,
        "next": _next,
    }
)  # by name


def draw_flow(picture: Flow, width: float, body: float, small: float, measure: Measure) -> Drawing:
    """Draw each row under its title: its boxes beside each other where there is room, else one under the other."""
    inner, made, y = width - 2 * FRAME_REACH, list[Shape](), 0.0
    for row in picture.rows:
        for text in wrapped(row.title, body, True, inner, measure) if row.title else ():
            y += LEADING * body
            made.append(Text(FRAME_REACH, y, text, body, "ink", bold=True, anchor="start"))
        y += 0.6 * body
        count = len(row.steps)
        each = (inner - (count - 1) * GAP) / count
        beside = each >= BESIDE * body
        each = each if beside else inner
        words = [wrapped(text, body, False, each - body, measure) for _, text in row.steps]
        high = (SCENE + 1.7 + LEADING * max(map(len, words))) * body
        for place, ((scene, _), rows) in enumerate(zip(row.steps, words, strict=True)):
            x = FRAME_REACH + (place * (each + GAP) if beside else 0)
            top = y + (0 if beside else place * (high + GAP))
            made += _box(scene, rows, x, top, each, high, body)
            if place:
                made += _arrow(
                    (x - GAP, top + high / 2) if beside else (x + each / 2, top - GAP), body, down=not beside
                )
        y += high + (0 if beside else (count - 1) * (high + GAP)) + 0.6 * body
    under, bottom = caption(picture.caption, width, y, small, measure)
    return Drawing(width, bottom, (*made, *under))


def _box(scene: str, rows: list[str], x: float, y: float, width: float, high: float, body: float) -> Iterator[Shape]:
    yield Rect(x + 0.75, y + 0.75, width - 1.5, high - 1.5, "surface", "lineui", 1.5, RADIUS)
    side = SCENE * body
    for shape in SCENES[scene](Pen("lake")):
        yield moved(sized(shape, side / GRID), x + (width - side) / 2, y + 0.7 * body)
    base = y + (SCENE + 1.1) * body
    for row in rows:
        base += LEADING * body
        yield Text(x + width / 2, base - 0.2 * body, row, body, "ink")


def _arrow(start: tuple[float, float], body: float, *, down: bool) -> Iterator[Shape]:
    """Yield an arrow over a gap, to the right or down."""
    (x, y), half, head = start, 0.4 * body, GAP - 5 - 0.6 * body
    if down:
        yield Line(x, y + 4, x, y + head, "ink2", 2.6)
        yield Poly(((x - half, y + head), (x + half, y + head), (x, y + GAP - 4)), "ink2")
    else:
        yield Line(x + 4, y, x + head, y, "ink2", 2.6)
        yield Poly(((x + head, y - half), (x + head, y + half), (x + GAP - 4, y)), "ink2")
