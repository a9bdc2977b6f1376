"""Something that hears every event of the program as long as its window lives."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class Listener(QObject):
    """A filter over the whole program. It stops hearing before its window is taken apart."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._heard_for = window
        self._hears = False

    def listen(self) -> None:
        """Hear every event from now on, before those who listen already."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.installEventFilter(self)
            app.aboutToQuit.connect(self.stop)
            self._hears = True
            for widget in (self._heard_for, *self._heard_for.findChildren(QWidget)):
                self.meet(widget)

    def stop(self) -> None:
        """Hear nothing more."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and self._hears:
            self._hears = False
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._hears:
            return False
        kind = event.type()
        if kind is QEvent.Type.DeferredDelete and watched is self._heard_for:
            self.stop()
            return False
        if kind is QEvent.Type.Polish and isinstance(watched, QWidget):  # it is about to be shown
            self.meet(watched)
            return False
        return self.hear(watched, event)

    def meet(self, widget: QWidget) -> None:
        """Get to know a widget, once, before it is seen."""

    def hear(self, watched: QObject, event: QEvent) -> bool:
        """Take an event. Returns whether it goes no further."""
        raise NotImplementedError
