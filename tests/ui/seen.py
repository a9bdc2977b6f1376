"""Writes every drawing as it is seen in gray print and by color-blind readers, to be looked at: `... FOLDER`.

One picture for each drawing: usual colors, gray, protanopia, deuteranopia, tritanopia; at 100 and 200 %, and mirrored.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from her2guide.guide.pictures import Drawing, Picture, her2_scale, mirrored, shapes
from her2guide.guide.scale_words import scale_words
from her2guide.library.library import Library
from her2guide.look import Palette
from her2guide.model.terms import Her2Category
from her2guide.ui import theme
from her2guide.ui.draw import paint
from her2guide.ui.theme import Theme, TypeRole
from tests.guide.color_vision import WAYS
from tests.guide.test_drawings import PICTURES
from tests.guide.test_report_pictures import REPORTS, picture

GAP = 12
LIBRARY = Library()
SHOWN = (Her2Category.LOW, Her2Category.EQUIVOCAL, Her2Category.POSITIVE)


class Seen:
    """A theme whose colors are those that someone sees."""

    def __init__(self, worn: Theme, way: Callable[[str], str]) -> None:
        self._worn, self._way, self.font = worn, way, worn.font

    def color(self, token: str) -> QColor:
        """Return the color of a token as it is seen."""
        return QColor(self._way(self._worn.color(token).name()))

    def measure(self, text: str, size: float, bold: bool) -> float:
        """Return the width of a text as it is drawn."""
        font = QFont(self.font(TypeRole.BODY, QFont.Weight.Bold if bold else QFont.Weight.Normal))
        font.setPixelSize(round(size))
        return QFontMetricsF(font).horizontalAdvance(text)


def pictures() -> dict[str, Picture]:
    """Return every kind of drawing by name."""
    scales = {f"scale-{each}": her2_scale(each, False, scale_words(LIBRARY)) for each in SHOWN}
    return {**scales, **PICTURES, **{f"report-{name}": picture(name) for name in list(REPORTS)[:2]}}


def sheet(drawings: list[tuple[Drawing, Seen]]) -> QImage:
    """Return drawings one under the other, each on the page of its own colors."""
    wide, high = max(each.width for each, _ in drawings), sum(each.height + 2 * GAP for each, _ in drawings)
    image = QImage(round(wide) + 2 * GAP, round(high), QImage.Format.Format_RGB32)
    painter, y = QPainter(image), 0.0
    for drawing, seen in drawings:
        painter.resetTransform()
        painter.fillRect(0, round(y), image.width(), round(drawing.height) + 2 * GAP + 1, seen.color("page"))
        painter.translate(GAP, y + GAP)
        paint(painter, drawing, seen)  # type: ignore[arg-type]
        y += drawing.height + 2 * GAP
    painter.end()
    return image


def main(folder: Path) -> None:
    """Write a sheet for each drawing, in both light and dark."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    for palette in (Palette.LIGHT, Palette.DARK):
        worn = Theme(palette)
        theme.apply(app, worn)
        ways = [Seen(worn, way) for way in WAYS.values()]
        for name, each in pictures().items():
            usual, large = (shapes(each, 640, 19 * times, 17 * times, ways[0].measure) for times in (1, 2))
            drawn = [(usual, seen) for seen in ways] + [(large, ways[0]), (mirrored(usual), ways[0])]
            sheet(drawn).save(str(folder / f"{name.replace(' ', '-')}-{palette}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
