"""What a shared screen says when the window itself cannot be shown. It needs as little as possible to work."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from her2guide.library.paths import SOURCE_LANGUAGE
from her2guide.ui import theme
from her2guide.ui.heartbeat import Heartbeat
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import Theme, TypeRole

# For the one case in which the words themselves are what is broken.
_FALLBACK = (
    "Please see the front desk",
    "This screen is out of order right now. Someone at the front desk can help you.",
    "In an emergency, call 911.",
)


class FrontDesk(QWidget):
    """A few sentences, and no way to do anything."""

    def __init__(self, title: str, lines: str, emergency: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.heading = TextBlock(title, TypeRole.DISPLAY)
        self.lines = TextBlock(lines, TypeRole.BIG)
        self.emergency = TextBlock(emergency, TypeRole.BIG)
        room = QVBoxLayout(self)
        room.setContentsMargins(96, 48, 96, 48)
        room.addStretch(2)
        room.addWidget(self.heading)
        room.addSpacing(24)
        room.addWidget(self.lines)
        room.addSpacing(24)
        room.addWidget(self.emergency)
        room.addStretch(3)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


def words_in(language: str) -> tuple[str, str, str]:
    """Return title and sentences in a language, or built-in ones where the words cannot be read."""
    try:
        word = Library(language).word
        return word("front-desk.title"), word("front-desk.lines"), word("signs.emergency")
    except (ContentError, LookupError, OSError):
        return _FALLBACK


def run(language: str | None, heartbeat: int | None) -> int:
    """Show the page until this process is ended."""
    app = QApplication(sys.argv[:1])
    theme.apply(app, Theme(step=130))
    page = FrontDesk(*words_in(language or SOURCE_LANGUAGE))
    if heartbeat is not None:
        Heartbeat(page, heartbeat)
    page.showFullScreen()
    page.setGeometry(page.screen().geometry())  # without a window manager nobody else does it
    return app.exec()
