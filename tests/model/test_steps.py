"""How each step stands, written by hand for each situation; who has steps at all; which answers can mark one."""

from typing import NamedTuple

import pytest

from her2guide.library.library import Library
from her2guide.library.order import NEXT
from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.logic import State, evaluate
from her2guide.model.profile import Profile, profile
from her2guide.model.steps import PathRule, StepState, behind, open_steps, step_states
from her2guide.model.terms import (
    MEDICINE_IDS,
    EstrogenReceptor,
    IhcScore,
    ProgesteroneReceptor,
    Setting,
    Surgery,
    Told,
    YesNo,
)
from tests.people import everyone, varied

LIBRARY = Library()
PATHS = {path.id: path for path in LIBRARY.step_paths}
YES, NO, NOT_SURE = YesNo
TAKING, HAD = Told.TAKING, Told.HAD
ENHERTU, DATROWAY, TRODELVY = "trastuzumab-deruxtecan", "datopotamab-deruxtecan", "sacituzumab-govitecan"


class Case(NamedTuple):
    """What someone said, and the state of each of their steps as one letter: had, at it (here), later, unknown."""

    states: str
    treatments: Treatments = Treatments()
    medicines: dict[str, Told] = {}  # noqa: RUF012 - read only
    surgery: Surgery | None = None


LETTERS = {"H": StepState.HAD, "@": StepState.HERE, "L": StepState.LATER, "?": StepState.UNKNOWN}
SITUATIONS = {
    "steps-early-positive": Answers(her2=Her2Result(ihc=IhcScore.THREE_PLUS), setting=Setting.EARLY),
    "steps-advanced-positive": Answers(her2=Her2Result(ihc=IhcScore.THREE_PLUS), setting=Setting.METASTATIC),
    "steps-hormone-receptor-positive": Answers(
        her2=Her2Result(ihc=IhcScore.ONE_PLUS),
        estrogen_receptor=EstrogenReceptor.POSITIVE,
        setting=Setting.METASTATIC,
    ),
    "steps-triple-negative": Answers(
        her2=Her2Result(ihc=IhcScore.ONE_PLUS),
        estrogen_receptor=EstrogenReceptor.NEGATIVE,
        progesterone_receptor=ProgesteroneReceptor.NEGATIVE,
        setting=Setting.METASTATIC,
    ),
}


def hormone(
    given: YesNo | None = None, grew: YesNo | None = None, cdk46: YesNo | None = None, chemotherapy: YesNo | None = None
) -> Treatments:
    return Treatments(
        endocrine_metastatic=given,
        progressed_on_endocrine_metastatic=grew,
        cdk46=cdk46,
        chemotherapy_metastatic=chemotherapy,
    )


def her2(given: YesNo | None, chemotherapy: YesNo | None = None) -> Treatments:
    return Treatments(her2_targeted_metastatic=given, chemotherapy_metastatic=chemotherapy)


def left(word: YesNo) -> Treatments:
    return Treatments(residual_disease_after_neoadjuvant=word)


def chemotherapy(word: YesNo) -> Treatments:
    return Treatments(chemotherapy_metastatic=word)


