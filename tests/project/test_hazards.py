"""docs/hazards.toml: every hazard has a cause, a control, and tests that exist and are run."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HAZARDS = tomllib.loads((ROOT / "docs/hazards.toml").read_text(encoding="utf-8"))
KEYS = {"hazard", "cause", "before", "after", "control", "tests"}
LEAST = 45


@cache
def functions_of(file: str) -> dict[str, list[str]]:
    """Return the test functions of a file, each with its decorators as they are written."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    return {node.name: [ast.unparse(each) for each in node.decorator_list] for node in functions}


def problem(test: str) -> str:
    """Return what is wrong with the name of a test, or ""."""
    file, _, name = test.partition("::")
    if not (ROOT / file).is_file():
        return f"{file} is not there"
    if name not in functions_of(file):
        return f"{file} has no {name}"
    if any("skip" in each or "xfail" in each for each in functions_of(file)[name]):
        return f"{name} is not run everywhere"
    return ""


def test_the_log_holds_more_than_the_starter_list() -> None:
    assert len(HAZARDS) >= LEAST


@pytest.mark.parametrize("name", HAZARDS)
def test_every_hazard_is_told_in_full_and_its_control_makes_it_smaller(name: str) -> None:
    hazard = HAZARDS[name]
    assert set(hazard) == KEYS
    assert all(hazard[key].strip() for key in ("hazard", "cause", "control"))
    for side in ("before", "after"):
        assert set(hazard[side]) == {"severity", "likelihood"}
        assert all(value in range(1, 6) for value in hazard[side].values())
    before, after = (side["severity"] * side["likelihood"] for side in (hazard["before"], hazard["after"]))
    assert after < before


@pytest.mark.parametrize("name", HAZARDS)
def test_every_test_that_a_hazard_names_exists_and_is_run(name: str) -> None:
    assert HAZARDS[name]["tests"]
    assert [found for test in HAZARDS[name]["tests"] if (found := problem(test))] == []


def test_a_name_that_is_not_a_test_is_found() -> None:
    own = "tests/project/test_hazards.py"
    assert problem(f"{own}::test_a_name_that_is_not_a_test_is_found") == ""
    assert problem(f"{own}::test_of_nothing") == f"{own} has no test_of_nothing"
    assert problem("tests/nowhere.py::test_a") == "tests/nowhere.py is not there"
