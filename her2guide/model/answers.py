"""A person's answers, and how they are saved (answers schema 1)."""

import datetime
import json
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from her2guide.model.errors import AnswersError
from her2guide.model.terms import (
    MEDICINE_IDS,
    Concern,
    Employment,
    EstrogenReceptor,
    IhcScore,
    IncomeBand,
    Insurance,
    IshResult,
    MembraneStaining,
    ProgesteroneReceptor,
    Prognosis,
    Reader,
    Setting,
    Surgery,
    Told,
    TravelMiles,
    YesNo,
)

SCHEMA = 1
QUOTED = (  # answers that a draft made from records can bring, each with the lines it came from
    *("her2.ihc", "her2.membrane_staining", "her2.ish", "her2.ish_ratio", "her2.copy_number", "her2.specimen"),
    *("her2.date", "estrogen_receptor", "estrogen_percent", "progesterone_receptor", "progesterone_percent"),
)
NEVER_SAVED = ("household_size", "income_band", "employment")


@dataclass(frozen=True, slots=True)
class Her2Result:
    """One HER2 report. `ish_ratio` and `copy_number` are text as printed and are never computed with."""

    ihc: IhcScore | None = None
    membrane_staining: MembraneStaining | None = None
    ish: IshResult | None = None
    ish_ratio: str | None = None
    copy_number: str | None = None
    newest: YesNo | None = None
    specimen: str | None = None
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Treatments:
    """What has been given so far, and how the cancer answered."""

    endocrine_metastatic: YesNo | None = None
    progressed_on_endocrine_metastatic: YesNo | None = None
    cdk46: YesNo | None = None
    chemotherapy_metastatic: YesNo | None = None
    recurrence_within_6_months_of_adjuvant_chemotherapy: YesNo | None = None
    her2_targeted_metastatic: YesNo | None = None
    recurrence_within_6_months_of_her2_therapy: YesNo | None = None
    residual_disease_after_neoadjuvant: YesNo | None = None


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """Whom to call, as the person or the clinic typed it."""

    clinic_name: str | None = None
    daytime_phone: str | None = None
    after_hours_phone: str | None = None
    infusion_day: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything a person told us. None, or nothing in a list, means not asked; NOT_SURE means they said so.

    `medicines` holds (medicine id, what they said) in the order of MEDICINE_IDS; `with_told` keeps it so.
    """

    confirmed: bool | None = None
    language: str | None = None
    reader: Reader | None = None
    wants_numbers: bool | None = None
    her2: Her2Result = Her2Result()
    other_results: tuple[Her2Result, ...] = ()
    estrogen_receptor: EstrogenReceptor | None = None
    estrogen_percent: str | None = None
    progesterone_receptor: ProgesteroneReceptor | None = None
    progesterone_percent: str | None = None
    setting: Setting | None = None
    stage_2_or_3: YesNo | None = None
    surgery: Surgery | None = None
    treatments: Treatments = Treatments()
    pd1_option: YesNo | None = None
    medicines: tuple[tuple[str, Told], ...] = ()
    other_medicines: str | None = None
    insurance: Insurance | None = None
    medigap: YesNo | None = None
    lost_coverage_recently: YesNo | None = None
    household_size: int | None = None
    income_band: IncomeBand | None = None
    employment: Employment | None = None
    travel_miles: TravelMiles | None = None
    concerns: tuple[Concern, ...] = ()
    matters_most: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    prognosis: Prognosis | None = None
    contacts: ContactDetails = ContactDetails()
    counselor_notes: str | None = None


def told(answers: Answers, medicine_id: str) -> Told | None:
    """Return what the person said about one medicine, or None when they said nothing of it."""
    return dict(answers.medicines).get(medicine_id)


def with_told(answers: Answers, medicine_id: str, word: Told | None) -> Answers:
    """Return the answers with one medicine set, or left out when `word` is None.

    An id that is not in MEDICINE_IDS raises AnswersError.
    """
    if medicine_id not in MEDICINE_IDS:
        raise AnswersError("medicines", f"has an id that is not known; allowed are {', '.join(MEDICINE_IDS)}")
    said = {**dict(answers.medicines), medicine_id: word}
    kept = tuple((name, kind) for name in MEDICINE_IDS if (kind := said.get(name)) is not None)
    return replace(answers, medicines=kept)


def to_json(answers: Answers) -> str:
    """Return the answers as an answers file, schema 1, which `answers_from_json` reads back.

    The same answers always give the same text. What was not asked is left out, and so are household size,
    income and work, which are never saved. Typed text is written as it is; `text_problem` tells beforehand
    whether it can be read back.
    """
    saved = {name: value for name, value in _plain(answers).items() if name not in NEVER_SAVED}
    return json.dumps({"schema": SCHEMA, **saved}, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _plain(value: Any) -> Any:
    """Return a value as JSON can hold it, without what was not asked."""
    if is_dataclass(value):
        named = {item.name: getattr(value, item.name) for item in fields(value)}
        if "medicines" in named:
            named["medicines"] = dict(named["medicines"])
        plain = {name: _plain(inner) for name, inner in named.items()}
        return {name: inner for name, inner in plain.items() if inner not in (None, {}, [])}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, datetime.date) else value
