"""Who gets the page on how a medicine works: whoever has a section on a use of it, and whoever named it."""

from dataclasses import replace

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.plan import plan
from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.profile import profile
from her2guide.model.terms import EstrogenReceptor, IhcScore, ProgesteroneReceptor, Setting, Surgery, Told, YesNo
from her2guide.model.topics import view_topics
from tests.content.test_every_guide import CALL_911, FOUR_SIGNS, LIBRARY, TODAY, VARIED, everybody, words

pytestmark = pytest.mark.xdist_group("content")  # reads the same guides


ENHERTU, DATROWAY = "trastuzumab-deruxtecan", "datopotamab-deruxtecan"
PAGES = {"enhertu": ENHERTU, "datroway": DATROWAY}
LOW = Answers(
    her2=Her2Result(ihc=IhcScore.ONE_PLUS),
    estrogen_receptor=EstrogenReceptor.POSITIVE,
    setting=Setting.METASTATIC,
    treatments=Treatments(chemotherapy_metastatic=YesNo.NO),
)
GREW = Treatments(endocrine_metastatic=YesNo.YES, progressed_on_endocrine_metastatic=YesNo.YES)
NEGATIVE, PR_NEGATIVE = EstrogenReceptor.NEGATIVE, ProgesteroneReceptor.NEGATIVE


def sections(answers: Answers) -> tuple[str, ...]:
    person = profile(answers)
    return plan(person, view_topics(LIBRARY.rules, person), LIBRARY).sections


@pytest.mark.parametrize("page", PAGES)
def test_a_medicine_has_its_page_where_a_use_of_it_has_a_section_and_nowhere_else_unasked(page: str) -> None:
    uses = {use for use, topic in LIBRARY.topics.items() if topic.treatment == PAGES[page]}
    for person in everybody():
        shown = plan(person, view_topics(LIBRARY.rules, person), LIBRARY).sections
        assert (page in shown) is bool(uses & set(shown))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("word", Told)
@pytest.mark.parametrize("setting", [*Setting, None])
def test_whoever_named_a_medicine_gets_its_page_whatever_else_is_known(
    page: str, word: Told, setting: Setting | None
) -> None:
    assert page in sections(Answers(medicines=((PAGES[page], word),), setting=setting))
    assert page not in sections(Answers(setting=setting))


def test_a_medicine_named_brings_no_page_on_another() -> None:
    assert "datroway" not in sections(replace(LOW, medicines=((ENHERTU, Told.TALKED_ABOUT),)))


def test_in_situ_disease_without_a_medicine_named_gets_no_page_on_how_one_works() -> None:
    for person in VARIED:
        if person.answers.setting is Setting.IN_SITU:
            named = {medicine for medicine, _ in person.answers.medicines}
            shown = set(sections(person.answers))
            assert {PAGES[page] for page in PAGES.keys() & shown} == named & {*PAGES.values()}


@pytest.mark.parametrize("page", PAGES)
def test_the_page_carries_the_signs_and_the_risks_to_the_lungs_and_an_unborn_baby(page: str) -> None:
    document = build_guide(replace(LOW, medicines=((PAGES[page], Told.TAKING),)), LIBRARY, TODAY).document
    told = words(document, page)
    for part in (CALL_911, *FOUR_SIGNS, "unborn baby", "Lungs."):
        assert part in told
    assert "no boxed warning" not in told


@pytest.mark.parametrize("word", [Told.TAKING, Told.HAD, Told.TALKED_ABOUT])
def test_the_page_says_back_only_what_was_told_of_the_medicine(word: Told) -> None:
    guide = build_guide(replace(LOW, medicines=((ENHERTU, word),)), LIBRARY, TODAY)
    told = words(guide.document, "enhertu")
    assert ("treatment with Enhertu now" in told) is (word is Told.TAKING)
    assert ("treatment with Enhertu in the past" in told) is (word is Told.HAD)


