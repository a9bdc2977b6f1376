"""What is derived before anything else, and what the person is told of it."""

from dataclasses import fields, replace
from itertools import product

import pytest

from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.derive import METASTATIC_FIELDS, NOTICE_IDS, Notice, derive
from her2guide.model.errors import AnswersError
from her2guide.model.profile import profile
from her2guide.model.terms import (
    EstrogenReceptor,
    Her2Category,
    HormoneReceptor,
    IhcScore,
    IshResult,
    MembraneStaining,
    Setting,
    YesNo,
)

GIVEN = "treatments.endocrine_metastatic"
GROWN = "treatments.progressed_on_endocrine_metastatic"
EVERY_YES_NO = [*YesNo, None]


def on_endocrine(given: YesNo | None, grown: YesNo | None, setting: Setting | None = None) -> Answers:
    both = Treatments(endocrine_metastatic=given, progressed_on_endocrine_metastatic=grown)
    return Answers(setting=setting, treatments=both)


def test_a_person_who_said_nothing_stays_as_they_are() -> None:
    assert derive(Answers()) == (Answers(), ())


@pytest.mark.parametrize("staining", MembraneStaining)
@pytest.mark.parametrize("ihc", [*IhcScore, None])
def test_staining_is_kept_only_under_a_score_of_zero(ihc: IhcScore | None, staining: MembraneStaining) -> None:
    result = Her2Result(ihc=ihc, membrane_staining=staining, ish_ratio="1.2")
    answers, notices = derive(Answers(her2=result, other_results=(Her2Result(), result)))
    if ihc is IhcScore.ZERO:
        assert answers == Answers(her2=result, other_results=(Her2Result(), result))
        assert notices == ()
    else:
        left = replace(result, membrane_staining=None)
        assert answers == Answers(her2=left, other_results=(Her2Result(), left))
        assert notices == (
            Notice("staining-dropped", "her2.membrane_staining"),
            Notice("staining-dropped", "other_results[1].membrane_staining"),
        )


def test_a_score_without_staining_gives_no_notice() -> None:
    for ihc in IhcScore:
        assert derive(Answers(her2=Her2Result(ihc=ihc)))[1] == ()


def test_four_answers_are_about_metastatic_treatment() -> None:
    assert METASTATIC_FIELDS == (
        "endocrine_metastatic",
        "progressed_on_endocrine_metastatic",
        "chemotherapy_metastatic",
        "her2_targeted_metastatic",
    )


@pytest.mark.parametrize("word", YesNo)
@pytest.mark.parametrize("setting", [*Setting, None])
@pytest.mark.parametrize("field", [item.name for item in fields(Treatments)])
def test_metastatic_answers_are_dropped_when_the_cancer_is_early_or_in_situ(
    field: str, setting: Setting | None, word: YesNo
) -> None:
    answers, notices = derive(Answers(setting=setting, treatments=Treatments(**{field: word})))
    dropped = Notice("metastatic-answer-dropped", f"treatments.{field}")
    if setting in (Setting.EARLY, Setting.IN_SITU) and field in METASTATIC_FIELDS:
        assert answers.treatments == Treatments()
        assert notices == (dropped,)
    else:
        assert getattr(answers.treatments, field) is word
        assert dropped not in notices


# endocrine treatment, growth on it -> both after, notices; None is a contradiction
ENDOCRINE = {
    ("yes", "yes"): ("yes", "yes", []),
    ("yes", "no"): ("yes", "no", []),
    ("yes", "not_sure"): ("yes", "not_sure", []),
    ("yes", None): ("yes", None, []),
    ("no", "yes"): None,
    ("no", "no"): ("no", "no", []),
    ("no", "not_sure"): ("no", "no", ["progressed-set-to-no"]),
    ("no", None): ("no", "no", ["progressed-set-to-no"]),
    ("not_sure", "yes"): ("yes", "yes", ["endocrine-set-to-yes"]),
    ("not_sure", "no"): ("not_sure", "no", []),
    ("not_sure", "not_sure"): ("not_sure", "not_sure", []),
    ("not_sure", None): ("not_sure", None, []),
    (None, "yes"): ("yes", "yes", ["endocrine-set-to-yes"]),
    (None, "no"): (None, "no", []),
    (None, "not_sure"): (None, "not_sure", []),
    (None, None): (None, None, []),
}


@pytest.mark.parametrize("setting", [Setting.METASTATIC, Setting.LOCALLY_ADVANCED, Setting.NOT_SURE, None])
@pytest.mark.parametrize(("given", "grown"), list(product(EVERY_YES_NO, repeat=2)))
def test_endocrine_treatment_and_growth_on_it_are_made_to_agree(
    given: YesNo | None, grown: YesNo | None, setting: Setting | None
) -> None:
    after = ENDOCRINE[given, grown]
    if after is None:
        with pytest.raises(AnswersError) as caught:
            derive(on_endocrine(given, grown, setting))
        assert caught.value.field == GIVEN
        assert GROWN in str(caught.value)
        assert "\n" not in str(caught.value)
        return
    answers, notices = derive(on_endocrine(given, grown, setting))
    treatments = answers.treatments
    assert (treatments.endocrine_metastatic, treatments.progressed_on_endocrine_metastatic) == after[:2]
    where = {"progressed-set-to-no": GROWN, "endocrine-set-to-yes": GIVEN}
    assert notices == tuple(Notice(name, where[name]) for name in after[2])


