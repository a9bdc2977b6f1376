"""What was found in a report, to be confirmed thing by thing beside the line it came from."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFont

from her2guide.library.library import Library
from her2guide.ui.bars import Act
from her2guide.ui.fields import ErrorSummary
from her2guide.ui.layout import Beside, Panel
from her2guide.ui.pages.calm import note
from her2guide.ui.pages.parts import Choices
from her2guide.ui.pages.rounds import RoundPage
from her2guide.ui.parts import Item
from her2guide.ui.quote import Quote
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole
from her2guide.wizard.pages import NOT_SURE
from her2guide.wizard.report_view import ItemView, Marked
from her2guide.wizard.views import ChoiceView

BOLD = QFont.Weight.Bold


class FoundPage(RoundPage):
    """A page of the round through a report, the primary act first."""

    def __init__(self, title: str, acts: Sequence[Act], leave: Callable[[], None], progress: str = "") -> None:
        super().__init__(title, progress, leave)
        self.set_acts(*acts)
        self.main.add(self.heading)


class ToldPage(FoundPage):
    """A sentence or two, the reader's warnings, and what the report says is still to come, with its lines."""

    def __init__(
        self,
        words: tuple[str, str],
        acts: Sequence[Act],
        leave: Callable[[], None],
        *,
        warnings: Sequence[str] = (),
        waiting: Sequence[tuple[str, tuple[Marked, ...]]] = (),
        library: Library,
    ) -> None:
        title, lead = words
        super().__init__(title, acts, leave)
        self.main.add(TextBlock(lead, TypeRole.LEAD))
        for topic, lines in waiting:
            panel = Panel("surface", "line", icon="clock")
            panel.add(
                TextBlock(library.say("own-report.still-to-come", topic=topic), weight=BOLD), *_quotes(lines, library)
            )
            self.main.add(panel)
        self.main.add(*(note(warning) for warning in warnings))


class WhichPage(FoundPage):
    """Several specimens or reports side by side; `choose` is told the place of one, or None for not being sure."""

    def __init__(
        self,
        words: tuple[str, str],
        candidates: Sequence[tuple[str, tuple[str, ...]]],
        library: Library,
        choose: Callable[[int | None], None],
        leave: Callable[[], None],
    ) -> None:
        title, lead = words
        super().__init__(title, ((library.questions.word["continue"], self.go_on),), leave)
        self._library, self._choose = library, choose
        self.summary = ErrorSummary(library.questions.word["problem"])
        self.main.insert(0, self.summary)
        names = [library.say("own-report.numbered", number=at, name=name) for at, (name, _) in enumerate(candidates, 1)]
        panels = [_candidate(name, lines) for name, (_, lines) in zip(names, candidates, strict=True)]
        views = [ChoiceView(str(place), name, "") for place, name in enumerate(names)]
        unsure = library.questions.choice[NOT_SURE]
        views.append(ChoiceView(NOT_SURE, unsure.label, library.word("own-report.not-sure")))
        self.choices = Choices(title, views)
        self.main.add(TextBlock(lead, TypeRole.LEAD), Beside(panels, most=3, least=300), self.choices)

    def go_on(self) -> None:
        """Hand on which one was chosen; without a choice, say so."""
        if not self.choices.chosen:
            text = self._library.questions.problem["choose"]
            self.choices.set_error(text)
            self.summary.show_errors([(text, self.choices)])
            return
        (chosen,) = self.choices.chosen
        self._choose(None if chosen == NOT_SURE else int(chosen))


class ItemPage(FoundPage):
    """One thing that was found: its value, what that means, and the lines of the report."""

    def __init__(self, view: ItemView, library: Library, acts: Sequence[Act], leave: Callable[[], None]) -> None:
        super().__init__(view.title, acts, leave, view.progress)
        if view.value:
            panel = Panel("surface", "selline", stroke_width=2)
            panel.add(TextBlock(view.topic, color="ink2"), TextBlock(view.value, weight=BOLD))
            if view.meaning:
                panel.add(TextBlock(view.meaning))
            self.main.add(panel)
        if view.lines:
            lines = Panel("tint", "line", icon="file-text", gap=4)
            lines.add(heading(view.lines_title, TypeRole.H3), *_quotes(view.lines, library))
            self.main.add(lines)
        self.main.add(TextBlock(view.lead))


class TakenPage(FoundPage):
    """What was taken from the report, before the questions go on."""

    def __init__(
        self,
        rows: Sequence[tuple[str, str]],
        library: Library,
        go_on: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        title = library.word("own-report.taken" if rows else "own-report.taken-none")
        super().__init__(title, ((library.questions.word["continue"], go_on),), leave)
        said = library.questions.word["field"]
        if rows:
            card = Panel("surface", "line", gap=2)
            card.add(*(Item(TextBlock(said.format(label=topic, text=text)), icon="check") for topic, text in rows))
            self.main.add(card)
        self.main.add(TextBlock(library.word("own-report.taken-lead" if rows else "own-report.taken-none-lead")))


def _candidate(name: str, lines: Sequence[str]) -> Panel:
    panel = Panel("surface", "line", gap=2)
    panel.add(heading(name, TypeRole.H3), *(TextBlock(text) for text in lines))
    return panel


def _quotes(lines: Sequence[Marked], library: Library) -> list[Quote]:
    found = []
    for pieces in lines:
        marked = " ".join(text for text, is_marked in pieces if is_marked)
        found.append(Quote(pieces, library.say("own-report.marked", words=marked) if marked else ""))
    return found
