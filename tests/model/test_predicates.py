"""Every named predicate, against tables written by hand from the contract."""

import csv
import re
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.derive import METASTATIC_FIELDS
from her2guide.model.logic import PREDICATES, State
from her2guide.model.profile import Profile, profile
from her2guide.model.terms import (
    MEDICINE_IDS,
    Concern,
    EstrogenReceptor,
    Her2Category,
    HormoneReceptor,
    IhcScore,
    Insurance,
    ProgesteroneReceptor,
    Reader,
    Setting,
    Surgery,
    Told,
    YesNo,
)

HERE = Path(__file__).parent
NOT_ASKED = "not_asked"


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((HERE / name).read_text(encoding="utf-8").splitlines()))


def standing(category: Her2Category, *, provisional: bool = False) -> Profile:
    return Profile(Answers(), category, provisional, HormoneReceptor.UNKNOWN, ())


def states(row: dict[str, str], person: Profile) -> dict[str, str]:
    return {name: PREDICATES[name](person).value for name in row if name in PREDICATES}


def expected(row: dict[str, str]) -> dict[str, str]:
    return {name: word for name, word in row.items() if name in PREDICATES}


@pytest.mark.parametrize("row", rows("category_predicates.csv"))
def test_the_label_words_for_her2_follow_the_category(row: dict[str, str]) -> None:
    assert len(expected(row)) == 4
    assert states(row, standing(Her2Category(row["category"]))) == expected(row)


@pytest.mark.parametrize("row", rows("category_predicates.csv"))
def test_the_label_words_for_her2_are_unknown_while_provisional(row: dict[str, str]) -> None:
    found = states(row, standing(Her2Category(row["category"]), provisional=True))
    assert set(found.values()) == {State.UNKNOWN}


@pytest.mark.parametrize("row", rows("setting_predicates.csv"))
def test_the_setting_words_follow_the_setting(row: dict[str, str]) -> None:
    setting = None if row["setting"] == NOT_ASKED else Setting(row["setting"])
    assert len(expected(row)) == 4
    assert states(row, profile(Answers(setting=setting))) == expected(row)


@pytest.mark.parametrize("row", rows("surgery_predicates.csv"))
def test_the_surgery_words_follow_the_surgery(row: dict[str, str]) -> None:
    surgery = None if row["surgery"] == NOT_ASKED else Surgery(row["surgery"])
    assert len(expected(row)) == 2
    assert states(row, profile(Answers(surgery=surgery))) == expected(row)


@pytest.mark.parametrize("row", rows("receptor_predicates.csv"))
def test_the_hormone_receptor_words_follow_both_receptors(row: dict[str, str]) -> None:
    answers = Answers(
        estrogen_receptor=None if row["estrogen"] == NOT_ASKED else EstrogenReceptor(row["estrogen"]),
        progesterone_receptor=(None if row["progesterone"] == NOT_ASKED else ProgesteroneReceptor(row["progesterone"])),
    )
    assert profile(answers).hormone_receptor == row["hormone_receptor"]
    assert len(expected(row)) == 4
    assert states(row, profile(answers)) == expected(row)


def test_the_tables_hold_every_word_there_is() -> None:
    assert {row["category"] for row in rows("category_predicates.csv")} == set(Her2Category)
    assert {row["setting"] for row in rows("setting_predicates.csv")} == {*Setting, NOT_ASKED}
    assert {row["surgery"] for row in rows("surgery_predicates.csv")} == {*Surgery, NOT_ASKED}
    receptors = {(row["estrogen"], row["progesterone"]) for row in rows("receptor_predicates.csv")}
    assert receptors == {
        (estrogen, progesterone)
        for estrogen in (*EstrogenReceptor, NOT_ASKED)
        for progesterone in (*ProgesteroneReceptor, NOT_ASKED)
    }


YES_NO = [
    (YesNo.YES, State.MET),
    (YesNo.NO, State.NOT_MET),
    (YesNo.NOT_SURE, State.UNKNOWN),
    (None, State.UNKNOWN),
]


