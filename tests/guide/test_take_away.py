"""Each guide asks about the same five points, and the right answers stand on the pages named."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import AskList, Role, Steps, lines_of, plain
from her2guide.guide.plan import plan
from her2guide.guide.signs import core_signs
from her2guide.guide.take_away import TakeAway, checks_for
from her2guide.library.library import Library
from her2guide.model.answers import Answers, ContactDetails, Her2Result
from her2guide.model.profile import Profile, profile
from her2guide.model.terms import Her2Category, IhcScore, IshResult, MembraneStaining, Setting, Told
from her2guide.model.topics import view_topics
from tests.people import cells, everyone, varied

LIBRARY = Library()
TODAY = date(2026, 11, 23)
POINTS = ("her2-word", "signs", "whom", "next", "open")
RESULTS = {
    Her2Category.POSITIVE: (Her2Result(ihc=IhcScore.THREE_PLUS), "positive", "HER2-positive"),
    Her2Category.LOW: (Her2Result(ihc=IhcScore.ONE_PLUS), "low", "HER2-low"),
    Her2Category.ULTRALOW: (
        Her2Result(ihc=IhcScore.ZERO, membrane_staining=MembraneStaining.FAINT), "ultralow", "HER2-ultralow"
    ),
    Her2Category.NULL: (
        Her2Result(ihc=IhcScore.ZERO, membrane_staining=MembraneStaining.NONE), "none-seen", "no staining seen"
    ),
    Her2Category.ZERO_UNSPECIFIED: (Her2Result(ihc=IhcScore.ZERO), "zero-one-detail", "Was any faint staining seen?"),
    Her2Category.EQUIVOCAL: (Her2Result(ihc=IhcScore.TWO_PLUS), "in-between", "in between"),
    Her2Category.NEGATIVE_UNSPECIFIED: (Her2Result(ihc=IhcScore.NEGATIVE), "negative-ask-score", "exact score"),
    Her2Category.CONFLICT: (
        Her2Result(ihc=IhcScore.ONE_PLUS, ish=IshResult.AMPLIFIED), "do-not-match", "final line decides"
    ),
    Her2Category.UNKNOWN: (Her2Result(), "on-my-report", "pathology report"),
}  # fmt: skip

ON_THE_PAGE = {
    "her2-provisional": "One test is still to come.",
    "signs-lungs": "New or worse cough",
    "signs-call": "Trouble breathing",
    "whom-to-call": "Call your cancer team now, at any hour",
    "next-in-situ": "Ask whom to turn to.",
    "next-unknown": "Ask for the IHC score and the gene test",
    "next-conflict": "ask which one your team is using",
    "next-zero": "ask if any faint staining was seen",
    "next-negative": "Ask if it is 0, 1+ or 2+.",
    "next-gene-test": "gene test",
    "next-newest": "Ask if it is the newest.",
    "next-questions": "The first three matter most to me.",
    "open-in-situ": "ask what this result",
    "open-one-person": "It does not tell what will happen to one person.",
    "open-gene-test": "gene test",
    "open-sample": "biops",  # a biopsy, biopsies
}


def checks(person: Profile) -> tuple[TakeAway, ...]:
    return checks_for(person, plan(person, view_topics(LIBRARY.rules, person), LIBRARY), LIBRARY)


@cache
def people() -> list[Profile]:
    """Return one person for each plan of each category, people who said something of everything, and each cell."""
    found: dict[object, Profile] = {}
    for person in (*everyone(LIBRARY), *varied(60)):
        sections = plan(person, view_topics(LIBRARY.rules, person), LIBRARY).sections
        found.setdefault((person.category, person.provisional, sections), person)
    alone = (profile(Answers(her2=cell, setting=setting)) for cell in cells() for setting in (None, Setting.IN_SITU))
    return [*found.values(), *alone]


def words(person: Profile, section: str) -> str:
    """Return the words of one page of a person's guide."""
    found = build_guide(person.answers, LIBRARY, TODAY).document.sections
    page = next(each for each in found if each.id == section)
    return "\n".join((page.title, *(plain(each) for block in page.blocks for each in lines_of(block))))


def test_everyone_is_asked_about_five_points_in_the_same_order() -> None:
    assert {person.category for person in people()} == set(Her2Category)
    for person in people():
        assert tuple(LIBRARY.checks[check.id].point for check in checks(person)) == POINTS


def test_every_question_has_a_right_answer_a_wrong_one_and_a_page_that_the_guide_holds() -> None:
    for person in people():
        sections = plan(person, view_topics(LIBRARY.rules, person), LIBRARY).sections
        for check in checks(person):
            choices = [name for name, _ in check.choices]
            assert len(choices) == len(set(choices)) == 3
            assert check.right
            assert check.right < set(choices)
            assert check.page in sections
            assert all(plain(line) for line in (check.ask, check.choose, check.again))


def test_every_question_is_for_someone() -> None:
    assert {check.id for person in people() for check in checks(person)} == set(LIBRARY.checks)


