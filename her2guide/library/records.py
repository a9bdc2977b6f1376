"""What content is made of. Each record is frozen and refuses keys it does not know."""

import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from her2guide.model.logic import Condition


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of a content file. An unknown, missing or wrong key is a `ContentError`."""


class Dated(Record, frozen=True, kw_only=True):
    """Something a person checked on a day and must look at again by another."""

    checked: datetime.date
    due: datetime.date


class Shelf(StrEnum):
    """How content ages. Medicines and money are perishable; basics and red flags are never hidden."""

    BASICS = "basics"
    MEDICINE = "medicine"
    MONEY = "money"
    RED_FLAG = "red_flag"


class FactKind(StrEnum):
    """What a fact is, and so when it may be printed."""

    FIGURE = "figure"  # a number from a study: only when numbers are wanted
    HARM = "harm"  # likewise, about harm
    SURVIVAL = "survival"  # only when how long people live is wanted too
    DATE = "date"
    DEFINITION = "definition"
    RULE = "rule"
    MONEY = "money"  # an amount, a day or a time limit in paying for care


class Show(StrEnum):
    """How much of a fact a person may see."""

    YES = "yes"
    WORDS_ONLY = "words_only"


class SourceKind(StrEnum):
    """Where a fact comes from, strongest first."""

    PRIMARY = "primary"
    ABSTRACT = "abstract"
    MANUFACTURER = "manufacturer"
    SECONDARY = "secondary"
    NEWS = "news"


class Fact(Dated, frozen=True, kw_only=True):
    """One number, date, definition or rule with its source.

    `year` is the calendar year it holds for; past `expires` it may not be printed, whatever a page says.
    """

    value: str
    unit: str
    kind: FactKind
    population: str
    show: Show
    source: str
    trial: str = ""
    year: int | None = None
    expires: datetime.date | None = None

    def holds(self, today: datetime.date) -> bool:
        """Return whether the fact may still be printed on a day."""
        return self.expires is None or today <= self.expires


class Source(Record, frozen=True, kw_only=True):
    """A source as a person may see it. `address` is empty unless its host is on the reviewed list."""

    title: str
    publisher: str
    date: str
    kind: SourceKind
    checked: datetime.date
    address: str = ""


class Host(Record, frozen=True, kw_only=True):
    """A web host whose addresses may be shown."""

    name: str
    why: str
    reviewed: datetime.date


class When(Record, frozen=True, kw_only=True):
    """A condition in content: lists of named predicates."""

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    def condition(self, name: str = "") -> "Condition":
        """Return the same condition for the rules in `model`."""
        from her2guide.model.logic import Condition

        return Condition(name, self.all, self.any, self.none)


class NamedWhen(When, frozen=True, kw_only=True):
    """A condition with the stable id that other programs see."""

    id: str


class Topic(Dated, frozen=True, kw_only=True):
    """An approved use of a medicine. `approved` is the fact id of the US approval date."""

    treatment: str
    approved: str
    conditions: tuple[NamedWhen, ...]
    sources: tuple[str, ...] = ()


class Treatment(Dated, frozen=True, kw_only=True):
    """A medicine we know by id.

    `lungs`: the lung page matters. `boxed_warning`: a fact id or empty. `page`: the section on how it works, or empty.
    """

    kind: str
    target: str = ""
    lungs: bool = False
    boxed_warning: str = ""
    page: str = ""
    sources: tuple[str, ...] = ()


class Urgency(StrEnum):
    """What a sign asks for."""

    EMERGENCY = "emergency"
    CALL_NOW = "call_now"
    SAME_DAY = "same_day"


class RedFlag(Dated, frozen=True, kw_only=True):
    """A sign to call about. The four `core` ones stand on page one."""

    urgency: Urgency
    core: bool = False
    facts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Whom(StrEnum):
    """Who can answer a question."""

    TEAM = "team"
    COUNSELOR = "counselor"  # the financial counselor


class Ask(Dated, frozen=True, kw_only=True):
    """A question we suggest to those for whom `when` is met. Where they are too many, rank 1 stays and 3 goes first."""

    when: When = When()
    whom: Whom = Whom.TEAM
    rank: Literal[1, 2, 3] = 2
    sources: tuple[str, ...] = ()


class HelpLine(Record, frozen=True, kw_only=True):
    """A program of the same id as a line to call, for those for whom `when` is met."""

    when: When = When()


class Edition(Dated, frozen=True, kw_only=True):
    """The content as a whole. The grades are of all pages, rounded up: the middle one, and the hardest."""

    version: str
    newest_source: str
    grade_middle: int
    grade_hardest: int


class Locale(Record, frozen=True, kw_only=True):
    """A language. Only a published one reaches a person.

    `small_words` can follow a noun that does not belong to the next one: “biopsy is”, but not “biopsy report”.
    """

    name: str
    status: str
    tag: str
    months: tuple[str, ...]
    full_date: str
    month_date: str
    paper: Literal["letter", "a4"]  # what printers hold where the language is read
    small_words: frozenset[str] = frozenset()


class Wording(Record, frozen=True, kw_only=True):
    """A sentence in one language for something in content."""

    text: str


class Term(Record, frozen=True, kw_only=True):
    """A medical word and what it means. An `everyday` one means other things too, so pages mark it themselves.

    `short` is said in parentheses where a guide first uses the word, of one thing as of several.
    """

    word: str
    meaning: str
    short: str = ""
    everyday: bool = False


class MedicineName(Record, frozen=True, kw_only=True):
    """What people call a medicine."""

    name: str
    generic: str


class TopicName(Record, frozen=True, kw_only=True):
    """The short name of an approved use."""

    name: str


class Signature(Record, frozen=True, kw_only=True):
    """A clinician's name under a file of words: when it was read, and the mark of what was read."""

    reviewed_by: str
    reviewed_on: datetime.date
    reviewed_mark: str


class FrontMatter(Dated, frozen=True, kw_only=True):
    """The head of a section file. The three `reviewed` keys are a clinician's signature."""

    title: str
    shelf: Shelf
    reviewed_by: str = ""
    reviewed_on: datetime.date | None = None
    reviewed_mark: str = ""
    title_printed: str = ""
    title_discreet: str = ""  # where others may see it; needed where the title tells the result
    audience: Literal["reader", "clinician"] = "reader"
    when: When = When()
    sources: tuple[str, ...] = ()


class SectionFile(Record, frozen=True, kw_only=True):
    """A section file: its head, its Markdown template, and its name for error messages."""

    head: FrontMatter
    body: str
    file: str