@pytest.mark.parametrize(("word", "state"), YES_NO)
@pytest.mark.parametrize("field", [item.name for item in fields(Treatments)])
def test_a_treatment_is_met_by_yes_and_not_met_by_no(field: str, word: YesNo | None, state: State) -> None:
    person = profile(Answers(treatments=Treatments(**{field: word})))
    assert PREDICATES[field.replace("_", "-")](person) is state


@pytest.mark.parametrize("setting", [Setting.EARLY, Setting.IN_SITU])
@pytest.mark.parametrize("field", METASTATIC_FIELDS)
def test_a_metastatic_treatment_is_unknown_when_the_setting_dropped_it(field: str, setting: Setting) -> None:
    person = profile(Answers(setting=setting, treatments=Treatments(**{field: YesNo.YES})))
    assert PREDICATES[field.replace("_", "-")](person) is State.UNKNOWN


@pytest.mark.parametrize(("word", "state"), YES_NO)
def test_stage_and_immunotherapy_are_met_by_yes_and_not_met_by_no(word: YesNo | None, state: State) -> None:
    assert PREDICATES["stage-2-or-3"](profile(Answers(stage_2_or_3=word))) is state
    assert PREDICATES["pd1-option"](profile(Answers(pd1_option=word))) is state


@pytest.mark.parametrize("word", [*YesNo, None])
@pytest.mark.parametrize("told", [*Told, None])
def test_immunotherapy_is_ruled_out_only_by_no_from_someone_who_named_no_such_medicine(
    word: YesNo | None, told: Told | None
) -> None:
    medicines = (("pembrolizumab", told),) if told else ()
    state = State.MET if word is YesNo.NO and told is None else State.NOT_MET
    assert PREDICATES["said-no-immunotherapy"](profile(Answers(pd1_option=word, medicines=medicines))) is state


@pytest.mark.parametrize(
    ("her2", "receptor", "state"),
    [
        (IhcScore.THREE_PLUS, EstrogenReceptor.NEGATIVE, State.MET),
        (IhcScore.ONE_PLUS, EstrogenReceptor.POSITIVE, State.MET),
        (IhcScore.ONE_PLUS, EstrogenReceptor.NEGATIVE, State.NOT_MET),
        (IhcScore.ONE_PLUS, None, State.NOT_MET),
        (None, None, State.NOT_MET),
    ],
)
@pytest.mark.parametrize("said", [*Told, None])
def test_immunotherapy_has_no_use_where_none_is_approved_just_for_the_type_and_none_was_named(
    her2: IhcScore | None, receptor: EstrogenReceptor | None, state: State, said: Told | None
) -> None:
    receptors = {"estrogen_receptor": receptor, "progesterone_receptor": receptor and ProgesteroneReceptor.NEGATIVE}
    medicines = (("pembrolizumab", said),) if said else ()
    person = profile(Answers(her2=Her2Result(ihc=her2), medicines=medicines, **receptors))  # type: ignore[arg-type]
    assert PREDICATES["no-use-for-immunotherapy"](person) is (State.NOT_MET if said else state)


@pytest.mark.parametrize("word", [*YesNo, None])
def test_no_recurrence_within_six_months_is_met_only_by_no(word: YesNo | None) -> None:
    person = profile(Answers(treatments=Treatments(recurrence_within_6_months_of_her2_therapy=word)))
    state = State.MET if word is YesNo.NO else State.UNKNOWN
    assert PREDICATES["no-recurrence-within-6-months-of-her2-therapy"](person) is state


@pytest.mark.parametrize("category", Her2Category)
def test_a_page_can_ask_for_exactly_one_category(category: Her2Category) -> None:
    person = standing(category, provisional=True)
    met = {name for name in PREDICATES if name.startswith("category-") and PREDICATES[name](person) is State.MET}
    assert met == {f"category-{category.replace('_', '-')}"}
    rest = {PREDICATES[name](person) for name in PREDICATES if name.startswith("category-")} - {State.MET}
    assert rest == {State.NOT_MET}


