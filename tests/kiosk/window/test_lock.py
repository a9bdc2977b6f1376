"""There is no way out of a shared screen but the staff's."""

import ast
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QCloseEvent, QContextMenuEvent, QDesktopServices, QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

import her2guide
from her2guide.ui import printing, qt_printing
from her2guide.ui.kiosk.attendant import Attendant
from her2guide.ui.kiosk.keys import passes
from her2guide.ui.kiosk.staff import StaffPage
from tests.kiosk.window.holds import broken_promises
from tests.kiosk.window.outside import Outside
from tests.kiosk.window.places import WAYS, WHO, at
from tests.kiosk.window.press_keys import CLEARS, HELD, NOTHING, press_all
from tests.kiosk.window.shared_screen import shared
from tests.ui.window_people import settle

K, M = Qt.Key, Qt.KeyboardModifier
CANARY = "quokka4711"
WAYS_OUT = (
    (K.Key_F4, M.AltModifier), (K.Key_F1, NOTHING), (K.Key_F10, NOTHING), (K.Key_F10, M.ShiftModifier),
    (K.Key_F11, NOTHING), (K.Key_Menu, NOTHING), (K.Key_Escape, NOTHING), (K.Key_Print, NOTHING),
    (K.Key_SysReq, NOTHING), (K.Key_Meta, NOTHING), (K.Key_Tab, M.AltModifier), (K.Key_Tab, M.ControlModifier),
    (K.Key_Insert, M.ShiftModifier), (K.Key_Delete, M.ShiftModifier), (K.Key_Space, M.AltModifier),
    *((key, M.ControlModifier) for key in (K.Key_P, K.Key_O, K.Key_S, K.Key_N, K.Key_Q, K.Key_W, K.Key_Z, K.Key_Y,
                                           K.Key_A, K.Key_C, K.Key_V, K.Key_X, K.Key_F)),
)  # fmt: skip
SAMPLE = (*WAYS_OUT, CLEARS, (K.Key_A, NOTHING), (K.Key_Down, NOTHING), (K.Key_Right, M.ShiftModifier))


@pytest.mark.parametrize(("key", "held"), WAYS_OUT)
def test_keys_that_lead_elsewhere_do_not_pass(key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    assert not passes(key, held)


@pytest.mark.parametrize("held", [M.AltModifier, M.MetaModifier])
def test_with_alt_or_the_systems_own_key_only_keys_that_are_held_pass(held: Qt.KeyboardModifier) -> None:
    alone = {K.Key_Shift, K.Key_Control, K.Key_AltGr, K.Key_CapsLock, K.Key_NumLock}
    more = (NOTHING, M.ShiftModifier, M.ControlModifier, M.ShiftModifier | M.ControlModifier)
    assert {key for key, other in product(Qt.Key, more) if passes(key, held | other)} == alone


def test_what_types_and_what_moves_passes_and_so_does_clear_and_leave() -> None:
    for key in (K.Key_A, K.Key_Eacute, K.Key_questiondown, K.Key_Dead_Acute, K.Key_Space, K.Key_Return, K.Key_Tab):
        assert passes(key, NOTHING)
        assert passes(key, M.ShiftModifier)
    for key in (K.Key_Left, K.Key_PageDown, K.Key_Home, K.Key_Delete):
        assert passes(key, NOTHING)
        assert not passes(key, M.ShiftModifier)  # it would choose text
    assert passes(K.Key_5, M.KeypadModifier)
    assert passes(*CLEARS)
    assert not any(passes(key, M.ControlModifier | M.ShiftModifier) for key in (K.Key_Z, K.Key_C, K.Key_P))


def test_a_promise_that_is_broken_is_noticed(app: QApplication) -> None:
    screen = shared()
    assert broken_promises(screen) == []
    other = QWidget()
    other.show()
    screen.window.showNormal()
    app.clipboard().setText(CANARY)
    assert len(broken_promises(screen)) >= 2
    app.clipboard().clear()
    other.deleteLater()


def test_the_window_fills_the_screen_without_a_frame_and_comes_back_to_it(app: QApplication) -> None:
    window = shared().window
    assert window.isFullScreen()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    for shrink in (window.showNormal, window.showMaximized, window.showMinimized):
        shrink()
        settle()
        assert window.isFullScreen()
        assert window.isVisible()


def test_closing_is_refused_and_nothing_is_wiped(app: QApplication) -> None:
    screen = at("fields")
    edit = screen.window.findChildren(QLineEdit)[0]
    edit.setText(CANARY)
    screen.window.close()
    QApplication.sendEvent(screen.window, QCloseEvent())
    QApplication.sendEvent(screen.window.windowHandle(), QEvent(QEvent.Type.Close))
    app.quit()
    settle()
    assert screen.window.isVisible()
    assert edit.text() == CANARY
    assert screen.ended == []


@pytest.mark.parametrize("place", WAYS)
def test_no_key_leads_out_of_a_page_and_nothing_has_a_menu_or_takes_what_is_dropped(
    place: str, app: QApplication
) -> None:
    screen = at(place)
    for widget in (screen.window, *screen.window.findChildren(QWidget)):
        if widget.isVisible():
            assert not widget.acceptDrops(), widget
            assert widget.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu, widget
        assert [each for each in widget.actions() if isinstance(each, QAction)] == []
    assert press_all(place, SAMPLE, screen) == []


def test_a_menu_and_a_drop_that_are_asked_for_do_not_come(app: QApplication) -> None:
    screen = at("report")
    paper = screen.window.findChildren(QPlainTextEdit)[0]
    middle = paper.viewport().rect().center()
    QApplication.sendEvent(
        paper.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, paper.mapToGlobal(middle))
    )
    data = QMimeData()
    data.setText(CANARY)
    data.setUrls([QUrl.fromLocalFile("/etc/hostname")])
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drag = QDragEnterEvent(QPoint(middle), Qt.DropAction.CopyAction, data, buttons, held)
    drag.ignore()
    QApplication.sendEvent(paper.viewport(), drag)
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseClick(paper.viewport(), button)
    settle()
    assert paper.toPlainText() == ""
    assert broken_promises(screen) == []


