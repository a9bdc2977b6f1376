"""One round through the questions on what a reader took away: each act returns a new round. It keeps no marks."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Said(StrEnum):
    """What was said last about the question that is asked now."""

    NOTHING = "nothing"
    YES = "yes"
    AGAIN = "again"  # the point was told another way, and the question is asked once more


@dataclass(frozen=True, slots=True)
class Round:
    """Where a person is. `rights` are the right choices of each question; what a person chose is not kept at all."""

    rights: tuple[frozenset[str], ...] = field(repr=False)
    at: int = 0
    said: Said = Said.NOTHING

    @property
    def closed(self) -> bool:
        """Whether the last question is behind the person."""
        return self.at == len(self.rights)

    @property
    def at_the_beginning(self) -> bool:
        """Whether Back leads out of the round."""
        return self.at == 0 and self.said is not Said.YES


def answer(here: Round, chosen: Collection[str]) -> Round:
    """Return the round after an answer. Where there are several right choices, it takes all of them."""
    return replace(here, said=Said.YES if set(chosen) == here.rights[here.at] else Said.AGAIN)


def go_on(here: Round) -> Round:
    """Return the round at the next question, whether this one was answered or skipped; behind the last it is closed."""
    return replace(here, at=min(here.at + 1, len(here.rights)), said=Said.NOTHING)


def back(here: Round) -> Round:
    """Return the round one step back: at this question if it was just answered, else at the one before."""
    at = here.at if here.said is Said.YES else max(here.at - 1, 0)
    return replace(here, at=at, said=Said.NOTHING)
