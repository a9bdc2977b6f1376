"""A guide as the bytes of a file. Heavy libraries are imported only for the format that needs them."""

from pathlib import Path
from typing import Literal

from her2guide.guide.document import GuideDocument, spans_of
from her2guide.output.printed import Printed
from her2guide.output.typed_text import visible

Format = Literal["pdf", "txt", "json", "html"]
Paper = Literal["letter", "a4"]
Length = Literal["short", "full"]


def render(
    document: GuideDocument,
    kind: Format,
    fonts: Path,
    *,
    paper: Paper = "letter",
    large_print: bool = False,
    width: int | None = None,
) -> bytes:
    """Return the guide as a file of `kind`. `paper` and `large_print` are for PDF, `width` (columns) for text."""
    match kind:
        case "json":
            from her2guide.output.json_document import render_json

            return render_json(document).encode()
        case "html":
            from her2guide.output.html import render_html

            return render_html(document).encode()
        case "txt":
            from her2guide.output.text import render_text

            return render_text(document, width=width).encode()
        case "pdf":
            return print_out(document, fonts, paper=paper, large_print=large_print).data


def print_out(document: GuideDocument, fonts: Path, *, paper: Paper, large_print: bool) -> Printed:
    """Return the guide as a PDF together with where its pages begin."""
    from her2guide.output.pdf import lay_out

    return lay_out(document, fonts=fonts, paper=paper, large_print=large_print)


def fits_page(document: GuideDocument, fonts: Path) -> bool:
    """Return whether a document is one page on every paper, in usual print."""
    from her2guide.output.pdf import is_one_page

    papers: tuple[Paper, ...] = ("letter", "a4")
    return all(is_one_page(document, fonts=fonts, paper=paper) for paper in papers)


def paper_note(document: GuideDocument, fonts: Path) -> str | None:
    """Return a sentence about characters that paper shows as codes, or None. What was typed is not repeated."""
    from her2guide.output.pdf import missing_glyphs

    words = "".join(span.text for section in document.sections for span in spans_of(section.blocks))
    count = len(missing_glyphs(visible(words), fonts))
    if not count:
        return None
    what = "1 character" if count == 1 else f"{count} characters"
    return f"{what} cannot be drawn on paper: there a code stands for it; .txt, .html and .json have it as typed"
