"""Text on the screen: plain, whole, readable at every size, and known to a screen reader."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

import her2guide.ui
from her2guide.guide.document import Role, Span, typed
from her2guide.look import Palette
from her2guide.ui.text import TermButton, TextBlock
from her2guide.ui.theme import STEPS, Theme, TypeRole
from tests.ui.conftest import Show

UI = Path(her2guide.ui.__file__).parent
LONG = "Labs can differ at the low end, and a new biopsy can give a new result: immunohistochemistry. " * 4
HOSTILE = ["<b>bold</b>", "<img src=/etc/hostname>", "<a href='file:///x'>x</a>", "&lt;b&gt;", "# *x*", "{{7*7}}"]


def pixels(widget: QWidget) -> bytes:
    return bytes(widget.grab().toImage().constBits())


@pytest.mark.parametrize("step", STEPS)
def test_joined_letters_break_no_word(step: int, wear: Callable[..., Theme], show: Show) -> None:
    wear(Palette.LIGHT, step)
    words = "After lift-off, fifty soft gifts drifted left; it often fits: fluffy stiff ttft fjord. " * 3
    block = show(TextBlock(words), 1400)
    assert isinstance(block, TextBlock)
    lines = block.lines()
    assert len(lines) > 3
    assert all(line.endswith(" ") for line in lines[:-1])
    assert max(len(line.rstrip()) for line in lines) <= 72


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("width", [120, 300, 700, 1400])
@pytest.mark.parametrize("role", TypeRole)
def test_a_text_is_as_high_as_its_lines_and_none_is_longer_than_72_characters(
    role: TypeRole, width: int, step: int, wear: Callable[..., Theme], show: Show
) -> None:
    worn = wear(Palette.LIGHT, step)
    block = show(TextBlock(LONG, role), width)
    assert isinstance(block, TextBlock)
    lines = block.lines()
    assert "".join(lines) == LONG
    assert block.height() >= block.heightForWidth(width) >= len(lines) * worn.line(role)
    assert max(len(line.rstrip()) for line in lines) <= 72


@pytest.mark.parametrize(("length", "lines"), [(71, 1), (78, 1), (80, 1), (81, 2)])
@pytest.mark.parametrize("mirrored", [False, True])
def test_a_text_of_at_most_80_characters_leaves_no_word_for_a_second_line(
    length: int, lines: int, mirrored: bool, show: Show
) -> None:
    words = ("If you cannot breathe, or have a swelling of the face or throat, then " + "x" * 80)[
        : length - 9
    ] + " call 911"
    block = TextBlock(words)
    if mirrored:
        block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(block, 1400)
    assert len(words) == length
    assert len(block.lines()) == lines
    show(block, 400)
    assert "".join(block.lines()) == words
    assert len(block.lines()) > 1


@pytest.mark.parametrize("address", ["https://www.example.org/a-page", "http://example.org"])
def test_an_address_is_not_parted_after_its_slashes(address: str, show: Show) -> None:
    for before in range(20, 80):
        block = show(TextBlock(f"{'Read more of this at ' * 4}"[:before].strip() + f" {address} or call."), 700)
        assert isinstance(block, TextBlock)
        assert any(address in line for line in block.lines())


@pytest.mark.parametrize("pair", ["Part B", "Part D", "100.4 F"])
def test_a_lone_letter_stays_with_the_word_before_it(pair: str, show: Show) -> None:
    for before in range(20, 80):
        block = show(TextBlock(f"{'Ask about it once ' * 5}"[:before].strip() + f" {pair} bill of your plan."), 500)
        assert isinstance(block, TextBlock)
        assert any(pair in line for line in block.lines())


def test_an_address_longer_than_its_line_is_still_shown_whole(show: Show) -> None:
    address = "https://example.org/" + "a-long-way/" * 20
    block = show(TextBlock(f"See {address}"), 300)
    assert isinstance(block, TextBlock)
    assert "".join(block.lines()) == f"See {address}"


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_is_shown_as_it_was_typed(text: str, show: Show) -> None:
    block = show(TextBlock(typed(text)))
    assert isinstance(block, TextBlock)
    assert block.words == text
    assert block.lines() == [text]
    assert QLabel.text(block) == ""
    plain = show(TextBlock("bold"))
    assert pixels(block) != pixels(plain)


def test_a_label_takes_no_text() -> None:
    with pytest.raises(TypeError):
        TextBlock("x").setText("<b>x</b>")


def test_hidden_controls_are_seen_and_line_breaks_kept(show: Show) -> None:
    block = show(TextBlock(typed("a\u202eb\nc\u2028d")))
    assert isinstance(block, TextBlock)
    assert block.words == "a[U+202E]b\nc[U+2028]d"
    assert len(block.lines()) == 2


@pytest.mark.parametrize("text", ["", "\U0001f600 " * 60, "x" * 900, "\u05d0\u05d1 abc", "\ud800"])
def test_any_text_can_be_shown(text: str, show: Show) -> None:
    block = show(TextBlock(typed(text)), 300)
    assert isinstance(block, TextBlock)
    assert block.height() >= block.heightForWidth(300) > 0


def test_short_words_with_a_hyphen_stay_whole(show: Show) -> None:
    block = show(TextBlock("HER2-low " * 30), 333)
    assert isinstance(block, TextBlock)
    assert all(not line.rstrip().endswith("-") for line in block.lines())


def test_a_text_is_a_stop_whose_name_is_its_words(show: Show) -> None:
    block = show(TextBlock((Span("Some HER2", Role.STRONG), Span(" was seen <b>."))))
    interface = QAccessible.queryAccessibleInterface(block)
    assert interface.role() == QAccessible.Role.StaticText
    assert interface.text(QAccessible.Text.Name) == "Some HER2 was seen <b>."
    assert interface.state().focusable
    assert block.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    assert not block.acceptDrops()


@pytest.mark.parametrize("press", ["mouse", Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("width", [700, 150])
def test_a_term_is_a_button_over_its_letters(width: int, press: object, show: Show) -> None:
    block = show(
        TextBlock((Span("Ask for your "), Span("pathology report", Role.TERM, "report"), Span(" today."))), width
    )
    assert isinstance(block, TextBlock)
    asked: list[str] = []
    block.term_asked.connect(lambda target, _button: asked.append(target))
    (button,) = block.findChildren(TermButton)
    interface = QAccessible.queryAccessibleInterface(button)
    assert (interface.role(), interface.text(QAccessible.Text.Name)) == (QAccessible.Role.Button, "pathology report")
    assert block.rect().contains(button.geometry().center())
    if press == "mouse":
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=next(iter(button.mask())).center())
    else:
        QTest.keyClick(button, press)  # type: ignore[call-overload]
    assert asked == ["report"]


def test_mirrored_text_stands_at_the_right_with_its_terms(show: Show) -> None:
    block = TextBlock((Span("report", Role.TERM, "report"),))
    block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(block, 1200)
    assert block.findChildren(TermButton)[0].geometry().right() > 1150


FORBIDDEN = {
    "QMessageBox", "QTextBrowser", "QTextEdit", "QToolTip", "QFileDialog", "QCompleter", "QDesktopServices",
    "QSettings", "QWhatsThis", "QTextDocument", "QInputDialog", "QMenu",
}  # fmt: skip
METHODS = {"setToolTip", "setWhatsThis", "setStatusTip", "setHtml", "insertHtml", "appendHtml", "setTextFormat"}


def test_text_reaches_the_screen_by_one_way_only() -> None:
    for file in UI.rglob("*.py"):
        tree = ast.parse(file.read_text())
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
        called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not names & FORBIDDEN, file
        assert not called & METHODS, file
        assert "QLabel" not in names or file.name == "text.py", file
        assert "drawText" not in called or file.name == "draw.py", file