@pytest.mark.parametrize("page", PAGES)
def test_after_a_medicine_its_page_plans_no_treatment_day(page: str) -> None:
    for word in (Told.TAKING, Told.HAD, Told.STOPPED_FOR_SIDE_EFFECT):
        document = build_guide(replace(LOW, medicines=((PAGES[page], word),)), LIBRARY, TODAY).document
        told = words(document, page)
        assert ("If you miss a visit" in told) is (word is Told.TAKING)
        assert ("After it has stopped:" in told) is (word is not Told.TAKING)
        assert "Names that sound alike" in told


@pytest.mark.parametrize(
    ("person", "page"),
    [
        (replace(LOW, treatments=GREW), "steps-hormone-receptor-positive"),
        (replace(LOW, estrogen_receptor=NEGATIVE, progesterone_receptor=PR_NEGATIVE), "steps-triple-negative"),
    ],
)
def test_whoever_takes_or_had_enhertu_is_not_asked_whether_it_fits(person: Answers, page: str) -> None:
    for word, said in (
        (Told.TAKING, "with it now"),
        (Told.HAD, "with it in the past"),
        (Told.TALKED_ABOUT, "fits you"),
    ):
        told = words(build_guide(replace(person, medicines=((ENHERTU, word),)), LIBRARY, TODAY).document, page)
        for sentence in ("with it now", "with it in the past", "fits you"):
            assert (sentence in told) is (sentence == said)


@pytest.mark.parametrize(
    ("medicine", "word", "said"),
    [
        (ENHERTU, Told.TAKING, "treatment with Enhertu now"),
        ("trastuzumab-emtansine", Told.TAKING, "treatment with T-DM1 now"),
        ("trastuzumab-emtansine", Told.HAD, "treatment with T-DM1 in the past"),
        ("trastuzumab-emtansine", Told.TALKED_ABOUT, "may talk about Enhertu or T-DM1"),
    ],
)
def test_after_surgery_the_steps_name_the_medicine_as_it_was_told(medicine: str, word: Told, said: str) -> None:
    person = Answers(her2=Her2Result(ihc=IhcScore.THREE_PLUS), setting=Setting.EARLY, surgery=Surgery.DONE)
    document = build_guide(replace(person, medicines=((medicine, word),)), LIBRARY, TODAY).document
    assert said in words(document, "steps-early-positive")


def test_names_of_her2_medicines_come_with_what_their_labels_warn_of() -> None:
    person = Answers(her2=Her2Result(ihc=IhcScore.THREE_PLUS), setting=Setting.EARLY)
    told = words(build_guide(person, LIBRARY, TODAY).document, "medicines-her2-positive")
    for harm in ("The heart:", "An unborn baby:", "The lungs:", "The liver:"):
        assert harm in told


def test_immunotherapy_has_its_page_where_the_cancer_may_be_triple_negative_or_such_a_medicine_was_named() -> None:
    positive = replace(LOW, her2=Her2Result(ihc=IhcScore.THREE_PLUS))
    open_result = replace(LOW, estrogen_receptor=None)
    negative = replace(LOW, estrogen_receptor=NEGATIVE, progesterone_receptor=PR_NEGATIVE)
    assert [("immunotherapy" in sections(each)) for each in (LOW, positive, open_result, negative)] == [
        False,
        False,
        True,
        True,
    ]
    for each in (LOW, positive):
        assert "immunotherapy" in sections(replace(each, medicines=(("pembrolizumab", Told.TALKED_ABOUT),)))
        said = words(build_guide(each, LIBRARY, TODAY).document)
        assert "Immunotherapy may be talked about in any type" in said


def test_whoever_waits_for_a_her2_result_of_early_cancer_reads_what_plans_often_hold() -> None:
    waits = Answers(her2=Her2Result(ihc=IhcScore.TWO_PLUS), setting=Setting.EARLY)
    said = words(build_guide(waits, LIBRARY, TODAY).document)
    assert "What plans at this point often hold" in said
    assert "Trastuzumab (Herceptin), pertuzumab (Perjeta) and T-DM1" in said
    assert "Was my old" not in said
    for other in (replace(waits, setting=Setting.METASTATIC), replace(waits, her2=Her2Result(ihc=IhcScore.ZERO))):
        assert "What plans at this point often hold" not in words(build_guide(other, LIBRARY, TODAY).document)
