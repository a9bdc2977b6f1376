"""A text as a QR code: where its small squares are dark. Nothing of a text is kept."""

from itertools import groupby
from typing import Any, Literal

QUIET = 4  # modules around a code that stay white; ISO/IEC 18004

Run = tuple[int, int, int]  # row from the top, first column, how many are dark


def dark_runs(text: str, spoiled: Literal["L", "M"]) -> tuple[int, tuple[Run, ...]]:
    """Return how many modules a side has, and where they are dark.

    With "M" up to 15 in 100 of it may be spoiled, which paper needs; with "L" 7, and the code is smaller.
    """
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code: Any = QRCode(None, getattr(QRErrorCorrectLevel, spoiled))  # as small as it can be
    code.addData(text)
    code.make()
    side = int(code.moduleCount)
    found: list[Run] = []
    for row in range(side):
        column = 0
        for dark, group in groupby(bool(code.isDark(row, each)) for each in range(side)):
            length = len(list(group))
            if dark:
                found.append((row, column, length))
            column += length
    return side, tuple(found)
