"""Every class of answers gives one guide, with the signs, and with its own category's words and no other's.

How the space of answers is reduced stands in `tests/people.py`. A page's text depends only on the values its template
may ask for, so whole guides are built once for each combination of page-one cell and planned sections, and each page is
rendered over every value it can ask for.
"""

import itertools
import re
import tomllib
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from her2guide.guide.build import Guide, build_guide
from her2guide.guide.document import Callout, GuideDocument, PictureBlock, lines_of, plain
from her2guide.guide.plan import FIRST_STEPS, plan
from her2guide.guide.reading import read_section
from her2guide.guide.templates import VARIABLES, used
from her2guide.library.library import Library
from her2guide.library.order import NEXT, PARTS, SECTIONS
from her2guide.model.answers import Answers
from her2guide.model.profile import Profile, profile
from her2guide.model.terms import Her2Category, Insurance, Prognosis, Reader, Setting, Told, YesNo
from her2guide.model.topics import Relevance, view_topics
from tests.people import cells, everyone, settled, varied

LIBRARY = Library()
VARIED = tuple(varied(200))
TODAY = date(2026, 11, 23)
OWN_WORDS = tomllib.loads(Path(__file__).with_name("category_words.toml").read_text(encoding="utf-8"))
CALL_NOW = "Call your cancer team now, at any hour, if you have:"
CALL_911 = "Cannot breathe, severe chest pain, fainting, face or throat swelling: call 911."
FOUR_SIGNS = (
    "New or worse cough",
    "Trouble breathing",
    "Fever of 100.4 F (38 C) or higher",
    "Chest tightness, pain or wheeze",
)
READINGS = tuple(itertools.product((True, False, None), Prognosis, Reader))


GLOSSES = re.compile("|".join(re.escape(f" ({term.short})") for term in LIBRARY.glossary.values() if term.short))


def words(document: GuideDocument, section: str | None = None) -> str:
    """Return the words of a guide, or of one of its sections, without those in parentheses at a word's first use."""
    found = "\n".join(
        plain(each)
        for part in document.sections
        if section in (None, part.id)
        for block in part.blocks
        for each in (lines_of(block))
    )
    return GLOSSES.sub("", found)


@cache
def everybody() -> tuple[Profile, ...]:
    """Return one person for each class of answers."""
    return tuple(everyone(LIBRARY))


@cache
def planned(person: Profile) -> tuple[str, ...]:
    return plan(person, view_topics(LIBRARY.rules, person), LIBRARY).sections


def planned_uses(person: Profile) -> tuple[str, ...]:
    """Return the uses and the page on steps that this person's guide has."""
    return tuple(section for section in planned(person) if section in LIBRARY.topics or section in NEXT)


@cache
def guides() -> list[Guide]:
    """Build one guide for each cell's category, words and plan, reading choices and kinds of insurance in turn."""
    people: dict[object, Profile] = {}
    for person in everybody():
        her2 = person.answers.her2
        people.setdefault((person.category, person.provisional, her2.ihc, planned_uses(person)), person)
    people |= dict(enumerate(VARIED[:40]))
    turn, covers = itertools.cycle(READINGS), itertools.cycle((*Insurance, None))
    built = []
    for person in people.values():
        numbers, prognosis, reader = next(turn)
        answers = replace(person.answers, wants_numbers=numbers, prognosis=prognosis, reader=reader)
        answers = replace(answers, insurance=next(covers))
        built.append(build_guide(answers, LIBRARY, TODAY))
    return built


def test_enough_guides_were_built_to_mean_something() -> None:
    assert len(guides()) > 120
    assert {guide.profile.category for guide in guides()} == set(Her2Category)


def test_every_class_of_answers_has_one_plan_with_the_fixed_sections() -> None:
    known = {"your-result", *SECTIONS, *LIBRARY.topics}
    for person in everybody():
        sections = planned(person)
        assert len(set(sections)) == len(sections)
        assert set(sections) <= known
        assert {"your-result", "questions", "call-now", "word-list", "sources", "about"} <= set(sections)
        uses = [section for section in sections if section in LIBRARY.topics]
        assert len(uses) <= 3
        assert (FIRST_STEPS in sections) is (not uses)
        assert ("benefit-harm" in sections) is bool(uses)


def test_an_unsettled_result_or_setting_gives_no_use_a_page() -> None:
    for person in everybody():
        if not settled(person):
            views = view_topics(LIBRARY.rules, person)
            assert Relevance.DISCUSS not in {view.relevance for view in views}
            assert FIRST_STEPS in planned(person)


def test_in_situ_disease_gets_no_medicine_pages() -> None:
    for person in everybody():
        if person.answers.setting is Setting.IN_SITU:
            assert not {"benefit-harm", "other-uses", "lungs", *LIBRARY.topics} & set(planned(person))


