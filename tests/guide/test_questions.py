"""The questions page and the page for the doctor or nurse: whose words stand there, which, and how many."""

import json
from dataclasses import fields, replace
from datetime import date

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import AskList, Audience, Contacts, Section, Table, lines_of, plain
from her2guide.guide.questions import suggested
from her2guide.library.library import Library
from her2guide.library.records import Whom
from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.logic import State, evaluate
from her2guide.model.profile import profile
from her2guide.model.terms import (
    MEDICINE_IDS,
    Concern,
    Employment,
    EstrogenReceptor,
    Her2Category,
    IhcScore,
    IncomeBand,
    Insurance,
    IshResult,
    MembraneStaining,
    ProgesteroneReceptor,
    Setting,
    Surgery,
    Told,
    TravelMiles,
    YesNo,
)
from her2guide.output.json_document import render_json
from tests.people import everyone, varied

LIBRARY = Library()
TODAY = date(2026, 11, 23)
ENHERTU, DATROWAY = ("trastuzumab-deruxtecan", "datopotamab-deruxtecan")
TEAM_MOST, COUNSELOR_MOST = 8, 4
QUIET = tuple(everyone(LIBRARY))[::40]  # who said nothing of concerns or medicines

BROUGHT: dict[Concern, str] = {
    Concern.LUNGS: "lungs",
    Concern.NAUSEA: "nausea",
    Concern.HAIR: "hair",
    Concern.FATIGUE: "fatigue",
    Concern.HEART: "heart-checks",
    Concern.INFECTION: "infection",
    Concern.EYES: "eyes",
    Concern.MOUTH: "mouth",
    Concern.PREGNANCY: "pregnancy",
    Concern.WORK: "work",
    Concern.COST: "bills",
    Concern.BILLS: "bills",
    Concern.DENIAL: "denial",
    Concern.TRAVEL: "travel",
    Concern.TRIALS: "trials",
    Concern.FAMILY: "family",
    Concern.DISTRESS: "distress",
}
RESULTS: dict[Her2Category, tuple[Her2Result, str]] = {
    Her2Category.POSITIVE: (Her2Result(ihc=IhcScore.THREE_PLUS), "positive-medicines"),
    Her2Category.LOW: (Her2Result(ihc=IhcScore.ONE_PLUS), "which-word"),
    Her2Category.ULTRALOW: (Her2Result(ihc=IhcScore.ZERO, membrane_staining=MembraneStaining.FAINT), "which-word"),
    Her2Category.NULL: (Her2Result(ihc=IhcScore.ZERO, membrane_staining=MembraneStaining.NONE), "zero-faint-staining"),
    Her2Category.ZERO_UNSPECIFIED: (Her2Result(ihc=IhcScore.ZERO), "zero-faint-staining"),
    Her2Category.EQUIVOCAL: (Her2Result(ihc=IhcScore.TWO_PLUS), "gene-test-when"),
    Her2Category.NEGATIVE_UNSPECIFIED: (Her2Result(ihc=IhcScore.NEGATIVE), "negative-score"),
    Her2Category.CONFLICT: (Her2Result(ihc=IhcScore.ZERO, ish=IshResult.AMPLIFIED), "conflict-which-result"),
    Her2Category.UNKNOWN: (Her2Result(), "unknown-find-result"),
}
METASTATIC_LOW = Answers(
    her2=Her2Result(ihc=IhcScore.ONE_PLUS), estrogen_receptor=EstrogenReceptor.POSITIVE, setting=Setting.METASTATIC
)
SITUATIONS: dict[str, Answers] = {
    "in-situ-invasive": Answers(setting=Setting.IN_SITU),
    "where-is-it": Answers(setting=Setting.NOT_SURE),
    "er-low-positive": Answers(estrogen_receptor=EstrogenReceptor.LOW_POSITIVE),
    "before-surgery": Answers(setting=Setting.EARLY, surgery=Surgery.PLANNED),
    "after-surgery": Answers(setting=Setting.EARLY, surgery=Surgery.DONE),
    "cancer-was-left": Answers(
        her2=Her2Result(ihc=IhcScore.THREE_PLUS),
        setting=Setting.EARLY,
        surgery=Surgery.DONE,
        treatments=Treatments(residual_disease_after_neoadjuvant=YesNo.YES),
    ),
    "hormone-therapy": Answers(setting=Setting.EARLY, estrogen_receptor=EstrogenReceptor.POSITIVE),
    "grew-on-hormone-therapy": replace(
        METASTATIC_LOW, treatments=Treatments(progressed_on_endocrine_metastatic=YesNo.YES)
    ),
    "gene-changes-tumor": METASTATIC_LOW,
    "what-comes-after": Answers(her2=Her2Result(ihc=IhcScore.THREE_PLUS), setting=Setting.METASTATIC),
    "which-result": replace(METASTATIC_LOW, other_results=(Her2Result(ihc=IhcScore.ZERO),)),
}
MEDICINES: dict[str, str] = {
    ENHERTU: "enhertu-checks",
    DATROWAY: "datroway-care",
    "trastuzumab": "heart-checks",
    "pertuzumab": "heart-checks",
    "trastuzumab-emtansine": "kadcyla-checks",
    "gedatolisib": "chemotherapy-days",
    "fulvestrant": "hormone-medicine",
    "aromatase-inhibitor": "hormone-medicine",
    "tamoxifen": "hormone-medicine",
    "sacituzumab-govitecan": "chemotherapy-days",
    "pembrolizumab": "immunotherapy-signs",
    "taxane": "chemotherapy-days",
    "capecitabine": "chemotherapy-days",
}
FULL = Answers(
    her2=Her2Result(
        ihc=IhcScore.ZERO,
        membrane_staining=MembraneStaining.FAINT,
        ish=IshResult.NOT_AMPLIFIED,
        ish_ratio="1.23 of 2",
        copy_number="3.45 a cell",
        newest=YesNo.NOT_SURE,
        specimen="liver, core",
        date=date(2026, 10, 5),
    ),
    other_results=(Her2Result(ihc=IhcScore.THREE_PLUS, ish_ratio="4.5", date=date(2020, 1, 2)),),
    estrogen_receptor=EstrogenReceptor.POSITIVE,
    estrogen_percent="about 91",
    progesterone_receptor=ProgesteroneReceptor.NEGATIVE,
    progesterone_percent="below 1",
    setting=Setting.METASTATIC,
    treatments=Treatments(**{field.name: YesNo.YES for field in fields(Treatments)}),
    medicines=((ENHERTU, Told.TALKED_ABOUT), ("tamoxifen", Told.STOPPED_FOR_SIDE_EFFECT)),
    other_medicines="fish oil",
    insurance=Insurance.MARKETPLACE,
    household_size=7,
    income_band=IncomeBand.FROM_151_TO_250,
    employment=Employment.ON_LEAVE,
    travel_miles=TravelMiles.FROM_300,
    matters_most=("my garden", "my sleep"),
    questions=("Why me?", "What now?", "How long?", "And then?"),
    counselor_notes="Asked about a ride.",
)


