"""Labels with amounts in them: dollars for one household, and miles."""

import re

from her2guide.model.income import ranges
from her2guide.model.terms import IncomeBand
from her2guide.wizard.pages import QuestionPage
from her2guide.wizard.session import Session


def label_of(label: str, page: QuestionPage, choice: str, session: Session) -> str:
    """Return a label with its `{low}` and `{high}` filled in. A label without them stays as it is."""
    if "{" not in label:
        return label
    return label.format(**(_dollars(choice, session) if page.field == "income_band" else _miles(choice)))


def _dollars(choice: str, session: Session) -> dict[str, str]:
    line, household = session.around.poverty_line, session.answers.household_size
    if line is None or household is None:
        raise ValueError("income is told in dollars for one household, and neither is known")
    found = ranges(line, household)[IncomeBand(choice)]
    low, high = (None if amount is None else f"${amount:,}" for amount in (found.low, found.high))
    return {name: amount for name, amount in (("low", low), ("high", high)) if amount is not None}


def _miles(choice: str) -> dict[str, str]:
    return dict(zip(("low", "high"), re.findall(r"\d+", choice), strict=False))
