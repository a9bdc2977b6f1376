"""The counselor's desk: what is marked in a talk, and how the two windows follow each other.

The person's window knows nothing of it: it turns to pages, and tells when it has. Prompts and marks stay here; only
notes for the person, and the parts chosen for print, reach their guide (docs/decisions/0018-consult.md).
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, QTimerEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from her2guide.consult import talk as marks
from her2guide.consult.chart import chart_lines
from her2guide.consult.lock import Cover, Lock, Moment, now
from her2guide.consult.paper import for_paper
from her2guide.consult.places import Area, places
from her2guide.consult.talk import Talk, ToldBack
from her2guide.guide.document import GuideDocument, Section
from her2guide.guide.voice import format_date
from her2guide.look import Palette
from her2guide.settings import Settings
from her2guide.ui import theme
from her2guide.ui.consult.cover import BlankPage, CoverPage, NextPage
from her2guide.ui.consult.look_view import SHOWN, LookView
from her2guide.ui.consult.notes_view import NotesView
from her2guide.ui.consult.parts_view import PartsView
from her2guide.ui.consult.print_view import PrintView
from her2guide.ui.consult.talk_view import NothingYet, Shown, TalkView
from her2guide.ui.consult.window import CounselorWindow
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.page import Page
from her2guide.ui.theme import Theme
from her2guide.wizard.pages import SavePage, SectionPage

if TYPE_CHECKING:
    from her2guide.ui.visit import Visit

_TICK = 1000  # milliseconds
_TITLE = 40  # pixels: left free for the bar that the system puts over a window
_TOUCHES = {
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
}  # fmt: skip
_QUESTIONS = {"numbers": ("numbers", "yes", "no"), "survival": ("length-of-life", "tell_me_how_to_ask", "leave_out")}


class Desk(QObject):
    """One counselor beside one window. `moment` tells the time, `screens` what of each screen is free."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        *,
        moment: Callable[[], Moment] = now,
        screens: Callable[[], Sequence[Area]] | None = None,
    ) -> None:
        super().__init__(window)
        self.window, self.library = window, window.library
        self._settings, self._moment, self._screens = settings, moment, screens or free_areas
        self.counselor = CounselorWindow(window.library)
        self.talk, self.view = Talk(), "talk"
        self._own, self._marked, self._copied, self._section = "", "", "", ""
        self._first_look = theme.current()
        self._blank: BlankPage | None = None
        self.lock = Lock(settings.lock_after, moment()) if settings.lock_after else None
        self._timer = 0
        self._connect()

    def _connect(self) -> None:
        counselor = self.counselor
        self.window.page_shown.connect(self._page_shown)
        self.window.forgotten.connect(self.forget)
        counselor.view_asked.connect(self.show_view)
        counselor.head.next.clicked.connect(self.ask_for_next)
        counselor.head.blank.clicked.connect(self.blank)
        counselor.warning.stay.clicked.connect(self.touch)
        counselor.closed.connect(self.close)
        self.window.installEventFilter(self)

    def open(self) -> None:
        """Put both windows where they belong, and show the counselor's."""
        mine, theirs = places(self._screens())
        for window, area in ((self.window, mine), (self.counselor, theirs)):
            window.move(area.left, area.top)
            window.resize(area.width, area.height - _TITLE)
        self.show_view("talk")
        self.counselor.show()
        for window in (self.window, self.counselor):
            if (handle := window.windowHandle()) is not None:
                handle.installEventFilter(self)
        if self.lock is not None:
            self._timer = self.startTimer(_TICK)

    def close(self) -> None:
        """Close both windows: neither is of use without the other."""
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0
        self._clear_clipboard()
        for window in (self.window, self.counselor):
            if window.isVisible():
                window.close()

    # --- what is there

    @property
    def visit(self) -> "Visit | None":
        """The visit in the other window, once there is one."""
        found: Visit | None = vars(self.window).get("visit")
        return found

    @property
    def document(self) -> GuideDocument | None:
        """The guide in the other window, once it is made."""
        return self.visit.document if self.visit else None

    @property
    def sections(self) -> tuple[Section, ...]:
        """The parts of the guide."""
        return self.document.sections if self.document else ()

    @property
    def section(self) -> str:
        """The part that the person sees, or saw last; "" before there is a guide."""
        ids = [each.id for each in self.sections]
        if self.visit is not None and isinstance(here := self.visit.page, SectionPage):
            self._section = here.section
        return self._section if self._section in ids else ids[0] if ids else ""

    # --- views

    def show_view(self, view: str) -> None:
        """Show a view as it is now."""
        self._take_notes()
        self.view = view
        self.counselor.show_view(view, self._view())

    def _show_again(self, *, keep_place: bool = True) -> None:
        """Show the view anew where it was scrolled to."""
        scrolled = self.counselor.page.verticalScrollBar().value()
        self.show_view(self.view)
        if keep_place:
            QApplication.sendPostedEvents(self.counselor.page)
            self.counselor.page.verticalScrollBar().setValue(scrolled)

    def _view(self) -> Page:
        if self.view == "look":
            return self._look()
        if self.document is None:
            return NothingYet((self.library.word("consult.lead"), self.library.word("consult.no-guide")), self.library)
        if self.view == "notes":
            return self._notes()
        if self.view == "parts":
            return PartsView(self.sections, self.section, self.talk.covered, self.library, self.turn_to)
        return self._print(self.document) if self.view == "print" else self._talk()

    def _talk(self) -> Page:
        ids, here = [each.id for each in self.sections], self.section
        if here not in self.library.prompts:  # a clinic's own part
            return NothingYet((self.library.word("consult.no-part"),), self.library)
        prompt = self.library.prompts[here]
        title = next(each.title for each in self.sections if each.id == here)
        old = self.visit is not None and self.visit.today > prompt.due
        due = format_date(prompt.due, self.library) if old else ""
        page = TalkView(Shown(title, prompt, here in self.talk.covered, due), self.library, self._cover)
        place = ids.index(here)

        def to(place: int) -> Callable[[], None] | None:
            return (lambda: self.turn_to(ids[place])) if 0 <= place < len(ids) else None

        page.add_way(self.library, to(place - 1), to(place + 1))
        return page

    def _notes(self) -> NotesView:
        notes = self.visit.answers.counselor_notes if self.visit else ""
        page = NotesView(self.talk, notes or "", self._own, self.library)
        page.left.connect(self._take_notes)
        page.own.changed.connect(lambda: self._keep_own(page.own.value()))
        page.on_marks(self._told_back, self._print_told_back)
        return page

    def _print(self, document: GuideDocument) -> PrintView:
        page = PrintView(self.sections, self.talk, self._marked, self.library)
        ids = [each.id for each in self.sections]
        lines = chart_lines(document, self.talk.covered, self.library)
        said = self.library.word("consult.print.copied") if self._copied else ""
        page.offer_chart(lines, said, self.library, self.copy_chart)
        page.parts.changed.connect(lambda: self._choose(page))
        page.go.clicked.connect(self.go_and_print)
        page.up.clicked.connect(lambda: self._move(ids, -1))
        page.down.clicked.connect(lambda: self._move(ids, 1))
        return page

    def _look(self) -> LookView:
        visit = self.visit
        switches = {"numbers": visit.numbers, "survival": visit.survival} if visit and visit.document else None
        return LookView(theme.current(), switches, self.library, self._chosen)

    # --- what the counselor does

    def turn_to(self, part: str) -> None:
        """Turn both windows to a part."""
        self._take_notes()
        self.view = "talk"
        self.window.leafing.turn_to(part)  # and this window follows

    def _cover(self, covered: bool) -> None:
        self.talk = marks.with_covered(self.talk, self.section, covered=covered)

    def _told_back(self, point: str, how: ToldBack) -> None:
        self.talk = marks.with_told_back(self.talk, point, how)
        self._arrange()

    def _print_told_back(self, wanted: bool) -> None:
        self.talk = marks.with_printed(self.talk, wanted=wanted)
        self._arrange()

    def _keep_own(self, text: str) -> None:
        self._own = text

    def _take_notes(self) -> None:
        """Put the notes for the person into their guide, if they changed."""
        if not self.counselor.stack.count() or not isinstance(page := self.counselor.page, NotesView):
            return
        notes = page.for_person.value()
        if self.visit is not None and notes != (self.visit.answers.counselor_notes or ""):
            self.visit.note(notes)
            self._refresh()

    def _choose(self, page: PrintView) -> None:
        shown = [row.choice.id for row in page.parts.rows]
        changed = {each for each in shown if (each in page.parts.chosen()) is (each in self.talk.left_out)}
        self._marked = next(iter(changed), self._marked)
        self.talk = marks.with_left_out(self.talk, [each for each in shown if each not in page.parts.chosen()])
        self._arrange()
        self._show_print_again()

    def _move(self, ids: Sequence[str], by: int) -> None:
        self.talk = marks.moved(ids, self.talk, self._marked, by)
        self._arrange()
        self._show_print_again(by)

    def _show_print_again(self, by: int = 0) -> None:
        """Show the view anew, with the keyboard on the part or the button that was used."""
        self._show_again()
        page = self.counselor.page
        if isinstance(page, PrintView):
            row = next(row for row in page.parts.rows if row.choice.id == self._marked)
            used = page.up if by < 0 else page.down if by > 0 else row
            (used if used.isEnabled() else row).setFocus()

    def go_and_print(self) -> None:
        """Turn the other window to where the guide is printed and saved."""
        if self.visit is not None and not isinstance(self.visit.page, SavePage):
            self.visit.keep()
        self.window.show_place()

    def copy_chart(self) -> None:
        """Put the lines for the chart on the clipboard."""
        if self.document is not None:
            self._copied = "\n".join(chart_lines(self.document, self.talk.covered, self.library))
            QGuiApplication.clipboard().setText(self._copied)
            self._show_again()

    def _clear_clipboard(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self._copied = ""

    def _chosen(self, name: str, choice: str) -> None:
        """Change how both windows look, or what the guide tells."""
        if name in _QUESTIONS:
            question, on, off = _QUESTIONS[name]
            if self.visit is not None:
                self.visit.switch(question, on if choice == SHOWN else off)
                self._refresh()
            return
        look = theme.current()
        step, palette = (int(choice), look.palette) if name == "size" else (look.step, Palette(choice))
        self._wear(Theme(palette, step, look.target))

    def _wear(self, look: Theme) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and look != theme.current():
            theme.apply(app, look)

    def blank(self) -> None:
        """Put a page that tells of nobody over the other window, or take it away again."""
        if self._blank is None:
            self._blank = BlankPage(self.library, self.window.show_call)
            self.window.show_over(self._blank)
            self.counselor.head.show_blank(True)
        else:
            self.window.return_to_page()

    def ask_for_next(self) -> None:
        """Ask once whether to begin with the next person."""
        self._take_notes()
        self.counselor.show_alone(NextPage(self.library, self.window.start_over, lambda: self.show_view(self.view)))

    def forget(self) -> None:
        """Forget the person in this window too: notes, ticks, choices, the look, and what was copied."""
        self.counselor.forget()
        self._clear_clipboard()
        self.talk, self.view = Talk(), "talk"
        self._own, self._marked, self._section, self._blank = "", "", "", None
        self._wear(self._first_look)
        self.counselor.show_view(self.view, self._view())

    # --- the other window

    def _arrange(self) -> None:
        """Let print and files follow what is chosen now."""
        if self.visit is not None:
            talk, library = self.talk, self.library
            self.visit.arrange(lambda document: for_paper(document, talk, library))
            if isinstance(self.visit.page, SavePage):
                self._refresh()

    def _refresh(self) -> None:
        """Show the other window's page anew where it shows the guide."""
        if self.visit is not None and isinstance(self.visit.page, SavePage | SectionPage):
            self.window.show_place()

    def _page_shown(self) -> None:
        """Follow the other window, where this one shows what is beside its page."""
        if self._blank is not None and self.window.page is not self._blank:
            self._blank = None
            self.counselor.head.show_blank(False)
        if self.counselor.isVisible() and self.view in ("talk", "parts") and not self._is_covered:
            before = self._section
            self._show_again(keep_place=before == self.section)

    # --- time

    @property
    def _is_covered(self) -> bool:
        return self.lock is not None and isinstance(self.counselor.page, CoverPage)

    def touch(self) -> None:
        """Note that someone is here."""
        if self.lock is not None:
            self.lock = self.lock.touched(self._moment())
            if not self.lock.covered and self.counselor.warning.isVisible():
                self.counselor.warning.hide()

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: ARG002 - there is one
        self.tick()

    def tick(self) -> None:
        """Warn, or cover the window, when nobody touched anything for long."""
        if self.lock is None or self._is_covered:
            return
        state = self.lock.state(self._moment())
        self.counselor.warning.setVisible(state is Cover.SOON)
        if state is Cover.COVERED:
            self._take_notes()
            self.lock = self.lock.touched(self._moment())
            self.counselor.show_alone(CoverPage(self.library, self.uncover))

    def uncover(self) -> None:
        """Show again what was there."""
        if self.lock is not None:
            self.lock = self.lock.opened(self._moment())
        self.counselor.show_view(self.view, self._view())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        elif event.type() == QEvent.Type.Close and watched is self.window:
            QTimer.singleShot(0, self, self.close)
        return False


def free_areas() -> tuple[Area, ...]:
    """Return what is free of each screen, the main one first."""
    main = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
    areas = (screen.availableGeometry() for screen in screens)
    return tuple(Area(area.left(), area.top(), area.width(), area.height()) for area in areas)
