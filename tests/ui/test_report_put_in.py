"""Putting a report in: a text, a file, a drop, and what a shared machine leaves of these."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from her2guide.settings import KIOSK
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.found import ToldPage
from her2guide.ui.pages.report import LONGEST, ReportPage
from her2guide.ui.visit import Visit
from tests.ui.report_people import (
    LOW,
    READ,
    START,
    WORD,
    at_the_report_page,
    wait,
)
from tests.ui.tour import said_to_readers, words
from tests.ui.window_people import (
    LIBRARY,
    TODAY,
    go_on,
    no_file,
    press,
    settle,
)

CANARY = "quokka4711"


def test_without_a_text_one_plain_line_says_so_at_the_field_and_in_the_summary(app: QApplication) -> None:
    window = at_the_report_page()
    page = window.page
    assert isinstance(page, ReportPage)
    go_on(window)
    (link,) = page.summary.links
    assert link.words == WORD("own-report.empty")
    assert page.summary.isAncestorOf(window.focusWidget())
    assert said_to_readers(page.field.edit) == WORD("own-report.field")
    assert page.field.edit.accessibleDescription().startswith(link.words)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is page.field.edit


def at_home(chosen: str = "") -> MainWindow:
    return at_the_report_page(choose_report=lambda *_: chosen)


def test_a_file_is_opened_and_read(tmp_path: Path, app: QApplication) -> None:
    file = tmp_path / "report.txt"
    file.write_text(LOW, encoding="utf-8")
    window = at_home(str(file))
    press(window, WORD("own-report.open"))
    wait(window)
    assert isinstance(window.page, ToldPage)
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("kind", ["folder", "missing", "picture", "large", "empty"])
def test_a_file_that_cannot_be_read_gets_one_plain_line(kind: str, tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / CANARY
    match kind:
        case "folder":
            path.mkdir()
        case "picture":
            path.write_bytes(b"\x89PNG\r\n" + b"x" * 99)
        case "large":
            with path.open("wb") as file:
                file.truncate(26 * 1024 * 1024)
        case "empty":
            path.touch()
    window = at_home(str(path))
    press(window, WORD("own-report.open"))
    wait(window)
    page = window.page
    assert isinstance(page, ReportPage)
    (link,) = page.summary.links
    assert link.words.startswith("This file ")
    assert CANARY not in link.words
    assert link.words.count("\n") == 0


def test_a_pipe_is_not_waited_for(tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "pipe"
    import os

    os.mkfifo(path)
    assert stat.S_ISFIFO(path.stat().st_mode)
    window = at_home(str(path))
    press(window, WORD("own-report.open"))
    assert isinstance(window.page, ReportPage)
    assert len(window.page.summary.links) == 1


def test_who_closes_the_dialog_stays_where_they_are(app: QApplication) -> None:
    window = at_home()
    page = window.page
    press(window, WORD("own-report.open"))
    assert window.page is page
    assert window.trips.reporting is not None
    assert not window.trips.reporting.is_reading


def drop(page: ReportPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    page.dropEvent(event)
    settle()


def test_a_file_can_be_dropped_on_the_page_and_two_at_once_cannot(tmp_path: Path, app: QApplication) -> None:
    file = tmp_path / "report.txt"
    file.write_text(LOW, encoding="utf-8")
    window = at_home()
    page = window.page
    assert isinstance(page, ReportPage)
    assert page.acceptDrops()
    drop(page, file, file)
    assert [link.words for link in page.summary.links] == [WORD("own-report.one-file")]
    drop(page, file)
    wait(window)
    assert isinstance(window.page, ToldPage)


def test_what_is_pasted_is_plain_and_keeps_its_lines(app: QApplication) -> None:
    window = at_the_report_page(choose_report=no_file)
    page = window.page
    assert isinstance(page, ReportPage)
    data = QMimeData()
    data.setHtml(f"<b>{LOW}</b>")
    data.setText(LOW + "x" * LONGEST)
    page.field.edit.insertFromMimeData(data)  # type: ignore[union-attr]
    assert page.field.value() == (LOW + "x" * LONGEST)[:LONGEST]


def on_a_shared_machine() -> MainWindow:
    visit = Visit(LIBRARY, TODAY, KIOSK)
    window = MainWindow(LIBRARY, lambda: visit, no_file, can_print=False, choose_report=no_file, settings=KIOSK)
    window.show()
    window.activateWindow()
    settle()
    press(window, START)
    return window


def test_a_shared_machine_has_no_files_no_drops_and_no_clipboard_but_typing_works(app: QApplication) -> None:
    window = on_a_shared_machine()
    page = window.page
    assert isinstance(page, ReportPage)
    assert page.others == ()
    assert not page.acceptDrops()
    assert WORD("own-report.drop") not in words(page)
    assert WORD("own-report.lead-typing") in words(page)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(CANARY)
    keys = QKeySequence.StandardKey
    page.field.focus()
    QTest.keySequence(page.field.edit, QKeySequence(keys.Paste))
    assert page.field.value() == ""
    QTest.keyClicks(page.field.edit, "HER2 IHC 1+")
    page.field.edit.selectAll()
    for key in (keys.Copy, keys.Cut):
        QTest.keySequence(page.field.edit, QKeySequence(key))
    assert (clipboard.text(), page.field.value()) == (CANARY, "HER2 IHC 1+")
    clipboard.clear()
    press(window, READ)
    wait(window)
    assert isinstance(window.page, ToldPage)


def test_what_was_typed_cannot_be_brought_back(app: QApplication) -> None:
    window = at_the_report_page()
    page = window.page
    assert isinstance(page, ReportPage)
    page.field.focus()
    QTest.keyClicks(page.field.edit, CANARY)
    page.field.clear()
    for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
        QTest.keySequence(page.field.edit, QKeySequence(key))
    assert page.field.value() == ""
    assert not page.field.edit.isUndoRedoEnabled()  # type: ignore[union-attr]
