"""Every answer about insurance, in every setting, gets the pages and the words of its own cover and of no other."""

import itertools
import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from her2guide.check import findings
from her2guide.guide.build import Guide, build_guide
from her2guide.guide.document import lines_of, plain
from her2guide.library.order import KEEP, PAYING
from her2guide.library.records import FactKind, Whom
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import Concern, Employment, IhcScore, IncomeBand, Insurance, Setting, YesNo
from tests.content.test_every_guide import GLOSSES, LIBRARY, TODAY, words
from tests.programs.test_section import is_sources

OWN_WORDS = tomllib.loads(Path(__file__).with_name("cover_words.toml").read_text(encoding="utf-8"))
NOT_SAID = "not_said"
COVERS = (*Insurance, None)
SETTINGS = (*Setting, None)
ELSEWHERE = {"sources", "word-list"}  # titles of other people, and the meaning of words
TWO_MONTHS, SEVEN_MONTHS, THIRTEEN_MONTHS = date(2027, 1, 23), date(2027, 6, 23), date(2027, 12, 23)
PROGRAMS = "paying-programs"
ALWAYS = ["paying-lines"]
NEXT_YEAR = [*ALWAYS, "paying-next-year"]
INSURED = [PROGRAMS, "paying-approval", "paying-papers", *NEXT_YEAR]
PAGES = {
    "employer": ["paying-private", *INSURED],
    "marketplace": ["paying-private", *INSURED],
    "medicare": ["paying-medicare", *INSURED],
    "medicare_advantage": ["paying-medicare-advantage", *INSURED],
    "medicaid": ["paying-medicaid", *INSURED],
    "medicare_and_medicaid": ["paying-medicare-and-medicaid", *INSURED],
    "tricare": ["paying-tricare", *INSURED],
    "va": ["paying-va", PROGRAMS, "paying-approval", "paying-papers", *ALWAYS],
    "none": ["paying-uninsured", PROGRAMS, "paying-papers", *NEXT_YEAR],
    NOT_SAID: ["paying-find-cover", PROGRAMS, *ALWAYS],
}
# In-situ disease has no page on infusions, on their approval or on the papers for it.
IN_SITU = {
    **{cover: [PROGRAMS, *NEXT_YEAR] for cover in PAGES},
    "va": [PROGRAMS, *ALWAYS],
    "none": ["paying-uninsured", PROGRAMS, *NEXT_YEAR],
    NOT_SAID: ["paying-find-cover", PROGRAMS, *ALWAYS],
}


def said(insurance: Insurance | None) -> str:
    return NOT_SAID if insurance in (None, Insurance.NOT_SURE) else insurance.value


def person(insurance: Insurance | None, setting: Setting | None = Setting.METASTATIC) -> Answers:
    return Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS), setting=setting, insurance=insurance)


def made(answers: Answers, today: date = TODAY) -> Guide:
    return build_guide(answers, LIBRARY, today)


def paying(guide: Guide) -> list[str]:
    return [section.id for section in guide.document.sections if section.id in PAYING]


def text(guide: Guide) -> str:
    titles = (section.title for section in guide.document.sections)
    return "\n".join((*titles, words(guide.document)))


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("insurance", COVERS)
def test_each_cover_gets_its_own_pages_in_order_and_no_other(
    insurance: Insurance | None, setting: Setting | None
) -> None:
    expected = IN_SITU if setting is Setting.IN_SITU else PAGES
    assert paying(made(person(insurance, setting))) == expected[said(insurance)]


@pytest.mark.parametrize("setting", [setting for setting in SETTINGS if setting is not Setting.IN_SITU])
@pytest.mark.parametrize("insurance", COVERS)
def test_each_cover_reads_its_own_words_and_no_other(insurance: Insurance | None, setting: Setting | None) -> None:
    shown = text(made(person(insurance, setting)))
    for cover, listed in OWN_WORDS.items():
        for own in listed["own"]:
            assert (own in shown) is (cover == said(insurance)), (cover, own)


def test_every_cover_has_words_of_its_own_listed() -> None:
    assert set(OWN_WORDS) == {said(insurance) for insurance in COVERS} == set(PAGES)


