"""Sheets of paper on the screen: each page of the guide as the printer will have it, drawn when it comes in sight."""

from collections import OrderedDict

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from her2guide.output.pdf_picture import PagePicture, PagePictures
from her2guide.ui.theme import Themed

_KEPT = 6  # pictures at a time; a full guide as pictures would take hundreds of megabytes
_WIDEST = 760


def as_image(picture: PagePicture) -> QImage:
    """Return a page as Qt's own picture, with a copy of its pixels."""
    image = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB888)
    return image.copy()


class Sheets:
    """The pages of one PDF, and the pictures of those that were looked at last."""

    def __init__(self, data: bytes) -> None:
        self._pages = PagePictures(data)
        self._images: OrderedDict[tuple[int, int], QImage] = OrderedDict()

    def __len__(self) -> int:
        return len(self._pages)

    def shape(self, number: int) -> float:
        """Return how high a page is for its width."""
        wide, high = self._pages.size(number)
        return high / wide

    def image(self, number: int, width: int) -> QImage:
        """Return the picture of a page, so many pixels wide."""
        key = number, width
        if key not in self._images:
            self._images[key] = as_image(self._pages.draw(number, width))
        self._images.move_to_end(key)
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        return self._images[key]

    def close(self) -> None:
        """Let go of the pages and their pictures."""
        self._images.clear()
        self._pages.close()


class Sheet(QWidget, Themed):
    """One page of paper. What stands on it is read out as its name."""

    def __init__(self, sheets: Sheets, number: int, name: str) -> None:
        super().__init__()
        self._sheets, self.number, self._shape = sheets, number, sheets.shape(number)
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._wide(width) * self._shape) + 2

    def sizeHint(self) -> QSize:
        return QSize(_WIDEST, self.heightForWidth(_WIDEST))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  # Qt's own shape
        wide = self._wide(self.width())
        ratio = self.devicePixelRatioF()
        image = self._sheets.image(self.number, round(wide * ratio))
        place = QRectF((self.width() - wide) / 2, 1, wide, wide * self._shape)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        painter.setPen(QPen(self.theme.color("lineui"), 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _wide(self, width: int) -> int:
        return max(1, min(width - 2, self.theme.px(_WIDEST)))
