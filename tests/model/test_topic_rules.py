"""The approved uses: their rules as they stand in content, and how they stand for people."""

import re
from datetime import date
from itertools import combinations

import pytest

from her2guide.model.answers import Answers, with_told
from her2guide.model.logic import PREDICATES, Condition, State, UnknownPredicate
from her2guide.model.profile import profile
from her2guide.model.terms import MEDICINE_IDS, Told
from her2guide.model.topics import Relevance, TopicRule, TopicView, view_topics
from tests.model.topic_people import (
    IN_TABLE_ORDER,
    PEOPLE,
    RULES,
    TDXD,
    TOPICS,
    answers_of,
    changed,
    rows,
    views_of,
)


def test_the_eight_uses_stand_in_the_order_of_the_contract() -> None:
    assert list(TOPICS) == IN_TABLE_ORDER
    assert list(PEOPLE) == IN_TABLE_ORDER


def test_every_use_has_the_conditions_of_the_contract() -> None:
    found = [
        {
            "topic": name,
            "treatment": entry["treatment"],
            "approved": entry["approved"],
            "condition": item["id"],
            "kind": kind,
            "predicates": " ".join(item[kind]),
        }
        for name, entry in TOPICS.items()
        for item in entry["conditions"]
        for kind in ("all", "any", "none")
        if kind in item
    ]
    assert found == rows("topic_conditions.csv")


def test_every_id_is_kebab_case_and_every_name_is_known() -> None:
    kebab = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
    for rule in RULES:
        assert rule.treatment in MEDICINE_IDS
        assert kebab.fullmatch(rule.id)
        ids = [item.id for item in rule.conditions]
        assert len(set(ids)) == len(ids)
        for item in rule.conditions:
            assert kebab.fullmatch(item.id)
            assert {*item.all, *item.any, *item.none} <= PREDICATES.keys()


def test_every_use_says_when_it_was_checked_and_is_due() -> None:
    for entry in TOPICS.values():
        assert isinstance(entry["checked"], date)
        assert entry["checked"] < entry["due"]


@pytest.mark.parametrize("topic", PEOPLE)
def test_a_person_whom_a_use_is_about_is_told_to_discuss_it(topic: str) -> None:
    view = views_of(profile(answers_of(PEOPLE[topic])))[topic]
    assert {state for _, state in view.states} == {State.MET}
    assert view.relevance is Relevance.DISCUSS
    assert view.told is None


@pytest.mark.parametrize("row", rows("topic_changes.csv"))
def test_one_answer_said_otherwise_changes_that_condition_and_the_relevance(row: dict[str, str]) -> None:
    person = profile(answers_of(changed(PEOPLE[row["topic"]], row["answer"], row["word"])))
    view = views_of(person)[row["topic"]]
    others = {state for name, state in view.states if name != row["condition"]}
    assert dict(view.states)[row["condition"]] == row["state"]
    if row["answer"] != "setting":  # an early setting also drops the metastatic answers
        assert others == {State.MET}
    relevance = {"met": Relevance.DISCUSS, "unknown": Relevance.DEPENDS, "not_met": Relevance.BACKGROUND}
    assert view.relevance is relevance[row["state"]]


def test_the_changes_bring_every_condition_to_not_met_and_to_unknown() -> None:
    seen = {(row["topic"], row["condition"], row["state"]) for row in rows("topic_changes.csv")}
    wanted = {
        (rule.id, item.id, state)
        for rule in RULES
        for item in rule.conditions
        for state in (State.NOT_MET, State.UNKNOWN)
    }
    never = "no-recurrence-within-6-months-of-her2-therapy"
    assert wanted - seen == {("tdxd-her2-positive-first-line", never, State.NOT_MET)}


