"""What must hold for any person at all."""

from dataclasses import fields, replace
from itertools import combinations, product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from her2guide.model import terms
from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.derive import METASTATIC_FIELDS, derive
from her2guide.model.logic import PREDICATES, Condition, State, evaluate
from her2guide.model.profile import Profile, profile
from her2guide.model.terms import Her2Category, Setting, YesNo
from her2guide.model.topics import Relevance, topics_with_section, view_topics
from tests.model.random_people import ANYBODY, WORDS, Said, answers_of, many, near_a_use, profile_or_none
from tests.model.topic_people import PEOPLE, RULES, rows

CONTRADICTIONS = {
    (row["first"], row["second"]) for row in rows("topics_together.csv") if row["both_can_be_discuss"] == "no"
}


def check_topics(person: Profile) -> None:
    views = view_topics(RULES, person)
    assert [view.id for view in views] == list(PEOPLE)
    discussed = [view.id for view in views if view.relevance is Relevance.DISCUSS]
    assert CONTRADICTIONS.isdisjoint(combinations(discussed, 2))
    sections = topics_with_section(views, person)
    assert len(sections) == len(set(sections)) <= 3
    assert set(discussed[:3]) == set(sections) & set(discussed)
    if person.provisional or person.category in (Her2Category.UNKNOWN, Her2Category.EQUIVOCAL, Her2Category.CONFLICT):
        assert not discussed
        assert not sections


@many
@given(ANYBODY)
def test_anybody_has_a_profile_or_a_plain_error_and_no_contradictory_uses(answers: Answers) -> None:
    person = profile_or_none(answers)
    if person is None:
        treatments = answers.treatments
        assert treatments.endocrine_metastatic is YesNo.NO
        assert treatments.progressed_on_endocrine_metastatic is YesNo.YES
        assert answers.setting not in (Setting.EARLY, Setting.IN_SITU)
    else:
        check_topics(person)
        assert {state for ask in PREDICATES.values() for state in [ask(person)]} <= set(State)


@many
@given(near_a_use())
def test_no_two_uses_that_contradict_each_other_are_ever_both_discussed(said: Said) -> None:
    person = profile_or_none(answers_of(said))
    assume(person is not None)
    assert person is not None
    check_topics(person)


@many
@given(ANYBODY)
def test_deriving_twice_is_deriving_once(answers: Answers) -> None:
    assume(profile_or_none(answers) is not None)
    settled, notices = derive(answers)
    again, left = derive(settled)
    assert again == settled
    assert set(left) == {notice for notice in notices if notice.id == "result-not-newest"}


@many
@given(ANYBODY)
def test_there_is_a_notice_for_each_value_that_changed_and_no_other(answers: Answers) -> None:
    assume(profile_or_none(answers) is not None)
    settled, notices = derive(answers)
    told = [notice.field for notice in notices if notice.id != "result-not-newest"]
    assert sorted(told) == sorted(differences(answers, settled))
    assert len(set(notices)) == len(notices)


def differences(before: Answers, after: Answers) -> list[str]:
    found = [
        f"treatments.{item.name}"
        for item in fields(Treatments)
        if getattr(before.treatments, item.name) is not getattr(after.treatments, item.name)
    ]
    results = {"her2": (before.her2, after.her2)}
    for place, pair in enumerate(zip(before.other_results, after.other_results, strict=True)):
        results[f"other_results[{place}]"] = pair
    for path, (old, new) in results.items():
        found += [
            f"{path}.{item.name}" for item in fields(Her2Result) if getattr(old, item.name) != getattr(new, item.name)
        ]
    unchanged = ("her2", "other_results", "treatments")
    for item in fields(Answers):
        if item.name not in unchanged:
            assert getattr(before, item.name) == getattr(after, item.name)
    return found


@many
@given(ANYBODY, st.sampled_from([Setting.EARLY, Setting.IN_SITU]))
def test_metastatic_answers_leave_no_trace_when_the_cancer_is_early_or_in_situ(
    answers: Answers, setting: Setting
) -> None:
    haunted = profile(replace(answers, setting=setting))
    never_asked = replace(answers.treatments, **dict.fromkeys(METASTATIC_FIELDS))
    clean = profile(replace(answers, setting=setting, treatments=never_asked))
    assert replace(haunted, notices=()) == replace(clean, notices=())
    assert [notice for notice in haunted.notices if notice.id != "metastatic-answer-dropped"] == list(clean.notices)
    assert view_topics(RULES, haunted) == view_topics(RULES, clean)


