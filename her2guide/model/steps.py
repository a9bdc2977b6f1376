"""Steps that treatment often takes, and how each stands for one person. They inform; they choose no treatment."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from her2guide.model.logic import Condition, State, any_of, evaluate
from her2guide.model.profile import Profile


class StepState(StrEnum):
    """How one step stands: had, where the person may be, perhaps later, or not known."""

    HAD = "had"
    HERE = "here"
    LATER = "later"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StepRule:
    """One step. Of each list of conditions one is enough: had it, may be at it, is not among this person's steps."""

    id: str
    had: tuple[Condition, ...] = ()
    here: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class PathRule:
    """The steps of one situation in their usual order. `id` is the page's, `who` the people it is for."""

    id: str
    who: Condition
    steps: tuple[StepRule, ...]


def _holds(conditions: Iterable[Condition], profile: Profile) -> State:
    return any_of(evaluate(condition, profile) for condition in conditions)


def behind(step: StepRule, profile: Profile) -> StepState:
    """Return how a step stands but for where the person may be now: had, later or not known."""
    match _holds(step.had, profile):
        case State.MET:
            return StepState.HAD
        case State.UNKNOWN:
            return StepState.UNKNOWN
        case State.NOT_MET:
            return StepState.LATER


def step_states(path: PathRule, profile: Profile) -> tuple[tuple[str, StepState], ...]:
    """Return id and state of each of the person's steps. They may be at one step only: the last that says so."""
    own = steps_of(path, profile)
    now = [step.id for step in own if _holds(step.here, profile) is State.MET][-1:]
    return tuple((step.id, StepState.HERE if step.id in now else behind(step, profile)) for step in own)


def steps_of(path: PathRule, profile: Profile) -> tuple[StepRule, ...]:
    """Return the steps of a path without those that are not among this person's."""
    return tuple(step for step in path.steps if _holds(step.unless, profile) is not State.MET)


def open_steps(paths: Iterable[PathRule], profile: Profile) -> tuple[StepRule, ...]:
    """Return the steps of this person's path of which it is not known whether they were had."""
    own = (path for path in paths if evaluate(path.who, profile) is State.MET)
    found = (step for path in own for step in steps_of(path, profile))
    return tuple(step for step in found if behind(step, profile) is StepState.UNKNOWN)
