"""What stands on the pages of a round through a report, in words."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from her2guide.intake.notices import Notice
from her2guide.library.library import Library
from her2guide.model.answers import Answers
from her2guide.wizard import entries
from her2guide.wizard.confirming import Round, count, page_to_change
from her2guide.wizard.entries import Entry, Problem, name_of
from her2guide.wizard.fields import with_value
from her2guide.wizard.found_words import marked
from her2guide.wizard.from_report import Candidate, Item, Stand, said_of
from her2guide.wizard.session import Session
from her2guide.wizard.views import PageView, choice_words, page_view

# Said by the title of a page of its own.
_HAS_A_PAGE = frozenset({Notice.OTHER_PART, Notice.NOTHING})
Marked = tuple[tuple[str, bool], ...]
_TITLES = {
    Stand.CONFLICT: "own-report.more-than-one",
    Stand.UNCLEAR: "own-report.unclear",
    Stand.PENDING: "own-report.pending",
}
_SHORT = {
    Stand.CONFLICT: "own-report.differs",
    Stand.UNCLEAR: "own-report.see-line",
    Stand.PENDING: "own-report.to-come",
}
_LEADS = {
    Stand.FOUND: "own-report.found-lead-item",
    Stand.CONFLICT: "own-report.more-than-one-lead",
    Stand.UNCLEAR: "own-report.unclear-lead",
    Stand.PENDING: "own-report.pending-lead",
}


@dataclass(frozen=True, slots=True)
class ItemView:
    """One thing found in a report: the question, the value and what it means, and the lines it came from."""

    title: str
    lead: str
    topic: str
    value: str = field(repr=False)
    meaning: str = field(repr=False)
    lines_title: str
    lines: tuple[Marked, ...] = field(repr=False)
    progress: str
    can_use: bool


def notice_words(said: Sequence[str], library: Library) -> list[str]:
    """Return what a reading tells beside its fields, in the window's words; what has a page of its own is left out."""
    known = {notice.value: notice for notice in Notice}
    notices = [(words, known.get(words)) for words in said]
    return [library.word(notice.key) if notice else words for words, notice in notices if notice not in _HAS_A_PAGE]


def item_view(here: Round, library: Library) -> ItemView:
    """Return what stands on the page of the item where the person is."""
    item, topic = here.item, topic_of(here.item, library)
    number, total = count(here)
    key = _TITLES.get(item.stand, f"own-report.ask-{name_of(item.path).replace('_', '-')}")
    value, meaning = value_words(item, item.offer, library) if item.offer is not None else ("", "")
    return ItemView(
        title=library.say(key, topic=topic),
        lead=library.word(_LEADS[item.stand]),
        topic=topic,
        value=value,
        meaning=meaning,
        lines_title=library.word("own-report.lines" if len(item.quotes) > 1 else "own-report.line"),
        lines=tuple(marked(item, quote) for quote in item.quotes),
        progress=library.say("own-report.progress", number=number, total=total),
        can_use=item.offer is not None,
    )


def topic_of(item: Item, library: Library) -> str:
    """Return what an item is called: the topic of its question, or the label of its field."""
    words, name = library.questions.question[item.page], name_of(item.path)
    return words.fields[name].label if name in words.fields and "percent" not in name else _topic(item, library)


def _topic(item: Item, library: Library) -> str:
    topic = library.questions.question[item.page].topic
    return library.say("own-report.percent", topic=topic) if "percent" in item.path else topic


def value_words(item: Item, value: object, library: Library) -> tuple[str, str]:
    """Return an answer in words, and what it means where the question says so."""
    page = page_to_change(item)
    entry = entries.read(page, _only(item, value))
    if page.field:
        words = choice_words(page.id, entry.chosen[0], library)
        return words.label, words.hint
    return dict(entry.texts)[name_of(item.path)], ""


def taken_rows(here: Round, library: Library) -> tuple[tuple[str, str], ...]:
    """Return topic and answer of all that was taken, in the order of the questions."""
    taken = dict(here.taken)
    found = {item.path: item for item in here.items if item.path in taken}
    return tuple((topic_of(item, library), value_words(item, taken[item.path], library)[0]) for item in found.values())


def change_view(
    here: Round, session: Session, library: Library, *, entry: Entry | None = None, problems: tuple[Problem, ...] = ()
) -> PageView:
    """Return the ordinary question with nothing but the answer to change: what was read, or an entry with problems."""
    item = here.item
    page, value = page_to_change(item), dict(here.taken).get(item.path, item.offer)
    answers = replace(_only(item, value), reader=session.answers.reader)
    alone = Session(session.around, answers, (page,), place=page.id, draft=entry, problems=problems)
    number, total = count(here)
    view = page_view(page, alone, library)
    return replace(view, progress=library.say("own-report.progress", number=number, total=total))


def candidate_lines(candidate: Candidate, number: int, library: Library) -> tuple[str, tuple[str, ...]]:
    """Return the name of a specimen or report, and what it says, line by line."""
    name = candidate.label or library.say("own-report.specimen", number=number)
    if candidate.when is not None:
        name = library.say("own-report.name-and-day", name=name, day=_day(candidate.when))
    return name, tuple(_said(item, library) for item in said_of(candidate.findings))


def _day(when: date) -> str:
    """Return a day, or a month alone, which the reader of reports gives as its first day."""
    return f"{when.month:02}/{when.year}" if when.day == 1 else f"{when.month:02}/{when.day:02}/{when.year}"


def _only(item: Item, value: object) -> Answers:
    return with_value(Answers(), item.path, value)


def _said(item: Item, library: Library) -> str:
    """Return one field of a specimen in words."""
    said = library.questions.word["field"]
    if item.offer is not None:
        return said.format(label=topic_of(item, library), text=value_words(item, item.offer, library)[0])
    key = {
        Stand.CONFLICT: "own-report.differs",
        Stand.PENDING: "own-report.to-come",
        Stand.UNCLEAR: "own-report.see-line",
    }
    return said.format(label=topic_of(item, library), text=library.word(key[item.stand]))
