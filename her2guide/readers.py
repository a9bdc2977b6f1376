"""Made-up people for the content check: together they reach every page, in every way that one answer can change it.

They are computed from the types of `Answers`, by chance from a fixed start, so a new question is answered without a
change here. A guide is built only for someone who gets a page with something its template asks for in a new way.
"""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from her2guide.guide.build import build_guide
from her2guide.guide.document import Section
from her2guide.guide.plan import plan
from her2guide.guide.reading import values
from her2guide.guide.templates import asked
from her2guide.library.library import Library
from her2guide.library.order import PARTS, RESULT, SECTIONS
from her2guide.library.records import Ask, HelpLine, When
from her2guide.model.answers import Answers
from her2guide.model.errors import AnswersError
from her2guide.model.logic import PREDICATES, State, evaluate
from her2guide.model.profile import Profile, profile
from her2guide.model.terms import MEDICINE_IDS, Told
from her2guide.model.topics import view_topics

PEOPLE = 3000
_SEED = 2026
_MOST_MEDICINES = 6
_SOMETIMES = 1 / 4


@cache
def people(count: int = PEOPLE) -> tuple[Profile, ...]:
    """Return people who said something of everything but free text, always the same ones."""
    chance = random.Random(_SEED)  # noqa: S311 - people, not secrets
    found: list[Profile] = []
    while len(found) < count:
        named = sorted(chance.sample(range(len(MEDICINE_IDS)), chance.randrange(_MOST_MEDICINES)))
        medicines = tuple((MEDICINE_IDS[place], chance.choice(list(Told))) for place in named)
        try:
            found.append(profile(replace(_said(Answers, chance), medicines=medicines)))
        except AnswersError:
            continue  # answers that contradict each other: refused before any guide
    return tuple(found)


def readers(library: Library) -> Iterator[Profile]:
    """Yield those among the people who get some page in a way that nobody before them did."""
    seen: set[tuple[str, str, object]] = set()
    for person in people():
        ways = set(_ways(person, library))
        if not ways <= seen:
            seen |= ways
            yield person


def pages(library: Library, today: date) -> tuple[Section, ...]:
    """Return the pages that the made-up people get, each different one once. Raises `ContentError`."""
    guides = (build_guide(person.answers, library, today) for person in readers(library))
    return tuple(dict.fromkeys(section for guide in guides for section in guide.document.sections))


def unreached(library: Library, shown: Iterable[Section]) -> Iterator[tuple[str, str]]:
    """Yield kind and id of each section that is not among `shown`, and of each question and line nobody gets."""
    ids = {section.id for section in shown}
    yield from (("section", section) for section in (*SECTIONS, *library.topics) if section not in ids)
    for kind, entries in _conditional(library):
        yield from ((kind, entry) for entry, item in entries.items() if not _reaches_someone(item.when))


def _conditional(library: Library) -> tuple[tuple[str, Mapping[str, Ask] | Mapping[str, HelpLine]], ...]:
    """Return what stands inside pages for some people only, by kind."""
    return ("question", library.asks), ("line to call", library.help_lines)


def _reaches_someone(when: When) -> bool:
    return any(evaluate(when, person) is State.MET for person in people())


def _ways(person: Profile, library: Library) -> Iterator[tuple[str, str, object]]:
    """Yield section, name and value of whatever the pages of a person ask for."""
    for section in plan(person, view_topics(library.rules, person), library).sections:
        known = values(section, person, library)
        for name in _asked(section, person, library):
            yield section, name, PREDICATES[name](person) if name in PREDICATES else known[name]
        yield section, "", person.category if section == RESULT else ""
    for kind, entries in _conditional(library):
        for entry, item in entries.items():
            yield kind, entry, evaluate(item.when, person) is State.MET


@cache
def _asked_by(body: str, file: str, library: Library) -> tuple[str, ...]:
    """Return what a template and the parts in it ask for."""
    names = dict.fromkeys(asked(body, file))
    for part in PARTS:
        if f"@{part}" in body:
            page = library.part_file(part)
            names |= dict.fromkeys(asked(page.body, page.file))
    return tuple(names)


def _asked(section: str, person: Profile, library: Library) -> tuple[str, ...]:
    page = library.result_file(person.category) if section == RESULT else library.section_file(section)
    return _asked_by(page.body, page.file, library)


def _said(kind: Any, chance: random.Random) -> Any:
    """Return an answer of a type: a word of its enum or nothing, by chance; nothing for what is typed."""
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{name: _said(hint, chance) for name, hint in _hints(kind).items()})
    inner = get_args(kind)
    if get_origin(kind) is tuple:
        return tuple(each for each in _some(inner[0], chance) if chance.random() < _SOMETIMES)
    words = [word for each in inner for word in _words(each)]
    return chance.choice((*words, None))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _some(kind: Any, chance: random.Random) -> list[Any]:
    """Return what a list of answers may hold."""
    return [_said(kind, chance)] if is_dataclass(kind) else _words(kind)


def _words(kind: Any) -> list[Any]:
    if kind is bool:
        return [True, False]
    return list(kind) if isinstance(kind, type) and issubclass(kind, StrEnum) else []
