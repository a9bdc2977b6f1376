"""A layout for widgets that place their own parts, where Qt's boxes and grids do not do."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

Places = tuple[list[tuple[QWidget, QRect]], int]
"""Where each part stands, as seen from left to right, and the height of all."""


class Placing(QLayout):
    """Puts parts where a function of the width says. Qt asks often, so an answer is kept until a part changes."""

    def __init__(self, owner: QWidget, parts: Iterable[QWidget], places: Callable[[int], Places]) -> None:
        super().__init__(owner)
        self._owner, self._items = owner, list[QLayoutItem]()
        self._places, self._kept = places, dict[int, Places]()
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addChildWidget(part)
            self._items.append(QWidgetItem(part))  # ours, so it goes with us; Qt leaves those of `addWidget` behind

    def _at(self, width: int) -> Places:
        if width not in self._kept:
            self._kept[width] = self._places(width)
        return self._kept[width]

    def invalidate(self) -> None:
        self._kept.clear()
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._at(width)[1]

    def sizeHint(self) -> QSize:
        return QSize(600, 10)

    def minimumSize(self) -> QSize:
        return QSize(60, 10)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        mirrored = self._owner.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for part, place in self._at(area.width())[0]:
            left = area.width() - place.x() - place.width() if mirrored else place.x()
            part.setGeometry(left, place.y(), place.width(), place.height())

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:  # None ends Qt's search
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        return self._items.pop(place) if 0 <= place < len(self._items) else None
