"""When a session ends by itself: every kind of page on a clock that the test turns."""

from dataclasses import replace

import pytest

from her2guide import clocks
from her2guide.clocks import Instant
from her2guide.settings import Idle, Pace
from her2guide.ui.kiosk.idle import Sight, Stage, Watch
from tests.kiosk.window.shared_screen import Clock

IDLE = Idle()
LIMITS = {Pace.QUESTION: 90, Pace.GUIDE: 180, Pace.CALL: 300}


@pytest.mark.parametrize(("pace", "limit"), LIMITS.items())
def test_a_page_asks_after_its_time_counts_down_and_ends(pace: Pace, limit: int) -> None:
    clock = Clock()
    watch = Watch(IDLE, clock())
    seen = {}
    for second in range(1, limit + 62):
        clock.wait(1)
        seen[second] = watch.look(clock(), pace)
    assert all(seen[second] == Sight(Stage.ACTIVE) for second in range(1, limit))
    assert [seen[second].left for second in range(limit, limit + 60)] == list(range(60, 0, -1))
    assert all(seen[second].stage is Stage.WARN for second in range(limit, limit + 60))
    assert seen[limit + 60] == seen[limit + 61] == Sight(Stage.ENDED)


def test_every_pace_of_a_page_has_its_time() -> None:
    assert {pace: IDLE.before_asking(pace) for pace in Pace} == {**LIMITS, Pace.FRESH: 90}


@pytest.mark.parametrize("second", [90, 120, 149])
def test_any_act_in_the_countdown_gives_all_the_time_again(second: int) -> None:
    clock = Clock()
    watch = Watch(IDLE, clock())
    clock.wait(second)
    assert watch.look(clock(), Pace.QUESTION).stage is Stage.WARN
    assert watch.touch(clock(), Pace.QUESTION) == Sight(Stage.ACTIVE)
    clock.wait(89)
    assert watch.look(clock(), Pace.QUESTION) == Sight(Stage.ACTIVE)
    clock.wait(1)
    assert watch.look(clock(), Pace.QUESTION) == Sight(Stage.WARN, 60)


def test_it_can_be_extended_as_often_as_a_person_likes() -> None:
    clock = Clock()
    watch = Watch(IDLE, clock())
    for _ in range(50):
        clock.wait(140)
        assert watch.touch(clock(), Pace.QUESTION) == Sight(Stage.ACTIVE)


def test_an_act_that_comes_too_late_brings_nothing_back() -> None:
    clock = Clock()
    watch = Watch(IDLE, clock())
    clock.wait(150)
    assert watch.touch(clock(), Pace.QUESTION) == Sight(Stage.ENDED)
    assert watch.touch(clock(), Pace.CALL) == Sight(Stage.ENDED)
    watch.begin(clock())
    assert watch.look(clock(), Pace.QUESTION) == Sight(Stage.ACTIVE)


def test_a_page_where_nothing_was_told_ends_without_a_question() -> None:
    clock = Clock()
    watch = Watch(IDLE, clock())
    clock.wait(89)
    assert watch.look(clock(), Pace.FRESH) == Sight(Stage.ACTIVE)
    clock.wait(1)
    assert watch.look(clock(), Pace.FRESH) == Sight(Stage.ENDED)


@pytest.mark.parametrize("asleep", [3, 60, 8 * 3600.0, -3, -8 * 3600.0])
@pytest.mark.parametrize("pace", Pace)
def test_sleep_and_a_clock_that_jumps_end_the_session(pace: Pace, asleep: float) -> None:
    clock = Clock()
    watch = Watch(IDLE, clock())
    clock.wait(5)
    assert watch.look(clock(), pace).stage is Stage.ACTIVE
    clock.wait(0.5, asleep=asleep)
    assert watch.look(clock(), pace) == Sight(Stage.ENDED, slept=True)
    assert watch.touch(clock(), pace) == Sight(Stage.ENDED, slept=True)


def test_a_clock_that_goes_back_ends_the_session() -> None:
    watch = Watch(IDLE, Instant(100, 100))
    assert watch.look(Instant(50, 50), Pace.GUIDE) == Sight(Stage.ENDED, slept=True)


def test_clocks_that_differ_by_less_than_they_are_read_apart_end_nothing() -> None:
    clock = Clock()
    watch = Watch(IDLE, clock())
    for _ in range(10):
        clock.wait(1, asleep=0.1)
        assert watch.look(clock(), Pace.GUIDE) == Sight(Stage.ACTIVE)


def test_a_clinic_may_set_other_times() -> None:
    clock = Clock()
    watch = Watch(replace(IDLE, question=60, countdown=20), clock())
    clock.wait(60)
    assert watch.look(clock(), Pace.QUESTION) == Sight(Stage.WARN, 20)
    clock.wait(20)
    assert watch.look(clock(), Pace.QUESTION) == Sight(Stage.ENDED)


def test_the_clocks_of_this_computer_go_together() -> None:
    first, second = clocks.now(), clocks.now()
    assert 0 <= second.awake - first.awake < 60
    assert abs((second.all - first.all) - (second.awake - first.awake)) < 2


def test_the_countdown_can_begin_anew_while_it_goes_on_and_at_no_other_time() -> None:
    clock = Clock()
    watch = Watch(IDLE, clock())
    clock.wait(10)
    assert watch.ask_anew(clock(), Pace.QUESTION) == Sight(Stage.ACTIVE)
    clock.wait(79)
    assert watch.look(clock(), Pace.QUESTION) == Sight(Stage.ACTIVE)  # as if nobody had asked anew before it was time
    clock.wait(1 + 40)
    assert watch.look(clock(), Pace.QUESTION).left == 20
    assert watch.ask_anew(clock(), Pace.QUESTION) == Sight(Stage.WARN, left=60)
    clock.wait(60)
    assert watch.look(clock(), Pace.QUESTION).stage is Stage.ENDED
    assert watch.ask_anew(clock(), Pace.QUESTION).stage is Stage.ENDED
