"""Where the two windows stand: side by side on one screen, or each on its own."""

from collections.abc import Sequence
from dataclasses import dataclass

LEAST, MOST = 440, 760  # the width of the counselor's window beside the other
OTHER_LEAST = 960  # the other window is never narrower


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of the desktop, in its pixels."""

    left: int
    top: int
    width: int
    height: int


def places(screens: Sequence[Area]) -> tuple[Area, Area]:
    """Return where the window to read in stands, and where the counselor's does.

    `screens` are what of each screen is free, the main one first. With more than one the counselor's window has the
    second one to itself. On a single one it stands at the right, as wide as about two fifths; where that leaves the
    other too narrow the two overlap.
    """
    main = screens[0]
    if len(screens) > 1:
        return main, screens[1]
    wide = max(LEAST, min(MOST, main.width * 2 // 5, main.width - OTHER_LEAST))
    rest = max(main.width - wide, min(OTHER_LEAST, main.width))
    other = Area(main.left, main.top, rest, main.height)
    return other, Area(main.left + main.width - wide, main.top, wide, main.height)
