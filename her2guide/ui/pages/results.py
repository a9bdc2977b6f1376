"""Further HER2 results, each a small form. Results are added and taken away one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from her2guide.library.library import Library
from her2guide.ui.buttons import QuietButton, SecondaryButton
from her2guide.ui.fields import Field
from her2guide.ui.layout import Column, Panel
from her2guide.ui.pages.parts import Choices, Part, field_of
from her2guide.ui.text import heading
from her2guide.ui.theme import TypeRole
from her2guide.wizard.entries import Entry, ResultEntry
from her2guide.wizard.views import FieldView, PageView

_FIRST = 2  # the result asked before is the first


class ResultForm(Panel):
    """One further result."""

    def __init__(self, views: Sequence[FieldView], library: Library) -> None:
        super().__init__("surface", "line", gap=8)
        self.title = heading("", TypeRole.H3)
        self.remove = QuietButton(library.word("window.remove"))
        self.parts: dict[str, Choices | Field] = {}
        self.add(self.title)
        self._only_if = {view.id: view.only_if for view in views if view.only_if}
        self._labels = {view.id: view.label for view in views}
        for view in views:
            part = self.parts[view.id] = _part(view)
            if isinstance(part, Choices):
                part.group.changed.connect(self._depend)
            self.add(part)
        self.add(self.remove)
        self._depend()

    def _depend(self) -> None:
        """Show a field only under the answer it depends on."""
        for name, (other, wanted) in self._only_if.items():
            there, part = self.parts[other], self.parts[name]
            shown = isinstance(there, Choices) and there.chosen == (wanted,)
            part.setVisible(shown)
            if not shown and isinstance(part, Choices):
                part.group.choose()

    def show_number(self, number: int, library: Library) -> None:
        """Show which result this is."""
        self.title.set_text(library.say("told.other", number=number))
        words = self.remove.words
        self.remove.set_words(words, library.say("window.about-name", act=words, name=self.title.words))
        for name, part in self.parts.items():
            part.set_name(library.say("window.about-name", act=self.title.words, name=self._labels[name]))

    def entry(self) -> ResultEntry:
        """Return what was put in."""
        found = []
        for name, part in self.parts.items():
            text = next(iter(part.chosen), "") if isinstance(part, Choices) else part.value().strip()
            found.append((name, text))
        return tuple((name, text) for name, text in found if text)


def _part(view: FieldView) -> Choices | Field:
    return Choices(view.label, view.choices, label=view.label) if view.choices else field_of(view)


class ResultsPart(Part):
    """The further results and a button to add one."""

    def __init__(self, view: PageView, library: Library, field: str) -> None:
        super().__init__(library)
        self._field, self._most, self._blank = field, view.most, view.blank_result
        self.forms: list[ResultForm] = []
        self._list = Column(12)
        self.more = SecondaryButton(view.add_result)
        self.more.clicked.connect(lambda: self.add_form(self._blank).title.setFocus(Qt.FocusReason.OtherFocusReason))
        self.add(self._list, self.more)
        for result in view.results:
            self.add_form(result)

    def add_form(self, views: Sequence[FieldView]) -> ResultForm:
        """Show one more form."""
        form = ResultForm(views, self.library)
        form.remove.clicked.connect(lambda: self._remove(form))
        self.forms.append(form)
        self._list.add(form)
        form.show()
        self._count()
        return form

    def _remove(self, form: ResultForm) -> None:
        self.forms.remove(form)
        self._list.rows.removeWidget(form)
        form.hide()
        form.setParent(None)
        form.deleteLater()
        self._count()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        for place, form in enumerate(self.forms):
            form.show_number(place + _FIRST, self.library)
        self.more.setVisible(len(self.forms) < self._most)
        self.places = {
            (name, place): part for place, form in enumerate(self.forms) for name, part in form.parts.items()
        }

    def entry(self) -> Entry:
        return Entry(results=tuple(form.entry() for form in self.forms))
