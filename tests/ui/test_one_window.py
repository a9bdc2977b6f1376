"""There is one window. A part that is shown before it has a place would flash up as a window of its own."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.main_window import MainWindow
from her2guide.ui.theme import Theme
from tests.ui.window_people import PEOPLE, opened, settle, walk


class Watch(QObject):
    """Notes every widget that comes up as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("step", [100, 160])
def test_nothing_but_the_window_ever_comes_up_as_a_window(step: int, app: QApplication) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    watch = Watch()
    app.installEventFilter(watch)
    try:
        window = opened(can_print=True)
        for _ in walk(window, PEOPLE["dev takes Enhertu"]):
            pass
        for open_page in (window.show_signs, window.show_call, window.show_trouble, window.clear_and_leave):
            open_page()
            settle()
    finally:
        app.removeEventFilter(watch)
    assert watch.seen == [MainWindow.__name__]


def test_nothing_is_made_that_finds_no_place_in_the_window(app: QApplication) -> None:
    window = opened()
    for _ in walk(window, PEOPLE["ben reads for his mother after surgery"]):  # his tables explain words in their heads
        pass
    window.clear_and_leave()
    settle()
    assert [each for each in app.topLevelWidgets() if each is not window] == []
