"""Words on their way into a PDF. Everything that is shown passes through here, and is escaped only here."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.fonts import ps2tt, tt2ps
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaFrag

from her2guide.guide.document import Line, Role, Span
from her2guide.output.addresses import cut_at
from her2guide.output.pdf_fonts import Fonts, load_fonts
from her2guide.output.pdf_style import LIGHT
from her2guide.output.typed_text import mark, visible

_LAYOUT = frozenset("\n\t")


class Words:
    """Turns words into what reportlab reads. Only the given addresses ever become links."""

    def __init__(self, fonts: Fonts, sources: Iterable[str] = (), programs: Iterable[str] = ()) -> None:
        self._fonts, self._programs = fonts, frozenset(programs)
        self._cut = cut_at([*sources, *self._programs])

    def drawn(self, text: str) -> str:
        """Return the text as it can be drawn: what is hidden or has no glyph becomes a visible mark."""
        safe = visible(text).replace("\t", "    ")
        has = self._fonts.characters
        if safe.isascii() or has.issuperset(safe.replace("\n", "")):
            return safe
        return "".join(each if each in has or each == "\n" else mark(each) for each in safe)

    def markup(self, line: Line) -> str:
        """Return a line as reportlab markup. The one place where text is escaped."""
        runs = ((strong, "".join(map(self._span, spans))) for strong, spans in groupby(line, _is_strong))
        return "".join(f"<b>{words}</b>" if strong else words for strong, words in runs)

    def fragments(self, line: Line, style: ParagraphStyle) -> list[ParaFrag] | None:
        """Return what reportlab makes of the markup of a line, or None where only its own parser knows: at a link.

        Most lines have none, and the parser takes a tenth of the time that a guide takes.
        """
        if any("\n" in span.text or (span.role is not Role.TYPED and len(self._cut(span.text)) > 1) for span in line):
            return None
        runs = ((strong, "".join(span.text for span in spans)) for strong, spans in groupby(line, _is_strong))
        return [_fragment(self.drawn(words), style, strong) for strong, words in runs if words]

    def program(self, line: Line) -> str:
        """Return the address of a program that a line links to; none is ""."""
        links = (piece for span in line if span.role is not Role.TYPED for piece in self._cut(span.text)[1::2])
        return next((address for address in links if address in self._programs), "")

    def _span(self, span: Span) -> str:
        return "".join(self._linked(span)) if span.role is not Role.TYPED else self._escaped(span.text)

    def _linked(self, span: Span) -> Iterator[str]:
        for place, piece in enumerate(self._cut(span.text)):
            if place % 2:
                link = f'<a href={quoteattr(piece)} color="{LIGHT["lake"]}">{self._escaped(piece)}</a>'
                label = quoteattr(piece)
                yield f'<onDraw name="link" label={label}/>{link}<onDraw name="unlink" label={label}/>'
            else:
                yield self._escaped(piece)

    def _escaped(self, text: str) -> str:
        return escape(self.drawn(text)).replace("\n", "<br/>")


def _is_strong(span: Span) -> bool:
    return span.bold or span.role is Role.STRONG


def _fragment(text: str, style: ParagraphStyle, strong: bool) -> ParaFrag:
    family, bold, italic = ps2tt(style.fontName)
    return ParaFrag(
        text=text,
        fontName=tt2ps(family, 1 if strong or bold else 0, italic),
        fontSize=style.fontSize,
        textColor=style.textColor,
        bold=1 if strong or bold else 0,
        italic=italic,
        rise=0,
        greek=0,
        link=[],
        us_lines=[],
    )


def missing_glyphs(text: str, fonts: Path) -> tuple[str, ...]:
    """Return the characters that paper can only show as a mark, each once, so that a caller can say so."""
    has = load_fonts(fonts).characters | _LAYOUT
    return tuple(dict.fromkeys(each for each in text if each not in has))
