"""The one key chord. No field, list or screen reader uses it, and one hand can press it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_CLEAR = "Ctrl+Shift+X"


def clear_keys() -> str:
    """Return the keys for Clear and leave as this computer writes them."""
    return QKeySequence(_CLEAR).toString(QKeySequence.SequenceFormat.NativeText)


def clear_shortcut(window: QWidget) -> QShortcut:
    """Return the shortcut for Clear and leave. It is heard wherever in the program the keyboard is."""
    shortcut = QShortcut(QKeySequence(_CLEAR), window)
    shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
    shortcut.setAutoRepeat(False)
    return shortcut
