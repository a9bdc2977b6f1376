"""The system's own dialogs for files. Nothing below the application opens one, so a shared screen can have none."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from her2guide.library.library import Library

_REPORTS = "*.txt *.pdf *.json *.xml *.html *.htm *.rtf *.zip"


def choose_file(parent: QWidget, library: Library, today: date) -> str:
    """Ask where to save, with the system's own dialog. Returns "" when the person thinks better of it."""
    from PySide6.QtCore import QStandardPaths  # the first page does not wait for these
    from PySide6.QtWidgets import QFileDialog

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    pdf, text = library.word("window.file-pdf"), library.word("window.file-text")
    start = str(Path(folder) / f"{library.word('window.file-name')}-{today.isoformat()}.pdf")
    path, kind = QFileDialog.getSaveFileName(parent, library.word("window.save"), start, f"{pdf};;{text}")
    if path and not Path(path).suffix:
        path += ".txt" if kind == text else ".pdf"
    return path


def choose_report(parent: QWidget, library: Library) -> str:
    """Ask for a report to open, with the system's own dialog. Returns "" when the person thinks better of it."""
    from PySide6.QtCore import QStandardPaths  # the first page does not wait for these
    from PySide6.QtWidgets import QFileDialog

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    kinds = f"{library.word('own-report.kinds')} ({_REPORTS})"
    path, _ = QFileDialog.getOpenFileName(parent, library.word("own-report.open"), folder, kinds)
    return path


def choose_place(parent: QWidget, library: Library, today: date) -> str:
    """Ask where to save a visit, with the system's own dialog. Returns "" when the person thinks better of it."""
    from PySide6.QtCore import QStandardPaths  # the first page does not wait for these
    from PySide6.QtWidgets import QFileDialog

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    start = str(Path(folder) / f"{library.word('visit-file.file-name')}-{today.isoformat()}.h2g")
    kinds = f"{library.word('visit-file.kinds')} (*.h2g)"
    return QFileDialog.getSaveFileName(parent, library.word("visit-file.save"), start, kinds)[0]


def choose_saved(parent: QWidget, library: Library) -> str:
    """Ask for a saved visit to open, with the system's own dialog. Returns "" when the person thinks better of it."""
    from PySide6.QtCore import QStandardPaths  # the first page does not wait for these
    from PySide6.QtWidgets import QFileDialog

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = f"{library.word('visit-file.kinds')} (*.h2g)"
    return QFileDialog.getOpenFileName(parent, library.word("visit-file.open"), folder, kinds)[0]
