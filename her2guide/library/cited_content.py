"""Facts, sources and hosts, which all other content names; and how a file of entries is read."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from her2guide.library import loader, records
from her2guide.library.errors import ContentError
from her2guide.library.needs import need_dates_that_agree, need_known

T = TypeVar("T")

Reference = tuple[str, Collection[str], Collection[str]]
"""A key of an entry, the ids it names, and the ids there are."""

_DIRECT = (records.SourceKind.PRIMARY, records.SourceKind.ABSTRACT, records.SourceKind.MANUFACTURER)


class CitedContent:
    """What everything else rests on. Raises `ContentError` wherever a part cannot be used."""

    def __init__(self, folder: Path) -> None:
        self._content = folder

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
