"""A draft made from records, opened in the window: each value stands beside its lines, and none is used unconfirmed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from her2guide.app import build_app
from her2guide.batch.drafts import draft_of
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import IhcScore, IshResult, Reader
from her2guide.opening import read_opening
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.calm import StartPage
from her2guide.ui.pages.found import ItemPage, ToldPage
from her2guide.wizard.session import START
from tests.intake import fhir_records as fhir
from tests.ui.report_people import SKIP, USE, WORD, lines
from tests.ui.window_people import TODAY, go_on, press, settle

MORE = {"reader": "caregiver"}


def window_of(draft: dict[str, object], tmp_path: Path) -> MainWindow:
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(draft))
    window = build_app([], replace(read_opening([str(path)]), today=TODAY)).window  # type: ignore[attr-defined]
    settle()
    assert isinstance(window, MainWindow)
    return window


@pytest.fixture
def draft() -> dict[str, object]:
    made = draft_of(fhir.read(fhir.ihc(), fhir.fish()))
    assert made is not None
    return {**made, **MORE}


def test_a_draft_is_no_answers_of_a_window(draft: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(draft))
    opening = read_opening([str(path)])
    assert opening.answers is None
    assert opening.draft is not None
    path.write_text(json.dumps({"schema": 1, "confirmed": True}))
    assert read_opening([str(path)]).draft is None


def test_each_value_stands_beside_its_lines_and_is_used_only_when_the_person_says_so(
    draft: dict[str, object], tmp_path: Path, app: QApplication
) -> None:
    window = window_of(draft, tmp_path)
    assert isinstance(window.page, ToldPage)
    assert window.page.title == WORD("own-report.draft")
    assert window.visit.answers == Answers(reader=Reader.CAREGIVER)
    go_on(window)
    quotes = draft["quotes"]
    assert isinstance(quotes, dict)
    assert isinstance(window.page, ItemPage)
    assert lines(window) == quotes["her2.ihc"]
    press(window, USE)
    press(window, SKIP)
    while isinstance(window.page, ItemPage):
        press(window, SKIP)
    go_on(window)
    assert window.trips.reporting is None
    assert window.visit.answers == Answers(reader=Reader.CAREGIVER, her2=Her2Result(ihc=IhcScore.TWO_PLUS))
    assert window.visit.session.place != START


def test_whoever_skips_everything_has_taken_nothing(
    draft: dict[str, object], tmp_path: Path, app: QApplication
) -> None:
    window = window_of(draft, tmp_path)
    go_on(window)
    while isinstance(window.page, ItemPage):
        press(window, SKIP)
    go_on(window)
    assert window.visit.answers == Answers(reader=Reader.CAREGIVER)


def test_what_the_records_say_twice_is_shown_with_no_way_to_use_it(tmp_path: Path, app: QApplication) -> None:
    made = draft_of(fhir.read(fhir.ihc(fhir.TWO_PLUS), fhir.ihc(fhir.THREE_PLUS)))
    assert made is not None
    window = window_of(made, tmp_path)
    go_on(window)
    assert isinstance(window.page, ItemPage)
    assert USE not in [words for words, _ in (window.page.primary, *window.page.others)]
    assert len(lines(window)) == 2


def test_a_test_that_is_still_to_come_can_be_taken_as_that(tmp_path: Path, app: QApplication) -> None:
    window = window_of({"schema": 1, "confirmed": False, "her2": {"ihc": "2+", "ish": "pending"}}, tmp_path)
    go_on(window)
    press(window, USE)
    press(window, USE)
    go_on(window)
    assert window.visit.answers.her2 == Her2Result(ihc=IhcScore.TWO_PLUS, ish=IshResult.PENDING)


def test_a_draft_without_anything_leads_to_the_start(tmp_path: Path, app: QApplication) -> None:
    assert isinstance(window_of({"schema": 1, "confirmed": False}, tmp_path).page, StartPage)
