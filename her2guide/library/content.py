"""The language-free content: facts, sources, uses, medicines, signs. Each part is read on first use."""

from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from her2guide.library import loader, records
from her2guide.library.errors import ContentError
from her2guide.model.her2 import SOURCES as CATEGORY_FACTS
from her2guide.model.logic import PREDICATES
from her2guide.model.terms import MEDICINE_IDS
from her2guide.model.topics import TopicRule

_DIRECT = (records.SourceKind.PRIMARY, records.SourceKind.ABSTRACT, records.SourceKind.MANUFACTURER)


def need_known(path: Path, entry: str, key: str, ids: Collection[str], known: Collection[str]) -> None:
    """Raise `ContentError` unless every id is known."""
    for wanted in ids:
        if wanted not in known:
            raise ContentError(loader.shown(path), entry, key, f"names {wanted}, which is not there")


def need_same(path: Path, found: Collection[str], wanted: Collection[str]) -> None:
    """Raise `ContentError` unless exactly the wanted entries were found."""
    for entry in wanted:
        if entry not in found:
            raise ContentError(loader.shown(path), entry, problem="is missing")
    for entry in found:
        if entry not in wanted:
            raise ContentError(loader.shown(path), entry, problem="is not known")


def need_predicates(path: Path, entry: str, when: records.When) -> None:
    """Raise `ContentError` unless a condition names predicates we have."""
    for name in (*when.all, *when.any, *when.none):
        if name not in PREDICATES:
            raise ContentError(loader.shown(path), entry, "when", f"names {name}, which is no predicate")


class Content:
    """What is the same in every language. Raises `ContentError` wherever a part cannot be used."""

    def __init__(self, folder: Path) -> None:
        self._content = folder

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
        folder = self._content / "facts"
        found = loader.tables(folder, records.Fact)
        for entry, fact in found.items():
            need_known(folder, entry, "source", (fact.source,), self.sources)
        return found

    @cached_property
    def treatments(self) -> Mapping[str, records.Treatment]:
        """The medicines of the answers file."""
        path = self._content / "treatments.toml"
        found = loader.table(path, records.Treatment)
        need_same(path, found, MEDICINE_IDS)
        for entry, treatment in found.items():
            warnings = [fact for fact in [treatment.boxed_warning] if fact]
            need_known(path, entry, "boxed_warning", warnings, self.facts)
            need_known(path, entry, "sources", treatment.sources, self.sources)
        return found

    @cached_property
    def topics(self) -> Mapping[str, records.Topic]:
        """The approved uses, in the order of the contract."""
        path = self._content / "topics.toml"
        found = loader.table(path, records.Topic)
        for entry, topic in found.items():
            need_known(path, entry, "treatment", (topic.treatment,), self.treatments)
            need_known(path, entry, "approved", (topic.approved,), self.facts)
            need_known(path, entry, "sources", topic.sources, self.sources)
            for when in topic.conditions:
                need_predicates(path, entry, when)
        return found

    @cached_property
    def rules(self) -> tuple[TopicRule, ...]:
        """The approved uses as rules."""
        return tuple(
            TopicRule(entry, topic.treatment, tuple(when.condition(when.id) for when in topic.conditions))
            for entry, topic in self.topics.items()
        )

    @cached_property
    def asks(self) -> Mapping[str, records.Ask]:
        """The questions we may suggest, in order."""
        path = self._content / "asks.toml"
        found = loader.table(path, records.Ask)
        for entry, ask in found.items():
            need_predicates(path, entry, ask.when)
            need_known(path, entry, "sources", ask.sources, self.sources)
        return found

    @cached_property
    def red_flags(self) -> Mapping[str, records.RedFlag]:
        """The signs to call about, the urgent ones first."""
        path = self._content / "red_flags.toml"
        found = loader.table(path, records.RedFlag)
        for entry, flag in found.items():
            need_known(path, entry, "facts", flag.facts, self.facts)
            need_known(path, entry, "sources", flag.sources, self.sources)
        return found

    @cached_property
    def help_lines(self) -> Mapping[str, records.HelpLine]:
        """Phone lines that may be printed."""
        path = self._content / "programs.toml"
        found = loader.table(path, records.HelpLine)
        for entry, line in found.items():
            need_known(path, entry, "source", (line.source,), self.sources)
        return found

    def load_content(self) -> None:
        """Read all of it, so that no later use can fail. Raises the first `ContentError`."""
        need_known(self._content / "facts", "her2 categories", "source", CATEGORY_FACTS, self.facts)
        _ = (self.edition, self.rules, self.asks, self.red_flags, self.help_lines)
