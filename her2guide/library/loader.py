"""Files to records. Every error names file, entry and key."""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import tomli

from her2guide.library.errors import ContentError
from her2guide.library.records import FrontMatter, SectionFile

T = TypeVar("T")

_FIELD = re.compile(r"field `([^`]+)`")
_PATH = re.compile(r" - at `\$\.?([^`]*)`")


def shown(path: Path) -> str:
    """Return the name a content file has in messages: the part below resources/."""
    parts = path.parts
    return "/".join(parts[parts.index("resources") :]) if "resources" in parts else path.name


def read_text(path: Path) -> str:
    """Return the text of a content file. Raises `ContentError`."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(shown(path), problem="the file is missing") from None
    except UnicodeDecodeError:
        raise ContentError(shown(path), problem="is not UTF-8 text") from None
    except OSError as error:
        raise ContentError(
            shown(path), problem=f"cannot be read ({(error.strerror or 'no reason given').lower()})"
        ) from None


def read_toml(path: Path) -> dict[str, Any]:
    """Return the tables of a TOML file. Raises `ContentError`."""
    return parse_toml(read_text(path), shown(path))


def parse_toml(text: str, file: str) -> dict[str, Any]:
    """Return the tables of TOML text. Raises `ContentError` naming `file`."""
    try:
        return tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise ContentError(file, problem=f"is not valid TOML ({error})") from None


def record(value: object, kind: type[T], file: str, entry: str = "") -> T:
    """Return `value` as a record of `kind`. Raises `ContentError` naming file, entry and key."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        text = str(error)
        path, field = _PATH.search(text), _FIELD.search(text)
        names = [found.group(1) for found in (path, field) if found and found.group(1)]
        raise ContentError(file, entry, ".".join(names), _PATH.sub("", text)) from None


def table(path: Path, kind: type[T]) -> dict[str, T]:
    """Return the entries of a TOML file, each a record of `kind`, in the file's order."""
    return {entry: record(value, kind, shown(path), entry) for entry, value in read_toml(path).items()}


def records(value: object, kind: type[T], file: str, entry: str) -> dict[str, T]:
    """Return the tables inside a table, each as a record of `kind`. Raises `ContentError`."""
    if not isinstance(value, dict):
        raise ContentError(file, entry, problem="must be a table")
    return {name: record(inner, kind, file, f"{entry}.{name}") for name, inner in value.items()}


def tables(folder: Path, kind: type[T]) -> dict[str, T]:
    """Return the entries of all TOML files of a folder as one table; an id has one home."""
    found: dict[str, T] = {}
    for path in sorted(folder.glob("*.toml")):
        for entry, value in table(path, kind).items():
            if entry in found:
                raise ContentError(shown(path), entry, problem="stands in two files")
            found[entry] = value
    if not found:
        raise ContentError(shown(folder), problem="holds no entries")
    return found


def page(path: Path) -> SectionFile:
    """Return a section file: TOML between two `+++` lines, then Markdown."""
    file, text = shown(path), read_text(path)
    parts = text.split("+++\n", 2)
    if len(parts) != 3 or parts[0]:
        raise ContentError(file, problem="must start with front matter between two +++ lines")
    head = record(parse_toml(parts[1], file), FrontMatter, file, "front matter")
    return SectionFile(head=head, body=parts[2], file=file)


def flatten(value: dict[str, Any], file: str, prefix: str = "") -> dict[str, str]:
    """Return nested tables of strings as dotted keys. Raises `ContentError` for anything else."""
    flat: dict[str, str] = {}
    for key, inner in value.items():
        name = f"{prefix}{key}"
        if isinstance(inner, dict):
            flat |= flatten(inner, file, f"{name}.")
        elif isinstance(inner, str):
            flat[name] = inner
        else:
            raise ContentError(file, name, problem="must be a text")
    return flat
