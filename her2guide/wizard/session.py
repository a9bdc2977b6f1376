"""One person's visit, as a value: each step returns a new one. Back, Continue and the count all read the route."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from her2guide.model.answers import Answers
from her2guide.wizard import entries
from her2guide.wizard.clinic import with_contacts
from her2guide.wizard.entries import Entry, Fault, Problem
from her2guide.wizard.fields import value_at
from her2guide.wizard.flow import QUESTIONS
from her2guide.wizard.pages import (
    CheckPage,
    Circumstances,
    Kind,
    Page,
    QuestionPage,
    SavePage,
    SectionPage,
    StartPage,
)
from her2guide.wizard.route import pages_of, walk

NOTHING_SAID = Answers()
START, CHECK, SAVE = StartPage().id, CheckPage().id, SavePage().id
SWITCHES = ("length-of-life", "numbers")  # they change how the guide reads, not which pages it has


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person is and what they have said. Nothing a person said shows in its `repr`.

    `pages` is the route. `visited` are the questions left by Continue. `said` keeps the choices that the answers alone
    do not tell ("I'd rather not say"). `draft` is an entry with `problems`, kept so that it can be mended. `left_out`
    are the questions that a file does not answer: they stand on the check page, and nobody has to answer them.
    `from_report` are those that a report answered and the person confirmed: the way leads past them. `left_at` is where
    in the guide the person went straight to the save page.
    """

    around: Circumstances = field(repr=False)
    answers: Answers = field(repr=False)
    pages: tuple[Page, ...] = field(repr=False)
    place: str = START
    visited: frozenset[str] = field(default=frozenset(), repr=False)
    left_out: frozenset[str] = field(default=frozenset(), repr=False)
    from_report: frozenset[str] = field(default=frozenset(), repr=False)
    said: tuple[tuple[str, tuple[str, ...]], ...] = field(default=(), repr=False)
    changing: str | None = None
    sections: tuple[str, ...] = field(default=(), repr=False)
    left_at: str | None = None
    draft: Entry | None = field(default=None, repr=False)
    problems: tuple[Problem, ...] = ()


