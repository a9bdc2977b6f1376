"""The counselor's desk: what is marked in a talk, and how the two windows follow each other.

The person's window knows nothing of it: it turns to pages, and tells when it has. Prompts and marks stay here; only
notes for the person, and the parts chosen for print, reach their guide (docs/decisions/0018-consult.md).
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from her2guide.clocks import Instant, now
from her2guide.consult import talk as marks
from her2guide.consult.chart import chart_lines
from her2guide.consult.paper import for_paper
from her2guide.consult.places import Area, places
from her2guide.consult.talk import Talk, ToldBack
from her2guide.guide.document import GuideDocument, Section
from her2guide.look import Palette
from her2guide.settings import Settings
from her2guide.ui import theme
from her2guide.ui.consult.clip import Clip
from her2guide.ui.consult.cover import BlankPage, CoverPage, NextPage
from her2guide.ui.consult.look_view import SHOWN
from her2guide.ui.consult.notes_view import NotesView
from her2guide.ui.consult.pages import page_of
from her2guide.ui.consult.parts_view import PartsView
from her2guide.ui.consult.print_view import PrintView
from her2guide.ui.consult.screens import free_areas
from her2guide.ui.consult.talk_view import NothingYet, TalkView
from her2guide.ui.consult.watch import Watch
from her2guide.ui.consult.window import CounselorWindow
from her2guide.ui.looks import wear
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.preview import PreviewPage
from her2guide.ui.pages.save import SavePage
from her2guide.ui.pages.section import SectionPage
from her2guide.ui.theme import Theme
from her2guide.wizard import pages as wizard

if TYPE_CHECKING:
    from her2guide.ui.visit import Visit

_TITLE = 40  # pixels: left free for the bar that the system puts over a window
_QUESTIONS = {"numbers": ("numbers", "yes", "no"), "survival": ("length-of-life", "tell_me_how_to_ask", "leave_out")}


class Desk(QObject):
    """One counselor beside one window. `moment` tells the time, `screens` what of each screen is free."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        *,
        moment: Callable[[], Instant] = now,
        screens: Callable[[], Sequence[Area]] | None = None,
    ) -> None:
        super().__init__(window)
        self.window, self.library = window, window.library
        self._screens = screens or free_areas
        self.counselor, self._first_look = CounselorWindow(window.library), theme.current()
        theme.wear_own(self.counselor, self._first_look)
        self.talk, self.view = Talk(), "talk"
        self.own_notes, self.marked, self._section, self.clip = "", "", "", Clip()
        self._blank: BlankPage | None = None
        self._has_guide = False  # when the view was made
        self.watch = Watch(settings.lock_after, moment, self) if settings.lock_after else None
        self._connect()

    def _connect(self) -> None:
        counselor = self.counselor
        self.window.page_shown.connect(self._page_shown)
        self.window.forgotten.connect(self.forget)
        counselor.view_asked.connect(self.show_view)
        counselor.head.next.clicked.connect(self.ask_for_next)
        counselor.head.blank.clicked.connect(self.blank)
        if self.watch is not None:
            self.watch.soon.connect(counselor.warn)
            self.watch.covered.connect(self.cover_window)
            counselor.warning.stay.clicked.connect(self.watch.touch)
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
        if self.watch is not None:
            self.watch.start((self.window.windowHandle(), self.counselor.windowHandle()))

    def close(self) -> None:
        """Close both windows: neither is of use without the other."""
        if self.watch is not None:
            self.watch.stop()
        self.clip.take_back()
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
        if self.visit is not None and isinstance(here := self.visit.page, wizard.SectionPage):
            self._section = here.section
        return self._section if self._section in ids else ids[0] if ids else ""

    # --- views

    def show_view(self, view: str) -> None:
        """Show a view as it is now."""
        self.take_notes()
        self.view = view
        self._show()

    def _show(self) -> None:
        self._has_guide = self.document is not None
        self.counselor.show_view(self.view, page_of(self))

    def _show_again(self, *, keep_place: bool = True) -> None:
        """Show the view anew where it was scrolled to."""
        scrolled = self.counselor.page.verticalScrollBar().value()
        self.show_view(self.view)
        if keep_place:
            QApplication.sendPostedEvents(self.counselor.page)
            self.counselor.page.verticalScrollBar().setValue(scrolled)

    # --- what the counselor does

    def turn_to(self, part: str) -> None:
        """Turn both windows to a part."""
        self.take_notes()
        self.view = "talk"
        self.window.leafing.turn_to(part)  # and this window follows

    def cover(self, covered: bool) -> None:
        """Mark the part that is seen as talked about, or not."""
        self.talk = marks.with_covered(self.talk, self.section, covered=covered)

    def mark_told_back(self, point: str, how: ToldBack) -> None:
        """Note how a point was told back."""
        self.talk = marks.with_told_back(self.talk, point, how)
        self._arrange()

    def print_told_back(self, wanted: bool) -> None:
        """Have those marks printed, or not."""
        self.talk = marks.with_printed(self.talk, wanted=wanted)
        self._arrange()

    def keep_own(self, text: str) -> None:
        """Keep notes that nobody else gets to see, for as long as this person is here."""
        self.own_notes = text

    def take_notes(self) -> None:
        """Put the notes for the person into their guide, if they changed."""
        if not self.counselor.stack.count() or not isinstance(page := self.counselor.page, NotesView):
            return
        notes = page.for_person.value()
        if self.visit is not None and notes != (self.visit.answers.counselor_notes or ""):
            self.visit.note(notes)
            self._refresh()

    def choose(self, page: PrintView) -> None:
        """Leave parts out of print, or put them back; the one just pressed is marked, so that it can be moved."""
        shown, chosen = [row.choice.id for row in page.parts.rows], page.parts.chosen()
        self.marked = next(each for each in shown if (each in chosen) is (each in self.talk.left_out))
        self.talk = marks.with_left_out(self.talk, [each for each in shown if each not in chosen])
        self._arrange()
        page.tell(self.talk, self.marked)

    def move(self, by: int) -> None:
        """Move the marked part up or down by one, and stay on the button that did it."""
        self.talk = marks.moved([each.id for each in self.sections], self.talk, self.marked, by)
        self._arrange()
        self._show_again()
        if isinstance(page := self.counselor.page, PrintView):
            used = page.up if by < 0 else page.down
            (used if used.isEnabled() else page.heading).setFocus()

    def go_and_print(self) -> None:
        """Turn the other window to where the guide is printed and saved."""
        if self.visit is not None and not isinstance(self.visit.page, wizard.SavePage):
            self.visit.keep()
        self.window.show_place()

    def copy_chart(self) -> None:
        """Put the lines for the chart on the clipboard."""
        if self.document is not None:
            self.clip.put("\n".join(chart_lines(self.document, self.talk.covered, self.library)))
            self._show_again()

    def change_look(self, name: str, choice: str) -> None:
        """Change how this window looks, or what the guide in the other one tells."""
        if name in _QUESTIONS:
            question, on, off = _QUESTIONS[name]
            if self.visit is not None:
                self.visit.switch(question, on if choice == SHOWN else off)
                self._refresh()
            return
        look = theme.worn_by(self.counselor)
        step, palette = (int(choice), look.palette) if name == "size" else (look.step, Palette(choice))
        theme.wear_own(self.counselor, Theme(palette, step, look.target))

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
        self.take_notes()
        self.counselor.show_alone(NextPage(self.library, self.window.start_over, lambda: self.show_view(self.view)))

    def forget(self) -> None:
        """Forget the person in this window too: notes, ticks, choices, the look, and what was copied."""
        if self.watch is not None:
            self.watch.go_on()
        self.counselor.forget()
        self.clip.take_back()
        self.talk, self.view = Talk(), "talk"
        self.own_notes, self.marked, self._section, self._blank = "", "", "", None
        wear(self._first_look)
        theme.wear_own(self.counselor, self._first_look)
        self._show()

    # --- the other window

    def _arrange(self) -> None:
        """Let print and files follow what is chosen now."""
        if self.visit is not None:
            talk, library = self.talk, self.library
            self.visit.arrange(lambda document: for_paper(document, talk, library))
            if isinstance(self.window.page, SavePage | PreviewPage):
                self._refresh()

    def _refresh(self) -> None:
        """Show the other window's page anew where it shows the guide, and never in the place of whom to call."""
        if isinstance(self.window.page, SectionPage | SavePage):
            self.window.show_place()
        elif isinstance(self.window.page, PreviewPage):
            self.window.keeping.show_preview()

    def _page_shown(self) -> None:
        """Follow the other window, where this one shows what is beside its page."""
        if self._blank is not None and self.window.page is not self._blank:
            self._blank = None
            self.counselor.head.show_blank(False)
        if not self.counselor.isVisible():
            return
        if self._has_guide is not (self.document is not None) and not isinstance(self.counselor.page, CoverPage):
            self.show_view(self.view)  # what the other views offer is gone with the guide, or there now
        elif isinstance(self.counselor.page, TalkView | PartsView | NothingYet):
            before = self._section
            self._show_again(keep_place=before == self.section)

    # --- time

    def cover_window(self) -> None:
        """Cover the counselor's window. The other one stays as it is."""
        self.take_notes()
        self.counselor.show_alone(CoverPage(self.library, self.uncover))

    def uncover(self) -> None:
        """Show again what was there."""
        if self.watch is not None:
            self.watch.go_on()
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self.window:
            QTimer.singleShot(0, self, self.close)
        return False
