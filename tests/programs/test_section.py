"""The section on people and groups who may help: what stands there, what never does, and what age hides."""

import itertools
import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from her2guide.check import findings
from her2guide.guide.build import Guide, build_guide
from her2guide.guide.document import AskList, Block, Bullets, Heading, Paragraph, Section, Table, plain
from her2guide.guide.explain import explain
from her2guide.guide.own_words import own_text
from her2guide.library.claims import forbidden_claims
from her2guide.library.library import Library
from her2guide.library.poverty import current_poverty_line
from her2guide.library.program_records import Language, PhoneStatus
from her2guide.model.income import PovertyLine
from her2guide.model.programs import ProgramKind
from her2guide.model.terms import Concern, Employment, IncomeBand, Insurance, Setting
from her2guide.output.text import render_text
from her2guide.reading_level import indices
from tests.content.test_every_guide import GLOSSES
from tests.content.test_every_guide import words as words_of
from tests.content.test_no_typed_digits import typed_digits
from tests.programs.people import PEOPLE, answers_of

LIBRARY = Library()
TODAY = date(2026, 11, 23)
PAYING = "paying-programs"
IN_TWO_MONTHS, IN_SEVEN, IN_THIRTEEN = date(2027, 1, 23), date(2027, 6, 23), date(2027, 12, 23)
ENHERTU = "trastuzumab-deruxtecan"
PERSON = {
    "insurance": "medicare",
    "setting": "metastatic",
    "concerns": ["cost", "distress", "travel"],
    "medicines": {ENHERTU: "taking"},
}
PHONE = re.compile(r"\b1-\d{3}-\d{3}-\d{4}\b")


def made(said: dict[str, object] = PERSON, today: date = TODAY) -> Guide:
    return build_guide(answers_of(said), LIBRARY, today)


def section(guide: Guide) -> Section:
    return next(section for section in guide.document.sections if section.id == PAYING)


def words(guide: Guide) -> str:
    """Return the words of the page, without those in parentheses at a word's first use."""
    return words_of(guide.document, PAYING)


def everyone() -> list[Guide]:
    """Return a guide for each cover with each concern, each with another medicine and setting."""
    turns = itertools.cycle(itertools.product((*LIBRARY.treatments, None), (*Setting, None)))
    found = []
    for insurance, concern in itertools.product((*Insurance, None), (*Concern, None)):
        medicine, setting = next(turns)
        said = {"insurance": insurance, "concerns": [concern] if concern else [], "setting": setting}
        found.append(made({**said, "medicines": {medicine: "taking"} if medicine else {}}))
    return found


@cache
def all_of_them() -> list[Guide]:
    """Return the guide of everyone, and of the people of the table."""
    return [*everyone(), *(made(said) for said in PEOPLE.values())]


# --- what stands there


def test_everyone_has_the_section_after_the_signs_and_before_the_word_list() -> None:
    for guide in all_of_them():
        ids = [section.id for section in guide.document.sections]
        assert ids.index("call-now") < ids.index(PAYING) < ids.index("word-list")
        assert ids == explain(guide)["sections"]


def test_each_program_to_ask_first_has_its_name_sentence_reason_and_number() -> None:
    text = words(made())
    for piece in (
        "CancerCare Hopeline",
        "Cancer social workers talk with you by phone.",
        "Where no kind of insurance is named, they help people with any kind, or none.",
        "1-800-813-4673",
        "Monday to Thursday, 10 am to 6 pm; Friday, 10 am to 5 pm (Eastern time)",
        "https://www.cancercare.org",
        "State Health Insurance Assistance Program (SHIP)",
        "It takes people with Medicare or Medicaid.",
        "Have ready: your Medicare card, your plan’s letters and the names of your medicines.",
        "It has an income limit: 5 times the federal poverty line. For one person that is $79,800 a year.",
        "Monday to Friday, 8:30 am to 5:30 pm (Eastern time)",
        "A maker’s co-pay card cannot be used with Medicare, Medicaid, TRICARE or care by the VA (for veterans).",
        "Only with Enhertu.",
    ):
        assert piece in text, piece


