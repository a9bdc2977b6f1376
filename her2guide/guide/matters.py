"""What matters to a person, in their order and words, each with what to ask or tell the team."""

from her2guide.guide.document import Block, Contacts, Heading, Line, Role, Span, Steps, line
from her2guide.library.library import Library
from her2guide.model.profile import Profile

_QUESTION = "matters-most"
_OWN_LINES = 3


def what_matters(person: Profile, library: Library) -> tuple[Block, ...]:
    """Return the person's list with a sentence for each matter, or lines to write on where there is no list."""
    heading = Heading(line(library.word("matters.title")))
    matters = person.answers.matters_most
    if not matters:
        return heading, Contacts(((line(library.word("matters.write")), ()),) * _OWN_LINES)
    return heading, Steps(tuple(_item(matter, library) for matter in matters))


def _item(matter: str, library: Library) -> Line:
    """Return a matter in the person's words, then ours: for one of the wizard's, or for one of their own."""
    choices = library.questions.question[_QUESTION].choices
    offered = {choice.label: name for name, choice in choices.items()}
    ask = library.word(f"matters.ask.{offered.get(matter, 'own')}")
    return Span(matter, Role.TYPED), Span(f": {ask}")
