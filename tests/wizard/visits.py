"""Visits for tests: who goes through the wizard, and what they put in."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace

from her2guide.library.library import Library
from her2guide.model.answers import Answers
from her2guide.model.income import PovertyLine
from her2guide.model.profile import profile
from her2guide.wizard.entries import Entry
from her2guide.wizard.fields import with_value
from her2guide.wizard.flow import QUESTIONS
from her2guide.wizard.needs import open_conditions, open_steps
from her2guide.wizard.pages import NOT_SURE, Circumstances, Kind, QuestionPage
from her2guide.wizard.route import walk
from her2guide.wizard.session import CHECK, Session, forward, question_at, start, submit
from tests.people import RECEPTORS, SETTINGS, cells

LIBRARY = Library()
HOME = Circumstances(
    LIBRARY.rules,
    poverty_line=PovertyLine(10_000, 4_000),
    asks=LIBRARY.ask_conditions,
    paths=LIBRARY.step_paths,
)
KIOSK = replace(HOME, asks_income=False)
PAGES: Mapping[str, QuestionPage] = {page.id: page for page in QUESTIONS}
COURSE = tuple(
    page.id for page in QUESTIONS if page.field.startswith(("treatments.", "surgery", "stage_2_or_3", "pd1_option"))
)


def one(choice: str) -> Entry:
    return Entry(chosen=(choice,))


def texts(**named: str) -> Entry:
    return Entry(texts=tuple(named.items()))


def unsure(page: QuestionPage) -> Entry:
    """Return what someone puts in who knows nothing and wants to say nothing."""
    if page.kind is not Kind.ONE_OF or page.optional:
        return Entry()
    ids = [choice.id for choice in page.choices]
    return one(NOT_SURE if NOT_SURE in ids else "rather_not_say")


def steps(said: Mapping[str, Entry | str], around: Circumstances = HOME) -> Iterator[Session]:
    """Yield the visit at each question of someone who says this, and is unsure of the rest; then at the check page."""
    session = forward(start(around))
    while session.place != CHECK:
        yield session
        page = question_at(session, session.place)
        entry = said.get(page.id, unsure(page))
        session = submit(session, one(entry) if isinstance(entry, str) else entry)
        assert session.problems == ()
    yield session


def visit(said: Mapping[str, Entry | str], around: Circumstances = HOME) -> Session:
    """Return the visit of such a person at the check page."""
    return list(steps(said, around))[-1]


def asked(said: Mapping[str, Entry | str], around: Circumstances = HOME) -> list[str]:
    """Return the questions such a person gets, in order."""
    return [session.place for session in steps(said, around)][:-1]


def bases() -> Iterator[Answers]:
    """Yield one person for each class of result, receptors and setting (see `tests/people.py`).

    Receptors that leave the same conditions and steps open are one class: the course questions read no more of them.
    """
    seen = set()
    for her2, (estrogen, progesterone), setting in itertools.product(cells(), RECEPTORS, SETTINGS):
        answers = Answers(her2=her2, estrogen_receptor=estrogen, progesterone_receptor=progesterone, setting=setting)
        person = profile(answers)
        waiting = open_conditions(answers, LIBRARY.rules), open_steps(answers, LIBRARY.step_paths)
        key = (person.category, person.provisional, setting, waiting)
        if key not in seen:
            seen.add(key)
            yield answers


def course_pages(answers: Answers) -> list[QuestionPage]:
    return [page for page in walk(answers, HOME)[0] if page.id in COURSE]


def ends(answers: Answers, done: tuple[str, ...] = ()) -> Iterator[Answers]:
    """Yield every way in which this person can answer the questions about the course they are asked."""
    waiting = [page for page in course_pages(answers) if page.id not in done]
    if not waiting:
        yield answers
        return
    page = waiting[0]
    for value in dict.fromkeys(choice.value for choice in page.choices):
        yield from ends(with_value(answers, page.field, value), (*done, page.id))
