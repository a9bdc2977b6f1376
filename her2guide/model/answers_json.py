"""Reading an answers file (schema 1), strictly. What is wrong is named by its place and never repeated."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from her2guide.model.answers import QUOTED, SCHEMA, Answers, Her2Result
from her2guide.model.errors import AnswersError
from her2guide.model.terms import MEDICINE_IDS, Concern, Told

MAX_BYTES = 1024 * 1024
MAX_TEXT = 2000
MAX_ITEMS = 20
MAX_OTHER_RESULTS = 5
MAX_HOUSEHOLD = 20

Read = Callable[[object, str], Any]
"""Takes a JSON value (not null) and its path; returns it as the model holds it, or raises AnswersError."""


class _Object(tuple[tuple[str, object], ...]):
    """A JSON object as it stands in the file, so that a key given twice can still be seen."""


class _OddNumber:
    """A number no answer can be: a fraction, a very large one, NaN or Infinity."""


def answers_from_json(data: bytes, *, languages: tuple[str, ...]) -> Answers:
    """Return the answers in an answers file.

    `data` is the whole file, or one NDJSON line: UTF-8 (a byte order mark is fine), at most 1 MiB.
    `languages` are the published ones; `language` must be one of them. A concern named twice is kept once, in
    its first place. Anything outside the schema raises AnswersError for the first problem met reading down,
    `schema` before all. Nothing is derived here: see `derive`. The `quotes` of a draft are no answers: `quotes_of`.
    """
    return Answers(**{name: value for name, value in _read(data, languages).items() if name != _QUOTES})


def quotes_of(data: bytes, *, languages: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return the lines of the records that each answer of a draft came from, by its path. Raises as above."""
    return dict(_read(data, languages).get(_QUOTES, {}))


def _read(data: bytes, languages: tuple[str, ...]) -> dict[str, Any]:
    found = _parse(data)
    if not isinstance(found, _Object):
        raise AnswersError("file", "must be one JSON object")
    schema = [value for key, value in found if key == "schema"]
    if len(schema) != 1 or type(schema[0]) is not int or schema[0] != SCHEMA:
        raise AnswersError("schema", f"must be there once, as the number {SCHEMA}")
    readers = {"schema": _keep, **_ANSWERS, "language": _word({language: language for language in languages})}
    entries = _entries(found, "", {**readers, _QUOTES: _object(dict.fromkeys(QUOTED, _LINES), dict)})
    if _QUOTES in entries and entries.get("confirmed") is not False:
        raise AnswersError(_QUOTES, "may be only in a draft, where confirmed is false")
    del entries["schema"]
    return entries


def text_problem(text: str) -> str | None:
    """Return why a typed text could not be saved and read back, in words that do not repeat it, or None."""
    if len(text) > MAX_TEXT:
        return f"must be at most {MAX_TEXT:,} characters long"
    if any("\ud800" <= character <= "\udfff" for character in text):
        return "has a broken character in it (half of a surrogate pair)"
    return None


# An error is raised only after its cause is let go of: the causes below carry the file's own words.


def _parse(data: bytes) -> object:
    if len(data) > MAX_BYTES:
        raise AnswersError("file", "must be at most 1 MiB")
    text = _decode(data)
    if text is None:
        raise AnswersError("file", "must be UTF-8 text")
    if not text.strip():
        raise AnswersError("file", "is empty")
    try:
        return json.loads(
            text,
            object_pairs_hook=_Object,
            parse_int=_number,
            parse_float=_odd_number,
            parse_constant=_odd_number,
        )
    except json.JSONDecodeError as error:
        problem = f"is not valid JSON (see character {error.pos + 1})"
    except RecursionError:
        problem = "is nested too deeply"
    raise AnswersError("file", problem)


def _decode(data: bytes) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _number(digits: str) -> int | _OddNumber:
    return int(digits) if len(digits) < 10 else _OddNumber()


def _odd_number(_: str) -> _OddNumber:
    return _OddNumber()


