"""The search for rules that no test guards makes every kind of wrong change, and none where nothing is decided."""

import pytest

from tests.mutants.__main__ import RULES, all_mutants
from tests.mutants.mutations import enums_of, mutants

COLORS = enums_of("class Color(StrEnum):\n    RED = 'red'\n    BLUE = 'blue'\n")


def changes(source: str) -> list[str]:
    return [found.after for found in mutants(source, COLORS)]


@pytest.mark.parametrize(
    ("source", "after"),
    [
        ("found = a is b", "a is not b"),
        ("found = day <= due", "day < due"),
        ("found = day <= due", "day > due"),
        ("found = a and b", "a or b"),
        ("found = a and b", "b"),
        ("found = not a", "a"),
        ("found = a if b else c", "c if b else a"),
        ("if a:\n    b()", "if not a:\n    b()"),
        ("found = a + b", "a - b"),
        ("found = True", "False"),
        ("found = 183", "184"),
        ("found = 'low'", "'low-x'"),
        ("found = Color.RED", "Color.BLUE"),
        ("found = {a, b}", "{b}"),
        ("found = (a, b)", "(a,)"),
        ("found = {a: b}", "{}"),
        ("match a:\n    case 1 | 2:\n        b()", "1"),
        ("found = negate(a)", "a"),
        ("def f():\n    return a", "return None"),
        ("_LOW = a\n_HIGH = b\nfound = _LOW", "_HIGH"),
    ],
)
def test_each_kind_of_wrong_change_is_made(source: str, after: str) -> None:
    assert after in changes(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""Words."""',
        "import a",
        "found: dict[str, int]",
        "@decorated(frozen=True)\nclass Found:\n    field: int",
        "def f(a: Literal[1]) -> Literal[2]:\n    pass",
        "class Color(StrEnum):\n    RED = 'red'",
    ],
)
def test_words_types_and_decorators_stay_as_they_are(source: str) -> None:
    assert changes(source) == []


@pytest.mark.parametrize("name", ["topics", "profile"])  # the smaller ones: each change is a copy of the module
def test_a_rule_is_changed_and_each_change_is_a_program(name: str) -> None:
    found = all_mutants(RULES[name])
    assert found
    for each in found:
        compile(each.tree, "changed", "exec")
