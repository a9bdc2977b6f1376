"""Counts out of every 100 people as a drawing: people, or bars, and the same in words that carry the facts."""

from collections.abc import Iterable
from dataclasses import dataclass

from her2guide.guide.document import PictureBlock, plain
from her2guide.guide.pictures import Count, PeopleArray
from her2guide.guide.voice import Voice
from her2guide.library.library import Library


@dataclass(frozen=True, slots=True)
class CountedGroup:
    """What a group got, the fact that counts it, and that count in words, as the voice has them."""

    name: str
    fact: str
    told: str


def people_counted(
    title: str, groups: tuple[CountedGroup, CountedGroup], about: str, voice: Voice, library: Library
) -> PictureBlock:
    """Return the counts of two groups as people; as bars it is the other drawing. `about` tells what was counted."""
    first, second = groups
    counts = _count(first, voice, library), _count(second, voice, library)

    def block(said: Iterable[str], notes: Iterable[str], other: PictureBlock | None) -> PictureBlock:
        one, two = said
        words = voice.line(_say(library, "alt", title=title, first=one, second=two, about=about))
        picture = PeopleArray(title, counts, " ".join((about, *notes)), plain(words), as_bars=other is None)
        return PictureBlock(picture, words, other)

    as_bars = (_say(library, "alt-bar", group=each.name, count=each.told) for each in groups)
    as_people = (_as_people(group, count, voice, library) for group, count in zip(groups, counts, strict=True))
    bars = block(as_bars, (_say(library, "bar"),), None)
    return block(as_people, _notes(counts, library), bars)


def _count(group: CountedGroup, voice: Voice, library: Library) -> Count:
    return Count(group.name, plain(voice.line(group.told)), float(library.facts[group.fact].value))


def _as_people(group: CountedGroup, count: Count, voice: Voice, library: Library) -> str:
    if not count.people:
        return _say(library, "alt-none", group=group.name, count=group.told)
    filled = voice.worked_out(group.fact, count.people)
    return _say(library, "alt-people", group=group.name, count=group.told, filled=filled)


def _notes(counts: Iterable[Count], library: Library) -> Iterable[str]:
    """Yield what a figure stands for, and how a number that is not whole is drawn."""
    yield _say(library, "figure")
    values = [count.value for count in counts]
    if any(value >= 1 and value != int(value) for value in values):
        yield _say(library, "rounded")
    if any(value < 1 for value in values):
        yield _say(library, "none")


def _say(library: Library, key: str, **values: str) -> str:
    return library.say(f"benefit-harm.drawn.{key}", **values)