def _real_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _entries(found: _Object, path: str, readers: Mapping[str, Read]) -> dict[str, Any]:
    """Return the entries of one object that were answered, each read by its own reader."""
    entries: dict[str, Any] = {}
    seen: set[str] = set()
    for key, value in found:
        if key not in readers:
            allowed = _list_of(readers)
            raise AnswersError(path or "file", f"has a key that is not known; allowed are {allowed}")
        place = f"{path}.{key}" if path else key
        if key in seen:
            raise AnswersError(place, "is there twice; allowed is once")
        seen.add(key)
        if value is not None:
            entries[key] = readers[key](value, place)
    return entries


def _list_of(words: Iterable[str]) -> str:
    return ", ".join(words)


def _keep(value: object, _: str) -> object:
    return value


def _object(readers: Mapping[str, Read], make: Callable[[dict[str, Any]], Any]) -> Read:
    def read(value: object, path: str) -> Any:
        if not isinstance(value, _Object):
            raise AnswersError(path, f"must be an object; allowed keys are {_list_of(readers)}")
        return make(_entries(value, path, readers))

    return read


def _items(item: Read, most: int, make: Callable[[list[Any]], tuple[Any, ...]]) -> Read:
    def read(value: object, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) > most:
            raise AnswersError(path, f"must be a list of at most {most}")
        return make([item(inner, f"{path}[{place}]") for place, inner in enumerate(value)])

    return read


def _word(allowed: Mapping[str, Any]) -> Read:
    def read(value: object, path: str) -> Any:
        if not isinstance(value, str) or value not in allowed:
            raise AnswersError(path, f"must be one of {_list_of(allowed)}")
        return allowed[value]

    return read


def _text(value: object, path: str) -> str:
    if not isinstance(value, str):
        raise AnswersError(path, f"must be text of at most {MAX_TEXT:,} characters")
    problem = text_problem(value)
    if problem is not None:
        raise AnswersError(path, problem)
    return value


def _true_or_false(value: object, path: str) -> bool:
    if not isinstance(value, bool):
        raise AnswersError(path, "must be true or false")
    return value


def _household(value: object, path: str) -> int:
    if type(value) is not int or not 1 <= value <= MAX_HOUSEHOLD:
        raise AnswersError(path, f"must be a whole number from 1 to {MAX_HOUSEHOLD}")
    return value


def _date(value: object, path: str) -> date:
    written = isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)
    day = _real_date(written.group()) if written else None
    if day is None:
        raise AnswersError(path, "must be a real date, written YYYY-MM-DD")
    return day


def _in_table_order(medicines: dict[str, Told]) -> tuple[tuple[str, Told], ...]:
    return tuple((medicine, medicines[medicine]) for medicine in MEDICINE_IDS if medicine in medicines)


def _words(kind: type[StrEnum]) -> Read:
    return _word({word.value: word for word in kind})


def _reader_of(hint: Any) -> Read:
    """Return the reader for one field, from its type. A type not listed here is a bug in the records."""
    if get_origin(hint) is tuple:
        (item, _) = get_args(hint)
        return _items(_reader_of(item), MAX_OTHER_RESULTS if item is Her2Result else MAX_ITEMS, tuple)
    kind = next((part for part in get_args(hint) if part is not NoneType), hint)
    if kind in _KINDS:
        return _KINDS[kind]
    if issubclass(kind, StrEnum):
        return _words(kind)
    return _object(_readers(kind), lambda entries: kind(**entries))


def _readers(record: type[Any], **own: Read) -> dict[str, Read]:
    """Return a reader for each field of a record, in order; `own` are those its type does not tell."""
    hints = get_type_hints(record)
    return {item.name: own.get(item.name) or _reader_of(hints[item.name]) for item in fields(record)}


_QUOTES, _LINES = "quotes", _items(_text, MAX_ITEMS, tuple)
_KINDS: dict[type, Read] = {str: _text, bool: _true_or_false, date: _date}
_ANSWERS = _readers(
    Answers,
    household_size=_household,
    medicines=_object(dict.fromkeys(MEDICINE_IDS, _words(Told)), _in_table_order),
    concerns=_items(_words(Concern), MAX_ITEMS, lambda words: tuple(dict.fromkeys(words))),
)
