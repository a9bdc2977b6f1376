"""A visit passes on what the window knows: the day, the place, and the poverty line of the year."""

from datetime import date, timedelta

import pytest

from her2guide.library.library import Library
from her2guide.model.answers import Answers
from her2guide.model.terms import Insurance
from her2guide.settings import HOME, KIOSK
from her2guide.ui.visit import Visit
from her2guide.wizard.session import questions

LIBRARY = Library()
TODAY = date(2026, 11, 23)
INSURED = Answers(insurance=Insurance.MEDICARE, household_size=2)


def asked(today: date = TODAY, *, kiosk: bool = False) -> set[str]:
    visit = Visit(LIBRARY, today, KIOSK if kiosk else HOME, answers=INSURED)
    return {page.id for page in questions(visit.session)}


def test_at_home_household_and_income_are_asked() -> None:
    assert {"household", "income", "work", "travel"} <= asked()


def test_on_a_kiosk_neither_income_nor_household_nor_work_is_asked() -> None:
    assert not {"household", "income", "work"} & asked(kiosk=True)
    assert "travel" in asked(kiosk=True)


@pytest.mark.parametrize("day", [LIBRARY.facts["poverty.one-person"].due + timedelta(days=1), date(2020, 1, 1)])
def test_income_is_not_asked_by_the_poverty_line_of_another_year(day: date) -> None:
    assert not {"household", "income"} & asked(day)
    assert {"work", "travel"} <= asked(day)
