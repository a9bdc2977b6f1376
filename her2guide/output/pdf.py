"""The guide on paper."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageBreak, PageTemplate

from her2guide.guide.document import Audience, GuideDocument, Heading, Section, line, plain
from her2guide.library.order import LOOK_UP, RESULT
from her2guide.output.pdf_blocks import Blocks
from her2guide.output.pdf_contents import FROM, Noted, contents, draw_page_numbers, section_key
from her2guide.output.pdf_fonts import load_fonts
from her2guide.output.pdf_page import PageFurniture
from her2guide.output.pdf_para import Para
from her2guide.output.pdf_style import PaperName, Style, close_style, front_styles, paper_style, short_style
from her2guide.output.pdf_tags import TaggedCanvas
from her2guide.output.pdf_text import Words, missing_glyphs
from her2guide.output.pdf_together import height_of, room_for_all, room_to_begin
from her2guide.output.printed import AFTER, TITLE, Printed, Spot, on_paper
from her2guide.output.typed_text import visible

__all__ = ["PaperName", "lay_out", "missing_glyphs", "render_pdf"]

# Nothing is ever fetched, from the network or from this machine, because of what stands in a text.
rl_config.trustedSchemes = ["data"]
rl_config.trustedHosts = []
rl_config.useA85 = 0  # streams as plain bytes: a fifth smaller

CLOSE = (*LOOK_UP, "about")  # set close: lists, and what stands about the guide itself
SPARE = 12.0  # where a page may end, the space above and the space below are not joined
LANGUAGES = {"en": "en-US", "es": "es-US"}


def render_pdf(
    document: GuideDocument, *, fonts: Path, paper: PaperName = "letter", large_print: bool = False
) -> bytes:
    """Return the guide as a PDF. The same document gives the same bytes."""
    return lay_out(document, fonts=fonts, paper=paper, large_print=large_print).data


def lay_out(document: GuideDocument, *, fonts: Path, paper: PaperName = "letter", large_print: bool = False) -> Printed:
    """Return the guide as a PDF together with where its pages begin."""
    document = on_paper(document, large_print=large_print)
    style = paper_style(load_fonts(fonts), paper, large_print)
    words = Words(style.fonts, [source.address for source in document.sources], document.addresses)
    furniture = PageFurniture(document.furniture, style, words)
    file = io.BytesIO()
    template = _template(file, document, style, furniture)
    begins: dict[Spot, int] = {}
    entries: list[Noted] = []  # of the list of parts
    story = list(_story(document, style, words, _room(furniture, style)))
    template.build(story, canvasmaker=_canvas_maker(furniture, begins, entries, style))
    return Printed(document, file.getvalue(), template.page, begins, frozenset(at for at, *_ in entries))


def is_one_page(document: GuideDocument, *, fonts: Path, paper: PaperName) -> bool:
    """Return whether a document is one page in usual print: laid out in the same way, but nothing is drawn or written.

    Finding the longest short guide asks this a dozen times, so it takes a quarter of the time that a file takes.
    """
    style = paper_style(load_fonts(fonts), paper, large_print=False)
    words = Words(style.fonts, [source.address for source in document.sources], document.addresses)
    furniture = PageFurniture(document.furniture, style, words)
    story = list(_story(document, style, words, _room(furniture, style)))
    for part in story:
        part.drawOn = _draw_nothing  # type: ignore[method-assign]
    template = _template(io.BytesIO(), document, style, furniture, kind=_OnePage)
    try:
        template.build(story, canvasmaker=_Unsaved)
    except _SecondPageError:
        return False
    return True


class _SecondPageError(Exception):
    """A second page has begun, and that is all that was asked."""


def _draw_nothing(*_: object, **__: object) -> None:
    pass


class _OnePage(BaseDocTemplate):
    """Stops where a second page begins."""

    def beforePage(self) -> None:  # noqa: N802 - reportlab's name
        if self.page > 1:
            raise _SecondPageError


class _Unsaved(TaggedCanvas):
    """Of a long text that is cut at the page's end the first piece is drawn all the same, and nothing is noted."""

    def begin(self, spot: Spot) -> None:
        """Note nothing."""

    def save(self) -> None:
        """Write nothing."""


