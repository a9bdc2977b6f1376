"""The flowables that reportlab lacks: list items, panels, two columns and pictures.

All but pictures can go over the end of a page. Each keeps its parts as flowables of their own and knows its
block, so that a layer which tags the file for screen readers finds each label, item, panel and picture.
"""

from enum import StrEnum
from typing import Any

from reportlab.pdfbase.pdfmetrics import getAscent, stringWidth
from reportlab.platypus import Flowable

from her2guide.guide.document import Block, PictureBlock
from her2guide.guide.pictures import FRAME_REACH, Drawing, shapes
from her2guide.output.pdf_code import Code
from her2guide.output.pdf_draw import paint
from her2guide.output.pdf_para import Para, Placed, place, split_stack, total
from her2guide.output.pdf_structure import label_of, section_of
from her2guide.output.pdf_style import Style, color
from her2guide.output.pdf_text import Words
from her2guide.output.printed import Spot

WRITE_LINE = 26.0  # room for handwriting
FURNITURE = 210.0  # what head and foot may take of a page's height, with some lines beside a picture


class Sign(StrEnum):
    """What stands before an item."""

    NONE = "none"
    DISC = "disc"
    NUMBER = "number"
    MARGIN = "margin"  # a plain number, in a long list
    BOX = "box"
    PICTURE = "picture"  # of a sign to call about


class Item(Flowable):
    """One item of a list: its sign at the left, the words, and perhaps a line to write on, or a code at the right."""

    tag = "LI"
    canv: Any  # the canvas of a guide, which knows what belongs to which element

    def __init__(
        self,
        body: Para,
        style: Style,
        sign: Sign,
        number: int = 0,
        *,
        write: bool = False,
        code: Code | None = None,
        picture: Drawing | None = None,
    ) -> None:
        super().__init__()
        self.body, self.style, self.sign, self.number, self.write = body, style, sign, number, write
        self.code, self.picture = code, picture
        self.block = body.block
        wide = {
            Sign.DISC: 15.0,
            Sign.NUMBER: 30.0,
            Sign.MARGIN: 28.0,
            Sign.BOX: 24.0,
            Sign.NONE: 0.0,
            Sign.PICTURE: 30.0,
        }
        self.hang = wide[sign] * style.unit
        self.spaceAfter = {Sign.NUMBER: 8.0, Sign.BOX: 6.0, Sign.PICTURE: 5.0}.get(sign, 3.0) * style.unit * style.near

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, tall = self.body.wrap(self._room(width), height)
        least = max(
            self.body.style.leading,
            self.code.height if self.code else 0.0,
            self.picture.height if self.picture else 0.0,
        )
        self.width, self.height = width, max(tall, least) + self._tail()
        return self.width, self.height

    def _room(self, width: float) -> float:
        return width - self.hang - (self.code.width if self.code else 0.0)

    def _tail(self) -> float:
        return WRITE_LINE * self.style.unit if self.write else 0.0

    def split(self, width: float, height: float) -> list[Flowable]:
        if self.code and self.wrap(width, height)[1] < 0.45 * self.style.page[1]:
            return []  # short enough to stand whole beside its code, on the next page
        halves = self.body.halves(self._room(width), height - self._tail())
        if halves is None:
            return []
        first = Item(halves[0], self.style, self.sign, self.number, code=self.code, picture=self.picture)
        rest = Item(halves[1], self.style, Sign.NONE, write=self.write)
        rest.hang = first.hang = self.hang
        rest.spaceAfter = self.spaceAfter
        return [first, rest]

    def draw(self) -> None:
        self._draw_sign(self.height - self.body.style.leading)
        self.body.drawOn(self.canv, self.hang, self.height - self.body.height)
        if self.code:
            self.code.drawOn(self.canv, self.width - self.code.width, self.height - self.code.height)
        if self.write:
            self.canv.setStrokeColor(color("lineui"))
            self.canv.setLineWidth(0.75)
            self.canv.line(self.hang, 3, self.width, 3)

    def _draw_sign(self, bottom: float) -> None:
        """`bottom` is the foot of the first line."""
        canvas, unit, type_size = self.canv, self.style.unit, self.body.style.fontSize
        middle = bottom + self.body.style.leading - 0.72 * type_size
        if self.sign is Sign.DISC:
            self._draw_pill(5 * unit, 5 * unit, middle, 4.8 * unit, "ink")
        elif self.sign is Sign.BOX:
            canvas.setStrokeColor(color("ink"))
            canvas.setLineWidth(1.2)
            canvas.roundRect(1, middle - 6 * unit, 12 * unit, 12 * unit, 2.5 * unit, stroke=1, fill=0)
        elif self.sign is Sign.NUMBER:
            size, radius = 12 * unit, 10 * unit
            wide = stringWidth(str(self.number), self.style.fonts.bold, size)
            width = max(2 * radius, wide + 0.7 * size)
            self._draw_pill(radius, width - radius, middle, 2 * radius, "lake")
            self._draw_number((width - wide) / 2, middle - 0.34 * size, self.style.fonts.bold, size, "onlake")
        elif self.picture:
            canvas.saveState()
            canvas.translate(0, middle - self.picture.height / 2)
            paint(canvas, self.picture, self.style.fonts, Words(self.style.fonts))
            canvas.restoreState()
        elif self.sign is Sign.MARGIN:
            font = self.body.style.fontName
            left = self.hang - 8 * unit - stringWidth(str(self.number), font, type_size)
            low = bottom + self.body.style.leading - getAscent(font, type_size)
            self._draw_number(left, low, font, type_size, "ink2")

    def _draw_number(self, left: float, low: float, font: str, size: float, ink: str) -> None:
        canvas = self.canv
        canvas.setFillColor(color(ink))
        canvas.setFont(font, size)
        if self.body.spot is not None:
            with canvas.inside(label_of(canvas, self.body, self.body.spot)):
                canvas.drawString(left, low, f"{self.number} ")

    def _draw_pill(self, left: float, right: float, middle: float, height: float, fill: str) -> None:
        """Draw a disc, or a bar with round ends, as a thick line: a tenth of what the curves of its outline take."""
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(color(fill))
        canvas.setLineWidth(height)
        canvas.setLineCap(1)
        canvas.line(left, middle, right, middle)
        canvas.restoreState()


