"""The page for someone who has a sign now: whom to call, what to say, when to call 911; for screen and paper."""

from datetime import date

from her2guide.guide.document import Callout, Contacts, GuideDocument, Paragraph, Section, Tone, line
from her2guide.guide.signs import phones, what_to_say
from her2guide.library.library import Library
from her2guide.model.answers import Answers
from her2guide.model.errors import AnswersError
from her2guide.model.profile import Profile, profile

_NUMBERS = 2  # by day and by night


def call_section(answers: Answers, library: Library) -> Section:
    """Return the page. Answers that disagree keep nobody from calling."""
    numbers = (Contacts(block.rows[:_NUMBERS]) for block in phones(answers.contacts, library))
    return Section(
        "call-now",
        library.word("calling.title"),
        (
            Paragraph(line(library.word("calling.lead"))),
            *numbers,
            *what_to_say(_person(answers), library),
            Callout(line(library.word("signs.emergency")), (), Tone.CALL_NOW),
        ),
    )


def known_numbers(answers: Answers, library: Library) -> tuple[Contacts, ...]:
    """Return the numbers that the person gave, by day and by night, for the signs; nothing where there are none."""
    blocks = phones(answers.contacts, library)
    known = tuple((label, number) for block in blocks for label, number in block.rows[:_NUMBERS] if number)
    return (Contacts(known),) if known else ()


def call_document(answers: Answers, library: Library, today: date) -> GuideDocument:
    """Return the page as a document of its own, for paper. Raises `ContentError`."""
    from her2guide.guide.build import assemble  # brings the template engine, for which nobody is to wait here

    return assemble((), (call_section(answers, library),), (), library, today)


def _person(answers: Answers) -> Profile:
    try:
        return profile(answers)
    except AnswersError:
        return profile(Answers(reader=answers.reader, medicines=answers.medicines))
