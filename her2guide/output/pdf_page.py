"""What every page carries: the mark above, the education line and the page number below."""

from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from her2guide.guide.document import Furniture, line
from her2guide.output.pdf_para import Para
from her2guide.output.pdf_style import Style, color
from her2guide.output.pdf_tags import TaggedCanvas
from her2guide.output.pdf_text import Words

HEAD_TOP, FOOT_BOTTOM = 30.0, 24.0  # from the edges of the paper
GAP = 10.0
FOOT = "foot"  # its name in the file


class PageFurniture:
    """Draws head and foot. How many pages there are is known last, so the numbers are drawn on ended pages."""

    def __init__(self, furniture: Furniture, style: Style, words: Words) -> None:
        self._page_of, self._style, self._words = furniture.page_of, style, words
        number_width = self._wide(words.drawn(furniture.page_of.format(page=888, pages=888)))
        self._head = Para(words.markup(line(furniture.mark)), style.header)
        self._foot = Para(words.markup(line(furniture.footer)), style.footer)
        _, self._head_height = self._head.wrap(style.width, 1e6)
        _, self._foot_height = self._foot.wrap(style.width - number_width - 18, 1e6)
        self._foot_height = max(self._foot_height, style.footer.leading)

    def _wide(self, text: str) -> float:
        return stringWidth(text, self._style.footer.fontName, self._style.footer.fontSize)

    @property
    def heights(self) -> tuple[float, float]:
        """Return the heights of head and foot, with the paper's edge."""
        return HEAD_TOP + self._head_height + GAP, FOOT_BOTTOM + self._foot_height + 6 + GAP

    def draw_head(self, canvas: Canvas, template: Any) -> None:  # noqa: ARG002 - reportlab's shape
        """Draw the mark before the page's own words, as it is read."""
        self._head.drawOn(canvas, self._style.margin, self._style.page[1] - HEAD_TOP - self._head_height)

    def draw_foot(self, canvas: Any, template: Any) -> None:  # noqa: ARG002 - reportlab's shape
        """Draw the foot after the page's own words; it is in the file once."""
        if not canvas.hasForm(FOOT):
            with canvas.form(FOOT):
                self._draw_foot(canvas)
        canvas.doForm(FOOT)

    def _draw_foot(self, canvas: TaggedCanvas) -> None:
        left, right = self._style.margin, self._style.page[0] - self._style.margin
        top = FOOT_BOTTOM + self._foot_height
        canvas.setStrokeColor(color("line"))
        canvas.setLineWidth(1)
        canvas.line(left, top + 6, right, top + 6)
        self._foot.drawOn(canvas, left, FOOT_BOTTOM)

    def draw_page_numbers(self, canvas: TaggedCanvas) -> None:
        """Fill in every page's number."""
        pages = canvas.getPageNumber() - 1
        base = FOOT_BOTTOM + self._foot_height - self._style.footer.fontSize
        for page in range(1, pages + 1):
            words = self._words.drawn(self._page_of.format(page=page, pages=pages)).replace("\n", " ")
            with canvas.ended_page(page):
                canvas.setFont(self._style.footer.fontName, self._style.footer.fontSize)
                canvas.setFillColor(color("ink2"))
                canvas.drawString(self._style.page[0] - self._style.margin - self._wide(words), base, f"{words} ")
