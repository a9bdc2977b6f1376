"""Who minds a shared screen: it sees that somebody is there, asks when nobody seems to be, and ends the session."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from her2guide import clocks
from her2guide.clocks import Instant
from her2guide.settings import Idle, Pace, Settings
from her2guide.ui import theme
from her2guide.ui.kiosk.idle import Sight, Stage, Watch
from her2guide.ui.kiosk.listener import Listener
from her2guide.ui.kiosk.pages import FarewellPage, StillTherePage
from her2guide.ui.looks import wear
from her2guide.ui.pages.calm import StartPage
from her2guide.ui.touches import TOUCHES

if TYPE_CHECKING:
    from her2guide.ui.main_window import MainWindow
    from her2guide.ui.pages.page import Page
    from her2guide.ui.speech import ReadAloud

_TICK, _FAREWELL = 500, 6_000  # milliseconds
_Type = QEvent.Type
_STAYS = frozenset((_Type.KeyPress, _Type.MouseButtonPress, _Type.Wheel))  # a touch comes as a press of the mouse too
_FRAMES = frozenset((_Type.UpdateRequest, _Type.Expose))
_PASSING = frozenset((Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Shift, Qt.Key.Key_Control))


class Attendant(Listener):
    """Ends sessions. `end_process` is what a locked screen does after the farewell, to be started anew."""

    def __init__(
        self,
        window: "MainWindow",
        settings: Settings,
        idle: Idle,
        *,
        now: Callable[[], Instant] = clocks.now,
        end_process: Callable[[int], None] = QCoreApplication.exit,
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._idle, self._now = window, settings, idle, now
        self._end_process = end_process
        self._look = theme.current()  # what every person finds
        self._watch = Watch(idle, now())
        self._busy = False  # whether what happens is our own doing
        self.reading: ReadAloud | None = None  # whoever listens is there
        self._asking: StillTherePage | None = None
        self._ticks, self._farewell = QTimer(self), QTimer(self)
        self._ticks.timeout.connect(self.tick)
        self._ticks.start(_TICK)
        self._farewell.setSingleShot(True)
        self._farewell.timeout.connect(self.leave)
        window.goodbye = self.goodbye
        self.listen()

    # --- what is so

    @property
    def pace(self) -> Pace:
        """How long the page of the person may stand untouched."""
        page = next((each for each in reversed(self._window.stack.pages) if each is not self._asking), None)
        if page is None or isinstance(page, FarewellPage) or (isinstance(page, StartPage) and self._window.untold):
            return Pace.FRESH
        return page.pace

    def touched(self, _checked: bool = False) -> None:
        """Take an act of the person that no event tells of: a screen reader's press, or listening."""
        if not self._busy:
            self._heed(self._watch.touch(self._now(), self.pace))

    def _looked(self, _checked: bool = False) -> None:
        """Take a change of size or colors: while it is asked who is there, the question stays, with all its time."""
        if self._asking is None:
            self.touched()
        elif not self._busy:
            self._heed(self._watch.ask_anew(self._now(), self.pace))

    def tick(self) -> None:
        """Look whether somebody is there."""
        if self.reading is not None and self.reading.speaking and self._asking is None:
            self.touched()
        self._heed(self._watch.look(self._now(), self.pace))

    # --- what is done

    def _heed(self, sight: Sight) -> None:
        match sight.stage:
            case Stage.ACTIVE:
                self._uncover()
            case Stage.WARN:
                self._ask(sight.left)
            case Stage.ENDED:
                self._end(slept=sight.slept)

    def _ask(self, left: int) -> None:
        if self._asking is None or self._window.page is not self._asking:
            self._busy = True
            self._uncover()
            self._asking = StillTherePage(
                self._window.library, self._idle.countdown, self.touched, self._window.clear_and_leave
            )
            self._window.show_over(self._asking)
            self._busy = False
        self._asking.show_left(left)

    def _uncover(self) -> None:
        if self._asking is not None:
            asking, self._asking = self._asking, None
            self._busy = True
            self._window.take_off(asking)
            self._busy = False

    def _end(self, *, slept: bool) -> None:
        if self.pace is Pace.FRESH and not slept:
            self._begin_anew()
            return
        self._busy = True
        self._window.clear_and_leave()
        self._busy = False
        if slept:  # the first thing that is seen then is the start page
            self.leave()

    def goodbye(self) -> "Page":
        """Return the page that is shown when everything has been wiped, and have it go by itself."""
        self._asking = None
        self._begin_anew()
        self._farewell.start(_FAREWELL)
        return FarewellPage(self._window.library, self.leave)

    def leave(self) -> None:
        """Make room for the next person."""
        self._farewell.stop()
        self._busy = True
        self._window.show_start()
        self._busy = False
        if self._settings.locked:
            self._end_process(0)

    def _begin_anew(self) -> None:
        """Forget what the last person set: the look, the voice, and what they copied."""
        if self.reading is not None:
            self.reading.reset()
        self._watch.begin(self._now())
        wear(self._look)
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        clipboard = app.clipboard()
        clipboard.clear(clipboard.Mode.Clipboard)
        if clipboard.supportsSelection():
            clipboard.clear(clipboard.Mode.Selection)

    # --- Qt

    def hear(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in TOUCHES:
            return event.spontaneous() and not self._busy and self._take(watched, event)
        if kind in _FRAMES and watched is self._window and not self._busy and self._slept():
            self.tick()  # nothing old is painted
        return False

    def _slept(self) -> bool:
        return self._watch.look(self._now(), self.pace).slept

    def _take(self, watched: QObject, event: QEvent) -> bool:
        """Take an act. Returns whether it goes no further: it only said that somebody is there, or came too late."""
        if self._asking is None:
            sight = self._watch.touch(self._now(), self.pace)
            if sight.stage is Stage.ENDED:
                self._heed(sight)
                return True
            return False
        if not isinstance(watched, QWidget) or self._leaves(watched, event):
            return False
        if event.type() not in _STAYS:
            return False
        self.touched()
        return True

    def _leaves(self, watched: QWidget, event: QEvent) -> bool:
        """Return whether an act belongs to the way to a button that does something else than stay."""
        if self._asking is None:
            return isinstance(event, QKeyEvent)
        others = (self._asking.clear, *self._window.top.look)
        return watched in others or (isinstance(event, QKeyEvent) and event.key() in _PASSING)

    def meet(self, widget: QWidget) -> None:
        """Hear from a control that is new what is done to it without a key or a press, as screen readers do."""
        if isinstance(widget, QAbstractButton):
            widget.clicked.connect(self._looked if widget in self._window.top.look else self.touched)
            widget.toggled.connect(self.touched)
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.textChanged.connect(self._typed)

    def _typed(self) -> None:
        if self._asking is None:  # or it is being wiped
            self.touched()
