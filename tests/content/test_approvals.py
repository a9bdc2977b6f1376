"""An approval is told with the country, the month and the day we checked, all in one paragraph or item."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import Heading, Line, Role, Section, lines_of, plain
from her2guide.guide.voice import format_date
from her2guide.library.order import MEDICINES
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import EstrogenReceptor, IhcScore, ProgesteroneReceptor, Setting
from tests.content.rendered import LIBRARY, pages
from tests.content.test_every_guide import words

DATED = re.compile(r"\b(?:checked|as of) [A-Z][a-z]+ \d{1,2}, 20\d\d\b", re.IGNORECASE)
DOSE = re.compile(r"\bmg\b|\bmilligram|\bgrade \d|\bkilogram|\bsteroid", re.IGNORECASE)


def lines(section: Section) -> Iterator[Line]:
    for block in section.blocks:
        if not isinstance(block, Heading):
            yield from lines_of(block)


def approvals(line: Line) -> list[str]:
    """Return the facts of a line that tell when something was approved."""
    facts = [span.target for span in line if span.role is Role.FACT]
    return [fact for fact in facts if "approval" in LIBRARY.facts[fact].unit]


@pytest.mark.parametrize("page", MEDICINES)
def test_the_month_of_an_approval_stands_with_the_country_and_the_day_we_checked(page: str) -> None:
    for section in pages():
        if section.id == page:
            for line in lines(section):
                text = plain(line)
                for fact in approvals(line):
                    assert "US" in text
                    assert f"hecked {format_date(LIBRARY.facts[fact].checked, LIBRARY)}" in text


@pytest.mark.parametrize("page", MEDICINES)
def test_nothing_is_called_approved_or_not_without_a_day(page: str) -> None:
    for section in pages():
        if section.id == page:
            for text in map(plain, lines(section)):
                assert DATED.search(text) or not re.search(r"\bapprov", text, re.IGNORECASE), text


@pytest.mark.parametrize("page", MEDICINES)
def test_pages_on_medicines_name_no_amount_no_grade_and_no_steroid(page: str) -> None:
    for section in pages():
        if section.id == page:
            assert not [text for text in map(plain, lines(section)) if DOSE.search(text)]


def test_there_are_approvals_to_look_at() -> None:
    assert sum(len(approvals(line)) for section in pages() if section.id in MEDICINES for line in lines(section)) > 50


def on_trials(setting: Setting, today: date, estrogen: EstrogenReceptor = EstrogenReceptor.POSITIVE) -> str:
    receptors = Answers(estrogen_receptor=estrogen, progesterone_receptor=ProgesteroneReceptor.NEGATIVE)
    answers = replace(receptors, her2=Her2Result(ihc=IhcScore.ONE_PLUS), setting=setting)
    return words(build_guide(answers, LIBRARY, today).document, "trials")


@pytest.mark.parametrize(
    ("setting", "fact"), [(Setting.EARLY, "tgt.giredestrant.early"), (Setting.METASTATIC, "tgt.giredestrant")]
)
def test_what_the_fda_is_looking_at_is_told_up_to_its_day_and_not_after_it(setting: Setting, fact: str) -> None:
    last = date.fromisoformat(LIBRARY.facts[fact].value)
    assert LIBRARY.facts[fact].expires == last
    assert f"{last:%B %Y}" in on_trials(setting, last)
    after = on_trials(setting, date.fromordinal(last.toordinal() + 1))
    assert f"{last:%B %Y}" not in after
    assert "Ask your team what was decided." in after
    assert "giredestrant" not in on_trials(setting, last, EstrogenReceptor.NEGATIVE).casefold()
