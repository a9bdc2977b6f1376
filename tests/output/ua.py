"""What is wrong with a tagged PDF: by an independent checker of PDF/UA-1, and told as a screen reader would."""

import io
from itertools import zip_longest

import page
from pypdf import PdfReader

from her2guide.guide.document import GuideDocument
from her2guide.output.pdf import render_pdf
from tests.output.reading import FONTS
from tests.output.spoken import spoken
from tests.output.structure import Structure, Told


def problems(data: bytes, wanted: list[Told]) -> list[str]:
    """Return what is wrong with a file that should tell these blocks, in words."""
    return [*rule_breaks(data), *structure_faults(data, wanted)]


def rule_breaks(data: bytes) -> list[str]:
    """Return the rules of PDF/UA-1 that a file breaks."""
    report = page.validate_pdf_bytes(data, profile="ua1")
    return [f"{each.rule_id}: {each.message}" for each in report.failures]


def structure_faults(data: bytes, wanted: list[Told]) -> list[str]:
    """Return how the structure is wrongly tied to the pages, and where it first tells something else."""
    structure = Structure(PdfReader(io.BytesIO(data)))
    pairs = zip_longest(structure.told, wanted)
    return structure.faults + [f"tells {told}, not {want}" for told, want in pairs if told != want][:1]


def problems_on_paper(document: GuideDocument, *, large_print: bool = False, **options: object) -> list[str]:
    """Return what is wrong with the PDF of a guide."""
    data = render_pdf(document, fonts=FONTS, large_print=large_print, **options)  # type: ignore[arg-type]
    return problems(data, spoken(document, large_print=large_print))
