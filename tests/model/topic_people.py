"""The approved uses as content has them, and a person for each."""

import csv
import json
import tomllib
from pathlib import Path
from typing import Any

from her2guide.model.answers import Answers
from her2guide.model.answers_json import answers_from_json
from her2guide.model.logic import Condition
from her2guide.model.profile import Profile, profile
from her2guide.model.topics import TopicRule, TopicView, topics_with_section, view_topics

HERE = Path(__file__).parent
TOPICS = tomllib.loads((HERE.parents[1] / "resources/content/topics.toml").read_text(encoding="utf-8"))
PEOPLE: dict[str, dict[str, Any]] = json.loads((HERE / "topic_people.json").read_text(encoding="utf-8"))
IN_TABLE_ORDER = [
    "tdxd-her2-positive-first-line",
    "tdxd-her2-positive-later",
    "tdxd-her2-low-after-chemotherapy",
    "tdxd-hr-positive-low-ultralow",
    "tdxd-early-before-surgery",
    "tdxd-early-after-surgery",
    "dato-dxd-hr-positive",
    "dato-dxd-triple-negative",
]
TDXD = "trastuzumab-deruxtecan"


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((HERE / name).read_text(encoding="utf-8").splitlines()))


def condition(entry: dict[str, Any]) -> Condition:
    return Condition(entry["id"], *(tuple(entry.get(part, ())) for part in ("all", "any", "none")))


RULES = tuple(
    TopicRule(name, entry["treatment"], tuple(condition(item) for item in entry["conditions"]))
    for name, entry in TOPICS.items()
)


def answers_of(data: dict[str, Any]) -> Answers:
    return answers_from_json(json.dumps(data).encode(), languages=("en",))


def changed(data: dict[str, Any], path: str, word: str) -> dict[str, Any]:
    """Return a person's file with one answer said otherwise; `not_asked` takes it out."""
    copy = json.loads(json.dumps(data))
    *groups, key = path.split(".")
    inner = copy
    for group in groups:
        inner = inner.setdefault(group, {})
    inner[key] = None if word == "not_asked" else word
    return copy


def views_of(person: Profile) -> dict[str, TopicView]:
    return {view.id: view for view in view_topics(RULES, person)}


def sections_of(**data: object) -> tuple[str, ...]:
    person = profile(answers_of({"schema": 1, **data}))
    return topics_with_section(view_topics(RULES, person), person)
