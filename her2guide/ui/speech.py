"""The page read aloud: the very words that are seen, piece by piece, by a voice of the computer."""

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QProcess, SignalInstance
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from her2guide.library.library import Library
from her2guide.ui.bars import Bar
from her2guide.ui.buttons import BarButton

if TYPE_CHECKING:
    from her2guide.ui.main_window import MainWindow

_PROGRAM = "espeak-ng"
_VOICES = {"en": "en-us"}  # other languages are named as we name them
_SPEEDS = (110, 140, 170, 210)  # words a minute
_USUAL = 1
_KILLED = 500  # milliseconds


class Voice(Protocol):
    """Something that speaks. `ended` tells that a text was spoken to its end, never that it was stopped."""

    ended: SignalInstance

    def say(self, text: str, speed: int) -> None:
        """Speak a text, in words a minute."""

    def stop(self) -> None:
        """Be silent at once."""


class Espeak(QObject):
    """The voice of espeak-ng, a program of the system. It gets texts by its input: no list of programs shows them."""

    ended = QtSignal()

    def __init__(self, program: str, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program, self._language = program, language
        self._process: QProcess | None = None

    def arguments(self, speed: int) -> list[str]:
        """Return what espeak-ng is started with."""
        return ["-v", _VOICES.get(self._language, self._language), "-s", str(speed), "--stdin"]

    def say(self, text: str, speed: int) -> None:
        self.stop()
        process = self._process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(lambda *_: self._end(process))
        process.errorOccurred.connect(lambda *_: self._end(process))
        process.start(self._program, self.arguments(speed))
        process.write(text.encode())
        process.closeWriteChannel()

    def stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(_KILLED)
            process.deleteLater()

    def _end(self, process: QProcess) -> None:
        if process is self._process:
            self._process = None
            process.deleteLater()
            self.ended.emit()


def find_voice(language: str, parent: QObject | None = None) -> Espeak | None:
    """Return the voice of this computer, if it has one."""
    program = shutil.which(_PROGRAM)
    return Espeak(program, language, parent) if program else None


def words_of(widget: QWidget) -> Iterator[str]:
    """Yield the words that are seen, in the order of reading. What a person typed is theirs, and not read out."""
    if widget.isHidden() or isinstance(widget, QLineEdit | QPlainTextEdit):
        return
    words = getattr(widget, "words", None)
    if isinstance(words, str):
        if words.strip():
            yield words
        return
    for child in widget.children():
        if isinstance(child, QWidget):
            yield from words_of(child)


class SpeedBar(Bar):
    """Slower and Faster, while something is read."""

    def __init__(self, library: Library) -> None:
        super().__init__("bottom")
        self.slower, self.faster = BarButton(library.word("speech.slower")), BarButton(library.word("speech.faster"))
        self.row.addStretch(1)
        self.row.addWidget(self.slower)
        self.row.addWidget(self.faster)
        self.hide()
        self.retheme()


class ReadAloud(QObject):
    """Reads the page that is seen, from where it stopped; another page, or none, ends it."""

    def __init__(self, window: "MainWindow", voice: Voice) -> None:
        super().__init__(window)
        self._window, self._voice = window, voice
        self.button = BarButton(window.library.word("speech.listen"), "volume-2")
        self.speeds = SpeedBar(window.library)
        window.top.offer(self.button)
        window.put_under_the_top(self.speeds)
        self._pieces: list[str] = []
        self._at, self._speed, self.speaking = 0, _USUAL, False
        self.button.clicked.connect(self.turn)
        self.speeds.slower.clicked.connect(lambda: self._change(-1))
        self.speeds.faster.clicked.connect(lambda: self._change(1))
        window.stack.currentChanged.connect(self.forget)
        voice.ended.connect(self._next)

    def turn(self) -> None:
        """Begin to read, or pause."""
        if self.speaking:
            self._rest()
            return
        page = self._window.page.widget()
        if not self._pieces and page is not None:
            self._pieces, self._at = list(words_of(page)), 0
        self._say()

    def forget(self) -> None:
        """Be silent, and begin anew the next time."""
        self._rest()
        self._pieces, self._at = [], 0

    def reset(self) -> None:
        """Read at the usual speed for the next person."""
        self.forget()
        self._speed = _USUAL

    def _say(self) -> None:
        if self._at >= len(self._pieces):
            self.forget()
            return
        self._show(speaking=True)
        self._voice.say(self._pieces[self._at], _SPEEDS[self._speed])

    def _next(self) -> None:
        if self.speaking:
            self._at += 1
            self._say()

    def _rest(self) -> None:
        if self.speaking:
            self._voice.stop()
        self._show(speaking=False)

    def _change(self, by: int) -> None:
        self._speed = min(max(self._speed + by, 0), len(_SPEEDS) - 1)
        if self.speaking:
            self._say()

    def _show(self, *, speaking: bool) -> None:
        self.speaking = speaking
        self.button.set_words(self._window.library.word("speech.pause" if speaking else "speech.listen"))
        self.speeds.setVisible(speaking)
