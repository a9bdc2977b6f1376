"""People and groups who may help: the blocks of the section, and a list to tear off."""

from dataclasses import dataclass, replace
from datetime import date

from her2guide.guide.document import AskList, Block, Bullets, Heading, Line, Paragraph, Role, Span, Table, line
from her2guide.guide.inline import inline_word
from her2guide.guide.program_words import dollars, reach, reasons_of, times
from her2guide.guide.signs import joined
from her2guide.library.freshness import Age, age_by, clock_is_wrong, shows_number
from her2guide.library.library import Library
from her2guide.library.poverty import current_poverty_line
from her2guide.library.records import Shelf
from her2guide.model.answers import Answers
from her2guide.model.income import PovertyLine
from her2guide.model.program_choice import ProgramChoice, choose_programs
from her2guide.model.programs import Match, ProgramView, Reason

MOST_IN_TABLE = 8  # people in a household


@dataclass(frozen=True, slots=True)
class Paying:
    """What the section names: the programs, those whose number may be printed, and this year's poverty line."""

    choice: ProgramChoice
    reachable: frozenset[str]
    line: PovertyLine | None

    @property
    def views(self) -> tuple[ProgramView, ...]:
        """Every program named, in the order of the section."""
        return (*self.choice.fit, *self.choice.check, *self.choice.not_for_cover)

    @property
    def told(self) -> tuple[str, ...]:
        """The programs of which the section tells what they do."""
        return tuple(view.id for view in (*self.choice.fit, *self.choice.check))


def paying_for(answers: Answers, library: Library, today: date) -> Paying:
    """Return what the section names for this person. A program too old to show is left out."""
    wrong = clock_is_wrong(library, today)
    programs = library.programs
    ages = {entry: age_by(found.due, Shelf.MONEY, today, clock_wrong=wrong) for entry, found in programs.items()}
    rules = (rule for rule in library.program_rules if ages[rule.id] is not Age.EXPIRED)
    reachable = frozenset(entry for entry, found in programs.items() if shows_number(found, library, today))
    return Paying(choose_programs(rules, answers), reachable, current_poverty_line(library, today))


def fitting(paying: Paying, library: Library) -> tuple[Block, ...]:
    """Return the programs to ask first, one line each."""
    return _listed("fit", paying.choice.fit, paying, library)


def to_check(paying: Paying, library: Library) -> tuple[Block, ...]:
    """Return the programs with a rule to ask about, one line each."""
    return _listed("check", paying.choice.check, paying, library)


def not_for_cover(paying: Paying, library: Library) -> tuple[Block, ...]:
    """Return the makers' programs that the kind of insurance rules out, and why."""
    views = paying.choice.not_for_cover
    items = (_named(view, " ".join(reasons_of(view, library, paying.line)), library) for view in views)
    return _under("not-for-cover", [Bullets(tuple(items))] if views else [], library)


def income_note(paying: Paying, library: Library) -> tuple[Block, ...]:
    """Return what the poverty line is, and each limit told, for households of every usual size."""
    limited = [view.id for view in paying.views if Reason.INCOME_LIMIT in view.reasons]
    limits = sorted({library.programs[entry].income_percent or 0 for entry in limited})
    if not limits or paying.line is None:
        return ()
    about = Paragraph(inline_word("programs.poverty-line", library))
    return _under("income", [about, _by_household(paying.line, limits, library)], library)


def _by_household(poverty: PovertyLine, limits: list[int], library: Library) -> Table:
    """Return the line and the limits in dollars, a row for each size of household: nobody has to work them out."""
    columns = (library.word("programs.household"), library.word("programs.line-once"))
    more = (library.say("programs.line-times", times=times(percent)) for percent in limits)
    rows = (
        (line(str(people)), *(_amount(poverty.of(people), percent, people) for percent in (100, *limits)))
        for people in range(1, MOST_IN_TABLE + 1)
    )
    return Table((tuple(line(head) for head in (*columns, *more)), *rows))


def _amount(whole: int, percent: int, people: int) -> Line:
    fact = "poverty.one-person" if people == 1 else "poverty.each-more"
    return (Span(dollars(whole, percent), Role.FACT, fact),)


def call_list(paying: Paying, library: Library) -> tuple[Block, ...]:
    """Return whom to call first, with a box for each; none where the section is short."""
    if paying.choice.is_short:
        return (Paragraph(line(library.word("programs.more"))),)
    items = [library.word("programs.call-clinic")]
    for view in paying.choice.fit:
        phone = library.programs[view.id].phone
        if phone and view.id in paying.reachable:
            items.append(library.say("programs.call-item", name=library.program_words[view.id].name, phone=phone))
    how = Paragraph(line(library.word("programs.call-list-how")))
    return _under("call-list", [how, AskList(tuple(line(item) for item in items))], library)


def sources_of(paying: Paying, library: Library) -> tuple[str, ...]:
    """Return the sources of the programs named."""
    return tuple(source for view in paying.views for source in library.programs[view.id].sources)


def _listed(key: str, views: tuple[ProgramView, ...], paying: Paying, library: Library) -> tuple[Block, ...]:
    items = tuple(_named(view, _told(view, paying, library), library) for view in views)
    return _under(key, [Bullets(items)] if items else [], library)


def _told(view: ProgramView, paying: Paying, library: Library) -> str:
    """Return what a program does, when to call, why it is here, what to have ready for a call, and how to reach it.

    Of one that is due a sentence says that this is left out; of one known from memory nothing is known. That a
    program takes every kind of insurance is told once, at the head of the section.
    """
    words, program = library.program_words[view.id], library.programs[view.id]
    rules = replace(view, reasons=tuple(reason for reason in view.reasons if reason is not Reason.EVERY_COVER))
    texts = [words.does, words.call, *reasons_of(rules, library, paying.line)]
    if words.ready and view.match is Match.FITS:
        texts.append(library.say("programs.ready", items=joined(words.ready, library)))
    if not program.from_memory:
        reachable = view.id in paying.reachable
        texts.append(reach(program, library) if reachable else library.word("programs.due"))
    return " ".join(text for text in texts if text)


def _named(view: ProgramView, text: str, library: Library) -> Line:
    """Return a name in strong letters, then the words."""
    return Span(f"{library.program_words[view.id].name}. ", Role.STRONG), Span(text)


def _under(key: str, blocks: list[Block], library: Library) -> tuple[Block, ...]:
    return (Heading(line(library.word(f"programs.{key}"))), *blocks) if blocks else ()
