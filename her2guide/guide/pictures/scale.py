"""The HER2 scale: four bands from less to more HER2, with a result's place on it. Every word comes from the caller."""

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
    caption,
    flag,
    wrapped,
)
from her2guide.model.terms import Her2Category

Four = tuple[str, str, str, str]

POSSIBLE_BANDS: dict[Her2Category, tuple[int, int] | None] = {
    Her2Category.NULL: (0, 0),
    Her2Category.ULTRALOW: (1, 1),
    Her2Category.LOW: (2, 2),
    Her2Category.POSITIVE: (3, 3),
    Her2Category.ZERO_UNSPECIFIED: (0, 1),
    Her2Category.NEGATIVE_UNSPECIFIED: (0, 2),
    Her2Category.EQUIVOCAL: (2, 3),
    Her2Category.CONFLICT: (0, 3),  # leans neither way
    Her2Category.UNKNOWN: None,
}


@dataclass(frozen=True, slots=True)
class ScaleWords:
    """The scale's words in one language.

    The alt sentences are `str.format` texts. All may use {bands} and {count}, `alt_one` also {word} and
    {number}, `alt_several` also {first}, {last}, {first_number} and {last_number}.
    """

    names: Four
    meanings: Four
    flag_yours: str
    flag_unknown: str
    less: str
    more: str
    caption: str
    alt_one: str
    alt_several: str
    alt_none: str


@dataclass(frozen=True, slots=True)
class Her2Scale:
    """Four bands from less to more HER2, with the one band of a result or all bands still possible."""

    words: ScaleWords
    lowest: int | None
    highest: int | None
    single: bool
    flag: str
    alt: str
    caption: str


def her2_scale(category: Her2Category, provisional: bool, words: ScaleWords) -> Her2Scale:
    """Return the scale for a result. A test still to come can raise any result, so it opens the top end."""
    bands = POSSIBLE_BANDS[category]
    fields: dict[str, str | int] = {"bands": ", ".join(words.names), "count": len(words.names)}
    if bands is None:
        return Her2Scale(words, None, None, False, "", words.alt_none.format(**fields), words.caption)
    lowest, highest = (bands[0], 3) if provisional else bands
    fields |= {"first": words.names[lowest], "first_number": lowest + 1}
    fields |= {"last": words.names[highest], "last_number": highest + 1}
    if lowest == highest:
        alt = words.alt_one.format(word=words.names[lowest], number=lowest + 1, **fields)
        return Her2Scale(words, lowest, highest, True, words.flag_yours, alt, words.caption)
    alt = words.alt_several.format(**fields)
    return Her2Scale(words, lowest, highest, False, words.flag_unknown, alt, words.caption)


GAP, RADIUS, INSIDE = 8.0, 10.0, 12.0  # between boxes, of their corners, and the width words leave free
FRAME_STROKE = 3.2
# Ten cells, 3 above 4 above 3: how far each is from their middle, in radii.
_ROWS = ((-1, 3), (0, 4), (1, 3))
HEX = [(2.22 * (place - (n - 1) / 2), 1.93 * row) for row, n in _ROWS for place in range(n)]
# For each band: the stained cells, how much of the edge is stained (degrees), and the ring's width in radii.
STAIN: tuple[tuple[tuple[int, ...], float, float], ...] = (
    ((), 0.0, 0.0),
    ((4,), 160.0, 0.24),
    ((0, 2, 4, 5, 7, 8), 160.0, 0.24),
    ((0, 1, 2, 3, 4, 5, 6, 8, 9), 360.0, 0.34),
)


def draw_scale(scale: Her2Scale, width: float, body: float, small: float, measure: Measure) -> Drawing:
    """Draw the scale to a width."""
    return _Scale(scale, width, body, small, measure).drawing()