@pytest.mark.parametrize(("place", "kind"), [("fields", QLineEdit), ("report", QPlainTextEdit)])
def test_what_was_typed_cannot_be_chosen_or_brought_back(place: str, kind: type[QWidget], app: QApplication) -> None:
    screen = at(place)
    edit = next(each for each in screen.window.findChildren(kind) if each.isVisible())
    edit.setFocus()
    for key in (K.Key_Backspace,) * 40:
        QTest.keyClick(edit, key)
    QTest.keyClicks(edit, CANARY)
    target = edit.viewport() if isinstance(edit, QPlainTextEdit) else edit
    QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    edit.selectAll()
    settle()
    assert broken_promises(screen) == []
    value = edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
    assert value == CANARY
    for key in (K.Key_Backspace,) * len(CANARY):
        QTest.keyClick(edit, key)
    for key in (K.Key_Z, K.Key_Y, K.Key_V):
        QTest.keyClick(edit, key, M.ControlModifier)
    assert (edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()) == ""


def test_the_held_keys_are_all_sixteen_sets() -> None:
    assert len(list(product((0, 1), repeat=len(HELD)))) == 16


def test_the_program_opens_no_address_and_completes_nothing() -> None:
    banned = {"QDesktopServices", "QCompleter", "openUrl", "QWebEngineView", "QTextBrowser"}
    folder = Path(her2guide.__file__).parent
    nodes = (each for file in folder.rglob("*.py") for each in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    names = {str(getattr(each, "id", getattr(each, "attr", ""))) for each in nodes}
    assert names & banned == set()
    assert "QFileDialog" in names  # at home alone: the window gets it from `app`, and asks for files where it may


def test_no_dialog_is_offered_for_printing(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_printing, "qt_printer_is_there", lambda: True)
    monkeypatch.setattr(printing, "printer_is_there", lambda _queue="": False)
    monkeypatch.setattr(printing.shutil, "which", lambda _name: None)
    assert shared(person=WHO, can_print=None).window.keeping.printer is None


def test_a_press_of_the_mouse_outside_of_every_control_does_nothing(app: QApplication) -> None:
    screen = at("choice")
    page = screen.window.page
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(5, 5).toPoint())
    assert screen.window.page is page


def test_what_is_done_outside_of_the_window_is_noticed(app: QApplication, tmp_path: Path) -> None:
    with Outside() as outside:
        (tmp_path / "file").write_text(CANARY)
        QDesktopServices.openUrl(QUrl("https://example.org"))
        subprocess.run([sys.executable, "-c", ""], check=True)
        assert [each.split()[0] for each in outside.taken()] == ["wrote", "opened", "subprocess.Popen"]
        assert outside.taken() == []


def test_a_key_that_did_what_none_may_is_noticed(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Attendant, "hear", _opens_staffs_page)
    assert any("without a PIN" in each for each in press_all("choice", [(K.Key_A, NOTHING)]))


def _opens_staffs_page(attendant: Attendant, _watched: QObject, event: QEvent) -> bool:
    """Stand for a fault: any key opens the page for staff."""
    if event.type() == QEvent.Type.KeyPress and event.spontaneous():
        window = attendant._window
        window.show_over(StaffPage(window.library, (), lambda _: "open", window.show_start, window.show_start))
    return False
