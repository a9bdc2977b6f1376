"""Someone presses whatever there is in both windows, by chance from a fixed start; what must hold always holds."""

import random

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from her2guide.consult.talk import KEPT
from her2guide.ui.consult.notes_view import NotesView
from her2guide.ui.consult.window import CounselorWindow
from her2guide.ui.main_window import MainWindow
from her2guide.ui.text import TermButton
from tests.ui.consult_people import with_guide
from tests.ui.test_consult_prompts import met, read_out
from tests.ui.window_people import settle

STEPS = 90
OWN = "numbat for the counselor alone"


def pressable(window: QWidget) -> list[QAbstractButton]:
    found = [each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    return [each for each in found if not isinstance(each, TermButton)]


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_pressed_prompts_stay_here_signs_stay_printed_and_two_windows_stay(
    app: QApplication, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a walk, no secret
    desk = with_guide()
    pressed = set()
    for step in range(STEPS):
        window = desk.counselor if chance.random() < 0.6 else desk.window
        button = chance.choice(pressable(window))
        pressed.add(button.accessibleName())
        button.click()
        settle()
        if isinstance(desk.counselor.page, NotesView):
            desk.counselor.page.own.set_value(OWN)
        shown = sorted(type(each).__name__ for each in app.topLevelWidgets() if each.isVisible())
        assert shown == [CounselorWindow.__name__, MainWindow.__name__], (step, button.accessibleName())
        if step % 6 == 0:
            theirs = read_out(desk.window)
            assert met(theirs) == []
            assert OWN not in theirs
        visit = desk.visit
        if visit is not None and visit.on_paper is not None and visit.document is not None:
            ids = [each.id for each in visit.on_paper.sections]
            assert {*KEPT} & {each.id for each in visit.document.sections} <= {*ids}
            assert ids[0] == visit.document.sections[0].id
    assert len(pressed) > 15
    desk.close()
