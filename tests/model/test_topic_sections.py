"""Which uses get a section of their own, and in which order."""

from typing import Any

import pytest

from her2guide.model.answers import Answers, with_told
from her2guide.model.profile import profile
from her2guide.model.terms import Told
from her2guide.model.topics import Relevance, topics_with_section, view_topics
from tests.model.topic_people import PEOPLE, RULES, TDXD, answers_of, sections_of


def test_for_a_person_who_said_nothing_every_use_depends_and_none_has_a_section() -> None:
    nobody = profile(Answers())
    assert {view.relevance for view in view_topics(RULES, nobody)} == {Relevance.DEPENDS}
    assert topics_with_section(view_topics(RULES, nobody), nobody) == ()


def test_a_use_to_discuss_has_a_section() -> None:
    for topic, data in PEOPLE.items():
        assert topic in sections_of(**{key: value for key, value in data.items() if key != "schema"})


def test_uses_that_depend_have_sections_when_the_result_and_the_setting_are_known() -> None:
    assert sections_of(her2={"ihc": "3+"}, setting="early") == (
        "tdxd-early-before-surgery",
        "tdxd-early-after-surgery",
    )


@pytest.mark.parametrize(
    "her2",
    [
        {},
        {"ihc": "2+"},
        {"ihc": "2+", "ish": "pending"},
        {"ihc": "1+", "ish": "pending"},
        {"ihc": "0", "membrane_staining": "faint", "ish": "pending"},
        {"ihc": "1+", "ish": "amplified"},
        {"ihc": "3+", "ish": "not_amplified"},
        {"ihc": "not_sure"},
    ],
)
def test_no_use_that_depends_has_a_section_while_the_result_is_open(her2: dict[str, str]) -> None:
    for setting in ("metastatic", "early", "locally_advanced"):
        assert sections_of(her2=her2, setting=setting) == ()


@pytest.mark.parametrize("setting", ["not_sure", None])
@pytest.mark.parametrize("ihc", ["3+", "1+", "0", "negative"])
def test_no_use_that_depends_has_a_section_while_the_setting_is_open(ihc: str, setting: str | None) -> None:
    assert sections_of(her2={"ihc": ihc}, setting=setting) == ()


def test_the_fewest_open_conditions_come_first_then_the_order_of_the_table() -> None:
    person: dict[str, Any] = {"her2": {"ihc": "3+"}, "setting": "early"}
    before, after = "tdxd-early-before-surgery", "tdxd-early-after-surgery"
    assert sections_of(**person, stage_2_or_3="yes") == (before, after)
    assert sections_of(**person, treatments={"residual_disease_after_neoadjuvant": "yes"}) == (after, before)


def test_a_use_to_discuss_comes_before_one_that_depends() -> None:
    assert sections_of(
        her2={"ihc": "1+"},
        setting="metastatic",
        estrogen_receptor="positive",
        treatments={"progressed_on_endocrine_metastatic": "yes"},
    ) == ("tdxd-hr-positive-low-ultralow", "tdxd-her2-low-after-chemotherapy", "dato-dxd-hr-positive")


def test_there_are_never_more_than_three_sections() -> None:
    person = profile(
        answers_of(
            {
                "schema": 1,
                "her2": {"ihc": "1+"},
                "setting": "metastatic",
                "estrogen_receptor": "low_positive",
                "pd1_option": "no",
                "treatments": {"progressed_on_endocrine_metastatic": "yes", "chemotherapy_metastatic": "yes"},
            }
        )
    )
    views = view_topics(RULES, person)
    relevant = [view.id for view in views if view.relevance is not Relevance.BACKGROUND]
    assert len(relevant) == 4
    assert topics_with_section(views, person) == tuple(relevant[:3])


def test_a_medicine_already_had_has_no_section() -> None:
    data = PEOPLE["tdxd-early-before-surgery"]
    person = profile(with_told(answers_of(data), TDXD, Told.HAD))
    assert topics_with_section(view_topics(RULES, person), person) == ()


def test_a_use_in_the_background_has_no_section() -> None:
    assert sections_of(her2={"ihc": "3+"}, setting="in_situ") == ()