class _Scale:
    """The scale laid out: four boxes in a row, two by two, or one under the other, as the words need."""

    def __init__(self, scale: Her2Scale, width: float, body: float, small: float, measure: Measure) -> None:
        self.scale, self.words, self.measure = scale, scale.words, measure
        self.width, self.body, self.small = width, body, small
        low, high = scale.lowest, scale.highest
        self.marked = range(0) if low is None or high is None else range(low, high + 1)
        self.columns = next(count for count in (4, 2, 1) if self._fits(count) or count == 1)
        self.slide = min(0.42 * self.box, 4.6 * body)
        room = self.box - INSIDE
        self.names = [wrapped(text, body, True, room, measure) for text in self.words.names]
        self.meanings = [wrapped(text, small, False, room, measure) for text in self.words.meanings]
        more = body * (max(map(len, self.names)) - 1) + small * (max(map(len, self.meanings)) - 1)
        self.band = 3.9 * body + LEADING * more

    def _fits(self, columns: int) -> bool:
        self.box = (self.width - 2 * FRAME_REACH - GAP * (columns - 1)) / columns
        room = self.box - INSIDE
        words = [(name, self.body, True) for name in self.words.names]
        words += [(word, self.small, False) for text in self.words.meanings for word in text.split()]
        return self.box >= 7.2 * self.body and all(self.measure(*word) <= room for word in words)

    def drawing(self) -> Drawing:
        """Lay the rows of boxes, then the arrow, then the caption."""
        made: list[Shape] = []
        y, flag_room, flag = 0.0, max(2.7 * self.body, 2.5 * self.body + FRAME_REACH), True
        for first in range(0, 4, self.columns):
            row = range(first, first + self.columns)
            marked = [place for place, band in enumerate(row) if band in self.marked]
            y += flag_room if marked and flag else FRAME_REACH * (2 if first else 1)
            for place, band in enumerate(row):
                made += self._box(band, FRAME_REACH + place * (self.box + GAP), y)
            if marked:
                made += self._mark(marked[0], marked[-1], y, flag)
                flag = False
            y += self.slide + self.band
        arrow, y = self._arrow(y + FRAME_REACH + 1.25 * self.small)
        under, y = caption(self.scale.caption, self.width, y + 0.4 * self.small, self.small, self.measure)
        return Drawing(self.width, y, (*made, *arrow, *under))

    def _box(self, band: int, x: float, y: float) -> Iterator[Shape]:
        middle, under = x + self.box / 2, y + self.slide
        yield Rect(x, y, self.box, self.slide, fill="slide", radius=RADIUS, corners="top")
        yield Rect(x, under, self.box, self.band, fill=f"b{band}", radius=RADIUS, corners="bottom")
        yield from self._cells(band, middle, y + self.slide / 2)
        yield Line(x, under, x + self.box, under, "line", 1.0)
        yield Rect(x + 0.6, y + 0.6, self.box - 1.2, self.slide + self.band - 1.2, "", "line", 1.2, RADIUS)
        base, color = under + 0.42 * 3.9 * self.body, f"onb{band}"
        for row in self.names[band]:
            yield Text(middle, base, row, self.body, color, bold=True)
            base += LEADING * self.body
        base += 0.15 * self.body
        for row in self.meanings[band]:
            yield Text(middle, base, row, self.small, color)
            base += LEADING * self.small

    def _cells(self, band: int, middle: float, height: float) -> Iterator[Shape]:
        radius = 0.235 * min(0.43 * self.box, 0.62 * self.slide)
        stained, sweep, ring = STAIN[band]
        places = [(middle + across * radius, height + down * radius) for across, down in HEX]
        for x, y in places:
            yield Circle(x, y, radius, "cell", "cellline", 0.09 * radius)
            yield Circle(x, y, 0.36 * radius, "nucleus")
        for turn, cell in enumerate(stained):
            yield Circle(*places[cell], radius, "", "stain", ring * radius, 250.0 + 75.0 * turn, sweep)

    def _mark(self, first: int, last: int, y: float, with_flag: bool) -> Iterator[Shape]:
        out, step = FRAME_REACH - FRAME_STROKE / 2, self.box + GAP
        x, width = FRAME_REACH + first * step - out, (last - first) * step + self.box + 2 * out
        height = self.slide + self.band + 2 * out
        whole = self.scale.single
        yield Rect(x, y - out, width, height, "", "ink", FRAME_STROKE, RADIUS + out, dashed=not whole)
        if with_flag:
            f = self.body
            yield from flag(self.scale.flag, x + width / 2, y - FRAME_REACH, self.width, f, self.measure, 7.1 * f)

    def _arrow(self, base: float) -> tuple[list[Shape], float]:
        s, left, right = self.small, FRAME_REACH, self.width - FRAME_REACH
        start = left + self.measure(self.words.less, s, False) + 1.5 * s
        end = right - self.measure(self.words.more, s, False) - 1.5 * s
        first = Text(left, base, self.words.less, s, "ink2", anchor="start")
        fits = end - start >= 3 * s  # if not, the order is told by the words alone
        y, neck, base = base - 0.33 * s, end - 0.8 * s, base + (0 if fits else 1.3 * s)
        last = Text(right, base, self.words.more, s, "ink2", anchor="end")
        shaft = Line(start, y, neck, y, "ink", 1.4)
        head = Poly(((neck, y - 0.42 * s), (neck, y + 0.42 * s), (end, y)), "ink")
        return [first, shaft, head, last] if fits else [first, last], base
