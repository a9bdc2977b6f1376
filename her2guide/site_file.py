"""A clinic's own settings: one TOML file, and more that may only make it stricter.

Limits get stricter from file to file: the shorter time wins, and a language is offered where every file names it. Of
words (name, phones, logo, printer, PIN, folder of own words) the last file wins, but an empty PIN closes the staff's
way out for good. What each key may hold is the table `_KEYS`.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import tomli

from her2guide.logo import read_logo, read_some
from her2guide.settings import Idle, Settings, Site
from her2guide.staff_exit import is_hash

MAX_BYTES = 64 * 1024
_PHONE = re.compile(r"(?=(?:\D*\d){3})[0-9+(][0-9+().#*/ -]{2,29}(?: ?(?:ext\.?|x) ?[0-9]{1,6})?")
_QUEUE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,126}")


@dataclass(frozen=True, slots=True)
class Places:
    """Where a clinic's files lie when no command names one."""

    file: Path = Path("/etc/her2guide/site.toml")
    folder: Path = Path("/etc/her2guide/conf.d")

    def files(self) -> tuple[Path, ...]:
        """Return the files that are there, in the order in which they are read.

        What cannot be looked into is among them, so that reading it tells so: it may hold what makes a screen stricter.
        """
        try:
            first = (self.file,) if self.file.exists() or self.file.is_symlink() else ()
        except OSError:
            first = (self.file,)
        try:
            more = sorted(path for path in self.folder.iterdir() if path.suffix == ".toml")
        except FileNotFoundError:
            more = []
        except OSError:
            more = [self.folder]
        return (*first, *more)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one file. `str()` is one plain line without what the file says."""

    file: str
    key: str
    text: str

    def __str__(self) -> str:
        file = self.file if self.file.isprintable() else ascii(self.file)
        return ": ".join(part for part in (file, self.key, self.text) if part)


@dataclass(frozen=True, slots=True)
class SiteFile:
    """What one file says that can be used, by key, and what cannot."""

    values: Mapping[str, object]
    problems: tuple[Problem, ...] = ()
    readable: bool = True  # whether it could be read at all


Read = Callable[[object, Collection[str]], object]


def _text(most: int) -> Read:
    def read(value: object, _: Collection[str]) -> object:
        if isinstance(value, str) and len(value) <= most and value.isprintable():
            return value
        raise ValueError(f"must be a text of one line, at most {most} characters")

    return read


def _matching(form: re.Pattern[str], allowed: str) -> Read:
    def read(value: object, _: Collection[str]) -> object:
        if isinstance(value, str) and (not value or form.fullmatch(value)):
            return value
        raise ValueError(f"must be {allowed}")

    return read


def _seconds(low: int, high: int) -> Read:
    def read(value: object, _: Collection[str]) -> object:
        if type(value) is int and low <= value <= high:
            return value
        raise ValueError(f"must be a whole number of seconds from {low} to {high}")

    return read


def _languages(value: object, published: Collection[str]) -> object:
    named = [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
    if named and named == value and set(named) <= set(published):
        return tuple(dict.fromkeys(named))
    raise ValueError(f"must be a list of published ones: {', '.join(published)}")


def _pin(value: object, _: Collection[str]) -> object:
    if isinstance(value, str) and (not value or is_hash(value)):
        return value
    raise ValueError("must be the line that `her2guide kiosk-check --make-pin` prints, never the PIN itself")


def _folder(value: object, _: Collection[str]) -> object:
    if isinstance(value, str) and (not value or (_is_absolute(value) and Path(value).is_dir())):
        return value
    raise ValueError("must be the absolute path of a folder that is there")


def _logo(value: object, _: Collection[str]) -> object:
    if not isinstance(value, str) or (value and not _is_absolute(value)):
        raise ValueError("must be the absolute path of a PNG or SVG picture")
    if value:
        _look_at(Path(value))
    return value


def _is_absolute(path: str) -> bool:
    return path.isprintable() and Path(path).is_absolute()


def _look_at(path: Path) -> None:
    """Raise `ValueError` for a picture that the window should not be given."""
    try:
        read_logo(path)
    except OSError as error:
        raise ValueError(f"cannot be read ({_reason(error)})") from None


def _reason(error: Exception) -> str:
    return error.strerror.lower() if isinstance(error, OSError) and error.strerror else "not a usable file name"


_PHONES = _matching(_PHONE, "a phone number of digits, spaces and + - ( ) . / # *, perhaps with ext. and digits")
_KEYS: dict[str, Read] = {
    "name": _text(120),
    "logo": _logo,
    "printer": _matching(_QUEUE, "the name of a print queue"),
    "pin_hash": _pin,
    "words": _folder,
    "languages": _languages,
    "phones.daytime": _PHONES,
    "phones.after_hours": _PHONES,
    "idle.question": _seconds(60, 600),
    "idle.guide": _seconds(60, 600),
    "idle.call": _seconds(60, 600),
    "idle.countdown": _seconds(20, 120),
}
_TABLES = tuple(dict.fromkeys(key.split(".")[0] for key in _KEYS if "." in key))
_IN_SITE = {"phones.daytime": "daytime_phone", "phones.after_hours": "after_hours_phone"}  # others keep their name


def read_site_file(path: Path, published: Collection[str]) -> SiteFile:
    """Return what a file says. `published` are the languages that may be offered. Nothing is raised."""

    def broken(text: str, *, readable: bool = True) -> SiteFile:
        return SiteFile({}, (Problem(str(path), "", text),), readable)

    try:
        data = read_some(path, MAX_BYTES)
    except (OSError, ValueError) as error:
        return broken(f"cannot be read ({_reason(error)}); it must be a site file", readable=False)
    if len(data) > MAX_BYTES:
        return broken(f"must be at most {MAX_BYTES // 1024} KiB")
    try:
        tree = tomli.loads(data.decode())
    except UnicodeDecodeError:
        return broken("must be UTF-8 text")
    except (tomli.TOMLDecodeError, RecursionError, ValueError) as error:
        place = re.search(r"at line \d+, column \d+", str(error))
        return broken(f"is not valid TOML{f' ({place.group()})' if place else ''}")
    return _taken(tree, str(path), published)


def _taken(tree: Mapping[str, object], file: str, published: Collection[str]) -> SiteFile:
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for key, value in _flat(tree):
        if key not in _KEYS:
            problems.append(Problem(file, _short(key), _unknown(key)))
            continue
        try:
            values[key] = _KEYS[key](value, published)
        except ValueError as error:
            problems.append(Problem(file, key, str(error)))
    return SiteFile(values, tuple(problems))


def _flat(tree: Mapping[str, object]) -> list[tuple[str, object]]:
    flat: list[tuple[str, object]] = []
    for key, value in tree.items():
        if key in _TABLES and isinstance(value, dict):
            flat += [(f"{key}.{inner}", each) for inner, each in value.items()]
        else:
            flat.append((key, value))
    return flat


def _unknown(key: str) -> str:
    if key in _TABLES:
        return "must be a table"
    table = key.split(".", maxsplit=1)[0]
    known = [name for name in _KEYS if table not in _TABLES or name.startswith(f"{table}.")]
    return f"is not known; allowed are {', '.join(known)}"


def _short(key: str) -> str:
    """Return a key that is not ours as it can stand in one line."""
    shown = key if key.isprintable() else ascii(key)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"


def settings_of(files: Sequence[SiteFile], preset: Settings) -> Settings:
    """Return the preset narrowed by the files.

    Where anything is wrong with any of them the clinic's words are left out, the staff's way out is closed, and times
    are the shorter of the preset's and the files'; `problems` tells why.
    """
    problems = tuple(str(problem) for file in files for problem in file.problems)
    all_values = [file.values for file in files]
    languages = _shared([value for each in all_values if isinstance(value := each.get("languages"), tuple)])
    if languages == ():
        problems += ("languages: no language is left that every file names; all published ones are offered",)
    narrowed = replace(preset, idle=_idle(all_values, preset.idle, most=bool(problems)), languages=languages or ())
    if problems:
        return replace(narrowed, problems=problems)
    return replace(narrowed, site=_site(all_values))


def _shared(named: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the languages that all files name, or None where no file names any."""
    if not named:
        return None
    return tuple(each for each in named[0] if all(each in other for other in named))


def _idle(files: Sequence[Mapping[str, object]], preset: Idle | None, *, most: bool) -> Idle | None:
    """Return the shortest times of the files; with `most`, none longer than the preset's."""
    if preset is None:
        return None
    times = {}
    for each in fields(Idle):
        usual: int = getattr(preset, each.name)
        given = [value for file in files if isinstance(value := file.get(f"idle.{each.name}"), int)]
        times[each.name] = min([*given, usual] if most or not given else given)
    return Idle(**times)


def _site(files: Sequence[Mapping[str, object]]) -> Site:
    words: dict[str, str] = {}
    for file in files:
        for key, value in file.items():
            name = _IN_SITE.get(key, key)
            if isinstance(value, str) and not (name == "pin_hash" and words.get(name) == ""):
                words[name] = value
    return Site(**words)
