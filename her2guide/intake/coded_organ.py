"""What a coded result says of the organ: by the name of its test, and by what was looked at."""

import re

from her2guide.intake.coded import CodedResult, one_line
from her2guide.intake.coded_measure import DoubtError
from her2guide.intake.findings import ReportField, Statement
from her2guide.intake.notices import Notice
from her2guide.intake.text import statements as text_statements

OTHER_ORGAN = Notice.OTHER_ORGAN
_OFTEN_SEEDED = re.compile(r"\b(?:liver|hepatic|lung|pulmonary)\b", re.IGNORECASE)
"""Where breast cancer often spreads to: such a specimen can still be of it."""


def organ_statements(result: CodedResult) -> list[Statement]:
    """Return whether a result is about the breast, as far as it says. Raises `DoubtError` for another organ."""
    by_name, by_material = _read(result, result.code.name), _read(result, f"Specimen: {result.material}")
    if not any(each.value == "false" for each in by_material):
        return by_name + by_material
    if not _OFTEN_SEEDED.search(result.material):
        raise DoubtError(OTHER_ORGAN)
    return by_name or by_material


def _read(result: CodedResult, words: str) -> list[Statement]:
    read = text_statements(one_line(words), when=result.when, specimen=result.specimen)
    return [each for each in read if each.field is ReportField.IS_BREAST]
