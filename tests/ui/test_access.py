"""What a screen reader is told on every page of everyone's visit, and the order in which it is told."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from her2guide.output.typed_text import visible
from her2guide.ui.stops import stops
from tests.ui.said import PEOPLE
from tests.ui.tour import Seen, Stop, said_to_readers, tour
from tests.ui.window_people import LIBRARY, go_on, opened, press, question, settle, to_page, walk

pytestmark = pytest.mark.xdist_group("tour")  # reads the same pages of the same visits

DEV, GUS = PEOPLE["dev takes Enhertu"], PEOPLE["gus knows nothing yet"]
Role = QAccessible.Role
BUTTONS = ("PrimaryButton", "SecondaryButton", "QuietButton", "BarButton", "CallButton", "ErrorLink", "TermButton")
ROLES = {
    **{kind: {Role.Button} for kind in BUTTONS},
    "AnswerRow": {Role.RadioButton, Role.CheckBox},
    "TextBlock": {Role.StaticText},
    "Contact": {Role.StaticText},
    "TableRow": {Role.StaticText},
    "PictureWidget": {Role.Graphic},
    "QLineEdit": {Role.EditableText},
    "_Paper": {Role.EditableText},
}
ZONES = ("top", "way", "heading", "text", "answers", "aside", "footer")


@pytest.fixture
def pages(app: QApplication) -> tuple[Seen, ...]:
    return tour()


def every_stop(pages: tuple[Seen, ...]) -> Iterator[tuple[Seen, Stop]]:
    for seen in pages:
        for stop in seen.stops:
            yield seen, stop


def texts(said: Any) -> Iterator[str]:
    """Yield every text a person says, however deep."""
    if isinstance(said, str):
        yield visible(said)
    else:
        for each in said.values() if isinstance(said, Mapping) else said:
            yield from texts(each)


def test_whatever_can_have_the_focus_has_a_name_without_signs_of_markup(pages: tuple[Seen, ...]) -> None:
    typed = {person: sorted(texts(said), key=len, reverse=True) for person, said in PEOPLE.items()}
    for seen, stop in every_stop(pages):
        name = stop.name
        for text in typed[seen.person]:
            name = name.replace(text, "typed")
        assert name.strip(), (seen.place, stop)
        assert not set("<>") & set(name), (seen.place, stop)
        assert stop.kind in ROLES, stop.kind


def test_what_can_be_pressed_on_a_page_has_names_of_its_own(pages: tuple[Seen, ...]) -> None:
    for seen in pages:
        used = [stop for stop in seen.stops if stop.presses or stop.role is Role.EditableText]
        names = Counter((stop.name, stop.group) for stop in used if stop.kind != "TermButton")
        assert [name for name, count in names.items() if count > 1] == [], (seen.person, seen.place)


def test_every_stop_has_the_role_of_what_it_is(pages: tuple[Seen, ...]) -> None:
    kinds = {stop.kind for _, stop in every_stop(pages)}
    assert {"AnswerRow", "TextBlock", "PictureWidget", "QLineEdit", "TableRow", "Contact"} < kinds
    for seen, stop in every_stop(pages):
        assert stop.role in ROLES[stop.kind], (seen.place, stop)
        assert stop.checked == stop.shows_checked, (seen.place, stop)
    assert any(stop.checked for _, stop in every_stop(pages))


def test_answers_belong_to_a_group_with_the_name_of_the_question(pages: tuple[Seen, ...]) -> None:
    for seen, stop in every_stop(pages):
        if stop.kind != "AnswerRow":
            continue
        assert stop.group is not None
        name, role = stop.group
        assert role is Role.Grouping
        if seen.place not in ("medicines", "other-results", "save"):
            assert seen.title.removesuffix(" (optional)") == name
        else:
            assert name.strip()


def test_a_page_is_named_by_its_heading_and_begins_there(pages: tuple[Seen, ...]) -> None:
    for seen in pages:
        assert seen.container == seen.title == seen.focus, (seen.person, seen.place)
        assert [stop.name for stop in seen.stops if stop.zone == "heading"] == [seen.title]


def test_a_page_is_read_from_the_heading_to_the_footer_as_it_is_seen(pages: tuple[Seen, ...]) -> None:
    for seen in pages:
        assert seen.out_of_order == (), (seen.person, seen.place)
        zones = [ZONES.index(stop.zone) for stop in seen.stops]
        assert all(one <= other for one, other in pairwise(zones)), (seen.person, seen.place)


@pytest.mark.parametrize("person", ["ellen has results that do not match", "hana types whatever she likes"])
def test_tab_goes_around_every_page_in_the_order_a_screen_reader_has(person: str, app: QApplication) -> None:
    window = opened()
    for page in walk(window, PEOPLE[person]):
        expected = [each for each in stops(window.centralWidget()) if each.isEnabled()]
        assert [each for each in in_reading_order(window.centralWidget()) if each in expected] == expected
        start = window.focusWidget()
        gone = [start]
        while len(gone) <= len(expected):
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
            gone.append(window.focusWidget())
        assert gone[-1] is start, page.title
        turn = expected.index(start)
        assert gone[:-1] == expected[turn:] + expected[:turn], page.title
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
        assert window.focusWidget() is expected[turn - 1]
        page.heading.setFocus()


def test_tab_comes_once_to_a_question_and_to_the_answer_that_was_given(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "progesterone")
    press(window, "Back")
    rows = question(window).part.choices.group.rows  # type: ignore[attr-defined]
    assert window.focusWidget() is window.page.heading
    assert [row for row in rows if row in stops(window.page)] == [row for row in rows if row.isChecked()]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget().choice.id == "positive"  # type: ignore[union-attr]


def in_reading_order(widget: Any) -> list[Any]:
    """Return every widget below, in the order of Qt's own tree for screen readers."""
    found = []
    here = QAccessible.queryAccessibleInterface(widget)
    for place in range(here.childCount()):
        child = here.child(place).object()
        if child is not None:
            found += [child, *in_reading_order(child)]
    return found


def test_what_is_wrong_is_said_at_the_field_and_among_the_answers(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "her2-details")
    box = question(window).part.boxes["date"]  # type: ignore[attr-defined]
    box.set_value("yesterday")
    go_on(window)
    problem = LIBRARY.questions.problem["date"]
    assert said_to_readers(box.edit, QAccessible.Text.Description).startswith(problem)
    box.set_value("")
    go_on(window)
    assert question(window).id == "newest"


def test_a_group_without_an_answer_describes_what_is_wrong(app: QApplication) -> None:
    window = opened()
    to_page(window, GUS, "start")
    go_on(window)
    go_on(window)
    settle()
    group = question(window).part.choices.group  # type: ignore[attr-defined]
    assert said_to_readers(group, QAccessible.Text.Description) == LIBRARY.questions.problem["choose"]