def listed(guide: Guide, heading: str) -> list[str]:
    """Return the programs under a heading, one line each."""
    blocks = section(guide).blocks
    heads = [index for index, block in enumerate(blocks) if isinstance(block, Heading) and plain(block.text) == heading]
    under = (block for index in heads for block in blocks[index + 1 : index + 2] if isinstance(block, Bullets))
    return [GLOSSES.sub("", plain(item)) for block in under for item in block.items]


def test_each_group_has_one_line_for_each_program_and_all_of_it_stays_short() -> None:
    for guide in all_of_them():
        first, check = listed(guide, LIBRARY.word("programs.fit")), listed(guide, LIBRARY.word("programs.check"))
        excluded = listed(guide, LIBRARY.word("programs.not-for-cover"))
        assert (len(first) == 5) or (len(first) == 3 and not check and not excluded)
        assert len(check) <= 5
        assert len(excluded) <= 4
        lines = next(each for each in guide.document.sections if each.id == "paying-lines").blocks
        to_call = [item for block in lines if isinstance(block, Bullets) for item in block.items]
        assert len(first) + len(check) + len(excluded) + len(to_call) <= 25


def test_whoever_said_nothing_of_insurance_or_money_reads_three_programs_and_whom_to_ask_for_more() -> None:
    guide = made({"concerns": ["fatigue"]})
    assert len(listed(guide, LIBRARY.word("programs.fit"))) == 3
    assert "There are more. Ask the social worker at your clinic" in words(guide)
    assert not [block for block in section(guide).blocks if isinstance(block, AskList)]


def test_the_call_list_has_a_box_for_the_clinic_and_for_every_number_to_ask_first() -> None:
    for guide in all_of_them():
        asks = [block for block in section(guide).blocks if isinstance(block, AskList)]
        first = listed(guide, LIBRARY.word("programs.fit"))
        assert len(asks) == (0 if len(first) == 3 else 1)
        for ask in asks:
            items = [plain(item) for item in ask.items]
            assert items[0] == "My clinic’s social worker or financial counselor"
            numbers = [found[1] for line in first if (found := re.search(r"Call ([\d-]+)[.:]", line))]
            assert [item.rpartition(": ")[2] for item in items[1:]] == numbers


def test_what_a_program_does_stands_once_in_a_guide() -> None:
    for guide in all_of_them():
        text = render_text(guide.document)
        twice = [entry for entry, item in LIBRARY.program_words.items() if item.does and text.count(item.does) > 1]
        assert not twice


def test_the_sources_of_what_is_named_are_in_the_list() -> None:
    for guide in all_of_them():
        sources = {entry.id for entry in guide.document.sources}
        items = [line for key in ("fit", "check") for line in listed(guide, LIBRARY.word(f"programs.{key}"))]
        named = {entry: any(line.startswith(f"{item.name}. ") for line in items)
                 for entry, item in LIBRARY.program_words.items()}  # fmt: skip
        assert sum(named.values()) == len(items)
        for entry, is_named in named.items():
            assert not is_named or set(LIBRARY.programs[entry].sources) <= sources


def test_the_poverty_line_is_told_with_its_source_where_a_limit_is() -> None:
    guide = made()
    assert "The federal poverty line is an income that the US government sets: $15,960 a year for one person." in words(
        guide
    )
    assert "For more people than stand here, each one more adds $5,680" in words(guide)
    assert "hhs-2026-poverty-guidelines" in {entry.id for entry in guide.document.sources}
    assert {"poverty.one-person", "poverty.each-more"} <= set(explain(guide)["facts_used"])
    assert current_poverty_line(LIBRARY, TODAY) == PovertyLine(15_960, 5_680)


# --- what never does


def test_the_old_name_of_a_fund_is_never_printed_or_listed() -> None:
    for guide in all_of_them():
        assert "PAN Foundation / " not in render_text(guide.document)
        assert "1-866-316-7263" not in render_text(guide.document)
        assert "pan_legacy" not in [program["id"] for program in explain(guide)["programs"]]


def test_only_numbers_and_addresses_that_were_seen_are_printed_anywhere() -> None:
    seen = {program.phone for program in LIBRARY.programs.values() if program.phone_status is PhoneStatus.YES}
    addresses = {program.address for program in LIBRARY.programs.values()}
    for guide in all_of_them():
        assert set(PHONE.findall(render_text(guide.document))) <= seen
        assert set(re.findall(r"https?://\S+", words(guide))) <= addresses


