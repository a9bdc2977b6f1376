"""What a person told us, said back to them, so that a slip can be seen. Money, home and work are never here."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from enum import StrEnum

from her2guide.guide.document import Block, Heading, Line, Paragraph, Table, line, typed
from her2guide.guide.inline import inline_word
from her2guide.guide.signs import full_name
from her2guide.guide.voice import format_date
from her2guide.library.library import Library
from her2guide.model.answers import Answers, Her2Result

_CHOICES = ("ihc", "membrane_staining", "ish", "newest")
_TEXTS = ("ish_ratio", "copy_number", "specimen")
_MEANT = _TEXTS[:2]  # numbers that mean nothing without a word on them
_HEAD = ("number", "yours", "high")
_SIDE_BY_SIDE = 2


def told_blocks(answers: Answers, library: Library) -> tuple[Block, ...]:
    """Return what was told under a heading that asks whether any of it is wrong, and what its numbers mean."""
    title = Heading(line(library.word("told.title")))
    return (title, *told_tables(answers, library, plainly=True), *_meaning(answers.her2, library))


def _meaning(result: Her2Result, library: Library) -> Iterator[Block]:
    """Yield what the numbers of the gene test mean, then each beside the number from which labs take it as high.

    Nothing is worked out from what was typed. A copy number without a ratio is read in another way, so it has no table.
    """
    given = [key for key in _MEANT if getattr(result, key)]
    for key in given:
        yield Paragraph(inline_word(f"told.meaning.{key}", library))
    if result.ish_ratio:
        head = tuple(inline_word(f"told.side.{key}", library) for key in _HEAD)
        rows = (
            (
                inline_word(f"told.short.{key}", library),
                typed(getattr(result, key)),
                inline_word(f"told.high.{key}", library),
            )
            for key in given
        )
        yield Table((head, *rows))
        yield Paragraph(inline_word("told.side.meaning", library))


def told_tables(answers: Answers, library: Library, *, plainly: bool = False) -> tuple[Table, ...]:
    """Return the table of answers, then any other results in columns beside each other, never merged.

    `plainly`: a label with a medical word says what it means, for whoever is not a clinician.
    """
    rows = (*_labeled(_result(answers.her2, library), library, plainly), *_rows(answers, library, plainly))
    if not rows:
        rows = ((line(library.word("told.nothing")), line(library.word("told.nothing-given"))),)
    return (Table(rows, header=False), *_beside(answers.other_results, 2, "told.other-label", library))


def told_for_clinician(answers: Answers, library: Library) -> tuple[Table, ...]:
    """Return the same for a clinician: with more than one result, all of them beside each other, then the rest."""
    if not answers.other_results:
        return told_tables(answers, library)
    results = _beside((answers.her2, *answers.other_results), 1, "told.results-label", library)
    rows = tuple(_rows(answers, library))
    return (*results, Table(rows, header=False)) if rows else results


def _labeled(
    found: Iterable[tuple[str, Line]], library: Library, plainly: bool = False
) -> tuple[tuple[Line, Line], ...]:
    return tuple((line(_label(key, library, plainly)), value) for key, value in found)


def _label(key: str, library: Library, plainly: bool) -> str:
    plain_key = f"told.plain.{key}"
    return library.word(plain_key if plainly and plain_key in library.words else f"told.label.{key}")


def _beside(results: tuple[Her2Result, ...], first: int, head: str, library: Library) -> tuple[Table, ...]:
    """Return results in columns, two to a table; `first` is the number of the first one."""
    starts = range(0, len(results), _SIDE_BY_SIDE)
    return tuple(
        _side_by_side(results[start : start + _SIDE_BY_SIDE], first + start, head, library) for start in starts
    )


def _rows(answers: Answers, library: Library, plainly: bool = False) -> Iterator[tuple[Line, Line]]:
    """Yield label and value of everything medical that was answered, but for the HER2 result."""
    yield from _labeled((*_receptors(answers, library), *_course(answers, library)), library, plainly)
    for medicine, said in answers.medicines:
        yield line(full_name(medicine, library)), _choice("medicine", said, library)
    if answers.other_medicines:
        yield line(library.word("told.label.other_medicines")), typed(answers.other_medicines)


def _receptors(answers: Answers, library: Library) -> Iterator[tuple[str, Line]]:
    for receptor in ("estrogen", "progesterone"):
        key = f"{receptor}_receptor"
        if (choice := getattr(answers, key)) is not None:
            yield key, _choice(key, choice, library)
        if percent := getattr(answers, f"{receptor}_percent"):
            yield f"{receptor}_percent", typed(percent)


def _course(answers: Answers, library: Library) -> Iterator[tuple[str, Line]]:
    """Yield where the cancer is and what was done so far."""
    for key in ("setting", "stage_2_or_3", "surgery"):
        if (choice := getattr(answers, key)) is not None:
            yield key, _choice("yes_no" if key == "stage_2_or_3" else key, choice, library)
    history = {field.name: getattr(answers.treatments, field.name) for field in fields(answers.treatments)}
    for key, choice in {**history, "pd1_option": answers.pd1_option}.items():
        if choice is not None:
            yield key, _choice("yes_no", choice, library)


def _result(result: Her2Result, library: Library) -> Iterator[tuple[str, Line]]:
    for key in _CHOICES:
        if (choice := getattr(result, key)) is not None:
            yield key, _choice("yes_no" if key == "newest" else key, choice, library)
    for key in _TEXTS:
        if text := getattr(result, key):
            yield key, typed(text)
    if result.date is not None:
        yield "date", line(format_date(result.date, library))


def _choice(key: str, value: StrEnum, library: Library) -> Line:
    return line(library.word(f"told.value.{key}.{value.value}"))


def _side_by_side(results: tuple[Her2Result, ...], first: int, head: str, library: Library) -> Table:
    """Return a table with one column for each result and one row for each thing any of them says."""
    columns = [dict(_result(result, library)) for result in results]
    keys = dict.fromkeys(key for key in (*_CHOICES, *_TEXTS, "date") if any(key in column for column in columns))
    nothing = line(library.word("told.not-said"))
    titles = (library.say("told.other", number=first + place) for place in range(len(results)))
    header = (line(library.word(head)), *(line(title) for title in titles))
    body = tuple(
        (line(library.word(f"told.label.{key}")), *(column.get(key, nothing) for column in columns)) for key in keys
    )
    return Table((header, *body))
