"""Answers by dotted path, such as `her2.ihc` or `treatments.cdk46`."""

from dataclasses import replace
from typing import Any

from her2guide.model.answers import Answers


def value_at(answers: Answers, path: str) -> Any:
    """Return the answer at a path."""
    found: Any = answers
    for name in path.split("."):
        found = getattr(found, name)
    return found


def with_value(answers: Answers, path: str, value: Any) -> Answers:
    """Return the answers with one of them set."""
    group, _, name = path.rpartition(".")
    if not group:
        return replace(answers, **{name: value})
    inner = replace(getattr(answers, group), **{name: value})
    return replace(answers, **{group: inner})
