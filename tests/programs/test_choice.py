"""Which programs a guide names: by what people need, never by what they earn."""

import itertools

import pytest

from her2guide.library.library import Library
from her2guide.model.program_choice import (
    MOST_CHECK,
    MOST_FIT,
    MOST_NOT_FOR_COVER,
    MOST_WHEN_SHORT,
    ProgramChoice,
    choose_programs,
    needs_of,
)
from her2guide.model.programs import Match, Need, ProgramKind, Reason
from her2guide.model.terms import MEDICINE_IDS, Concern, Employment, IncomeBand, Insurance, Setting, TravelMiles
from tests.programs.people import PEOPLE, answers_of

LIBRARY = Library()
RULES = {rule.id: rule for rule in LIBRARY.program_rules}
ENHERTU = "trastuzumab-deruxtecan"
TAKING = {"medicines": {ENHERTU: "taking"}}


def chosen(**said: object) -> ProgramChoice:
    return choose_programs(RULES.values(), answers_of(said))


def ids(choice: ProgramChoice) -> list[str]:
    return [view.id for view in (*choice.fit, *choice.check, *choice.not_for_cover)]


def everyone() -> list[ProgramChoice]:
    """Return a choice for each cover with each concern, far and near."""
    found = []
    for insurance, concern, miles in itertools.product((*Insurance, None), (*Concern, None), (*TravelMiles, None)):
        said = {"insurance": insurance, "concerns": [concern] if concern else [], "travel_miles": miles}
        found.append(chosen(**said, setting="metastatic", **TAKING))
    return found


EVERYONE = everyone()


def test_each_group_is_short_and_holds_only_its_own_match_and_nothing_twice() -> None:
    assert {choice.is_short for choice in EVERYONE} == {True, False}
    for choice in EVERYONE:
        assert len(choice.fit) == (MOST_WHEN_SHORT if choice.is_short else MOST_FIT)
        assert bool(choice.check) is not choice.is_short
        assert len(choice.check) <= MOST_CHECK
        assert len(choice.not_for_cover) <= MOST_NOT_FOR_COVER
        assert {view.match for view in choice.fit} == {Match.FITS}
        assert {view.match for view in choice.check} == ({Match.CHECK} if choice.check else set())
        assert {view.match for view in choice.not_for_cover} <= {Match.EXCLUDED}
        assert len(set(ids(choice))) == len(ids(choice))


@pytest.mark.parametrize("person", PEOPLE)
def test_income_and_household_change_nothing(person: str) -> None:
    said = {name: value for name, value in PEOPLE[person].items() if name != "income_band"}
    without = chosen(**said, concerns=["cost", "bills"])
    for band, household in itertools.product(IncomeBand, (1, 7)):
        assert chosen(**said, concerns=["cost", "bills"], income_band=band, household_size=household) == without


@pytest.mark.parametrize("insurance", [None, Insurance.NOT_SURE])
def test_who_said_nothing_of_insurance_or_money_is_given_a_few_to_call_and_no_more(insurance: Insurance | None) -> None:
    short = chosen(insurance=insurance, concerns=["fatigue"], **TAKING)
    assert short.is_short
    assert len(short.fit) == MOST_WHEN_SHORT
    assert (short.check, short.not_for_cover) == ((), ())
    for concern in ("cost", "bills", "denial"):
        assert not chosen(insurance=insurance, concerns=[concern]).is_short


def test_a_limit_that_is_not_the_same_everywhere_never_takes_a_program_away() -> None:
    for band in IncomeBand:
        assert "hospital_charity" in ids(chosen(insurance="employer", concerns=["bills"], income_band=band))
        assert "msp" in ids(chosen(insurance="medicare", concerns=["cost"], income_band=band))


@pytest.mark.parametrize("medicine", MEDICINE_IDS)
def test_a_makers_program_is_named_only_beside_its_medicine(medicine: str) -> None:
    for insurance in (*Insurance, None):
        for view in ids(chosen(insurance=insurance, concerns=["cost"], medicines={medicine: "taking"})):
            assert not RULES[view].brand or medicine in RULES[view].medicines
        assert not [view for view in ids(chosen(insurance=insurance, medicines={medicine: "had"})) if RULES[view].brand]


def test_the_card_stands_first_for_a_plan_from_a_job_and_under_not_for_your_cover_for_medicare() -> None:
    job = chosen(insurance="employer", concerns=["cost"], **TAKING)
    assert job.fit[0].id == "enhertu_savings"
    assert job.not_for_cover == ()
    medicare = chosen(insurance="medicare", concerns=["cost"], **TAKING)
    assert [view.id for view in medicare.not_for_cover] == ["enhertu_savings"]
    assert Reason.CARD_AND_PUBLIC_COVER in medicare.not_for_cover[0].reasons
    assert {"ship", "enhertu4u"} <= {view.id for view in medicare.fit}
    assert {"msp", "totalassist"} <= {view.id for view in medicare.check}


