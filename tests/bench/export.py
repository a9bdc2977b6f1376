"""The guide as PDF against plain reportlab setting the same words on the same number of pages."""

import io
from pathlib import Path
from xml.sax.saxutils import escape

from pypdf import PdfReader
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from her2guide.guide.document import GuideDocument
from her2guide.output.json_document import render_json
from her2guide.output.pdf import render_pdf
from her2guide.output.text import render_text
from tests.bench.clock import Ratio, compare

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def page_lines(data: bytes) -> list[list[str]]:
    return [page.extract_text().splitlines() for page in PdfReader(io.BytesIO(data)).pages]


def plain_pdf(pages: list[list[str]]) -> bytes:
    """Set lines of words as paragraphs, each page's on a page of its own, in the guide's font."""
    style = ParagraphStyle("plain", fontName="SourceSans3-Regular", fontSize=11, leading=14)
    story: list[Flowable] = []
    for lines in pages:
        story += [Paragraph(escape(words), style) for words in lines]
        story.append(PageBreak())
    file = io.BytesIO()
    SimpleDocTemplate(file, topMargin=36, bottomMargin=36, leftMargin=54, rightMargin=54, invariant=1).build(story)
    return file.getvalue()


def export_ratios(document: GuideDocument, name: str = "guide") -> list[Ratio]:
    """Compare every renderer with plain reportlab for one document."""
    pages = page_lines(render_pdf(document, fonts=FONTS))
    count = len(page_lines(plain_pdf(pages)))
    if count != len(pages):
        raise ValueError(f"the plain file has {count} pages, the guide {len(pages)}")
    label = f"{name}, {count} pages"
    return [
        compare(f"PDF of {label}", lambda: render_pdf(document, fonts=FONTS), lambda: plain_pdf(pages)),
        compare(f"text of {label}", lambda: render_text(document), lambda: plain_pdf(pages)),
        compare(f"JSON of {label}", lambda: render_json(document), lambda: plain_pdf(pages)),
    ]
