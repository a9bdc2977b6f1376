"""How a person is asked for a file. The application opens the dialog; the window only knows that it can ask."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from her2guide.library.library import Library

ChooseFile = Callable[[QWidget, Library], str]  # "" for none


@dataclass(frozen=True, slots=True)
class ChooseVisit:
    """How a person is asked for the file of a visit: where to save it, which one to open."""

    place: ChooseFile
    saved: ChooseFile