@pytest.mark.parametrize("word", [Told.HAD, Told.STOPPED_FOR_SIDE_EFFECT])
@pytest.mark.parametrize("topic", PEOPLE)
def test_a_medicine_already_had_goes_to_the_background_whatever_else_holds(topic: str, word: Told) -> None:
    treatment = TOPICS[topic]["treatment"]
    for data in (PEOPLE[topic], changed(PEOPLE[topic], "her2.ihc", "not_asked")):
        view = views_of(profile(with_told(answers_of(data), treatment, word)))[topic]
        assert view.relevance is Relevance.BACKGROUND
        assert view.told is word


@pytest.mark.parametrize("word", [Told.TALKED_ABOUT, Told.TAKING])
@pytest.mark.parametrize("topic", PEOPLE)
def test_a_medicine_talked_about_or_taken_stays_as_relevant_as_it_was(topic: str, word: Told) -> None:
    view = views_of(profile(with_told(answers_of(PEOPLE[topic]), TOPICS[topic]["treatment"], word)))[topic]
    assert view.relevance is Relevance.DISCUSS
    assert view.told is word


def test_having_had_another_medicine_changes_nothing() -> None:
    person = profile(with_told(answers_of(PEOPLE["dato-dxd-hr-positive"]), TDXD, Told.HAD))
    assert views_of(person)["dato-dxd-hr-positive"].relevance is Relevance.DISCUSS


def test_all_uses_are_listed_in_the_order_given_for_anyone() -> None:
    nobody = profile(Answers())
    assert [view.id for view in view_topics(RULES, nobody)] == IN_TABLE_ORDER
    assert [view.id for view in view_topics(reversed(RULES), nobody)] == IN_TABLE_ORDER[::-1]
    for view, rule in zip(view_topics(RULES, nobody), RULES, strict=True):
        assert view.treatment == rule.treatment
        assert [name for name, _ in view.states] == [item.id for item in rule.conditions]


def test_a_rule_that_names_no_predicate_of_ours_is_told() -> None:
    rule = TopicRule("x", TDXD, (Condition("y", all=("her2-lower",)),))
    with pytest.raises(UnknownPredicate, match="her2-lower"):
        view_topics((rule,), profile(Answers()))


def test_a_rule_without_conditions_is_always_worth_discussing() -> None:
    (view,) = view_topics((TopicRule("x", TDXD, ()),), profile(Answers()))
    assert view == TopicView("x", TDXD, Relevance.DISCUSS, (), None)


def test_the_list_of_pairs_holds_every_pair_once() -> None:
    pairs = [(row["first"], row["second"]) for row in rows("topics_together.csv")]
    assert pairs == list(combinations(IN_TABLE_ORDER, 2))


BOTH = {
    ("tdxd-her2-low-after-chemotherapy", "tdxd-hr-positive-low-ultralow"): {"estrogen_receptor": "positive"},
    ("tdxd-her2-low-after-chemotherapy", "dato-dxd-hr-positive"): {"estrogen_receptor": "positive"},
    ("tdxd-her2-low-after-chemotherapy", "dato-dxd-triple-negative"): {
        "estrogen_receptor": "negative",
        "progesterone_receptor": "negative",
        "pd1_option": "no",
    },
    ("tdxd-hr-positive-low-ultralow", "dato-dxd-hr-positive"): {"estrogen_receptor": "positive"},
}


def test_the_pairs_that_can_both_be_discussed_really_can() -> None:
    assert {
        (row["first"], row["second"]) for row in rows("topics_together.csv") if row["both_can_be_discuss"] == "yes"
    } == {*BOTH}
    for pair, receptors in BOTH.items():
        treatments = {"chemotherapy_metastatic": "yes", "progressed_on_endocrine_metastatic": "yes"}
        person = {
            "schema": 1,
            "her2": {"ihc": "1+"},
            "setting": "metastatic",
            "treatments": treatments,
            **receptors,
        }
        views = views_of(profile(answers_of(person)))
        assert {views[name].relevance for name in pair} == {Relevance.DISCUSS}