def test_a_positive_result_never_meets_a_page_for_low_and_the_other_way_round() -> None:
    def target(section: str) -> str:
        return "positive" if "her2-positive" in section or "early" in section else "low"

    for person in everybody():
        targets = {target(section) for section in planned(person) if section in LIBRARY.topics}
        assert len(targets) <= 1
        if person.category is Her2Category.POSITIVE:
            assert "low" not in targets


def test_every_guide_has_the_signs_on_page_one_and_a_page_on_when_to_call() -> None:
    for guide in guides():
        first = words(guide.document, "your-result")
        assert CALL_911 in first
        assert CALL_NOW in first
        for sign in FOUR_SIGNS:
            assert sign in first
        assert CALL_NOW in words(guide.document, "call-now")


def test_every_page_about_a_medicine_or_lungs_carries_the_signs() -> None:
    panels = {"lungs", *(item.page for item in LIBRARY.treatments.values() if item.page)}
    for guide in guides():
        for section in guide.document.sections:
            if section.id in panels:
                panel = [
                    block for block in section.blocks if isinstance(block, Callout) and plain(block.text) == CALL_NOW
                ]
                assert [plain(item) for item in panel[0].items] == list(FOUR_SIGNS)
            if section.id in LIBRARY.topics:
                assert "Call your cancer team at once about a new cough, trouble breathing or a fever." in words(
                    guide.document, section.id
                )


def test_every_guide_says_that_it_is_education_first_and_last() -> None:
    for guide in guides():
        for section in (guide.document.sections[0].id, guide.document.sections[-1].id):
            assert "not medical advice" in words(guide.document, section)
        assert "Not yet reviewed by a clinician." in words(guide.document, "about")
        assert "Not yet reviewed by a clinician." in guide.document.furniture.footer


@pytest.mark.parametrize("category", Her2Category)
def test_every_category_has_words_of_its_own_listed(category: Her2Category) -> None:
    assert OWN_WORDS[category.value]["own"]


@pytest.mark.parametrize("cell", list(cells()), ids=lambda cell: f"{cell.ihc}-{cell.membrane_staining}-{cell.ish}")
def test_each_of_the_98_cells_reads_its_own_category_and_no_other(cell: object) -> None:
    for setting in (None, Setting.METASTATIC, Setting.IN_SITU):
        guide = build_guide(Answers(her2=cell, setting=setting), LIBRARY, TODAY)  # type: ignore[arg-type]
        first = words(guide.document, "your-result") + words(guide.document, "told")
        for category, listed in OWN_WORDS.items():
            for own in listed["own"]:
                assert (own in first) is (category == guide.profile.category.value), (category, own)
        assert ("One test is still to come." in first) is guide.profile.provisional
        assert isinstance(
            next(block for block in guide.document.sections[0].blocks if isinstance(block, PictureBlock)), PictureBlock
        )


def asked_by(section: str) -> set[str]:
    """Return the values a page's template, or a part it takes in, asks for."""
    page = LIBRARY.section_file(section)
    bodies = [page.body, *(LIBRARY.part_file(part).body for part in PARTS if f"@{part}" in page.body)]
    code = " ".join(re.findall(r"\{[{%].*?[%}]\}", "".join(bodies)))
    return {name for name in VARIABLES if re.search(rf"\b{name}\b", code)}


def predicates_of(section: str) -> set[str]:
    """Return the predicates a page's template, a part it takes in, or its steps ask for."""
    page = LIBRARY.section_file(section)
    files = [page, *(LIBRARY.part_file(part) for part in PARTS if f"@{part}" in page.body)]
    steps = [step.rule("") for step in LIBRARY.steps.get(section, {}).values()]
    listed = [when for step in steps for when in (*step.had, *step.here, *step.unless)]
    named = {name for when in listed for name in (*when.all, *when.any, *when.none)}
    return named | {name for file in files for call, name in used(file.body, file.file) if call in ("met", "unknown")}


@pytest.mark.parametrize("section", [*LIBRARY.topics, *SECTIONS])
def test_every_page_can_be_read_by_everyone(section: str) -> None:
    asked = asked_by(section)
    topic = LIBRARY.topics.get(section)
    medicine = topic.treatment if topic else "trastuzumab-deruxtecan"
    choices: dict[str, list[object]] = {
        "her2": list(cells()) if asked & {"category", "provisional", "ihc", "ish"} else [next(cells())],
        "setting": [*Setting, None] if "setting" in asked else [Setting.METASTATIC],
        "said": [*Told, None] if asked & {"told", "taking", "had"} else [None],
        "numbers": [True, False] if "numbers" in asked else [None],
        "prognosis": [*Prognosis] if "survival" in asked else [None],
        "reader": [*Reader] if "reader" in asked else [None],
        "insurance": [*Insurance, None] if "insurance" in asked else [None],
        "medigap": [*YesNo, None] if "medigap" in asked else [None],
        "lost": [*YesNo, None] if "lost_coverage_recently" in asked else [None],
    }
    tried = set()
    for her2, setting, said, numbers, prognosis, reader, insurance, medigap, lost in itertools.product(
        *choices.values()
    ):
        answers = Answers(her2=her2, setting=setting, wants_numbers=numbers, prognosis=prognosis, reader=reader)
        answers = replace(answers, insurance=insurance, medigap=medigap, lost_coverage_recently=lost)
        person = profile(replace(answers, medicines=((medicine, said),) if said else ()))
        seen = (person.category, person.provisional, "ihc" in asked and her2.ihc, "ish" in asked and her2.ish)
        key = (seen, setting, said, numbers, prognosis, reader, insurance, medigap, lost)
        if key not in tried:
            tried.add(key)
            assert read_section(section, person, LIBRARY, TODAY).blocks
    for person in VARIED if predicates_of(section) else ():
        assert read_section(section, person, LIBRARY, TODAY).blocks
    assert tried


