"""What a counselor marks in one talk. Nothing of it is stored, and nothing of it outlives the talk."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from her2guide.library.order import RESULT, TOLD


class ToldBack(StrEnum):
    """How a person told a point in their own words."""

    TOLD = "told"
    AGAIN = "again"  # to be explained again


# Page one and the parts with the signs to call about, the questions (the short guide needs them), and where it all
# comes from are never left out. The first stays first and the last stay last: both say that this is education.
KEPT = (RESULT, "questions", TOLD, "lungs", "call-now", "wallet-card", "sources", "about")
FIRST = (RESULT, "questions", TOLD)
LAST = ("word-list", "sources", "about")


@dataclass(frozen=True, slots=True)
class Talk:
    """The parts covered, the points told back, and which parts are printed in which order. Empty: as the guide is."""

    covered: frozenset[str] = frozenset()
    told_back: tuple[tuple[str, ToldBack], ...] = ()
    prints_told_back: bool = False
    left_out: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()


def with_covered(talk: Talk, section: str, *, covered: bool) -> Talk:
    """Return the talk with a part marked as covered, or not."""
    return replace(talk, covered=talk.covered | {section} if covered else talk.covered - {section})


def with_told_back(talk: Talk, point: str, how: ToldBack) -> Talk:
    """Return the talk with how a point was told back; the last mark counts."""
    others = tuple(each for each in talk.told_back if each[0] != point)
    return replace(talk, told_back=(*others, (point, how)))


def with_left_out(talk: Talk, left_out: Sequence[str]) -> Talk:
    """Return the talk with these parts left out of print, as far as they may be."""
    return replace(talk, left_out=frozenset(left_out) - {*KEPT})


def in_order(sections: Sequence[str], talk: Talk) -> tuple[str, ...]:
    """Return all parts of a guide in the order chosen for print. Parts that it does not know stay where they were."""
    free = [section for section in sections if section not in FIRST and section not in LAST]
    wanted = [section for section in talk.order if section in free]
    places = iter(wanted)
    known = {*wanted}
    middle = [next(places) if section in known else section for section in free]
    first = [section for section in sections if section in FIRST]
    return (*first, *middle, *(section for section in sections if section in LAST))


def can_move(sections: Sequence[str], talk: Talk, section: str, by: int) -> bool:
    """Return whether a part can go up (-1) or down (1) by one."""
    free = [each for each in in_order(sections, talk) if each not in FIRST and each not in LAST]
    return section in free and 0 <= free.index(section) + by < len(free)


def moved(sections: Sequence[str], talk: Talk, section: str, by: int) -> Talk:
    """Return the talk with a part up (-1) or down (1) by one; where it cannot go, as it was."""
    if not can_move(sections, talk, section, by):
        return talk
    order = list(in_order(sections, talk))
    here = order.index(section)
    order[here], order[here + by] = order[here + by], order[here]
    return replace(talk, order=tuple(order))


def printed(sections: Sequence[str], talk: Talk) -> tuple[str, ...]:
    """Return the parts that are printed, in their order."""
    return tuple(section for section in in_order(sections, talk) if section not in talk.left_out)


def with_printed(talk: Talk, *, wanted: bool) -> Talk:
    """Return the talk with the marks of what was told back on paper, or not."""
    return replace(talk, prints_told_back=wanted)