@pytest.mark.parametrize("setting", [Setting.EARLY, Setting.IN_SITU])
def test_answers_that_disagree_are_no_error_once_the_setting_has_dropped_them(setting: Setting) -> None:
    answers, notices = derive(on_endocrine(YesNo.NO, YesNo.YES, setting))
    assert answers.treatments == Treatments()
    assert [notice.field for notice in notices] == [GIVEN, GROWN]
    assert {notice.id for notice in notices} == {"metastatic-answer-dropped"}


@pytest.mark.parametrize("setting", [*Setting, None])
def test_cdk46_and_the_recurrence_answers_are_kept_in_every_setting(setting: Setting | None) -> None:
    treatments = Treatments(
        cdk46=YesNo.YES,
        recurrence_within_6_months_of_adjuvant_chemotherapy=YesNo.NO,
        recurrence_within_6_months_of_her2_therapy=YesNo.YES,
        residual_disease_after_neoadjuvant=YesNo.NOT_SURE,
    )
    assert derive(Answers(setting=setting, treatments=treatments))[0].treatments == treatments


@pytest.mark.parametrize("word", EVERY_YES_NO)
def test_a_result_that_is_not_surely_the_newest_says_so_and_stays(word: YesNo | None) -> None:
    asked = Answers(her2=Her2Result(newest=word), other_results=(Her2Result(newest=YesNo.NO),))
    answers, notices = derive(asked)
    told = word in (YesNo.NO, YesNo.NOT_SURE)
    assert answers == asked
    assert notices == ((Notice("result-not-newest", "her2.newest"),) if told else ())


def test_all_notices_together_come_in_one_fixed_order() -> None:
    stained = Her2Result(ihc=IhcScore.LOW, membrane_staining=MembraneStaining.FAINT, newest=YesNo.NO)
    answers = Answers(
        her2=stained,
        other_results=(stained,),
        setting=Setting.EARLY,
        treatments=Treatments(chemotherapy_metastatic=YesNo.YES, her2_targeted_metastatic=YesNo.NOT_SURE),
    )
    assert derive(answers)[1] == (
        Notice("staining-dropped", "her2.membrane_staining"),
        Notice("staining-dropped", "other_results[0].membrane_staining"),
        Notice("metastatic-answer-dropped", "treatments.chemotherapy_metastatic"),
        Notice("metastatic-answer-dropped", "treatments.her2_targeted_metastatic"),
        Notice("result-not-newest", "her2.newest"),
    )


def test_every_notice_id_can_come_up() -> None:
    answers = [
        Answers(her2=Her2Result(membrane_staining=MembraneStaining.NONE, newest=YesNo.NOT_SURE)),
        on_endocrine(YesNo.YES, None, Setting.EARLY),
        on_endocrine(YesNo.NO, None),
        on_endocrine(None, YesNo.YES),
    ]
    assert {notice.id for one in answers for notice in derive(one)[1]} == set(NOTICE_IDS)


def test_a_profile_is_made_from_the_derived_answers() -> None:
    person = profile(
        Answers(
            her2=Her2Result(ihc=IhcScore.ONE_PLUS, membrane_staining=MembraneStaining.FAINT, ish=IshResult.PENDING),
            estrogen_receptor=EstrogenReceptor.LOW_POSITIVE,
            setting=Setting.METASTATIC,
            treatments=Treatments(progressed_on_endocrine_metastatic=YesNo.YES),
        )
    )
    assert person.answers.her2.membrane_staining is None
    assert person.answers.treatments.endocrine_metastatic is YesNo.YES
    assert person.category is Her2Category.LOW
    assert person.provisional
    assert person.hormone_receptor is HormoneReceptor.POSITIVE
    assert [notice.id for notice in person.notices] == ["staining-dropped", "endocrine-set-to-yes"]


def test_other_results_never_change_the_category() -> None:
    mine = Her2Result(ihc=IhcScore.ONE_PLUS)
    other = Her2Result(ihc=IhcScore.THREE_PLUS, ish=IshResult.PENDING)
    person = profile(Answers(her2=mine, other_results=(other,)))
    assert (person.category, person.provisional) == (Her2Category.LOW, False)


def test_a_profile_of_answers_that_disagree_is_refused() -> None:
    with pytest.raises(AnswersError):
        profile(on_endocrine(YesNo.NO, YesNo.YES))
