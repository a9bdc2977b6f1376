"""When the counselor's window is covered, and where the windows stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from her2guide.clocks import Instant
from her2guide.consult.lock import Cover, Lock
from her2guide.consult.places import LEAST, MOST, OTHER_LEAST, Area, places

START = Instant(100.0, 5000.0)


def after(seconds: float, asleep: float = 0) -> Instant:
    return Instant(START.awake + seconds, START.all + seconds + asleep)


@pytest.mark.parametrize(
    ("seconds", "asleep", "state"),
    [
        (0, 0, Cover.OPEN),
        (269, 0, Cover.OPEN),
        (270, 0, Cover.SOON),
        (299, 0, Cover.SOON),
        (300, 0, Cover.COVERED),
        (10, 259, Cover.OPEN),
        (10, 260, Cover.SOON),
        (10, 290, Cover.COVERED),
        (10, -4000, Cover.OPEN),  # the wall clock was set back
        (300, -4000, Cover.COVERED),
    ],
)
def test_the_window_is_open_then_warns_then_is_covered(seconds: float, asleep: float, state: Cover) -> None:
    assert Lock(300, START).state(after(seconds, asleep)) is state


def test_a_touch_begins_the_time_anew() -> None:
    lock = Lock(300, START).touched(after(299))
    assert lock.state(after(299 + 269)) is Cover.OPEN
    assert lock.state(after(299 + 300)) is Cover.COVERED


def test_a_touch_does_not_open_what_is_covered_or_was_due_to_be() -> None:
    lock = Lock(300, START).touched(after(301))
    assert lock.covered
    assert lock.touched(after(302)).state(after(302)) is Cover.COVERED
    assert lock.opened(after(303)).state(after(304)) is Cover.OPEN


@pytest.mark.parametrize("seconds", [1, 10, 40])
def test_even_a_short_time_warns_first(seconds: int) -> None:
    lock = Lock(seconds, START)
    assert lock.state(START) is Cover.OPEN
    assert lock.state(after(seconds * 0.9)) is Cover.SOON


def test_one_wide_screen_is_shared() -> None:
    mine, theirs = places([Area(0, 0, 1920, 1040)])
    assert (mine.left, mine.width) == (0, 1160)
    assert (theirs.left, theirs.width) == (1160, 760)
    assert mine.height == theirs.height == 1040


def test_on_a_narrow_screen_the_windows_overlap_and_neither_leaves_it() -> None:
    mine, theirs = places([Area(0, 0, 1280, 800)])
    assert (mine.left, mine.width) == (0, OTHER_LEAST)
    assert (theirs.left, theirs.width) == (1280 - LEAST, LEAST)


def test_a_second_screen_is_the_counselors() -> None:
    screens = [Area(0, 0, 1280, 800), Area(-1440, 0, 1440, 900), Area(1280, 0, 800, 600)]
    assert places(screens) == (screens[0], screens[1])


@given(st.integers(600, 6000), st.integers(400, 3000), st.integers(-4000, 4000))
def test_both_windows_are_on_the_screen_whatever_its_size(width: int, height: int, left: int) -> None:
    screen = Area(left, 0, width, height)
    mine, theirs = places([screen])
    for area in (mine, theirs):
        assert screen.left <= area.left
        assert area.left + area.width <= screen.left + screen.width
    assert min(LEAST, width) <= theirs.width <= MOST
    assert mine.width >= min(OTHER_LEAST, width)
