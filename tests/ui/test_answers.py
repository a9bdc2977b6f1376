"""Answer rows and what stands beside them when something is wrong."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from her2guide.look import Palette
from her2guide.ui.answers import AnswerRow, Choice
from her2guide.ui.pages.parts import Choices
from her2guide.ui.theme import FRAME, STEPS, Theme
from her2guide.wizard.views import ChoiceView
from tests.ui.conftest import Show


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("choice", [Choice("2", "Weak to medium staining", code="2+"), Choice("low", "Only a word")])
def test_the_words_of_a_row_stand_in_its_middle_without_an_empty_line(
    choice: Choice, step: int, wear: Callable[..., Theme], show: Show
) -> None:
    worn = wear(Palette.LIGHT, step)
    for width in range(260, 900, 20):
        row = AnswerRow(choice)
        for row_is_chosen in (False, True):
            row.setChecked(row_is_chosen)
            label = row._bold if row_is_chosen else row._label
            height = row._lay(width)
            assert height == len([each for each in label.lines() if each.strip()]) * label.line_height
            assert row.heightForWidth(width) >= height + 2 * worn.px(13) - 1


def test_a_row_with_a_score_is_as_bold_when_it_is_chosen_so_that_nothing_moves(wear: Callable[..., Theme]) -> None:
    wear(Palette.LIGHT, 200)
    row = AnswerRow(Choice("2", "Weak to medium staining", code="2+"))
    assert row._bold.natural_width == row._label.natural_width


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_bar_stands_beside_answers_while_something_is_wrong(
    direction: Qt.LayoutDirection, wear: Callable[..., Theme], show: Show
) -> None:
    worn = wear(Palette.LIGHT)
    choices = Choices("Which?", [ChoiceView("yes", "Yes", ""), ChoiceView("no", "No", "")])
    choices.setLayoutDirection(direction)

    def bar() -> list[bool]:
        show(choices, 600)
        image, x = choices.grab().toImage(), FRAME + 3
        x = x if direction == Qt.LayoutDirection.LeftToRight else 600 - x
        return [image.pixelColor(x, y) == worn.color("error") for y in (5, image.height() // 2, image.height() - 5)]

    assert not any(bar())
    choices.set_error("Please choose one answer.")
    assert all(bar())
    assert all(row.height() >= row.heightForWidth(row.width()) for row in choices.group.rows)
    choices.set_error("")
    assert not any(bar())
