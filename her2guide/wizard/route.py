"""Which questions this person sees, and which answers belong to them: one walk through the flow tells both."""

from dataclasses import fields

from her2guide.model.answers import Answers
from her2guide.wizard.fields import value_at, with_value
from her2guide.wizard.flow import FLOW, QUESTIONS
from her2guide.wizard.pages import Circumstances, Page, QuestionPage, SavePage, SectionPage, SoFar

_ASKED = {path.partition(".")[0] for page in QUESTIONS for path in page.fields}
NEVER_ASKED = tuple(item.name for item in fields(Answers) if item.name not in _ASKED)


def walk(answers: Answers, around: Circumstances) -> tuple[tuple[QuestionPage, ...], Answers]:
    """Return the questions shown, in order, and the answers without those whose question is not among them.

    Each page is judged by the answers to the pages before it and no others. So going on never puts a question behind
    a person, and what a page hides cannot hide the page itself.
    """
    so_far = SoFar(Answers(**{name: getattr(answers, name) for name in NEVER_ASKED}), around)
    shown: list[QuestionPage] = []
    for page in QUESTIONS:
        if page.shown_if(so_far):
            shown.append(page)
            kept = so_far.answers
            for path in page.fields:
                kept = with_value(kept, path, value_at(answers, path))
            so_far = so_far if kept == so_far.answers else SoFar(kept, around)
    return tuple(shown), so_far.answers


def prune(answers: Answers, around: Circumstances) -> Answers:
    """Return the answers without those whose question has left the route: a changed mind leaves no ghost."""
    return walk(answers, around)[1]


def pages_of(questions: tuple[QuestionPage, ...], sections: tuple[str, ...]) -> tuple[Page, ...]:
    """Return the whole route. The guide's pages and the save page come once there is a guide."""
    shown: list[Page] = []
    for page in FLOW:
        match page:
            case QuestionPage():
                shown.extend((page,) if page in questions else ())
            case SectionPage():
                shown.extend(SectionPage(section) for section in sections)
            case SavePage():
                shown.extend((page,) if sections else ())
            case _:
                shown.append(page)
    return tuple(shown)
