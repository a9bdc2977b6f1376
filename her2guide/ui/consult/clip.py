"""What was put on the clipboard here, taken off again if nobody has copied anything else since."""

from PySide6.QtGui import QGuiApplication


class Clip:
    """One text on the clipboard. `held` is it, or "" for none of ours."""

    def __init__(self) -> None:
        self.held = ""

    def put(self, text: str) -> None:
        """Put a text there."""
        self.held = text
        QGuiApplication.clipboard().setText(text)

    def take_back(self) -> None:
        """Take it off, if it is still there."""
        clipboard = QGuiApplication.clipboard()
        if self.held and clipboard.text() == self.held:
            clipboard.clear()
        self.held = ""
