"""What a person put in on one page, to answers and back."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from her2guide.model.answers import Answers, Her2Result, with_told
from her2guide.model.answers_json import MAX_HOUSEHOLD, text_problem
from her2guide.model.terms import MEDICINE_IDS, IhcScore, IshResult, MembraneStaining, Told, YesNo
from her2guide.wizard.fields import value_at, with_value
from her2guide.wizard.pages import NONE_OF_THESE, Kind, QuestionPage

ResultEntry = tuple[tuple[str, str], ...]
"""One further result: field names of Her2Result with choice ids or texts."""

RESULT_CHOICES: dict[str, type[StrEnum]] = {
    "ihc": IhcScore,
    "membrane_staining": MembraneStaining,
    "ish": IshResult,
    "newest": YesNo,
}
_DATE = re.compile(r"\s*(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\s*[/ .-]\s*(\d{1,2})\s*[/ .-]\s*(\d{4}))\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands on a page: only the parts its kind uses are filled.

    `chosen` are choice ids; `texts` pairs the last name of a path with what was typed; `lines` are texts in order;
    `told` pairs medicine ids with what was said; `results` are further HER2 results.
    """

    chosen: tuple[str, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    told: tuple[tuple[str, str], ...] = ()
    results: tuple[ResultEntry, ...] = ()


class Fault(StrEnum):
    """What can be wrong with an entry. The words are in the question file."""

    CHOOSE = "choose"
    NONE_AND_MORE = "none-and-more"
    DATE = "date"
    NUMBER = "number"
    TOO_LONG = "too-long"
    BROKEN = "broken"
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault and the field it belongs to (the last name of a path; for a list with its place, counted from 0)."""

    fault: Fault
    field: str = ""
    place: int | None = None


def name_of(path: str) -> str:
    """Return the last name of a dotted path."""
    return path.rpartition(".")[2]


def is_empty(entry: Entry) -> bool:
    """Return whether nothing was put in at all."""
    return entry == Entry()


def read(page: QuestionPage, answers: Answers) -> Entry:
    """Return what stands on a page for these answers."""
    texts = tuple((name_of(path), text) for path in page.texts if (text := _shown(value_at(answers, path))))
    value: Any = value_at(answers, page.field) if page.field else None
    match page.kind:
        case Kind.ONE_OF:
            chosen = tuple(choice.id for choice in page.choices if value is not None and choice.value == value)
            return Entry(chosen=chosen[:1], texts=texts)
        case Kind.MANY_OF:
            return Entry(chosen=tuple(choice.id for choice in page.choices if choice.value in value))
        case Kind.TEXTS | Kind.RANKED:
            return Entry(lines=value)
        case Kind.MEDICINES:
            return Entry(told=tuple((medicine, said.value) for medicine, said in value), texts=texts)
        case Kind.RESULTS:
            return Entry(results=tuple(_read_result(result) for result in value))
        case Kind.FORM | Kind.NUMBER:
            return Entry(texts=texts)


def write(page: QuestionPage, entry: Entry, answers: Answers) -> tuple[Answers, tuple[Problem, ...]]:
    """Return the answers with this entry in them, or the same answers and what is wrong with the entry.

    A choice, field or medicine the page does not have raises `KeyError`, `ValueError` or `AnswersError`: no screen can
    offer it, so it is a bug.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    if page.field:
        values[page.field] = _main(page, entry, answers, problems)
    typed = dict(entry.texts)
    for path in page.texts:
        values[path] = _typed(name_of(path), typed.pop(name_of(path), ""), problems)
    if typed:
        raise KeyError(*typed)
    if problems:
        return answers, tuple(problems)
    for path, value in values.items():
        answers = with_value(answers, path, value)
    return answers, ()


def _main(page: QuestionPage, entry: Entry, answers: Answers, problems: list[Problem]) -> object:
    """Return the value of the answer the page is about."""
    values = {choice.id: choice.value for choice in page.choices}
    name = name_of(page.field)
    match page.kind:
        case Kind.ONE_OF:
            found = [values[choice] for choice in entry.chosen]
            if len(found) > 1:
                raise ValueError(page.id)
            return found[0] if found else None
        case Kind.MANY_OF:
            if NONE_OF_THESE in entry.chosen and len(entry.chosen) > 1:
                problems.append(Problem(Fault.NONE_AND_MORE, name))
            wanted = {choice: values[choice] for choice in entry.chosen}
            return tuple(value for choice, value in values.items() if choice in wanted and value is not None)
        case Kind.MEDICINES:
            return _medicines(entry, answers)
        case Kind.RESULTS:
            results = (_write_result(result, place, problems) for place, result in enumerate(entry.results))
            return _few(page, tuple(result for result in results if result != Her2Result()), problems)
        case _:
            return _lines(page, entry, problems)


def _medicines(entry: Entry, answers: Answers) -> tuple[tuple[str, Told], ...]:
    said = {medicine: Told(word) for medicine, word in entry.told}
    for medicine in (*MEDICINE_IDS, *said):
        answers = with_told(answers, medicine, said.get(medicine))
    return answers.medicines


def _lines(page: QuestionPage, entry: Entry, problems: list[Problem]) -> tuple[str, ...]:
    name = name_of(page.field)
    for place, text in enumerate(entry.lines):
        _check_text(text, problems, Problem(Fault.TOO_LONG, name, place))
    return _few(page, tuple(dict.fromkeys(text.strip() for text in entry.lines if text.strip())), problems)


def _few(page: QuestionPage, values: tuple[Any, ...], problems: list[Problem]) -> tuple[Any, ...]:
    if len(values) > page.most:
        problems.append(Problem(Fault.TOO_MANY, name_of(page.field)))
    return values


def _typed(name: str, text: str, problems: list[Problem], place: int | None = None) -> object:
    """Return a typed text as the answer holds it; nothing but spaces is no answer."""
    text = text.strip()
    if not text:
        return None
    if name == "date":
        if (day := read_date(text)) is None:
            problems.append(Problem(Fault.DATE, name, place))
        return day
    if name == "household_size":
        good = text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= MAX_HOUSEHOLD
        if not good:
            problems.append(Problem(Fault.NUMBER, name, place))
        return int(text) if good else None
    _check_text(text, problems, Problem(Fault.TOO_LONG, name, place))
    return text


def _check_text(text: str, problems: list[Problem], problem: Problem) -> None:
    if text_problem(text) is None:
        return
    broken = any("\ud800" <= character <= "\udfff" for character in text)
    problems.append(replace(problem, fault=Fault.BROKEN) if broken else problem)


def read_date(text: str) -> date | None:
    """Return the day meant by `month/day/year` or `year-month-day`, or None."""
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 4, 5)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _shown(value: object) -> str:
    """Return an answer as it stands in its text field."""
    if isinstance(value, date):
        return f"{value.month:02}/{value.day:02}/{value.year:04}"
    return "" if value is None else str(value)


def _read_result(result: Her2Result) -> ResultEntry:
    named = ((item.name, _shown(getattr(result, item.name))) for item in fields(result))
    return tuple((name, text) for name, text in named if text)


def _write_result(entry: ResultEntry, place: int, problems: list[Problem]) -> Her2Result:
    """Return one further result; staining counts only under a score of 0."""
    values: dict[str, Any] = {}
    for name, text in entry:
        if name in RESULT_CHOICES:
            values[name] = RESULT_CHOICES[name](text)
        elif name in Her2Result.__slots__:
            values[name] = _typed(name, text, problems, place)
        else:
            raise KeyError(name)
    if values.get("ihc") is not IhcScore.ZERO:
        values.pop("membrane_staining", None)
    return Her2Result(**values)
