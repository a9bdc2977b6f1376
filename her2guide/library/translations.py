"""What other languages still lack, beside the source language."""

from collections.abc import Iterator
from pathlib import Path

from her2guide.library import loader
from her2guide.library.library import languages
from her2guide.library.paths import SOURCE_LANGUAGE
from her2guide.library.signing import REVIEWS

_OWN = ("locale.toml", REVIEWS)  # each language has its own, with other entries


def lacking(root: Path) -> Iterator[tuple[str, str]]:
    """Yield what is to be done for another language: its place, and why. `root` is the folder of resources.

    A page that is missing is read in the source language; of a published language it is named. Raises `ContentError`.
    """
    for language in languages(root, status="draft"):
        yield language, "is a draft, so nobody is offered it; it is published when a named reader has read all of it"
    for language in languages(root):
        if language != SOURCE_LANGUAGE:
            yield from _missing(root / "locales", language)


def _missing(locales: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield the files and entries that the source language has and this one has not."""
    source = locales / SOURCE_LANGUAGE
    for path in sorted(each for each in source.rglob("*.*") if each.name not in _OWN):
        name, own = path.relative_to(source), locales / language / path.relative_to(source)
        if not own.is_file():
            yield f"{language}/{name.as_posix()}", f"is missing; people get it in {SOURCE_LANGUAGE}"
        elif path.suffix == ".toml":
            for key in sorted(_keys(path) - _keys(own)):
                yield f"{language}/{name.as_posix()}: {key}", "is missing"


def _keys(path: Path) -> set[str]:
    def keys(table: dict[str, object], above: str) -> Iterator[str]:
        for name, value in table.items():
            here = f"{above}.{name}" if above else name
            yield here
            if isinstance(value, dict):
                yield from keys(value, here)

    return set(keys(loader.read_toml(path), ""))
