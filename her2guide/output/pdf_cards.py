"""Paper to cut out and to fill in: the card in its true size, and the sheet of a diary."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from copy import copy
from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING, Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from her2guide.guide.document import Bullets, Card, Contacts, Diary, Face, Paragraph
from her2guide.output.pdf_flow import Item, Sign, draw_stack
from her2guide.output.pdf_para import Para, Placed, place, total
from her2guide.output.pdf_style import Size, Sizes, color

if TYPE_CHECKING:
    from her2guide.output.pdf_blocks import Blocks

FACE = (85.6 * mm, 54 * mm)  # a bank card
HEAD = 20.0
PAD = 9.0, 5.0  # at the sides, above and below
MARK, CLEAR = 12.0, 3.0  # a corner mark, and how far it stands from the corner
TYPE = 9.8  # the largest type on a card; a face that holds more gets smaller type
LEADING = 1.14
COPIES = 2
ROW = 12 * mm  # of a diary
FILLS = "amber", "ink"  # of the heads, front and back


class Packed(Flowable):
    """Short items one behind the other, as many in a line as fit."""

    tag = "L"

    def __init__(self, items: Sequence[Item], gap: float) -> None:
        super().__init__()
        self.items, self.gap = items, gap

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.spots: list[tuple[float, float]] = []
        x = top = tall = 0.0
        for item in self.items:
            wide = min(item.hang + _natural(item.body, width - item.hang) + 1, width)
            if x and x + wide > width:
                x, top, tall = 0.0, top + tall, 0.0
            item.wrap(wide, 1e6)
            self.spots.append((x, top))
            x, tall = x + wide + self.gap, max(tall, item.height)
        self.width, self.height = width, top + tall
        return self.width, self.height

    def draw(self) -> None:
        for item, (x, top) in zip(self.items, self.spots, strict=True):
            item.drawOn(self.canv, x, self.height - top - item.height)


class CardSheet(Flowable):
    """A card, front beside back, twice: a dashed line to cut, corner marks, and a dotted line to fold."""

    tag = "Div"
    canv: Any  # the canvas of a guide, which knows what is read and what only repeats

    def __init__(self, card: Card, blocks: "Blocks") -> None:
        super().__init__()
        self.block = card
        self.sides = [_fitted(face, ink, card, blocks) for face, ink in ((card.front, "onamber"), (card.back, "page"))]
        self.spaceBefore = self.spaceAfter = 8.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, COPIES * (FACE[1] + 2 * (MARK + CLEAR))
        return self.width, self.height

    def draw(self) -> None:
        wide, tall = 2 * FACE[0], FACE[1]
        left = (self.width - wide) / 2
        for turn in range(COPIES):
            bottom = self.height - (turn + 1) * (tall + 2 * (MARK + CLEAR)) + MARK + CLEAR
            with self.canv.artifact() if turn else nullcontext():  # the copies are read once
                self._draw_faces(left, bottom)
            self._draw_lines(left, bottom, wide, tall)

    def _draw_faces(self, left: float, bottom: float) -> None:
        for number, (fill, (head, stack)) in enumerate(zip(FILLS, self.sides, strict=True)):
            self._draw_face(left + number * FACE[0], bottom, fill, head, stack)

    def _draw_face(self, x: float, bottom: float, fill: str, head: Para, stack: list[Placed]) -> None:
        top = bottom + FACE[1]
        self.canv.setFillColor(color(fill))
        self.canv.rect(x, top - HEAD, FACE[0], HEAD, stroke=0, fill=1)
        head.drawOn(self.canv, x + PAD[0], top - HEAD + (HEAD - head.height) / 2 + 1)
        draw_stack(self, stack, x + PAD[0], top - HEAD - PAD[1])

    def _draw_lines(self, x: float, y: float, wide: float, tall: float) -> None:
        canvas = self.canv
        canvas.saveState()
        canvas.setStrokeColor(color("ink"))
        canvas.setLineWidth(0.75)
        for across, way in ((x, -1), (x + wide, 1)):
            for up, rise in ((y, -1), (y + tall, 1)):
                canvas.line(across + way * CLEAR, up, across + way * (CLEAR + MARK), up)
                canvas.line(across, up + rise * CLEAR, across, up + rise * (CLEAR + MARK))
        canvas.setDash(4, 3)
        canvas.rect(x, y, wide, tall, stroke=1, fill=0)
        canvas.setDash(1, 3)
        canvas.line(x + wide / 2, y - MARK, x + wide / 2, y + tall + MARK)
        canvas.restoreState()


def _fitted(face: Face, ink: str, card: Card, blocks: "Blocks") -> tuple[Para, list[Placed]]:
    """Return the head and the parts of a face in the largest type in which all of it fits."""
    width, room = FACE[0] - 2 * PAD[0], FACE[1] - HEAD - 2 * PAD[1]
    size = TYPE
    while True:
        small = _small(blocks, size)
        head = small.para(face.head, ParagraphStyle("head", small.style.h2, textColor=color(ink)), card, "H2")
        _, high = head.wrap(width, 1e6)
        stack = place(list(_parts(face, card, small)), width)
        if high <= HEAD and total(stack) <= room:
            spare = min((room - total(stack)) / max(len(stack) - 1, 1), 4.0)
            return head, [(spare if number else 0.0, part, high) for number, (_, part, high) in enumerate(stack)]
        size *= min(sqrt(min(room / total(stack), HEAD / high)), 0.97)  # smaller type has fewer lines, and lower ones


def _natural(para: Para, most: float) -> float:
    """Return the width that words need for one line, or `most` where they need more."""
    _, high = para.wrap(most, 1e6)
    return most if high > 1.5 * para.style.leading else most - para.room_after()


def _small(blocks: "Blocks", size: float) -> "Blocks":
    """Return the same maker of flowables with the type of a card."""
    body = Size(size, LEADING * size)
    sizes = Sizes(body, body, Size(1.25 * size, 1.4 * size), body, body, body)
    return blocks.at_size(replace(blocks.style, sizes=sizes))


def _parts(face: Face, card: Card, blocks: "Blocks") -> Iterator[Flowable]:
    for part in face.parts:
        match part:
            case Paragraph(text):
                yield blocks.para(text, blocks.style.item, card)
            case Bullets(items):
                yield Packed(blocks.items(items, card, Sign.DISC), 8 * blocks.style.unit)
            case Contacts(rows):
                for label, value in rows:
                    yield blocks.contact(label, value, card)


class DiarySheet(Flowable):
    """A row for each thing to note and an empty cell for each day; rows that do not fit go on over the page."""

    tag = "Table"

    def __init__(self, diary: Diary, blocks: "Blocks") -> None:
        super().__init__()
        self.block, self.days = diary, diary.days
        self.labels = [
            blocks.para(item, blocks.style.item, diary, "TH-row", number) for number, item in enumerate(diary.items)
        ]
        self.spaceBefore, self.spaceAfter = 4.0, 10.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.column = min(max(_natural(label, width / 3) for label in self.labels) + 8, width / 3)
        self.rows = [max(ROW, label.wrap(self.column - 6, 1e6)[1] + 4) for label in self.labels]
        self.width, self.height = width, sum(self.rows)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        fits = sum(sum(self.rows[: number + 1]) <= height for number in range(len(self.rows)))
        first, rest = copy(self), copy(self)
        first.labels, rest.labels = self.labels[:fits], self.labels[fits:]
        return [first, rest] if first.labels and rest.labels else []

    def draw(self) -> None:
        canvas, top = self.canv, self.height
        canvas.setStrokeColor(color("lineui"))
        canvas.setLineWidth(0.75)
        wide = (self.width - self.column) / self.days
        for day in range(self.days + 1):
            x = self.column + day * wide
            canvas.line(x, 0, x, self.height)
        canvas.line(0, top, self.width, top)
        for label, tall in zip(self.labels, self.rows, strict=True):
            label.drawOn(canvas, 0, top - (tall + label.height) / 2)
            top -= tall
            canvas.line(0, top, self.width, top)
