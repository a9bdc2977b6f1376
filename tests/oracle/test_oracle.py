"""her2guide and a second, separate reading of the contract agree on 2,480 answer sets."""

import dataclasses
import json

import pytest

from her2guide.library.library import Library
from tests.oracle import oracle as second_reading
from tests.oracle.answer_sets import IHC, ISH, SETTINGS, SURGERY, answer_sets
from tests.oracle.comparison import (
    TOPICS,
    differences,
    explain_mismatches,
    relevance_counts,
    report,
    rule_mismatches,
)
from tests.oracle.oracle import oracle

RELEVANCES = ("discuss", "depends", "background")


@pytest.fixture(scope="module")
def sets():
    return answer_sets()


@pytest.fixture(scope="module")
def library():
    return Library()


def test_there_are_2480_answer_sets_and_no_two_are_the_same(sets):
    assert len(sets) == 2480
    assert len({json.dumps(answers, sort_keys=True) for answers in sets}) == 2480


def test_the_answer_sets_are_the_same_every_time(sets):
    assert answer_sets() == sets


def test_every_topic_meets_every_relevance_at_least_20_times(sets):
    counts = relevance_counts(sets)
    seldom = [(topic, word) for topic in TOPICS for word in RELEVANCES if counts[topic, word] < 20]
    assert not seldom


def test_every_number_of_topic_sections_is_met_at_least_20_times(sets):
    counts = relevance_counts(sets)
    assert not [number for number in range(4) if counts[number, "sections"] < 20]


def test_about_40_answer_sets_contradict_themselves_and_some_do_so_only_where_it_is_dropped(sets):
    both = [
        answers
        for answers in sets
        if (answers.get("treatments") or {}).get("endocrine_metastatic") == "no"
        and answers["treatments"].get("progressed_on_endocrine_metastatic") == "yes"
    ]
    errors = [answers for answers in both if oracle(answers)["error"]]
    assert 35 <= len(errors) <= 60
    assert len(both) - len(errors) >= 20


def test_every_cell_of_the_category_table_is_met_in_at_least_two_settings(sets):
    met = {}
    for answers in sets:
        her2 = answers.get("her2") or {}
        staining = her2.get("membrane_staining") if her2.get("ihc") == "0" else None
        cell = (her2.get("ihc"), staining, her2.get("ish"))
        met.setdefault(cell, set()).add(answers.get("setting"))
    rows = [(ihc, None) for ihc in IHC] + [("0", staining) for staining in ("none", "faint", "not_sure")]
    cells = [(ihc, staining, ish) for ihc, staining in rows for ish in ISH]
    assert len(cells) == 98
    assert not [cell for cell in cells if len(met.get(cell, ())) < 2]


def test_every_setting_and_every_surgery_answer_is_met_at_least_20_times(sets):
    for name, values in (("setting", SETTINGS), ("surgery", SURGERY)):
        given = [answers.get(name) for answers in sets]
        assert not [value for value in values if given.count(value) < 20]


def test_the_rules_agree_with_the_second_reading_on_every_answer_set(sets, library):
    mismatches = rule_mismatches(sets, library.rules)
    assert not mismatches, report(mismatches)


def test_explain_agrees_with_the_second_reading_on_every_answer_set(sets, library):
    mismatches = explain_mismatches(sets, library)
    assert not mismatches, report(mismatches)


@pytest.mark.parametrize("place", range(len(TOPICS)), ids=TOPICS)
def test_a_rule_that_loses_a_condition_is_noticed(place, sets, library):
    rules = list(library.rules)
    conditions = rules[place].conditions
    for left_out in range(len(conditions)):
        kept = conditions[:left_out] + conditions[left_out + 1 :]
        rules[place] = dataclasses.replace(library.rules[place], conditions=kept)
        found = (
            line
            for answers in sets
            for _, _, lines in rule_mismatches([answers], rules)
            for line in lines
            if line.startswith(f"{TOPICS[place]} relevance")
        )
        assert next(found, None), conditions[left_out]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("is_provisional", lambda _: False),
        ("receptor_negative", lambda _: second_reading.MET),
        ("warning_is_due", lambda _: False),
        ("her2_low", second_reading.her2_low_or_ultralow),
        ("early_or_local", lambda _: second_reading.MET),
        ("only_no_is_met", second_reading.opposite),
        ("either", lambda one, _: second_reading.yes(one)),
    ],
)
def test_a_rule_read_wrongly_is_noticed(name, wrong, sets, monkeypatch):
    right = [oracle(answers) for answers in sets]
    monkeypatch.setattr(second_reading, name, wrong)
    assert any(differences(one, oracle(answers)) for one, answers in zip(right, sets, strict=True))


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("sections_of_their_own", lambda *_: []),
        ("result_and_setting_known", lambda _: True),
        ("relevance", lambda *_: "depends"),
        ("warning_is_due", lambda _: True),
    ],
)
def test_explain_is_not_taken_for_right_when_the_second_reading_is_wrong(name, wrong, sets, library, monkeypatch):
    monkeypatch.setattr(second_reading, name, wrong)
    assert any(explain_mismatches([answers], library) for answers in sets)