@pytest.mark.parametrize("setting", [*Setting, None])
def test_in_situ_was_said_or_not_and_is_never_unknown(setting: Setting | None) -> None:
    state = State.MET if setting is Setting.IN_SITU else State.NOT_MET
    assert PREDICATES["said-in-situ"](profile(Answers(setting=setting))) is state


def test_provisional_is_met_or_not_met() -> None:
    assert PREDICATES["provisional"](standing(Her2Category.LOW, provisional=True)) is State.MET
    assert PREDICATES["provisional"](standing(Her2Category.LOW)) is State.NOT_MET


def test_other_results_are_there_or_not() -> None:
    one = Her2Result(date=date(2024, 2, 29))
    assert PREDICATES["has-other-results"](profile(Answers(other_results=(one,)))) is State.MET
    assert PREDICATES["has-other-results"](profile(Answers())) is State.NOT_MET


MEDICINE_WORDS = {
    None: set(),
    Told.TALKED_ABOUT: {"named"},
    Told.TAKING: {"named", "taking"},
    Told.HAD: {"had"},
    Told.STOPPED_FOR_SIDE_EFFECT: {"had"},
}


@pytest.mark.parametrize("word", [*Told, None])
@pytest.mark.parametrize("medicine", MEDICINE_IDS)
def test_a_medicine_is_named_taken_or_had_by_what_was_said(medicine: str, word: Told | None) -> None:
    other = next(name for name in MEDICINE_IDS if name != medicine)
    medicines = (*(((medicine, word),) if word else ()), (other, Told.TAKING))
    person = profile(Answers(medicines=medicines))
    for family in ("named", "taking", "had"):
        state = State.MET if family in MEDICINE_WORDS[word] else State.NOT_MET
        assert PREDICATES[f"{family}-{medicine}"](person) is state


@pytest.mark.parametrize("concern", Concern)
def test_a_concern_is_met_only_when_it_was_named(concern: Concern) -> None:
    person = profile(Answers(concerns=(concern,)))
    met = {name for name in PREDICATES if name.startswith("concern-") and PREDICATES[name](person) is State.MET}
    assert met == {f"concern-{concern}"}


@pytest.mark.parametrize("reader", [*Reader, None])
def test_a_page_can_ask_whether_a_caregiver_reads_alone_or_along(reader: Reader | None) -> None:
    person = profile(Answers(reader=reader))
    found = {name: ask(person) for name, ask in PREDICATES.items() if name.startswith("reader-")}
    assert found == {
        "reader-caregiver": State.MET if reader is Reader.CAREGIVER else State.NOT_MET,
        "reader-together": State.MET if reader is Reader.TOGETHER else State.NOT_MET,
    }


@pytest.mark.parametrize("kind", [*Insurance, None])
def test_a_page_can_ask_for_exactly_the_insurance_that_was_named(kind: Insurance | None) -> None:
    person = profile(Answers(insurance=kind))
    found = {name: ask(person) for name, ask in PREDICATES.items() if name.startswith("insurance-")}
    known = kind not in (None, Insurance.NOT_SURE)
    met = {"insurance-known", f"insurance-{kind.replace('_', '-')}"} if kind and known else set()
    assert {name for name, state in found.items() if state is State.MET} == met
    assert set(found.values()) <= {State.MET, State.NOT_MET}
    assert len(found) == len(Insurance)


@pytest.mark.parametrize(("word", "state"), YES_NO)
def test_medigap_is_met_by_yes_and_not_met_by_no(word: YesNo | None, state: State) -> None:
    assert PREDICATES["medigap"](profile(Answers(medigap=word))) is state


def test_for_a_person_who_said_nothing_only_the_unknown_category_is_met() -> None:
    nobody = profile(Answers())
    assert {name for name, ask in PREDICATES.items() if ask(nobody) is State.MET} == {"category-unknown"}


def test_every_predicate_has_a_kebab_case_name() -> None:
    assert [name for name in PREDICATES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []
    families = len(Her2Category) + 3 * len(MEDICINE_IDS) + len(Concern) + len(Insurance) - 1
    assert len(PREDICATES) == 13 + 8 + 11 + 2 + families
