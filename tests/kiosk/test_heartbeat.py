"""Signs of life come only from an event loop that turns and a window that is painted."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from her2guide.library.library import Library
from her2guide.ui import front_desk
from her2guide.ui.heartbeat import Heartbeat

NEVER = 1_000_000


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    for end in ends:
        os.set_blocking(end, False)
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


def signs(pipe: tuple[int, int]) -> int:
    try:
        return len(os.read(pipe[0], 1000))
    except BlockingIOError:
        return 0


def fill(end: int) -> None:
    while True:
        os.write(end, bytes(4096))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def shown(window: QWidget, pipe: tuple[int, int], qtbot: QtBot) -> Heartbeat:
    heart = Heartbeat(window, pipe[1], NEVER)
    with qtbot.waitExposed(window):
        window.show()
    QCoreApplication.processEvents()
    return heart


def test_the_first_paint_gives_the_first_sign_and_each_beat_after_a_paint_another(
    window: QWidget, pipe: tuple[int, int], qtbot: QtBot
) -> None:
    heart = shown(window, pipe, qtbot)
    assert signs(pipe) == 1
    for _ in range(3):
        heart.beat()
        QCoreApplication.processEvents()
        assert signs(pipe) == 1


def test_a_window_that_is_not_painted_gives_no_sign_though_the_loop_turns(
    window: QWidget, pipe: tuple[int, int], qtbot: QtBot
) -> None:
    heart = shown(window, pipe, qtbot)
    heart.beat()
    QCoreApplication.processEvents()
    signs(pipe)
    heart.beat()  # for the paint that came
    window.setUpdatesEnabled(False)
    signs(pipe)
    for _ in range(3):
        heart.beat()
        QCoreApplication.processEvents()
    assert signs(pipe) == 0


def test_a_window_that_was_never_shown_gives_no_sign(window: QWidget, pipe: tuple[int, int]) -> None:
    Heartbeat(window, pipe[1], NEVER).beat()
    assert signs(pipe) == 0


def test_on_a_dark_screen_the_loop_alone_counts(window: QWidget, pipe: tuple[int, int], qtbot: QtBot) -> None:
    heart = shown(window, pipe, qtbot)
    window.hide()
    signs(pipe)
    for _ in range(3):
        heart.beat()
    assert signs(pipe) >= 2


def test_a_full_pipe_is_no_trouble_and_one_that_nobody_reads_ends_the_window(
    window: QWidget, pipe: tuple[int, int], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", codes.append)
    heart = shown(window, pipe, qtbot)
    with pytest.raises(BlockingIOError):
        fill(pipe[1])
    heart.beat()
    assert codes == []
    os.close(pipe[0])
    QCoreApplication.processEvents()
    heart.beat()
    assert codes == [1]


def test_the_front_desks_page_has_the_words_of_the_language_and_can_not_be_closed(qtbot: QtBot) -> None:
    page = front_desk.FrontDesk(*front_desk.words_in("en"))
    qtbot.addWidget(page, before_close_func=lambda _: page.deleteLater())
    assert page.heading.words == Library("en").word("front-desk.title")
    page.show()
    page.close()
    assert page.isVisible()


def test_the_front_desks_page_has_words_even_where_the_words_are_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    built_in = front_desk.words_in("a language that is not there")
    assert built_in == front_desk._FALLBACK
    assert len(front_desk.words_in("en")) == len(built_in)
