"""Parts of a record that say nothing of this person's tumor, by their LOINC code; they are not read."""

from her2guide.intake.coded import Concept

SKIPPED = frozenset(
    {
        "10157-6",  # family history
        "29762-2",  # social history
        "18776-5",  # plan of treatment
        "48765-2",  # allergies
        "8716-3",  # vital signs
        "11369-6",  # immunizations
        "10160-0",  # medications
        "61146-7",  # goals
        "69730-0",  # instructions
        "42348-3",  # advance directives
        "48768-6",  # payers
        "47420-5",  # functional status
    }
)
PROBLEMS = frozenset({"11450-4", "11348-0", "10164-2"})
"""The problem list, past illness, history of the present illness: quoted from earlier results."""


def is_skipped(code: Concept) -> bool:
    """Return whether a section of this code is not read."""
    return any(coding.code in SKIPPED for coding in code.codings)


def is_history(code: Concept) -> bool:
    """Return whether a section of this code repeats what was found earlier."""
    return any(coding.code in PROBLEMS for coding in code.codings)
