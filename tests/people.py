"""People made of answers, for tests that walk through every guide.

The whole space of answers is reduced by what the rules can tell apart:

- a HER2 result counts as its cell of the category table (14 rows by 7 gene test answers);
- the receptors count as one of four pairs (positive, low positive alone, both negative, not known);
- of the treatment answers only those are varied whose predicate stands in a use that the result, the receptors and the
  setting have left open; each is varied over yes, no and not asked (not sure acts as not asked, which
  `tests/model` shows for each predicate);
- where the result or the setting is not settled, no use can be "discuss" and so none gets a section, whatever the
  treatment answers are (a test shows it); there those answers are varied one at a time;
- concerns, contacts, money and free text choose no medicine section.

`varied` adds people who said something of everything, by chance from a fixed start: pages may ask for any predicate.
"""

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace

from her2guide.library.library import Library
from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.errors import AnswersError
from her2guide.model.logic import State, evaluate
from her2guide.model.profile import Profile, profile
from her2guide.model.terms import (
    MEDICINE_IDS,
    Concern,
    Employment,
    EstrogenReceptor,
    Her2Category,
    IhcScore,
    IshResult,
    MembraneStaining,
    ProgesteroneReceptor,
    Setting,
    Surgery,
    Told,
    TravelMiles,
    YesNo,
)

YES_NO = (YesNo.YES, YesNo.NO, None)
RECEPTORS = (
    (EstrogenReceptor.POSITIVE, ProgesteroneReceptor.POSITIVE),
    (EstrogenReceptor.LOW_POSITIVE, ProgesteroneReceptor.NEGATIVE),
    (EstrogenReceptor.NEGATIVE, ProgesteroneReceptor.NEGATIVE),
    (None, None),
)
SETTINGS = (*(setting for setting in Setting if setting is not Setting.NOT_SURE), None)
SURGERIES = (Surgery.PLANNED, Surgery.DONE, Surgery.NOT_DECIDED, Surgery.NOT_PLANNED, None)


def cells() -> Iterator[Her2Result]:
    """Yield one result for each of the 98 cells."""
    rows = [(ihc, None) for ihc in (*IhcScore, None) if ihc is not IhcScore.ZERO]
    rows += [(IhcScore.ZERO, staining) for staining in (*MembraneStaining, None)]
    for (ihc, staining), ish in itertools.product(rows, (*IshResult, None)):
        yield Her2Result(ihc=ihc, membrane_staining=staining, ish=ish)


def _field(predicate: str) -> str | None:
    """Return the answer a predicate asks for, if it is one we vary."""
    name = predicate.replace("-", "_").removeprefix("no_")
    if name in Treatments.__slots__ or name in ("stage_2_or_3", "pd1_option"):
        return name
    return "surgery" if predicate.startswith("surgery") else None


def open_fields(person: Profile, library: Library) -> tuple[str, ...]:
    """Return the answers that can still change a use for this person."""
    fields: dict[str, None] = {}
    for rule in library.rules:
        asked = {condition: [*condition.all, *condition.any, *condition.none] for condition in rule.conditions}
        fixed = [condition for condition, names in asked.items() if not any(_field(name) for name in names)]
        if all(evaluate(condition, person) is not State.NOT_MET for condition in fixed):
            fields |= {field: None for names in asked.values() for name in names if (field := _field(name))}
    return tuple(fields)


def with_fields(answers: Answers, values: dict[str, object]) -> Answers:
    """Return answers with some fields set, wherever they live."""
    inner = {name: value for name, value in values.items() if name in Treatments.__slots__}
    outer = {name: value for name, value in values.items() if name not in inner}
    return replace(answers, treatments=replace(answers.treatments, **inner), **outer)


def everyone(library: Library) -> Iterator[Profile]:
    """Yield a profile for each class of answers (see the top of this file)."""
    seen = set()
    for her2, (estrogen, progesterone), setting in itertools.product(cells(), RECEPTORS, SETTINGS):
        base = Answers(her2=her2, estrogen_receptor=estrogen, progesterone_receptor=progesterone, setting=setting)
        person = profile(base)
        key = (person.category, person.provisional, estrogen, setting)
        if key in seen:
            continue
        seen.add(key)
        for values in _choices(person, library):
            try:
                yield profile(with_fields(base, values))
            except AnswersError:
                continue  # no hormone therapy, yet growth on it: refused before any guide


def settled(person: Profile) -> bool:
    """Return whether result and setting are known, so that a use can get a page of its own."""
    open_result = (Her2Category.UNKNOWN, Her2Category.EQUIVOCAL, Her2Category.CONFLICT)
    return not (person.provisional or person.category in open_result or person.answers.setting is None)


def _choices(person: Profile, library: Library) -> Iterator[dict[str, object]]:
    """Yield the treatment answers to try: all together where that can matter, else one at a time."""
    words = {field: SURGERIES if field == "surgery" else YES_NO for field in open_fields(person, library)}
    if settled(person):
        yield from (dict(zip(words, values, strict=True)) for values in itertools.product(*words.values()))
    else:
        yield {}
        yield from ({field: value} for field, values in words.items() for value in values)


def varied(count: int) -> Iterator[Profile]:
    """Yield people who said something of everything, always the same ones; the first name every concern."""
    chance = random.Random(2026)  # noqa: S311 - people, not secrets
    results = list(cells())
    while count:
        treatments = {field: chance.choice((*YesNo, None)) for field in Treatments.__slots__}
        named = sorted(chance.sample(range(len(MEDICINE_IDS)), chance.randrange(6)))
        concerns = tuple(concern for concern in Concern if count % 10 == 0 or chance.random() < 1 / 4)
        answers = Answers(
            her2=chance.choice(results),
            estrogen_receptor=chance.choice((*EstrogenReceptor, None)),
            progesterone_receptor=chance.choice((*ProgesteroneReceptor, None)),
            setting=chance.choice((*Setting, None)),
            stage_2_or_3=chance.choice((*YesNo, None)),
            surgery=chance.choice((*Surgery, None)),
            treatments=Treatments(**treatments),
            pd1_option=chance.choice((*YesNo, None)),
            medicines=tuple((MEDICINE_IDS[place], chance.choice(list(Told))) for place in named),
            employment=chance.choice((*Employment, None)),
            travel_miles=chance.choice((*TravelMiles, None)),
            concerns=concerns,
        )
        try:
            yield profile(answers)
        except AnswersError:
            continue
        count -= 1
