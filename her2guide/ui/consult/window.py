"""The counselor's window: a bar, the views, and one of them at a time, or one page over all of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from her2guide.library.library import Library
from her2guide.ui import theme
from her2guide.ui.bars import Bar
from her2guide.ui.buttons import BarButton
from her2guide.ui.consult.tabs import Tabs
from her2guide.ui.pages.page import Page
from her2guide.ui.stack import PageStack
from her2guide.ui.stops import next_stop
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import TypeRole

VIEWS = ("talk", "parts", "notes", "print", "look")


class _Head(Bar):
    """Whose window this is, and the acts that are there in every view."""

    def __init__(self, library: Library) -> None:
        self.title = TextBlock(library.word("consult.title"), TypeRole.H3, focusable=False)
        self._library = library
        self.blank = BarButton("", "monitor")
        self.next = BarButton(library.word("consult.next"), "log-out")
        super().__init__("bottom")
        self.row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addStretch(1)
        self.row.addWidget(self.blank)
        self.row.addWidget(self.next)
        self.show_blank(False)
        self.retheme()

    def show_blank(self, blank: bool) -> None:
        """Offer to hide the page in the other window, or to show it again."""
        key = "consult.unblank" if blank else "consult.blank"
        self.blank.set_words(self._library.word(key), self._library.word(f"{key}-name"))

    def retheme(self) -> None:
        super().retheme()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the title out where there is no room for it, as the system's own bar has it too; then stack buttons."""
        if not self.row.count():
            return
        margins, buttons = self.row.contentsMargins(), (self.blank, self.next)
        room = self.width() - margins.left() - margins.right()
        for button in buttons:
            button.set_tight(False)
        wide = sum(button.sizeHint().width() for button in buttons)
        self.title.setVisible(wide + self.title.natural_width() <= room)
        for button in buttons:
            button.set_tight(wide > room)
        least = sum(button.minimumSizeHint().width() for button in buttons)
        direction = QBoxLayout.Direction
        self.row.setDirection(direction.TopToBottom if least > room else direction.LeftToRight)


class _Views(Bar):
    """The line of views under the bar."""

    def __init__(self, library: Library) -> None:
        self.tabs = Tabs(library.word("consult.views"), {view: library.word(f"consult.view.{view}") for view in VIEWS})
        super().__init__("bottom")
        self.row.addWidget(self.tabs)


class _Warning(Bar):
    """In the place of the bar: says that the window will soon be covered."""

    def __init__(self, library: Library) -> None:
        self.text = TextBlock(library.word("consult.cover.soon"))
        self.stay = BarButton(library.word("consult.cover.stay"))
        super().__init__("bottom")
        self.row.addWidget(self.text, 1)
        self.row.addWidget(self.stay)
        self.retheme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.retheme()

    def retheme(self) -> None:
        """Let the button stand under the words where there is no room beside them."""
        super().retheme()
        narrow = self.text.natural_width() + self.stay.sizeHint().width() > self.width() - 2 * self.theme.px(32)
        direction = QBoxLayout.Direction
        self.row.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)


class CounselorWindow(QWidget):
    """Shows views, and tells what was pressed. What it means is the desk's to say."""

    view_asked = Signal(str)
    closed = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.setWindowTitle(library.word("consult.title"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.head, self.views, self.warning = _Head(library), _Views(library), _Warning(library)
        self.stack = PageStack()
        self._alone = False
        policy = QSizePolicy.Policy
        self.stack.setSizePolicy(policy.Expanding, policy.Expanding)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self.head, self.warning, self.views, self.stack):
            rows.addWidget(part)
        rows.setStretch(3, 1)
        self.warning.hide()
        self.views.tabs.asked.connect(self.view_asked)
        self.setMinimumSize(440, 480)

    @property
    def page(self) -> Page:
        """The page on the screen."""
        return self.stack.page

    def show_view(self, view: str, page: Page) -> None:
        """Show a view in the place of the one before."""
        self._dress(alone=False)
        self.views.tabs.choose(view)
        self._put(page)

    def show_alone(self, page: Page) -> None:
        """Show a page over the whole window; what was there is gone."""
        self._dress(alone=True)
        self._put(page)

    def _put(self, page: Page) -> None:
        self.stack.put(page, alone=True)
        theme.fit(page)
        page.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self, *, alone: bool) -> None:
        self._alone = alone
        self.views.setVisible(not alone)
        self.warn(False)

    def warn(self, soon: bool) -> None:
        """Say in the place of the bar that the window will soon be covered, or no longer."""
        self.warning.setVisible(soon)
        self.head.setVisible(not soon and not self._alone)

    def forget(self) -> None:
        """Take what was typed off the page, and the page off the window."""
        self.stack.forget()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on in the order in which things are seen."""
        goal = next_stop(self, self.focusWidget(), forward=forward)
        if goal is None:
            return False
        goal.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if self.stack.count() and self.page.isAncestorOf(goal):
            self.page.ensureWidgetVisible(goal, 24, 24)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        self.forget()
        self.closed.emit()
        super().closeEvent(event)
