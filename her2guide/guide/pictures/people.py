"""People out of 100: one group, or two of the same 100 side by side, filled in order from one number each; or bars."""

from dataclasses import dataclass

from her2guide.guide.pictures.drawing import (
    FRAME_REACH,
    LEADING,
    Circle,
    Copies,
    Drawing,
    Measure,
    Rect,
    Shape,
    caption,
    ruler,
)
from her2guide.guide.pictures.heads import head, texts, title

PEOPLE = 100
ACROSS = 20  # people in a row, in two blocks of ten
BESIDE = 15.5  # each group is at least so wide, in body type sizes, to stand beside the other
WIDEST = 24.0  # no group is wider, in body type sizes
GAP, BLOCK_GAP = 24.0, 0.03  # between the groups; between the blocks of ten, of a group's width
OUTLINE, BAR_HEIGHT = 1.0, 1.5  # around one not counted; of a bar, in body type sizes


@dataclass(frozen=True, slots=True)
class Count:
    """How many of 100 people in one group. `shown` is the count in words, such as "63 of 100"."""

    group: str
    shown: str
    value: float

    @property
    def people(self) -> int:
        """The number of people filled in: the nearest whole one, but none for fewer than one."""
        if not 0 <= self.value <= PEOPLE:
            raise ValueError(f"{self.value} is not a count out of {PEOPLE}")
        return int(self.value + 0.5) if self.value >= 1 else 0


@dataclass(frozen=True, slots=True)
class PeopleArray:
    """100 people, or the same 100 under two treatments. `as_bars` is the other way to see the same numbers."""

    title: str
    counts: tuple[Count, ...]
    caption: str
    alt: str
    as_bars: bool = False


def draw_people(picture: PeopleArray, width: float, body: float, small: float, measure: Measure) -> Drawing:
    """Draw the groups to a width: beside each other where there is room, all of one size."""
    inner = width - 2 * FRAME_REACH
    beside = (inner - GAP) / 2 >= BESIDE * body
    each = min((inner - GAP) / 2 if beside else inner, WIDEST * body)
    heads = [head(count.group, count.shown, each, body, measure) for count in picture.counts]
    lines = max(map(len, heads)) if beside else 0
    made: list[Shape | Copies] = [*title(picture.title, width, body, measure)]
    start_of_groups = y = len(made) * LEADING * body + 0.4 * body
    for place, (count, rows) in enumerate(zip(picture.counts, heads, strict=True)):
        x, top = FRAME_REACH + (place * (each + GAP) if beside else 0), start_of_groups if beside else y
        made += texts(rows, x, top, body, measure)
        start = top + (lines or len(rows)) * LEADING * body + 0.6 * body
        drawn, end = _bar(count, x, start, each, body, small) if picture.as_bars else _group(count, x, start, each)
        made += drawn
        y = max(y, end) + (0 if beside else body)
    under, bottom = caption(picture.caption, width, y + 0.3 * small, small, measure)
    return Drawing(width, bottom, (*made, *under))


def _group(count: Count, x: float, y: float, width: float) -> tuple[list[Copies], float]:
    """Return 100 people, row by row from the top, and how far down they reach."""
    column = width * (1 - BLOCK_GAP) / ACROSS
    wide = 0.78 * column
    high, places = 1.62 * wide, list[tuple[float, float]]()
    for person in range(PEOPLE):
        row, place = divmod(person, ACROSS)
        left = x + place * column + (width * BLOCK_GAP if place >= ACROSS // 2 else 0)
        places.append((left + column / 2, y + row * (high + 0.3 * wide)))
    counted, others = tuple(places[: count.people]), tuple(places[count.people :])
    made = [Copies(_person(wide, counted=True), counted), Copies(_person(wide, counted=False), others)]
    return [copies for copies in made if copies.places], y + (PEOPLE // ACROSS) * (high + 0.3 * wide)


def _person(wide: float, *, counted: bool) -> tuple[Circle, Rect]:
    """Return a head and a body; the origin is above the head, in the middle."""
    fill, stroke, pen = ("figon", "", 0.0) if counted else ("figoff", "figline", OUTLINE)
    head = 0.25 * wide
    shoulders, body, inset = 2.3 * head, 0.82 * wide, pen / 2
    left, height = inset - 0.41 * wide, 1.62 * wide - shoulders
    return (
        Circle(0.0, head, head - pen / 2, fill, stroke, pen),
        Rect(left, shoulders + inset, body - pen, height - pen, fill, stroke, pen, 0.3 * wide, "top"),
    )


def _bar(count: Count, x: float, y: float, width: float, body: float, small: float) -> tuple[list[Shape], float]:
    """Return a bar of 100 with a mark at each ten, and how far down it reaches."""
    height, made = BAR_HEIGHT * body, list[Shape]()
    made.append(Rect(x + 0.5, y + 0.5, width - 1, height - 1, "figoff", "figline", OUTLINE))
    if count.value:
        made.append(Rect(x, y, width * count.value / PEOPLE, height, "figon"))
    made += ruler(x, y + height, width, 10, {tens: str(tens * 10) for tens in (0, 5, 10)}, small)
    return made, y + height + 1.7 * small
