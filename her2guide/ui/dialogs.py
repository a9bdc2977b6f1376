"""The system's own dialogs for the file of a visit."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from her2guide.library.library import Library

ChooseFile = Callable[[QWidget, Library], str]


@dataclass(frozen=True, slots=True)
class ChooseVisit:
    """How a person is asked for a file: where to save a visit, which one to open; "" for none."""

    place: ChooseFile
    saved: ChooseFile


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
