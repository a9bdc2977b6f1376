"""How people go through the window: by its own buttons, as in `tests.ui.said`."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from her2guide.guide.document import GuideDocument
from her2guide.library.library import Library
from her2guide.settings import HOME, KIOSK
from her2guide.ui.buttons import Button, PrimaryButton
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.medicines import MedicinesPart
from her2guide.ui.pages.page import Page
from her2guide.ui.pages.parts import ChoicePart, FieldsPart, TextsPart
from her2guide.ui.pages.question import QuestionPage
from her2guide.ui.pages.ranked import RankedPart
from her2guide.ui.pages.results import ResultsPart
from her2guide.ui.visit import Visit
from her2guide.wizard import pages as wizard
from her2guide.wizard.flow import QUESTIONS
from her2guide.wizard.pages import NOT_SURE
from her2guide.wizard.session import Session
from tests.ui.said import PEOPLE, Said

TODAY = date(2026, 11, 23)
LIBRARY = Library()
OPTIONAL = {page.id for page in QUESTIONS if page.optional}


def settle() -> None:
    """Let Qt lay out and let go of what is gone; a change deep in a page takes a round for each level above it."""
    app = QApplication.instance()
    assert app is not None
    for _ in range(12):
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as a running loop does by itself


@cache
def walked(person: str) -> tuple[Session, GuideDocument]:
    """Return where a person is on the save page, with their guide, walked there once."""
    window = opened()
    to_page(window, PEOPLE[person], "save")
    session, document = window.visit.session, window.visit.document
    assert document is not None
    window.close()
    window.deleteLater()
    return session, document


def at_the_save_page(person: str = "dev takes Enhertu", *, kiosk: bool = False, **more: Any) -> MainWindow:
    """Return a window where a person is about to keep their guide."""
    visit = Visit(LIBRARY, TODAY, KIOSK if kiosk else HOME)
    visit.session, visit.document = walked(person)
    window = MainWindow(LIBRARY, lambda: visit, **{"choose_file": no_file, "can_print": False, **more}, at_start=False)
    window.show()
    window.activateWindow()
    settle()
    return window


def no_file(*_: object) -> str:
    """Stand for someone who closes the dialog."""
    return ""


def opened(library: Library = LIBRARY, **more: Any) -> MainWindow:
    """Return a window on the start page."""
    window = MainWindow(library, lambda: Visit(library, TODAY), **{"choose_file": no_file, "can_print": False, **more})
    window.show()
    window.activateWindow()
    settle()
    return window


def press(window: MainWindow, words: str, name: str = "") -> None:
    """Press the visible button with these words (and this name), as a person would."""
    found = [each for each in window.findChildren(Button) if each.isVisible() and each.words == words]
    found = [each for each in found if each.accessibleName() == name] if name else found
    assert len(found) == 1, (words, name, [each.accessibleName() for each in found])
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    settle()


def go_on(window: MainWindow) -> None:
    """Press the one primary button."""
    QTest.mouseClick(primaries(window)[0], Qt.MouseButton.LeftButton)
    settle()


def primaries(window: MainWindow) -> list[PrimaryButton]:
    return [each for each in window.findChildren(PrimaryButton) if each.isVisible()]


def put_in(page: QuestionPage, said: Said) -> None:  # noqa: C901 - one plain case for each kind of question
    """Answer a question; whoever says nothing of it is not sure, or would rather not say."""
    part, value = page.part, said.get(page.id)
    match part:
        case ChoicePart():
            rows = {row.choice.id: row for row in part.choices.group.rows}
            wanted = [value] if isinstance(value, str) else value or []
            if not wanted and page.id not in OPTIONAL:
                wanted = [NOT_SURE if NOT_SURE in rows else "rather_not_say"]
            for name in wanted:
                QTest.mouseClick(rows[name], Qt.MouseButton.LeftButton)
            _fill(part.fields, said)
        case FieldsPart():
            _fill(part, value or {})
        case TextsPart():
            for box, text in zip(part.boxes, value or (), strict=False):
                box.set_value(text)
        case RankedPart():
            labels = {key: row for row in part.choices.group.rows for key in (row.choice.id, row.choice.label)}
            for text in value or ():
                if text in labels:
                    labels[text].click()
                else:
                    part.own.set_value(text)
                    part.add_own()
        case MedicinesPart():
            for name, word in (value or {}).items():
                if part.medicines[name].isHidden() or not part.medicines[name].isVisible():
                    part.show_more()
                part.medicines[name].known.rows[0].click()
                next(row for row in part.medicines[name].said.group.rows if row.choice.id == word).click()
            _fill(part.fields, said)
        case ResultsPart():
            for result in value or ():
                part.more.click()
                form = part.forms[-1]
                for name, text in result.items():
                    box = form.parts[name]
                    if hasattr(box, "group"):
                        next(row for row in box.group.rows if row.choice.id == text).click()
                    else:
                        box.set_value(text)


def _fill(part: FieldsPart, texts: Mapping[str, Any]) -> None:
    for name, box in part.boxes.items():
        box.set_value(texts.get(name, ""))


def question(window: MainWindow) -> QuestionPage:
    assert isinstance(window.page, QuestionPage)
    return window.page


def walk(window: MainWindow, said: Said, arrived: Callable[[Page], None] = lambda _page: None) -> Iterator[Page]:
    """Yield each page of a visit from the start page to the save page, after what was put in.

    `arrived` is told of each page before anything is put in.
    """
    for _ in range(80):
        page = window.page
        arrived(page)
        if isinstance(page, QuestionPage):
            put_in(page, said)
            settle()
        yield page
        if isinstance(window.visit.page, wizard.SavePage):
            return
        before = window.visit.session.place
        go_on(window)
        assert window.visit.session.place != before, (before, window.visit.session.problems)
    raise AssertionError("the way never ends")


def to_page(window: MainWindow, said: Said, page_id: str) -> None:
    """Go on until a page."""
    for _ in walk(window, said):
        if window.visit.session.place == page_id:
            return
    raise AssertionError(page_id)
