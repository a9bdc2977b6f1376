"""The start page: the signs first, what it takes, what stays behind, and how old the words are."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.guide.review import last_checked
from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.buttons import CallButton
from her2guide.ui.layout import Panel
from her2guide.ui.main_window import MainWindow
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import Theme
from tests.ui.window_people import LIBRARY, opened, primaries, settle


def texts(window: MainWindow) -> list[str]:
    return [each.words for each in window.page.findChildren(TextBlock) if each.isVisible()]


def bottom(window: MainWindow, part: QWidget) -> int:
    return part.mapTo(window, QPoint(0, part.height())).y()


def test_the_signs_with_their_button_and_start_are_seen_without_scrolling(app: QApplication) -> None:
    window = opened()
    window.resize(1024, 768)
    settle()
    fold = bottom(window, window.page.viewport())
    panel = window.page.findChildren(Panel)[0]
    assert panel.isAncestorOf(window.page.findChildren(CallButton)[0])
    assert bottom(window, panel) <= fold
    assert bottom(window, primaries(window)[0]) <= window.height()
    said = [each for each in window.page.findChildren(TextBlock) if each.words == last_checked(LIBRARY)]
    words_end = QPoint(0, said[0].heightForWidth(said[0].width()))  # its cell is as high as the one beside it
    assert said[0].mapTo(window, words_end).y() <= fold


@pytest.mark.parametrize("step", [130, 160, 200])
def test_large_text_shows_the_signs_before_any_other_fact(step: int, app: QApplication) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    window = opened()
    settle()
    words = texts(window)
    assert words.index(LIBRARY.word("signs.emergency")) == 2
    assert words.index(LIBRARY.word("signs.call-now")) == 3


def test_it_says_what_it_takes_what_stays_and_what_clearing_does_not_do(app: QApplication) -> None:
    words = " ".join(texts(opened()))
    for part in ("five minutes", "pathology report", "leaves this computer", "saved or printed stays", "Ctrl+Shift+X"):
        assert part in words
    assert "education, not medical advice" in words
    assert "Do not start, stop or change a medicine" in words


def test_it_says_when_the_words_were_checked_and_that_no_clinician_has(app: QApplication) -> None:
    assert texts(opened())[-1] == "Last checked: November 23, 2026. Not yet reviewed by a clinician."
