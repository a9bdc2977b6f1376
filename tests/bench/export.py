"""The guide as PDF against plain reportlab setting the same words on the same number of pages."""

import gc
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from pypdf import PdfReader
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from her2guide.cli import main
from her2guide.guide.document import GuideDocument
from her2guide.output.json_document import render_json
from her2guide.output.pdf import render_pdf
from her2guide.output.text import render_text
from tests.bench.clock import Figure, Ratio, compare
from tests.bench.opening import resident

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


STYLES = {
    leading: ParagraphStyle(str(leading), fontName="SourceSans3-Regular", fontSize=leading * 0.78, leading=leading)
    for leading in (14, 12, 10, 8, 6)
}
MARGIN, ROOM = 36, (LETTER[0] - 108, LETTER[1] - 96)  # within a frame's own padding, and a line to spare


class PlainPage(NamedTuple):
    """The lines of one page of the guide, and the leading at which plain reportlab sets them on one page too."""

    leading: int
    lines: list[str]


def plain_pages(data: bytes) -> list[PlainPage]:
    return [_plain_page(page.extract_text().splitlines()) for page in PdfReader(io.BytesIO(data)).pages]


def _plain_page(lines: list[str]) -> PlainPage:
    width, height = ROOM
    for leading, style in STYLES.items():
        if sum(Paragraph(escape(words), style).wrap(width, height)[1] for words in lines) <= height:
            return PlainPage(leading, lines)
    raise ValueError(f"{len(lines)} lines stand on no page of plain reportlab: {lines[0]}")


def plain_pdf(pages: list[PlainPage]) -> bytes:
    """Set lines of words as paragraphs, each page's on a page of its own, in the guide's font."""
    story: list[Flowable] = []
    for leading, lines in pages:
        story += [Paragraph(escape(words), STYLES[leading]) for words in lines]
        story.append(PageBreak())
    file = io.BytesIO()
    sides = {"topMargin": MARGIN, "bottomMargin": MARGIN, "leftMargin": 48, "rightMargin": 48}
    SimpleDocTemplate(file, pagesize=LETTER, invariant=1, **sides).build(story)
    return file.getvalue()


def export_ratios(document: GuideDocument, name: str = "guide") -> list[Ratio]:
    """Compare every renderer with plain reportlab for one document."""
    pages = plain_pages(render_pdf(document, fonts=FONTS))
    count = len(PdfReader(io.BytesIO(plain_pdf(pages))).pages)
    if count != len(pages):
        raise ValueError(f"the plain file has {count} pages, the guide {len(pages)}")
    label = f"{name}, {count} pages"
    return [
        compare(f"PDF of {label}", lambda: render_pdf(document, fonts=FONTS), lambda: plain_pdf(pages)),
        compare(f"text of {label}", lambda: render_text(document), lambda: plain_pdf(pages)),
        compare(f"JSON of {label}", lambda: render_json(document), lambda: plain_pdf(pages)),
    ]


def memory_figures(document: GuideDocument, first: int, last: int) -> Iterator[Figure]:
    """Measure how memory grows from one PDF to a much later one; both prints and papers take turns."""
    at: dict[int, int] = {}
    for number in range(1, last + 1):
        render_pdf(document, fonts=FONTS, paper=("letter", "a4")[number % 2], large_print=number % 4 > 1)
        if number in (first, last):
            gc.collect()
            at[number] = resident()
    growth = (at[last] - at[first]) / 1024
    yield Figure(f"memory, from PDF {first} to PDF {last}", growth, 5, " MiB", f"; {at[last] / 1024:.1f} MiB then")


def whole_export_ratios(answers: Path, folder: Path) -> list[Ratio]:
    """Compare an export, from answers file to PDF file, with plain reportlab: in one program, and as a command."""
    target = str(folder / "guide.pdf")
    export = ["export", str(answers), "-o", target, "--today", "2026-11-23"]
    if main(export):
        raise ValueError("the export did not work")
    pages = plain_pages(Path(target).read_bytes())
    kept = folder / "pages.json"
    kept.write_text(json.dumps(pages), encoding="utf-8")
    code = (
        "import json, sys, pathlib; from her2guide.output.pdf_fonts import load_fonts;"
        "from tests.bench.export import FONTS, plain_pdf; load_fonts(FONTS);"
        "pathlib.Path(sys.argv[2]).write_bytes(plain_pdf(json.loads(pathlib.Path(sys.argv[1]).read_text())))"
    )
    plain = [sys.executable, "-c", code, str(kept), str(folder / "plain.pdf")]
    command = [sys.executable, "-m", "her2guide", *export]
    return [
        compare("export, answers file to PDF file", lambda: main(export), lambda: plain_pdf(pages)),
        compare(
            "the export command, from a cold start",
            lambda: subprocess.run(command, check=True),
            lambda: subprocess.run(plain, check=True),
            rounds=5,
        ),
    ]