def test_without_insurance_the_ways_to_get_it_come_and_no_card() -> None:
    choice = chosen(insurance="none", concerns=["cost"], **TAKING)
    assert {"marketplace_sep", "paf_case"} <= {view.id for view in choice.fit}
    assert {"medicaid", "ds_pap"} <= {view.id for view in choice.check}
    assert [view.id for view in choice.not_for_cover] == ["enhertu_savings"]


def test_the_line_of_the_va_is_not_named_to_people_with_tricare() -> None:
    assert "va_tricare" in ids(chosen(insurance="va"))
    assert "va_tricare" not in ids(chosen(insurance="tricare", concerns=["cost", "bills"]))


def test_a_place_to_stay_and_flights_need_a_long_way() -> None:
    far = {"hope_lodge", "joes_house", "mercy_medical", "angel_flight", "corporate_angel", "patient_travel_center"}
    assert not far & set(ids(chosen(travel_miles="0-39", concerns=["travel"])))
    assert "road_to_recovery" in ids(chosen(travel_miles="0-39", concerns=["travel"]))
    assert "hope_lodge" in ids(chosen(travel_miles="40-299"))
    assert "corporate_angel" not in ids(chosen(travel_miles="40-299", concerns=["travel"]))
    assert "patient_travel_center" in ids(chosen(travel_miles="300+"))
    assert "hope_lodge" in ids(chosen(travel_miles="not_sure", concerns=["travel"]))


OF_PROGRAMS = [
    concern for concern in Concern if needs_of(answers_of({"concerns": [concern]})) != needs_of(answers_of({}))
]


@pytest.mark.parametrize("concern", OF_PROGRAMS)
def test_a_concern_brings_a_program_for_it(concern: Concern) -> None:
    answers = answers_of({"concerns": [concern], "insurance": "employer", **TAKING})
    wanted = set(needs_of(answers)) - set(needs_of(answers_of({})))
    choice = choose_programs(RULES.values(), answers)
    named = [*choice.fit[:3], *choice.check[:3]]
    assert not wanted or any(wanted & set(RULES[view.id].needs) for view in named)


def test_whoever_is_distressed_is_given_someone_to_talk_to_first_and_the_crisis_line() -> None:
    choice = chosen(concerns=["distress", "cost", "bills", "work", "travel", "denial"], insurance="none", **TAKING)
    assert [view.id for view in choice.fit[:2]] == ["cancercare_hopeline", "crisis_988"]


@pytest.mark.parametrize("work", [Employment.ON_LEAVE, Employment.STOPPED_FOR_TREATMENT, Employment.WORKING])
def test_who_works_or_had_to_stop_is_given_help_with_the_law(work: Employment) -> None:
    assert "clrc" in ids(chosen(employment=work, insurance="employer"))
    assert ("pink_fund" in ids(chosen(employment=work, insurance="employer"))) is (
        work is Employment.STOPPED_FOR_TREATMENT
    )
    assert Need.WORK not in needs_of(answers_of({"employment": "not_working"}))


def test_of_programs_known_from_memory_only_one_of_a_maker_is_named() -> None:
    for choice in [*EVERYONE, chosen(medicines={"datopotamab-deruxtecan": "taking"}, concerns=["cost", "denial"])]:
        unsure = [view for view in ids(choice) if RULES[view].from_memory and view not in _excluded(choice)]
        assert len(unsure) <= 1
        assert all(RULES[view].brand for view in unsure)


def _excluded(choice: ProgramChoice) -> set[str]:
    return {view.id for view in choice.not_for_cover}


def test_of_charities_with_a_fund_two_are_enough() -> None:
    for choice in EVERYONE:
        assert sum(RULES[view.id].kind is ProgramKind.COPAY_FUND for view in choice.check) <= 2
    assert {"totalassist", "healthwell"} <= set(ids(chosen(insurance="medicare", concerns=["cost"], **TAKING)))


def test_the_setting_decides_what_is_only_for_cancer_that_has_spread() -> None:
    for setting in Setting:
        spread = setting is Setting.METASTATIC
        assert (Need.METASTATIC in needs_of(answers_of({"setting": setting}))) is spread
        assert ("lbbc_helpline" in ids(chosen(setting=setting))) is spread
        assert spread or "metavivor" not in ids(chosen(setting=setting, concerns=["distress"]))


def test_of_one_need_a_makers_own_program_comes_first_and_then_whoever_can_be_called() -> None:
    assert [view.id for view in chosen(concerns=["cost"]).fit][:1] == ["needymeds"]
    assert [view.id for view in chosen(concerns=["cost"], **TAKING).fit][:1] == ["enhertu4u"]
    assert "fundfinder" not in ids(chosen(concerns=["cost"]))


def test_every_need_is_served_by_a_program_and_can_be_met() -> None:
    served = {need for rule in RULES.values() for need in rule.needs}
    assert served == set(Need)
    answers = {
        "concerns": [str(concern) for concern in Concern],
        "insurance": "none",
        "employment": "stopped_for_treatment",
        "reader": "caregiver",
        "setting": "metastatic",
    }
    found = {*needs_of(answers_of(answers)), *needs_of(answers_of({"insurance": "medicare"}))}
    found |= set(needs_of(answers_of({"insurance": "va"})))
    assert found == set(Need)
