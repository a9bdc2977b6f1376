"""The steps of one person's path: had, here, later or not known, told by border, sign, place and words alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from her2guide.guide.pictures.drawing import (
    FRAME_REACH,
    LEADING,
    Circle,
    Drawing,
    Line,
    Measure,
    Poly,
    Rect,
    Shape,
    Text,
    flag,
    wrapped,
)
from her2guide.model.steps import StepState

MOST_ACROSS = 3  # more steps stand one under the other
BESIDE = 10.5  # each step is at least so wide, in body type sizes, to stand beside the others
RADIUS = 10.0
_BORDERS = {StepState.HAD: ("tint", "lake", 2.0), StepState.HERE: ("surface", "ink", 4.0)}
_OPEN = ("page", "lineui", 2.0)  # dashed: later, or not known


@dataclass(frozen=True, slots=True)
class Node:
    """One step: its name, a few words, how it stands, and how that is said."""

    name: str
    about: str
    state: StepState
    mark: str


@dataclass(frozen=True, slots=True)
class PathPicture:
    """The steps in their order, and the words for those who do not see them."""

    nodes: tuple[Node, ...]
    alt: str


def draw_path(picture: PathPicture, width: float, body: float, small: float, measure: Measure) -> Drawing:
    """Draw up to three steps beside each other where there is room, else all of them one under the other."""
    inner, count = width - 2 * FRAME_REACH, len(picture.nodes)
    gap = 2.2 * body
    each = (inner - (count - 1) * gap) / count
    if count <= MOST_ACROSS and each >= BESIDE * body:
        return _across(picture, width, each, gap, body, small, measure)
    return _down(picture, width, inner, body, small, measure)


def _across(
    picture: PathPicture, width: float, each: float, gap: float, body: float, small: float, measure: Measure
) -> Drawing:
    cards = [_Card(node, each, body, small, measure) for node in picture.nodes]
    high = max(card.height for card in cards)
    top = 2.5 * body + 4 if any(node.state is StepState.HERE for node in picture.nodes) else 2.5
    marks = [wrapped(node.mark, small, False, each, measure) for node in picture.nodes]
    made = list[Shape]()
    for place, (card, rows) in enumerate(zip(cards, marks, strict=True)):
        x = FRAME_REACH + place * (each + gap)
        made += card.drawn(x, top, high, place + 1)
        if card.node.state is StepState.HERE:
            made += flag(card.node.mark, x + each / 2, top - 3, width, body, measure)
        else:
            for row, text in enumerate(rows):
                made.append(Text(x + each / 2, top + high + (1.3 + LEADING * row) * small, text, small, "ink"))
        if place:
            made += _arrow(x - gap + 4, top + high / 2, x - 5, top + high / 2, body)
    under = max(len(rows) for rows in marks)
    return Drawing(width, top + high + (LEADING * under + 0.8) * small, tuple(made))


def _down(picture: PathPicture, width: float, inner: float, body: float, small: float, measure: Measure) -> Drawing:
    made, y = list[Shape](), 2.5
    for place, node in enumerate(picture.nodes):
        card = _Card(node, inner, body, small, measure, mark_inside=True)
        if place:
            made += _arrow(FRAME_REACH + 1.9 * body, y - 1.9 * body, FRAME_REACH + 1.9 * body, y - 5, body)
        made += card.drawn(FRAME_REACH, y, card.height, place + 1)
        y += card.height + 2.2 * body
    return Drawing(width, y - 2.2 * body + 2.5, tuple(made))


class _Card:
    """One step laid out: the sign at the left, the name, the few words, and perhaps how it stands."""

    def __init__(
        self, node: Node, width: float, body: float, small: float, measure: Measure, *, mark_inside: bool = False
    ) -> None:
        self.node, self.width, self.body, self.small, self.measure = node, width, body, small, measure
        self.left, room = 3.3 * body, width - 3.3 * body - 0.9 * body
        self.name = wrapped(node.name, body, True, room, measure)
        self.about = wrapped(node.about, small, False, room, measure)
        self.mark = wrapped(node.mark, small, True, room - 2 * small, measure) if mark_inside else []
        inside = LEADING * (body * len(self.name) + small * (len(self.about) + len(self.mark)))
        self.height = inside + (1.7 if self.mark else 1.3) * body

    def drawn(self, x: float, y: float, high: float, number: int) -> Iterator[Shape]:
        """Yield the card with its upper left corner at a place."""
        fill, stroke, pen = _BORDERS.get(self.node.state, _OPEN)
        inset = pen / 2
        dashed = self.node.state not in _BORDERS
        yield Rect(x + inset, y + inset, self.width - pen, high - pen, fill, stroke, pen, RADIUS, dashed=dashed)
        yield from self._sign(x + 1.8 * self.body, y + high / 2, number)
        base = y + (high - self.height) / 2 + 0.65 * self.body
        for row in self.name:
            base += LEADING * self.body
            yield Text(x + self.left, base - 0.25 * self.body, row, self.body, "ink", bold=True, anchor="start")
        for row in self.about:
            base += LEADING * self.small
            yield Text(x + self.left, base - 0.25 * self.small, row, self.small, "ink", anchor="start")
        if self.mark:
            yield from self._mark(x + self.left, base + 0.3 * self.body)

    def _mark(self, x: float, y: float) -> Iterator[Shape]:
        """Yield how the step stands, inside its card; where the person may be it is a pill."""
        here = self.node.state is StepState.HERE
        step = LEADING * self.small
        if here:
            wide = max(self.measure(row, self.small, True) for row in self.mark) + 1.6 * self.small
            yield Rect(x, y, wide, step * len(self.mark) + 0.3 * self.small, "ink", radius=0.75 * self.small)
        for row, text in enumerate(self.mark):
            at = x + (0.8 * self.small if here else 0)
            color = "page" if here else "ink"
            yield Text(at, y + (row + 0.9) * step, text, self.small, color, bold=True, anchor="start")

    def _sign(self, x: float, y: float, number: int) -> Iterator[Shape]:
        """Yield a tick for a step had, its number for here and later, a question mark where it is not known."""
        radius, state, base = 0.95 * self.body, self.node.state, y + 0.36 * self.body
        if state is StepState.HAD:
            yield Circle(x, y, radius, "lake")
            pen, r = 0.18 * self.body, radius
            yield Line(x - 0.42 * r, y + 0.02 * r, x - 0.1 * r, y + 0.36 * r, "onlake", pen, True, x)
            yield Line(x - 0.1 * r, y + 0.36 * r, x + 0.45 * r, y - 0.34 * r, "onlake", pen, True, x)
        elif state is StepState.HERE:
            yield Circle(x, y, radius, "lake")
            yield Text(x, base, str(number), self.body, "onlake", bold=True)
        else:
            yield Circle(x, y, radius - 0.75, "page", "lineui", 1.5)
            yield Text(x, base, "?" if state is StepState.UNKNOWN else str(number), self.body, "ink", bold=True)


def _arrow(x1: float, y1: float, x2: float, y2: float, body: float) -> Iterator[Shape]:
    """Yield an arrow to the right or down."""
    head = 0.6 * body
    if y1 == y2:
        yield Line(x1, y1, x2 - head, y2, "ink2", 2.6)
        yield Poly(((x2 - head, y2 - 0.4 * body), (x2 - head, y2 + 0.4 * body), (x2, y2)), "ink2")
    else:
        yield Line(x1, y1, x2, y2 - head, "ink2", 2.6)
        yield Poly(((x2 - 0.4 * body, y2 - head), (x2 + 0.4 * body, y2 - head), (x2, y2)), "ink2")
