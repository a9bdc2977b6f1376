"""Help and harm side by side: both of one size, from one group each, in numbers or in words."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec import structs

from her2guide.guide.build import build_guide
from her2guide.guide.document import Block, Bullets, Heading, Line, Paragraph, Role, Table, facts_of, lines_of, plain
from her2guide.guide.evidence import benefit_harm, evidence_sources
from her2guide.guide.templates import used
from her2guide.library.errors import ContentError
from her2guide.library.evidence_records import COUNTED, SEVERAL, Kind, Seen
from her2guide.library.library import Library
from her2guide.library.records import FactKind
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.profile import profile
from her2guide.model.terms import (
    EstrogenReceptor,
    IhcScore,
    MembraneStaining,
    ProgesteroneReceptor,
    Prognosis,
    Setting,
)
from tests.copied import content_copy

LIBRARY = Library()
TODAY = date(2026, 11, 23)
USES = tuple(LIBRARY.topics)
ULTRALOW = Her2Result(ihc=IhcScore.ZERO, membrane_staining=MembraneStaining.FAINT)
HR_POSITIVE = {"estrogen_receptor": EstrogenReceptor.POSITIVE, "progesterone_receptor": ProgesteroneReceptor.POSITIVE}
LATE, LOW_USE, HR_USE = "tdxd-her2-positive-later", "tdxd-her2-low-after-chemotherapy", "tdxd-hr-positive-low-ultralow"
DATROWAY = ("dato-dxd-hr-positive", "dato-dxd-triple-negative")


def told(
    *uses: str,
    numbers: bool = True,
    life: bool = True,
    library: Library = LIBRARY,
    today: date = TODAY,
    **answers: object,
) -> tuple[Block, ...]:
    prognosis = Prognosis.TELL_ME_HOW_TO_ASK if life else Prognosis.LEAVE_OUT
    stated = Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS), setting=Setting.METASTATIC)
    stated = replace(stated, wants_numbers=numbers, prognosis=prognosis, **answers)  # type: ignore[arg-type]
    return benefit_harm(profile(stated), uses, library, today)


def tables(blocks: tuple[Block, ...]) -> dict[str, tuple[tuple[Line, ...], ...]]:
    """Return the rows of each table below its head, by the first cell of the head."""
    return {plain(block.rows[0][0]): block.rows[1:] for block in blocks if isinstance(block, Table)}


def words(blocks: tuple[Block, ...]) -> str:
    return "\n".join(plain(each) for block in blocks for each in lines_of(block))


def counts(cell: Line) -> list[tuple[str, Decimal]]:
    """Return the facts of a cell that counts people, with the number printed."""
    if "of every 100" not in plain(cell):
        return []
    return [(span.target, Decimal(span.text)) for span in cell if span.role is Role.FACT]


# --- the table of evidence


@pytest.mark.parametrize("use", USES)
def test_every_use_has_a_trial_help_harm_how_sure_it_is_and_what_is_not_known(use: str) -> None:
    known, said = LIBRARY.evidence[use], LIBRARY.evidence_words
    assert known.trial in said.use[use].studied
    assert known.helps
    assert known.harms
    assert known.certainty
    assert any(not each.life for each in known.unknown)
    for row, _ in known.rows:
        assert row.kind is not Kind.HALF or said.outcome[row.outcome].half


@pytest.mark.parametrize("use", USES)
def test_every_pair_of_facts_is_of_one_trial_one_group_and_one_unit(use: str) -> None:
    for row, trial in LIBRARY.evidence[use].rows:
        facts = [LIBRARY.facts[fact] for fact in row.facts]
        assert len({(fact.trial, fact.population, fact.unit, fact.source) for fact in facts}) <= 1
        assert all(fact.trial == trial for fact in facts)
        assert all(fact.unit.startswith(COUNTED) for fact in facts if row.kind is Kind.COUNT)
        assert row.facts or row.kind is Kind.WORDS


@pytest.mark.parametrize("use", USES)
def test_what_is_said_in_words_is_what_the_numbers_say(use: str) -> None:
    for row, _ in LIBRARY.evidence[use].rows:
        if row.comparator:
            medicine, comparator = (Decimal(LIBRARY.facts[fact].value) for fact in row.facts)
            near = 6 if row.kind is Kind.COUNT else 1
            apart = medicine - comparator
            seen = Seen.SIMILAR if abs(apart) <= near else Seen.MORE if apart > 0 else Seen.LESS
            assert row.seen is seen, (use, row.outcome)


@pytest.mark.parametrize("use", USES)
def test_how_many_took_part_and_for_how_long_is_printed_above_the_tables(use: str) -> None:
    known, said = LIBRARY.evidence[use], LIBRARY.evidence_words.use[use]
    texts = (said.studied, said.help_time, said.harm_time, said.more_time)
    printed = {name for text in texts for call, name in used(text, "x") if call == "fact"}
    assert printed == {*known.people, *known.time}


@pytest.mark.parametrize("use", USES)
def test_the_most_serious_harm_stands_first(use: str) -> None:
    assert LIBRARY.evidence[use].harms[0].outcome == "lungs"


@pytest.mark.parametrize("numbers", [True, False])
@pytest.mark.parametrize("use", USES)
def test_the_harm_of_a_boxed_warning_is_told_whatever_a_person_wants_to_read(use: str, numbers: bool) -> None:
    text = words(told(use, numbers=numbers, life=False))
    assert "Lung inflammation" in text
    assert "harm an unborn baby" in text
    assert bool(re.search(r"\bdied of|led to death", text)) is ("tdxd" in use)


# --- both sides alike


@pytest.mark.parametrize("numbers", [True, False])
@pytest.mark.parametrize("life", [True, False])
@pytest.mark.parametrize("use", USES)
def test_help_and_harm_are_tables_of_one_form_and_one_size(use: str, life: bool, numbers: bool) -> None:
    blocks = told(use, numbers=numbers, life=life)
    found = tables(blocks)
    assert list(found)[:2] == ["Help", "Harm"]
    assert {len(row) for rows in found.values() for row in rows} == {3}
    assert len(found["Harm"]) == len(found["Help"]) or ("More side effects" not in found and use == LATE)


@pytest.mark.parametrize("use", USES)
def test_no_harm_is_lost_between_the_two_tables_of_harm(use: str) -> None:
    found = tables(told(use))
    rows = (*found["Harm"], *found.get("More side effects", ()))
    printed = {fact for row in rows for cell in row for fact, _ in counts(cell)}
    assert printed == {fact for row in LIBRARY.evidence[use].harms for fact in row.facts}


@pytest.mark.parametrize("use", USES)
def test_each_count_is_told_both_ways_and_adds_up_to_a_hundred_but_for_the_many_more(use: str) -> None:
    found = tables(told(use))
    more = [counts(cell) for row in found.pop("More side effects", ()) for cell in row if counts(cell)]
    assert all(number == Decimal(LIBRARY.facts[fact].value) for ((fact, number),) in more)
    cells = [counts(cell) for rows in found.values() for row in rows for cell in row if counts(cell)]
    assert cells
    for (fact, number), (same, rest) in cells:
        assert fact == same
        assert number == Decimal(LIBRARY.facts[fact].value)
        assert number + rest == 100


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("0.2", "fewer than one"), ("1", "few"), ("9.9", "few"), ("10", "some"), ("29.9", "some"), ("30", "many"),
        ("44", "many"), ("45", "about half"), ("55", "about half"), ("56", "most"), ("89.9", "most"),
        ("90", "nearly all"), ("100", "nearly all"),
    ],
)  # fmt: skip
def test_a_count_is_told_with_a_word_for_how_often_it_is(value: str, word: str) -> None:
    fact = replaced_fact("db06.ae.nausea.enhertu", value)
    row = next(row for row in tables(told(HR_USE, library=fact))["More side effects"] if plain(row[0]) == "Nausea")
    assert plain(row[1]) == f"{value} of every 100 ({word})"


@pytest.mark.parametrize(
    ("value", "said"),
    [("0.2", "very few (fewer people)"), ("12", "some (fewer people)"), ("40", "many (fewer people)"),
     ("60", "most (fewer people)"), ("95", "nearly all (fewer people)")],
)  # fmt: skip
def test_with_numbers_off_a_count_is_told_by_how_often_it_is_and_how_it_compares(value: str, said: str) -> None:
    blocks = told(HR_USE, numbers=False, library=replaced_fact("db06.ae.nausea.chemotherapy", value))
    (row,) = [row for row in tables(blocks)["More side effects"] if plain(row[0]) == "Nausea"]
    assert [plain(cell) for cell in row[1:]] == ["most (more people)", said]


@pytest.mark.parametrize("use", USES)
def test_with_numbers_off_two_counts_that_are_about_as_many_are_told_by_one_word(use: str) -> None:
    rows = [row for found in tables(told(use, numbers=False)).values() for row in found]
    alike = [row for row in rows if "about as many" in plain(row[1])]
    assert alike or use not in (LATE, LOW_USE)
    assert all(plain(row[1]) == plain(row[2]) for row in alike)


def test_that_word_is_for_the_middle_of_the_two_counts() -> None:
    close = [row for row, _ in LIBRARY.evidence[HR_USE].rows if row.seen is Seen.SIMILAR and row.kind is Kind.COUNT]
    library = replaced_fact(close[0].medicine, "31")
    library.__dict__["facts"] |= {close[0].comparator: structs.replace(LIBRARY.facts[close[0].comparator], value="27")}
    cells = [
        plain(cell) for rows in tables(told(HR_USE, numbers=False, library=library)).values() for _, cell, _ in rows
    ]
    assert "some (about as many)" in cells


def test_what_has_no_count_says_so_where_numbers_are_wanted() -> None:
    for numbers, said in ((True, "it was seen (no checked count)"), (False, "some people")):
        row = tables(told(DATROWAY[0], numbers=numbers))["Harm"][0]
        assert [plain(cell) for cell in row[1:]] == [said, "no checked count"]
    row = tables(told("tdxd-early-after-surgery", numbers=False))["Harm"][0]
    assert [plain(cell) for cell in row[1:]] == ["few people", "no checked count"]


NOT_CHECKED = "We have not checked over how long this was counted."
YEARS = "People were followed for some years."
FOLLOWED = "Half of the people were followed for more than {} months ({})."
ON_ENHERTU = "{} on Enhertu for more than {} months, and on {} for more than {} months."
LONGER = "People were on Enhertu for longer than on {}."
LIVED = (
    "How long people lived was counted after about 32 months (over two years). "
    "We have not checked over how long the rest was counted."
)
HELP_TIMES = {  # with numbers and without
    "tdxd-her2-positive-first-line": (FOLLOWED.format(29, "over two years"), YEARS),
    LATE: (FOLLOWED.format(41, "over three years"), YEARS),
    LOW_USE: (LIVED, NOT_CHECKED),
    "tdxd-early-before-surgery": ("Help was counted at surgery.", "Help was counted at surgery."),
    "tdxd-early-after-surgery": ("Help was counted after 3 years.", "Help was counted after some years."),
    "dato-dxd-triple-negative": (FOLLOWED.format(27.5, "over two years"), YEARS),
}
WERE, HAD_BEEN = "Half of the people were", "counted when half of the people had been"
HARM_TIMES = {
    LATE: (ON_ENHERTU.format(HAD_BEEN, 14, "T-DM1", 7), LONGER.format("T-DM1")),
    LOW_USE: (ON_ENHERTU.format(WERE, 8, "chemotherapy", 3.5), LONGER.format("chemotherapy")),
    HR_USE: (ON_ENHERTU.format(WERE, 11, "chemotherapy", 5.6), LONGER.format("chemotherapy")),
    "tdxd-early-after-surgery": (
        "Half of the people were followed for about 30 months (over two years) or more.",
        YEARS,
    ),
    **dict.fromkeys(
        DATROWAY,
        (
            "Half of the people were on Datroway for more than 6.7 months, "
            "and on chemotherapy for more than 4.1 months.",
            "People were on Datroway for longer than on chemotherapy.",
        ),
    ),
}


@pytest.mark.parametrize("use", DATROWAY)
@pytest.mark.parametrize("numbers", [True, False])
def test_without_the_length_of_life_nothing_tells_how_long_people_could_stay_on_datroway(
    use: str, numbers: bool
) -> None:
    text = words(told(use, numbers=numbers, life=False))
    assert "Harm was counted at any time in the trial." in text
    assert "on Datroway for" not in text


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("numbers", [True, False])
def test_above_each_table_a_sentence_says_over_how_long_or_that_this_was_not_checked(use: str, numbers: bool) -> None:
    blocks = told(use, numbers=numbers)
    above = [
        plain(before.text) if isinstance(before, Paragraph) else ""
        for before, block in pairwise(blocks)
        if isinstance(block, Table)
    ]
    harmed = HARM_TIMES.get(use, (NOT_CHECKED, NOT_CHECKED))[not numbers]
    lungs = "We have not checked over how long lung inflammation was counted. " if use == LATE else ""
    lungs, these = (f"{lungs}The rest was ", "These were ") if use == LATE and numbers else (lungs, "")
    assert above[0] == HELP_TIMES.get(use, (NOT_CHECKED, NOT_CHECKED))[not numbers]
    assert above[1] == f"Harm was counted at any time in the trial. {lungs}{harmed}"
    assert use != LATE or above[2:] == [f"{these}{harmed}"]
    assert not re.search(r"\blived\b", words(told(use, numbers=numbers, life=False)))


def in_years(months: Decimal) -> str:
    """Return a time in years as the page has it: the last of these that it reaches."""
    numbers = ("a year", "two years", "three years", "four years", "five years", "six years")
    reached = [(Decimal(0), "")]
    for whole, words in enumerate(numbers, start=1):
        reached += [(whole * 12 - Decimal("1.5"), f" (almost {words})"), (Decimal(whole * 12), f" (over {words})")]
    return [words for least, words in reached if months >= least][-1]


@pytest.mark.parametrize("use", USES)
def test_a_time_of_a_year_or_more_is_told_in_years_too(use: str) -> None:
    found = 0
    for block in told(use):
        for cell in (cell for row in block.rows[1:] for cell in row[1:]) if isinstance(block, Table) else ():
            if "months" in plain(cell):
                (fact,) = [span for span in cell if span.role is Role.FACT]
                assert plain(cell) == f"more than {fact.text} months{in_years(Decimal(fact.text))}"
                found += 1
    assert (found > 0) is any(row.kind is Kind.HALF for row in LIBRARY.evidence[use].helps)


@pytest.mark.parametrize("use", USES)
def test_the_head_of_a_table_is_short(use: str) -> None:
    heads = [plain(block.rows[0][0]) for block in told(use) if isinstance(block, Table)]
    assert heads in (["Help", "Harm"], ["Help", "Harm", "More side effects"])


def test_of_a_trial_with_three_groups_no_sentence_speaks_of_the_other_group() -> None:
    texts = (path.read_text(encoding="utf-8") for path in (LIBRARY.root / "locales").rglob("*.*"))
    said = [line for text in texts for line in text.splitlines() if re.search(r"DESTINY-Breast(?:09|11)\b", line)]
    assert len([line for line in said if "Another got" in line]) > 4
    assert not [line for line in said if "The other got" in line]


KNOWN_TO_ALL = {  # their sources say: by chance, and open to all
    "DESTINY-Breast03",
    "DESTINY-Breast04",
    "DESTINY-Breast06",
    "DESTINY-Breast11",
    "TROPION-Breast01",
    "TROPION-Breast02",
}


@pytest.mark.parametrize("use", USES)
def test_that_nobody_checked_who_paid_is_told_and_chance_where_a_source_has_it(use: str) -> None:
    text = words(told(use))
    by_chance = {*KNOWN_TO_ALL, "DESTINY-Breast09"}
    assert ("Who got which was picked by chance." in text) is (LIBRARY.evidence[use].trial in by_chance)
    assert ("People and their doctors knew who got which." in text) is (LIBRARY.evidence[use].trial in KNOWN_TO_ALL)
    assert "This guide has not checked who paid for the trial." in text


def replaced_fact(fact: str, value: str) -> Library:
    """Return a library in which one fact has another value."""
    library = Library()
    library.__dict__["facts"] = {**LIBRARY.facts, fact: structs.replace(LIBRARY.facts[fact], value=value)}
    return library


@pytest.mark.parametrize("use", USES)
def test_a_count_is_of_every_100_people_and_a_time_is_never_one(use: str) -> None:
    for block in told(use):
        for row in block.rows[1:] if isinstance(block, Table) else ():
            for cell in row[1:]:
                for fact in facts_of((Heading(cell),)):
                    unit = "of every 100" if LIBRARY.facts[fact].unit.startswith(COUNTED) else "months"
                    assert unit in plain(cell)
                    assert unit != "months" or plain(row[0]).startswith("Half of the people: ")


def test_less_than_one_of_every_100_is_said_so() -> None:
    (row,) = [row for row in tables(told(HR_USE))["Harm"] if plain(row[0]) == "Lung inflammation"]
    assert plain(row[2]) == "0.2 of every 100 (fewer than one); 99.8 not"


# --- what a person wants to read


@pytest.mark.parametrize("use", USES)
def test_with_numbers_off_the_same_rows_are_told_and_no_figure_is_shown(use: str) -> None:
    blocks = told(use, numbers=False)
    assert not facts_of(blocks) or {LIBRARY.facts[fact].kind for fact in facts_of(blocks)} == {FactKind.DATE}
    assert len({row.outcome for row, _ in LIBRARY.evidence[use].rows}) == sum(map(len, tables(blocks).values()))
    left = re.sub(r"HER2|T-DM1|(DESTINY|TROPION)-Breast\d\d|January \d{4}", "", words(blocks))
    assert not re.search(r"\d", left)


@pytest.mark.parametrize("use", USES)
def test_with_length_of_life_left_out_no_row_tells_of_it(use: str) -> None:
    for numbers in (True, False):
        blocks = told(use, numbers=numbers, life=False)
        assert FactKind.SURVIVAL not in {LIBRARY.facts[fact].kind for fact in facts_of(blocks)}
        assert not re.search(r"\bliv(e|ed)\b|alive", words(blocks))


@pytest.mark.parametrize("use", DATROWAY)
def test_time_before_growth_on_datroway_stands_only_beside_length_of_life(use: str) -> None:
    for numbers in (True, False):
        assert "before the cancer grew" not in words(told(use, numbers=numbers, life=False))
        assert "Ask your team about it." in words(told(use, numbers=numbers, life=False))
        labels = [plain(row[0]) for row in tables(told(use, numbers=numbers))["Help"]]
        assert "time before the cancer grew" in labels[-2].casefold()
        assert "lived" in labels[-1]


def test_the_trial_where_datroway_did_not_lengthen_life_says_so() -> None:
    assert "People did not live clearly longer with Datroway" in words(told(DATROWAY[0]))
    assert "clearly longer" not in words(told(DATROWAY[1]))


# --- for whom


def test_time_before_growth_of_her2_low_cancer_is_not_told_of_ultralow_cancer() -> None:
    assert "before the cancer grew (people with HER2-low cancer)" in words(told(HR_USE))
    ultralow = words(told(HR_USE, her2=ULTRALOW))
    assert "people with HER2-low cancer)" not in ultralow
    assert "The group with HER2-ultralow cancer was small." in ultralow
    assert "The group with HER2-ultralow cancer was small." not in words(told(HR_USE))


def test_people_with_hormone_receptor_positive_cancer_read_the_result_of_that_group() -> None:
    everyone, positive = (facts_of(told(LOW_USE, **answers)) for answers in ({}, HR_POSITIVE))
    assert "db04.pfs.all.enhertu" in everyone
    assert "db04.pfs.hrpos.enhertu" not in everyone
    assert "db04.pfs.all.enhertu" not in positive
    assert {"db04.pfs.hrpos.enhertu", "db04.os.hrpos.update.enhertu"} <= set(positive)


def test_harms_from_elsewhere_are_said_to_be_before_their_table() -> None:
    for use, known in LIBRARY.evidence.items():
        blocks = told(use)
        text = words(blocks)
        assert ("The harms are from " in text) is bool(known.harms_from)
        if known.harms_from:
            assert known.harms_from in (SEVERAL, "TROPION-Breast01")
            before = text.split("\nHarm\n")[0]
            assert "The harms are from " in before


def test_more_than_one_trial_is_said_not_to_compare() -> None:
    apart = LIBRARY.word("benefit-harm.apart")
    assert apart not in words(told(LATE))
    assert words(told(LATE, USES[0])).startswith(apart)


def test_the_page_tells_of_the_uses_in_the_order_of_their_pages() -> None:
    answers = Answers(her2=Her2Result(ihc=IhcScore.THREE_PLUS), setting=Setting.METASTATIC)
    document = build_guide(answers, LIBRARY, TODAY).document
    titles = [section.title for section in document.sections if section.id in LIBRARY.topics]
    (page,) = [section for section in document.sections if section.id == "benefit-harm"]
    assert len(titles) > 1
    assert [plain(block.text) for block in page.blocks if isinstance(block, Heading)][:-1] == titles


@pytest.mark.parametrize("numbers", [True, False])
def test_the_sources_of_the_rows_told_are_listed_with_numbers_and_without(numbers: bool) -> None:
    stated = Answers(her2=Her2Result(ihc=IhcScore.THREE_PLUS), setting=Setting.METASTATIC, wants_numbers=numbers)
    for prognosis, with_life in ((Prognosis.LEAVE_OUT, False), (Prognosis.TELL_ME_HOW_TO_ASK, True)):
        answers = replace(stated, prognosis=prognosis)
        found = evidence_sources(profile(answers), [LATE, LOW_USE], LIBRARY)
        assert ("natmed-2025-destiny-breast04" in found) is with_life
        listed = {entry.id for entry in build_guide(answers, LIBRARY, TODAY).document.sources}
        assert set(evidence_sources(profile(answers), [USES[0]], LIBRARY)) <= listed


def test_the_list_from_the_label_stands_once_on_the_page() -> None:
    text = words(told("tdxd-early-before-surgery", "tdxd-early-after-surgery"))
    assert text.count("Enhertu label put several studies together") == 1
    assert text.count(LIBRARY.word("benefit-harm.above")) == 1


def test_how_sure_it_is_and_what_is_not_known_stand_under_each_use() -> None:
    for use in USES:
        lists = [block for block in told(use) if isinstance(block, Bullets)]
        assert len(lists) >= 2
        assert all(block.items for block in lists)


# --- age and refusals


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return content_copy(tmp_path)


def sooner(root: Path, fact: str) -> Library:
    """Return a library where one fact is due in February 2027."""
    path = root / "content/facts/trials.toml"
    head, tail = path.read_text(encoding="utf-8").split(f'["{fact}"]')
    tail = tail.replace("due = 2027-11-23", "due = 2027-02-01", 1)
    path.write_text(f'{head}["{fact}"]{tail}', encoding="utf-8")
    return Library(root=root)


def test_a_use_is_as_old_as_its_oldest_fact(copy: Path) -> None:
    library = sooner(copy, "her2pos.db03.pfs.enhertu")
    fresh, due, expired = (told(LATE, library=library, today=day) for day in (
        date(2027, 2, 1), date(2027, 2, 2), date(2027, 11, 1)
    ))  # fmt: skip
    assert "was due for a check" not in words(fresh)
    assert "was due for a check on February 1, 2027" in words(due)
    assert tables(due)
    assert "This part is too old to show." in words(expired)
    assert not tables(expired)


def test_a_list_from_the_label_that_is_due_makes_its_use_due(copy: Path) -> None:
    part = copy / "locales/en/parts/enhertu-side-effects.md"
    part.write_text(part.read_text(encoding="utf-8").replace("due = 2027-11-23", "due = 2027-02-01"), encoding="utf-8")
    day = date(2027, 2, 2)
    assert "was due for a check on February 1, 2027" in words(told(LATE, library=Library(root=copy), today=day))
    assert "was due for a check" not in words(told(LOW_USE, library=Library(root=copy), today=day))


def test_where_the_page_says_that_it_is_due_a_use_does_not_say_it_again() -> None:
    assert "was due for a check" not in words(told(LATE, today=date(2027, 11, 24)))


def edited(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


EVIDENCE, WORDS = "content/evidence.toml", "locales/en/evidence.toml"


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (edited(EVIDENCE, "db09.orr.thp", "db09.pfs.thp"), r"shrank: needs facts that may be shown"),
        (edited(EVIDENCE, "her2pos.db09.pfs.thp", "her2pos.db03.pfs.tdm1"), r"growth: has two facts that are not"),
        (edited(EVIDENCE, 'trial = "DESTINY-Breast09"', 'trial = "DESTINY-Breast99"'), r"has a fact that is not of"),
        (edited(EVIDENCE, "db04.pfs.all.chemo", "db04.pfs.gone.chemo"), r"names db04\.pfs\.gone\.chemotherapy"),
        (edited(EVIDENCE, "os.tdm1\", life = true", 'os.tdm1"'), r"life: tells how long people live"),
        (edited(EVIDENCE, 'kind = "words"', 'kind = "count"'), r"lungs: needs the medicine's fact"),
        (edited(EVIDENCE, 'seen = "some"', 'seen = "more"'), r"is seen in “some”"),
        (edited(EVIDENCE, 'seen = "some" }', 'seen = "some", drawn = true }'), r"lungs: is drawn, so it needs numbers"),
        (edited(EVIDENCE, "db09.pfs.thp\" }", 'db09.pfs.thp", drawn = true }'), r"drawn: needs one outcome of help"),
        (edited(EVIDENCE, "drawn = true", "drawn = true, life = true"), r"shrank: is drawn, so it needs numbers"),
        (edited(EVIDENCE, ", drawn = true", ""), r"drawn: needs one outcome of help and one of harm"),
        (edited(EVIDENCE, 'hormone-receptor", drawn = true', 'hormone-receptor"'), r"growth: is drawn, so each of its"),
        (edited(EVIDENCE, 'db04.pfs.all.chemotherapy", drawn = true',
                'db04.pfs.all.chemotherapy", drawn = true, when = { all = ["hormone-receptor-negative"] }'),
         r"growth: is drawn, so .* the last must be told to everyone"),
        (edited(EVIDENCE, 'trial = "TROPION-Breast01"', 'trial = "TROPION-Breast01"\nharms_from = "several"'),
         r"needs one outcome of help and one of harm|has a fact that is not of several trials"),
        (edited(EVIDENCE, 'outcome = "nausea"', 'outcome = "lungs"'), r"lungs: is drawn, so each of its rows"),
        (edited(WORDS, 'drawn = "How many had mouth sores at any time in the trial."', ""), r"mouth-sores: is missing"),
        (edited(WORDS, '[outcome.rash]', '[outcome.rash]\ndrawn = "How many"'), r"rash: is not"),
        (edited(EVIDENCE, '"category-low"', '"category-lwo"'), r"names category-lwo"),
        (edited(WORDS, "[outcome.rash]", "[outcome.rahs]"), r"rash: is missing"),
        (edited(WORDS, "harms_studied", "studied_harms"), r"unknown field"),
        (edited(WORDS, 'harms_medicine = "Datroway, other trial"', ""), r"must be there for harms from elsewhere"),
    ],
)  # fmt: skip
def test_evidence_that_does_not_fit_is_refused(copy: Path, edit: Callable[[Path], None], message: str) -> None:
    edit(copy)
    library = Library(root=copy)
    with pytest.raises(ContentError, match=message):
        _ = (library.evidence, library.evidence_words)
