"""The few icons, painted in a token color. An icon always stands beside a word, so it has no name of its own."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from her2guide.library import paths


@lru_cache(maxsize=64)
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawn = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawn.replace("currentColor", color).encode()))


def paint_icon(painter: QPainter, name: str, area: QRectF, color: QColor) -> None:
    """Paint an icon into an area."""
    _renderer(name, color.name()).render(painter, area)
