"""Where the system prints no PDF by itself, Qt prints the very pages; the printer here is a PDF file."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.ui import printing, qt_printing
from her2guide.ui.printing import find_printing
from her2guide.ui.qt_printing import QtPrinter
from tests.ui.test_keep_printing import said, until
from tests.ui.window_people import LIBRARY, at_the_save_page, press

PRINT = LIBRARY.word("window.print")


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_each_page_is_printed_at_its_size_under_a_neutral_name(tmp_path: Path, app: QApplication) -> None:
    path = tmp_path / "printed.pdf"
    window = at_the_save_page(kiosk=True, can_print=True)
    window.keeping.printer = QtPrinter(lambda: to_file(path), window)
    press(window, PRINT)
    until(app, lambda: said(window.page) != "")
    assert said(window.page) == LIBRARY.word("printing.guide-taken")
    printed = PdfReader(path)
    assert len(printed.pages) == window.keeping.printed().pages == 2
    assert [round(float(side)) for side in printed.pages[0].mediabox[2:]] == [612, 792]
    assert printed.metadata is not None
    assert printed.metadata.title == qt_printing.JOB == "Patient guide"
    assert all(page.images for page in printed.pages)


def test_who_chooses_no_printer_prints_nothing_and_is_told_nothing(app: QApplication) -> None:
    window = at_the_save_page(can_print=True)
    window.keeping.printer = QtPrinter(lambda: None, window)
    page = window.page
    press(window, PRINT)
    assert window.page is page
    assert said(page) == ""


def test_what_is_not_printed_yet_is_taken_back_with_the_visit(tmp_path: Path, app: QApplication) -> None:
    heard: list[bool] = []
    data = at_the_save_page(can_print=True).keeping.printed().data
    printer = QtPrinter(lambda: to_file(tmp_path / "printed.pdf"))
    assert printer.ready()
    printer.send(data, heard.append)
    app.processEvents()
    printer.stop()
    for _ in range(20):
        app.processEvents()
    assert heard == []
    assert printer.ready()


@pytest.mark.parametrize(
    ("lp", "queue", "dialogs", "known", "found"),
    [
        (True, True, True, True, "Printer"),
        (True, True, False, False, "Printer"),
        (True, False, True, True, None),  # the system prints, and has no printer
        (False, False, True, True, "QtPrinter"),
        (False, False, True, False, None),
        (False, False, False, True, None),  # no dialog on a shared screen
    ],
)
def test_the_systems_own_printing_comes_first_and_qt_where_there_is_none(
    lp: bool,
    queue: bool,
    dialogs: bool,
    known: bool,
    found: str | None,
    app: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(printing, "printer_is_there", lambda _queue="": queue)
    monkeypatch.setattr(printing.shutil, "which", lambda _: "/usr/bin/lp" if lp else None)
    monkeypatch.setattr(qt_printing, "qt_printer_is_there", lambda: known)
    way = find_printing(QWidget(), dialogs=dialogs)
    assert (type(way).__name__ if way else None) == found
