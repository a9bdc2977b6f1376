"""No way out of a shared screen but the staff's: the window fills it, and whatever would lead elsewhere is dropped.

What Qt never hears of (another virtual terminal, Ctrl+Alt+Del) is the system's to keep: docs/clinic-it.md.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QWidget

from her2guide.ui.kiosk.keys import passes
from her2guide.ui.kiosk.listener import Listener

_Type = QEvent.Type
_KEYS = frozenset((_Type.KeyPress, _Type.KeyRelease, _Type.ShortcutOverride))
_PRESSES = frozenset((_Type.MouseButtonPress, _Type.MouseButtonRelease, _Type.MouseButtonDblClick))
_DROPPED = frozenset(
    (_Type.ContextMenu, _Type.DragEnter, _Type.DragMove, _Type.Drop, _Type.ToolTip, _Type.WhatsThis, _Type.Quit)
)


class Lock(Listener):
    """Keeps one window over the whole screen and everything else away."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.listen()
            app.primaryScreenChanged.connect(self._fill)
            app.screenAdded.connect(self._fill)
            app.screenRemoved.connect(self._fill)

    def show(self) -> None:
        """Show the window over the whole screen."""
        self._window.showFullScreen()
        if (handle := self._window.windowHandle()) is not None:
            handle.screenChanged.connect(self._fill)
        self._fill()  # without a window manager nobody else makes it as large as the screen

    def _fill(self, _screen: QScreen | None = None) -> None:
        QTimer.singleShot(0, self._window, self._hold)  # Qt is still moving it

    def _hold(self) -> None:
        if self._is_less:
            self._window.showFullScreen()
        if self._window.geometry() != self._window.screen().geometry():
            self._window.setGeometry(self._window.screen().geometry())

    @property
    def _is_less(self) -> bool:
        return self._window.isMinimized() or not self._window.isFullScreen()

    def hear(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return self._drop(event, unless=passes(event.key(), event.modifiers()))
        if kind in _PRESSES and isinstance(event, QMouseEvent):
            return self._drop(event, unless=event.button() == Qt.MouseButton.LeftButton)
        if kind in _DROPPED:
            return self._drop(event, unless=False)
        if kind == _Type.Close:
            event.ignore()
            return isinstance(watched, QWidget) or watched is self._window.windowHandle()
        if kind == _Type.WindowStateChange and watched is self._window and self._is_less:
            self._fill()
        return False

    def _drop(self, event: QEvent, *, unless: bool) -> bool:
        if not unless:
            event.accept()  # or Qt would look for another who wants it
        return not unless

    def meet(self, widget: QWidget) -> None:
        """Take from a widget what could hand something on."""
        widget.setAcceptDrops(False)
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        if isinstance(widget, QLineEdit):
            widget.selectionChanged.connect(lambda: _unselect_line(widget))
        elif isinstance(widget, QPlainTextEdit):
            widget.selectionChanged.connect(lambda: _unselect_paper(widget))


def _unselect_line(edit: QLineEdit) -> None:
    if edit.hasSelectedText():
        edit.deselect()


def _unselect_paper(edit: QPlainTextEdit) -> None:
    cursor = edit.textCursor()
    if cursor.hasSelection():
        cursor.clearSelection()
        edit.setTextCursor(cursor)
