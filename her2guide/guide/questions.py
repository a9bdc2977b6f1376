"""The questions page, and the page for the doctor or nurse: the person's own words, and questions they could ask."""

from her2guide.guide.document import (
    AskList,
    Block,
    Contacts,
    Heading,
    Line,
    Paragraph,
    Steps,
    line,
    typed,
)
from her2guide.guide.inline import inline
from her2guide.guide.told import told_for_clinician
from her2guide.library.library import Library
from her2guide.library.records import Ask, Whom
from her2guide.model.answers import Answers
from her2guide.model.logic import State, evaluate
from her2guide.model.profile import Profile

_TOP = 3
_MOST = {Whom.TEAM: 8, Whom.COUNSELOR: 4}
_NOTES = ("decided", "next", "call", "later")


def my_questions(profile: Profile, library: Library) -> tuple[Block, ...]:
    """Return the person's own words: questions, the first three first, what matters most, the counselor's notes."""
    own = tuple(typed(text) for text in profile.answers.questions)
    top, others = own[:_TOP], own[_TOP:]
    blank = ((line(library.word("questions.write")), ()),) * (_TOP - len(top))
    found: list[Block] = [Heading(line(library.word("questions.mine")))]
    found += [AskList(top, ranked=True)] if top else []
    found += [Contacts(blank)] if blank else []
    found += [Heading(line(library.word("questions.others"))), AskList(others)] if others else []
    return (*found, *_matters(profile.answers, library), *_notes(profile.answers, library))


def suggested_questions(profile: Profile, library: Library) -> tuple[Block, ...]:
    """Return the questions for the team that this person could ask."""
    return (Heading(line(library.word("questions.suggested"))), AskList(_asks(Whom.TEAM, profile, library)))


def counselor_questions(profile: Profile, library: Library) -> tuple[Block, ...]:
    """Return the questions for the financial counselor that this person could ask."""
    return (Heading(line(library.word("questions.money"))), AskList(_asks(Whom.COUNSELOR, profile, library)))


def answer_lines(library: Library) -> tuple[Block, ...]:
    """Return room to write down what the team said."""
    rows = tuple((line(library.word(f"questions.said.{key}")), ()) for key in _NOTES)
    return (Heading(line(library.word("questions.said.title"))), Contacts(rows))


def for_clinician(answers: Answers, library: Library) -> tuple[Block, ...]:
    """Return everything medical that was told, what matters most, the first three questions and the notes.

    More than one HER2 result: they stand beside each other, the one this guide goes by first.
    """
    found: list[Block] = [*told_for_clinician(answers, library), *_matters(answers, library)]
    if answers.questions:
        found.append(Heading(line(library.word("questions.mine"))))
        found.append(Steps(tuple(typed(text) for text in answers.questions[:_TOP])))
    return (*found, *_notes(answers, library))


def _matters(answers: Answers, library: Library) -> tuple[Block, ...]:
    if not answers.matters_most:
        return ()
    matters = tuple(typed(text) for text in answers.matters_most)
    return (Heading(line(library.word("questions.matters"))), Steps(matters))


def _notes(answers: Answers, library: Library) -> tuple[Block, ...]:
    if not answers.counselor_notes:
        return ()
    return (Heading(line(library.word("questions.counselor"))), Paragraph(typed(answers.counselor_notes)))


def suggested(whom: Whom, profile: Profile, library: Library) -> tuple[str, ...]:
    """Return the ids of the questions to suggest, in the order of their file.

    Of those whose condition is met, rank 1 all stand there; ranks 2 and 3 fill the list up to its length.
    """

    def is_met(ask: Ask) -> bool:
        return ask.whom is whom and evaluate(ask.when, profile) is State.MET

    met = [entry for entry, ask in library.asks.items() if is_met(ask)]
    ranked = sorted(met, key=lambda entry: library.asks[entry].rank)
    first = [entry for entry in met if library.asks[entry].rank == 1]
    chosen = {*first, *ranked[: _MOST[whom]]}
    return tuple(entry for entry in met if entry in chosen)


def _asks(whom: Whom, profile: Profile, library: Library) -> tuple[Line, ...]:
    found = suggested(whom, profile, library)
    return tuple(inline(library.ask_words[entry].text, library, f"asks.toml: {entry}") for entry in found)
