"""Counts out of every 100 people as a drawing, people or bars, and times as bars: with words that carry the facts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from her2guide.guide.document import PictureBlock, plain
from her2guide.guide.pictures import Count, PeopleArray, Time, Times
from her2guide.guide.voice import Voice
from her2guide.library.library import Library

_HOW_OFTEN = (
    (10, "few"),
    (30, "some"),
    (45, "many"),
    (56, "half"),
    (90, "most"),
    (101, "all"),
)  # below a number


@dataclass(frozen=True, slots=True)
class CountedGroup:
    """What a group got, the fact that counts it or is its time, and that number in words, as the voice has them."""

    name: str
    fact: str
    told: str


def people_counted(
    title: str, groups: tuple[CountedGroup, ...], about: str, voice: Voice, library: Library
) -> PictureBlock:
    """Return the counts of one or two groups as people; as bars it is the other drawing.

    `about` tells what was counted.
    """
    counts = tuple(_count(group, voice, library) for group in groups)

    def block(said: Iterable[str], notes: Iterable[str], other: PictureBlock | None) -> PictureBlock:
        words = voice.line(_say(library, "alt", title=title, counts=" ".join(said), about=about))
        picture = PeopleArray(title, counts, " ".join((about, *notes)), plain(words), as_bars=other is None)
        return PictureBlock(picture, words, other)

    as_bars = (_say(library, "alt-bar", group=each.name, count=each.told) for each in groups)
    as_people = (_as_people(group, count, voice, library) for group, count in zip(groups, counts, strict=True))
    bars = block(as_bars, (_say(library, "bar"),), None)
    return block(as_people, _notes(counts, library), bars)


def times_told(
    title: str, groups: tuple[CountedGroup, ...], about: str, voice: Voice, library: Library
) -> PictureBlock:
    """Return the times that half of the people of each group had, as bars. `about` tells what a bar shows."""
    said = " ".join(_say(library, "alt-bar", group=each.name, count=each.told) for each in groups)
    words = voice.line(_say(library, "alt", title=title, counts=said, about=about))
    times = tuple(
        Time(each.name, plain(voice.line(each.told)), float(library.facts[each.fact].value)) for each in groups
    )
    return PictureBlock(Times(title, times, _say(library, "scale"), about, plain(words)), words)


def key_to_words(library: Library, *, numbers: bool) -> str:
    """Return what the words for how often mean, by the least number of each; for whoever wants none, their order."""
    if not numbers:
        return library.word("benefit-harm.key-in-words")
    limits = {word: str(limit) for limit, word in _HOW_OFTEN}
    return library.say("benefit-harm.key", **limits)


def both_ways(fact: str, voice: Voice, library: Library) -> str:
    """Return a count told both ways: who had it, who did not, and a word for how often that is."""
    word = how_often(fact, "under-one", library)
    return library.say("benefit-harm.count", number=voice.fact(fact), word=word, rest=voice.rest(fact))


def how_often(fact: str, least: str, library: Library) -> str:
    """Return the word for how often a count is; `least` names the one for fewer than one."""
    return how_often_on_average((fact,), least, library)


def how_often_on_average(facts: Sequence[str], least: str, library: Library) -> str:
    """Return the word for the mean of counts, such as of two that are about the same."""
    value = sum(Decimal(library.facts[fact].value) for fact in facts) / len(facts)
    often = least if value < 1 else next(word for limit, word in _HOW_OFTEN if value < limit)
    return library.word(f"benefit-harm.how-often.{often}")


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