def asked(answers: Answers, whom: Whom = Whom.TEAM) -> tuple[str, ...]:
    return suggested(whom, profile(answers), LIBRARY)


def page(answers: Answers, name: str = "questions") -> Section:
    return next(each for each in build_guide(answers, LIBRARY, TODAY).document.sections if each.id == name)


def words(section: Section) -> str:
    return "\n".join(plain(each) for block in section.blocks for each in lines_of(block))


def test_every_concern_is_in_the_table() -> None:
    assert set(BROUGHT) == set(Concern)


@pytest.mark.parametrize("concern", Concern)
def test_every_concern_brings_its_question_also_among_many_others(concern: Concern) -> None:
    assert BROUGHT[concern] in asked(Answers(concerns=(concern,)))
    assert BROUGHT[concern] in asked(Answers(concerns=tuple(Concern), setting=Setting.METASTATIC))


def test_of_the_lungs_eyes_and_mouth_a_medicines_own_question_asks_already() -> None:
    assert "lungs" not in asked(Answers(concerns=(Concern.LUNGS,), medicines=((ENHERTU, Told.TAKING),)))
    mouth = asked(Answers(concerns=(Concern.MOUTH, Concern.EYES), medicines=((DATROWAY, Told.TAKING),)))
    assert "datroway-care" in mouth
    assert not {"mouth", "eyes"} & set(mouth)


@pytest.mark.parametrize("category", Her2Category)
def test_every_result_brings_a_question_about_it(category: Her2Category) -> None:
    result, brought = RESULTS[category]
    answers = Answers(her2=result, setting=Setting.METASTATIC)
    assert profile(answers).category is category
    assert brought in asked(answers)


@pytest.mark.parametrize("brought", SITUATIONS)
def test_every_situation_brings_its_question(brought: str) -> None:
    assert brought in asked(SITUATIONS[brought])


@pytest.mark.parametrize("medicine", MEDICINE_IDS)
def test_every_medicine_that_is_taken_or_talked_about_brings_a_question(medicine: str) -> None:
    for said in (Told.TAKING, Told.TALKED_ABOUT):
        assert MEDICINES.get(medicine, "tablets") in asked(Answers(medicines=((medicine, said),)))


@pytest.mark.parametrize("medicine", ["trastuzumab", "pertuzumab", "trastuzumab-emtansine"])
def test_a_medicine_whose_label_warns_of_an_unborn_baby_brings_the_question_on_pregnancy(medicine: str) -> None:
    for said in (Told.TAKING, Told.TALKED_ABOUT):
        assert "pregnancy" in asked(Answers(medicines=((medicine, said),)))


