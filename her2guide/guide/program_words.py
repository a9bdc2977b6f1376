"""What the guide and `explain` say of one program: its reasons, its hours, how to reach it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from her2guide.guide.signs import joined
from her2guide.library.library import Library
from her2guide.library.poverty import current_poverty_line
from her2guide.library.program_records import AssistanceProgram, Hours, Residence
from her2guide.model.answers import Answers
from her2guide.model.income import PovertyLine, share
from her2guide.model.programs import Match, ProgramView, Reason, Takes, view_programs

_NOON = 12


@dataclass(frozen=True, slots=True)
class ToldProgram:
    """A program as it stands for one person, with the reasons in plain sentences."""

    id: str
    match: Match
    reasons: tuple[str, ...]


def told_programs(answers: Answers, library: Library, today: date) -> tuple[ToldProgram, ...]:
    """Return every program but old names, in the order in which they are always listed."""
    line = current_poverty_line(library, today)
    views = view_programs(library.program_rules, answers)
    return tuple(ToldProgram(view.id, view.match, reasons_of(view, library, line)) for view in views)


def reasons_of(view: ProgramView, library: Library, line: PovertyLine | None) -> tuple[str, ...]:
    """Return why a program stands as it does, in plain sentences, and where it is offered.

    Each sentence is the program's own rule. With a poverty line an income limit is told in dollars too.
    """
    program = library.programs[view.id]
    found = [_reason(reason, program, library, line) for reason in view.reasons]
    if program.residence is not Residence.US and not program.from_memory:
        found.append(library.word(f"programs.residence.{program.residence}"))
    return tuple(found)


def _reason(reason: Reason, program: AssistanceProgram, library: Library, line: PovertyLine | None) -> str:
    key = f"programs.reason.{reason}"
    match reason:
        case Reason.UNCONFIRMED:
            return library.word(f"{key}-maker" if program.of_a_maker else key)
        case Reason.COVER_TAKEN | Reason.COVER_UNKNOWN | Reason.COVER_NOT_TAKEN:
            covers = [f"programs.cover.{cover}" for cover, takes in program.covers.items() if takes is Takes.ACCEPT]
            return library.say(key, covers=_one_of(covers, library))
        case Reason.MEDICINE | Reason.MEDICINE_NOT_NAMED:
            names = [library.medicine_names[medicine].name for medicine in program.covers_drugs]
            return library.say(key, medicines=joined(names, library, "or"))
        case Reason.SETTING | Reason.SETTING_OTHER:
            rules = program.setting or {}
            settings = [f"programs.setting.{setting}" for setting, takes in rules.items() if takes is Takes.ACCEPT]
            return library.say(key, settings=_one_of(settings, library))
        case Reason.INCOME_LIMIT:
            return _limit(key, program.income_percent or 0, library, line)
        case _:
            return library.word(key)


def _limit(key: str, percent: int, library: Library, line: PovertyLine | None) -> str:
    if line is None:
        return library.say(key, times=times(percent))
    return library.say(f"{key}-dollars", times=times(percent), one=dollars(line.one_person, percent))


def times(percent: int) -> str:
    """Return a percent of the poverty line as so many times the line."""
    return f"{percent / 100:g}"


def dollars(amount: int, percent: int) -> str:
    """Return a percent of an amount as it is printed."""
    return f"${share(amount, percent):,}"


def _one_of(keys: Sequence[str], library: Library) -> str:
    return joined([library.word(key) for key in keys], library, "or")


def reach(program: AssistanceProgram, library: Library) -> str:
    """Return how a program is reached as short sentences: only what was seen in a source."""
    found = []
    if program.phone:
        hours = _hours(program, library)
        key = "programs.phone-hours" if hours else "programs.phone"
        found.append(library.say(key, phone=program.phone, hours=hours))
    if program.languages:
        found.append(library.say("programs.languages", languages=languages_of(program, library)))
    if program.address:
        found.append(library.say("programs.address", address=program.address))
    return " ".join(found) or library.word("programs.ask-clinic")


def languages_of(program: AssistanceProgram, library: Library) -> str:
    """Return the languages in which a program was seen to answer, as words in a sentence."""
    return joined([library.word(f"programs.language.{language}") for language in program.languages], library)


def _hours(program: AssistanceProgram, library: Library) -> str:
    if program.always_open:
        return library.word("programs.always-open")
    if program.zone is None:
        return ""
    return library.say(f"programs.time.{program.zone}", spans="; ".join(_spans(program.hours, library)))


def _spans(hours: Iterable[Hours], library: Library) -> Iterable[str]:
    for item in hours:
        days = library.word(f"programs.days.{item.days}")
        opens, closes = _clock(item.opens, library), _clock(item.closes, library)
        yield library.say("programs.time.span", days=days, opens=opens, closes=closes)


def _clock(moment: time, library: Library) -> str:
    """Return a time of day as people in the US say it."""
    hour = (moment.hour - 1) % _NOON + 1
    text = f"{hour}:{moment.minute:02}" if moment.minute else str(hour)
    return library.say(f"programs.time.{'am' if moment.hour < _NOON else 'pm'}", time=text)
