"""Fields to type in, which keep nothing behind, and the summary of what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from her2guide.ui.buttons import ErrorLink
from her2guide.ui.layout import Column, Panel
from her2guide.ui.sheet import field_sheet, scroll_bar_sheet
from her2guide.ui.text import TextBlock, heading, paint_ring
from her2guide.ui.theme import FRAME, TypeRole

LONGEST = 2000  # characters
BOLD = QFont.Weight.Bold
_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
_REFUSED = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_CLIPBOARD = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)


class _Paper(QPlainTextEdit):
    """Several lines to type in. What is pasted is plain and short enough; where there is no clipboard, nothing is."""

    def __init__(self, longest: int, *, clipboard: bool) -> None:
        super().__init__()
        self.longest, self.clipboard = longest, clipboard

    def insertFromMimeData(self, source: QMimeData) -> None:
        room = self.longest - len(self.toPlainText()) + len(self.textCursor().selectedText())
        if self.clipboard and source.hasText() and room > 0:
            self.insertPlainText(source.text()[:room])

    def createMimeDataFromSelection(self) -> QMimeData:
        return super().createMimeDataFromSelection() if self.clipboard else QMimeData()


class Field(Column):
    """A label, perhaps a hint, and a box of one line or several. Its error stands between label and box.

    What is typed into a masked one is never shown. One without a clipboard takes nothing from it and gives it nothing.
    """

    changed = Signal()

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        lines: int = 1,
        masked: bool = False,
        longest: int = LONGEST,
        clipboard: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(2, parent=parent)
        self._lines, self._refused = lines, _REFUSED if clipboard else (*_REFUSED, *_CLIPBOARD)
        self._label = TextBlock(label, TypeRole.BODY, weight=BOLD, focusable=False)
        self._hint = TextBlock(hint, TypeRole.BODY, color="ink2", focusable=False)
        self._error = TextBlock("", TypeRole.BODY, color="error", weight=BOLD, focusable=False)
        self.edit: QLineEdit | _Paper = QLineEdit() if lines == 1 else _Paper(longest, clipboard=clipboard)
        self._frame = QWidget()  # its margins are the same in every theme
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        inner.addWidget(self.edit)
        self.add(self._label, self._hint, self._error, self._frame)
        self._hint.setVisible(bool(hint))
        self._error.hide()
        self.set_name(label)
        self._describe()
        self._guard()
        if masked:
            self.set_masked(masked)
        self.retheme()

    def _guard(self) -> None:
        """Take away whatever could keep, show again or hand on what was typed."""
        edit = self.edit
        edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        edit.setAcceptDrops(False)
        edit.setInputMethodHints(_HINTS)
        edit.installEventFilter(self)
        if isinstance(edit, QLineEdit):
            edit.setMaxLength(LONGEST)
            edit.setDragEnabled(False)
            edit.textChanged.connect(self.changed)
        else:
            edit.viewport().setAcceptDrops(False)
            edit.viewport().setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
            edit.viewport().setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)  # the box around it paints it
            edit.setUndoRedoEnabled(False)
            edit.setTabChangesFocus(True)
            edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            edit.textChanged.connect(self._shorten)

    def _shorten(self) -> None:
        if isinstance(self.edit, _Paper) and len(self.edit.toPlainText()) > self.edit.longest:
            self.edit.setPlainText(self.edit.toPlainText()[: self.edit.longest])
            self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
            return
        self.changed.emit()

    def value(self) -> str:
        """Return what was typed."""
        return self.edit.text() if isinstance(self.edit, QLineEdit) else self.edit.toPlainText()

    def set_value(self, text: str) -> None:
        """Show a text; nothing can bring back the one before."""
        if isinstance(self.edit, QLineEdit):
            self.edit.setText(text)  # not clear(), which could be undone
        else:
            self.edit.setPlainText(text)

    def clear(self) -> None:
        """Forget what was typed."""
        self.set_value("")

    def set_error(self, text: str) -> None:
        """Show what is wrong, or with "" that nothing is."""
        self._error.set_text(text)
        self._error.setVisible(bool(text))
        self.edit.setProperty("wrong", bool(text))
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)
        self._describe()

    def set_name(self, name: str) -> None:
        """Tell screen readers another name, where the label alone is not enough."""
        self.edit.setAccessibleName(name)

    def _describe(self) -> None:
        self.edit.setAccessibleDescription(" ".join(each for each in (self._error.words, self._hint.words) if each))

    def set_masked(self, masked: bool) -> None:
        """Cover what is typed into a box of one line, or show it."""
        if isinstance(self.edit, QLineEdit):
            self.edit.setEchoMode(QLineEdit.EchoMode.Password if masked else QLineEdit.EchoMode.Normal)

    def focus(self) -> None:
        """Go to the box."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def retheme(self) -> None:
        super().retheme()
        if self._lines > 1:
            self.edit.setFixedHeight(self._lines * self.theme.line(TypeRole.BODY) + 2 * self.theme.px(14))
        self.edit.setFont(self.theme.font(TypeRole.BODY))
        self.edit.setStyleSheet(field_sheet(self.theme))
        if isinstance(self.edit, _Paper):
            self.edit.verticalScrollBar().setStyleSheet(scroll_bar_sheet(self.theme))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if isinstance(event, QKeyEvent) and any(event.matches(key) for key in self._refused):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.edit.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self._frame.geometry()).adjusted(0.5, 0.5, -0.5, -0.5)
            paint_ring(painter, area, self.theme.color("focus"), 12)


class ErrorSummary(Panel):
    """What is wrong on this page, each with a link to its place. It is there only while something is."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__("errorbg", "error", stroke_width=3, icon="triangle-alert", icon_color="error", parent=parent)
        self.setAccessibleName(title)
        self._title = heading(title, TypeRole.H3, color="error")
        self.add(self._title)
        self._links: list[ErrorLink] = []
        self.hide()

    def show_errors(self, errors: Sequence[tuple[str, QWidget]]) -> None:
        """Show these sentences, in the same words as at their places, and go to the summary."""
        for link in self._links:
            self.rows.removeWidget(link)
            link.deleteLater()
        self._links = [ErrorLink(text) for text, _ in errors]
        for link, (_, place) in zip(self._links, errors, strict=True):
            link.clicked.connect(lambda _checked=False, place=place: _go(place))
            self.add(link)
        self.setVisible(bool(errors))
        if errors:
            self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def links(self) -> tuple[ErrorLink, ...]:
        """The links shown."""
        return tuple(self._links)


def _go(place: QWidget) -> None:
    goal = place.edit if isinstance(place, Field) else place
    if goal.focusPolicy() == Qt.FocusPolicy.NoFocus:
        goal = next((each for each in goal.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus), goal)
    goal.setFocus(Qt.FocusReason.OtherFocusReason)