class WriteIn(Flowable):
    """A label with a line to write on after it."""

    tag = "P"

    def __init__(self, body: Para) -> None:
        super().__init__()
        self.body, self.block = body, body.block

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, tall = self.body.wrap(width, height)
        self.under = self.body.room_after() < 0.35 * width
        self.height = tall + (WRITE_LINE if self.under else 0.0)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        halves = self.body.halves(width, height - WRITE_LINE)
        return [halves[0], WriteIn(halves[1])] if halves else []

    def draw(self) -> None:
        self.body.drawOn(self.canv, 0, self.height - self.body.height)
        start = 0.0 if self.under else self.width - self.body.room_after() + 8
        style = self.body.style
        foot = 3.0 if self.under else style.leading - getAscent(style.fontName, style.fontSize) - 2.5
        self.canv.setStrokeColor(color("ink"))
        self.canv.setLineWidth(0.75)
        self.canv.line(start, foot, self.width, foot)


class Beside(Flowable):
    """Two short stacks side by side; one under the other when they meet the end of a page."""

    tag = "Div"

    def __init__(self, left: list[Flowable], right: list[Flowable], gap: float) -> None:
        super().__init__()
        self.left, self.right, self.gap = left, right, gap
        self.spaceBefore = left[0].getSpaceBefore()
        self.spaceAfter = max(3.0, left[-1].getSpaceAfter(), right[-1].getSpaceAfter())

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.column = (width - self.gap) / 2
        self.stacks = place(self.left, self.column), place(self.right, self.column)
        self.width, self.height = width, max(map(total, self.stacks))
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        fitting, rest = split_stack([*self.left, *self.right], width, height)
        return [*fitting, *rest] if fitting else []

    def draw(self) -> None:
        for number, stack in enumerate(self.stacks):
            draw_stack(self, stack, number * (self.column + self.gap), self.height)


