"""What a question is answered with: choices, fields, and lists that grow. Each part tells its entry."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from her2guide.library.library import Library
from her2guide.ui.answers import AnswerGroup, Choice
from her2guide.ui.buttons import SecondaryButton
from her2guide.ui.fields import Field
from her2guide.ui.layout import Column
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import FRAME
from her2guide.wizard.entries import Entry
from her2guide.wizard.pages import NONE_OF_THESE
from her2guide.wizard.views import ChoiceView, FieldView, PageView

Local = tuple[str, QWidget]  # a sentence about what is wrong, and where
_SHORTEST, _SPARE = 2, 3
_BAR, _BESIDE_BAR = 6, 18  # the bar beside what is wrong, and how far the answers stand from the edge then


def choice_of(view: ChoiceView) -> Choice:
    """Return a choice as a row shows it: a score stands in a column of its own with its meaning beside it."""
    alone = view.id == NONE_OF_THESE
    if len(view.label) <= _SHORTEST and view.hint:
        return Choice(view.id, view.hint, code=view.label)
    return Choice(view.id, view.label, view.hint, alone=alone)


class Choices(Column):
    """A group of answers with room above it for what is wrong, and then a bar at its side."""

    def __init__(self, title: str, views: Sequence[ChoiceView], *, many: bool = False, label: str = "") -> None:
        super().__init__(4)
        self.group = AnswerGroup(title, [choice_of(view) for view in views], many=many)
        self.group.choose(*(view.id for view in views if view.selected))
        self._error = TextBlock("", color="error", weight=QFont.Weight.Bold, focusable=False)
        self._error.hide()
        if label:
            self.add(TextBlock(label, weight=QFont.Weight.Bold, focusable=False))
        self.add(self._error, self.group)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the answers chosen."""
        return self.group.chosen()

    @property
    def error(self) -> str:
        """What is said to be wrong."""
        return self._error.words

    def set_error(self, text: str) -> None:
        """Say above the answers what is wrong, or with "" that nothing is."""
        self._error.set_text(text)
        self._error.setVisible(bool(text))
        self.group.setAccessibleDescription(text)
        self._space()
        self.update()

    def set_name(self, name: str) -> None:
        """Tell screen readers another name, where the label alone is not enough."""
        self.group.setAccessibleName(name)

    def _space(self) -> None:
        super()._space()
        if hasattr(self, "_error") and self.error:
            side = self.theme.px(_BESIDE_BAR)
            self.rows.setContentsMargins(*((0, 0, side, 0) if self._mirrored else (side, 0, 0, 0)))

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - all of it is painted
        if self.error:
            left = self.width() - FRAME - _BAR if self._mirrored else FRAME
            QPainter(self).fillRect(left, 0, _BAR, self.height(), self.theme.color("error"))


class Part(Column):
    """What stands between the hint and the footer of a question."""

    def __init__(self, library: Library) -> None:
        super().__init__(12)
        self.library = library
        self.places: dict[tuple[str, int | None], Choices | Field] = {}

    def entry(self) -> Entry:
        """Return what was put in."""
        return Entry()

    def problems(self) -> Sequence[Local]:
        """Return what the person is to mend before it can be an entry at all."""
        return ()

    def place(self, field: str, at: int | None) -> Choices | Field | None:
        """Return where a problem belongs."""
        return self.places.get((field, at)) or self.places.get((field, None)) or next(iter(self.places.values()), None)


class ChoicePart(Part):
    """One answer or several, perhaps with fields under them."""

    def __init__(self, view: PageView, library: Library, field: str, *, many: bool) -> None:
        super().__init__(library)
        self.choices = Choices(view.title, view.choices, many=many)
        self.places[field, None] = self.choices
        self.fields = FieldsPart(view.fields, library)
        self.places |= self.fields.places
        self.add(self.choices, self.fields)

    def entry(self) -> Entry:
        return replace(self.fields.entry(), chosen=self.choices.chosen)


class FieldsPart(Part):
    """Short texts, each with a label."""

    def __init__(self, views: Sequence[FieldView], library: Library) -> None:
        super().__init__(library)
        self.boxes = {view.id: field_of(view) for view in views}
        self.places |= {(name, None): box for name, box in self.boxes.items()}
        self.add(*self.boxes.values())
        if not views:
            self.hide()  # never shown here: without a parent yet, it would be a window of its own

    def entry(self) -> Entry:
        typed = ((name, box.value()) for name, box in self.boxes.items())
        return Entry(texts=tuple((name, text) for name, text in typed if text.strip()))


class TextsPart(Part):
    """A few texts in order; there is always room for one more, up to the most."""

    def __init__(self, view: PageView, library: Library, field: str) -> None:
        super().__init__(library)
        self._field, self._most = field, view.most
        self.boxes: list[Field] = []
        self._list = Column(4)
        self._more = SecondaryButton(library.word("window.add-question"))
        self._more.clicked.connect(lambda: self._add_box("").focus())
        self.add(self._list, self._more)
        for text in (*view.lines, *[""] * max(_SPARE - len(view.lines), 0)):
            self._add_box(text)

    def _add_box(self, text: str) -> Field:
        place = len(self.boxes)
        box = Field(self.library.say("window.own-question", number=place + 1))
        box.set_value(text)
        self.boxes.append(box)
        self.places[self._field, place] = box
        self._list.add(box)
        box.show()
        self._more.setVisible(len(self.boxes) < self._most)
        return box

    def entry(self) -> Entry:
        return Entry(lines=tuple(box.value() for box in self.boxes if box.value().strip()))

    def place(self, field: str, at: int | None) -> Choices | Field | None:
        """Return the box of a line; empty boxes are not counted among the lines."""
        if at is None:
            return super().place(field, at)
        full = [box for box in self.boxes if box.value().strip()]
        return full[at] if at < len(full) else self.boxes[0]


def field_of(view: FieldView) -> Field:
    """Return a field with what was put in."""
    box = Field(view.label, hint=view.hint)
    box.set_value(view.text)
    return box


def line_edits(part: QWidget) -> list[QLineEdit]:
    """Return the boxes of one line, from where Enter goes on."""
    return [box.edit for box in part.findChildren(Field) if isinstance(box.edit, QLineEdit)]
