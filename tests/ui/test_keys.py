"""The keys for Clear and leave work on every page, wherever the keyboard is, and nothing is left at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from her2guide.ui.keys import clear_keys
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.calm import ClearedPage
from her2guide.wizard.session import NOTHING_SAID
from tests.ui.window_people import LIBRARY, PEOPLE, opened, question, settle, to_page, walk

DEV = PEOPLE["dev takes Enhertu"]
CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def press_keys(widget: QWidget) -> None:
    """Press the keys, and give Qt no turn of its loop after them."""
    QTest.keyClick(widget, Qt.Key.Key_X, CHORD)


def assert_gone(window: MainWindow) -> None:
    assert isinstance(window.page, ClearedPage)
    assert window.visit.answers == NOTHING_SAID
    assert window.visit.document is None
    assert window.stack.pages == (window.page,)
    assert [*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)] == []


def test_the_keys_work_on_every_page_of_a_visit(app: QApplication) -> None:
    window = opened()
    visited = [(window.visit.session, window.visit.document) for _ in walk(window, DEV)]
    assert len(visited) > 25
    for window.visit.session, window.visit.document in visited:
        window.show_place()
        press_keys(window.focusWidget() or window)
        assert_gone(window)


@pytest.mark.parametrize("page", ["show_signs", "show_call", "show_trouble", "clear_and_leave"])
def test_the_keys_work_on_pages_that_lie_over_others(page: str, app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "clinic")
    getattr(window, page)()
    settle()
    press_keys(window.focusWidget() or window)
    assert_gone(window)


@pytest.mark.parametrize(("place", "name"), [("clinic", "daytime_phone"), ("her2-details", "specimen")])
def test_the_keys_work_while_someone_types(place: str, name: str, app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, place)
    edit = question(window).part.boxes[name].edit  # type: ignore[attr-defined]
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "typed")
    press_keys(edit)
    assert_gone(window)


def test_the_keys_take_nothing_from_a_field_to_the_clipboard(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "clinic")
    app.clipboard().setText("before")
    edit = question(window).part.boxes["clinic_name"].edit  # type: ignore[attr-defined]
    edit.setFocus()
    edit.selectAll()
    press_keys(edit)
    assert app.clipboard().text() == "before"


def test_the_button_and_the_start_page_say_the_keys(app: QApplication) -> None:
    window = opened()
    said = LIBRARY.say("window.clear-keys", keys=clear_keys())
    assert window.top.clear.accessibleDescription() == said
    assert clear_keys() == "Ctrl+Shift+X"
