"""What a page is. Words stand elsewhere: a page has ids, the answers it asks for, and when it is shown."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from her2guide.model.answers import Answers, ContactDetails
from her2guide.model.income import PovertyLine
from her2guide.model.logic import Condition
from her2guide.model.steps import PathRule, StepRule
from her2guide.model.topics import TopicRule
from her2guide.wizard.needs import open_asks, open_conditions, open_steps

NOT_SURE = "not_sure"
NONE_OF_THESE = "none_of_these"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What stays the same for a whole visit. Without a poverty line, household and income are not asked.

    `asks` are the conditions of the questions the guide may suggest, `paths` the steps it may mark. `given` are the
    answers of a file, by path: those about the course so far are looked through like any others, even where no use
    needs them today. `contacts` are the clinic's own, for whoever types none.
    """

    rules: tuple[TopicRule, ...] = field(repr=False)
    asks_income: bool = True
    poverty_line: PovertyLine | None = None
    asks: tuple[Condition, ...] = field(default=(), repr=False)
    paths: tuple[PathRule, ...] = field(default=(), repr=False)
    given: Mapping[str, object] = field(default_factory=dict, repr=False)
    contacts: ContactDetails = field(default_factory=ContactDetails, repr=False)


class SoFar:
    """What is known when a page is reached: the answers to the pages before it, and what stays the same."""

    def __init__(self, answers: Answers, around: Circumstances) -> None:
        self.answers = answers
        self.around = around

    @cached_property
    def open_conditions(self) -> tuple[Condition, ...]:
        """What is still unknown of the uses that could get a page of their own."""
        return open_conditions(self.answers, self.around.rules)

    @cached_property
    def open_asks(self) -> tuple[Condition, ...]:
        """The suggested questions of which it is still unknown whether they are for this person."""
        return open_asks(self.answers, self.around.asks)

    @cached_property
    def open_steps(self) -> tuple[StepRule, ...]:
        """The steps of this person's path of which it is still unknown whether they were had."""
        return open_steps(self.answers, self.around.paths)


ShownIf = Callable[[SoFar], bool]


def always(_: SoFar) -> bool:
    """Show the page to everyone."""
    return True


class Kind(StrEnum):
    """How a question is answered."""

    ONE_OF = "one_of"
    MANY_OF = "many_of"
    FORM = "form"  # short texts, each with a label
    NUMBER = "number"
    TEXTS = "texts"  # a few texts, in order
    RANKED = "ranked"  # the same, with suggestions to put in order
    MEDICINES = "medicines"
    RESULTS = "results"  # further HER2 results, each a small form


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose. Two choices may stand for the same value, as "no" and "I had none" do."""

    id: str
    value: object


def choices_of(options: Iterable[StrEnum], *more: Choice) -> tuple[Choice, ...]:
    """Return a choice for each word of an enum, then `more`, and "I'm not sure" last."""
    found = [Choice(option.value, option) for option in options]
    unsure = [choice for choice in found if choice.id == NOT_SURE]
    return (*(choice for choice in found if choice.id != NOT_SURE), *more, *unsure)


@dataclass(frozen=True, slots=True)
class StartPage:
    """Where everyone begins."""

    id: str = "start"


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question.

    `field` is the answer it is about and `texts` are the answers beside it that are typed, all by dotted path.
    Only a question with one choice can be required: every other may be left empty.
    """

    id: str
    kind: Kind
    field: str = ""
    texts: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    shown_if: ShownIf = always
    optional: bool = False
    most: int = 0

    @property
    def fields(self) -> tuple[str, ...]:
        """Every answer this page asks for."""
        return (self.field, *self.texts) if self.field else self.texts


@dataclass(frozen=True, slots=True)
class CheckPage:
    """Every answer, each with a way to change it."""

    id: str = "check"


@dataclass(frozen=True, slots=True)
class SectionPage:
    """One section of the guide. In `FLOW` it stands for all of them, and `section` is empty."""

    section: str = ""

    @property
    def id(self) -> str:
        """An id that no question has."""
        return f"guide/{self.section}"


@dataclass(frozen=True, slots=True)
class SavePage:
    """Where the guide is printed or saved."""

    id: str = "save"


Page = StartPage | QuestionPage | CheckPage | SectionPage | SavePage
