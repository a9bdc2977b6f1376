"""Facts and sources that nothing names: written down, and of no use to anyone."""

from collections.abc import Collection, Iterator
from pathlib import Path

from her2guide.library import loader
from her2guide.library.library import Library
from her2guide.library.paying_content import EACH_MORE, ONE_PERSON
from her2guide.model.her2 import SOURCES

_FACTS, _SOURCES = "facts", "sources"  # the folders where they are written down


def unused(library: Library) -> Iterator[tuple[str, str]]:
    """Yield kind and id of each fact and source that no page, rule or other entry names. Raises `ContentError`."""
    named_by_rules = {*SOURCES, ONE_PERSON, EACH_MORE}
    yield from (("fact", fact) for fact in _not_named(library, _FACTS, library.facts) if fact not in named_by_rules)
    yield from (("source", source) for source in _not_named(library, _SOURCES, library.sources))


def _not_named(library: Library, folder: str, ids: Collection[str]) -> Iterator[str]:
    """Yield the ids that stand in quotes nowhere but in the folder where they are written down."""
    content = library.root / "content"
    files = [*_files(content, "*.toml"), *_files(library.folder, "*.toml"), *_files(library.folder, "*.md")]
    texts = "\n".join(loader.read_text(path) for path in files if content / folder not in path.parents)
    yield from (each for each in ids if f'"{each}"' not in texts)


def _files(folder: Path, kind: str) -> list[Path]:
    return sorted(folder.rglob(kind))
