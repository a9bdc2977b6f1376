"""Notes for the person, notes that nobody keeps, and how the points of the guide were told back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal

from her2guide.consult.talk import Talk, ToldBack
from her2guide.library.library import Library
from her2guide.ui.answers import AnswerGroup, Choice
from her2guide.ui.consult.view import View
from her2guide.ui.fields import Field
from her2guide.ui.layout import Beside, Column
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole

PRINTED = "printed"
_LINES = 4


class NotesView(View):
    """Two boxes and five points. `left` says that the box with notes for the person was left."""

    left = Signal()

    def __init__(self, talk: Talk, notes: str, own: str, library: Library) -> None:
        word = library.word
        super().__init__(word("consult.notes.title"))
        self.for_person = Field(
            word("consult.notes.for-person"), hint=word("consult.notes.for-person-hint"), lines=_LINES
        )
        self.own = Field(word("consult.notes.own"), hint=word("consult.notes.own-hint"), lines=_LINES)
        self.for_person.set_value(notes)
        self.own.set_value(own)
        self.for_person.edit.installEventFilter(self)
        self.main.add(self.for_person, self.own)
        self.main.add_space(8)
        self.main.add(heading(word("consult.notes.told-back"), TypeRole.H3))
        self.main.add(TextBlock(word("consult.notes.told-back-lead")))
        choices = [Choice(how.value, word(f"consult.notes.{how}")) for how in ToldBack]
        names = {point: word(f"consult.point.{point}") for point in library.check_words.point}
        self.points = {point: AnswerGroup(name, choices) for point, name in names.items()}
        for point, how in talk.told_back:
            self.points[point].choose(how.value)
        self.main.add(Beside([_named(names[point], group) for point, group in self.points.items()], least=300, down=16))
        self.printed = AnswerGroup(
            word("consult.notes.told-back"), [Choice(PRINTED, word("consult.notes.print-told-back"))], many=True
        )
        self.printed.choose(*([PRINTED] if talk.prints_told_back else []))
        self.main.add_space(8)
        self.main.add(self.printed)

    def on_marks(self, told: Callable[[str, ToldBack], None], prints: Callable[[bool], None]) -> None:
        """Tell of each mark as it is made."""
        for point, group in self.points.items():
            group.changed.connect(lambda point=point, group=group: told(point, ToldBack(group.chosen()[0])))
        self.printed.changed.connect(lambda: prints(bool(self.printed.chosen())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.for_person.edit:
            self.left.emit()
        return super().eventFilter(watched, event)

    def forget(self) -> None:
        self.for_person.clear()
        self.own.clear()


def _named(name: str, group: AnswerGroup) -> Column:
    column = Column(4)
    column.add(TextBlock(name, focusable=False), group)
    return column