# Medicine before surgery, surgery, medicine after surgery. Two letters: the first is not among this person's steps.
EARLY = {
    "nothing said": Case("??L"),
    "surgery planned": Case("LLL", surgery=Surgery.PLANNED),
    "surgery planned, taking trastuzumab": Case("@LL", medicines={"trastuzumab": TAKING}, surgery=Surgery.PLANNED),
    "surgery planned, medicine before it had": Case("HLL", medicines={"pertuzumab": HAD}, surgery=Surgery.PLANNED),
    "surgery not decided": Case("LLL", surgery=Surgery.NOT_DECIDED),
    "surgery not planned": Case("LLL", surgery=Surgery.NOT_PLANNED),
    "surgery not sure": Case("??L", surgery=Surgery.NOT_SURE),
    "surgery done": Case("?H@", surgery=Surgery.DONE),
    "surgery done, some left": Case("HH@", left(YES), surgery=Surgery.DONE),
    "surgery done, none left or no medicine before it": Case("H@", left(NO), surgery=Surgery.DONE),
    "surgery done, not sure what was left": Case("?H@", left(NOT_SURE), surgery=Surgery.DONE),
    "surgery done, T-DM1 had": Case("HHH", left(YES), {"trastuzumab-emtansine": HAD}, Surgery.DONE),
}
# First treatment, if the cancer grows, if it grows again.
ADVANCED = {
    "nothing said": Case("?LL"),
    "not sure of HER2 medicines": Case("?LL", her2(NOT_SURE)),
    "nothing had": Case("@LL", her2(NO, NO)),
    "chemotherapy alone": Case("LLL", her2(NO, YES)),
    "HER2 medicines had": Case("HLL", her2(YES)),
    "taking pertuzumab": Case("@LL", her2(YES), {"pertuzumab": TAKING}),
    "taking Enhertu with pertuzumab": Case("@LL", her2(YES), {ENHERTU: TAKING, "pertuzumab": TAKING}),
    "taking Enhertu as the first": Case("@LL", her2(NO), {ENHERTU: TAKING}),
    "taking Enhertu after others": Case("H@L", her2(YES), {ENHERTU: TAKING, "pertuzumab": HAD}),
    "taking Enhertu, not sure after what": Case("?LL", her2(NOT_SURE), {ENHERTU: TAKING}),
    "Enhertu had": Case("HHL", her2(YES), {ENHERTU: HAD}),
    "Enhertu had, not sure of HER2 medicines": Case("??L", her2(NOT_SURE), {ENHERTU: HAD}),
    "Enhertu and pertuzumab had, perhaps together": Case("HLL", her2(YES), {ENHERTU: HAD, "pertuzumab": HAD}),
    "taking T-DM1": Case("H@L", her2(YES), {"trastuzumab-emtansine": TAKING}),
    "taking tucatinib": Case("HL@", her2(YES), {"tucatinib": TAKING}),
    "tucatinib had": Case("HLH", her2(YES), {"tucatinib": HAD}),
}
# Hormone therapy, CDK4/6 medicine, if the cancer grows, if it grows again.
HORMONE = {
    "nothing said": Case("???L"),
    "not sure of hormone therapy": Case("??LL", hormone(NOT_SURE, chemotherapy=NO)),
    "nothing had": Case("@LLL", hormone(NO, NO, None, NO)),
    "hormone therapy, no growth": Case("@?LL", hormone(YES, NO, None, NO)),
    "hormone therapy with CDK4/6, no growth": Case("H@LL", hormone(YES, NO, YES, NO)),
    "hormone therapy without CDK4/6, no growth": Case("@LLL", hormone(YES, NO, NO, NO)),
    "hormone therapy with CDK4/6, not sure of growth": Case("HHLL", hormone(YES, NOT_SURE, YES, NO)),
    "growth, no chemotherapy": Case("HH@L", hormone(YES, YES, YES, NO)),
    "growth, not sure of CDK4/6": Case("H?@L", hormone(YES, YES, NOT_SURE, NO)),
    "growth, chemotherapy not said": Case("HH?L", hormone(YES, YES, YES)),
    "growth and chemotherapy": Case("HLHL", hormone(YES, YES, NO, YES)),
    "taking letrozole and palbociclib": Case("H@?L", medicines={"aromatase-inhibitor": TAKING, "palbociclib": TAKING}),
    "ribociclib had": Case("?H?L", medicines={"ribociclib": HAD}),
    "tamoxifen had, perhaps years ago": Case("???L", medicines={"tamoxifen": HAD}),
    "taking fulvestrant with capivasertib": Case(
        "HH@L", hormone(YES, YES, YES, NO), {"fulvestrant": TAKING, "capivasertib": TAKING}
    ),
    "taking Enhertu": Case("HH@L", hormone(YES, YES, YES, YES), {ENHERTU: TAKING}),
    "taking capecitabine": Case("HH@L", hormone(YES, YES, YES, YES), {"capecitabine": TAKING}),
    "Enhertu had": Case("HHHL", hormone(YES, YES, YES, YES), {ENHERTU: HAD}),
    "taking Datroway": Case("HHH@", hormone(YES, YES, YES, YES), {DATROWAY: TAKING}),
    "Trodelvy had": Case("HHHH", hormone(YES, YES, YES, YES), {TRODELVY: HAD}),
}
# First treatment, if the cancer grows, if it grows again.
TRIPLE = {
    "nothing said": Case("?LL"),
    "no chemotherapy": Case("@LL", chemotherapy(NO)),
    "not sure of chemotherapy": Case("?LL", chemotherapy(NOT_SURE)),
    "chemotherapy": Case("HLL", chemotherapy(YES)),
    "taking pembrolizumab": Case("@LL", medicines={"pembrolizumab": TAKING}),
    "taking Datroway as the first": Case("@LL", chemotherapy(NO), {DATROWAY: TAKING}),
    "Datroway had, no chemotherapy": Case("HLL", chemotherapy(NO), {DATROWAY: HAD}),
    "taking Trodelvy after chemotherapy": Case("H@L", chemotherapy(YES), {TRODELVY: TAKING}),
    "taking Enhertu": Case("H@L", chemotherapy(YES), {ENHERTU: TAKING}),
    "Enhertu had": Case("HHL", chemotherapy(YES), {ENHERTU: HAD}),
    "taking olaparib": Case("H@L", chemotherapy(YES), {"olaparib": TAKING}),
    "olaparib had, perhaps after surgery": Case("HLL", chemotherapy(YES), {"olaparib": HAD}),
}
TABLE = {
    "steps-early-positive": EARLY,
    "steps-advanced-positive": ADVANCED,
    "steps-hormone-receptor-positive": HORMONE,
    "steps-triple-negative": TRIPLE,
}


