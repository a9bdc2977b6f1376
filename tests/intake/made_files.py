"""Makes PDF and zip files for tests."""

import io
import zipfile

import pikepdf
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen import canvas

REPORT = (
    "Left breast, core biopsy: invasive ductal carcinoma",
    "HER2 IHC: 2+ (equivocal)",
    "HER2 FISH: not amplified, HER2/CEP17 ratio 1.3",
    "ER: positive (90%)",
)


def pdf(*pages: tuple[str, ...]) -> bytes:
    """Return a PDF with the lines of each page."""
    out = io.BytesIO()
    paper = canvas.Canvas(out, pagesize=letter)
    for lines in pages:
        for number, line in enumerate(lines):
            paper.drawString(72, 720 - 14 * number, line)
        paper.showPage()
    paper.save()
    return out.getvalue()


def locked(data: bytes, password: str, strength: int) -> bytes:
    """Return a PDF that opens with the password; where that is empty, it is locked against changes alone."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        lock = pikepdf.Encryption(user=password, owner="owner", R=strength, aes=strength > 3, metadata=strength > 3)
        opened.save(out, encryption=lock)
    return out.getvalue()


def rows(*cells: tuple[str, ...]) -> bytes:
    """Return a PDF of one page with a table, written column by column as some programs do."""
    out = io.BytesIO()
    paper = canvas.Canvas(out, pagesize=letter)
    for column in range(max(map(len, cells))):
        for number, row in enumerate(cells):
            if column < len(row):
                paper.drawString(72 + 170 * column, 720 - 16 * number, row[column])
    paper.showPage()
    paper.save()
    return out.getvalue()


def columns(left: tuple[str, ...], right: tuple[str, ...]) -> bytes:
    """Return a PDF of one page with two columns of running text, line beside line."""
    out = io.BytesIO()
    paper = canvas.Canvas(out, pagesize=letter)
    paper.setFont("Helvetica", 9)
    for number in range(max(len(left), len(right))):
        for place, side in ((54, left), (320, right)):
            if number < len(side):
                paper.drawString(place, 720 - 12 * number, side[number])
    paper.showPage()
    paper.save()
    return out.getvalue()


def scan() -> bytes:
    """Return a PDF of a picture without words."""
    out = io.BytesIO()
    paper = canvas.Canvas(out, pagesize=letter)
    paper.rect(72, 72, 300, 400, fill=1)
    paper.showPage()
    paper.save()
    return out.getvalue()


def packed(files: dict[str, bytes | str]) -> bytes:
    """Return a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