def test_a_program_known_from_memory_is_named_without_any_detail() -> None:
    said = {"insurance": "employer", "concerns": ["cost"], "medicines": {"datopotamab-deruxtecan": "taking"}}
    text = words(made(said))
    name = "Help from the makers of Datroway"
    wanted = "We could not confirm this one. Ask the clinic whether the maker gives the medicine free."
    assert [line for line in text.split("\n") if name in line] == [f"{name}. {wanted}"]


def test_nothing_on_paper_tells_of_income_household_or_work() -> None:
    for insurance in ("medicare", "none", "employer"):
        texts = set()
        for band, household in itertools.product(("<=138", "prefer_not_to_say", "139-150"), (1, 7)):
            said = {**PERSON, "insurance": insurance, "income_band": band, "household_size": household}
            texts.add(render_text(made(said).document))
        assert len(texts) == 1
    for band in IncomeBand:
        assert f"{band}" not in words(made({**PERSON, "income_band": band}))
    for work in Employment:
        assert "on leave" not in words(made({**PERSON, "employment": work}))


def apart_from_paying(guide: Guide) -> list[Section]:
    """Return the sections that are not about paying, without the lists of what all use and the counselor's questions.

    That those name no kind of insurance is tested with the words of each cover. The numbers of sources follow the list
    of sources, which is one of all that is used.
    """
    kept = ("sources", "word-list", "questions")
    pages = (each for each in guide.document.sections if not each.id.startswith("paying") and each.id not in kept)
    return [replace(each, blocks=tuple(it for it in each.blocks if not is_sources(it))) for each in pages]


def is_sources(block: Block) -> bool:
    """Return whether a block is the line with the numbers of a page's sources."""
    return isinstance(block, Paragraph) and plain(block.text).startswith("Sources: ")


def test_the_kind_of_insurance_is_told_nowhere_outside_the_pages_on_paying() -> None:
    for insurance in (*Insurance, None):
        guide = made({**PERSON, "insurance": insurance})
        assert apart_from_paying(guide) == apart_from_paying(made({**PERSON, "insurance": None}))


def test_our_sentences_name_no_number_address_or_other_program() -> None:
    names = {entry: item.name for entry, item in LIBRARY.program_words.items() if item.name != "Medicaid"}
    for entry, item in LIBRARY.program_words.items():
        text = " ".join((item.does, item.call, *item.ready))
        assert not PHONE.search(text)
        assert not re.search(r"www\.|https?:|\.(com|org|gov)\b", text), entry
        assert [other for other, name in names.items() if other != entry and name in text] == []


def test_one_to_three_short_sentences_each_at_grade_six_or_easier() -> None:
    for entry, item in LIBRARY.program_words.items():
        for text in (item.does, item.call):
            sentences = [each for each in re.split(r"(?<=[.?])\s", text) if each]
            assert len(sentences) <= 3, entry
            assert all(len(each.split()) <= 22 for each in sentences), entry
        if item.does:
            assert indices(f"{item.does}\n{item.call}").flesch_kincaid <= 6, entry


def test_funds_are_never_called_open() -> None:
    funds = [entry for entry, program in LIBRARY.programs.items() if program.kind is ProgramKind.COPAY_FUND]
    for entry in funds:
        assert "Funds open and close." in LIBRARY.program_words[entry].does


def test_no_version_of_the_section_makes_a_claim_or_is_hard_to_read() -> None:
    for guide in all_of_them():
        text = own_text(section(guide), LIBRARY)
        assert forbidden_claims(text) == ()
        assert indices(text).flesch_kincaid <= 6


def test_the_labels_of_the_section_have_no_typed_figures() -> None:
    labels = {key: text for key, text in LIBRARY.words.items() if key.startswith("programs.")}
    assert len(labels) > 50
    assert not [key for key, text in labels.items() if typed_digits(text)]


def test_languages_are_told_only_where_more_than_english_was_seen() -> None:
    told = {entry for entry, program in LIBRARY.programs.items() if program.languages}
    assert told == {"csc_helpline"}
    assert Language.SPANISH in LIBRARY.programs["csc_helpline"].languages


# --- age