def draw_stack(owner: Flowable, stack: list[Placed], x: float, top: float) -> None:
    """Draw flowables one under the other."""
    for gap, part, height in stack:
        top -= gap + height
        part.drawOn(owner.canv, x, top)


class Panel(Flowable):
    """A filled box round a stack. The call-now panel has a border too, so that grey paper shows it."""

    tag = "Div"

    def __init__(self, parts: list[Flowable], style: Style, fill: str, stroke: str = "") -> None:
        super().__init__()
        self.parts, self.style, self.fill, self.stroke = parts, style, fill, stroke
        self.pad = 14.0, 11.0 * style.near  # at the sides, above and below
        self.spaceBefore = self.spaceAfter = 10.0 * style.near

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.stack = place(self.parts, width - 2 * self.pad[0])
        self.width, self.height = width, total(self.stack) + 2 * self.pad[1]
        return self.width, self.height

    def is_whole(self, width: float) -> bool:
        """Return whether the panel is short enough to be kept together, on the next page if need be."""
        return self.wrap(width, 1e6)[1] < 0.45 * self.style.page[1]

    def split(self, width: float, height: float) -> list[Flowable]:
        if self.is_whole(width):
            return []
        fitting, rest = split_stack(self.parts, width - 2 * self.pad[0], height - 2 * self.pad[1])
        if not fitting or not rest:
            return []
        return [Panel(each, self.style, self.fill, self.stroke) for each in (fitting, rest)]

    def draw(self) -> None:
        canvas = self.canv
        inset = 1.0 if self.stroke else 0.0
        canvas.setFillColor(color(self.fill))
        if self.stroke:
            canvas.setStrokeColor(color(self.stroke))
            canvas.setLineWidth(2)
        wide, tall = self.width - 2 * inset, self.height - 2 * inset
        canvas.roundRect(inset, inset, wide, tall, 9, stroke=int(inset), fill=1)
        draw_stack(self, self.stack, self.pad[0], self.height - self.pad[1])


class Figure(Flowable):
    """A picture with its words for those who do not see it. A frame stands out a little at both sides."""

    tag = "Figure"
    canv: Any  # the canvas of a guide, which notes where each spot begins

    def __init__(self, block: PictureBlock, spot: Spot, style: Style, words: Words) -> None:
        super().__init__()
        self.block: Block = block
        self.spot = spot
        self.alt, self.words, self.fonts = block.picture.alt, words, style.fonts
        self.room = style.page[1] - FURNITURE

        def measure(text: str, size: float, bold: bool) -> float:
            return stringWidth(words.drawn(text), style.fonts.bold if bold else style.fonts.regular, size)

        wide, sizes = style.width + 2 * FRAME_REACH, style.sizes
        self.drawing = shapes(block.picture, wide, sizes.body.size, sizes.small.size, measure)
        self.width, self.scale = style.width, 1.0
        self.spaceBefore, self.spaceAfter = 4.0, 10.0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Take the whole width; a picture taller than a page, as large print can make one, is drawn smaller."""
        self.scale = min(1.0, self.room / self.drawing.height)
        self.height = self.scale * self.drawing.height
        return self.width, self.height

    def draw(self) -> None:
        self.canv.begin(self.spot)
        left, low = self.canv.absolutePosition(-FRAME_REACH, 0)
        box = (left, low, left + self.scale * self.drawing.width, low + self.height)
        with self.canv.figure(("Figure", *self.spot), section_of(self.canv, self.spot), self.alt, box):
            self.canv.saveState()
            self.canv.translate(-FRAME_REACH, 0)
            self.canv.scale(self.scale, self.scale)
            paint(self.canv, self.drawing, self.fonts, self.words)
            self.canv.restoreState()
