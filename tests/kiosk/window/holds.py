"""What holds on a shared screen whatever is done to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit

from tests.kiosk.window.shared_screen import Screen

SECRETS = ("quokka4711", "My garden", "Lake clinic", "555-01", "onerror", "&Clinic")


def broken_promises(screen: Screen) -> list[str]:
    """Return what does not hold."""
    window, found = screen.window, list[str]()
    seen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    if seen != [window]:
        found.append(f"top levels: {seen}")
    if QApplication.activePopupWidget() or QApplication.activeModalWidget():
        found.append("a popup")
    if any(isinstance(each, QDialog | QMenu) for each in QApplication.allWidgets()):
        found.append("a dialog or a menu")
    if not window.isFullScreen() or not window.windowFlags() & Qt.WindowType.FramelessWindowHint:
        found.append("not full screen")
    if any(edit.hasSelectedText() for edit in window.findChildren(QLineEdit)):
        found.append("chosen text")
    if any(edit.textCursor().hasSelection() for edit in window.findChildren(QPlainTextEdit)):
        found.append("chosen text on paper")
    clipboard = QApplication.clipboard()
    modes = [clipboard.Mode.Clipboard, *([clipboard.Mode.Selection] if clipboard.supportsSelection() else [])]
    if any(secret in clipboard.text(mode) for mode in modes for secret in SECRETS):
        found.append("copied text")
    return found
