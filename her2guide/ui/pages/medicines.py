"""The medicines a person knows from their own care: choose one, then say what is true of it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from her2guide.library.library import Library
from her2guide.ui.answers import AnswerGroup, Choice
from her2guide.ui.buttons import SecondaryButton
from her2guide.ui.layout import Column
from her2guide.ui.pages.parts import Choices, FieldsPart, Local, Part
from her2guide.wizard.entries import Entry
from her2guide.wizard.views import ChoiceView, MedicineRow, PageView


class Medicine(Column):
    """A medicine to tick; what is true of it is asked once it is ticked."""

    def __init__(self, row: MedicineRow, said: Sequence[ChoiceView]) -> None:
        super().__init__(8)
        self.id, self._choices = row.id, [replace(choice, selected=choice.id == row.said) for choice in said]
        generic = row.generic if row.generic.lower() != row.name.lower() else ""
        self.known = AnswerGroup(row.name, [Choice(row.id, row.name, generic)], many=True)
        self._name, self._inner = row.name, Column(0, (24, 0))
        self.add(self.known, self._inner)
        self.known.choose(*((row.id,) if row.said else ()))
        self.known.changed.connect(self._unfold)
        self._unfold()

    @cached_property
    def said(self) -> Choices:
        """What is true of it; made when it is first ticked, because there are many medicines."""
        made = Choices(self._name, self._choices)
        self._inner.add(made)
        return made

    @property
    def told(self) -> str:
        """The id of what is true of it, "" for nothing."""
        return next(iter(self.said.chosen), "") if self.is_known else ""

    def _unfold(self) -> None:
        self._inner.setVisible(self.is_known)
        if self.is_known:
            self.said.show()
        elif "said" in vars(self):
            self.said.group.choose()
            self.said.set_error("")

    @property
    def is_known(self) -> bool:
        """Whether the person ticked it."""
        return bool(self.known.chosen())


class MedicinesPart(Part):
    """First the medicines that matter for this result; the rest on request."""

    def __init__(self, view: PageView, library: Library, choices: Sequence[ChoiceView]) -> None:
        super().__init__(library)
        self.medicines = {row.id: Medicine(row, choices) for row in view.medicines}
        first, rest = Column(8), Column(8)
        for row in view.medicines:
            (first if row.first else rest).add(self.medicines[row.id])
        self.more = SecondaryButton(view.more_medicines)
        self.fields = FieldsPart(view.fields, library)
        self.places |= self.fields.places
        self._rest = rest
        rest.hide()
        self.more.clicked.connect(self.show_more)
        self.add(first, self.more, rest, self.fields)
        self.more.setVisible(not all(row.first for row in view.medicines))

    def show_more(self) -> None:
        """Show the medicines that are not on the short list."""
        self._rest.show()
        self.more.hide()
        next(iter(self._rest.findChildren(AnswerGroup))).rows[0].setFocus()

    def entry(self) -> Entry:
        told = tuple((name, each.told) for name, each in self.medicines.items() if each.told)
        return replace(self.fields.entry(), told=told)

    def problems(self) -> Sequence[Local]:
        """Return the ticked medicines of which nothing is said yet."""
        words = self.library.questions.problem["choose"]
        found = list[Local]()
        for each in self.medicines.values():
            if each.is_known:
                each.said.set_error("" if each.told else words)
                found += [] if each.told else [(words, each.said)]
        return found
