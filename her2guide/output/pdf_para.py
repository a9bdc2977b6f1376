"""Paragraphs that remember which block they show, and stacks of flowables."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, Paragraph

from her2guide.guide.document import Block
from her2guide.output.pdf_structure import words_of
from her2guide.output.printed import Spot


class Para(Paragraph):
    """A paragraph that knows its block and its part in it: H1, H2, P, LBody, TH, TH-row, TD, Caption or RowHead."""

    block: Block | None = None
    spot: Spot | None = None
    tag = "P"
    origin: "Para | None" = None  # the paragraph this is a later part of
    fitted = -1.0
    outline: tuple[str, str, int] | None = None  # bookmark key, words, level
    canv: Any  # the canvas of a guide, which notes where each spot begins
    blPara: Any  # noqa: N815 - reportlab's name; the broken lines, there once wrapped

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Break into lines, once for each width: stacks ask often, and long texts go over many pages."""
        if self.fitted != width or not hasattr(self, "blPara"):
            super().wrap(width, height)
            self.fitted = width
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Split as reportlab does; both parts belong to the same block."""
        parts = super().split(width, height)
        for part in parts:
            if isinstance(part, Para) and part is not self:
                part.block, part.spot, part.tag, part.outline = self.block, self.spot, self.tag, None
                part.origin = self.origin or self
        if parts and isinstance(parts[0], Para):
            parts[0].outline = self.outline
        return list(parts)

    def halves(self, width: float, height: float) -> "tuple[Para, Para] | None":
        """Return what fits and what is left; None when nothing fits or all does."""
        parts = [part for part in self.split(width, height) if isinstance(part, Para)]
        return (parts[0], parts[1]) if len(parts) > 1 else None

    def draw(self) -> None:
        """Draw with a space at each line end, or programs that read the text run two words together."""
        if self.outline is not None:
            key, words, level = self.outline
            self.canv.bookmarkHorizontal(key, 0, self.height)
            self.canv.addOutlineEntry(words, key, level)
        for line in self.blPara.lines if self.frags else ():
            if self.blPara.kind == 0:
                if line[1][-1:] != [""]:
                    line[1].append("")
            elif line.words and not line.words[-1].text.endswith(" "):
                line.words[-1] = line.words[-1].clone(text=line.words[-1].text + " ")
        if self.spot is None:  # head or foot of the page
            super().draw()
            return
        self.canv.begin(self.spot)
        with self.canv.inside(words_of(self.canv, self, self.spot)):
            super().draw()

    def room_after(self) -> float:
        """Return how much of the last line is free."""
        if not self.frags or not self.blPara.lines:
            return float(self.width)
        last = self.blPara.lines[-1]
        return float(last[0] if self.blPara.kind == 0 else last.extraSpace)


Placed = tuple[float, Flowable, float]  # the gap above, the flowable, its height


def place(parts: Sequence[Flowable], width: float) -> list[Placed]:
    """Wrap flowables to a width, one under the other."""
    placed: list[Placed] = []
    after = 0.0
    for part in parts:
        _, height = part.wrap(width, 1e6)
        gap = max(after, part.getSpaceBefore()) if placed else 0.0
        placed.append((gap, part, height))
        after = part.getSpaceAfter()
    return placed


def total(placed: Sequence[Placed]) -> float:
    """Return the height of a stack."""
    return sum(gap + height for gap, _, height in placed)


def split_stack(parts: Sequence[Flowable], width: float, height: float) -> tuple[list[Flowable], list[Flowable]]:
    """Return what fits into a height and what is left; what does not fit whole is split if possible."""
    waiting, fitting = list(parts), list[Flowable]()
    used = after = 0.0
    while waiting:
        part = waiting.pop(0)
        _, tall = part.wrap(width, 1e6)
        gap = max(after, part.getSpaceBefore()) if fitting else 0.0
        if used + gap + tall <= height:
            fitting.append(part)
            used, after = used + gap + tall, part.getSpaceAfter()
            continue
        pieces = part.split(width, height - used - gap)
        if len(pieces) > 1:
            fitting.append(pieces.pop(0))
            return fitting, [*pieces, *waiting]
        return fitting, [part, *waiting]
    return fitting, []
