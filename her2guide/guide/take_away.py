"""Five short questions on what a reader took away, asked so that the answer is in their own words. There are no marks.

Window and paper show the same ones: paper the open question, the window a choice of answers as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from her2guide.guide.document import AskList, Block, Contacts, Heading, Line, Span, Steps, line, typed
from her2guide.guide.inline import inline
from her2guide.guide.plan import Plan
from her2guide.guide.signs import core_signs
from her2guide.library.check_records import Adds, Check
from her2guide.library.library import Library
from her2guide.library.order import RESULT
from her2guide.model.logic import State, evaluate
from her2guide.model.profile import Profile


@dataclass(frozen=True, slots=True)
class TakeAway:
    """One question. `choices` pairs ids with words; those in `right` agree with `page`, a section of the plan.

    `ask` wants the person's own words, `choose` one or more of the choices. `again` tells the point another way; on
    paper `retold` does, if there is one: it does not give a word away.
    """

    id: str
    ask: Line
    choose: Line
    choices: tuple[tuple[str, Line], ...]
    right: frozenset[str]
    again: Line
    retold: Line
    page: str


def checks_for(person: Profile, plan: Plan, library: Library) -> tuple[TakeAway, ...]:
    """Return the questions for this person: of each point the first one that is for them and whose page they have.

    Raises `ContentError` for words that cannot be used.
    """
    found: dict[str, TakeAway] = {}
    for entry, check in library.checks.items():
        met = evaluate(check.when, person) is State.MET
        if check.point not in found and check.page in plan.sections and met:
            found[check.point] = _take_away(entry, check, person, library)
    return tuple(found.values())


def take_away(person: Profile, plan: Plan, library: Library) -> tuple[Block, ...]:
    """Return the open questions with room for an answer, each with its page; two once more; all told another way."""
    found = checks_for(person, plan, library)
    asked = AskList(tuple((*check.ask, *line(" ", _look_up(check.page, library))) for check in found))
    again = tuple((line(library.word(f"take-away.once-more.{key}")), ()) for key in ("result", "signs"))
    return (
        asked,
        Heading(line(library.word("take-away.later"))),
        Contacts(again),
        Heading(line(library.word("take-away.other-way"))),
        Steps(tuple(check.retold or check.again for check in found)),
    )


def _look_up(page: str, library: Library) -> str:
    """Return where to look. The title of page one is no help: it is the answer."""
    if page == RESULT:
        return library.word("take-away.look-up-first")
    return library.say("take-away.look-up", page=library.section_file(page).head.title)


def _take_away(entry: str, check: Check, person: Profile, library: Library) -> TakeAway:
    texts = library.check_words.texts()

    def said(key: str) -> Line:
        return inline(texts[key], library, f"checks.toml: {key}")

    signs = dict(core_signs(library))
    return TakeAway(
        id=entry,
        ask=said(f"point.{check.point}.ask"),
        choose=said(f"point.{check.point}.choose"),
        choices=tuple((name, signs[name] if name in signs else said(f"choice.{name}")) for name in check.choices),
        right=frozenset(check.right),
        again=(*said(f"again.{entry}"), *_added(check.adds, person, library)),
        retold=said(f"retold.{entry}") if f"retold.{entry}" in texts else (),
        page=check.page,
    )


def _added(adds: Adds, person: Profile, library: Library) -> Iterator[Span]:
    """Yield what the program puts behind the words that tell a point again."""
    if adds is Adds.SIGNS:
        for place, (_, sign) in enumerate(core_signs(library)):
            yield Span("; " if place else " ")
            yield from sign
        yield Span(".")
    elif adds is Adds.NUMBERS:
        yield Span(f" {library.word('signs.emergency')}")
        for key in ("daytime_phone", "after_hours_phone"):
            if number := getattr(person.answers.contacts, key):
                yield Span(f" {library.word(f'phones.{key}')}: ")
                yield from typed(number)
                yield Span(".")
