"""One walk of everyone through the window, written down page by page, as eyes, keyboard and screen reader meet it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QGroupBox, QScrollBar, QWidget

from her2guide.guide.document import Section
from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.answers import AnswerRow
from her2guide.ui.buttons import Button, PrimaryButton
from her2guide.ui.draw import PictureWidget
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.page import Page
from her2guide.ui.pages.parts import Part as InputPart
from her2guide.ui.pages.question import QuestionPage
from her2guide.ui.pages.section import SectionPage
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import Theme
from her2guide.wizard.session import Session
from tests.ui.geometry import out_of_order
from tests.ui.said import PEOPLE
from tests.ui.window_people import opened, settle, walk

Name = QAccessible.Text.Name


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing that the keyboard can come to, as a screen reader is told of it."""

    kind: str
    name: str
    description: str
    role: QAccessible.Role
    checked: bool
    shows_checked: bool
    presses: bool
    group: tuple[str, QAccessible.Role] | None
    zone: str
    words: str  # what stands on a button


@dataclass(frozen=True, slots=True)
class Seen:
    """One page as one person met it."""

    person: str
    place: str
    kind: type[Page]
    title: str
    container: str
    focus: str  # what has the keyboard on arrival
    stops: tuple[Stop, ...]
    out_of_order: tuple[object, ...]
    primaries: int
    inputs: int
    sliders: int
    shortcuts: bool
    progress: str
    session: Session
    chosen: tuple[str, ...]
    words: tuple[str, ...]
    section: Section | None


def words(view: QWidget) -> list[str]:
    """Return the words of texts and pictures in the order of the widgets."""
    found: list[str] = []
    for child in view.children():
        if isinstance(child, TextBlock | PictureWidget) and not child.isHidden():
            found.append(child.words)
        elif isinstance(child, QWidget) and not child.isHidden():
            found += words(child)
    return [each for each in found if each.strip()]


def said_to_readers(widget: QWidget, text: QAccessible.Text = Name) -> str:
    """Return what a screen reader is told of a widget."""
    return str(QAccessible.queryAccessibleInterface(widget).text(text))


def _group(widget: QWidget) -> tuple[str, QAccessible.Role] | None:
    over = widget.parentWidget()
    while over is not None and not isinstance(over, QGroupBox):
        over = over.parentWidget()
    if over is None:
        return None
    return said_to_readers(over), QAccessible.queryAccessibleInterface(over).role()


def _zone(window: MainWindow, widget: QWidget) -> str:
    for zone, bar in (("top", window.top), ("way", window.way), ("footer", window.footer)):
        if bar.isAncestorOf(widget):
            return zone
    if widget is window.page.heading:
        return "heading"
    if isinstance(window.page, QuestionPage):
        if window.page.part.isAncestorOf(widget):
            return "answers"
        return "text" if window.page.main.isAncestorOf(widget) else "aside"
    return "text"


def _stop(window: MainWindow, widget: QWidget) -> Stop:
    found = QAccessible.queryAccessibleInterface(widget)
    presses = isinstance(widget, QAbstractButton)
    return Stop(
        kind=type(widget).__name__,
        name=found.text(Name),
        description=found.text(QAccessible.Text.Description),
        role=found.role(),
        checked=bool(found.state().checked),
        shows_checked=isinstance(widget, QAbstractButton) and widget.isChecked(),
        presses=presses,
        group=_group(widget),
        zone=_zone(window, widget),
        words=widget.words if isinstance(widget, Button) else "",
    )


def _can_be_met(widget: QWidget) -> bool:
    """Return whether the keyboard can come here: Tab, or the arrows among radio buttons."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or isinstance(widget, AnswerRow)


def _seen(person: str, window: MainWindow, focus: str) -> Seen:
    page = window.page
    parts = page.findChildren(InputPart) if isinstance(page, QuestionPage) else []
    group = getattr(page.part, "choices", None) if isinstance(page, QuestionPage) else None
    told = tuple(word for _, word in page.entry().told) if isinstance(page, QuestionPage) else ()
    view = page.view if isinstance(page, SectionPage) else page.widget()
    shown = [each for each in window.centralWidget().findChildren(QWidget) if each.isVisible() and _can_be_met(each)]
    return Seen(
        person=person,
        place=window.visit.session.place,
        kind=type(page),
        title=page.title,
        container=said_to_readers(page),
        focus=focus,
        stops=tuple(_stop(window, each) for each in shown),
        out_of_order=tuple(out_of_order(window)),
        primaries=len([each for each in window.findChildren(PrimaryButton) if each.isVisible()]),
        inputs=len([each for each in parts if not isinstance(each.parentWidget(), InputPart)]),
        sliders=len([each for each in window.findChildren(QAbstractSlider) if not isinstance(each, QScrollBar)]),
        shortcuts=any(each.text() or each.shortcut().toString() for each in window.findChildren(QAbstractButton)),
        progress=window.way.progress.words if window.way.isVisible() else "",
        session=window.visit.session,
        chosen=(group.chosen if group is not None else ()) + told,
        words=tuple(words(view)),
        section=window.visit.section if isinstance(page, SectionPage) else None,
    )


def _walked(person: str) -> Iterator[Seen]:
    window, focus = opened(), [""]

    def arrived(page: Page) -> None:
        goal = window.focusWidget()
        focus[0] = said_to_readers(goal) if goal is page.heading else f"not the heading: {goal}"

    for _ in walk(window, PEOPLE[person], arrived):
        yield _seen(person, window, focus[0])
    for name, show in (("signs", window.show_signs), ("call", window.show_call), ("cleared", window.clear_and_leave)):
        show()
        settle()
        arrived(window.page)
        yield replace(_seen(person, window, focus[0]), place=name)
    window.close()
    window.deleteLater()


@cache
def tour() -> tuple[Seen, ...]:
    """Return every page of every visit. It is walked once for all tests."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Theme(Palette.LIGHT, 100))
    return tuple(seen for person in PEOPLE for seen in _walked(person))
