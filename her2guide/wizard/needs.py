"""Whether an answer can still change anything: computed from table, uses and steps, never listed by hand."""

from collections.abc import Iterable
from dataclasses import replace

from her2guide.model import steps
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.derive import derive
from her2guide.model.errors import AnswersError
from her2guide.model.her2 import classify, is_provisional
from her2guide.model.logic import Condition, State, evaluate
from her2guide.model.profile import profile
from her2guide.model.steps import PathRule, StepRule, StepState
from her2guide.model.terms import IhcScore, IshResult
from her2guide.model.topics import TopicRule, topics_with_section, view_topics
from her2guide.wizard.fields import value_at, with_value


def open_conditions(answers: Answers, rules: tuple[TopicRule, ...]) -> tuple[Condition, ...]:
    """Return what is still unknown of the uses that could get a page of their own, for the answers so far.

    Those are the uses that nothing said so far speaks against, once the HER2 result and the setting are known. Where
    these are not known, no use gets a page whatever else is said, so nothing more is asked.
    """
    person = profile(answers)
    views = zip(rules, view_topics(rules, person), strict=True)
    near = (rule for rule, view in views if topics_with_section((view,), person))
    conditions = dict.fromkeys(condition for rule in near for condition in rule.conditions)
    return tuple(condition for condition in conditions if evaluate(condition, person) is State.UNKNOWN)


def open_asks(answers: Answers, asks: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Return those conditions of suggested questions that are still unknown for the answers so far."""
    person = profile(answers)
    return tuple(ask for ask in asks if evaluate(ask, person) is State.UNKNOWN)


def brings_one(field: str, values: Iterable[object], answers: Answers, asks: tuple[Condition, ...]) -> bool:
    """Return whether any of `values` would put one of the suggested questions into the guide."""
    if not asks:
        return False
    person = profile(answers)
    tries = (replace(person, answers=with_value(person.answers, field, value)) for value in values)
    return any(evaluate(ask, with_it) is State.MET for with_it in tries for ask in asks)


def open_steps(answers: Answers, paths: tuple[PathRule, ...]) -> tuple[StepRule, ...]:
    """Return the steps of this person's page on steps of which it is unknown whether they were had."""
    return steps.open_steps(paths, profile(answers))


def marks_one(field: str, values: Iterable[object], answers: Answers, rules: tuple[StepRule, ...]) -> bool:
    """Return whether any of `values` would mark one of these steps as had."""
    if not rules:
        return False
    person = profile(answers)
    tries = (replace(person, answers=with_value(person.answers, field, value)) for value in values)
    return any(steps.behind(rule, with_it) is StepState.HAD for with_it in tries for rule in rules)


def settles_one(field: str, values: Iterable[object], answers: Answers, conditions: tuple[Condition, ...]) -> bool:
    """Return whether any of `values` would settle one of the open conditions. The answers do not hold `field` yet.

    What is settled stays so whatever comes after, so only open conditions are looked at. Only what a value itself says
    counts: someone not sure of a treatment is not asked how it went, though a yes to that would tell. A value that
    contradicts an earlier answer, or would be dropped, is no answer to wait for.
    """
    if not conditions:
        return False
    person = profile(answers)

    def settles(value: object) -> bool:
        if not is_kept(field, value, answers):
            return False
        with_it = replace(person, answers=with_value(person.answers, field, value))
        return any(evaluate(condition, with_it) is not State.UNKNOWN for condition in conditions)

    return any(settles(value) for value in values)


def gene_test_matters(result: Her2Result) -> bool:
    """Return whether some gene test answer would change the category, or leave it waiting for a test.

    The table says so for every score and word: beside the scores that wait for this test, it can also show that two
    results do not match, which a person should hear kindly and early.
    """
    known = classify(replace(result, ish=None))
    tries = (replace(result, ish=ish) for ish in IshResult)
    return any((found := classify(each)) is not known or is_provisional(each, found) for each in tries)


def has_result(result: Her2Result) -> bool:
    """Return whether there is a result at all, so that its date or a newer one can be asked for."""
    no_score = result.ihc in (None, IhcScore.NOT_SURE)
    no_test = result.ish in (None, IshResult.NOT_SURE, IshResult.NOT_DONE)
    return not (no_score and no_test)


def is_kept(field: str, value: object, answers: Answers) -> bool:
    """Return whether a value stands beside the answers so far: none of them contradicts it or has it dropped."""
    try:
        settled, _ = derive(with_value(answers, field, value))
    except AnswersError:
        return False
    return bool(value_at(settled, field) == value)
