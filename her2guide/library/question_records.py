"""What the words of the questions are made of."""

import msgspec

from her2guide.library.records import Record


class ChoiceWords(Record, frozen=True, kw_only=True):
    """The words of one answer to choose, or of one field to fill in."""

    label: str
    hint: str = ""


class ReportWords(Record, frozen=True, kw_only=True):
    """Where an answer stands on a report: rows of label and value, a sentence, and what else labs call it."""

    rows: tuple[tuple[str, str], ...]
    sentence: str
    phrases: tuple[str, ...]


class QuestionWords(Record, frozen=True, kw_only=True):
    """The words of one question. `topic` names it on the check page; `find` tells where its answer can be found.

    `report` is there when the answer stands on a report.
    """

    topic: str
    title: str
    why: str
    hint: str = ""
    find: str = ""
    report: ReportWords | None = None
    choices: dict[str, ChoiceWords] = msgspec.field(default_factory=dict)
    fields: dict[str, ChoiceWords] = msgspec.field(default_factory=dict)


class PageWords(Record, frozen=True, kw_only=True):
    """The words of a page that asks nothing."""

    title: str
    lines: tuple[str, ...] = ()


class Questions(Record, frozen=True, kw_only=True):
    """The question file. `choice` holds answers that many questions share."""

    word: dict[str, str]
    problem: dict[str, str]
    choice: dict[str, ChoiceWords]
    page: dict[str, PageWords]
    question: dict[str, QuestionWords]