class Stage(StrEnum):
    """Which part of a visit a page belongs to."""

    START = "start"
    QUESTION = "question"
    CHECK = "check"
    PART = "part"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a person is: the number of this page among those of its stage."""

    stage: Stage
    number: int = 0
    total: int = 0


def start(around: Circumstances, answers: Answers = NOTHING_SAID) -> Session:
    """Return a visit at the start page. Answers without a question on the route are pruned, as any others."""
    answers = with_contacts(answers, around.contacts)
    return _settled(Session(around, answers, ()), answers)


def look_through(around: Circumstances, answers: Answers) -> Session:
    """Return a visit at the check page with the answers of a file.

    What the file leaves out stands there as not provided, with a way to change it; only a question that a changed
    answer brings up is asked before the guide.
    """
    paths = [path for page in QUESTIONS for path in page.fields]
    given = {path: value for path in paths if (value := value_at(answers, path)) is not None}
    begun = start(replace(around, given=given), answers)
    ids = frozenset(page.id for page in questions(begun))
    left_out = frozenset(page.id for page in questions(begun) if entries.is_empty(entry_of(begun, page)))
    return replace(begun, place=CHECK, visited=ids, left_out=left_out)


def restart(session: Session) -> Session:
    """Return a new visit that knows nothing of the last one."""
    return start(replace(session.around, given={}), Answers(language=session.answers.language))


def route(session: Session) -> tuple[Page, ...]:
    """Return the pages this person will see, in order."""
    return session.pages


def questions(session: Session) -> tuple[QuestionPage, ...]:
    """Return the questions this person is asked, in order."""
    return tuple(page for page in session.pages if isinstance(page, QuestionPage))


def page_at(session: Session, page_id: str) -> Page:
    """Return a page of the route. One that is not on it is a `KeyError`."""
    return {page.id: page for page in session.pages}[page_id]


def question_at(session: Session, page_id: str) -> QuestionPage:
    """Return a question of the route. Anything else is a `KeyError`."""
    return {page.id: page for page in questions(session)}[page_id]


def entry_of(session: Session, page: QuestionPage) -> Entry:
    """Return what stands on a page: an entry being mended, or the answers and the choice behind them."""
    if session.draft is not None and page.id == session.place:
        return session.draft
    found = entries.read(page, session.answers)
    chosen = dict(session.said).get(page.id)
    return found if chosen is None else replace(found, chosen=chosen)


def answer(session: Session, page_id: str, entry: Entry) -> Session:
    """Return the visit with what was put in on one page. An entry with a problem changes no answer.

    Different answers need a different guide, so the old one goes, also when a choice is taken back; only `SWITCHES`
    may be turned inside it, and then the guide is to be made again by `open_guide`.
    """
    page = question_at(session, page_id)
    answers, problems = entries.write(page, entry, session.answers)
    if problems:
        return replace(session, place=page_id, draft=entry, problems=problems)
    said = {name: chosen for name, chosen in session.said if name != page_id}
    chosen = tuple(choice.id for choice in page.choices if choice.id in entry.chosen)
    if entries.read(page, answers).chosen != chosen:
        said[page_id] = chosen
    changed = answers != session.answers
    if changed and not (page_id in SWITCHES and isinstance(page_at(session, session.place), SectionPage)):
        session = replace(session, sections=())
    settled = _settled(replace(session, said=tuple(said.items()), draft=None, problems=()), answers)
    if settled.sections and unseen(settled):
        settled = replace(settled, sections=(), pages=pages_of(questions(settled), ()))
    return settled if _is_on(settled, settled.place) else replace(settled, place=page_id, changing=page_id)


def forward(session: Session) -> Session:
    """Return the visit one page on; on the same page with a problem when a required answer is missing.

    After Change it goes to the first question not seen yet, if an answer brought one up, and else to the check page.
    The check page leads on only when there is a guide (see `open_guide`).
    """
    here = page_at(session, session.place)
    if isinstance(here, QuestionPage):
        if session.problems and session.draft is not None:
            return session
        if _is_missing(session, here):
            return replace(session, problems=(Problem(Fault.CHOOSE, entries.name_of(here.field)),))
        session = replace(session, visited=session.visited | {here.id})
    following = _way(session)[_way(session).index(session.place) + 1 :]
    if not following:
        return session
    target = CHECK if session.changing is not None and here.id not in (START, CHECK) else following[0]
    waiting = unseen(session) if target == CHECK else ()
    return change(session, waiting[0]) if waiting else _go(session, target)


def back(session: Session) -> Session:
    """Return the visit one page back on the route.

    Where a Change is thought better of, that is the check page; after `keep`, the part of the guide that was left.
    """
    if session.changing == session.place and not unseen(session):
        return _go(session, CHECK)
    if session.left_at is not None and session.place == SAVE:
        return _go(session, session.left_at)
    ids = _way(session)
    return _go(session, ids[max(ids.index(session.place) - 1, 0)])


def change(session: Session, page_id: str) -> Session:
    """Return the visit at a question, from where Continue leads back to the check page."""
    return replace(_go(session, question_at(session, page_id).id), changing=page_id)


def submit(session: Session, entry: Entry) -> Session:
    """Return the visit after Continue on the question where the person is."""
    return forward(answer(session, session.place, entry))


def take(session: Session, answers: Answers, done: frozenset[str]) -> Session:
    """Return the visit with answers that a person confirmed beside their report, at the first question still open.

    `done` are the questions they answer; those are not asked again, and stand on the check page like any others.
    """
    said = tuple((name, chosen) for name, chosen in session.said if name not in done)
    session = replace(session, said=said, sections=(), visited=session.visited | done, from_report=done)
    settled = _settled(replace(session, draft=None, problems=()), answers)
    waiting = unseen(settled)
    return _go(settled, waiting[0] if waiting else CHECK)


def open_guide(session: Session, sections: tuple[str, ...]) -> Session:
    """Return the visit with a guide of these sections, on its first page, or where the person was reading."""
    if unseen(session):
        raise ValueError(*unseen(session))
    place = session.place
    opened = replace(session, sections=sections, pages=pages_of(questions(session), sections))
    stays = place not in (START, CHECK) and _is_on(opened, place)
    return _go(opened, place if stays else SectionPage(sections[0]).id)


def turn_to(session: Session, section: str) -> Session:
    """Return the visit at a section of the guide. One that is not in it is a `KeyError`."""
    return _go(session, page_at(session, SectionPage(section).id).id)


def keep(session: Session) -> Session:
    """Return the visit at the save page, from where Back leads to where the person was. No guide is a `KeyError`."""
    return replace(_go(session, page_at(session, SAVE).id), left_at=session.place)


def progress(session: Session) -> Progress:
    """Return how far the person is on the computed route."""
    match page_at(session, session.place):
        case QuestionPage():
            asked = {page.id for page in questions(session)}
            ids = [page_id for page_id in _way(session) if page_id in asked]
            return Progress(Stage.QUESTION, ids.index(session.place) + 1, len(ids))
        case SectionPage(section):
            return Progress(Stage.PART, session.sections.index(section) + 1, len(session.sections))
        case CheckPage():
            return Progress(Stage.CHECK)
        case SavePage():
            return Progress(Stage.READY)
        case StartPage():
            return Progress(Stage.START)


def unseen(session: Session) -> tuple[str, ...]:
    """Return the questions on the route that were not left by Continue yet."""
    return tuple(page.id for page in questions(session) if page.id not in session.visited)


def _settled(session: Session, answers: Answers) -> Session:
    """Return the visit on the route of these answers, without whatever has left it."""
    shown, kept = walk(answers, session.around)
    ids = {page.id for page in shown}
    said = tuple((name, chosen) for name, chosen in session.said if name in ids)
    settled = replace(session, answers=kept, pages=pages_of(shown, session.sections), said=said)
    visited = {page.id for page in shown if page.id in session.visited}
    missing = {page.id for page in shown if page.id not in session.left_out and _is_missing(settled, page)}
    visited -= missing
    return replace(
        settled,
        visited=frozenset(visited),
        left_out=session.left_out & ids,
        from_report=session.from_report & visited,
    )


def _is_missing(session: Session, page: QuestionPage) -> bool:
    """Return whether a required choice is still to be made. Only one-of questions can be required."""
    return page.kind is Kind.ONE_OF and not page.optional and not entry_of(session, page).chosen


def _way(session: Session) -> list[str]:
    """Return the pages that Back and Continue lead to; a question that a report answered is met only by Change."""
    ids = (page.id for page in session.pages)
    return [page_id for page_id in ids if page_id not in session.from_report or page_id == session.place]


def _is_on(session: Session, page_id: str) -> bool:
    return any(page.id == page_id for page in session.pages)


def _go(session: Session, place: str) -> Session:
    """Return the visit at a page. An entry that could not be used is left behind."""
    changing = None if place in (START, CHECK) else session.changing
    return replace(session, place=place, changing=changing, left_at=None, draft=None, problems=())
