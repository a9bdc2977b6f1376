"""The language-free content: uses, medicines, signs, questions, steps. Each part is read on first use.

The rules of `model` are imported with the part that names them: the start page has none (docs/speed.md).
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from her2guide.library import loader, records
from her2guide.library.errors import ContentError
from her2guide.library.needs import need_known, need_predicates, need_same
from her2guide.library.order import MEDICINES, PARTS, RESULT, SECTIONS
from her2guide.library.paying_content import PayingContent
from her2guide.library.step_records import Step
from her2guide.model.terms import MEDICINE_IDS

if TYPE_CHECKING:
    from her2guide.library.check_records import Check
    from her2guide.library.evidence_records import Evidence
    from her2guide.library.way_records import Way
    from her2guide.model.logic import Condition
    from her2guide.model.topics import TopicRule

_CHECKS = "checks.toml"
_WAYS = "ways.toml"


class Content(PayingContent):
    """What is the same in every language. Raises `ContentError` wherever a part cannot be used."""

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
