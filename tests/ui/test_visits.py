"""Everyone's visit: all of the flow is walked by someone, Change and Back keep what was said."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.library.order import RESULT, SECTIONS, TOLD
from her2guide.model.profile import profile
from her2guide.model.terms import Her2Category
from her2guide.ui.pages.call import CallPage
from her2guide.ui.pages.calm import ClearedPage, StartPage
from her2guide.ui.pages.check import CheckPage
from her2guide.ui.pages.question import QuestionPage
from her2guide.ui.pages.save import SavePage
from her2guide.ui.pages.section import SectionPage
from her2guide.wizard import session as steps
from her2guide.wizard.entries import Entry
from her2guide.wizard.flow import QUESTIONS
from her2guide.wizard.session import CHECK
from tests.ui.said import PEOPLE
from tests.ui.tour import Seen, tour
from tests.ui.window_people import LIBRARY, go_on, opened, press, primaries, question, to_page, walk

pytestmark = pytest.mark.xdist_group("tour")  # reads the same pages of the same visits

DEV = PEOPLE["dev takes Enhertu"]


@pytest.fixture
def pages(app: QApplication) -> tuple[Seen, ...]:
    return tour()


def at_check(pages: tuple[Seen, ...]) -> Iterator[Seen]:
    return (seen for seen in pages if seen.place == CHECK)


def test_everyone_goes_from_the_start_over_the_check_page_and_the_guide_to_the_save_page(
    pages: tuple[Seen, ...],
) -> None:
    for person in PEOPLE:
        kinds = [seen.kind for seen in pages if seen.person == person]
        assert kinds[0] is StartPage
        assert kinds[-4:] == [SavePage, kinds[-3], CallPage, ClearedPage]
        assert kinds.count(CheckPage) == 1
        sections = [seen for seen in pages if seen.person == person and seen.section is not None]
        assert len(sections) == kinds.count(SectionPage) == len(sections[0].session.sections)


def test_together_they_see_every_question_and_choose_every_answer(pages: tuple[Seen, ...]) -> None:
    asked = {seen.place for seen in pages}
    assert {page.id for page in QUESTIONS} <= asked
    chosen = {(seen.place, choice) for seen in pages for choice in seen.chosen}
    every = {(page.id, choice.id) for page in QUESTIONS if page.id in asked for choice in page.choices}
    assert every - chosen == set()


def test_together_they_read_every_section_and_every_kind_of_result(pages: tuple[Seen, ...]) -> None:
    read = {seen.section.id for seen in pages if seen.section is not None}
    assert read == {RESULT, TOLD, *SECTIONS, *LIBRARY.topics}
    assert {profile(seen.session.answers).category for seen in at_check(pages)} == set(Her2Category)


def test_change_leads_back_to_the_check_page_from_every_row(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, CHECK)
    assert isinstance(window.page, CheckPage)
    answers = window.visit.answers
    names = [row.change.accessibleName() for row in window.page.rows]
    assert len(names) == len(steps.questions(window.visit.session))
    for name in names:
        press(window, LIBRARY.questions.word["change"], name)
        assert isinstance(window.page, QuestionPage), name
        go_on(window)
        assert isinstance(window.page, CheckPage), name
    assert window.visit.answers == answers


def test_any_other_answer_leads_to_the_check_page_or_first_to_the_questions_it_brings_up(
    pages: tuple[Seen, ...],
) -> None:
    brought_up = 0
    for seen in list(at_check(pages))[::4]:
        for page in steps.questions(seen.session):
            for choice in page.choices if page.kind == "one_of" else ():
                changed = steps.submit(steps.change(seen.session, page.id), Entry(chosen=(choice.id,)))
                waiting = steps.unseen(changed)
                brought_up += len(waiting)
                assert changed.place == (waiting[0] if waiting else CHECK), (seen.person, page.id, choice.id)
    assert brought_up > 5


def test_back_goes_the_whole_way_and_every_answer_is_kept(app: QApplication) -> None:
    window = opened()
    way = [
        (window.visit.session.place, page.entry() if isinstance(page, QuestionPage) else Entry())
        for page in walk(window, PEOPLE["ellen has results that do not match"])
    ]
    answers = window.visit.answers
    for place, entry in reversed(way[:-1]):
        press(window, LIBRARY.questions.word["back"])
        assert window.visit.session.place == place
        assert window.focusWidget() is window.page.heading
        if isinstance(window.page, QuestionPage):
            assert (window.page.entry().chosen, set(window.page.entry().texts)) == (entry.chosen, set(entry.texts))
    for place, _ in way[1:]:
        go_on(window)
        assert window.visit.session.place == place
    assert window.visit.answers == answers


def test_start_over_from_the_save_page_asks_everything_anew(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "save")
    press(window, LIBRARY.word("window.start-over"))
    for _ in range(3):
        go_on(window)
    assert question(window).id == "reader"
    assert question(window).entry() == Entry()
    assert [button.words for button in primaries(window)] == [LIBRARY.questions.word["continue"]]


class Windows(QObject):
    """Notes every widget that is shown as a window of its own, if only for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_nothing_but_the_window_is_ever_a_window_not_even_for_a_moment(app: QApplication) -> None:
    watch = Windows()
    app.installEventFilter(watch)
    window = opened()
    for _ in walk(window, PEOPLE["ellen has results that do not match"]):
        pass
    app.removeEventFilter(watch)
    assert watch.shown == ["MainWindow"]