@pytest.mark.parametrize("insurance", COVERS)
def test_paying_stands_after_medicines_and_safety_and_before_what_to_keep(insurance: Insurance | None) -> None:
    ids = [section.id for section in made(person(insurance)).document.sections]
    shown = paying(made(person(insurance)))
    first, last = ids.index(shown[0]), ids.index(shown[-1])
    assert ids.index("call-now") < first
    assert ids[first : last + 1] == shown
    assert ids[last + 1] in (*KEEP, "word-list")


@pytest.mark.parametrize(
    ("medigap", "own"),
    [
        (YesNo.YES, "Which letter is my plan"),
        (YesNo.NO, "Talk to someone about this share soon."),
        (YesNo.NOT_SURE, "or another second plan."),
        (None, "or another second plan."),
    ],
)
def test_medigap_changes_what_is_said_about_the_share(medigap: YesNo | None, own: str) -> None:
    shown = text(made(replace(person(Insurance.MEDICARE), medigap=medigap)))
    every = ("Which letter is my plan", "Talk to someone about this share soon.", "or another second plan.")
    assert [each for each in every if each in shown] == [own]


def test_whoever_lost_insurance_reads_that_time_may_be_short() -> None:
    lost = replace(person(Insurance.NONE), lost_coverage_recently=YesNo.YES)
    assert "you lost your insurance not long ago" in text(made(lost))
    assert "you lost your insurance not long ago" not in text(made(person(Insurance.NONE)))


@pytest.mark.parametrize("insurance", COVERS)
def test_the_limit_for_pills_is_told_only_to_people_with_medicare(insurance: Insurance | None) -> None:
    told = insurance in (Insurance.MEDICARE, Insurance.MEDICARE_ADVANTAGE)
    assert ("Why the limit for pills does not help" in text(made(person(insurance)))) is told


@pytest.mark.parametrize("insurance", COVERS)
def test_the_kind_of_insurance_stands_on_no_page_but_those_on_paying(insurance: Insurance | None) -> None:
    for section in made(person(insurance)).document.sections:
        if section.id not in {*PAYING, *ELSEWHERE}:
            shown = "\n".join(plain(each) for block in section.blocks for each in lines_of(block))
            for name in ("Medicare", "Medicaid", "TRICARE", "Medigap", "Marketplace", "no insurance"):
                assert name not in shown, section.id


@pytest.mark.parametrize("insurance", COVERS)
def test_income_and_household_change_nothing_that_is_printed(insurance: Insurance | None) -> None:
    plainly = made(person(insurance)).document
    for income, household in itertools.product(IncomeBand, (1, 5)):
        assert made(replace(person(insurance), income_band=income, household_size=household)).document == plainly


@pytest.mark.parametrize("insurance", COVERS)
def test_work_is_a_need_like_others_and_changes_only_which_programs_are_named(insurance: Insurance | None) -> None:
    def apart_from_programs(answers: Answers) -> dict[str, list[str]]:
        """Neither with the numbers of sources, nor with glosses, which stand where a word comes first."""
        kept = ("paying-programs", "paying-lines", *ELSEWHERE)
        pages = (section for section in made(answers).document.sections if section.id not in kept)
        blocks = ((page, block) for page in pages for block in page.blocks if not is_sources(block))
        found: dict[str, list[str]] = {}
        for page, block in blocks:
            found.setdefault(f"{page.id}: {page.title}", []).extend(GLOSSES.sub("", plain(x)) for x in lines_of(block))
        return found

    plainly = apart_from_programs(person(insurance))
    for work in Employment:
        assert apart_from_programs(replace(person(insurance), employment=work)) == plainly


@pytest.mark.parametrize("insurance", COVERS)
def test_the_counselor_gets_questions_of_their_own_and_not_too_many(insurance: Insurance | None) -> None:
    shown = words(made(person(insurance)).document, "questions")
    team, counselor = shown.split(LIBRARY.word("questions.money"))
    asked = {name for name, ask in LIBRARY.asks.items() if ask.whom is Whom.COUNSELOR}
    assert "Which programs could I ask for help" in counselor
    assert "Which programs could I ask for help" not in team
    assert 3 <= counselor.count("?\n") <= 8 < len(asked)


