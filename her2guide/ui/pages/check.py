"""The check page: every answer, each with a way to change it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from her2guide.settings import Pace
from her2guide.ui.buttons import Button, QuietButton
from her2guide.ui.layout import Column, Panel
from her2guide.ui.pages.calm import note
from her2guide.ui.pages.page import ButtonRow, Page
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import FRAME, Themed
from her2guide.wizard.check_view import CheckRow, CheckView

_TOPIC = 250


class AnswerLine(QWidget, Themed):
    """Topic, answer and Change: side by side, or one under the other where text is large."""

    def __init__(self, row: CheckRow, change: Callable[[str], None], *, ruled: bool) -> None:
        super().__init__()
        self._ruled = ruled
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.topic = TextBlock(row.topic, color="ink2")
        weight = QFont.Weight.Bold if row.provided else None
        self.said = Column()
        self.said.add(*(TextBlock(text, weight=weight, color="ink" if row.provided else "ink2") for text in row.answer))
        self.change = QuietButton(row.change_word)
        self.change.set_words(row.change_word, row.change_name)
        self.change.clicked.connect(lambda: change(row.change))
        for part, stretch in ((self.topic, 0), (self.said, 1), (self.change, 0)):
            self._box.addWidget(part, stretch, Qt.AlignmentFlag.AlignVCenter)
        self.retheme()

    def retheme(self) -> None:
        large, direction = self.theme.large, QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if large else direction.LeftToRight)
        self._box.setSpacing(0 if large else self.theme.px(8))
        self._box.setContentsMargins(0, self.theme.px(4), 0, self.theme.px(4))
        self.topic.setMinimumWidth(0 if large else round(_TOPIC * self.theme.step / 100))
        self.topic.setMaximumWidth((1 << 24) - 1 if large else round(_TOPIC * self.theme.step / 100))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        if self._ruled:
            QPainter(self).fillRect(FRAME, 0, self.width() - 2 * FRAME, 1, self.theme.color("line"))


class CheckPage(Page):
    """One card with all answers; Make my guide."""

    pace = Pace.GUIDE

    def __init__(self, view: CheckView, make: Callable[[], None], change: Callable[[str], None]) -> None:
        super().__init__(view.title)
        self._progress = view.progress
        self.set_acts((view.make_word, make))
        self.main.add(self.heading, *(TextBlock(text, color="ink2") for text in view.lines))
        card = Panel("surface", "line")
        self.rows = tuple(AnswerLine(row, change, ruled=place > 0) for place, row in enumerate(view.rows))
        card.add(*self.rows)
        self.main.add(card)

    def say_problem(self, text: str) -> None:
        """Say under the heading that the guide could not be made."""
        self.main.insert(1, note(text, wrong=True))

    def offer(self, button: Button) -> None:
        """Offer something to do under the heading."""
        self.main.insert(1, ButtonRow(button))

    def say(self, text: str) -> None:
        """Say under the heading where the answers come from."""
        self.main.insert(1, note(text))
