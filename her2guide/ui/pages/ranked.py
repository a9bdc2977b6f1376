"""What matters most: suggestions to choose, own words, and one order for both."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from her2guide.library.library import Library
from her2guide.ui.buttons import QuietButton, SecondaryButton
from her2guide.ui.fields import Field
from her2guide.ui.layout import Panel
from her2guide.ui.pages.parts import Choices, Part
from her2guide.ui.parts import Item
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import Themed, TypeRole
from her2guide.wizard.entries import Entry
from her2guide.wizard.views import PageView


class RankedPart(Part):
    """Suggestions with a list under them, in the person's order."""

    def __init__(self, view: PageView, library: Library, field: str) -> None:
        super().__init__(library)
        self.lines: list[str] = list(view.lines)
        self._labels = {choice.id: choice.label for choice in view.choices}
        self.choices = Choices(view.title, view.choices, many=True)
        self.choices.group.changed.connect(self._chosen)
        self.own = Field(library.word("window.other-matter"))
        add = SecondaryButton(library.word("window.add"))
        add.set_words(add.words, self._name(add.words, library.word("window.other-matter")))
        add.clicked.connect(self.add_own)
        self.order = Panel("surface", "line")
        self._ranks: list[Rank] = []
        self.places |= {(field, None): self.choices}
        self.add(self.order, self.choices, self.own, add)
        self._show()

    def _name(self, act: str, name: str) -> str:
        return self.library.say("window.about-name", act=act, name=name)

    def entry(self) -> Entry:
        own = self.own.value().strip()
        return Entry(lines=tuple(self.lines) + ((own,) if own else ()))

    def add_own(self) -> None:
        """Put what was typed at the end of the list."""
        text = self.own.value().strip()
        if text and text not in self.lines:
            self.lines.append(text)
            self._mark()
            self._show()
        self.own.clear()
        self.own.focus()

    def _mark(self) -> None:
        self.choices.group.choose(*(name for name, label in self._labels.items() if label in self.lines))

    def _chosen(self) -> None:
        chosen = [self._labels[name] for name in self.choices.chosen]
        known = set(self._labels.values())
        self.lines = [text for text in self.lines if text in chosen or text not in known]
        self.lines += [text for text in chosen if text not in self.lines]
        self._show()

    def _show(self) -> None:
        """Show the order anew."""
        for rank in self._ranks:
            self.order.rows.removeWidget(rank)
            rank.hide()
            rank.setParent(None)
            rank.deleteLater()
        if not self.order.findChildren(TextBlock):
            self.order.add(heading(self.library.word("window.my-order"), TypeRole.H3))
        self._ranks = [Rank(self, place, text) for place, text in enumerate(self.lines)]
        self.order.add(*self._ranks)
        for rank in self._ranks:
            rank.show()
        self.order.setVisible(bool(self.lines))

    def move_up(self, place: int) -> None:
        """Put a line one place higher; the keyboard stays with it."""
        self.lines[place - 1], self.lines[place] = self.lines[place], self.lines[place - 1]
        self._show()
        self._stay(place - 1)

    def remove(self, place: int) -> None:
        """Take a line off the list."""
        del self.lines[place]
        self._mark()
        self._show()
        self._stay(min(place, len(self.lines) - 1))

    def _stay(self, place: int) -> None:
        goal: QWidget = self._ranks[place].acts[0] if self._ranks else self.choices.group.rows[0]
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def ranks(self) -> "tuple[Rank, ...]":
        """The lines of the list."""
        return tuple(self._ranks)


class Rank(QWidget, Themed):
    """One line of the order, with Move up and Remove."""

    def __init__(self, part: RankedPart, place: int, text: str) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(Item(TextBlock(text), "number", place + 1), 1, Qt.AlignmentFlag.AlignVCenter)
        word = part.library.word
        acts = [("window.move-up", part.move_up)] if place else []
        acts.append(("window.remove", part.remove))
        self.acts = tuple(QuietButton(word(key)) for key, _ in acts)
        for button, (_, act) in zip(self.acts, acts, strict=True):
            button.set_words(button.words, part.library.say("window.about-name", act=button.words, name=text))
            button.clicked.connect(lambda _checked=False, act=act: act(place))
            self._box.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.retheme()

    def retheme(self) -> None:
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.TopToBottom if self.theme.large else direction.LeftToRight)
        self._box.setSpacing(0)
