"""The people of the truth table, and answers made of the fields that programs look at."""

import csv
import json
import tomllib
from pathlib import Path

from her2guide.model.answers import Answers
from her2guide.model.answers_json import answers_from_json

HERE = Path(__file__).parent
PEOPLE = tomllib.loads((HERE / "people.toml").read_text(encoding="utf-8"))


def answers_of(said: dict[str, object]) -> Answers:
    """Return an answers file of these fields, read as any other."""
    return answers_from_json(json.dumps({"schema": 1, **said}).encode(), languages=("en",))


def table() -> dict[tuple[str, str], str]:
    """Return each cell of the truth table by program and person."""
    with (HERE / "table.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["program"], person): row[person] for row in rows for person in PEOPLE}
