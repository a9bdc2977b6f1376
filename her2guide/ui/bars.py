"""The frame around a page: the bar at the top, the way bar under it, and the footer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from her2guide.library.library import Library
from her2guide.ui.buttons import BarButton, Button, CallButton, PrimaryButton, QuietButton, SecondaryButton, widen
from her2guide.ui.keys import clear_keys
from her2guide.ui.layout import sides
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import FRAME, Theme, Themed, TypeRole

Act = tuple[str, Callable[[], None]]  # the words of a button and what it does
_WIDEST_LARGE = 1400


def content_width(width: int, theme: Theme) -> int:
    """Return how wide the content of a page is in a window."""
    if theme.large or width < 900:
        return min(width - 2 * 32, _WIDEST_LARGE)
    return width - 2 * 48 if width < 1200 else 1040 if width < 1500 else 1120


def side_margin(width: int, theme: Theme) -> int:
    """Return the room at each side; what stands inside keeps room for its focus ring itself."""
    return max((min(width, 1920) - content_width(min(width, 1920), theme)) // 2, 8) - FRAME


class Bar(QWidget, Themed):
    """A bar over the full width, with a hairline at one edge."""

    def __init__(self, edge: str) -> None:
        super().__init__()
        self._edge = edge
        self.row = QHBoxLayout(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def retheme(self) -> None:
        self._space()
        self.row.setSpacing(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()

    def _space(self) -> None:
        """Let what stands in the bar begin and end where the page does."""
        side = side_margin(self.width(), self.theme)
        self.row.setContentsMargins(side, 3, side, 3)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        if not self._edge:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("surface"))
        painter.drawRect(self.rect())  # fillRect would have PySide make the 169 names of QGradient's presets
        y = self.height() - 0.5 if self._edge == "bottom" else 0.5
        painter.setPen(QPen(self.theme.color("line"), 1))
        painter.drawLine(0, int(y), self.width(), int(y))


class _Ring(QWidget, Themed):
    """The sign beside the mark: a ring around a dot."""

    def __init__(self) -> None:
        super().__init__()
        self.retheme()

    def retheme(self) -> None:
        side = self.theme.icon(30)
        self.setFixedSize(side + FRAME, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(self.height())
        area = QRectF(FRAME, 0, side, side).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(self.theme.color("lake"), 4))
        painter.drawEllipse(area)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("lake"))
        painter.drawEllipse(area.center(), side / 6, side / 6)


class TopBar(Bar):
    """Mark, or Back where text is large; text size; colors; Clear and leave."""

    back_pressed, size_pressed, colors_pressed, clear_pressed = Signal(), Signal(), Signal(), Signal()

    def __init__(self, library: Library) -> None:
        self._library = library
        self._more: BarButton | None = None
        self.ring, self.mark = _Ring(), TextBlock(library.word("page.mark"), TypeRole.H3, focusable=False)
        self.back = QuietButton(library.questions.word["back"], "arrow-left")
        self.size_button = BarButton(library.word("window.text-size"), "a-large-small")
        self.colors = BarButton(library.word("window.colors"), "monitor")
        self.clear = BarButton(library.word("window.clear"), "log-out")
        self.clear.setAccessibleDescription(library.say("window.clear-keys", keys=clear_keys()))
        super().__init__("bottom")
        self.row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.back)
        self.row.addStretch(1)
        for button in (self.size_button, self.colors, self.clear):
            self.row.addWidget(button)
        self.back.clicked.connect(self.back_pressed)
        self.size_button.clicked.connect(self.size_pressed)
        self.colors.clicked.connect(self.colors_pressed)
        self.clear.clicked.connect(self.clear_pressed)
        self._can_go_back = self._alone = False
        self.retheme()

    def retheme(self) -> None:
        super().retheme()
        theme, library = self.theme, self._library
        name = library.word(f"window.colors-{str(theme.palette).replace('_', '-')}")
        self.size_button.set_words(
            library.word("window.text-size"), library.say("window.text-size-name", percent=theme.step)
        )
        self.colors.set_words(library.word("window.colors"), library.say("window.colors-name", name=name))
        for button in (self.size_button, self.colors, self._more):
            if button is not None:
                button.set_compact(theme.large)
        self.set_back(self._can_go_back)

    def offer(self, button: BarButton) -> None:
        """Put one more button before the others."""
        self._more = button
        self.row.insertWidget(self.row.indexOf(self.size_button), button)
        button.stackUnder(self.size_button)
        self.retheme()

    @property
    def look(self) -> tuple[BarButton, BarButton]:
        """The buttons that change how everything looks."""
        return self.size_button, self.colors

    def dress(self, can_go_back: bool, *, clear: bool, alone: bool) -> None:
        """Show what goes with a page: `clear`, whether it can be cleared; `alone`, whether size and colors are all."""
        self._alone = alone
        self.clear.setVisible(clear and not alone)
        if self._more is not None:
            self._more.setVisible(not alone)
        self.set_back(can_go_back)

    def set_back(self, can_go_back: bool) -> None:
        """Show Back here where text is large; elsewhere the way bar has it."""
        self._can_go_back, large = can_go_back, self.theme.large
        if not self.row.count():  # not in the bar yet, where they would come up as windows of their own
            return
        self.ring.setVisible(not large and not self._alone)
        self.mark.setVisible(not large and not self._alone)
        self.back.setVisible(large and can_go_back and not self._alone)


class WayBar(Bar):
    """Back and how far the person is."""

    back_pressed = Signal()

    def __init__(self, library: Library) -> None:
        self.back = QuietButton(library.questions.word["back"], "arrow-left")
        self.progress = TextBlock("", color="ink2")
        super().__init__("")
        self.row.addWidget(self.back)
        self.row.addStretch(1)
        self.row.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addStretch(0)
        self.back.clicked.connect(self.back_pressed)
        self._can_go_back = False
        self.retheme()

    def retheme(self) -> None:
        super().retheme()
        self.show_way(self._can_go_back, self.progress.words)

    def _space(self) -> None:
        side = side_margin(self.width(), self.theme)
        left, right = sides(self, side - (0 if self.theme.large else self.theme.px(8)), side)
        self.row.setContentsMargins(left, 3, right, 0)

    def show_way(self, can_go_back: bool, progress: str) -> None:
        """Show Back, if the person can go back, and the progress words."""
        self._can_go_back, large = can_go_back, self.theme.large
        if progress != self.progress.words:
            self.progress.set_text(progress)
        self.progress.setVisible(bool(progress))
        self.back.setVisible(can_go_back and not large)
        self.row.setStretch(1, 0 if large else 1)
        self.row.setStretch(3, 1 if large else 0)
        self.setVisible((can_go_back and not large) or bool(progress))


class Footer(Bar):
    """The one primary button, secondary ones, and When to call at the far right."""

    call_pressed, back_pressed = Signal(), Signal()

    def __init__(self, library: Library, *, touch: bool = False) -> None:
        self._touch = touch  # then Back stands here, and on an upright screen each button takes a line
        self.primary: PrimaryButton | None = None
        self._left = QWidget()
        self._acts = QHBoxLayout(self._left)
        self._acts.setContentsMargins(0, 0, 0, 0)
        self.call = CallButton(library.word("window.when-to-call"))
        self.back = SecondaryButton(library.questions.word["back"], "arrow-left")
        self.back.hide()
        self.waiting = TextBlock("")
        self.waiting.hide()
        self._buttons: list[Button] = []
        super().__init__("top")
        self._acts.setSpacing(0)
        self.row.addWidget(self._left)
        self.row.addWidget(self.waiting, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addStretch(1)
        self.row.addWidget(self.call)
        self.call.clicked.connect(self.call_pressed)
        self.back.clicked.connect(self.back_pressed)
        self._acts.addWidget(self.back)
        self.retheme()

    def set_back(self, can_go_back: bool) -> None:
        """Show Back here, on a screen that is touched."""
        self.back.setVisible(can_go_back and self._touch)
        self._fold()

    def show_acts(self, primary: Act | None, others: Sequence[Act], *, call: bool) -> None:
        """Show these buttons in the place of those before."""
        for button in self._buttons:
            self._acts.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.primary = PrimaryButton(primary[0]) if primary else None
        made: list[Button] = [self.primary] if self.primary else []
        made += [SecondaryButton(words) for words, _ in others]
        acts = ([primary] if primary else []) + list(others)
        for button, (_, act) in zip(made, acts, strict=True):
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._acts.insertWidget(self._acts.count() - 1, button)
        self._buttons = made
        self.call.setVisible(call)
        self.waiting.hide()
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Let all buttons stand in one line if they can: tight, or else When to call below the others."""
        margins = self.row.contentsMargins()
        parts = [*self._buttons, *(each for each in (self.back, self.call) if not each.isHidden())]
        direction = QBoxLayout.Direction
        stacked = self._touch and self.window().height() > self.window().width()
        for part in parts:
            widen(part, wide=stacked)
        self._acts.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        if stacked:
            self.row.setDirection(direction.TopToBottom)
            return
        room = self.width() - margins.left() - margins.right()
        for part in parts:
            part.set_tight(False)
        tight = sum(part.sizeHint().width() for part in parts) > room
        for part in parts:
            part.set_tight(tight)
        needed = sum(part.minimumSizeHint().width() for part in parts)
        self.row.setDirection(direction.TopToBottom if needed > room else direction.LeftToRight)

    def wait(self, words: str) -> None:
        """Say beside the buttons what is going on; meanwhile none of them can be pressed."""
        self.waiting.set_text(words)
        self.waiting.show()
        self.waiting.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in self._buttons:
            button.setEnabled(False)
        self._make_room()

    def _make_room(self) -> None:
        """While words stand beside the buttons, large ones leave room for them: only the first stays."""
        for button in self._buttons[1:]:
            button.setVisible(self.waiting.isHidden() or not self.theme.large)

    def retheme(self) -> None:
        super().retheme()
        self._make_room()
        self._fold()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons at the left, as they stand."""
        return tuple(self._buttons)
