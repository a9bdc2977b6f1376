"""Buttons, answers and fields: large enough, known to screen readers, and usable by keyboard alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import SIGNAL, QMimeData, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from her2guide.look import Palette
from her2guide.ui.controls import (
    AnswerGroup,
    BarButton,
    Button,
    CallButton,
    Choice,
    ErrorSummary,
    Field,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from her2guide.ui.theme import FRAME, STEPS, Theme
from tests.ui.conftest import Show

BUTTONS = [PrimaryButton, SecondaryButton, QuietButton, BarButton, CallButton]
CHOICES = (
    Choice("0", "No staining", code="0"),
    Choice("1+", "Faint staining in some cells", code="1+"),
    Choice("not_sure", "I’m not sure", hint="We show you where to look."),
)
LONGER = "Continue to the next question" + " xxxx" * 3  # 40 % more than the longest words


def reader(widget: QWidget):  # type: ignore[no-untyped-def]  # a QAccessibleInterface
    return QAccessible.queryAccessibleInterface(widget)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("kind", BUTTONS)
def test_a_button_is_48_pixels_each_way_and_holds_its_words(
    kind: type[Button], step: int, wear: Callable[..., Theme], show: Show
) -> None:
    wear(Palette.LIGHT, step)
    for words in ("OK", LONGER):
        button = kind(words)
        for width in {button.sizeHint().width(), button.minimumSizeHint().width()}:
            show(button, width)
            assert button.width() - 2 * FRAME >= 48
            assert button.height() - 2 * FRAME >= 48
            assert button.height() >= button.heightForWidth(width)


@pytest.mark.parametrize("kind", BUTTONS)
def test_a_button_is_known_and_pressed_by_keyboard(kind: type[Button], show: Show) -> None:
    button, pressed = kind("Save & print"), list[bool]()
    button.clicked.connect(lambda: pressed.append(True))
    show(button, 300)
    assert reader(button).role() == QAccessible.Role.Button
    assert reader(button).text(QAccessible.Text.Name) == "Save & print"
    assert button.shortcut().isEmpty()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(button, key)
    assert len(pressed) == 3


def test_a_compact_button_keeps_its_name(show: Show) -> None:
    button = BarButton("Text size", "a-large-small")
    button.set_compact(True)
    show(button, button.sizeHint().width())
    assert button.width() < BarButton("Text size", "a-large-small").sizeHint().width()
    assert reader(button).text(QAccessible.Text.Name) == "Text size"


def test_the_focus_ring_is_painted_in_its_own_color(show: Show) -> None:
    button = show(PrimaryButton("Continue"), 250)
    button.setFocus()
    image = button.grab().toImage()
    assert image.pixelColor(125, 1) == Theme().color("focus")
    group = AnswerGroup("What?", CHOICES)
    show(group)
    group.rows[0].setFocus()
    assert group.rows[0].grab().toImage().pixelColor(350, 6) == Theme().color("focus")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("width", [320, 600, 1000])
def test_a_row_is_high_enough_and_holds_its_words(
    width: int, step: int, wear: Callable[..., Theme], show: Show
) -> None:
    worn = wear(Palette.LIGHT, step)
    group = AnswerGroup("What?", (*CHOICES, Choice("long", LONGER * 3, hint=LONGER * 2, code="2+")))
    show(group, width)
    for row, after in zip(group.rows, group.rows[1:], strict=False):
        assert row.height() >= row.heightForWidth(row.width()) >= 56
        assert after.y() - row.geometry().bottom() - 1 >= 8
        assert row.width() == width
    assert group.rows[-1].height() > 2 * worn.px(56)


@pytest.mark.parametrize("many", [False, True])
def test_a_row_is_known_with_its_code_hint_and_state(many: bool, show: Show) -> None:
    group = AnswerGroup("What is your HER2 IHC score?", CHOICES, many=many)
    show(group)
    role = QAccessible.Role.CheckBox if many else QAccessible.Role.RadioButton
    assert reader(group).role() == QAccessible.Role.Grouping
    assert reader(group).text(QAccessible.Text.Name) == "What is your HER2 IHC score?"
    assert [reader(row).role() for row in group.rows] == [role] * 3
    assert reader(group.rows[1]).text(QAccessible.Text.Name) == "1+: Faint staining in some cells"
    assert reader(group.rows[2]).text(QAccessible.Text.Description) == "We show you where to look."
    assert group.chosen() == ()
    group.choose("1+")
    assert [bool(reader(row).state().checked) for row in group.rows] == [False, True, False]


@pytest.mark.parametrize("place", [(3, 3), (680, 50), (350, 28)])
def test_a_row_is_pressed_anywhere(place: tuple[int, int], show: Show) -> None:
    group = AnswerGroup("What?", CHOICES)
    show(group)
    row = group.rows[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().topLeft() + row.rect().topLeft().__class__(*place))
    assert group.chosen() == ("1+",)


def test_arrows_go_round_the_answers_and_choose(show: Show) -> None:
    group, said = AnswerGroup("What?", CHOICES), list[tuple[str, ...]]()
    group.changed.connect(lambda: said.append(group.chosen()))
    show(group)
    group.rows[0].setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(QGuiApplication.focusObject(), key)  # type: ignore[arg-type]
    assert said == [("0",), ("1+",), ("not_sure",), ("0",), ("not_sure",)]
    assert group.rows[2].hasFocus()


def test_enter_and_space_choose_several_and_none_of_these_stands_alone(show: Show) -> None:
    none = Choice("none", "None of these", alone=True)
    group = AnswerGroup("What worries you?", (Choice("work", "Work"), Choice("hair", "Hair"), none), many=True)
    show(group)
    QTest.keyClick(group.rows[0], Qt.Key.Key_Return)
    QTest.keyClick(group.rows[1], Qt.Key.Key_Space)
    assert group.chosen() == ("work", "hair")
    QTest.keyClick(group.rows[2], Qt.Key.Key_Space)
    assert group.chosen() == ("none",)
    QTest.keyClick(group.rows[0], Qt.Key.Key_Space)
    assert group.chosen() == ("work",)


def test_answers_can_be_taken_back_by_the_program(show: Show) -> None:
    group = AnswerGroup("What?", CHOICES)
    group.choose("0")
    group.choose()
    assert group.chosen() == ()


def test_tab_goes_through_controls_in_the_order_they_are_seen(show: Show) -> None:
    page = QWidget()
    box = QVBoxLayout(page)
    back, group, field, go = (
        QuietButton("Back", "arrow-left"),
        AnswerGroup("Q", CHOICES),
        Field("Name"),
        PrimaryButton("Go"),
    )
    for each in (back, group, field, go):
        box.addWidget(each)
    show(page, 700, 700)
    back.setFocus()
    seen = []
    for _ in range(4):
        seen.append(QGuiApplication.focusObject())
        QTest.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Tab)  # type: ignore[arg-type]
    # the first answer is the stop of its group; the arrows lead on from there
    assert seen[:2] == [back, group.rows[0]]
    assert field.edit in seen


@pytest.mark.parametrize("lines", [1, 3])
def test_a_field_brings_nothing_back(lines: int, show: Show) -> None:
    field = Field("Your own question", lines=lines)
    show(field)
    field.focus()
    QTest.keyClicks(field.edit, "secret canary")
    assert field.value() == "secret canary"
    for keys in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        QTest.keyClick(field.edit, keys, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == "secret canary"
    field.clear()
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        for shift in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            QTest.keyClick(field.edit, key, Qt.KeyboardModifier.ControlModifier | shift)
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace, Qt.KeyboardModifier.AltModifier)
    assert field.value() == ""


@pytest.mark.parametrize("lines", [1, 3])
def test_a_field_has_no_menu_no_drops_and_no_guesses(lines: int, show: Show) -> None:
    field = Field("Your own question", lines=lines)
    for part in [field, *field.findChildren(QWidget)]:
        if part.isEnabled():
            assert not part.acceptDrops()
        if isinstance(part, QLineEdit | QPlainTextEdit):
            assert part.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
            assert part.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
            assert part.inputMethodHints() & Qt.InputMethodHint.ImhNoPredictiveText
            assert not isinstance(part, QLineEdit) or part.completer() is None


@pytest.mark.parametrize("lines", [1, 3])
def test_a_field_holds_2000_characters_and_plain_ones(lines: int, show: Show) -> None:
    field = Field("Your own question", lines=lines)
    show(field)
    data = QMimeData()
    data.setText("<b>x</b>" + "y" * 4000)
    data.setHtml("<b>rich</b>")
    if isinstance(field.edit, QPlainTextEdit):
        field.edit.insertFromMimeData(data)
        assert field.value().startswith("<b>x</b>")
        assert len(field.value()) == 2000
    field.set_value("z" * 5000)
    assert len(field.value()) == 2000
    QTest.keyClicks(field.edit, "more")
    assert len(field.value()) == 2000


@pytest.mark.parametrize("wrong", ["", "Please write a name."])
@pytest.mark.parametrize("lines", [1, 4])
def test_qt_hears_when_a_part_of_a_field_goes_that_it_paints_by_the_sheet(lines: int, wrong: str, show: Show) -> None:
    """Qt keeps the rules of each widget that it paints so, by its address, until the widget says that it goes."""
    field = Field("Your own question", lines=lines)
    show(field)
    field.set_error(wrong)
    parts: list[QWidget] = [field.edit, *field.edit.findChildren(QWidget)]
    styled, unpainted = Qt.WidgetAttribute.WA_StyledBackground, Qt.WidgetAttribute.WA_NoSystemBackground
    by_sheet = [each for each in parts if each.testAttribute(styled) and not each.testAttribute(unpainted)]
    assert field.edit in by_sheet or lines == 1  # Qt paints a line itself, as a frame
    for each in (field.edit, *by_sheet):
        assert each.receivers(SIGNAL("destroyed(QObject*)")) > 0, each.objectName()


def test_a_field_is_known_by_label_error_and_hint(show: Show) -> None:
    field = Field("Daytime", hint="On your clinic card")
    field.set_error("Write digits only")
    show(field)
    assert reader(field.edit).role() == QAccessible.Role.EditableText
    assert reader(field.edit).text(QAccessible.Text.Name) == "Daytime"
    assert reader(field.edit).text(QAccessible.Text.Description) == "Write digits only On your clinic card"


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("lines", [1, 3])
def test_a_field_is_48_pixels_high(lines: int, step: int, wear: Callable[..., Theme], show: Show) -> None:
    worn = wear(Palette.LIGHT, step)
    field = Field("Daytime", lines=lines)
    show(field)
    assert field.edit.height() >= max(48, worn.px(52))


def test_the_error_summary_takes_the_focus_and_leads_to_the_field(show: Show) -> None:
    page = QWidget()
    box = QVBoxLayout(page)
    summary, field, group = ErrorSummary("There is a problem"), Field("Daytime"), AnswerGroup("Q", CHOICES)
    for each in (summary, field, group):
        box.addWidget(each)
    show(page, 700, 800)
    assert not summary.isVisible()
    summary.show_errors([("Write digits only", field), ("Choose an answer", group)])
    assert QGuiApplication.focusObject().accessibleName() == "There is a problem"  # type: ignore[attr-defined]
    assert [link.words for link in summary.links] == ["Write digits only", "Choose an answer"]
    QTest.keyClick(summary.links[0], Qt.Key.Key_Return)
    assert field.edit.hasFocus()
    QTest.mouseClick(summary.links[1], Qt.MouseButton.LeftButton)
    assert group.rows[0].hasFocus()
    summary.show_errors([])
    assert not summary.isVisible()
