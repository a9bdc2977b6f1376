"""Where to find the answer on a report: a panel beside the question, and a word to whoever is not sure."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from her2guide.guide.report_lines import report_lines
from her2guide.library.library import Library
from her2guide.library.question_records import ReportWords
from her2guide.ui.buttons import SecondaryButton
from her2guide.ui.draw import PictureWidget
from her2guide.ui.layout import Panel
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole


class FindPanel(Panel):
    """Where the answer stands, in words and, for a report, as a picture."""

    def __init__(self, title: str, text: str, report: ReportWords | None, library: Library) -> None:
        super().__init__("tint", "line", gap=4)
        self.title = heading(title, TypeRole.H3)
        self.picture = PictureWidget(report_lines(report, library)) if report else None
        self.add(self.title, *([self.picture] if self.picture else []), TextBlock(text))


class NotSureNote(Panel):
    """Stands under "I'm not sure" once that is chosen: it is fine to go on, and the report can be looked at first."""

    look_pressed = Signal()

    def __init__(self, library: Library) -> None:
        super().__init__("tint", "line", icon="info")
        self.text = TextBlock(library.word("window.not-sure"))
        self.look = SecondaryButton(library.word("window.show-on-report"))
        self.look.clicked.connect(self.look_pressed)
        self.add(self.text, self.look)
        self.hide()

    def show_if(self, wanted: bool) -> None:
        """Come up, and say so to screen readers; or go away."""
        if wanted and self.isHidden():
            announce(self.text, self.text.words)
        self.setVisible(wanted)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text; the keyboard stays where it is."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # the first page does not wait for these

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
