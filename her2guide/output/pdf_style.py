"""How paper looks: colors, type sizes and page sizes. No drawing here."""

from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle

from her2guide.look import Palette, tokens
from her2guide.output.pdf_fonts import Fonts

PaperName = Literal["letter", "a4"]

# The light theme of the window, on white.
LIGHT: dict[str, str] = {**tokens(Palette.LIGHT), "page": "#FFFFFF"}

PAGES: dict[PaperName, tuple[float, float, float]] = {  # width, height, margin in points
    "letter": (612.0, 792.0, 54.0),
    "a4": (595.28, 841.89, 50.0),
}


@cache
def color(token: str) -> Color:
    """Return the color of a token on paper."""
    return HexColor(LIGHT[token])


@dataclass(frozen=True, slots=True)
class Size:
    """A type size and its line height, in points."""

    size: float
    leading: float


@dataclass(frozen=True, slots=True)
class Sizes:
    """The steps of type on paper."""

    body: Size
    h1: Size
    h2: Size
    number: Size  # a phone number
    small: Size  # captions
    footer: Size


USUAL = Sizes(Size(13, 18), Size(25, 29), Size(15.5, 20), Size(16, 23), Size(12, 16), Size(9.5, 12.5))
CLOSE = Sizes(Size(12, 15), Size(25, 29), Size(14, 18), Size(16, 23), Size(12, 16), Size(9.5, 12.5))
FRONT = (  # the largest first
    Sizes(Size(12, 15), Size(25, 29), Size(14, 18), Size(15, 20), Size(12, 15), Size(9.5, 12.5)),
    Sizes(Size(11.5, 14), Size(25, 29), Size(13.5, 17), Size(15, 20), Size(11.5, 14), Size(9.5, 12.5)),
    Sizes(Size(11, 13.5), Size(25, 29), Size(13, 16.5), Size(14.5, 19), Size(11, 13.5), Size(9.5, 12.5)),
)
SHORT = Sizes(Size(10.5, 13), Size(25, 29), Size(12.5, 16), Size(12.5, 17), Size(10.5, 14), Size(9.5, 12.5))
LARGE = Sizes(Size(18, 25), Size(32, 38), Size(21, 27), Size(22, 31), Size(16, 22), Size(16, 23))


@dataclass(frozen=True)
class Style:
    """Everything a flowable asks about its looks."""

    fonts: Fonts
    sizes: Sizes
    page: tuple[float, float]
    margin: float
    large: bool
    close: bool = False  # to look things up in: lines stand close, and numbers in the margin

    @property
    def width(self) -> float:
        """The width of the one column."""
        return self.page[0] - 2 * self.margin

    @property
    def unit(self) -> float:
        """The step that spaces grow by: 1 at the usual size. A round one keeps the numbers in the file short."""
        return round(self.sizes.body.size / USUAL.body.size, 1)

    def _paragraph(
        self, name: str, size: Size, font: str, *, ink: str = "ink", before: float = 0, after: float = 0
    ) -> ParagraphStyle:
        return ParagraphStyle(
            name,
            fontName=font,
            fontSize=size.size,
            leading=size.leading,
            textColor=color(ink),
            spaceBefore=before,
            spaceAfter=after,
            allowWidows=0,
            allowOrphans=0,
            splitLongWords=1,
        )

    @property
    def near(self) -> float:
        """How near to each other things stand: 1, and nearer in small type."""
        return 1.0 if self.sizes.body.size >= USUAL.body.size else 0.6

    @cached_property
    def body(self) -> ParagraphStyle:
        """Sentences."""
        return self._paragraph("body", self.sizes.body, self.fonts.regular, after=7 * self.near)

    @cached_property
    def item(self) -> ParagraphStyle:
        """A list item, a cell, a line of a panel."""
        return self._paragraph("item", self.sizes.body, self.fonts.regular)

    @cached_property
    def item_bold(self) -> ParagraphStyle:
        """A header cell."""
        return self._paragraph("item-bold", self.sizes.body, self.fonts.bold)

    @cached_property
    def h1(self) -> ParagraphStyle:
        """The title of a section."""
        return self._paragraph("h1", self.sizes.h1, self.fonts.bold, before=22, after=8 * self.near)

    @cached_property
    def h2(self) -> ParagraphStyle:
        """A heading inside a section."""
        return self._paragraph("h2", self.sizes.h2, self.fonts.bold, before=12 * self.near, after=3)

    @cached_property
    def panel_head(self) -> ParagraphStyle:
        """The first sentence of a panel that has a list."""
        return self._paragraph("panel-head", self.sizes.h2, self.fonts.bold, after=3)

    @cached_property
    def number(self) -> ParagraphStyle:
        """A label with a phone number."""
        return self._paragraph("number", self.sizes.number, self.fonts.regular)

    @cached_property
    def caption(self) -> ParagraphStyle:
        """The words above a table."""
        return self._paragraph("caption", self.sizes.body, self.fonts.semibold, before=8, after=3)

    @cached_property
    def footer(self) -> ParagraphStyle:
        """The foot of a page."""
        return self._paragraph("footer", self.sizes.footer, self.fonts.regular, ink="ink2")

    @cached_property
    def header(self) -> ParagraphStyle:
        """The head of a page."""
        return self._paragraph("header", self.sizes.footer, self.fonts.semibold, ink="ink2")


def front_styles(style: Style) -> tuple[Style, ...]:
    """Return the looks that page one may have, as it has much to say on one page; large print stays large."""
    return (style,) if style.large else tuple(replace(style, sizes=sizes) for sizes in FRONT)


def short_style(style: Style) -> Style:
    """Return the looks of answers said back, and of a page for the care team; large print stays large."""
    return style if style.large else replace(style, sizes=SHORT)


def close_style(style: Style) -> Style:
    """Return the looks of a page to look things up in, which is long; large print stays large."""
    return style if style.large else replace(style, sizes=CLOSE, close=True)


def paper_style(fonts: Fonts, paper: PaperName, large_print: bool) -> Style:
    """Return the looks of one kind of paper."""
    width, height, margin = PAGES[paper]
    return Style(fonts, LARGE if large_print else USUAL, (width, height), 45.0 if large_print else margin, large_print)
