"""The side-effect pages: when to call stands first, in the words of the signs, and each comes to those it is for."""

import itertools
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import Block, Bullets, Paragraph, Section, Steps, facts_of, lines_of, plain
from her2guide.guide.signs import signs
from her2guide.library.library import Library
from her2guide.library.order import SIDE_EFFECTS
from her2guide.library.records import Urgency
from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.terms import Concern, IhcScore, Setting, Told, YesNo
from tests.content.test_every_guide import GLOSSES

LIBRARY = Library()
TODAY = date(2026, 11, 23)
PAGES = ("lungs", *SIDE_EFFECTS)
PAGE_OF = {
    Concern.LUNGS: "lungs",
    Concern.NAUSEA: "nausea",
    Concern.HAIR: "hair",
    Concern.FATIGUE: "fatigue",
    Concern.HEART: "heart",
    Concern.INFECTION: "infection",
    Concern.EYES: "eyes",
    Concern.MOUTH: "mouth",
    Concern.PREGNANCY: "pregnancy",
}
NO_SIDE_EFFECT = {
    Concern.WORK,
    Concern.COST,
    Concern.BILLS,
    Concern.DENIAL,
    Concern.TRAVEL,
    Concern.TRIALS,
    Concern.FAMILY,
    Concern.DISTRESS,
}
SAME_DAY = {
    "nausea": ("vomiting",),
    "fatigue": ("blood-in-stool-or-urine", "pounding-heart"),
    "infection": ("shaking-chills",),
    "mouth": ("mouth-sores",),
    "eyes": ("eye-changes",),
    "bowels": ("vomiting", "diarrhea", "blood-in-stool-or-urine"),
    "heart": ("swelling", "fast-weight-gain", "pounding-heart"),
    "pregnancy": ("possible-pregnancy",),
}
MEDICINES = ("trastuzumab-deruxtecan", "datopotamab-deruxtecan", "trastuzumab", "aromatase-inhibitor", "taxane")
SPREAD = Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS), setting=Setting.METASTATIC)
IN_SITU = replace(SPREAD, setting=Setting.IN_SITU)


def side_effects(answers: Answers) -> dict[str, Section]:
    """Return the side-effect pages of the guide for these answers, by id."""
    sections = build_guide(answers, LIBRARY, TODAY).document.sections
    return {section.id: section for section in sections if section.id in PAGES}


def taking(*medicines: str, said: Told = Told.TAKING) -> tuple[tuple[str, Told], ...]:
    return tuple((medicine, said) for medicine in medicines)


@cache
def seen() -> tuple[Section, ...]:
    """Return the pages as people with different results, medicines and readings get them."""
    found = []
    scores = (IhcScore.ONE_PLUS, IhcScore.THREE_PLUS)
    for score, said, medicine, numbers in itertools.product(scores, Told, (*MEDICINES, None), (True, False)):
        answers = replace(SPREAD, her2=Her2Result(ihc=score), concerns=tuple(Concern), wants_numbers=numbers)
        named = taking(medicine, said=said) if medicine else ()
        found.extend(side_effects(replace(answers, medicines=named)).values())
    return tuple(found)


def text(section: Section) -> str:
    """Return the words of a page."""
    return "\n".join(plain(each) for block in section.blocks for each in lines_of(block))


