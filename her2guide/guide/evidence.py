"""Help and harm of an approved use, side by side: what studies counted, how sure it is, and what is not known."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from her2guide.guide.counted import (
    CountedGroup,
    both_ways,
    how_often,
    how_often_on_average,
    key_to_words,
    people_counted,
    times_told,
)
from her2guide.guide.document import (
    Block,
    Bullets,
    Callout,
    Heading,
    Line,
    Paragraph,
    Role,
    Span,
    Table,
    facts_of,
    line,
    lines_of,
    plain,
)
from her2guide.guide.markup import Marker, blocks
from her2guide.guide.plan import BENEFIT_HARM
from her2guide.guide.reading import wants_length_of_life, wants_numbers
from her2guide.guide.templates import render
from her2guide.guide.voice import Voice, format_date
from her2guide.library.errors import ContentError
from her2guide.library.evidence_records import Evidence, Kind, Outcome, OutcomeWords, Said, Seen, UseWords
from her2guide.library.freshness import Age, age_by, clock_is_wrong
from her2guide.library.library import Library
from her2guide.library.records import Shelf
from her2guide.model.logic import State, evaluate
from her2guide.model.profile import Profile

_ALMOST = Decimal("10.5")  # months of a year: then it is told as a whole one
_TURNED = {Seen.MORE: Seen.LESS, Seen.LESS: Seen.MORE, Seen.SIMILAR: Seen.SIMILAR}

Row = tuple[Line, Line, Line]


def benefit_harm(person: Profile, uses: Iterable[str], library: Library, today: date) -> tuple[Block, ...]:
    """Return help and harm of each use, in the order given. Of a use whose facts are too old only a note is left."""
    teller, told_parts = _Teller(person, library, today), set[str]()
    found: list[tuple[Block, ...]] = []
    for use in uses:
        found.append(_aged(use, teller.use(use, told_parts), library, today))
        if any(isinstance(block, Table) for block in found[-1]):  # it was not too old
            told_parts.update(library.evidence[use].harms_parts)
    apart = (Callout(line(library.word("benefit-harm.apart"))),) if len(found) > 1 else ()
    key = (Paragraph(line(key_to_words(library, numbers=teller.numbers))),) if found else ()
    return (*apart, *key, *(block for each in found for block in each))


def evidence_sources(person: Profile, uses: Iterable[str], library: Library) -> tuple[str, ...]:
    """Return the sources of the rows told of these uses, be it in numbers or in words."""
    known = [library.evidence[use] for use in uses]
    rows = [row for each in known for side in (each.helps, each.harms) for row in _rows_for(person, side)]
    return tuple(library.facts[fact].source for row in rows for fact in row.facts)


def _years(months: Decimal) -> str:
    """Return which words tell so many months in years: "over-2", "almost-1"; "" for much less than a year."""
    whole, rest = divmod(months, 12)
    if rest >= _ALMOST:
        return f"almost-{whole + 1:.0f}"
    return f"over-{whole:.0f}" if whole else ""


def _is_told(item: Outcome | Said, person: Profile) -> bool:
    met = evaluate(item.when, person) is State.MET
    return met and (not item.life or wants_length_of_life(person))


def _aged(use: str, told: tuple[Block, ...], library: Library, today: date) -> tuple[Block, ...]:
    """Return what is told of a use, as old as it is; where the whole page is due, the page says so itself."""
    heading, *rest = told
    wrong = clock_is_wrong(library, today)
    known, facts = library.evidence[use], [library.facts[fact] for fact in facts_of(told)]
    due = min(item.due for item in (known, *facts, *(library.part_file(part).head for part in known.harms_parts)))
    page = age_by(library.section_file(BENEFIT_HARM).head.due, Shelf.MEDICINE, today, clock_wrong=wrong)
    age = age_by(due, Shelf.MEDICINE, today, clock_wrong=wrong)
    if age is page or age is Age.FRESH:
        return told
    note = Callout(line(library.say(f"stale.{age}", due=format_date(due, library))))
    return (heading, note) if age is Age.EXPIRED else (heading, note, *rest)


def _rows_for(person: Profile, outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    """Return the rows told to a person: of those with one outcome the first whose condition is met."""
    first: dict[str, Outcome] = {}
    for row in outcomes:
        if _is_told(row, person):
            first.setdefault(row.outcome, row)
    return tuple(first.values())


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells one person what is known: in numbers or in words, and of the length of life or not."""

    person: Profile
    library: Library
    today: date

    @property
    def numbers(self) -> bool:
        return wants_numbers(self.person)

    @property
    def life(self) -> bool:
        return wants_length_of_life(self.person)

    def use(self, use: str, told_parts: Collection[str]) -> tuple[Block, ...]:
        """Return the blocks of one use. The tables of help and harm have as many rows; more harms stand below.

        Above a table a sentence tells over how long people were followed or were on each medicine, or that
        nobody checked. Of the shared parts in `told_parts`, which stand above, only that is said.
        """
        known, words = self.library.evidence[use], self.library.evidence_words.use[use]
        head = (self.line(words.medicine), self.line(words.comparator))
        elsewhere = (self.line(words.harms_medicine), self.line(words.harms_comparator)) if words.has_harms else head
        helps, harms = (_rows_for(self.person, side) for side in (known.helps, known.harms))
        pair, more = harms[: len(helps)], harms[len(helps) :]
        sides = (("help", helps, head, known.trial), ("harm", harms, elsewhere, known.harms_from or known.trial))
        drawn, others = tuple(self._drawn(*sides)), self.text(words.harms_studied)
        return (
            Heading(line(self.library.section_file(use).head.title)),
            *self.text(words.studied),
            *(others if drawn else ()),
            *drawn,
            *self.text(words.help_time or self._word("no-time")),
            self._table("help", head, self._rows(helps)),
            *self._sentences(known.help_notes),
            *(() if drawn else others),
            *self.text(f"{self._word('harm-when')} {words.harm_time or self._word('no-time')}"),
            self._table("harm", elsewhere, self._rows(pair)),
            *self._sentences(known.harm_notes),
            *(self._more(words, elsewhere, more) if more else ()),
            *self._parts(known, told_parts),
            *self._list("certainty", known.certainty),
            *self._list("unknown", known.unknown),
        )

    def text(self, template: str, where: str = "evidence.toml") -> tuple[Block, ...]:
        """Return the blocks of a small template; none where it has nothing to say to this person."""
        voice = self._voice(where)
        words = render(template, voice, {"numbers": self.numbers, "survival": self.life}, where)
        return tuple(block for block in blocks(words, voice, where) if not isinstance(block, Marker))

    def line(self, template: str) -> Line:
        """Return a small template that is one line. Raises `ContentError` for anything else."""
        match self.text(template):
            case (Paragraph(words),):
                return words
        raise ContentError("evidence.toml", problem=f"must be one line of words: {template}")

    def _voice(self, where: str) -> Voice:
        wants = {"numbers": self.numbers, "survival": self.life}
        return Voice(self.library, **wants, where=where, today=self.today, person=self.person)

    def _rows(self, outcomes: Iterable[Outcome], *, short: bool = False) -> tuple[Row, ...]:
        """Return the rows of a table. In short a count is told one way only: many rows told both ways are too much."""
        return tuple((self._label(outcome), *self._cells(outcome, short=short)) for outcome in outcomes)

    def _label(self, outcome: Outcome) -> Line:
        words, row = self.library.evidence_words, self._words_of(outcome)
        label = row.half if self.numbers and outcome.kind is Kind.HALF else row.label
        return self.line(self._say("of", label=label, group=words.group[outcome.of]) if outcome.of else label)

    def _words_of(self, outcome: Outcome) -> OutcomeWords:
        return self.library.evidence_words.outcome[outcome.outcome]

    def _cells(self, outcome: Outcome, *, short: bool) -> tuple[Line, Line]:
        """Return what is told of the two groups."""
        facts, seen = (outcome.medicine, outcome.comparator), (outcome.seen, _TURNED.get(outcome.seen))
        if self.numbers and outcome.kind is not Kind.WORDS:
            medicine, comparator = (self._cell(outcome.kind, fact, short=short) for fact in facts)
        else:
            pairs = zip(facts, seen, strict=True)
            medicine, comparator = (line(self._in_words(outcome, fact, how)) for fact, how in pairs)
        return medicine, comparator

    def _cell(self, kind: Kind, fact: str, *, short: bool) -> Line:
        if not fact:
            return line(self._word("no-count"))
        voice = self._voice("evidence.toml")
        return voice.line(self._number(kind, fact, voice, short=short))

    def _number(self, kind: Kind, fact: str, voice: Voice, *, short: bool = False) -> str:
        """Return a time, or a count told both ways: who had it, who did not, and a word for how often that is."""
        if kind is not Kind.COUNT:
            number, years = voice.fact(fact), _years(Decimal(self.library.facts[fact].value))
            if not years:
                return self._say("half", number=number)
            return self._say("half-long", number=number, years=self._word(f"years.{years}"))
        if short:
            return self._say("short", number=voice.fact(fact), word=how_often(fact, "under-one", self.library))
        return both_ways(fact, voice, self.library)

    def _in_words(self, outcome: Outcome, fact: str, seen: Seen | None) -> str:
        """Return what is told of one group without a number: of a count how often it is, then how it compares."""
        if seen is None:
            return self._word("no-count")
        kind = "half" if outcome.kind is Kind.HALF else "count"
        compared = self._word(f"{kind}-seen.{seen}")
        if outcome.kind is Kind.WORDS and self.numbers:  # “some” would be taken for a count
            return self._word("seen") if seen is Seen.SOME else self._say("no-number", seen=compared)
        if outcome.kind is not Kind.COUNT:
            return compared
        same = seen is Seen.SIMILAR  # two words for what is about as many would say the opposite
        often = how_often_on_average(outcome.facts if same else (fact,), "very-few", self.library)
        return self._say("alone", word=often) if seen is Seen.SOME else self._say("sized", word=often, seen=compared)

    def _drawn(self, *sides: tuple[str, tuple[Outcome, ...], tuple[Line, Line], str]) -> Iterator[Block]:
        """Yield help and harm for whoever wants numbers: counts as people, times as bars. Each names its trial.

        A side is its word, the rows told to this person, the heads of both groups, and the trial.
        """
        for side, rows, groups, trial in sides if self.numbers else ():
            for row in (each for each in rows if each.drawn):
                voice, label = self._voice("evidence.toml"), plain(self.line(self._words_of(row).label))
                medicine, comparator = (
                    CountedGroup(plain(group), fact, self._number(row.kind, fact, voice))
                    for group, fact in zip(groups, row.facts, strict=True)
                )
                group = self.library.evidence_words.group[row.of] if row.of else self._word("drawn.groups")
                who = self._say("drawn.who", group=group, trial=trial)
                title = self._say("drawn.title", side=self._word(f"drawn.{side}"), label=label)
                about = f"{self._words_of(row).drawn} {who}"
                draw = times_told if row.kind is Kind.HALF else people_counted
                yield draw(title, (medicine, comparator), about, voice, self.library)

    def _table(self, word: str, head: tuple[Line, Line], rows: tuple[Row, ...]) -> Table:
        return Table(((line(self._word(word)), *head), *rows))

    def _more(self, words: UseWords, head: tuple[Line, Line], harms: tuple[Outcome, ...]) -> tuple[Block, ...]:
        return (*self.text(words.more_time), self._table("more", head, self._rows(harms, short=True)))

    def _sentences(self, said: Iterable[Said]) -> tuple[Block, ...]:
        texts = self.library.evidence_words.said
        return tuple(block for each in said if _is_told(each, self.person) for block in self.text(texts[each.id]))

    def _list(self, word: str, said: Iterable[Said]) -> tuple[Block, ...]:
        items = tuple(each for block in self._sentences(said) for each in lines_of(block))
        return Paragraph((Span(self._word(word), Role.STRONG),)), Bullets(items)

    def _parts(self, known: Evidence, told_parts: Collection[str]) -> tuple[Block, ...]:
        files = (self.library.part_file(part) for part in known.harms_parts if part not in told_parts)
        above = any(part in told_parts for part in known.harms_parts)
        return (
            *((Paragraph(line(self._word("above"))),) if above else ()),
            *(block for file in files for block in self.text(file.body, file.file)),
        )

    def _word(self, key: str) -> str:
        return self.library.word(f"benefit-harm.{key}")

    def _say(self, key: str, **values: str) -> str:
        return self.library.say(f"benefit-harm.{key}", **values)
