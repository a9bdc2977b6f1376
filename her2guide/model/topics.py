"""Approved uses of a medicine, and how near each is to one person. This steers what is shown, no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from her2guide.model.answers import told
from her2guide.model.logic import Condition, State, all_of, evaluate
from her2guide.model.profile import Profile
from her2guide.model.terms import HAVING_HAD, Her2Category, Setting, Told

MOST_SECTIONS = 3
_OPEN_CATEGORIES = (Her2Category.UNKNOWN, Her2Category.EQUIVOCAL, Her2Category.CONFLICT)


class Relevance(StrEnum):
    """Worth a talk with the team, worth it if the open answers fit, or for the background."""

    DISCUSS = "discuss"
    DEPENDS = "depends"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class TopicRule:
    """One approved use of one treatment: all its conditions are needed."""

    id: str
    treatment: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """One use as it stands for one person. `states` pairs each condition id with its state, in order."""

    id: str
    treatment: str
    relevance: Relevance
    states: tuple[tuple[str, State], ...]
    told: Told | None


def view_topics(rules: Iterable[TopicRule], profile: Profile) -> tuple[TopicView, ...]:
    """Return every use as it stands for this person, in the order given. Raises what `evaluate` raises."""
    return tuple(_view(rule, profile) for rule in rules)


def topics_with_section(views: Iterable[TopicView], profile: Profile) -> tuple[str, ...]:
    """Return the ids of the uses that get a section of their own, at most three, in the order to show them.

    A use to discuss gets one; a use that depends, only when the HER2 result and the setting are known.
    To discuss comes first, then the fewest open conditions, then the order given.
    """
    settled = (
        profile.category not in _OPEN_CATEGORIES
        and not profile.provisional
        and profile.answers.setting not in (None, Setting.NOT_SURE)
    )
    shown = (Relevance.DISCUSS, Relevance.DEPENDS) if settled else (Relevance.DISCUSS,)
    ranked = sorted((view for view in views if view.relevance in shown), key=_open_conditions)
    return tuple(view.id for view in ranked[:MOST_SECTIONS])


def _open_conditions(view: TopicView) -> int:
    """Return how many conditions are unknown: none for a use to discuss, one or more where it depends."""
    return [state for _, state in view.states].count(State.UNKNOWN)


def _view(rule: TopicRule, profile: Profile) -> TopicView:
    states = tuple((condition.id, evaluate(condition, profile)) for condition in rule.conditions)
    said = told(profile.answers, rule.treatment)
    return TopicView(rule.id, rule.treatment, _relevance((state for _, state in states), said), states, said)


def _relevance(states: Iterable[State], said: Told | None) -> Relevance:
    if said in HAVING_HAD:
        return Relevance.BACKGROUND
    match all_of(states):
        case State.MET:
            return Relevance.DISCUSS
        case State.NOT_MET:
            return Relevance.BACKGROUND
        case State.UNKNOWN:
            return Relevance.DEPENDS