def person_of(page: str, case: Case) -> Profile:
    base = SITUATIONS[page]
    told = tuple((name, case.medicines[name]) for name in MEDICINE_IDS if name in case.medicines)
    return profile(
        Answers(
            her2=base.her2,
            estrogen_receptor=base.estrogen_receptor,
            progesterone_receptor=base.progesterone_receptor,
            setting=base.setting,
            surgery=case.surgery,
            treatments=case.treatments,
            medicines=told,
        )
    )


@pytest.mark.parametrize(("page", "said"), [(page, said) for page, cases in TABLE.items() for said in cases])
def test_each_step_stands_as_written_by_hand(page: str, said: str) -> None:
    case = TABLE[page][said]
    person = person_of(page, case)
    assert own_pages(person) == [page]
    assert [state for _, state in step_states(PATHS[page], person)] == [LETTERS[letter] for letter in case.states]


def test_every_path_is_in_the_table_with_every_state_its_steps_can_have() -> None:
    assert set(TABLE) == set(PATHS)
    for cases in TABLE.values():
        assert set("".join(case.states for case in cases.values())) == set(LETTERS)


def own_pages(person: Profile) -> list[str]:
    heads = {page: LIBRARY.section_file(page).head.when.condition() for page in NEXT}
    return [page for page, who in heads.items() if evaluate(who, person) is State.MET]


def test_each_person_has_at_most_one_page_on_steps_and_nobody_with_in_situ_disease_has_one() -> None:
    seen = set()
    for person in (*everyone(LIBRARY), *varied(500)):
        pages = own_pages(person)
        assert len(pages) <= 1
        assert not (pages and person.answers.setting is Setting.IN_SITU)
        seen.update(pages)
    assert seen == set(NEXT)


def test_a_result_or_a_setting_that_is_not_known_has_no_page_on_steps() -> None:
    for person in (*everyone(LIBRARY), *varied(500)):
        unknown = person.provisional or person.category in ("unknown", "equivocal", "conflict")
        if unknown or person.answers.setting in (None, Setting.NOT_SURE):
            assert own_pages(person) == []


def test_nobody_is_at_two_steps_at_once() -> None:
    at_one = 0
    for person in (*everyone(LIBRARY), *varied(500)):
        for page in own_pages(person):
            states = [state for _, state in step_states(PATHS[page], person)] if page in PATHS else []
            assert states.count(StepState.HERE) <= 1
            at_one += StepState.HERE in states
    assert at_one > 50


def test_a_step_is_open_where_an_answer_can_still_mark_it() -> None:
    page = "steps-hormone-receptor-positive"
    paths: tuple[PathRule, ...] = LIBRARY.step_paths
    unsaid = person_of(page, HORMONE["nothing said"])
    assert [step.id for step in open_steps(paths, unsaid)] == ["hormone-therapy", "cdk46", "grows"]
    said = person_of(page, HORMONE["growth and chemotherapy"])
    assert open_steps(paths, said) == ()
    assert behind(PATHS[page].steps[0], said) is StepState.HAD
    assert open_steps(paths, profile(Answers())) == ()
