"""A page read aloud: what is spoken is what is seen, and it stops when the page or the person goes."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.kiosk.pages import FarewellPage, StillTherePage
from her2guide.ui.speech import Espeak, ReadAloud, words_of
from her2guide.ui.text import TextBlock
from tests.kiosk.window.shared_screen import UNLOCKED, Screen, shared
from tests.ui.geometry import broken, cut, outside, wrong
from tests.ui.window_people import LIBRARY, go_on, opened, press, settle

LISTEN, PAUSE = LIBRARY.word("speech.listen"), LIBRARY.word("speech.pause")
DEV = "dev takes Enhertu"


class FakeVoice(QObject):
    """Notes what it would say."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, int]] = []
        self.stopped = 0

    def say(self, text: str, speed: int) -> None:
        self.said.append((text, speed))

    def stop(self) -> None:
        self.stopped += 1


def with_voice(screen: Screen) -> tuple[FakeVoice, ReadAloud]:
    voice = FakeVoice()
    reading = ReadAloud(screen.window, voice)  # type: ignore[arg-type]
    screen.minding.listen(reading)
    settle()
    return voice, reading


@pytest.mark.parametrize("place", ["start", "section", "her2-score", "save"])
def test_what_is_spoken_is_what_is_seen(place: str, app: QApplication) -> None:
    screen = shared(UNLOCKED, person="" if place == "start" else DEV, can_print=True)
    if place == "save":
        screen.window.leafing.keep()
    elif place not in ("start", "section"):
        screen.window.change(place)
    settle()
    voice, reading = with_voice(screen)
    page = screen.window.page
    seen = [each.words for each in page.widget().findChildren(TextBlock) if each.isVisible() and each.words.strip()]
    press(screen.window, LISTEN)
    while reading.speaking:
        voice.ended.emit()
    spoken = [text for text, _ in voice.said]
    assert spoken[0] == page.title
    assert spoken == list(words_of(page.widget()))
    assert [each for each in seen if each not in spoken] == []


def test_it_pauses_and_goes_on_where_it_was(app: QApplication) -> None:
    screen = shared(UNLOCKED)
    voice, _ = with_voice(screen)
    press(screen.window, LISTEN)
    voice.ended.emit()
    voice.ended.emit()
    press(screen.window, PAUSE)
    assert voice.stopped == 1
    press(screen.window, LISTEN)
    assert voice.said[-1] == voice.said[-2]


def test_slower_and_faster_say_the_piece_again_and_the_next_person_finds_the_usual_speed(app: QApplication) -> None:
    screen = shared(UNLOCKED)
    voice, reading = with_voice(screen)
    press(screen.window, LISTEN)
    usual = voice.said[-1][1]
    press(screen.window, LIBRARY.word("speech.slower"))
    assert voice.said[-1][1] < usual
    for _ in range(5):
        press(screen.window, LIBRARY.word("speech.faster"))
    assert voice.said[-1][1] > usual
    screen.window.clear_and_leave()
    assert not reading.speaking
    screen.attendant.leave()
    settle()
    press(screen.window, LISTEN)
    assert voice.said[-1][1] == usual


def test_another_page_and_a_wipe_silence_it(app: QApplication) -> None:
    screen = shared(UNLOCKED)
    voice, reading = with_voice(screen)
    for leave in (lambda: go_on(screen.window), screen.window.clear_and_leave):
        press(screen.window, LISTEN)
        leave()
        settle()
        assert not reading.speaking
        if isinstance(screen.window.page, FarewellPage):
            break
    assert voice.stopped == 2
    before = len(voice.said)
    voice.ended.emit()
    assert len(voice.said) == before


def test_whoever_listens_is_there_but_only_as_long_as_it_speaks(app: QApplication) -> None:
    screen = shared(UNLOCKED, person=DEV)
    voice, reading = with_voice(screen)
    press(screen.window, LISTEN)
    for _ in range(20):
        screen.wait(60)
    assert not isinstance(screen.window.page, StillTherePage)
    while reading.speaking:
        voice.ended.emit()
    screen.wait(180)
    assert isinstance(screen.window.page, StillTherePage)


def test_what_was_typed_is_not_read_out(app: QApplication) -> None:
    screen = shared(UNLOCKED, person=DEV)
    screen.window.change("clinic")
    settle()
    assert not [each for each in words_of(screen.window.page.widget()) if "Lake clinic" in each]


def test_without_a_voice_nothing_is_offered(app: QApplication) -> None:
    words = [each.words for each in opened().top.findChildren(type(opened().top.clear)) if each.isVisible()]
    assert LISTEN not in words


@pytest.mark.parametrize("step", [100, 130, 200])
def test_the_bar_has_room_for_it(step: int, app: QApplication) -> None:
    screen = shared(UNLOCKED, person=DEV, size=(1024, 768))
    with_voice(screen)
    theme.apply(app, theme.Theme(Palette.LIGHT, step))
    settle()
    press(screen.window, LISTEN) if step < 160 else None
    assert wrong(screen.window, cut, broken, outside) == {}


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not on this computer")
def test_the_real_voice_speaks_what_it_is_given(tmp_path: Path) -> None:
    sound = tmp_path / "said.wav"
    command = ["espeak-ng", *Espeak("espeak-ng", "en").arguments(140), "-w", str(sound)]
    subprocess.run(command, input=b"Call your cancer team now.", check=True, timeout=60)
    assert sound.read_bytes()[:4] == b"RIFF"
    assert sound.stat().st_size > 20_000
