"""Break the rules of reading one by one and see whether the tests notice: `make reading-mutants` (ARGS="merge").

Each mutant is one change in one place of a module: a comparison turned, a word of a choice left out, a condition
denied, a line of a table dropped. The written reports are read with it, or the tests of the merging run. Those that
nobody noticed are printed; docs/reading-reports.md tells of the known ones.
"""

import argparse
import ast
import contextlib
import copy
import importlib
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.intake.written import Written, problems, written

FOLDER = Path(__file__).parents[2] / "her2guide" / "intake"
MERGING = ("merge", "sensible")
READING = ("segments", "her2", "receptors", "tables", "gaps", "text", "scope", "organ")
AGAIN = ("gaps", "segments", "her2", "receptors", "bind", "tables", "scope", "organ", *MERGING, "text")  # loaded anew

_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip

Change = Callable[[], None]


def _changes(node: ast.AST) -> Iterator[Change]:
    """Yield the ways to break one node of a copied tree."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _TURNED:
        yield lambda: node.ops.__setitem__(0, _TURNED[type(node.ops[0])]())
    if isinstance(node, ast.BoolOp):
        yield lambda: setattr(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
        for place in range(len(node.values)):
            yield lambda place=place: node.values.pop(place)  # type: ignore[misc]
    if isinstance(node, ast.If | ast.IfExp):
        yield lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test))
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        yield lambda: setattr(node, "value", node.value + 1)
    if isinstance(node, ast.Set) and len(node.elts) > 1:
        for place in range(len(node.elts)):
            yield lambda place=place: node.elts.pop(place)  # type: ignore[misc]
    if isinstance(node, ast.Dict) and len(node.keys) > 1:
        for place in range(len(node.keys)):
            yield lambda place=place: (node.keys.pop(place), node.values.pop(place))  # type: ignore[misc]


def mutants(source: str) -> Iterator[tuple[int, str, ast.Module]]:
    """Yield line, wording and tree of each mutant of a source."""
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    for number, node in enumerate(nodes):
        for which in range(len(list(_changes(node)))):
            fresh = copy.deepcopy(tree)
            target = list(ast.walk(fresh))[number]
            before = ast.unparse(target)
            list(_changes(target))[which]()
            after = ast.unparse(target)
            if "compile" not in before and before != after:
                yield getattr(node, "lineno", 0), f"{before}  ->  {after}"[:200], ast.fix_missing_locations(fresh)


def _load(module: str, tree: ast.Module) -> None:
    """Put a broken module in the place of the good one, and load anew what stands on it."""
    for name in AGAIN:
        sys.modules.pop(f"her2guide.intake.{name}", None)
    full = f"her2guide.intake.{module}"
    spec = importlib.util.find_spec(full)
    assert spec is not None
    broken = importlib.util.module_from_spec(spec)
    sys.modules[full] = broken
    exec(compile(tree, spec.origin or "", "exec"), broken.__dict__)  # noqa: S102  our own source


def _noticed(module: str, tree: ast.Module, reports: list[Written]) -> bool:
    """Return whether a test failed with the broken module. The report that noticed goes to the front of the list."""
    try:
        _load(module, tree)
        if module in MERGING:
            return _fails("test_merge")
        read_text = importlib.import_module("her2guide.intake.text").read_text
        for place, report in enumerate(reports):
            if any(problems(report, read_text(report.text))):
                reports.insert(0, reports.pop(place))
                return True
        return _fails("test_text_and_lines")
    except Exception:  # noqa: BLE001  a mutant that cannot even run is noticed
        return True


def _fails(name: str) -> bool:
    """Return whether a file of tests fails, loaded anew."""
    for held in [held for held in sys.modules if held.endswith(name)]:
        del sys.modules[held]
    file = str(Path(__file__).parent / f"{name}.py")
    with contextlib.redirect_stdout(io.StringIO()):
        return pytest.main(["-q", "-x", "-p", "no:xdist", "--no-header", file]) != 0


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", default=[*MERGING, *READING])
    total, survivors, reports = 0, [], written()
    for module in parser.parse_args().modules:
        source = (FOLDER / f"{module}.py").read_text(encoding="utf-8")
        assert not _noticed(module, ast.parse(source), reports), f"the tests fail even with {module}.py as it is"
        for line, wording, tree in mutants(source):
            total += 1
            if not _noticed(module, tree, reports):
                survivors.append(f"{module}.py:{line}: {wording}")
                print("SURVIVED", survivors[-1], file=sys.stderr, flush=True)
    print(f"{total} mutants, {len(survivors)} survived", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
