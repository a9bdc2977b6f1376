"""Conditions over a profile: met, not met, or unknown. Unknown is carried through (Kleene), never guessed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

from her2guide.model.answers import Treatments, told
from her2guide.model.profile import Profile
from her2guide.model.terms import (
    HAVING_HAD,
    MEDICINE_IDS,
    Concern,
    EstrogenReceptor,
    Her2Category,
    HormoneReceptor,
    Insurance,
    ProgesteroneReceptor,
    Reader,
    Setting,
    Surgery,
    Told,
    YesNo,
)


class State(StrEnum):
    """How a condition stands for one person."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class UnknownPredicate(Exception):  # noqa: N818 - what it says is what it is
    """A condition asks for a predicate that does not exist. `name` is the one asked for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"there is no predicate named {self.name}"


Predicate = Callable[[Profile], State]


@dataclass(frozen=True, slots=True)
class Condition:
    """Predicates by name: all of `all`, at least one of `any` (when any are listed), and none of `none`."""

    id: str
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


class Predicates(Protocol):
    """What names predicates as a condition does."""

    @property
    def all(self) -> tuple[str, ...]:
        """Of these, all."""

    @property
    def any(self) -> tuple[str, ...]:
        """Of these, at least one, when any are listed."""

    @property
    def none(self) -> tuple[str, ...]:
        """Of these, none."""


_OPPOSITE = {State.MET: State.NOT_MET, State.NOT_MET: State.MET, State.UNKNOWN: State.UNKNOWN}


def all_of(states: Iterable[State]) -> State:
    """Return MET when all are met, NOT_MET when one is not, else UNKNOWN. None at all is MET."""
    found = set(states)
    if State.NOT_MET in found:
        return State.NOT_MET
    return State.UNKNOWN if State.UNKNOWN in found else State.MET


def any_of(states: Iterable[State]) -> State:
    """Return MET when one is met, NOT_MET when all are not, else UNKNOWN. None at all is NOT_MET."""
    return negate(all_of(negate(state) for state in states))


def none_of(states: Iterable[State]) -> State:
    """Return MET when all are not met, NOT_MET when one is met, else UNKNOWN. None at all is MET."""
    return negate(any_of(states))


def negate(state: State) -> State:
    """Return the opposite. The opposite of unknown is unknown."""
    return _OPPOSITE[state]


def predicate(name: str) -> Predicate:
    """Return the predicate of that name, or raise UnknownPredicate."""
    if name not in PREDICATES:
        raise UnknownPredicate(name)
    return PREDICATES[name]


def evaluate(condition: Predicates, profile: Profile) -> State:
    """Return how a condition stands; one without predicates is met.

    Every predicate is looked up, so a name not in PREDICATES always raises UnknownPredicate.
    """

    def states(names: tuple[str, ...]) -> list[State]:
        return [predicate(name)(profile) for name in names]

    found = states(condition.all)
    if condition.any:
        found.append(any_of(states(condition.any)))
    if condition.none:
        found.append(none_of(states(condition.none)))
    return all_of(found) if found else State.MET


def _met_if(holds: bool) -> State:
    return State.MET if holds else State.NOT_MET


def _by(read: Callable[[Profile], Any], met: Iterable[Any], not_met: Iterable[Any]) -> Predicate:
    """Return a predicate from the words that meet it and those that do not; anything else is unknown."""
    table = {**dict.fromkeys(met, State.MET), **dict.fromkeys(not_met, State.NOT_MET)}
    return lambda profile: table.get(read(profile), State.UNKNOWN)


def _setting(profile: Profile) -> Setting | None:
    return profile.answers.setting


def _surgery(profile: Profile) -> Surgery | None:
    return profile.answers.surgery


def _settled_category(profile: Profile) -> Her2Category | None:
    return None if profile.provisional else profile.category


def _yes(read: Callable[[Profile], YesNo | None]) -> Predicate:
    return _by(read, {YesNo.YES}, {YesNo.NO})


def _treatment(field: str) -> Predicate:
    return _yes(lambda profile: getattr(profile.answers.treatments, field))


def _category(category: Her2Category) -> Predicate:
    return lambda profile: _met_if(profile.category is category)


def _medicine(medicine_id: str, words: set[Told]) -> Predicate:
    return lambda profile: _met_if(told(profile.answers, medicine_id) in words)


def _insurance(kind: Insurance) -> Predicate:
    return lambda profile: _met_if(profile.answers.insurance is kind)


def _reader(reader: Reader) -> Predicate:
    return lambda profile: _met_if(profile.answers.reader is reader)


def _concern(concern: Concern) -> Predicate:
    return lambda profile: _met_if(concern in profile.answers.concerns)


_hormone_receptor_positive = _by(
    lambda profile: profile.hormone_receptor, {HormoneReceptor.POSITIVE}, {HormoneReceptor.NEGATIVE}
)


def _hormone_receptor_negative(profile: Profile) -> State:
    """Low positive estrogen receptor alone leaves this open (see the fact hr.er.low_positive.caveat)."""
    low = profile.answers.estrogen_receptor is EstrogenReceptor.LOW_POSITIVE
    if low and profile.answers.progesterone_receptor is not ProgesteroneReceptor.POSITIVE:
        return State.UNKNOWN
    return negate(_hormone_receptor_positive(profile))


def _no_use_for_immunotherapy(profile: Profile) -> State:
    """Met where we know of no US approval just for this type, and the person named no such medicine."""
    types = (PREDICATES["her2-positive"], PREDICATES["hormone-receptor-positive"])
    if told(profile.answers, "pembrolizumab") is not None:
        return State.NOT_MET
    return _met_if(any(each(profile) is State.MET for each in types))


def _kebab(word: str) -> str:
    return word.replace("_", "-")


_C = Her2Category
_ANY_NEGATIVE = {_C.LOW, _C.ULTRALOW, _C.NULL, _C.ZERO_UNSPECIFIED, _C.NEGATIVE_UNSPECIFIED}
_SURGERY_NOT_DONE = {Surgery.PLANNED, Surgery.NOT_DECIDED, Surgery.NOT_PLANNED}
_INSURANCE_SAID = tuple(kind for kind in Insurance if kind is not Insurance.NOT_SURE)
_ELSEWHERE = {Setting.EARLY, Setting.LOCALLY_ADVANCED, Setting.METASTATIC}

# What the US labels ask for. The categories named in no set (such as conflict) are unknown.
_LABEL: dict[str, Predicate] = {
    "her2-positive": _by(_settled_category, {_C.POSITIVE}, _ANY_NEGATIVE),
    "her2-low": _by(_settled_category, {_C.LOW}, {_C.POSITIVE, _C.ULTRALOW, _C.NULL, _C.ZERO_UNSPECIFIED}),
    "her2-low-or-ultralow": _by(_settled_category, {_C.LOW, _C.ULTRALOW}, {_C.POSITIVE, _C.NULL}),
    "her2-negative": _by(_settled_category, _ANY_NEGATIVE, {_C.POSITIVE}),
    "advanced": _by(_setting, {Setting.METASTATIC}, {Setting.EARLY, Setting.IN_SITU}),
    "early-or-local": _by(_setting, {Setting.EARLY, Setting.LOCALLY_ADVANCED}, {Setting.METASTATIC, Setting.IN_SITU}),
    "hormone-receptor-positive": _hormone_receptor_positive,
    "hormone-receptor-negative": _hormone_receptor_negative,
    "stage-2-or-3": _yes(lambda profile: profile.answers.stage_2_or_3),
    "surgery-ahead": _by(_surgery, {Surgery.PLANNED}, {Surgery.DONE, Surgery.NOT_PLANNED}),
    "surgery-done": _by(_surgery, {Surgery.DONE}, _SURGERY_NOT_DONE),
    "pd1-option": _yes(lambda profile: profile.answers.pd1_option),
    "no-recurrence-within-6-months-of-her2-therapy": _by(
        lambda profile: profile.answers.treatments.recurrence_within_6_months_of_her2_therapy,
        met={YesNo.NO},
        not_met=(),  # a recurrence leaves this open, as not knowing does
    ),
}

# What pages ask for. Most are about what was said, so they are met or not met and never unknown.
_PAGES: dict[str, Predicate] = {
    "provisional": lambda profile: _met_if(profile.provisional),
    "in-situ": _by(_setting, {Setting.IN_SITU}, _ELSEWHERE),
    "said-in-situ": lambda profile: _met_if(_setting(profile) is Setting.IN_SITU),
    "setting-known": lambda profile: _met_if(_setting(profile) in {Setting.IN_SITU, *_ELSEWHERE}),
    "er-low-positive": _by(
        lambda profile: profile.answers.estrogen_receptor,
        {EstrogenReceptor.LOW_POSITIVE},
        {EstrogenReceptor.POSITIVE, EstrogenReceptor.NEGATIVE},
    ),
    "said-hormone-receptor-negative": lambda profile: _met_if(profile.hormone_receptor is HormoneReceptor.NEGATIVE),
    "said-no-immunotherapy": lambda profile: _met_if(
        profile.answers.pd1_option is YesNo.NO and told(profile.answers, "pembrolizumab") is None
    ),
    "no-use-for-immunotherapy": _no_use_for_immunotherapy,
    "has-other-results": lambda profile: _met_if(bool(profile.answers.other_results)),
    "insurance-known": lambda profile: _met_if(profile.answers.insurance in _INSURANCE_SAID),
    "medigap": _yes(lambda profile: profile.answers.medigap),
}

PREDICATES: Mapping[str, Predicate] = MappingProxyType(
    {
        **_LABEL,
        **{_kebab(item.name): _treatment(item.name) for item in fields(Treatments)},
        **_PAGES,
        **{f"category-{_kebab(category)}": _category(category) for category in Her2Category},
        **{f"named-{name}": _medicine(name, {Told.TALKED_ABOUT, Told.TAKING}) for name in MEDICINE_IDS},
        **{f"taking-{name}": _medicine(name, {Told.TAKING}) for name in MEDICINE_IDS},
        **{f"had-{name}": _medicine(name, set(HAVING_HAD)) for name in MEDICINE_IDS},
        **{f"insurance-{_kebab(kind)}": _insurance(kind) for kind in _INSURANCE_SAID},
        **{f"reader-{reader}": _reader(reader) for reader in (Reader.CAREGIVER, Reader.TOGETHER)},
        **{f"concern-{concern}": _concern(concern) for concern in Concern},
    }
)
