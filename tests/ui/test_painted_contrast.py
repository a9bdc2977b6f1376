"""What is painted can be read: contrast measured from the pixels of real pages, in every palette."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from types import MappingProxyType

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from her2guide import look
from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.answers import RING, AnswerRow
from her2guide.ui.buttons import BarButton, Button, CallButton, PrimaryButton, QuietButton
from her2guide.ui.main_window import MainWindow
from her2guide.ui.text import TermButton, TextBlock
from her2guide.ui.theme import FRAME, Theme
from tests.ui.geometry import area
from tests.ui.said import PEOPLE
from tests.ui.window_people import at_the_save_page, opened, settle, to_page

BODY, OTHER, BORDER = 10, 7, 3  # least contrast
WIDTH, HEIGHT = 1280, 3600  # at least; a longer page makes its window higher
DEV = PEOPLE["dev takes Enhertu"]
Faint = list[tuple[str, str, float]]  # what, its name, the contrast found

contrast = cache(look.contrast)


def question() -> MainWindow:
    """Return a question with a chosen row, and a field that is filled in."""
    window = opened()
    to_page(window, DEV, "estrogen")
    return window


def check_page() -> MainWindow:
    window = opened()
    to_page(window, DEV, "check")
    return window


def section() -> MainWindow:
    """Return the last page of the guide with a word that is explained on a tap."""
    window = at_the_save_page()
    while not window.page.findChildren(TermButton):
        window.go_back()
    return window


def call_page() -> MainWindow:
    window = at_the_save_page()
    window.show_call()
    return window


PAGES = (question, check_page, section, call_page)


def unfolded(window: MainWindow) -> MainWindow:
    """Return a window as high as its page, where nothing has the keyboard and no focus ring is painted."""
    window.resize(WIDTH, HEIGHT)
    settle()
    window.resize(WIDTH, HEIGHT + window.page.verticalScrollBar().maximum())
    settle()
    assert window.page.verticalScrollBar().maximum() == 0, "what is scrolled away is not painted"
    here = window.focusWidget()
    if here is not None:
        here.clearFocus()
    settle()
    return window


def colors(image: QImage, at: QRect) -> Counter[str]:
    """Return how often each color is painted in a part of a picture."""
    part = image.copy(at & image.rect()).convertToFormat(QImage.Format.Format_RGB32)
    found = Counter(memoryview(part.constBits()).cast("I"))
    return Counter({f"#{color & 0xFFFFFF:06X}": times for color, times in found.items()})


def strongest(painted: Counter[str], ground: str = "") -> float:
    """Return the contrast of what stands out most from a ground, which is the most common color unless told."""
    ((usual, _),) = painted.most_common(1)
    return max(contrast(color, ground or usual) for color in painted)


def texts(window: MainWindow) -> Iterator[tuple[QWidget, QRect, float]]:
    """Yield everything with words, where inside it they stand, and the least contrast for them."""
    worn = theme.current()
    for widget in window.findChildren(QWidget):
        at = area(window, widget)
        match widget:
            case TextBlock() if widget.words.strip():
                yield widget, at, BODY if widget._color == "ink" else OTHER
            case TermButton():
                yield widget, at.adjusted(4, 2, -4, -2), OTHER
            case AnswerRow():
                beside = FRAME + worn.px(16) + worn.icon(RING) + worn.px(7)
                yield widget, at.adjusted(beside, 6, -FRAME - 6, -6), BODY
            case PrimaryButton() | BarButton() | CallButton():
                yield widget, at.adjusted(FRAME + 8, FRAME + 4, -FRAME - 8, -FRAME - 4), BODY
            case Button():
                yield widget, at.adjusted(FRAME + 4, FRAME + 4, -FRAME - 4, -FRAME - 4), OTHER
            case QLineEdit() if widget.text():
                yield widget, at.adjusted(6, 6, -6, -6), BODY


def edges(window: MainWindow) -> Iterator[tuple[QWidget, QRect, QRect]]:
    """Yield every control with an outline or a fill, a strip across its left edge, and one of the ground beside it."""
    for widget in window.findChildren(QWidget):
        at = area(window, widget)
        middle = at.center().y()
        if isinstance(widget, Button | AnswerRow) and not isinstance(widget, QuietButton):
            yield widget, QRect(at.left() + FRAME, middle, 3, 1), QRect(at.left() + 1, middle, 3, 1)
        elif isinstance(widget, QLineEdit):
            yield widget, QRect(at.left(), middle, 3, 1), QRect(at.left() - 5, middle, 3, 1)


def faint(window: MainWindow) -> Faint:
    """Return what is painted too faintly on the page that is shown."""
    image, found = window.grab().toImage(), Faint()
    for widget, at, least in texts(window):
        if widget.isVisible() and (seen := strongest(colors(image, at))) < least:
            found.append((type(widget).__name__, widget.accessibleName(), round(seen, 1)))
    for widget, edge, beside in edges(window):
        ((ground, _),) = colors(image, beside).most_common(1) if widget.isVisible() else (("", 0),)
        if ground and (seen := strongest(colors(image, edge), ground)) < BORDER:
            found.append((f"edge of {type(widget).__name__}", widget.accessibleName(), round(seen, 1)))
    return found


def ring(window: MainWindow, widget: QWidget) -> float:
    """Return the contrast of the focus ring of a widget with what was there before it."""
    before = window.grab().toImage()
    widget.setFocus()
    settle()
    after = window.grab().toImage()
    widget.clearFocus()
    settle()
    at = area(window, widget).adjusted(-8, -8, 8, 8)
    middle = at.center().y()
    found = [1.0]
    for across in (QRect(at.left(), middle, 24, 1), QRect(at.center().x(), at.top(), 1, 24)):
        strip = across & before.rect()
        for x in range(strip.left(), strip.right() + 1):
            for y in range(strip.top(), strip.bottom() + 1):
                old, new = before.pixelColor(x, y).name(), after.pixelColor(x, y).name()
                found += [contrast(old, new)] if old != new else []
    return max(found)


@pytest.mark.parametrize("page", PAGES)
def test_what_is_painted_on_a_page_can_be_read_in_every_palette(
    page: Callable[[], MainWindow], app: QApplication
) -> None:
    window = unfolded(page())
    kinds = {type(widget).__name__ for widget, _, _ in texts(window) if widget.isVisible()}
    assert "TextBlock" in kinds
    assert page is not question or {"AnswerRow", "QLineEdit", "PrimaryButton", "CallButton"} < kinds
    assert page is not section or "TermButton" in kinds
    for palette in Palette:
        theme.apply(app, Theme(palette))
        settle()
        assert faint(window) == [], palette


@pytest.mark.parametrize("page", PAGES)
def test_the_focus_ring_stands_out_on_whatever_it_is_painted(page: Callable[[], MainWindow], app: QApplication) -> None:
    window = unfolded(page())
    kinds = {type(each): each for each in window.findChildren(QWidget) if each.isVisible() and each.focusPolicy()}
    goals = [each for kind, each in kinds.items() if issubclass(kind, Button | AnswerRow | TextBlock | QLineEdit)]
    assert len(goals) > 1
    for palette in Palette:
        theme.apply(app, Theme(palette))
        settle()
        assert [(type(each).__name__, palette) for each in goals if ring(window, each) < BORDER] == []


@pytest.mark.parametrize(
    ("page", "token", "near", "where"),
    [
        (question, "ink", "page", "TextBlock"), (question, "ink", "surface", "QLineEdit"),
        (question, "ink2", "page", "TextBlock"), (question, "onlake", "lake", "PrimaryButton"),
        (question, "lineui", "surface", "edge of AnswerRow"), (question, "lineui", "page", "edge of QLineEdit"),
        (check_page, "lake", "surface", "QuietButton"), (call_page, "onamber", "amber", "TextBlock"),
    ],
)  # fmt: skip
def test_a_color_too_near_to_what_it_stands_on_is_found(
    page: Callable[[], MainWindow],
    token: str,
    near: str,
    where: str,
    app: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = unfolded(page())
    assert faint(window) == []
    tokens = dict(look.tokens(Palette.LIGHT))
    tokens[token] = tokens[near]
    monkeypatch.setitem(look._TABLES, Palette.LIGHT, MappingProxyType(tokens))
    theme.apply(app, Theme(Palette.LIGHT))
    settle()
    assert where in {kind for kind, _, _ in faint(window)}


def test_a_focus_ring_that_nobody_sees_is_found(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    window = unfolded(question())
    spoiled = {**look.tokens(Palette.LIGHT), "focus": look.tokens(Palette.LIGHT)["page"]}
    monkeypatch.setitem(look._TABLES, Palette.LIGHT, MappingProxyType(spoiled))
    theme.apply(app, Theme(Palette.LIGHT))
    settle()
    assert ring(window, window.page.heading) < BORDER
