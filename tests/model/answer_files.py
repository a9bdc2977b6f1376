"""Answers files to test with: one with every answer, small ones, and how a bad one is refused."""

import json
from dataclasses import fields
from typing import Any

import pytest

from her2guide.model import terms
from her2guide.model.answers import Answers, Treatments
from her2guide.model.answers_json import answers_from_json
from her2guide.model.errors import AnswersError

LANGUAGES = ("en", "es")
TYPED = "Zanzibar"  # stands for what a person wrote; it must never come back in an error

FULL: dict[str, Any] = {
    "schema": 1,
    "confirmed": True,
    "language": "en",
    "reader": "together",
    "wants_numbers": False,
    "her2": {
        "ihc": "0",
        "membrane_staining": "faint",
        "ish": "not_done",
        "ish_ratio": "1.2 (printed)",
        "copy_number": "3,1",
        "newest": "not_sure",
        "specimen": "hígado — liver",
        "date": "2024-02-29",
    },
    "other_results": [{}, {"ihc": "1+", "date": "2019-12-31"}],
    "estrogen_receptor": "low_positive",
    "estrogen_percent": "8 %",
    "progesterone_receptor": "not_sure",
    "progesterone_percent": "",
    "setting": "locally_advanced",
    "stage_2_or_3": "yes",
    "surgery": "not_decided",
    "treatments": {
        "endocrine_metastatic": "yes",
        "progressed_on_endocrine_metastatic": "no",
        "cdk46": "not_sure",
        "chemotherapy_metastatic": "yes",
        "recurrence_within_6_months_of_adjuvant_chemotherapy": "no",
        "her2_targeted_metastatic": "no",
        "recurrence_within_6_months_of_her2_therapy": "not_sure",
        "residual_disease_after_neoadjuvant": "yes",
    },
    "pd1_option": "no",
    "medicines": {"trastuzumab-deruxtecan": "talked_about", "palbociclib": "stopped_for_side_effect"},
    "other_medicines": "tea\n\tand more",
    "insurance": "medicare_and_medicaid",
    "medigap": "no",
    "lost_coverage_recently": "not_sure",
    "household_size": 3,
    "income_band": "<=138",
    "employment": "on_leave",
    "travel_miles": "300+",
    "concerns": ["cost", "lungs"],
    "matters_most": ["my garden", ""],
    "questions": ["\U0001f33b?", "\u202eodd\u0000"],
    "prognosis": "tell_me_how_to_ask",
    "contacts": {"clinic_name": "A", "daytime_phone": "", "after_hours_phone": "C", "infusion_day": "D"},
    "counselor_notes": "hello",
}


def read(data: object) -> Answers:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    return answers_from_json(raw, languages=LANGUAGES)


def refused(data: object) -> AnswersError:
    """Return why a file is refused, after checking what holds for every refusal."""
    with pytest.raises(AnswersError) as caught:
        read(data)
    error = caught.value
    assert str(error) == f"{error.field}: {error.problem}"
    assert "\n" not in str(error)
    assert TYPED.lower() not in str(error).lower()
    assert error.__cause__ is None
    assert error.__context__ is None  # a parser's own error carries the whole file
    return error


def at(path: str, value: object) -> dict[str, Any]:
    """Return a file with one value at a dotted path; `[]` after a name makes it the only item of a list."""
    for part in reversed(path.split(".")):
        value = {part.removesuffix("[]"): [value] if part.endswith("[]") else value}
    assert isinstance(value, dict)
    return {"schema": 1, **value}


def shown(path: str) -> str:
    return path.replace("[]", "[0]")


# What each answer takes, by its dotted path; `[]` is any item of a list.
ENUMS = {
    "reader": terms.Reader,
    "her2.ihc": terms.IhcScore,
    "her2.membrane_staining": terms.MembraneStaining,
    "her2.ish": terms.IshResult,
    "her2.newest": terms.YesNo,
    "other_results[].ihc": terms.IhcScore,
    "other_results[].membrane_staining": terms.MembraneStaining,
    "other_results[].ish": terms.IshResult,
    "other_results[].newest": terms.YesNo,
    "estrogen_receptor": terms.EstrogenReceptor,
    "progesterone_receptor": terms.ProgesteroneReceptor,
    "setting": terms.Setting,
    "stage_2_or_3": terms.YesNo,
    "surgery": terms.Surgery,
    **{f"treatments.{item.name}": terms.YesNo for item in fields(Treatments)},
    "pd1_option": terms.YesNo,
    **{f"medicines.{name}": terms.Told for name in terms.MEDICINE_IDS},
    "insurance": terms.Insurance,
    "medigap": terms.YesNo,
    "lost_coverage_recently": terms.YesNo,
    "income_band": terms.IncomeBand,
    "employment": terms.Employment,
    "travel_miles": terms.TravelMiles,
    "concerns[]": terms.Concern,
    "prognosis": terms.Prognosis,
}
TEXTS = [
    "her2.ish_ratio",
    "her2.copy_number",
    "her2.specimen",
    "other_results[].ish_ratio",
    "other_results[].copy_number",
    "other_results[].specimen",
    "estrogen_percent",
    "progesterone_percent",
    "other_medicines",
    "matters_most[]",
    "questions[]",
    "contacts.clinic_name",
    "contacts.daytime_phone",
    "contacts.after_hours_phone",
    "contacts.infusion_day",
    "counselor_notes",
]
DATES = ["her2.date", "other_results[].date"]
FLAGS = ["confirmed", "wants_numbers"]
LISTS = {"other_results": 5, "concerns": 20, "matters_most": 20, "questions": 20}
GROUPS = ["her2", "other_results[]", "treatments", "medicines", "contacts"]