@pytest.mark.parametrize("insurance", [*Insurance, None])
def test_every_kind_of_insurance_brings_questions_for_the_counselor(insurance: Insurance | None) -> None:
    assert 3 <= len(asked(Answers(insurance=insurance), Whom.COUNSELOR)) <= COUNSELOR_MOST + 2


def test_whom_to_call_is_a_question_for_everyone() -> None:
    for person in QUIET:
        assert "who-to-call" in suggested(Whom.TEAM, person, LIBRARY)


def test_a_list_is_longer_than_its_length_only_by_what_is_never_left_out() -> None:
    lengths = {Whom.TEAM: TEAM_MOST, Whom.COUNSELOR: COUNSELOR_MOST}
    for person in varied(200):
        for whom, most in lengths.items():
            found = suggested(whom, person, LIBRARY)
            if len(found) > most:
                assert {LIBRARY.asks[entry].rank for entry in found} == {1}
    quiet = [suggested(Whom.TEAM, person, LIBRARY) for person in QUIET]
    assert max(map(len, quiet)) <= TEAM_MOST
    assert min(map(len, quiet)) >= 4


def test_questions_of_rank_three_go_before_those_of_rank_two() -> None:
    for person in varied(200):
        found = suggested(Whom.TEAM, person, LIBRARY)
        met = [entry for entry, ask in LIBRARY.asks.items() if evaluate(ask.when, person) is State.MET]
        team = [entry for entry in met if LIBRARY.asks[entry].whom is Whom.TEAM]
        left_out = {LIBRARY.asks[entry].rank for entry in team if entry not in found}
        kept = {LIBRARY.asks[entry].rank for entry in found}
        assert 1 not in left_out
        assert not (2 in left_out and 3 in kept)


def test_the_first_three_own_questions_are_numbered_and_the_others_follow() -> None:
    lists = [block for block in page(FULL).blocks if isinstance(block, AskList)]
    assert lists[0].ranked
    assert [plain(item) for item in lists[0].items] == ["Why me?", "What now?", "How long?"]
    assert [plain(item) for item in lists[1].items] == ["And then?"]
    assert not any(block.ranked for block in lists[1:])


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_what_is_missing_of_three_questions_is_a_line_to_write_on(count: int) -> None:
    answers = Answers(questions=("Why?", "What?", "When?")[:count])
    blanks = [row for block in page(answers).blocks if isinstance(block, Contacts) for row in block.rows]
    assert [plain(label) for label, _ in blanks].count("My question") == 3 - count
    assert all(not number for _, number in blanks)


def test_the_page_is_for_the_nurse_and_leaves_room_for_what_the_team_said() -> None:
    text = words(page(Answers()))
    assert text.startswith("Please hand this page to your nurse. To my nurse: “Please look at my list.")
    assert "What my team said\nWhat we decided\n" in text


def test_the_page_for_the_doctor_has_every_medical_answer_as_it_was_typed() -> None:
    section = page(FULL, "for-your-clinician")
    text = words(section)
    for typed_in in (
        "1.23 of 2", "3.45 a cell", "liver, core", "October 5, 2026", "4.5", "January 2, 2020", "about 91", "below 1",
        "fish oil", "my garden", "my sleep", "Why me?", "What now?", "How long?", "Asked about a ride.",
        "As told by the person; not checked against the report.",
    ):  # fmt: skip
        assert typed_in in text
    for value in ("faint, in a few cells", "not amplified (negative: no extra copies)", "low positive", "talked about"):
        assert (value in text) is (value != "low positive")
    for field in fields(Treatments):
        assert LIBRARY.word(f"told.label.{field.name}") in text
    assert "stopped for a side effect" in text
    assert "And then?" not in text
    assert section.audience is Audience.CLINICIAN


def test_the_page_for_the_doctor_sets_every_result_beside_the_others() -> None:
    head, *_ = [block for block in page(FULL, "for-your-clinician").blocks if isinstance(block, Table)]
    assert [plain(cell) for cell in head.rows[0]] == ["HER2 results, side by side", "Result 1", "Result 2"]
    dates = next(row for row in head.rows if plain(row[0]) == "Date of the result")
    assert [plain(cell) for cell in dates[1:]] == ["October 5, 2026", "January 2, 2020"]
    alone = page(replace(FULL, other_results=()), "for-your-clinician")
    assert "side by side" not in words(alone)
    assert "October 5, 2026" in words(alone)


def test_the_page_for_the_doctor_says_nothing_of_insurance_income_home_or_work() -> None:
    bare = replace(
        FULL, insurance=None, household_size=None, income_band=None, employment=None, travel_miles=None, medigap=None
    )
    assert page(FULL, "for-your-clinician") == page(bare, "for-your-clinician")


def test_only_the_page_for_the_doctor_is_marked_as_theirs_in_json() -> None:
    sections = json.loads(render_json(build_guide(FULL, LIBRARY, TODAY).document))["sections"]
    assert [each["id"] for each in sections if each["audience"] == "clinician"] == ["for-your-clinician"]
