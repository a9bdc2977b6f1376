"""Met, not met and unknown, joined; and conditions made of them."""

from itertools import product

import pytest

from her2guide.model.answers import Answers
from her2guide.model.logic import (
    PREDICATES,
    Condition,
    State,
    UnknownPredicate,
    all_of,
    any_of,
    evaluate,
    negate,
    none_of,
    predicate,
)
from her2guide.model.profile import profile
from her2guide.model.terms import Setting, YesNo

MET, NOT_MET, UNKNOWN = State.MET, State.NOT_MET, State.UNKNOWN

# first, second, all of them, any of them, none of them
PAIRS = [
    (MET, MET, MET, MET, NOT_MET),
    (MET, UNKNOWN, UNKNOWN, MET, NOT_MET),
    (MET, NOT_MET, NOT_MET, MET, NOT_MET),
    (UNKNOWN, MET, UNKNOWN, MET, NOT_MET),
    (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
    (UNKNOWN, NOT_MET, NOT_MET, UNKNOWN, UNKNOWN),
    (NOT_MET, MET, NOT_MET, MET, NOT_MET),
    (NOT_MET, UNKNOWN, NOT_MET, UNKNOWN, UNKNOWN),
    (NOT_MET, NOT_MET, NOT_MET, NOT_MET, MET),
]

# For a person with nothing said but these two: met, not met; the rest is unknown.
PERSON = profile(Answers(setting=Setting.METASTATIC, stage_2_or_3=YesNo.NO))
NAMES = {MET: "advanced", NOT_MET: "stage-2-or-3", UNKNOWN: "pd1-option"}


@pytest.mark.parametrize(("first", "second", "both", "either", "neither"), PAIRS)
def test_two_states_join_as_in_kleenes_tables(
    first: State, second: State, both: State, either: State, neither: State
) -> None:
    assert all_of(iter([first, second])) is both
    assert any_of(iter([first, second])) is either
    assert none_of(iter([first, second])) is neither


def test_the_opposite_of_unknown_is_unknown() -> None:
    assert [negate(state) for state in (MET, NOT_MET, UNKNOWN)] == [NOT_MET, MET, UNKNOWN]


def test_nothing_at_all_is_all_met_none_met_and_not_any_met() -> None:
    assert (all_of([]), any_of([]), none_of([])) == (MET, NOT_MET, MET)


def test_one_state_alone_stays_itself() -> None:
    for state in State:
        assert (all_of([state]), any_of([state]), none_of([state])) == (state, state, negate(state))


def test_an_empty_condition_is_met() -> None:
    assert evaluate(Condition("empty"), PERSON) is MET


@pytest.mark.parametrize(("first", "second", "both", "either", "neither"), PAIRS)
def test_each_part_of_a_condition_joins_its_names(
    first: State, second: State, both: State, either: State, neither: State
) -> None:
    names = (NAMES[first], NAMES[second])
    assert evaluate(Condition("x", all=names), PERSON) is both
    assert evaluate(Condition("x", any=names), PERSON) is either
    assert evaluate(Condition("x", none=names), PERSON) is neither


def test_all_three_parts_of_a_condition_are_needed() -> None:
    for one, two, three in product(State, repeat=3):
        condition = Condition("x", all=(NAMES[one],), any=(NAMES[two],), none=(NAMES[three],))
        assert evaluate(condition, PERSON) is all_of([one, two, negate(three)])


@pytest.mark.parametrize("part", ["all", "any", "none"])
def test_a_name_that_does_not_exist_is_told_even_when_the_rest_already_decides(part: str) -> None:
    names = {"all": ("stage-2-or-3",), "any": ("advanced",), "none": ("advanced",)}
    condition = Condition("x", **{**names, part: (*names[part], "her2-positve")})
    with pytest.raises(UnknownPredicate, match="her2-positve") as caught:
        evaluate(condition, PERSON)
    assert caught.value.name == "her2-positve"


def test_no_predicate_can_be_changed_while_the_program_runs() -> None:
    with pytest.raises(TypeError):
        PREDICATES["advanced"] = lambda _: MET  # type: ignore[index]
    assert predicate("advanced")(PERSON) is MET


def test_a_predicate_is_found_by_its_name() -> None:
    assert predicate("advanced")(PERSON) is MET
    with pytest.raises(UnknownPredicate):
        predicate("")
