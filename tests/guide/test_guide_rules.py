"""What the guide owes each person, beyond the sections' own words."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from her2guide.guide.build import Guide, build_guide
from her2guide.guide.document import Callout, Contacts, Role, SourceEntry, Table, lines_of, plain
from her2guide.guide.explain import explain
from her2guide.guide.parts import sources
from her2guide.guide.voice import Voice
from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from her2guide.library.order import PARTS, SECTIONS
from her2guide.library.records import FactKind, When
from her2guide.model.answers import Answers, ContactDetails, Her2Result, Treatments
from her2guide.model.her2 import SOURCES as CATEGORY_FACTS
from her2guide.model.terms import Her2Category, IhcScore, MembraneStaining, Reader, Setting, Told, YesNo
from tests.content.test_every_guide import GLOSSES
from tests.copied import content_copy, edit

LIBRARY = Library()
TODAY = date(2026, 11, 23)
ENHERTU, DATROWAY = "trastuzumab-deruxtecan", "datopotamab-deruxtecan"
PERSON = Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS, newest=YesNo.YES), setting=Setting.METASTATIC)
BOXED = "Enhertu is a cancer medicine with a boxed warning"


def made(answers: Answers, library: Library = LIBRARY, today: date = TODAY) -> Guide:
    return build_guide(answers, library, today)


def words(guide: Guide, *sections: str) -> str:
    return "\n".join(
        plain(each)
        for section in guide.document.sections
        if not sections or section.id in sections
        for block in section.blocks
        for each in lines_of(block)
    )


def says(**medicines: Told) -> Answers:
    named = {"enhertu": ENHERTU, "datroway": DATROWAY, "ibrance": "palbociclib", "kadcyla": "trastuzumab-emtansine"}
    return replace(PERSON, medicines=tuple((named[name], word) for name, word in medicines.items()))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return content_copy(tmp_path)


# --- what to say on the phone


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (says(enhertu=Told.TAKING), ["I take Enhertu (", "I was told to call right away about my lungs or a fever."]),
        (says(enhertu=Told.HAD), ["I had Enhertu (", "Lung trouble can come later. I was told to call."]),
        (says(enhertu=Told.STOPPED_FOR_SIDE_EFFECT), ["I had Enhertu (", "Lung trouble can come later."]),
        (says(enhertu=Told.TALKED_ABOUT), ["Say which cancer medicine you take."]),
        (PERSON, ["Say which cancer medicine you take."]),
        (says(ibrance=Told.TAKING), ["I take Ibrance ("]),
        (says(enhertu=Told.TAKING, kadcyla=Told.HAD), ["I take Enhertu (", "lungs or a fever.", "I had Kadcyla ("]),
    ],
)
def test_the_words_for_the_phone_follow_what_the_person_said_of_each_medicine(
    answers: Answers, said: list[str]
) -> None:
    callout = next(
        block
        for section in made(answers).document.sections
        if section.id == "call-now"
        for block in section.blocks
        if isinstance(block, Callout) and plain(block.text) == LIBRARY.word("say.title")
    )
    items = [plain(item) for item in callout.items]
    assert len(items) == len(said)
    for item, expected in zip(items, said, strict=True):
        assert expected in item


def test_no_one_who_takes_another_medicine_is_told_to_speak_of_their_lungs() -> None:
    assert "about my lungs" not in words(made(says(ibrance=Told.TAKING)), "call-now")


def test_a_caregiver_speaks_of_someone_else_on_the_phone() -> None:
    said = words(made(replace(says(enhertu=Told.TAKING), reader=Reader.CAREGIVER)), "call-now")
    assert "I am calling for someone who takes Enhertu (" in said
    assert "I take" not in said


# --- page one


@pytest.mark.parametrize("word", Told)
def test_the_boxed_warning_stands_on_page_one_for_whoever_named_the_medicine(word: Told) -> None:
    answers = replace(says(enhertu=word), setting=None)
    assert BOXED in words(made(answers), "your-result")
    assert BOXED not in words(made(replace(PERSON, setting=None)), "your-result")


def test_the_boxed_warning_stands_right_under_whom_to_call() -> None:
    (page,) = [each for each in made(says(enhertu=Told.TAKING)).document.sections if each.id == "your-result"]
    (place,) = [at for at, block in enumerate(page.blocks) if isinstance(block, Contacts)]
    assert any(BOXED in plain(each) for each in lines_of(page.blocks[place + 1]))


def test_what_was_told_stands_there_as_told_and_not_as_derived() -> None:
    answers = replace(PERSON, treatments=Treatments(endocrine_metastatic=YesNo.NO))
    told = GLOSSES.sub("", words(made(answers), "told"))
    assert LIBRARY.word("told.label.endocrine_metastatic") in told
    assert f"\n{LIBRARY.word('told.label.progressed_on_endocrine_metastatic')}\n" not in told


def test_a_notice_is_given_once_however_many_answers_it_is_about() -> None:
    result = Her2Result(ihc=IhcScore.ONE_PLUS, membrane_staining=MembraneStaining.FAINT)
    guide = made(replace(PERSON, her2=result, other_results=(result, result)))
    assert len(guide.document.warnings) == len(set(guide.document.warnings)) == 1


def test_a_newer_result_is_asked_for_on_page_one_and_other_notices_stand_with_what_was_told() -> None:
    answers = replace(PERSON, treatments=Treatments(endocrine_metastatic=YesNo.NO))
    answers = replace(answers, her2=replace(PERSON.her2, newest=YesNo.NOT_SURE))
    guide = made(answers)
    newest = LIBRARY.word("notice.result-not-newest")
    (other,) = [notice for notice in guide.document.warnings if notice != newest]
    first, told = words(guide, "your-result"), words(guide, "told")
    assert (newest in first, newest in told) == (True, False)
    assert (other in first, other in told) == (False, True)


@pytest.mark.parametrize("key", ["ish_ratio", "copy_number"])
def test_a_number_of_the_gene_test_stands_with_what_it_means(key: str) -> None:
    means = LIBRARY.word(f"told.meaning.{key}").partition("{{")[0]
    assert means not in words(made(PERSON), "told")
    assert means in words(made(replace(PERSON, her2=replace(PERSON.her2, **{key: "4.1"}))), "told")


def test_a_ratio_and_a_copy_number_stand_beside_the_number_that_counts_as_typed() -> None:
    def rows(**given: str) -> list[list[str]]:
        (told,) = [
            each
            for each in made(replace(PERSON, her2=replace(PERSON.her2, **given))).document.sections
            if each.id == "told"
        ]
        tables = [block for block in told.blocks if isinstance(block, Table) and block.header]
        return [[plain(cell) for cell in row] for table in tables for row in table.rows]

    head = ["Number", "Yours, as printed", "High"]
    assert rows(ish_ratio="1.9 or so") == [head, ["Ratio", "1.9 or so", "2.0 or more"]]
    both = rows(ish_ratio="4.1", copy_number="9.8")
    assert both == [head, ["Ratio", "4.1", "2.0 or more"], ["Copy number", "9.8", "4.0 or more"]]
    assert rows(copy_number="9.8") == []


def test_numbers_nobody_gave_are_lines_to_write_on() -> None:
    (contacts,) = [
        block
        for section in made(replace(PERSON, contacts=ContactDetails(daytime_phone="555"))).document.sections
        if section.id == "call-now"
        for block in section.blocks
        if type(block).__name__ == "Contacts"
    ]
    assert [plain(value) for _, value in contacts.rows] == ["555", ""]  # type: ignore[union-attr]


def test_a_result_that_may_not_be_the_newest_is_told_on_page_one_and_in_the_warnings() -> None:
    guide = made(replace(PERSON, her2=replace(PERSON.her2, newest=YesNo.NOT_SURE)))
    assert "Ask for your newest one" in words(guide, "your-result")
    assert any("Ask for your newest one" in warning for warning in guide.document.warnings)


# --- safety text follows the medicine


def test_whoever_takes_enhertu_reads_its_risks_even_with_no_result() -> None:
    guide = made(replace(says(enhertu=Told.TAKING), her2=Her2Result(), setting=None))
    assert "People have died of it" in words(guide, "lungs")
    assert "Enhertu can harm an unborn baby" in words(guide, "pregnancy")
    assert "months after the last dose" in words(guide, "pregnancy")


def test_whoever_takes_datroway_reads_of_eyes_and_mouth_even_with_no_result() -> None:
    guide = made(replace(says(datroway=Told.TAKING), her2=Her2Result(), setting=None))
    assert "See an eye doctor at the start" in words(guide, "eyes")
    assert "mouthwash" in words(guide, "mouth").casefold()
    assert "Datroway can harm an unborn baby" in words(guide, "pregnancy")


def test_whoever_had_enhertu_reads_of_birth_control_after_it() -> None:
    pregnancy = words(made(says(enhertu=Told.HAD)), "pregnancy")
    assert f"{LIBRARY.facts['enh.contraception.female'].value} months after the last dose" in pregnancy
    assert f"{LIBRARY.facts['enh.contraception.male'].value} months after the last dose" in pregnancy


def test_in_situ_disease_reads_of_the_lungs_when_a_medicine_was_named_in_any_way() -> None:
    for word in Told:
        answers = replace(says(enhertu=word), setting=Setting.IN_SITU)
        assert "lungs" in [section.id for section in made(answers).document.sections]


# --- numbers


@pytest.mark.parametrize("kind", [FactKind.FIGURE, FactKind.HARM, FactKind.SURVIVAL])
def test_each_kind_of_study_number_is_refused_while_numbers_are_off(kind: FactKind) -> None:
    fact = next(name for name, item in LIBRARY.facts.items() if item.kind is kind and item.show == "yes")
    with pytest.raises(ContentError, match="numbers are off"):
        Voice(LIBRARY, numbers=False, survival=True, where="x").fact(fact)


# --- sources and age


def test_what_page_one_prints_is_in_the_list_of_sources() -> None:
    listed = {entry.id for entry in made(says(enhertu=Told.TAKING)).document.sources}
    for entry, found in LIBRARY.help_lines.items():
        assert found.when != When() or set(LIBRARY.programs[entry].sources) <= listed
    assert LIBRARY.facts[LIBRARY.treatments[ENHERTU].boxed_warning].source in listed


def test_the_day_most_sources_were_checked_is_said_once_and_another_day_at_its_source() -> None:
    usual, other = date(2026, 11, 20), date(2026, 11, 24)
    entries = [
        SourceEntry("a", "A label", "https://example.org/a", "May 2026", usual),
        SourceEntry("b", "What now?", "", "", usual),
        SourceEntry("c", "A paper", "", "2022", other),
    ]
    lead, listed = sources(entries, LIBRARY)
    assert [plain(each) for each in lines_of(lead)] == [
        "We last checked each one on November 20, 2026, unless another day stands there."
    ]
    assert [plain(each) for each in lines_of(listed)] == [
        "A label. May 2026. https://example.org/a",
        "What now?",
        "A paper. 2022. Checked November 24, 2026.",
    ]


def test_the_sources_of_the_signs_are_in_every_list() -> None:
    listed = {entry.id for entry in made(Answers()).document.sources}
    for flag in LIBRARY.red_flags.values():
        assert {*flag.sources, *(LIBRARY.facts[fact].source for fact in flag.facts)} <= listed


def test_a_shared_part_that_is_due_makes_its_section_due(copy: Path) -> None:
    edit(copy / "locales/en/parts/enhertu-risks.md", lambda text: text.replace("due = 2027-11-23", "due = 2027-01-01"))
    section = words(made(says(enhertu=Told.TAKING), Library(root=copy), date(2027, 1, 2)), "enhertu")
    assert "was due for a check on January 1, 2027" in section


def test_a_fact_that_is_due_makes_its_section_due(copy: Path) -> None:
    old = '["enh.contraception.female"]'
    path = copy / "content/facts/medicines.toml"

    def sooner(text: str) -> str:
        head, tail = text.split(old)
        return head + old + tail.replace("due = 2027-11-23", "due = 2027-02-01", 1)

    edit(path, sooner)
    section = words(made(says(enhertu=Told.TAKING), Library(root=copy), date(2027, 2, 2)), "pregnancy")
    assert "was due for a check on February 1, 2027" in section


def test_approvals_in_the_list_of_other_uses_expire_like_those_on_their_own_sections() -> None:
    assert "US approval" in words(made(PERSON), "other-uses")
    assert "US approval" not in words(made(PERSON, today=date(2028, 11, 20)), "other-uses")


# --- the rest


def test_what_is_handed_over_carried_or_filled_in_starts_a_page_of_its_own() -> None:
    fresh = [section.id for section in made(says(enhertu=Told.TAKING)).document.sections if section.starts_page]
    assert fresh == ["questions", "told", "call-now", "wallet-card", "diary", "for-your-clinician"]


def test_explain_lists_every_sign_and_every_fact_that_is_printed() -> None:
    guide = made(says(enhertu=Told.TAKING))
    found = explain(guide)
    assert found["red_flags"] == list(LIBRARY.red_flags)
    printed = {
        span.target
        for section in guide.document.sections
        for block in section.blocks
        for each in lines_of(block)
        for span in each
        if span.role is Role.FACT
    }
    assert set(found["facts_used"]) == printed
    assert printed


def test_results_that_differ_are_said_to_differ_above_the_other_uses() -> None:
    differ = LIBRARY.word("other-uses.differ")
    assert differ not in words(made(PERSON), "other-uses")
    older = replace(PERSON, other_results=(Her2Result(ihc=IhcScore.THREE_PLUS),))
    assert differ in words(made(older), "other-uses")
    same = replace(PERSON, other_results=(Her2Result(ihc=IhcScore.LOW),))
    assert differ not in words(made(same), "other-uses")
    assert differ in words(made(replace(PERSON, her2=replace(PERSON.her2, newest=YesNo.NO))), "other-uses")


def test_every_file_of_words_is_one_the_program_knows() -> None:
    known = {Path(file.file).relative_to("resources/locales/en") for file in LIBRARY.files()}
    there = {path.relative_to(LIBRARY.root / "locales/en") for path in (LIBRARY.root / "locales/en").rglob("*.md")}
    assert there == known


@pytest.mark.xdist_group("content")  # reads the same guides
def test_every_section_that_is_listed_is_shown_to_someone() -> None:
    from tests.content.test_every_guide import guides

    shown = {section.id for guide in guides() for section in guide.document.sections}
    assert {*SECTIONS, *LIBRARY.topics} <= shown


def test_every_fact_part_and_source_is_used() -> None:
    bodies = "\n".join(file.body for file in LIBRARY.files())
    lines = (*(words.text for words in LIBRARY.red_flag_words.values()), *LIBRARY.words.values())
    ways = (text for words in LIBRARY.way_words.values() for text in words.texts)
    asked = "\n".join((bodies, *lines, *LIBRARY.evidence_words.texts.values(), *ways))
    named = {topic.approved for topic in LIBRARY.topics.values()}
    named |= {item.boxed_warning for item in LIBRARY.treatments.values()}
    named |= {fact for flag in LIBRARY.red_flags.values() for fact in flag.facts}
    named |= {fact for item in LIBRARY.evidence.values() for fact in item.facts}
    unused = [fact for fact in LIBRARY.facts if f'"{fact}"' not in asked and fact not in named]
    assert not [fact for fact in unused if fact not in CATEGORY_FACTS]
    told = {part for item in LIBRARY.evidence.values() for part in item.harms_parts}
    assert all(f"@{part}" in bodies or part in told for part in PARTS)
    cited = {fact.source for fact in LIBRARY.facts.values()}
    cited |= {source for program in LIBRARY.programs.values() for source in program.sources}
    cited |= {source for file in LIBRARY.files() for source in file.head.sources}
    cited |= {source for flag in LIBRARY.red_flags.values() for source in flag.sources}
    cited |= {source for way in LIBRARY.ways.values() for source in way.sources}
    assert set(LIBRARY.sources) == cited


def test_a_section_whose_condition_is_not_met_is_not_shown(copy: Path) -> None:
    edit(
        copy / "locales/en/sections/about.md",
        lambda text: text.replace("shelf =", 'when = { all = ["in-situ"] }\nshelf =', 1),
    )
    library = Library(root=copy)
    assert "about" not in explain(made(PERSON, library))["sections"]
    assert "about" not in explain(made(replace(PERSON, setting=None), library))["sections"]
    assert "about" in explain(made(replace(PERSON, setting=Setting.IN_SITU), library))["sections"]


def test_page_one_of_each_category_says_for_whom_it_is() -> None:
    for category in Her2Category:
        when = LIBRARY.result_file(category).head.when.condition()
        assert when.all == (f"category-{category.value.replace('_', '-')}",)
    assert LIBRARY.provisional_file().head.when.all == ("provisional",)


def test_it_says_until_when_it_holds_and_no_more_once_that_day_has_passed() -> None:
    due = LIBRARY.edition.due
    for day, told in ((TODAY, True), (due, True), (due + timedelta(days=1), False)):
        assert ("After that day, ask your clinic for a newer guide." in words(made(PERSON, today=day), "about")) is told
    assert "All of it must be checked again by May 23, 2027." in words(made(PERSON), "about")