@pytest.mark.parametrize("today", [TODAY, IN_TWO_MONTHS, IN_SEVEN, IN_THIRTEEN])
def test_past_its_day_a_program_shows_no_number_address_or_hours(today: date) -> None:
    text = words(made(today=today))
    for entry, program in LIBRARY.programs.items():
        if today > program.due and entry in LIBRARY.program_words and program.address:
            name = LIBRARY.program_words[entry].name
            assert f"{name}: {program.phone}" not in text
            assert f"\n{program.address}\n" not in text
    assert bool(PHONE.search(text)) is (today in (TODAY, IN_TWO_MONTHS))


def test_after_two_months_a_fund_is_named_without_its_number_and_the_rest_keeps_theirs() -> None:
    text = words(made(today=IN_TWO_MONTHS))
    fund = next(line for line in text.split("\n") if line.startswith("TotalAssist. "))
    assert "its number and address are left out. Ask your clinic" in fund
    assert "1-866-512-3861" not in text
    assert "1-800-813-4673" in text


def test_each_income_limit_stands_in_dollars_for_every_size_of_household() -> None:
    (found,) = [block for block in section(made()).blocks if isinstance(block, Table)]
    rows = [[plain(cell) for cell in row] for row in found.rows]
    times = [head.split()[0] for head in rows[0][2:]]
    assert times
    for people, row in enumerate(rows[1:], 1):
        line = 15_960 + 5_680 * (people - 1)
        limits = (line * round(100 * float(each)) // 100 for each in times)
        assert row == [str(people), f"${line:,}", *(f"${limit:,}" for limit in limits)]
    assert len(rows) == 9


def test_a_poverty_line_of_last_year_is_neither_printed_nor_asked_by() -> None:
    assert current_poverty_line(LIBRARY, date(2027, 1, 15)) is not None
    assert current_poverty_line(LIBRARY, date(2027, 1, 16)) is None
    assert current_poverty_line(LIBRARY, date(2020, 1, 1)) is None
    text = words(made(today=IN_TWO_MONTHS))
    assert "It has an income limit: 3 times the federal poverty line. It is" in text
    assert "$" not in text


def test_after_seven_months_no_program_shows_a_detail_and_after_thirteen_the_section_is_too_old() -> None:
    assert "This page was due for a check on May 23, 2027" in words(made(today=IN_SEVEN))
    assert "This part is too old to show" in words(made(today=IN_THIRTEEN))
    assert "CancerCare" not in words(made(today=IN_THIRTEEN))


def test_under_a_wrong_clock_no_number_is_shown_here() -> None:
    assert not PHONE.search(words(made(today=date(2020, 1, 1))))


def test_the_check_names_what_is_past_its_day_and_what_is_known_from_memory() -> None:
    def named(kind: str, today: date | None) -> set[str]:
        return {found.id for found in findings(LIBRARY, today) if found.kind == kind}

    monthly = {"totalassist", "healthwell", "taf", "good_days", "medicaid", "marketplace_sep"}
    assert not named("stale", TODAY)
    assert monthly <= named("stale", IN_TWO_MONTHS)
    assert "komen_helpline" not in named("stale", IN_TWO_MONTHS)
    assert set(LIBRARY.programs) <= named("stale", IN_SEVEN)
    assert named("from-memory", None) == {name for name, item in LIBRARY.programs.items() if item.from_memory}
    assert "hope_lodge" in named("needs-primary-source", None)
    assert "komen_fap" not in named("needs-primary-source", None)


# --- explain


@pytest.mark.parametrize("person", PEOPLE)
def test_explain_lists_every_program_in_one_order_each_with_reasons_in_words(person: str) -> None:
    listed = explain(made(PEOPLE[person]))["programs"]
    assert [program["id"] for program in listed] == [rule.id for rule in LIBRARY.program_rules]
    assert len(listed) == 76
    for program in listed:
        assert set(program) == {"id", "match", "reasons"}
        assert program["match"] in ("fits", "check", "excluded")
        assert program["reasons"]
        assert all(reason.endswith(".") and "{" not in reason for reason in program["reasons"])


def test_explain_tells_the_limit_and_never_the_income() -> None:
    for band in IncomeBand:
        said = {**PERSON, "income_band": band, "household_size": 4}
        fund = next(found for found in explain(made(said))["programs"] if found["id"] == "totalassist")
        assert "It has an income limit: 5 times the federal poverty line" in " ".join(fund["reasons"])
        assert f"{band}" not in str(fund["reasons"])
