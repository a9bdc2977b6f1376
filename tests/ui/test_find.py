"""Where to find it: a picture beside each question that a report answers, and a way on for who is not sure."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from her2guide.guide.pictures import Text
from her2guide.guide.report_lines import report_lines
from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.draw import PictureWidget
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages import find
from her2guide.ui.pages.question import QuestionPage
from her2guide.ui.theme import STEPS, Theme
from tests.ui.window_people import LIBRARY, PEOPLE, go_on, opened, put_in, question, settle, to_page, walk

CARLA, GUS = PEOPLE["carla had chemotherapy"], PEOPLE["gus knows nothing yet"]
REPORTS = {name: words.report for name, words in LIBRARY.questions.question.items() if words.report}


def questions(window: MainWindow, person: str) -> Iterator[QuestionPage]:
    for page in walk(window, PEOPLE[person]):
        if isinstance(page, QuestionPage):
            yield page


@pytest.mark.parametrize("person", ["carla had chemotherapy", "ben reads for his mother after surgery"])
def test_each_question_that_a_report_answers_shows_where(person: str, app: QApplication) -> None:
    seen = set()
    for page in questions(opened(), person):
        pictures = page.findChildren(PictureWidget)
        wanted = REPORTS.get(page.id)
        assert [each.accessibleName() for each in pictures] == ([report_lines(wanted, LIBRARY).alt] if wanted else [])
        seen |= {page.id} if pictures else set()
    assert {"her2-score", "estrogen", "progesterone", "newest", "her2-details"} < seen


@pytest.mark.parametrize("step", STEPS)
def test_no_word_of_a_picture_is_cut_at_any_text_size(step: int, app: QApplication) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    window = opened()
    window.resize(960, 700)
    for page in questions(window, "carla had chemotherapy"):
        for picture in page.findChildren(PictureWidget):
            assert picture.height() >= picture.heightForWidth(picture.width())
            assert picture.width() >= picture.drawing(picture.width()).width
            assert {each.size for each in picture.drawing(picture.width()).shapes if isinstance(each, Text)} == {
                theme.current().size(theme.TypeRole.SMALL)
            }


def test_a_reader_from_right_to_left_sees_the_picture_mirrored(app: QApplication) -> None:
    window = opened()
    to_page(window, CARLA, "her2-score")
    (picture,) = question(window).findChildren(PictureWidget)
    (value,) = [each for each in picture.drawing(256).shapes if isinstance(each, Text) and each.anchor == "end"]
    assert value.x > 128
    picture.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    starts = [each for each in picture.drawing(256).shapes if isinstance(each, Text) and each.text == value.text]
    assert [(each.anchor, each.x < 128) for each in starts] == [("start", True)]


def in_view(window: MainWindow, widget: find.NotSureNote) -> bool:
    view = window.page.viewport()
    area = QRect(widget.mapTo(view, QPoint(0, 0)), widget.size())
    return view.rect().contains(area)


@pytest.mark.parametrize("step", [100, 160])
@pytest.mark.parametrize("place", [name for name in REPORTS if name not in ("her2-details", "cancer-left", "newest")])
def test_who_is_not_sure_is_told_in_place_and_aloud_and_can_go_on(
    place: str, step: int, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    theme.apply(app, Theme(Palette.LIGHT, step))
    window = opened()
    for page in questions(window, "carla had chemotherapy"):
        if page.id == place:
            break
    page.part.choices.group.choose()  # type: ignore[attr-defined]
    rows = page.part.choices.group.rows  # type: ignore[attr-defined]
    note = page.not_sure
    assert note is not None
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert note.isHidden()
    said.clear()
    page.ensureWidgetVisible(rows[-1])
    QTest.mouseClick(rows[-1], Qt.MouseButton.LeftButton)
    settle()
    assert in_view(window, note)
    assert said == [LIBRARY.word("window.not-sure")]
    assert window.focusWidget() is rows[-1]
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    settle()
    assert note.isHidden()
    QTest.mouseClick(rows[-1], Qt.MouseButton.LeftButton)
    go_on(window)
    assert window.visit.session.place != place


@pytest.mark.parametrize("step", [100, 200])
def test_show_me_on_a_report_leads_to_the_picture(step: int, app: QApplication) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    window = opened()
    to_page(window, GUS, "her2-score")
    page = question(window)
    assert page.not_sure is not None
    assert page.where is not None
    QTest.mouseClick(page.not_sure.look, Qt.MouseButton.LeftButton)
    settle()
    assert window.focusWidget() is page.where.title
    top = page.where.title.mapTo(page.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < page.viewport().height() / 2


def test_coming_back_to_an_unsure_answer_shows_the_way_again(app: QApplication) -> None:
    window = opened()
    to_page(window, GUS, "her2-score")
    go_on(window)
    window.go_back()
    settle()
    page = question(window)
    assert page.not_sure is not None
    assert page.not_sure.isVisible()
    put_in(page, {"her2-score": "1+"})
    assert page.not_sure.isHidden()