def test_with_numbers_off_no_figure_from_a_study_is_shown() -> None:
    figures = {name for name, fact in LIBRARY.facts.items() if fact.kind in ("figure", "harm", "survival")}
    for guide in guides():
        if not guide.profile.answers.wants_numbers:
            shown = {
                span.target
                for section in guide.document.sections
                for block in section.blocks
                for each in lines_of(block)
                for span in each
                if span.role == "fact" and re.search(r"\d", span.text)  # else it is told in words
            }
            assert not shown & figures


LENGTH_OF_LIFE = re.compile(
    r"\b(liv(e|ed|ing) (longer|more|clearly)|surviv|length of life|alive|life expectancy|prognosis|"
    r"how long (people|one person|someone|I|you)\b.{0,20}\bliv)",
    re.IGNORECASE,
)


def test_with_length_of_life_left_out_nothing_speaks_of_it() -> None:
    left_out = [guide for guide in guides() if guide.profile.answers.prognosis is Prognosis.LEAVE_OUT]
    assert len(left_out) > 50
    for guide in left_out:
        text = "\n".join(
            words(guide.document, section.id) for section in guide.document.sections if section.id != "sources"
        )
        found = LENGTH_OF_LIFE.search(text)
        assert not found, text[max(0, found.start() - 100) : found.end() + 100]


def test_with_length_of_life_left_out_the_time_before_growth_on_datroway_is_left_out_too() -> None:
    growth = {name for name in LIBRARY.facts if re.fullmatch(r"dato\.tb0[12]\.(pfs|os)\.(datroway|chemotherapy)", name)}
    assert len(growth) == 8
    for guide in guides():
        if guide.profile.answers.prognosis is Prognosis.LEAVE_OUT:
            assert not growth & set(re.findall(r"dato\.[\w.]+", repr(guide.document)))


def test_every_fact_shown_is_fresh_and_has_its_source_in_the_list() -> None:
    for guide in guides():
        listed = {entry.id for entry in guide.document.sources}
        for name in set(re.findall(r"target='([\w.]+\.[\w.]+)'", repr(guide.document))):
            assert LIBRARY.facts[name].source in listed
            assert LIBRARY.facts[name].show == "yes"
            assert LIBRARY.facts[name].due > TODAY


def test_sources_shown_to_people_carry_no_working_notes() -> None:
    for name, source in LIBRARY.sources.items():
        text = f"{source.title} {source.publisher}".casefold()
        for note in ("(memory)", "(secondary)", "(copy", "via ", "seen in", "not found", "undated", "[m]"):
            assert note not in text, name


def test_every_word_of_the_word_list_is_used_and_explained() -> None:
    for guide in guides():
        terms = set(re.findall(r"role=<Role.TERM: 'term'>, target='([\w-]+)'", repr(guide.document)))
        listed = words(guide.document, "word-list")
        for term in terms:
            assert GLOSSES.sub("", f"{LIBRARY.glossary[term].word}: {LIBRARY.glossary[term].meaning}") in listed


def test_a_medicine_someone_had_is_not_one_to_discuss() -> None:
    for guide in guides()[:40]:
        medicines = tuple((topic.treatment, Told.HAD) for topic in LIBRARY.topics.values())
        again = build_guide(replace(guide.profile.answers, medicines=tuple(dict(medicines).items())), LIBRARY, TODAY)
        assert not set(LIBRARY.topics) & {section.id for section in again.document.sections}
        assert {view.relevance for view in again.views} == {Relevance.BACKGROUND}


def test_whoever_takes_a_medicine_that_can_inflame_the_lungs_reads_of_the_lungs_first() -> None:
    for said in (Told.TAKING, Told.HAD, Told.STOPPED_FOR_SIDE_EFFECT):
        answers = replace(guides()[0].profile.answers, medicines=(("trastuzumab-deruxtecan", said),))
        ids = [section.id for section in build_guide(answers, LIBRARY, TODAY).document.sections]
        assert ids[:5] == ["your-result", "questions", "told", "lungs", "call-now"]
