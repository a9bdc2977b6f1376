"""What is got ready in spare moments: one step at a time, and nothing that goes wrong there is heard of."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from her2guide.library.errors import ContentError
from her2guide.ui.spare import SpareMoments


def steps(taken: list[int], wrong_at: int | None = None) -> Iterator[None]:
    for number in range(3):
        if number == wrong_at:
            raise ContentError("facts.toml", problem="is missing")
        taken.append(number)
        yield


def test_each_moment_takes_one_step_and_after_the_last_there_are_no_more(app: QApplication) -> None:
    taken: list[int] = []
    moments = SpareMoments(app, steps(taken))
    for number in range(3):
        assert taken == [*range(number)]
        moments.timeout.emit()
    assert moments.isActive()
    moments.timeout.emit()
    assert taken == [0, 1, 2]
    assert not moments.isActive()


@pytest.mark.parametrize("wrong_at", range(3))
def test_content_that_cannot_be_used_ends_the_steps_and_troubles_nobody(wrong_at: int, app: QApplication) -> None:
    taken: list[int] = []
    moments = SpareMoments(app, steps(taken, wrong_at))
    for _ in range(wrong_at + 2):
        moments.timeout.emit()
    assert taken == [*range(wrong_at)]
    assert not moments.isActive()