@pytest.mark.parametrize("setting", [Setting.METASTATIC, Setting.IN_SITU, None])
@pytest.mark.parametrize("category", Her2Category)
def test_the_right_answer_on_the_her2_word_agrees_with_page_one(category: Her2Category, setting: Setting) -> None:
    result, right, shared = RESULTS[category]
    person = profile(Answers(her2=result, setting=setting))
    assert person.category is category
    check = checks(person)[0]
    assert (check.page, check.right) == ("your-result", {right})
    assert shared in words(person, check.page)


def test_every_other_right_answer_agrees_with_the_page_it_points_to() -> None:
    of_result = {f"her2-{name}" for name in ("unknown", "equivocal", "conflict", "positive", "low", "ultralow")}
    assert {*ON_THE_PAGE} == {*LIBRARY.checks} - of_result - {"her2-null", "her2-zero", "her2-negative"}
    looked: set[tuple[str, Her2Category, bool]] = set()
    for person in people():
        for check in checks(person):
            key = (check.id, person.category, person.answers.setting is Setting.IN_SITU)
            if check.id in ON_THE_PAGE and key not in looked:
                looked.add(key)
                assert ON_THE_PAGE[check.id] in words(person, check.page), key


def test_a_first_result_is_never_asked_about_as_the_final_one() -> None:
    person = profile(Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS, ish=IshResult.PENDING)))
    assert checks(person)[0].right == {"first-word"}
    assert "One test is still to come." in words(person, "your-result")


def test_the_lungs_are_asked_about_only_where_the_guide_tells_of_them() -> None:
    low = Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS), setting=Setting.IN_SITU)
    assert checks(profile(low))[1].page == "call-now"
    taking = replace(low, medicines=(("trastuzumab-deruxtecan", Told.TAKING),))
    assert checks(profile(taking))[1].page == "lungs"
    assert checks(profile(replace(low, setting=Setting.METASTATIC)))[1].page == "lungs"


def test_the_signs_are_told_in_their_very_words_and_none_of_them_is_a_wrong_answer() -> None:
    signs = dict(core_signs(LIBRARY))
    for check in (checks(person)[1] for person in people()):
        assert all(plain(sign) in plain(check.again) for sign in signs.values())
        assert {name for name, _ in check.choices if name in signs} == check.right
        assert all(line == signs[name] for name, line in check.choices if name in signs)


def test_no_sign_of_the_long_list_can_be_a_wrong_answer() -> None:
    wrong = {choice for check in LIBRARY.checks.values() for choice in {*check.choices} - {*check.right}}
    assert not wrong & set(LIBRARY.red_flags)


def test_whom_to_call_names_the_number_that_the_person_typed_and_911() -> None:
    person = profile(Answers(contacts=ContactDetails(after_hours_phone="555-0100")))
    again = checks(person)[2].again
    assert [span.text for span in again if span.role is Role.TYPED] == ["555-0100"]
    assert LIBRARY.word("signs.emergency") in plain(again)
    assert "Daytime" not in plain(again)


def test_the_paper_form_asks_the_same_five_openly_and_tells_where_to_look() -> None:
    person = profile(Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS), setting=Setting.METASTATIC))
    document = build_guide(person.answers, LIBRARY, TODAY).document
    titles = {section.id: section.title for section in document.sections}
    page = next(section for section in document.sections if section.id == "take-away")
    asked = next(block.items for block in page.blocks if isinstance(block, AskList))
    for check, line in zip(checks(person), asked, strict=True):
        first = check.page == "your-result"
        where = "Look it up on the first page." if first else f"Look it up: “{titles[check.page]}”."
        assert plain(line) == f"{plain(check.ask)} {where}"


def test_the_paper_form_does_not_give_the_her2_word_away() -> None:
    for category, (result, _, _) in RESULTS.items():
        person = profile(Answers(her2=result))
        title = build_guide(person.answers, LIBRARY, TODAY).document.sections[0].title
        assert title not in words(person, "take-away"), category


def test_the_paper_form_tells_result_and_signs_in_words_that_no_other_page_has() -> None:
    person = profile(Answers(her2=Her2Result(ihc=IhcScore.THREE_PLUS), setting=Setting.METASTATIC))
    document = build_guide(person.answers, LIBRARY, TODAY).document
    (page,) = [section for section in document.sections if section.id == "take-away"]
    *_, told = [block.items for block in page.blocks if isinstance(block, Steps)]
    word, signs, *others = [plain(line) for line in told]
    assert "a lot" in word
    assert "The drawing on the first page shows where." in word
    pages = [section for section in document.sections if section.id != "take-away"]
    said = {plain(each) for section in pages for block in section.blocks for each in lines_of(block)}
    assert not {word, signs} & said
    assert not any(plain(sign) in signs for sign in dict(core_signs(LIBRARY)).values())
    assert others == [plain(check.again) for check in checks(person)[2:]]


def test_whoever_has_no_result_yet_is_not_sent_to_a_drawing_that_marks_nothing() -> None:
    word, *_, after, _ = [plain(check.retold or check.again) for check in checks(profile(Answers()))]
    assert "Your report puts the dot there." in word
    assert after.startswith("Call your clinic and say: ")


def test_every_check_on_the_result_or_the_signs_is_retold_on_paper() -> None:
    wanted = {entry for entry, check in LIBRARY.checks.items() if check.point in ("her2-word", "signs")}
    assert wanted <= set(LIBRARY.check_words.retold)
