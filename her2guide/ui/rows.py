"""What every row is that is pressed anywhere over its full width, and what rows stand in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QSizePolicy, QWidget

from her2guide.ui.text import ENTER
from her2guide.ui.theme import Themed


class Row(QAbstractButton, Themed):
    """A row to choose. It is as high as its words need, and Enter presses it as a click does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        elif self.step(event.key()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def step(self, key: int) -> bool:
        """Go to another row by a key. Returns whether the key was one for that."""
        raise NotImplementedError


class RowGroup(QGroupBox, Themed):
    """Rows that belong together; screen readers are told so, and by which name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_LayoutUsesWidgetRect)
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.setContentsMargins(0, 0, 0, 0)  # a group box keeps room for a frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setContentsMargins(0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: a group box only for screen readers."""

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops."""
        raise NotImplementedError


def one_stop(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return where Tab stops once among radio buttons: at the chosen one if there is one.

    Qt knows of the chosen one only after it once had the focus.
    """
    wanted = [row for row in rows if row.hasFocus()] + [row for row in rows if row.isChecked()]
    return (*wanted, *rows)[:1]
