"""The rules for pages, on every page of everyone's visit: one question, plain words, an honest count."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication

from her2guide.ui.pages.question import QuestionPage
from her2guide.wizard import session as steps
from her2guide.wizard.flow import QUESTIONS
from her2guide.wizard.pages import NONE_OF_THESE, NOT_SURE, Kind
from her2guide.wizard.session import Stage
from her2guide.wizard.views import progress_words
from tests.ui.said import PEOPLE
from tests.ui.tour import Seen, tour
from tests.ui.window_people import LIBRARY

pytestmark = pytest.mark.xdist_group("tour")  # reads the same pages of the same visits

QUESTION_WORDS = ("start", "continue", "back", "change", "make", "more-medicines", "add-result")
WINDOW_WORDS = (
    "text-size", "colors", "clear", "when-to-call", "have-one", "go-on", "close", "save", "start-over",
    "move-up", "remove", "add", "add-question", "show-numbers", "hide-numbers", "show-survival", "hide-survival",
    "show-on-report", "all-parts", "keep",
)  # fmt: skip
ALLOWED = {
    *(LIBRARY.questions.word[name] for name in QUESTION_WORDS),
    *(LIBRARY.word(f"window.{name}") for name in WINDOW_WORDS),
    LIBRARY.word("calling.back"),
    LIBRARY.word("own-report.start"),
    *(LIBRARY.word(f"{name}.title") for name in ("help", "keys", "about")),
    LIBRARY.word("comfort.link"),
    LIBRARY.word("cover.hide"),
    LIBRARY.word("visit-file.open"),
    LIBRARY.word("visit-file.save"),
    LIBRARY.word("keep.read"),
    LIBRARY.word("take-away.here"),
    LIBRARY.word("window.show-people"),
    LIBRARY.word("window.show-bars"),
}
UNSURE = (NOT_SURE, "rather_not_say")


@pytest.fixture
def pages(app: QApplication) -> tuple[Seen, ...]:
    return tour()


def test_a_page_asks_one_thing_and_a_heading_comes_once_in_a_visit(pages: tuple[Seen, ...]) -> None:
    for seen in pages:
        assert seen.inputs == (1 if seen.kind is QuestionPage else 0), seen.place
        assert seen.primaries == (0 if seen.place == "call" else 1), seen.place
    for person in PEOPLE:
        # The signs over a page are those of the guide's own page of that name.
        route = [seen for seen in pages if seen.person == person and seen.place != "signs"]
        titles = Counter(seen.title for seen in route)
        assert [title for title, times in titles.items() if times > 1] == [], person
        places = Counter(seen.place for seen in pages if seen.person == person)
        assert max(places.values()) == 1


def test_a_question_is_its_heading_and_says_why_we_ask(pages: tuple[Seen, ...]) -> None:
    why = LIBRARY.questions.word["why"]
    for seen in pages:
        if seen.kind is QuestionPage:
            assert seen.title.removesuffix(" (optional)").endswith("?"), seen.title
            aside = [stop.name for stop in seen.stops if stop.zone == "aside"]
            assert aside[0] == why
            assert aside[1].strip()


def test_buttons_say_only_the_words_we_allow(pages: tuple[Seen, ...]) -> None:
    used = {stop.words for seen in pages for stop in seen.stops if stop.words}
    assert used - ALLOWED == set()
    assert len(used) > 15
    assert not [word for word in ALLOWED if set("<>&*") & set(word)]


def test_there_is_one_back_and_it_says_so(pages: tuple[Seen, ...]) -> None:
    back = LIBRARY.questions.word["back"]
    for seen in pages:
        there = [stop for stop in seen.stops if stop.words == back]
        assert len(there) == (0 if seen.place in ("start", "signs", "call", "cleared") else 1), seen.place


def test_every_question_can_be_left_by_someone_who_is_not_sure(pages: tuple[Seen, ...]) -> None:
    for page in QUESTIONS:
        assert page.optional or {choice.id for choice in page.choices} & {*UNSURE}, page.id
        if page.kind is Kind.MANY_OF:
            assert page.choices[-1].id == NONE_OF_THESE
    for seen in pages:
        page = next((page for page in QUESTIONS if page.id == seen.place), None)
        assert page is None or page.optional == seen.title.endswith(LIBRARY.questions.word["optional"])
    gus = [seen for seen in pages if seen.person == "gus knows nothing yet"]
    assert gus[-4].place == "save"


def test_not_being_sure_says_where_to_look_or_what_to_ask(pages: tuple[Seen, ...]) -> None:
    (first,) = [seen for seen in pages if seen.person == "gus knows nothing yet" and seen.place == "her2-score"]
    assert LIBRARY.questions.word["find"] in [stop.name for stop in first.stops if stop.zone == "aside"]
    (unsure,) = [stop for stop in first.stops if stop.shows_checked]
    assert unsure.description


def test_nothing_is_marked_with_an_asterisk_and_nothing_slides(pages: tuple[Seen, ...]) -> None:
    for seen in pages:
        assert seen.sliders == 0, seen.place
        if seen.person != "hana types whatever she likes":
            assert not [stop.name for stop in seen.stops if "*" in stop.name], seen.place


def test_the_total_of_questions_never_goes_up_after_back_and_continue(pages: tuple[Seen, ...]) -> None:
    counted = 0
    for seen in pages:
        here = seen.session
        told = steps.progress(here)
        if told.stage is not Stage.QUESTION or told.number == 1:
            continue
        before = steps.back(here)
        again = steps.submit(before, steps.entry_of(before, steps.question_at(before, before.place)))
        assert again.place == here.place, (seen.person, seen.place)
        assert steps.progress(again).total <= told.total, (seen.person, seen.place)
        counted += 1
    assert counted > 300


def test_the_window_says_the_count_of_the_route(pages: tuple[Seen, ...]) -> None:
    for seen in pages:
        if seen.place in ("signs", "call", "cleared"):
            assert seen.progress == "", seen.place
        else:
            assert seen.progress == progress_words(seen.session, LIBRARY), seen.place


def test_no_letter_of_a_button_is_a_shortcut(pages: tuple[Seen, ...]) -> None:
    assert [seen.place for seen in pages if seen.shortcuts] == []
