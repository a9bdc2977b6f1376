"""The language-free content: facts, sources, uses, medicines, signs. Each part is read on first use.

The rules of `model` are imported with the part that names them: the start page has none (docs/speed.md).
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from her2guide.library import loader, records
from her2guide.library.errors import ContentError
from her2guide.library.needs import need_dates_that_agree, need_known, need_predicates, need_same
from her2guide.library.order import MEDICINES, PARTS, RESULT, SECTIONS
from her2guide.library.step_records import Step
from her2guide.model.terms import MEDICINE_IDS

if TYPE_CHECKING:
    from her2guide.library.check_records import Check
    from her2guide.library.evidence_records import Evidence
    from her2guide.library.program_records import AssistanceProgram
    from her2guide.library.way_records import Way
    from her2guide.model.income import PovertyLine
    from her2guide.model.logic import Condition
    from her2guide.model.programs import ProgramRule
    from her2guide.model.topics import TopicRule

T = TypeVar("T")

Reference = tuple[str, Collection[str], Collection[str]]
"""A key of an entry, the ids it names, and the ids there are."""

ONE_PERSON, EACH_MORE = "poverty.one-person", "poverty.each-more"
_POVERTY = "facts/poverty.toml"
_LINES = "lines.toml"
_CHECKS = "checks.toml"
_WAYS = "ways.toml"

_DIRECT = (records.SourceKind.PRIMARY, records.SourceKind.ABSTRACT, records.SourceKind.MANUFACTURER)


class Content:
    """What is the same in every language. Raises `ContentError` wherever a part cannot be used."""

    def __init__(self, folder: Path) -> None:
        self._content = folder

    # --- what the first page needs; the facts and sources named here are looked up later, before any guide

    @cached_property
    def signs(self) -> Mapping[str, records.RedFlag]:
        """The signs as they stand in their file."""
        return self._read("red_flags.toml", records.RedFlag)

    @cached_property
    def sign_facts(self) -> Mapping[str, records.Fact]:
        """The facts that the signs need."""
        return self._read("facts/signs.toml", records.Fact)

    @cached_property
    def rules(self) -> "tuple[TopicRule, ...]":
        """The approved uses as rules."""
        from her2guide.model.topics import TopicRule

        for entry, topic in self._topics.items():
            for when in topic.conditions:
                need_predicates(self._content / "topics.toml", entry, "conditions", when)
        return tuple(
            TopicRule(entry, topic.treatment, tuple(when.condition(when.id) for when in topic.conditions))
            for entry, topic in self._topics.items()
        )

    @cached_property
    def _topics(self) -> Mapping[str, records.Topic]:
        return self._read("topics.toml", records.Topic)

    # --- the rest, on first use

    @cached_property
    def edition(self) -> records.Edition:
        """The content version and the day it was last checked as a whole."""
        path = self._content / "edition.toml"
        return loader.record(loader.read_toml(path), records.Edition, loader.shown(path))

    @cached_property
    def hosts(self) -> frozenset[str]:
        """The reviewed hosts whose addresses may be shown."""
        path = self._content / "hosts.toml"
        file, rows = loader.shown(path), loader.read_toml(path)
        if set(rows) != {"host"} or not isinstance(rows["host"], list):
            raise ContentError(file, problem="must hold [[host]] tables only")
        return frozenset(loader.record(row, records.Host, file, "host").name for row in rows["host"])

    @cached_property
    def sources(self) -> Mapping[str, records.Source]:
        """Where facts come from."""
        folder = self._content / "sources"
        found = loader.tables(folder, records.Source)
        for entry, source in found.items():
            parts = urlsplit(source.address)
            good = source.kind in _DIRECT and parts.scheme == "https" and parts.hostname in self.hosts
            if source.address and not good:
                problem = "may be shown only for direct sources, by https, on a host of hosts.toml"
                raise ContentError(loader.shown(folder), entry, "address", problem)
        return found

    @cached_property
    def facts(self) -> Mapping[str, records.Fact]:
        """Every figure, date, definition and rule."""
        found = self._entries(
            "facts", self._read("facts", records.Fact), lambda fact: [("source", (fact.source,), self.sources)]
        )
        for entry, fact in found.items():
            need_dates_that_agree(self._content / "facts", entry, fact)
        return found

    @cached_property
    def poverty_facts(self) -> Mapping[str, records.Fact]:
        """The facts of the federal poverty guideline as they stand: the first page needs no others."""
        found = self._read(_POVERTY, records.Fact)
        need_same(self._content / _POVERTY, found, (ONE_PERSON, EACH_MORE))
        return found

    @cached_property
    def poverty_line(self) -> "PovertyLine":
        """The federal poverty guideline; `poverty.current_poverty_line` tells whether it is the one of the year."""
        from her2guide.model.income import PovertyLine

        return PovertyLine(self._dollars(ONE_PERSON), self._dollars(EACH_MORE))

    @cached_property
    def treatments(self) -> Mapping[str, records.Treatment]:
        """The medicines of the answers file."""
        name = "treatments.toml"
        found = self._entries(
            name,
            self._read(name, records.Treatment),
            lambda item: [
                ("boxed_warning", (item.boxed_warning,) if item.boxed_warning else (), self.facts),
                ("page", (item.page,) if item.page else (), MEDICINES),
                ("sources", item.sources, self.sources),
            ],
        )
        need_same(self._content / name, found, MEDICINE_IDS)
        return found

    @cached_property
    def topics(self) -> Mapping[str, records.Topic]:
        """The approved uses, in the order of the contract."""
        return self._entries(
            "topics.toml",
            self._topics,
            lambda topic: [
                ("treatment", (topic.treatment,), self.treatments),
                ("approved", (topic.approved,), self.facts),
                ("sources", topic.sources, self.sources),
            ],
        )

    @cached_property
    def evidence(self) -> "Mapping[str, Evidence]":
        """What studies of each approved use counted."""
        from her2guide.library.evidence_records import Evidence

        found = self._entries(
            "evidence.toml",
            self._read("evidence.toml", Evidence),
            lambda item: [("facts", item.facts, self.facts), ("harms_parts", item.harms_parts, PARTS)],
        )
        path = self._content / "evidence.toml"
        need_same(path, found, self.topics)
        for entry, item in found.items():
            for key, when in item.conditions:
                need_predicates(path, entry, key, when)
            if problem := item.problem(self.facts):
                raise ContentError(loader.shown(path), entry, *problem)
        return found

    @cached_property
    def asks(self) -> Mapping[str, records.Ask]:
        """The questions we may suggest, in order."""
        found = self._read("asks.toml", records.Ask)
        for entry, ask in found.items():
            need_predicates(self._content / "asks.toml", entry, "when", ask.when)
        return self._entries("asks.toml", found, lambda ask: [("sources", ask.sources, self.sources)])

    @cached_property
    def ask_conditions(self) -> "tuple[Condition, ...]":
        """To whom each question may be suggested, as conditions."""
        return tuple(ask.when.condition(entry) for entry, ask in self.asks.items())

    @cached_property
    def red_flags(self) -> Mapping[str, records.RedFlag]:
        """The signs to call about, the urgent ones first."""
        return self._entries(
            "red_flags.toml",
            self.signs,
            lambda flag: [("facts", flag.facts, self.facts), ("sources", flag.sources, self.sources)],
        )

    @cached_property
    def programs(self) -> "Mapping[str, AssistanceProgram]":
        """Every help program, and old names that lead to one."""
        from her2guide.library.program_records import AssistanceProgram

        found = self._entries(
            "programs",
            self._read("programs", AssistanceProgram),
            lambda item: [
                ("sources", item.sources, self.sources),
                ("covers_drugs", item.covers_drugs, MEDICINE_IDS),
            ],
        )
        for entry, item in found.items():
            need_known(self._content / "programs", entry, "instead", [item.instead] if item.instead else [], found)
            if problem := item.problem(self.hosts):
                raise ContentError(loader.shown(self._content / "programs"), entry, *problem)
        return found

    @cached_property
    def program_rules(self) -> "tuple[ProgramRule, ...]":
        """The help programs as rules, in the order in which they are always listed."""
        from her2guide.model.programs import ProgramKind

        shown = ((entry, item) for entry, item in self.programs.items() if item.kind is not ProgramKind.REDIRECT)
        return tuple(item.rule(entry) for entry, item in shown)

    @cached_property
    def help_lines(self) -> Mapping[str, records.HelpLine]:
        """The programs that are lines to call too, in the order in which they are printed."""
        numbers = {entry for entry, item in self.programs.items() if item.phone}
        found = self._read(_LINES, records.HelpLine)
        need_known(self._content / _LINES, "lines", "phone", found, numbers)
        for entry, item in found.items():
            need_predicates(self._content / _LINES, entry, "when", item.when)
        return found

    @cached_property
    def checks(self) -> "Mapping[str, Check]":
        """The questions on what a reader took away; of each point the first one that is for a person is theirs."""
        from her2guide.library.check_records import Check

        found = self._entries(
            _CHECKS,
            self._read(_CHECKS, Check),
            lambda item: [
                ("page", (item.page,), (RESULT, *SECTIONS)),
                ("sources", item.sources, self.sources),
            ],
        )
        for entry, item in found.items():
            need_predicates(self._content / _CHECKS, entry, "when", item.when)
            if problem := item.problem():
                raise ContentError(loader.shown(self._content / _CHECKS), entry, *problem)
        return found

    @cached_property
    def steps(self) -> Mapping[str, Mapping[str, Step]]:
        """The steps that treatment often takes, by the page they stand on, in their usual order."""
        path = self._content / "steps.toml"
        need_known(path, "steps", "page", pages := loader.read_toml(path), SECTIONS)
        found = {page: loader.records(steps, Step, loader.shown(path), page) for page, steps in pages.items()}
        for page, steps in found.items():
            for entry, step in steps.items():
                need_known(path, f"{page}.{entry}", "medicines", step.medicines, MEDICINE_IDS)
                for when in (*step.had, *step.here, *step.unless):
                    need_predicates(path, f"{page}.{entry}", "when", when)
        return found

    @cached_property
    def ways(self) -> "Mapping[str, Way]":
        """The ways forward to set side by side, in order; each approved use is one."""
        from her2guide.library.way_records import Way

        found = self._entries(
            _WAYS,
            self._read(_WAYS, Way),
            lambda way: [("sources", way.sources, self.sources), ("medicines", way.medicines, MEDICINE_IDS)],
        )
        need_same(path := self._content / _WAYS, [entry for entry in found if entry in self.topics], self.topics)
        for entry, way in found.items():
            if (entry in self.topics) is not (way.when == records.When() and not way.unless):
                problem = "belongs to every way that is no approved use, and to no other"
                raise ContentError(loader.shown(path), entry, "when", problem)
            for when in (way.when, *way.unless):
                need_predicates(path, entry, "when", when)
        return found

    def load_content(self) -> None:
        """Read all of it, so that no later use can fail. Raises the first `ContentError`."""
        from her2guide.model.her2 import SOURCES as CATEGORY_FACTS

        need_known(self._content / "facts", "her2 categories", "source", CATEGORY_FACTS, self.facts)
        _ = (self.edition, self.rules, self.topics, self.asks, self.red_flags, self.program_rules, self.poverty_line)
        _ = (self.help_lines, self.checks, self.evidence, self.steps, self.ways)

    def _dollars(self, fact: str) -> int:
        """Return the value of a fact such as "$15,960" as a number. Raises `ContentError`."""
        digits = self.poverty_facts[fact].value.removeprefix("$").replace(",", "")
        if not digits.isdecimal():
            problem = "must be whole dollars, such as $1,000"
            raise ContentError(loader.shown(self._content / _POVERTY), fact, "value", problem)
        return int(digits)

    def _read(self, name: str, kind: type[T]) -> Mapping[str, T]:
        """Return the entries of a file or folder."""
        path = self._content / name
        return loader.tables(path, kind) if path.is_dir() else loader.table(path, kind)

    def _entries(
        self, name: str, found: Mapping[str, T], references: Callable[[T], Iterable[Reference]]
    ) -> Mapping[str, T]:
        """Return entries once every reference in them is known. Raises `ContentError`."""
        for entry, item in found.items():
            for key, ids, known in references(item):
                need_known(self._content / name, entry, key, ids, known)
        return found
