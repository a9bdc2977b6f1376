"""The ways forward of one person, side by side, and what each can mean for mind and people. It recommends none."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from her2guide.guide.document import Block, Callout, Contacts, Line, Paragraph, Table, line
from her2guide.guide.markup import blocks
from her2guide.guide.reading import wants_length_of_life, wants_numbers
from her2guide.guide.templates import render
from her2guide.guide.voice import Voice, format_date
from her2guide.library.errors import ContentError
from her2guide.library.freshness import Age, age_by, clock_is_wrong
from her2guide.library.library import Library
from her2guide.library.records import Shelf
from her2guide.library.way_records import Way
from her2guide.model.answers import told
from her2guide.model.logic import State, evaluate
from her2guide.model.profile import Profile
from her2guide.model.terms import HAVING_HAD, Told

WAYS = "ways-forward"
_COLUMNS = ("way", "good", "hard", "days", "mind", "people")
_BESIDE = 4  # columns of the first table; the others stand beside the name of the way in a second one
_LINES = ("choice", "reasons", "give-up", "again")


def ways_for(person: Profile, uses: Collection[str], library: Library) -> tuple[str, ...]:
    """Return the ways for this person, in the order of their file; `uses` are the approved uses with a page.

    A way whose medicines were all had is left out: it was talked about before.
    """
    return tuple(entry for entry, way in library.ways.items() if _is_for(entry, way, person, uses, library))


def way_sources(person: Profile, uses: Collection[str], library: Library) -> tuple[str, ...]:
    """Return the sources of those ways, each once."""
    chosen = ways_for(person, uses, library)
    return tuple(dict.fromkeys(source for entry in chosen for source in library.ways[entry].sources))


def ways(person: Profile, uses: Collection[str], library: Library, today: date) -> tuple[Block, ...]:
    """Return the table of ways, and one on mind and people around.

    A way that is too old is left out; a note says so, or that one is due.
    """
    wrong = clock_is_wrong(library, today)
    ages = {
        entry: age_by(library.ways[entry].due, Shelf.MEDICINE, today, clock_wrong=wrong)
        for entry in ways_for(person, uses, library)
    }
    shown = [entry for entry, age in ages.items() if age is not Age.EXPIRED]
    late = [entry for entry, age in ages.items() if age is not Age.FRESH]
    found: list[Block] = []
    if late and not wrong:  # with a wrong date the page says so itself
        due = format_date(min(library.ways[entry].due for entry in late), library)
        found.append(Callout(line(library.say("ways.late", due=due))))
    head = tuple(line(library.word(f"ways.{column}")) for column in _COLUMNS)
    if shown:
        rows = (head, *(tuple(_cells(each, person, library)) for each in _by_name(shown, library)))
        found.append(Table(tuple(row[:_BESIDE] for row in rows)))
        found.append(Paragraph(line(library.word("ways.also"))))
        found.append(Table(tuple((row[0], *row[_BESIDE:]) for row in rows)))
    return tuple(found)


def choice_lines(library: Library) -> tuple[Block, ...]:
    """Return lines to write a choice on: what, why, what it costs, and the day to look at it again."""
    return (Contacts(tuple((line(library.word(f"ways.line.{key}")), ()) for key in _LINES)),)


def _is_for(entry: str, way: Way, person: Profile, uses: Collection[str], library: Library) -> bool:
    if way.medicines and all(told(person.answers, name) in HAVING_HAD for name in way.medicines):
        return False
    if entry in library.topics:
        return entry in uses
    met = evaluate(way.when, person) is State.MET
    return met and not any(evaluate(each, person) is State.MET for each in way.unless)


def _by_name(entries: Iterable[str], library: Library) -> tuple[tuple[str, ...], ...]:
    """Return the ways by name: two uses of one medicine are one way to the reader."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        name = library.way_words[entry].name
        found[name] = (*found.get(name, ()), entry)
    return tuple(found.values())


def _cells(entries: tuple[str, ...], person: Profile, library: Library) -> Iterator[Line]:
    """Yield the name and the texts of uses of one name; only their good sides differ.

    Whoever takes one of the medicines now sees that at the name.
    """
    entry, *more = entries
    name, good, *others = library.way_words[entry].texts
    if more:
        good = ". ".join(f"{each.use}: {each.good}" for each in map(library.way_words.__getitem__, entries))
    taking = any(told(person.answers, each) is Told.TAKING for each in library.ways[entry].medicines)
    for text in (name, good, *others):
        cell = _line(text, entry, person, library)
        yield (*cell, *line(f" {library.word('ways.now')}")) if taking and text is name else cell


def _line(text: str, entry: str, person: Profile, library: Library) -> Line:
    """Return one cell. Raises `ContentError` for anything but one line of words."""
    where, numbers, survival = f"ways.toml: {entry}", wants_numbers(person), wants_length_of_life(person)
    voice = Voice(library, numbers=numbers, survival=survival, where=where, person=person)
    values = {"numbers": numbers, "survival": survival}
    match blocks(render(text, voice, values, where), voice, where):
        case (Paragraph(words),):
            return words
    raise ContentError(where, problem="must be one line of words")