@many
@given(ANYBODY, st.sampled_from(list(terms.MembraneStaining)))
def test_staining_leaves_no_trace_under_any_other_score(answers: Answers, staining: terms.MembraneStaining) -> None:
    assume(answers.her2.ihc is not terms.IhcScore.ZERO)
    assume(profile_or_none(answers) is not None)
    first = profile(replace(answers, her2=replace(answers.her2, membrane_staining=staining)))
    second = profile(replace(answers, her2=replace(answers.her2, membrane_staining=None)))
    assert replace(first, notices=()) == replace(second, notices=())


# ---- Knowing less never says more

LABEL_WORDS = {name for line in RULES for item in line.conditions for name in (*item.all, *item.any, *item.none)} | {
    "cdk46"
}


def states(person: Profile) -> dict[str, State]:
    return {name: PREDICATES[name](person) for name in LABEL_WORDS}


def leave_out(said: Said, path: str, draw: st.DataObject) -> dict[str, str | None]:
    less = [None, "not_sure"] if "not_sure" in WORDS[path] else [None]
    return {**said, path: draw.draw(st.sampled_from(less))}


@settings(many, max_examples=400)
@given(near_a_use(), st.sampled_from(list(WORDS)), st.data())
def test_an_answer_taken_back_never_makes_anything_met(said: Said, path: str, data: st.DataObject) -> None:
    before = profile_or_none(answers_of(said))
    after = profile_or_none(answers_of(leave_out(said, path, data)))
    assume(before is not None and after is not None)
    assert before is not None
    assert after is not None
    # Two results that do not match, or one still awaited, are something known. Without it the other result speaks.
    doubt = before.category is Her2Category.CONFLICT or before.provisional
    if doubt and path in ("her2.ihc", "her2.ish"):
        return
    # An early setting hid answers; without it they are there again. The uses they belong to stay closed or open.
    hidden = {f"treatments.{name}" for name in METASTATIC_FIELDS} if path == "setting" else set()
    for name, state in states(after).items():
        if f"treatments.{name.replace('-', '_')}" not in hidden:
            assert state in (states(before)[name], State.UNKNOWN), name
    old, new = view_topics(RULES, before), view_topics(RULES, after)
    for was, now in zip(old, new, strict=True):
        if now.relevance is Relevance.DISCUSS:
            assert was.relevance is Relevance.DISCUSS


def test_no_cell_of_the_her2_table_says_more_when_less_is_known() -> None:
    label = ("her2-positive", "her2-low", "her2-low-or-ultralow", "her2-negative")
    cells = product([*terms.IhcScore, None], [*terms.MembraneStaining, None], [*terms.IshResult, None])
    for ihc, staining, ish in cells:
        full = Her2Result(ihc=ihc, membrane_staining=staining, ish=ish)
        before = profile(Answers(her2=full))
        doubt = before.category is Her2Category.CONFLICT or before.provisional
        for field in ("membrane_staining",) if doubt else ("ihc", "membrane_staining", "ish"):
            for less in (None, getattr(type(getattr(full, field)), "NOT_SURE", None)):
                after = profile(Answers(her2=replace(full, **{field: less})))
                for name in label:
                    assert PREDICATES[name](after) in (PREDICATES[name](before), State.UNKNOWN)


def test_only_a_doubt_that_is_taken_back_lets_the_other_result_speak() -> None:
    clash = profile(answers_of({"her2.ihc": "1+", "her2.ish": "amplified"}))
    waiting = profile(answers_of({"her2.ihc": "1+", "her2.ish": "pending"}))
    alone = profile(answers_of({"her2.ihc": "1+"}))
    low = Condition("low", all=("her2-low",))
    assert [evaluate(low, one) for one in (clash, waiting, alone)] == [State.UNKNOWN, State.UNKNOWN, State.MET]