def _template(
    file: io.BytesIO,
    document: GuideDocument,
    style: Style,
    furniture: PageFurniture,
    *,
    kind: type[BaseDocTemplate] = BaseDocTemplate,
) -> BaseDocTemplate:
    template = kind(
        file,
        pagesize=style.page,
        title=visible(document.furniture.mark),
        lang=LANGUAGES.get(document.language, document.language),
        displayDocTitle=1,
        invariant=1,
        pageCompression=1,
        initialFontName=style.fonts.regular,
        initialFontSize=style.sizes.body.size,
    )
    _, bottom = furniture.heights
    frame = Frame(style.margin, bottom, style.width, _room(furniture, style), 0, 0, 0, 0, id="column")
    template.addPageTemplates(PageTemplate("page", [frame], onPage=furniture.draw_head, onPageEnd=furniture.draw_foot))
    return template


def _room(furniture: PageFurniture, style: Style) -> float:
    """Return the height between head and foot of a page."""
    return style.page[1] - sum(furniture.heights)


def _canvas_maker(furniture: PageFurniture, begins: dict[Spot, int], entries: list[Noted], style: Style) -> Any:
    class GuideCanvas(TaggedCanvas):
        """Fills in the number of pages at the end; keeps names and dates out of the file's description."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self._doc.info = _TitleOnly()
            self.entries = entries

        def begin(self, spot: Spot) -> None:
            """Note that a part of the document is drawn; what goes on over several pages begins on the first."""
            begins.setdefault(spot, self.getPageNumber())

        def save(self) -> None:
            furniture.draw_page_numbers(self)
            titles = sorted(spot for spot in begins if spot[1] == TITLE)
            draw_page_numbers(self, entries, [begins[each] for each in titles], close_style(style))
            super().save()

    return GuideCanvas


class _TitleOnly(PDFInfo):
    def format(self, document: Any) -> bytes:
        """Write the title and nothing else: no author, no keywords, no dates."""
        return bytes(PDFDictionary({"Title": PDFString(self.title)}).format(document))


def _story(document: GuideDocument, style: Style, words: Words, room: float) -> Iterator[Flowable]:
    """Yield what is set on pages, of which each has `room` for it."""
    blocks = Blocks(style, words)
    for number, section in enumerate(document.sections):
        if number == AFTER and len(document.sections) >= FROM:
            listed = [*contents(document.furniture.parts, document.sections, blocks.at_size(close_style(style)))]
            yield CondPageBreak(room_for_all(listed, style))
            yield from listed
        if number and section.starts_page:
            yield PageBreak()
        yield from _section(section, number, blocks, room)


def _section(section: Section, number: int, blocks: Blocks, room: float) -> Iterator[Flowable]:
    style, parts = _set(section, number, blocks, room)
    for place, part in enumerate(parts):
        if isinstance(part, Para) and isinstance(part.block, Heading):
            part.outline = (f"section-{number}-{place}", _outline(plain(part.block.text)), 1)
        if needed := room_to_begin(parts, place, style):
            yield CondPageBreak(needed)
        yield part


def _set(section: Section, number: int, blocks: Blocks, room: float) -> tuple[Style, list[Flowable]]:
    """Return the looks of a section and what it is set of. Page one is set as large as it stands on one page."""
    largest, *smaller = _looks(section, blocks.style)
    parts = _parts(section, number, blocks.at_size(largest))
    if not smaller or height_of(parts, largest) <= room - SPARE:
        return largest, parts
    for style in smaller:
        closer = _parts(section, number, blocks.at_size(style))
        if height_of(closer, style) <= room - SPARE:
            return style, closer
    return largest, parts


def _looks(section: Section, style: Style) -> tuple[Style, ...]:
    """Return the looks that a section may have, the largest first."""
    if section.audience is Audience.CLINICIAN:
        return (short_style(style),)
    if section.id in CLOSE:
        return (close_style(style),)
    return front_styles(style) if section.id == RESULT else (style,)


def _parts(section: Section, number: int, blocks: Blocks) -> list[Flowable]:
    blocks.at = (number, TITLE)
    title = blocks.para(line(section.title), blocks.style.h1, None, "H1")
    title.outline = (section_key(number), _outline(section.title), 0)
    return [title, *blocks.flow(section.blocks)]


def _outline(text: str) -> str:
    return " ".join(visible(text).split())
