"""A keyboard on the screen, for the fields that take free text. It types into them directly; the system sees no key."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from her2guide.library.library import Library
from her2guide.ui.buttons import BarButton, widen
from her2guide.ui.placing import Places, Placing
from her2guide.ui.sight import bring_in_sight
from her2guide.ui.theme import FRAME, Themed

_SHIFT, _ERASE, _SPACE, _ENTER, _HIDE = "shift", "erase", "space", "enter", "hide"
_ROWS: tuple[tuple[str, ...], ...] = (
    tuple("1234567890"),
    tuple("qwertyuiop"),
    tuple("asdfghjklñ"),
    (_SHIFT, *"zxcvbnm", _ERASE),
    tuple("áéíóúü¿¡?!"),
    (_HIDE, *",.-", _SPACE, *"'/", _ENTER),
)
_WIDE = {_SHIFT: 1.5, _ERASE: 1.5, _SPACE: 2.2, _ENTER: 1.9, _HIDE: 1.9}
_NAMED = {",": "comma", ".": "period", "-": "hyphen", "'": "apostrophe", "/": "slash", "¿": "question-opens"}
_NAMED |= {"¡": "exclamation-opens", "?": "question", "!": "exclamation"}
Edit = QLineEdit | QPlainTextEdit


class Key(BarButton):
    """One key. The keyboard focus stays in the field."""

    def __init__(self, words: str, name: str) -> None:
        super().__init__(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_words(words, name)
        self.set_tight(True)
        widen(self)


class ScreenKeyboard(QWidget, Themed):
    """Letters, digits, and what English and Spanish need. It comes up with a field and goes when the field is left."""

    came = Signal(bool)  # whether it came up, or went

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._edit: Edit | None = None
        self._upper = False
        self.setAccessibleName(library.word("kiosk.keyboard"))
        self.keys = {name: self._key(name) for row in _ROWS for name in row}
        self._placing = Placing(self, self.keys.values(), self._places)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _key(self, name: str) -> Key:
        word = self._library.word
        if name in _WIDE:
            words = accessible = word(f"kiosk.key-{name}")
        else:
            words, accessible = name, word(f"kiosk.key-{_NAMED[name]}") if name in _NAMED else name
        key = Key(words, accessible)
        key.clicked.connect(lambda _checked=False, name=name: self.press(name))
        return key

    def press(self, name: str) -> None:
        """Do what a key does to the field."""
        edit = self._edit
        if name == _SHIFT:
            self._shift(not self._upper)
        elif name == _HIDE:
            self.hide()
        elif edit is not None:
            self._type(edit, name)
            self._shift(False)

    def _type(self, edit: Edit, name: str) -> None:
        if name == _ERASE:
            edit.backspace() if isinstance(edit, QLineEdit) else edit.textCursor().deletePreviousChar()
        elif name == _ENTER and isinstance(edit, QLineEdit):
            edit.returnPressed.emit()
        else:
            text = {_SPACE: " ", _ENTER: "\n"}.get(name, name.upper() if self._upper else name)
            if isinstance(edit, QLineEdit):
                edit.insert(text)
            else:
                edit.insertPlainText(text)

    def _shift(self, upper: bool) -> None:
        if upper == self._upper:
            return
        self._upper = upper
        for name, key in self.keys.items():
            if len(name) == 1 and name.isalpha():
                shown = name.upper() if upper else name
                key.set_words(shown, shown)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Come up for a field of this window, and go with it."""
        if isinstance(now, QLineEdit | QPlainTextEdit) and self.window().isAncestorOf(now):
            self._edit = now
            self.show()
            QTimer.singleShot(0, self, self._uncover)  # when the page has become lower
        else:
            self._edit = None
            self._shift(False)
            self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.came.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._uncover)

    def _uncover(self) -> None:
        """Keep the field in sight."""
        if self._edit is not None:
            bring_in_sight(self._edit)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[1]

    def _places(self, width: int) -> Places:
        places: list[tuple[QWidget, QRect]] = []
        high = max(self.theme.target, self.theme.px(44)) + 2 * FRAME
        y = 2
        for row in _ROWS:
            whole = sum(_WIDE.get(name, 1.0) for name in row)
            x = 0.0
            for name in row:
                wide = _WIDE.get(name, 1.0) / whole * width
                places.append((self.keys[name], QRect(round(x), y, round(x + wide) - round(x), high)))
                x += wide
            y += high
        return places, y + 2

    def retheme(self) -> None:
        self._placing.invalidate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        QPainter(self).fillRect(self.rect(), self.theme.color("tint"))
