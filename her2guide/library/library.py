"""The content of one language. Each part is read on first use, or all at once by `load_all`."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from her2guide.library import loader, records, signing
from her2guide.library.content import Content
from her2guide.library.errors import ContentError
from her2guide.library.needs import need_known, need_same
from her2guide.library.order import RESULT, SECTIONS, TOLD
from her2guide.library.pages import PROVISIONAL, Pages, page_names
from her2guide.library.paths import SOURCE_LANGUAGE, resources
from her2guide.library.question_records import Questions
from her2guide.library.step_records import StepWords
from her2guide.model.terms import MEDICINE_IDS, Her2Category

if TYPE_CHECKING:
    from her2guide.library.check_records import CheckWords
    from her2guide.library.evidence_records import EvidenceWords
    from her2guide.library.program_records import ProgramWords
    from her2guide.library.prompt_records import Prompt
    from her2guide.library.way_records import WayWords
    from her2guide.model.steps import PathRule

T = TypeVar("T")

_PROMPTS = "prompts.toml"


@cache
def languages(root: Path | None = None, status: str = "published") -> tuple[str, ...]:
    """Return the languages of that status, the source language first. Raises `ContentError`."""
    folders = sorted((root or resources()).joinpath("locales").glob("*/locale.toml"))
    found = [
        path.parent.name
        for path in folders
        if loader.record(loader.read_toml(path), records.Locale, loader.shown(path)).status == status
    ]
    if status == "published" and not found:
        raise ContentError("resources/locales", problem="holds no published language")
    return tuple(sorted(found, key=lambda name: (name != SOURCE_LANGUAGE, name)))


class Library(Content):
    """All content for one language, as frozen records. Raises `ContentError` wherever a part cannot be used."""

    def __init__(self, language: str = SOURCE_LANGUAGE, root: Path | None = None) -> None:
        self.language = language
        self.root = root or resources()
        super().__init__(self.root / "content")
        self.folder = self.root / "locales" / language
        self.source_folder = self.root / "locales" / SOURCE_LANGUAGE
        self._pages = Pages(self.folder, self.source_folder, lambda: self.sources)

    # --- what the first page needs

    @cached_property
    def locale(self) -> records.Locale:
        """The language itself: name, months, how dates are written."""
        path = self.folder / "locale.toml"
        found = loader.record(loader.read_toml(path), records.Locale, loader.shown(path))
        if len(found.months) != 12:
            raise ContentError(loader.shown(path), key="months", problem="must have twelve names")
        return found

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Labels and short sentences by dotted key."""
        path = self.folder / "ui.toml"
        return loader.flatten(loader.read_toml(path), loader.shown(path))

    def word(self, key: str) -> str:
        """Return one label or short sentence."""
        try:
            return self.words[key]
        except KeyError:
            raise ContentError(loader.shown(self.folder / "ui.toml"), key, problem="is missing") from None

    def say(self, key: str, **values: str | int) -> str:
        """Return one label or short sentence with its {names} filled in."""
        try:
            return self.word(key).format(**values)
        except (KeyError, IndexError, ValueError):
            problem = f"may use only {', '.join(f'{{{name}}}' for name in values)}"
            raise ContentError(loader.shown(self.folder / "ui.toml"), key, problem=problem) from None

    @cached_property
    def questions(self) -> Questions:
        """The words of the questions and of the pages around them."""
        path = self.folder / "questions.toml"
        return loader.record(loader.read_toml(path), Questions, loader.shown(path))

    @cached_property
    def red_flag_words(self) -> Mapping[str, records.Wording]:
        """The words of each sign; small templates."""
        return self._words_for("red_flags.toml", self.signs, records.Wording)

    # --- the rest, on first use

    @cached_property
    def ask_words(self) -> Mapping[str, records.Wording]:
        """The words of each suggested question."""
        return self._words_for("asks.toml", self.asks, records.Wording)

    @cached_property
    def evidence_words(self) -> "EvidenceWords":
        """The words of help and harm: rows, people counted, sentences, and who was studied for each use."""
        from her2guide.library.evidence_records import EvidenceWords

        path = self.folder / "evidence.toml"
        found = loader.record(loader.read_toml(path), EvidenceWords, loader.shown(path))
        uses = self.evidence.values()
        rows = [row for item in uses for row, _ in item.rows]
        need_same(path, found.use, self.evidence)
        need_same(path, found.outcome, {row.outcome for row in rows})
        need_same(path, found.group, {row.of for row in rows if row.of})
        for use, item in self.evidence.items():
            if found.use[use].has_harms is not bool(item.harms_from):
                problem = "must be there for harms from elsewhere, and only then"
                raise ContentError(loader.shown(path), f"use.{use}", "harms_studied", problem)
        drawn = {row.outcome for row in rows if row.drawn}
        need_same(path, {outcome for outcome, words in found.outcome.items() if words.drawn}, drawn)
        need_same(path, found.said, {said.id for item in uses for said in item.sentences})
        return found

    @cached_property
    def program_words(self) -> "Mapping[str, ProgramWords]":
        """The name and the sentences of each help program; of one known from memory the name alone."""
        from her2guide.library.program_records import ProgramWords

        folder = self.folder / "programs"
        found = loader.tables(folder, ProgramWords)
        need_same(folder, found, [rule.id for rule in self.program_rules])
        for rule in self.program_rules:
            words = found[rule.id]
            if rule.from_memory is bool(words.does) or (rule.from_memory and (words.call or words.ready)):
                problem = "must be there, unless the program is known from memory: then only its name is"
                raise ContentError(loader.shown(folder), rule.id, "does", problem)
            if bool(words.need) is not (rule.id in self.help_lines):
                raise ContentError(loader.shown(folder), rule.id, "need", "belongs to the lines of lines.toml alone")
        return found

    @cached_property
    def check_words(self) -> "CheckWords":
        """The words of the questions on what a reader took away."""
        from her2guide.library.check_records import CheckWords

        path = self.folder / "checks.toml"
        found = loader.record(loader.read_toml(path), CheckWords, loader.shown(path))
        choices = {choice for check in self.checks.values() for choice in check.choices}
        need_same(path, found.point, {check.point for check in self.checks.values()})
        need_same(path, found.choice, choices - set(self.signs))
        need_same(path, found.again, self.checks)
        need_known(path, "retold", "entry", found.retold, self.checks)
        return found

    @cached_property
    def prompts(self) -> "Mapping[str, Prompt]":
        """What a counselor may say and ask beside each part, by section; in the source language where there is none."""
        from her2guide.library.prompt_records import Prompt

        own = self.folder / _PROMPTS
        path = own if own.exists() else self.source_folder / _PROMPTS
        found = loader.table(path, Prompt)
        need_same(path, found, (RESULT, TOLD, *SECTIONS, *self.topics))
        for entry, prompt in found.items():
            need_known(path, entry, "sources", prompt.sources, self.sources)
        return found

    @cached_property
    def glossary(self) -> Mapping[str, records.Term]:
        """Medical words by id."""
        return loader.tables(self.folder / "glossary", records.Term)

    @cached_property
    def medicine_names(self) -> Mapping[str, records.MedicineName]:
        """What people call each medicine."""
        return self._names("medicine", records.MedicineName, MEDICINE_IDS)

    @cached_property
    def topic_names(self) -> Mapping[str, records.TopicName]:
        """The short name of each approved use."""
        return self._names("topic", records.TopicName, self.topics)

    @cached_property
    def step_words(self) -> Mapping[str, Mapping[str, StepWords]]:
        """The words of each step, by page; small templates."""
        path = self.folder / "steps.toml"
        file, read = loader.shown(path), loader.read_toml(path)
        need_same(path, read, self.steps)
        found = {page: loader.records(steps, StepWords, file, page) for page, steps in read.items()}
        for page, steps in self.steps.items():
            need_same(path, [f"{page}.{step}" for step in found[page]], [f"{page}.{step}" for step in steps])
            for entry, step in steps.items():
                if bool(found[page][entry].ask) is not bool(step.had):
                    problem = "belongs to the steps that list `had`, and to no other"
                    raise ContentError(file, f"{page}.{entry}", "ask", problem)
        return found

    @cached_property
    def step_paths(self) -> "tuple[PathRule, ...]":
        """The steps as rules, each path for those who see its page."""
        from her2guide.model.steps import PathRule

        return tuple(
            PathRule(
                id=page,
                who=self._pages.as_it_stands("sections", page).head.when.condition(),
                steps=tuple(step.rule(entry) for entry, step in steps.items()),
            )
            for page, steps in self.steps.items()
        )

    @cached_property
    def way_words(self) -> "Mapping[str, WayWords]":
        """The words of each way forward; small templates."""
        from her2guide.library.way_records import WayWords

        return self._words_for("ways.toml", self.ways, WayWords)

    def result_file(self, category: Her2Category) -> records.SectionFile:
        """Return page one for a category."""
        return self._pages.page("results", category.value)

    def provisional_file(self) -> records.SectionFile:
        """Return the few words for a result that still waits for a test."""
        return self._pages.page("results", PROVISIONAL)

    def part_file(self, part: str) -> records.SectionFile:
        """Return text that several sections share."""
        return self._pages.page("parts", part)

    def section_file(self, section: str) -> records.SectionFile:
        """Return the page of a section, in this language or, as a whole, in the source language."""
        return self._pages.page("sections", section)

    def files(self) -> Iterator[records.SectionFile]:
        """Yield every page there is."""
        yield from (self._pages.page(*name) for name in page_names(self.topics))

    @cached_property
    def reviewed_by(self) -> str | None:
        """The clinicians who signed, or None as soon as one text is unsigned: then no other one is read."""
        names: dict[str, None] = {}
        for name in self._signers():
            if not name:
                return None
            names[name] = None
        return ", ".join(names)

    def _signers(self) -> Iterator[str]:
        yield from (signing.page_signer(self._pages.as_it_stands(*name), self) for name in page_names(self.topics))
        yield from (signing.file_signer(path, self) for path in signing.word_files(self.folder))

    @cached_property
    def reviews(self) -> Mapping[str, records.Signature]:
        """The signatures under files of words, by their path in the language's folder. No file, no signatures."""
        path = self.folder / signing.REVIEWS
        if not path.exists():
            return {}
        found = loader.table(path, records.Signature)
        known = {signing.file_name(each, self) for each in signing.word_files(self.folder)}
        for name in found:
            if name not in known:
                raise ContentError(loader.shown(path), name, problem="is not a file of words")
        return found

    def load_all(self) -> None:
        """Read everything, so that no later use can fail. Raises the first `ContentError`."""
        self.load_content()
        _ = (self.locale, self.words, self.questions, self.red_flag_words, self.ask_words, self.glossary)
        _ = (self.medicine_names, self.topic_names, self.program_words, tuple(self.files()))
        _ = (self.check_words, self.evidence_words, self.step_words, self.way_words, self.reviews, self.prompts)

    def _words_for(self, name: str, entries: Collection[str], record: type[T]) -> Mapping[str, T]:
        path = self.folder / name
        found = loader.table(path, record)
        need_same(path, found, entries)
        return found

    def _names(self, kind: str, record: type[T], entries: Collection[str]) -> Mapping[str, T]:
        path = self.folder / "names.toml"
        file, read = loader.shown(path), loader.read_toml(path)
        found = {key: loader.record(value, record, file, f"{kind}.{key}") for key, value in read.get(kind, {}).items()}
        need_same(path, found, entries)
        return found