def test_every_amount_in_dollars_holds_for_a_year_and_has_a_last_day() -> None:
    money = {name: fact for name, fact in LIBRARY.facts.items() if fact.kind is FactKind.MONEY}
    assert len(money) > 10
    for name, fact in money.items():
        if fact.value.startswith("$"):
            assert fact.year is not None, name
            assert str(fact.year) in name
            assert fact.expires == date(fact.year, 12, 31), name
        assert fact.source in LIBRARY.sources


def shown_facts(today: date) -> set[str]:
    return {
        span.target
        for insurance in COVERS
        for section in made(replace(person(insurance), concerns=(Concern.WORK,)), today).document.sections
        for block in section.blocks
        for each in lines_of(block)
        for span in each
        if span.target.startswith("money.")
    }


def test_every_fact_on_paying_is_shown_to_someone_today() -> None:
    assert shown_facts(TODAY) == {name for name in LIBRARY.facts if name.startswith("money.")}


def test_after_two_months_the_old_year_is_gone_and_the_new_year_stands() -> None:
    shown = shown_facts(TWO_MONTHS)
    assert not {name for name in shown if name.endswith(".2026")}
    assert {name for name in LIBRARY.facts if name.startswith("money.") and name.endswith(".2027")} <= shown
    medicare = text(made(person(Insurance.MEDICARE), TWO_MONTHS))
    assert "the amount we had is out of date. Please ask SHIP" in medicare
    assert "There is a time each fall to join or change a plan." in medicare
    assert "in 2026" not in medicare


def test_after_seven_months_pages_on_paying_say_that_they_were_due_and_whom_to_ask() -> None:
    guide = made(person(Insurance.EMPLOYER), SEVEN_MONTHS)
    private = words(guide.document, "paying-private")
    assert "was due for a check on May 23, 2027. Amounts and rules may have changed." in private
    assert "Ask the financial counselor" in private
    assert "$12,000" in private
    lines = words(guide.document, "paying-lines")
    assert "1-800-227-2345" in lines
    assert "1-866-843-2572" not in lines
    assert "Other numbers were due for a check, so they are left out." in lines
    assert "left out" not in words(made(person(Insurance.EMPLOYER)).document, "paying-lines")
    new_rule = words(made(person(Insurance.MEDICAID), SEVEN_MONTHS).document, "paying-next-year")
    assert "too old to show" in new_rule


def test_after_thirteen_months_no_amount_and_no_number_to_call_is_left_and_the_papers_still_stand() -> None:
    assert not shown_facts(THIRTEEN_MONTHS)
    for insurance in COVERS:
        guide = made(person(insurance), THIRTEEN_MONTHS)
        shown = text(guide)
        assert "$" not in shown
        phones = [found.phone for found in LIBRARY.programs.values() if found.phone]
        assert not [phone for phone in phones if re.search(rf"\b{phone}\b", words(guide.document))]
        papers = "paying-papers" in PAGES[said(insurance)]
        assert ("Start with what you have." in words(guide.document, "paying-papers")) is papers
        assert "ask your clinic for a number" in words(guide.document, "paying-lines")


def test_the_check_names_what_has_expired_and_only_that() -> None:
    def expired(today: date) -> set[str]:
        return {found.id for found in findings(LIBRARY, today) if found.kind == "expired"}

    years = {name: fact.expires for name, fact in LIBRARY.facts.items() if fact.expires}
    assert expired(TODAY) == set()
    for today in (TWO_MONTHS, SEVEN_MONTHS, THIRTEEN_MONTHS, date(2028, 1, 1)):
        assert expired(today) == {name for name, last in years.items() if today > last}
        assert expired(today)


@pytest.mark.parametrize("concern", [Concern.COST, Concern.BILLS, Concern.DENIAL])
def test_papers_come_too_to_whoever_worries_about_money_and_said_nothing_of_insurance(concern: Concern) -> None:
    assert "paying-papers" in paying(made(replace(person(None), concerns=(concern,))))
