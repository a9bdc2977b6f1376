"""A receptor's word where a record gives nothing but a coded percentage of cells.

The cut-off of 1 in 100 is that of the ASCO/CAP guideline on hormone receptor testing (2020).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from her2guide.intake.coded_number import DECIMAL, ESTROGEN, PROGESTERONE
from her2guide.intake.findings import Kind, Statement


def receptor_words(coded: Iterable[Statement], others: Sequence[Statement]) -> list[Statement]:
    """Return the words that coded percentages mean, for a receptor of which nothing else is said anywhere."""
    coded = [each for each in coded if each.kind is Kind.RESULT]
    told = {each.field for each in (*coded, *others)}
    more: list[Statement] = []
    for receptor, percent in (ESTROGEN, PROGESTERONE):
        values = [(each, _word_of(each.value)) for each in coded if each.field is percent]
        if receptor not in told and not any(each.field is percent for each in others):
            more += [replace(each, field=receptor, value=value) for each, value in values if value]
    return more


_FROM = re.compile(rf"(>=|[>≥])?({DECIMAL.pattern})(?:-\d{{1,3}})?")


def _word_of(percent: str) -> str:
    """Return the word that a percentage means: of a range or of "more than" the lower end counts."""
    if not (found := _FROM.fullmatch(percent)):
        return ""
    if float(found.group(2)) >= 1:
        return "positive"
    return "negative" if percent == "0" else ""
