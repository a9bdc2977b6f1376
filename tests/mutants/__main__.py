"""Runs the tests of each rule against every wrong change of it, and lists the changes that no test noticed.

`python -m tests.mutants [her2 logic ...] [--jobs 2] [--list]`. Nothing is written to the modules: each wrong change
lives in a process of its own, which is started with everything but the program already imported.
"""

import argparse
import contextlib
import importlib.abc
import importlib.util
import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from tests.mutants.mutations import Mutant, enums_of, mutants

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).parents[2]
ENUMS = ("model/terms.py", "model/logic.py", "model/topics.py", "library/freshness.py", "library/records.py")
ALIASES = {"_C": "Her2Category"}
LONGEST = 300  # seconds for the tests of one wrong change; longer is as good as a failure
_OPTIONS = (
    "-x",
    "-q",
    "-p",
    "no:xdist",
    "-o",
    "cache_dir=.cache/mutants",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A module of rules, and the tests that answer for it: the quickest first.

    `glance` is what the tests begin with, without pytest around it: module and function, true while all is well.
    """

    file: str
    tests: tuple[str, ...]
    glance: tuple[str, str] | None = None

    @property
    def module(self) -> str:
        """The name to import it by."""
        return "her2guide." + self.file.removesuffix(".py").replace("/", ".")


_MODEL = ("tests/model/test_predicates.py", "tests/model/test_topic_rules.py", "tests/model/test_topic_sections.py")
_READS = ("tests.intake.written", "all_are_read_well")
_READING = ("tests/intake/test_text_and_lines.py", "tests/intake/test_named_results.py")
_MERGING = ("tests/intake/test_merge.py", *_READING)
_RULES_OF_READING = {"her2-words": "her2"} | {
    name: name
    for name in ("bind", "columns", "gaps", "listed", "organ", "receptors", "scope", "segments", "tables", "text")
}
RULES = {
    "her2": Rule("model/her2.py", ("tests/model/test_her2_table.py", "tests/model/test_derivations.py", *_MODEL)),
    "derive": Rule("model/derive.py", ("tests/model/test_derivations.py", "tests/model/test_random_people.py")),
    "profile": Rule("model/profile.py", ("tests/model/test_derivations.py", "tests/model/test_her2_table.py")),
    "logic": Rule("model/logic.py", ("tests/model/test_kleene_logic.py", *_MODEL)),
    "topics": Rule("model/topics.py", ("tests/model/test_topic_sections.py", "tests/model/test_topic_rules.py")),
    "freshness": Rule(
        "library/freshness.py",
        ("tests/library/test_freshness.py", "tests/programs/test_section.py"),
    ),
    "expiry": Rule("guide/expiry.py", ("tests/guide/test_expiry.py",)),
    "merge": Rule("intake/merge.py", _MERGING, _READS),
    "sensible": Rule("intake/sensible.py", _MERGING, _READS),
    **{name: Rule(f"intake/{module}.py", _READING, _READS) for name, module in _RULES_OF_READING.items()},
}


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module as it is after the wrong change."""

    def __init__(self, rule: Rule, mutant: Mutant) -> None:
        self._rule, self._mutant = rule, mutant

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        if name != self._rule.module:
            return None
        return importlib.util.spec_from_loader(name, self, origin=str(ROOT / "her2guide" / self._rule.file))

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self._mutant.tree, f"<{self._rule.file}, changed>", "exec"), module.__dict__)  # noqa: S102 - our own code


def noticed(rule: Rule, mutant: Mutant | None) -> bool:
    """Return whether the tests of a rule fail in this process, which ends right after. None: nothing is changed."""
    import pytest

    if mutant is not None:
        sys.meta_path.insert(0, _Finder(rule, mutant))
    if rule.glance is not None:
        module, name = rule.glance
        if not getattr(importlib.import_module(module), name)():
            return True
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):  # noqa: PTH123 - no path
        return pytest.main([*_OPTIONS, *rule.tests]) != 0


def _start(rule: Rule, mutant: Mutant | None) -> int:
    """Start a process for one wrong change, and return its id. It ends with 1 when a test noticed."""
    if child := os.fork():
        return child
    signal.alarm(LONGEST)
    try:
        os._exit(int(noticed(rule, mutant)))
    finally:
        os._exit(1)


def survivors(rule: Rule, jobs: int) -> Iterator[Mutant]:
    """Yield the wrong changes of a rule that no test noticed."""
    waiting, running = list(reversed(all_mutants(rule))), dict[int, Mutant]()
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop()
            running[_start(rule, mutant)] = mutant
        child, status = os.wait()
        if status == 0:
            yield running[child]
        del running[child]


def all_mutants(rule: Rule) -> list[Mutant]:
    """Return every wrong change of a rule."""
    package = ROOT / "her2guide"
    enums = {name: found for file in ENUMS for name, found in enums_of((package / file).read_text()).items()}
    aliases = ALIASES if rule is RULES["logic"] else {}
    return list(mutants((package / rule.file).read_text(encoding="utf-8"), enums, aliases))


def _import_everything_else() -> None:
    """Import what the tests need and no part of the program, once for all processes."""
    for name in (
        "pytest",
        "hypothesis",
        "jinja2",
        "msgspec",
        "markdown_it",
        "reportlab.platypus",
        "PySide6.QtWidgets",
        "pypdf",
    ):
        importlib.import_module(name)
    if any(name.startswith("her2guide") for name in sys.modules):
        raise SystemExit("a part of the program was imported too early")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("rules", nargs="*", choices=[[], *RULES], help="which rules; left out: all of them")
    parser.add_argument("--jobs", type=int, default=2, help="how many at once")
    parser.add_argument("--list", action="store_true", help="list the wrong changes and run nothing")
    options = parser.parse_args()
    chosen = {name: RULES[name] for name in options.rules or RULES}
    if options.list:
        for name, rule in chosen.items():
            print(*(f"{name}: {mutant}" for mutant in all_mutants(rule)), sep="\n")
        return
    _import_everything_else()
    left = 0
    for name, rule in chosen.items():
        child = _start(rule, None)
        if os.waitpid(child, 0)[1]:
            raise SystemExit(f"{name}: its tests fail without any change; mend that first")
        began, total = time.monotonic(), len(all_mutants(rule))
        found = 0
        for mutant in survivors(rule, options.jobs):
            found += 1
            print(f"{name}: survived: {mutant}", flush=True)
        left += found
        print(f"{name}: {total - found} of {total} noticed, in {time.monotonic() - began:.0f} s", flush=True)
    raise SystemExit(1 if left else 0)


if __name__ == "__main__":
    main()
