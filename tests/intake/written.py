"""The project's own report texts, each with what may be read from it. See `reports/*.toml`."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from her2guide.intake.findings import Reading, ReportField, Status

SHORT = {
    "ihc": ReportField.HER2_IHC,
    "staining": ReportField.HER2_IHC0_STAINING,
    "ish": ReportField.HER2_ISH,
    "ratio": ReportField.HER2_ISH_RATIO,
    "copies": ReportField.HER2_COPY_NUMBER,
    "group": ReportField.HER2_ISH_GROUP,
    "word": ReportField.HER2_STATUS_WORD,
    "er": ReportField.ESTROGEN_RECEPTOR,
    "er%": ReportField.ESTROGEN_PERCENT,
    "pr": ReportField.PROGESTERONE_RECEPTOR,
    "pr%": ReportField.PROGESTERONE_PERCENT,
}


Values = dict[ReportField, str]


@dataclass(frozen=True)
class Written:
    """A report of ours: what must be filled, what may be, what never may, and what is awaited."""

    name: str
    text: str
    must: dict[ReportField, str]
    may: dict[ReportField, set[str]]
    never: dict[ReportField, set[str]]
    wait: set[ReportField]


def _pairs(text: str) -> list[tuple[ReportField, str, bool]]:
    pairs = []
    for word in text.split():
        sure = not word.endswith("?")
        name, _, value = word.rstrip("?").partition("=")
        if name in {"breast", "other"}:
            pairs.append((ReportField.IS_BREAST, "true" if name == "breast" else "false", sure))
        else:
            pairs.append((SHORT[name], value, sure))
    return pairs


def written() -> list[Written]:
    """Return all of them."""
    found = []
    for path in sorted((Path(__file__).parent / "reports").glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["report"]:
            must: dict[ReportField, str] = {}
            may: dict[ReportField, set[str]] = {}
            never: dict[ReportField, set[str]] = {}
            for field, value, sure in _pairs(entry["expect"]):
                if sure:
                    must[field] = value
                may.setdefault(field, set()).add(value)
            for field, value, _ in _pairs(entry.get("never", "")):
                never.setdefault(field, set()).add(value)
            wait = {SHORT[name] for name in entry.get("wait", "").split()}
            name = re.sub(r"\s+", " ", entry["name"])
            found.append(Written(name, entry["text"], must, may, never, wait))
    return found


def all_are_read_well() -> bool:
    """Return whether every report of ours is read as it must be."""
    from her2guide.intake.text import read_text

    return all(problems(report, read_text(report.text)) == ({}, {}, {}) for report in written())


def problems(report: Written, reading: Reading) -> tuple[Values, Values, Values]:
    """Return what was filled and does harm, what was filled and is wrong, and what should have been filled."""
    filled = {field: finding.value for field, finding in reading.chosen.items() if finding.status is Status.FOUND}
    harmful = {field: value for field, value in filled.items() if value in report.never.get(field, set())}
    wrong = {field: value for field, value in filled.items() if value not in report.may.get(field, set())}
    missed = {field: value for field, value in report.must.items() if field not in filled}
    if report.wait:
        waiting = {field for field, finding in reading.chosen.items() if finding.status is Status.PENDING}
        missed |= dict.fromkeys(report.wait ^ waiting, "pending")
    return harmful, wrong, missed
