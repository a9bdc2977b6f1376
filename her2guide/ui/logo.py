"""A clinic's logo: in a place of one size, on white, for most are drawn for paper."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from her2guide.logo import PNG, read_logo
from her2guide.ui.placing import Places, Placing
from her2guide.ui.text import Shown, TextBlock
from her2guide.ui.theme import FRAME, Themed

_WIDE, _HIGH, _ROOM = 220, 64, 6  # pixels at 100 %; the logo is as large as it can be in it, and never cut


class Logo(Shown):
    """The picture. Its name is the clinic's."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(focusable=False)
        self._data = data
        self.setAccessibleName(name)
        self.retheme()

    def retheme(self) -> None:
        theme = self.theme
        self.setFixedSize(theme.px(_WIDE), theme.px(_HIGH))
        ratio, room = self.devicePixelRatio(), 2 * theme.px(_ROOM)
        self.image = drawn(self._data, QSize(self.width() - room, self.height() - room) * ratio)
        self.image.setDevicePixelRatio(ratio)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("codebg"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        size = self.image.deviceIndependentSize()
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(int(left), int(top), self.image)


def drawn(data: bytes, room: QSize) -> QImage:
    """Return a picture as large as it can be in a room; an empty one where Qt cannot read it."""
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"png" if data.startswith(PNG) else b"svg"))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        return QImage()
    reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    return reader.read()


def find_logo(path: str, name: str) -> Logo | None:
    """Return the logo of a clinic, if it names one that can be shown now."""
    if not path:
        return None
    try:
        logo = Logo(read_logo(Path(path)), name)
    except (OSError, ValueError):
        return None  # `check --settings` says why; a screen that does not open would help nobody
    return None if logo.image.isNull() else logo


class WithLogo(QWidget, Themed):
    """A heading with the logo at its far side; above it where there is no room beside it."""

    def __init__(self, heading: TextBlock, logo: Logo) -> None:
        super().__init__()
        self._heading, self._logo = heading, logo
        Placing(self, (heading, logo), self._places)

    def _places(self, width: int) -> Places:
        logo, gap = self._logo.size(), self.theme.px(16)
        beside = width - logo.width() - gap - FRAME
        if beside >= self._heading.least_width() and not self.theme.large:
            high = max(self._heading.heightForWidth(beside), logo.height())
            return [
                (self._heading, QRect(0, 0, beside, self._heading.heightForWidth(beside))),
                (self._logo, QRect(width - logo.width() - FRAME, 0, logo.width(), logo.height())),
            ], high
        below = self._heading.heightForWidth(width)
        return [
            (self._logo, QRect(FRAME, 0, logo.width(), logo.height())),
            (self._heading, QRect(0, logo.height() + gap // 2, width, below)),
        ], logo.height() + gap // 2 + below
