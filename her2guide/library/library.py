"""The content of one language. Each part is read on first use, or all at once by `load_all`."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from her2guide.library import loader, records
from her2guide.library.errors import ContentError
from her2guide.library.paths import resources
from her2guide.model.her2 import TABLE
from her2guide.model.logic import PREDICATES
from her2guide.model.terms import MEDICINE_IDS, Her2Category
from her2guide.model.topics import TopicRule

T = TypeVar("T")

SOURCE_LANGUAGE = "en"
SECTIONS = (
    "what-to-find-out-first",
    "other-uses",
    "questions",
    "lungs",
    "call-now",
    "word-list",
    "sources",
    "about",
)
PARTS = ("enhertu-risks", "datroway-risks")  # shared by several sections; a page asks for one by @name
PROVISIONAL = "provisional"


def languages(root: Path | None = None, status: str = "published") -> tuple[str, ...]:
    """Return the languages of that status, the source language first. Raises `ContentError`."""
    folders = sorted((root or resources()).joinpath("locales").glob("*/locale.toml"))
    found = [
        path.parent.name
        for path in folders
        if loader.record(loader.read_toml(path), records.Locale, loader.shown(path)).status == status
    ]
    return tuple(sorted(found, key=lambda name: (name != SOURCE_LANGUAGE, name)))


class Library:
    """All content, as frozen records. Raises `ContentError` wherever a part cannot be used."""

    def __init__(self, language: str = SOURCE_LANGUAGE, root: Path | None = None) -> None:
        self.language = language
        self.root = root or resources()
        self._content = self.root / "content"
        self._locale = self.root / "locales" / language
        self._pages: dict[str, records.Page] = {}

    # --- what the first page needs

    @cached_property
    def locale(self) -> records.Locale:
        """The language itself: name, months, how dates are written."""
        path = self._locale / "locale.toml"
        found = loader.record(loader.read_toml(path), records.Locale, loader.shown(path))
        if len(found.months) != 12:
            raise ContentError(loader.shown(path), key="months", problem="must have twelve names")
        return found

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Labels and short sentences by dotted key."""
        path = self._locale / "ui.toml"
        return loader.flatten(loader.read_toml(path), loader.shown(path))

    def word(self, key: str) -> str:
        """Return one label or short sentence."""
        try:
            return self.words[key]
        except KeyError:
            raise ContentError(loader.shown(self._locale / "ui.toml"), key, problem="is missing") from None

    @cached_property
    def edition(self) -> records.Edition:
        """The content version and the day it was last checked as a whole."""
        path = self._content / "edition.toml"
        return loader.record(loader.read_toml(path), records.Edition, loader.shown(path))

    @cached_property
    def red_flags(self) -> Mapping[str, records.RedFlag]:
        """The signs to call about, the urgent ones first."""
        path = self._content / "red_flags.toml"
        found = loader.table(path, records.RedFlag)
        for entry, flag in found.items():
            self._known(path, entry, "facts", flag.facts, self.facts)
            self._known(path, entry, "sources", flag.sources, self.sources)
        return found

    @cached_property
    def red_flag_words(self) -> Mapping[str, records.Wording]:
        """The words of each sign; small templates."""
        return self._words_for("red_flags.toml", self.red_flags)

    # --- the rest, on first use

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
        direct = (records.SourceKind.PRIMARY, records.SourceKind.ABSTRACT, records.SourceKind.MANUFACTURER)
        for entry, source in found.items():
            parts = urlsplit(source.address)
            if source.address and (
                source.kind not in direct or parts.scheme != "https" or parts.hostname not in self.hosts
            ):
                problem = "may be shown only for direct sources, by https, on a host of hosts.toml"
                raise ContentError(loader.shown(folder), entry, "address", problem)
        return found

    @cached_property
    def facts(self) -> Mapping[str, records.Fact]:
        """Every figure, date, definition and rule."""
        folder = self._content / "facts"
        found = loader.tables(folder, records.Fact)
        for entry, fact in found.items():
            self._known(folder, entry, "source", (fact.source,), self.sources)
        return found

    @cached_property
    def treatments(self) -> Mapping[str, records.Treatment]:
        """The medicines of the answers file."""
        path = self._content / "treatments.toml"
        found = loader.table(path, records.Treatment)
        self._complete(path, found, MEDICINE_IDS)
        for entry, treatment in found.items():
            if treatment.boxed_warning:
                self._known(path, entry, "boxed_warning", (treatment.boxed_warning,), self.facts)
        return found

    @cached_property
    def topics(self) -> Mapping[str, records.Topic]:
        """The approved uses, in the order of the contract."""
        path = self._content / "topics.toml"
        found = loader.table(path, records.Topic)
        for entry, topic in found.items():
            self._known(path, entry, "treatment", (topic.treatment,), self.treatments)
            self._known(path, entry, "approved", (topic.approved,), self.facts)
            for when in topic.conditions:
                self._predicates(path, entry, when)
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
            self._predicates(path, entry, ask.when)
        return found

    @cached_property
    def ask_words(self) -> Mapping[str, records.Wording]:
        """The words of each suggested question."""
        return self._words_for("asks.toml", self.asks)

    @cached_property
    def help_lines(self) -> Mapping[str, records.HelpLine]:
        """Phone lines that may be printed."""
        path = self._content / "programs.toml"
        found = loader.table(path, records.HelpLine)
        for entry, line in found.items():
            self._known(path, entry, "source", (line.source,), self.sources)
        return found

    @cached_property
    def glossary(self) -> Mapping[str, records.Term]:
        """Medical words by id."""
        return loader.tables(self._locale / "glossary", records.Term)

    @cached_property
    def medicine_names(self) -> Mapping[str, records.MedicineName]:
        """What people call each medicine."""
        return self._names("medicine", records.MedicineName, MEDICINE_IDS)

    @cached_property
    def topic_names(self) -> Mapping[str, records.TopicName]:
        """The short name of each approved use."""
        return self._names("topic", records.TopicName, self.topics)

    def result_page(self, category: Her2Category) -> records.Page:
        """Return page one for a category."""
        return self._page("results", category.value)

    def provisional_page(self) -> records.Page:
        """Return the few words for a result that still waits for a test."""
        return self._page("results", PROVISIONAL)

    def part_page(self, part: str) -> records.Page:
        """Return text that several sections share."""
        return self._page("parts", part)

    def section_page(self, section: str) -> records.Page:
        """Return the page of a section, in this language or, as a whole, in the source language."""
        return self._page("sections", section)

    def pages(self) -> tuple[records.Page, ...]:
        """Return every page there is."""
        results = (*(self.result_page(category) for category in Her2Category), self.provisional_page())
        parts = (self.part_page(part) for part in PARTS)
        return (*results, *(self.section_page(section) for section in (*SECTIONS, *self.topics)), *parts)

    def load_all(self) -> None:
        """Read everything, so that no later use can fail. Raises the first `ContentError`."""
        self._known(
            self._content / "facts",
            "her2 categories",
            "source",
            tuple(row.source for row in TABLE.values()),
            self.facts,
        )
        parts: tuple[Callable[[], object], ...] = (
            lambda: (self.locale, self.words, self.edition, self.red_flag_words, self.rules),
            lambda: (self.ask_words, self.help_lines, self.glossary, self.medicine_names, self.topic_names),
            self.pages,
        )
        for part in parts:
            part()

    # --- checks shared by the parts

    def _page(self, folder: str, name: str) -> records.Page:
        key = f"{folder}/{name}"
        if key not in self._pages:
            path = self._locale / folder / f"{name}.md"
            if not path.exists():
                path = self.root / "locales" / SOURCE_LANGUAGE / folder / f"{name}.md"
            found = loader.page(path)
            self._predicates(path, "front matter", found.head.when)
            self._known(path, "front matter", "sources", found.head.sources, self.sources)
            self._pages[key] = found
        return self._pages[key]

    def _words_for(self, name: str, entries: Mapping[str, object]) -> Mapping[str, records.Wording]:
        path = self._locale / name
        found = loader.table(path, records.Wording)
        self._complete(path, found, entries)
        return found

    def _names(self, kind: str, record: type[T], entries: tuple[str, ...] | Mapping[str, object]) -> Mapping[str, T]:
        path = self._locale / "names.toml"
        file, read = loader.shown(path), loader.read_toml(path)
        found = {key: loader.record(value, record, file, f"{kind}.{key}") for key, value in read.get(kind, {}).items()}
        self._complete(path, found, entries)
        return found

    @staticmethod
    def _complete(path: Path, found: Mapping[str, object], wanted: tuple[str, ...] | Mapping[str, object]) -> None:
        for entry in wanted:
            if entry not in found:
                raise ContentError(loader.shown(path), entry, problem="is missing")
        for entry in found:
            if entry not in wanted:
                raise ContentError(loader.shown(path), entry, problem="is not known")

    @staticmethod
    def _known(path: Path, entry: str, key: str, ids: tuple[str, ...], known: Mapping[str, object]) -> None:
        for wanted in ids:
            if wanted not in known:
                raise ContentError(loader.shown(path), entry, key, f"names {wanted}, which is not there")

    @staticmethod
    def _predicates(path: Path, entry: str, when: records.When) -> None:
        for name in (*when.all, *when.any, *when.none):
            if name not in PREDICATES:
                raise ContentError(loader.shown(path), entry, "when", f"names {name}, which is no predicate")