def same_day(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Return the signs a page lists under "the same day", right after the panel; none when it has no such list."""
    match blocks[2:4]:
        case Paragraph(head), Bullets(items) if plain(head) == LIBRARY.word("signs.same-day"):
            return tuple(plain(item) for item in items)
    return ()


def test_the_people_here_see_every_side_effect_page() -> None:
    assert {section.id for section in seen()} == set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_a_side_effect_page_says_when_to_call_before_anything_else(page: str) -> None:
    panel = signs(LIBRARY)
    for section in seen():
        if section.id == page:
            assert section.blocks[: len(panel)] == panel


@pytest.mark.parametrize("page", PAGES)
def test_the_signs_of_a_page_are_those_of_the_longer_list_word_for_word(page: str) -> None:
    words = {GLOSSES.sub("", LIBRARY.red_flag_words[flag].text) for flag in SAME_DAY.get(page, ())}
    for section in seen():
        if section.id == page:
            assert {GLOSSES.sub("", each) for each in same_day(section.blocks)} == {
                GLOSSES.sub("", each) for each in words
            }


def test_every_sign_for_the_same_day_stands_on_the_page_it_belongs_to() -> None:
    listed = {flag for flag, item in LIBRARY.red_flags.items() if item.urgency is Urgency.SAME_DAY}
    assert {flag for flags in SAME_DAY.values() for flag in flags} == listed


@pytest.mark.parametrize("page", PAGES)
def test_a_side_effect_page_has_three_key_points(page: str) -> None:
    for section in seen():
        if section.id == page:
            points = next(block for block in section.blocks if isinstance(block, Steps))
            assert len(points.items) == 3


def test_with_numbers_off_a_side_effect_page_prints_no_count_from_a_study() -> None:
    counted = set()
    for numbers in (True, False):
        for medicine in MEDICINES:
            answers = replace(SPREAD, concerns=tuple(Concern), wants_numbers=numbers, medicines=taking(medicine))
            for section in side_effects(answers).values():
                kinds = {LIBRARY.facts[fact].kind for fact in facts_of(section.blocks)}
                assert numbers or not kinds & {"figure", "harm", "survival"}
                counted |= {section.id} if "harm" in kinds else set()
    assert counted == set(PAGES) - {"heart", "pregnancy"}


def test_each_concern_is_about_a_side_effect_or_not() -> None:
    assert {*PAGE_OF, *NO_SIDE_EFFECT} == set(Concern)
    assert not NO_SIDE_EFFECT & set(PAGE_OF)


@pytest.mark.parametrize("concern", PAGE_OF)
def test_a_concern_brings_its_page(concern: Concern) -> None:
    without = set(side_effects(SPREAD))
    assert set(side_effects(replace(SPREAD, concerns=(concern,)))) == without | {PAGE_OF[concern]}
    assert without == {"lungs"}


def test_whoever_takes_a_medicine_gets_the_pages_it_matters_for() -> None:
    enhertu = side_effects(replace(SPREAD, medicines=taking("trastuzumab-deruxtecan")))
    assert set(PAGES) - set(enhertu) == {"mouth", "eyes"}
    datroway = side_effects(replace(SPREAD, medicines=taking("datopotamab-deruxtecan")))
    assert set(PAGES) - set(datroway) == {"heart", "pain"}
    fulvestrant = side_effects(replace(SPREAD, medicines=taking("fulvestrant")))
    assert set(fulvestrant) == {"lungs"}


def test_whoever_takes_trastuzumab_is_told_that_its_label_warns_of_the_lungs() -> None:
    for said, opening in ((Told.TAKING, "warns of harm to the lungs"), (Told.TALKED_ABOUT, "Not sure if you do?")):
        lungs = text(side_effects(replace(SPREAD, medicines=taking("trastuzumab", said=said)))["lungs"])
        for sentence in ("warns of harm to the lungs", "Not sure if you do?"):
            assert (sentence in lungs) is (sentence == opening)


def test_after_a_medicine_the_pages_stay_that_still_matter() -> None:
    enhertu = side_effects(replace(SPREAD, medicines=taking("trastuzumab-deruxtecan", said=Told.HAD)))
    assert set(enhertu) == {"lungs", "pregnancy"}
    assert "7 months after the last dose" in text(enhertu["pregnancy"])
    datroway = side_effects(replace(SPREAD, medicines=taking("datopotamab-deruxtecan", said=Told.HAD)))
    assert set(datroway) == {"lungs", "pregnancy", "eyes"}


@pytest.mark.parametrize("medicine", ["trastuzumab", "pertuzumab", "trastuzumab-emtansine"])
def test_after_a_medicine_that_aims_at_her2_the_page_on_pregnancy_stays(medicine: str) -> None:
    pages = side_effects(replace(SPREAD, medicines=taking(medicine, said=Told.HAD)))
    assert set(pages) == {"lungs", "pregnancy"}
    assert "warn of harm to an unborn baby" in text(pages["pregnancy"])


@pytest.mark.parametrize("page", ["nausea", "fatigue", "hair", "bowels", "pain"])
def test_counts_of_enhertu_are_of_people_who_had_what_this_person_had(page: str) -> None:
    for had, trial in ((YesNo.YES, "DESTINY-Breast04"), (YesNo.NO, "DESTINY-Breast06")):
        treatments = Treatments(chemotherapy_metastatic=had)
        person = replace(SPREAD, treatments=treatments, medicines=taking("trastuzumab-deruxtecan"))
        told = [text(side_effects(replace(person, wants_numbers=numbers))[page]) for numbers in (True, False)]
        assert all(told_page.count("DESTINY-Breast") == told_page.count(trial) > 0 for told_page in told)


@pytest.mark.parametrize("page", ["nausea", "fatigue", "hair", "bowels"])
def test_after_a_her2_medicine_counts_of_enhertu_alone_are_told(page: str) -> None:
    later = Treatments(her2_targeted_metastatic=YesNo.YES)
    positive = replace(SPREAD, her2=Her2Result(ihc=IhcScore.THREE_PLUS), treatments=later)
    for medicines, trial in (
        (("trastuzumab-deruxtecan",), "DESTINY-Breast03"),
        (("trastuzumab-deruxtecan", "pertuzumab"), "DESTINY-Breast09"),
    ):
        for numbers in (True, False):
            person = replace(positive, medicines=taking(*medicines), wants_numbers=numbers)
            told = text(side_effects(person)[page])
            assert told.count("DESTINY-Breast") == told.count(trial) > 0


@pytest.mark.parametrize("page", ["nausea", "fatigue", "hair", "bowels"])
def test_counts_of_enhertu_with_pertuzumab_say_so_to_whoever_may_get_it_alone(page: str) -> None:
    positive = replace(SPREAD, her2=Her2Result(ihc=IhcScore.THREE_PLUS))
    for medicines, alone in ((("trastuzumab-deruxtecan",), True), (("trastuzumab-deruxtecan", "pertuzumab"), False)):
        told = text(side_effects(replace(positive, medicines=taking(*medicines)))[page])
        assert ("Enhertu without pertuzumab" in told) is alone


def test_the_boxed_warning_of_trodelvy_stands_on_the_pages_it_is_about() -> None:
    pages = side_effects(replace(SPREAD, medicines=taking("sacituzumab-govitecan")))
    assert {page for page, section in pages.items() if "Trodelvy" in text(section)} == {"infection", "bowels"}
    assert "boxed warning" in text(pages["infection"])
    assert "boxed warning" in text(pages["bowels"])


def test_in_situ_disease_gets_a_concerns_page_in_words_that_name_no_medicine() -> None:
    pages = side_effects(replace(IN_SITU, concerns=tuple(Concern), wants_numbers=True))
    assert set(pages) == {*PAGE_OF.values()} - {"lungs"}
    names = {name for item in LIBRARY.medicine_names.values() for name in (item.name, item.generic)}
    for section in pages.values():
        assert not {name for name in names if name in text(section)}
    assert "Enhertu" in text(side_effects(replace(IN_SITU, medicines=taking("trastuzumab-deruxtecan")))["nausea"])
