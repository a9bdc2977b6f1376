"""Where words sit on a report: two example pages, one a list and one a text, each with one place marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from her2guide.guide.pictures.drawing import (
    FRAME_REACH,
    LEADING,
    Anchor,
    Drawing,
    Line,
    Measure,
    Rect,
    Shape,
    Text,
    caption,
    wrapped,
)


@dataclass(frozen=True, slots=True)
class ReportLines:
    """Two example pages: `rows` of label and value are marked on the list, `sentence` is marked in the text.

    All other lines are gray bars. The two show different results, so that neither looks like the reader's own.
    """

    list_heading: str
    rows: tuple[tuple[str, str], ...]
    text_heading: str
    sentence: str
    caption: str
    alt: str


Cells = list[tuple[str, bool, Anchor]]  # the words on one line: text, bold, and the side they stand at

SIDE_BY_SIDE = 15.0  # each page is at least so wide, in small type sizes, to stand beside the other
GAP, RADIUS, BOX_RADIUS = 12.0, 8.0, 6.0
SHEET_STROKE, BOX_STROKE = 1.25, 2.0
BAR = 0.45  # how thick a gray bar is, in small type sizes
_LIST_BARS = ((0.5, 0.2), (0.38, 0.14))  # over and under what is marked: how much of the width label and value take
_TEXT_BARS = ((1.0,), (0.94, 0.55))  # lines of a paragraph


def draw_report(report: ReportLines, width: float, small: float, measure: Measure) -> Drawing:
    """Draw both pages to a width, side by side where there is room, and the caption under them."""
    inner = width - 2 * FRAME_REACH
    beside = (inner - GAP) / 2 >= SIDE_BY_SIDE * small
    each, top = (inner - GAP) / 2 if beside else inner, 1.0
    first = _Sheet(FRAME_REACH, top, each, small, measure)
    first.lay_list(report)
    start = (FRAME_REACH + each + GAP, top) if beside else (FRAME_REACH, first.y + GAP)
    second = _Sheet(*start, each, small, measure)
    second.lay_text(report)
    if beside:
        first.y = second.y = max(first.y, second.y)
    under, bottom = caption(report.caption, width, second.y + 0.25 * small, small, measure)
    return Drawing(width, bottom, (*first.drawn(), *second.drawn(), *under))


class _Sheet:
    """One page, laid from top to bottom; `y` is how far down it is."""

    def __init__(self, x: float, top: float, width: float, small: float, measure: Measure) -> None:
        self.x, self.top, self.width, self.s, self.measure = x, top, width, small, measure
        self.left = x + 1.1 * small
        self.right = x + width - 1.1 * small
        self.y = top + 0.5 * small
        self._made: list[Shape] = []

    def drawn(self) -> Iterator[Shape]:
        """Yield the paper, down to `y`, and what stands on it."""
        inset = SHEET_STROKE / 2
        width, height = self.width - SHEET_STROKE, self.y - self.top - SHEET_STROKE
        yield Rect(self.x + inset, self.top + inset, width, height, "surface", "lineui", SHEET_STROKE, RADIUS)
        yield from self._made

    def lay_list(self, report: ReportLines) -> None:
        """Lay out a list of labels and values, with some of its rows marked."""
        above, below = _LIST_BARS
        self._heading(report.list_heading)
        self._pair_of_bars(*above)
        for label, value in report.rows:
            self._mark(self._row(label, value))
        self._pair_of_bars(*below)
        self.y += 0.5 * self.s

    def lay_text(self, report: ReportLines) -> None:
        """Lay out a paragraph with one of its sentences marked."""
        above, below = _TEXT_BARS
        self._heading(report.text_heading)
        for share in above:
            self._bar(share)
        rows = wrapped(report.sentence, self.s, True, self.right - self.left, self.measure)
        self._mark([[(row, True, "start")] for row in rows])
        for share in below:
            self._bar(share)
        self.y += 0.5 * self.s

    def _heading(self, text: str) -> None:
        for row in wrapped(text, self.s, True, self.right - self.left, self.measure):
            self.y += LEADING * self.s
            self._made.append(Text(self.left, self.y, row, self.s, "ink", bold=True, anchor="start"))
        self.y += 0.6 * self.s
        self._made.append(Line(self.left, self.y, self.right, self.y, "line", 1.25))
        self.y += 0.3 * self.s

    def _pair_of_bars(self, label: float, value: float) -> None:
        room = self.right - self.left
        self._thick_line(self.left, label * room)
        self._thick_line(self.right - value * room, value * room)
        self.y += 1.7 * self.s

    def _bar(self, share: float) -> None:
        self._thick_line(self.left, share * (self.right - self.left))
        self.y += 1.1 * self.s

    def _thick_line(self, x: float, width: float) -> None:
        height = BAR * self.s
        self._made.append(Rect(x, self.y + 0.6 * self.s, width, height, "line", radius=height / 2))

    def _row(self, label: str, value: str) -> list[Cells]:
        """Return label and value as lines: on one where both fit, else one under the other."""
        room, both = self.right - self.left, self.measure(label, self.s, False) + self.measure(value, self.s, True)
        if both + self.s <= room:
            return [[(label, False, "start"), (value, True, "end")]]
        labels: list[Cells] = [[(row, False, "start")] for row in wrapped(label, self.s, False, room, self.measure)]
        values: list[Cells] = [[(row, True, "start")] for row in wrapped(value, self.s, True, room, self.measure)]
        return labels + values

    def _mark(self, lines: Sequence[Cells]) -> None:
        """Set lines in a box."""
        reach, step = 0.6 * self.s, LEADING * self.s
        top, inset = self.y + 0.2 * self.s, BOX_STROKE / 2
        height = len(lines) * step + 0.7 * self.s
        x, width = self.left - reach + inset, self.right - self.left + 2 * (reach - inset)
        self._made.append(
            Rect(x, top + inset, width, height - BOX_STROKE, "amberbg", "amberline", BOX_STROKE, BOX_RADIUS)
        )
        base = top + 0.35 * self.s + 0.95 * self.s
        for cells in lines:
            for text, bold, anchor in cells:
                at = self.right if anchor == "end" else self.left
                self._made.append(Text(at, base, text, self.s, "ink", bold, anchor))
            base += step
        self.y = top + height + 0.2 * self.s
