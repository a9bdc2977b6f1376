"""The pages of one language. A page that a language does not have yet is taken from the source language as a whole."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from her2guide.library import loader, records
from her2guide.library.needs import need_known, need_predicates
from her2guide.library.order import PARTS, SECTIONS
from her2guide.model.terms import Her2Category

PROVISIONAL = "provisional"

Name = tuple[str, str]
"""The folder of a page, `results`, `sections` or `parts`, and its name there."""


class Pages:
    """Reads each page once. `sources` are asked for, and what a page names is looked up, when a guide first uses it."""

    def __init__(self, own: Path, source: Path, sources: Callable[[], Collection[str]]) -> None:
        self._own, self._source, self._sources = own, source, sources
        self._read: dict[Name, records.SectionFile] = {}
        self._checked: set[Name] = set()

    def page(self, folder: str, name: str) -> records.SectionFile:
        """Return a page that can be used. Raises `ContentError`."""
        found = self.as_it_stands(folder, name)
        if (folder, name) not in self._checked:
            path = self._path(folder, name)
            need_predicates(path, "front matter", "when", found.head.when)
            need_known(path, "front matter", "sources", found.head.sources, self._sources())
            self._checked.add((folder, name))
        return found

    def as_it_stands(self, folder: str, name: str) -> records.SectionFile:
        """Return a page without a look at what it names. Raises `ContentError`."""
        if (folder, name) not in self._read:
            self._read[folder, name] = loader.page(self._path(folder, name))
        return self._read[folder, name]

    def _path(self, folder: str, name: str) -> Path:
        own = self._own / folder / f"{name}.md"
        return own if own.exists() else self._source / folder / f"{name}.md"


def page_names(topics: Collection[str]) -> Iterator[Name]:
    """Yield the name of every page there is; each approved use has one."""
    yield from (("results", category.value) for category in Her2Category)
    yield "results", PROVISIONAL
    yield from (("sections", section) for section in (*SECTIONS, *topics))
    yield from (("parts", part) for part in PARTS)
