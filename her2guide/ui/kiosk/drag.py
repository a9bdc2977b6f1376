"""A page that is longer than the screen follows the finger. Nothing goes on by itself once the finger is lifted."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QScrollBar, QWidget

from her2guide.ui.kiosk.listener import Listener
from her2guide.ui.theme import current

_Type = QEvent.Type
_ELSEWHERE = QPointF(-10_000, -10_000)  # a press that is let go there presses nothing
_OWN = (QLineEdit, QPlainTextEdit, QScrollBar)  # what a finger moves in its own way
_PART = 4  # of the least side of a target: a finger that rests is never quite still


@dataclass(slots=True)
class _Finger:
    """Where a finger came down: on what, at which height of the screen, and how far its page was moved then."""

    on: QWidget
    area: QScrollArea
    y: float
    value: int
    moves: bool = False


class Drag(Listener):
    """Moves pages by a finger or a held mouse; a short touch presses what is under it, as ever."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._finger: _Finger | None = None
        self.listen()

    def hear(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or not event.spontaneous() or not isinstance(watched, QWidget):
            return False
        match event.type():
            case _Type.MouseButtonPress:
                self._finger = _down(watched, event)
            case _Type.MouseMove if self._finger is not None and event.buttons() & Qt.MouseButton.LeftButton:
                return self._move(self._finger, event)
            case _Type.MouseButtonRelease if self._finger is not None:
                return self._lift(self._finger)
        return False

    def _move(self, finger: _Finger, event: QMouseEvent) -> bool:
        way = event.globalPosition().y() - finger.y
        if not finger.moves:
            if abs(way) <= current().target / _PART:
                return False
            finger.moves = True
            _tell(finger.on, _Type.MouseMove, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton)
        finger.area.verticalScrollBar().setValue(round(finger.value - way))
        return True

    def _lift(self, finger: _Finger) -> bool:
        self._finger = None
        if finger.moves:
            _tell(finger.on, _Type.MouseButtonRelease, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)
        return finger.moves


def _down(widget: QWidget, event: QMouseEvent) -> _Finger | None:
    """Return the finger where there is something to move under it."""
    if event.button() != Qt.MouseButton.LeftButton or isinstance(widget, _OWN):
        return None
    area = _area_of(widget)
    if area is None:
        return None
    return _Finger(widget, area, event.globalPosition().y(), area.verticalScrollBar().value())


def _area_of(widget: QWidget) -> QScrollArea | None:
    """Return the innermost page or list around a widget that is longer than what is seen of it."""
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, _OWN):
            return None
        if isinstance(above, QScrollArea) and above.verticalScrollBar().maximum() > 0:
            return above
        above = above.parentWidget()
    return None


def _tell(widget: QWidget, kind: QEvent.Type, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    """Let what was pressed know that the finger went elsewhere."""
    event = QMouseEvent(kind, _ELSEWHERE, _ELSEWHERE, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
