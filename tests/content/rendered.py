"""Every page as someone can get it, for tests that read all of them.

A guide is built whenever it shows a page in a way not seen before: a page's text depends on its place in the table of
results and on the values its template asks for (see `test_every_guide.py`). Numbers not chosen read like numbers off;
guides take the two in turn.
"""

import heapq
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from her2guide.guide.build import build_guide
from her2guide.guide.document import Section
from her2guide.guide.own_words import own_text
from her2guide.guide.plan import BENEFIT_HARM
from her2guide.guide.templates import used
from her2guide.guide.ways import WAYS, ways_for
from her2guide.library.order import RESULT
from her2guide.model.answers import Answers, Her2Result, told
from her2guide.model.logic import PREDICATES, State, evaluate
from her2guide.model.profile import Profile, profile
from her2guide.model.terms import (
    HAVING_HAD,
    MEDICINE_IDS,
    Her2Category,
    IhcScore,
    Insurance,
    Prognosis,
    Reader,
    Setting,
    Told,
    YesNo,
)
from tests.content.test_every_guide import (
    LIBRARY,
    TODAY,
    VARIED,
    asked_by,
    everybody,
    planned,
    planned_uses,
    predicates_of,
)
from tests.people import cells

LUNG_MEDICINES = tuple(name for name, item in LIBRARY.treatments.items() if item.lungs)


@dataclass(frozen=True)
class Wish:
    """Answers to build a guide from, and what tells its pages from others (see `_views`)."""

    answers: Answers
    numbers: bool
    views: frozenset[object]


@cache
def pages() -> tuple[Section, ...]:
    """Return every page that differs in what we say: each cell, each use, each way to read."""
    found: dict[tuple[str, str], Section] = {}
    numbers_off = itertools.cycle((False, None))
    for wish in _fewest(_wishes()):
        answers = replace(wish.answers, wants_numbers=wish.numbers or next(numbers_off))
        for section in build_guide(answers, LIBRARY, TODAY).document.sections:
            found.setdefault((section.id, own_text(section, LIBRARY)), section)
    return tuple(found.values())


def _wishes() -> list[Wish]:
    """Return everyone with each way to read, and people who said something of everything with two of them."""
    readings = tuple(itertools.product((True, False), Prognosis, Reader, (None, *Told)))
    turns = itertools.cycle(readings)
    wide = ((person, next(turns)) for person in VARIED for _ in range(2))
    made = []
    for person, (numbers, prognosis, reader, said) in (*itertools.product(_people(), readings), *wide):
        medicines = dict(person.answers.medicines) | (dict.fromkeys(LUNG_MEDICINES, said) if said else {})
        answers = replace(
            person.answers,
            prognosis=prognosis,
            reader=reader,
            medicines=tuple((name, medicines[name]) for name in MEDICINE_IDS if name in medicines),
        )
        views = frozenset(_views(replace(person, answers=answers), numbers, prognosis, reader, said))
        made.append(Wish(answers, numbers, views))
    return made


def _fewest(wishes: list[Wish]) -> Iterator[Wish]:
    """Yield wishes until every view is shown, each time the one that shows most of what was not seen yet."""
    seen: set[object] = set()
    heap = [(-len(wish.views), place) for place, wish in enumerate(wishes)]
    heapq.heapify(heap)
    while heap:
        _, place = heapq.heappop(heap)
        new = len(wishes[place].views - seen)
        if new and heap and new < -heap[0][0]:
            heapq.heappush(heap, (-new, place))
        elif new:
            seen |= wishes[place].views
            yield wishes[place]


def _people() -> list[Profile]:
    """Return one person for each plan of each category, and one for each cell in three settings."""
    people: dict[object, Profile] = {}
    for person in everybody():
        people.setdefault((person.category, person.provisional, person.answers.her2.ihc, planned_uses(person)), person)
    in_settings = itertools.product(cells(), (Setting.METASTATIC, Setting.IN_SITU, None))
    alone = [profile(Answers(her2=cell, setting=setting)) for cell, setting in in_settings]
    return [*people.values(), *alone, *(profile(answers) for answers in every_cover())]


def every_cover() -> Iterator[Answers]:
    """Yield one person for each answer about insurance, in each setting."""
    for setting, insurance in itertools.product((*Setting, None), (*Insurance, None)):
        answers = Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS), setting=setting, insurance=insurance)
        if insurance is Insurance.MEDICARE:
            yield from (replace(answers, medigap=word) for word in (*YesNo, None))
        elif insurance in (Insurance.NONE, Insurance.NOT_SURE):
            yield from (replace(answers, lost_coverage_recently=word) for word in (*YesNo, None))
        else:
            yield answers


def _views(
    person: Profile, numbers: bool, prognosis: Prognosis, reader: Reader, said: Told | None
) -> Iterator[tuple[object, ...]]:
    """Yield what tells one view of a page from another."""
    her2, setting = person.answers.her2, person.answers.setting
    values = {
        "numbers": numbers, "survival": prognosis, "reader": reader, "told": said, "taking": said, "had": said,
        "category": person.category, "provisional": person.provisional, "ihc": her2.ihc, "ish": her2.ish,
        "setting": setting, "insurance": person.answers.insurance, "medigap": person.answers.medigap,
        "lost_coverage_recently": person.answers.lost_coverage_recently,
    }  # fmt: skip
    for section in planned(person):
        if section == RESULT:
            yield section, person.category, person.provisional, her2.ihc, her2.ish, setting is Setting.IN_SITU, numbers
            yield section, person.category, reader, said, numbers
            yield section, person.category, *(PREDICATES[name](person) for name in _result_predicates(person.category))
        elif section not in LIBRARY.topics or said not in HAVING_HAD:
            yield section, *(values[name] for name in _asked(section)), *_states(section, person)
            if section == "take-away":
                yield section, *_checks(person)
            if section == BENEFIT_HARM:
                uses = tuple(use for use in planned(person) if use in LIBRARY.topics)
                yield section, uses, person.category, person.hormone_receptor, numbers, prognosis
            if section == WAYS:
                yield from ((section, *row) for row in _ways(person, prognosis))
            if section in ("questions", "paying-lines"):
                yield section, values["insurance"], values["medigap"], setting is Setting.IN_SITU


@cache
def _ways(person: Profile, prognosis: Prognosis) -> tuple[tuple[object, ...], ...]:
    """Return the ways set side by side for someone, each with what its words depend on."""
    uses = tuple(use for use in planned(person) if use in LIBRARY.topics)
    return tuple(
        (way, prognosis, any(told(person.answers, name) is Told.TAKING for name in LIBRARY.ways[way].medicines))
        for way in ways_for(person, uses, LIBRARY)
    )


@cache
def _checks(person: Profile) -> tuple[str, ...]:
    """Return the questions on what someone took away that are for them and whose page they have."""
    return tuple(
        entry
        for entry, check in LIBRARY.checks.items()
        if check.page in planned(person) and evaluate(check.when, person) is State.MET
    )


@cache
def _asked(section: str) -> tuple[str, ...]:
    return tuple(sorted(asked_by(section)))


def _states(section: str, person: Profile) -> Iterator[State]:
    """Yield how the predicates stand that a page asks for."""
    return (PREDICATES[name](person) for name in _predicates(section))


@cache
def _result_predicates(category: Her2Category) -> tuple[str, ...]:
    page = LIBRARY.result_file(category)
    return tuple(sorted({name for call, name in used(page.body, page.file) if call in ("met", "unknown")}))


@cache
def _predicates(section: str) -> tuple[str, ...]:
    return tuple(sorted(predicates_of(section)))
