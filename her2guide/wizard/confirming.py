"""One round through what a report says: each act returns a new round. Only what the person used or changed is taken."""

from dataclasses import dataclass, field, replace

from her2guide.model.answers import Answers
from her2guide.model.terms import IhcScore
from her2guide.wizard import entries
from her2guide.wizard.entries import Entry, Fault, Problem, name_of
from her2guide.wizard.fields import value_at, with_value
from her2guide.wizard.flow import QUESTIONS
from her2guide.wizard.from_report import Item, Stand
from her2guide.wizard.pages import Kind, QuestionPage

_QUESTIONS = {page.id: page for page in QUESTIONS}
_SCORE, _STAINING = "her2.ihc", "her2.membrane_staining"


@dataclass(frozen=True, slots=True)
class Round:
    """Where a person is among the items, and what they took: answers by path. Nothing of it shows in the `repr`."""

    items: tuple[Item, ...] = field(repr=False)
    at: int = 0
    taken: tuple[tuple[str, object], ...] = field(default=(), repr=False)

    @property
    def closed(self) -> bool:
        """Whether the last item is behind the person."""
        return self.at >= len(self.items)

    @property
    def item(self) -> Item:
        """The item that is looked at now."""
        return self.items[self.at]


def begin(items: tuple[Item, ...]) -> Round:
    """Return a round at its first item, with nothing taken. What offers no answer and asks for none is only told."""
    return _forward(Round(items), 0)


def use(here: Round) -> Round:
    """Return the round after Use. An item that offers nothing is a `ValueError`: no screen has that button."""
    if here.item.offer is None:
        raise ValueError(here.item.path)
    return _forward(_with(here, here.item.offer), here.at + 1)


def skip(here: Round) -> Round:
    """Return the round after Skip: nothing is taken here, also where something was before."""
    return _forward(_with(here, None), here.at + 1)


def change(here: Round, entry: Entry) -> tuple[Round, tuple[Problem, ...]]:
    """Return the round with the person's own answer, or the same round and what is wrong with the entry.

    A text field left empty takes nothing.
    """
    page = page_to_change(here.item)
    if page.field and not entry.chosen:
        return here, (Problem(Fault.CHOOSE, name_of(page.field)),)
    answers, problems = entries.write(page, entry, Answers())
    if problems:
        return here, problems
    return _forward(_with(here, value_at(answers, here.item.path)), here.at + 1), ()


def back(here: Round) -> Round | None:
    """Return the round at the item before, or None where Back leads out of it."""
    for at in range(here.at - 1, -1, -1):
        if _is_looked_at(here, here.items[at]):
            return replace(here, at=at)
    return None


def count(here: Round) -> tuple[int, int]:
    """Return which item this is of how many that are looked at, counted from 1."""
    places = [at for at, item in enumerate(here.items) if _is_looked_at(here, item)]
    return places.index(here.at) + 1, len(places)


def page_to_change(item: Item) -> QuestionPage:
    """Return the ordinary question, with nothing but the one answer that is to be changed."""
    page = _QUESTIONS[item.page]
    if item.path == page.field:
        return replace(page, texts=())
    return replace(page, kind=Kind.FORM, field="", texts=(item.path,), choices=(), optional=True)


def confirmed(here: Round, answers: Answers) -> Answers:
    """Return the answers with what the person took, and not a thing more."""
    for path, value in here.taken:
        answers = with_value(answers, path, value)
    return answers


def answered(here: Round) -> frozenset[str]:
    """Return the questions that need not be asked again: their choice was taken, or a text of a page of texts alone."""
    found = set()
    for page in QUESTIONS:
        paths = (page.field,) if page.field else page.texts
        if any(path in paths for path, _ in here.taken):
            found.add(page.id)
    return frozenset(found)


def waiting(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return what the report says is still to come and for which there is no answer: it is told, and nothing more."""
    return tuple(item for item in items if _is_told(item))


def _is_told(item: Item) -> bool:
    return item.offer is None and item.stand is Stand.PENDING


def _is_looked_at(here: Round, item: Item) -> bool:
    """Return whether an item is looked at: staining only under a score of 0 that was taken."""
    if item.path == _STAINING:
        return dict(here.taken).get(_SCORE) is IhcScore.ZERO
    return not _is_told(item)


def _forward(here: Round, at: int) -> Round:
    while at < len(here.items) and not _is_looked_at(here, here.items[at]):
        here, at = _with(replace(here, at=at), None), at + 1  # what is no longer looked at is not taken either
    return replace(here, at=at)


def _with(here: Round, value: object) -> Round:
    """Return the round with this value for the item here; None takes none."""
    path = here.item.path
    kept = tuple(each for each in here.taken if each[0] != path)
    return replace(here, taken=kept if value is None else (*kept, (path, value)))
