"""What the contract says of a program and a person, written from its "Programs" part alone.

It reads the content files themselves and answers as JSON, and takes nothing from the program it checks.
"""

import tomllib
from functools import cache
from pathlib import Path

CONTENT = Path(__file__).parents[2] / "resources" / "content" / "programs"
KIND_OF_COVER = {
    "employer": ["commercial"],
    "marketplace": ["marketplace"],
    "medicare": ["medicare"],
    "medicare_advantage": ["medicare"],
    "medicaid": ["medicaid"],
    "medicare_and_medicaid": ["medicare", "medicaid"],
    "tricare": ["tricare_va"],
    "va": ["tricare_va"],
    "none": ["uninsured"],
}
PUBLIC = ("medicare", "medicare_advantage", "medicaid", "medicare_and_medicaid", "tricare", "va")


@cache
def programs():
    """Every record but the redirect, as the files hold them."""
    found = {}
    for path in sorted(CONTENT.glob("*.toml")):
        found |= tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: record for name, record in found.items() if record["kind"] != "redirect"}


def expected(record, answers):
    """`fits`, `check` or `excluded`."""
    if insurance(record, answers) == "excluded" or setting(record, answers) == "excluded":
        return "excluded"
    if record["verified"] == "memory":
        return "check"
    fine = (
        insurance(record, answers) == "ok"
        and setting(record, answers) == "ok"
        and income_is_fine(record, answers)
        and medicine_is_fine(record, answers)
    )
    return "fits" if fine else "check"


def insurance(record, answers):
    cover = answers.get("insurance")
    if record["kind"] == "copay_card" and (cover == "none" or cover in PUBLIC):
        return "excluded"
    says = record["insurance"]
    if says == "every_kind" or set(says.values()) == {"accept"}:
        return "ok"
    if cover is None or cover == "not_sure":
        return "check"
    words = {says[kind] for kind in KIND_OF_COVER[cover]}
    if "accept" in words:
        return "ok"
    return "check" if "check" in words else "excluded"


def setting(record, answers):
    rule = record.get("setting")
    if rule is None:
        return "ok"
    return {"accept": "ok", "exclude": "excluded"}.get(rule.get(answers.get("setting")), "check")


def income_is_fine(record, answers):
    """No income rule, or a band that lies in the limit as a whole."""
    if "income" not in record:
        return True
    band = answers.get("income_band") or "prefer_not_to_say"
    if record["income"] != "limit" or band in (">500", "prefer_not_to_say"):
        return False
    return int(band.removeprefix("<=").rpartition("-")[2]) <= record["income_percent"]


def medicine_is_fine(record, answers):
    said = answers.get("medicines") or {}
    drugs = record.get("covers_drugs", [])
    return not drugs or any(said.get(drug) in ("talked_about", "taking") for drug in drugs)
