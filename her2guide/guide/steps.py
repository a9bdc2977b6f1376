"""The step map of one person: steps that treatment often takes, each marked by what was said. It recommends none."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from her2guide.guide.document import Block, Bullets, Line, Paragraph, PictureBlock, Role, Span, line, plain
from her2guide.guide.inline import inline
from her2guide.guide.pictures import Node, PathPicture
from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from her2guide.model.profile import Profile
from her2guide.model.steps import StepState, step_states
from her2guide.model.terms import Reader


@dataclass(frozen=True, slots=True)
class Step:
    """One step as it stands for a person. `ask` is there where it is not known whether it was had."""

    id: str
    state: StepState
    name: Line
    about: Line
    mark: Line
    ask: Line = ()


@dataclass(frozen=True, slots=True)
class StepMap:
    """The steps of one situation in their usual order. `id` is that of the page."""

    id: str
    steps: tuple[Step, ...]


def step_map(person: Profile, planned: Iterable[str], library: Library) -> StepMap:
    """Return the steps of the one page on steps among the `planned`. Raises `ContentError` where there is none."""
    path = next((path for path in library.step_paths if path.id in planned), None)
    if path is None:
        raise ContentError("resources/content/steps.toml", problem="holds no steps for this page")
    states = step_states(path, person)
    return StepMap(path.id, tuple(_step(path.id, entry, state, person, library) for entry, state in states))


def _step(page: str, entry: str, state: StepState, person: Profile, library: Library) -> Step:
    words, where = library.step_words[page][entry], f"steps.toml: {page}.{entry}"
    form = "-caregiver" if person.answers.reader is Reader.CAREGIVER else ""
    return Step(
        id=entry,
        state=state,
        name=inline(words.name, library, where),
        about=inline(words.about, library, where),
        mark=line(library.word(f"steps.{state}{form}")),
        ask=line(library.say("steps.ask", ask=words.ask)) if state is StepState.UNKNOWN else (),
    )


def step_blocks(found: StepMap, library: Library) -> tuple[Block, ...]:
    """Return the steps as a drawing, and under it what is not known: which step is now, or whether one was had."""
    asks = tuple((*_strong(step.name), Span(": "), *step.ask) for step in found.steps if step.ask)
    here = any(step.state is StepState.HERE for step in found.steps)
    nowhere = () if here else (Paragraph(line(library.word("steps.nowhere"))),)
    return (PictureBlock(_picture(found, library)), *nowhere, *((Bullets(asks),) if asks else ()))


def _picture(found: StepMap, library: Library) -> PathPicture:
    nodes = tuple(Node(plain(step.name), plain(step.about), step.state, plain(step.mark)) for step in found.steps)
    told = (
        library.say("steps.alt-step", number=number, name=node.name, about=node.about, mark=node.mark)
        for number, node in enumerate(nodes, 1)
    )
    return PathPicture(nodes, library.say("steps.alt", count=len(nodes), steps=" ".join(told)))


def _strong(words: Line) -> Line:
    """Return words made strong; a medical word among them stays one."""
    return tuple(
        Span(each.text, Role.STRONG) if each.role is Role.PLAIN else replace(each, bold=True) for each in words
    )
