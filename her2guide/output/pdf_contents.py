"""The list of parts of a long guide on paper, each with its page. On a screen it leads there."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from her2guide.guide.document import Section, line
from her2guide.output.pdf_blocks import GAP, Blocks
from her2guide.output.pdf_flow import Beside
from her2guide.output.pdf_para import Para
from her2guide.output.pdf_style import Style, color

FROM = 10  # parts: a guide with fewer is short enough to leaf through
NUMBER = 26.0  # room for a page number, at the usual size

Noted = tuple[int, int, Any, float, float]  # of an entry: the page it stands on, its part, its element, and where


def contents(title: str, sections: Sequence[Section], blocks: Blocks) -> Iterator[Flowable]:
    """Yield the title and a line for each part: in two columns, or one below the other in large print."""
    yield Title(title, blocks)
    entries = [Entry(number, section.title, blocks) for number, section in enumerate(sections)]
    if blocks.style.large:
        yield from entries
        return
    middle = (len(entries) + 1) // 2
    yield Beside(list(entries[:middle]), list(entries[middle:]), GAP)


def section_key(number: int) -> str:
    """Return the name of the place where a part begins."""
    return f"section-{number}"


class Title(Para):
    """The words above the list. They are not of the document, so they have no spot."""

    def __init__(self, words: str, blocks: Blocks) -> None:
        super().__init__(blocks.words.markup(line(words)), blocks.style.h1)

    def draw(self) -> None:
        """Draw the words as a heading of their own section."""
        with self.canv.inside(self.canv.element("H1", "contents-title", self.canv.element("Sect", "contents"))):
            super().draw()


class Entry(Flowable):
    """A part and, once it is known, its page; a dotted line leads the eye over."""

    canv: Any  # the canvas of a guide

    def __init__(self, number: int, title: str, blocks: Blocks) -> None:
        super().__init__()
        self.number, self.title, self.style = number, title, blocks.style
        self.words = Para(blocks.words.markup(line(title)), blocks.style.item)
        self.spaceAfter = 5.0 * blocks.style.unit

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.room = width - NUMBER * self.style.unit
        _, self.height = self.words.wrap(self.room, height)
        self.width = width
        return self.width, self.height

    def draw(self) -> None:
        canvas, style = self.canv, self.words.style
        toc = canvas.element("TOC", "contents-list", canvas.element("Sect", "contents"))
        item = canvas.element("TOCI", ("contents", self.number), toc)
        link = canvas.element(
            "Link", ("contents-link", self.number), canvas.element("Reference", ("contents-to", self.number), item)
        )
        with canvas.inside(link):
            self.words.drawOn(canvas, 0, 0)
        canvas.lead_to(link, section_key(self.number), self.title, (0, 0, self.width, self.height))
        foot = style.leading - style.fontSize
        start, end = self.room - self.words.room_after() + 6, self.width - NUMBER * self.style.unit + 2
        if start < end:
            canvas.saveState()
            canvas.setStrokeColor(color("lineui"))
            canvas.setLineWidth(0.75)
            canvas.setDash(1, 3)
            canvas.line(start, foot, end, foot)
            canvas.restoreState()
        right, low = canvas.absolutePosition(self.width, foot)
        canvas.entries.append((canvas.getPageNumber(), self.number, item, right, low))


def draw_page_numbers(canvas: Any, entries: Sequence[Noted], pages: Sequence[int], style: Style) -> None:
    """Fill in the page of each part that the list names. `pages` are those of all parts in order."""
    font, size = style.item.fontName, style.item.fontSize
    for at, number, item, right, low in entries:
        words = str(pages[number])
        with canvas.ended_page(at), canvas.inside(item):
            canvas.setFont(font, size)
            canvas.setFillColor(color("ink"))
            canvas.drawString(right - stringWidth(words, font, size), low, f"{words} ")
