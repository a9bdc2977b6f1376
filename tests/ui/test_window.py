"""Whole visits through the window by its own widgets."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QWidget

from her2guide.app import Opening, build_app
from her2guide.dialogs import choose_file, choose_report
from her2guide.guide.call_page import known_numbers
from her2guide.guide.document import plain
from her2guide.guide.signs import signs
from her2guide.library.library import Library
from her2guide.model.answers import Answers, ContactDetails, Her2Result
from her2guide.model.terms import IhcScore
from her2guide.output.typed_text import visible
from her2guide.settings import KIOSK
from her2guide.ui.buttons import Button, CallButton
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.call import CallPage
from her2guide.ui.pages.calm import ClearedPage, SignsPage, StartPage
from her2guide.ui.pages.check import CheckPage
from her2guide.ui.pages.guide_blocks import WindowBlocks
from her2guide.ui.pages.section import SectionPage
from her2guide.ui.parts import Contact
from her2guide.ui.signs_panel import signs_blocks, signs_panel
from her2guide.ui.visit import Visit
from her2guide.wizard.session import NOTHING_SAID
from tests.ui.tour import words
from tests.ui.window_people import (
    LIBRARY,
    PEOPLE,
    TODAY,
    go_on,
    no_file,
    opened,
    press,
    primaries,
    put_in,
    question,
    settle,
    to_page,
    walk,
)

DEV, GUS = PEOPLE["dev takes Enhertu"], PEOPLE["gus knows nothing yet"]
CALL, SIGN = LIBRARY.word("window.when-to-call"), LIBRARY.word("window.have-one")


def test_every_page_has_a_way_to_call(app: QApplication) -> None:
    window = opened()
    for _ in walk(window, DEV):
        calls = [each for each in window.findChildren(CallButton) if each.isVisible()]
        assert [each.words for each in calls].count(CALL) == 1


def test_what_was_put_in_reaches_the_answers(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "check")
    answers = window.visit.answers
    assert (answers.her2.ihc, answers.estrogen_percent, answers.her2.specimen) == ("1+", "90", "liver <b>")
    assert str(answers.her2.date) == "2026-10-05"
    assert dict(answers.medicines) == {"trastuzumab-deruxtecan": "taking", "tamoxifen": "had"}
    assert answers.concerns == ("lungs", "work")
    assert answers.matters_most == tuple(DEV["matters-most"])
    assert answers.questions == tuple(DEV["own-questions"])
    assert answers.contacts.after_hours_phone == "555-0199"
    assert answers.wants_numbers is True


def test_further_results_are_kept_beside_the_first(app: QApplication) -> None:
    window = opened()
    to_page(window, PEOPLE["ellen has results that do not match"], "check")
    first, second = window.visit.answers.other_results
    assert (first.ihc, first.specimen, str(first.date), second.ihc) == ("3+", "breast", "2020-02-03", "0")


def test_back_shows_the_question_before_with_its_answer(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "gene-test")
    press(window, "Back")
    assert question(window).id == "her2-score"
    assert question(window).entry().chosen == ("1+",)
    assert window.focusWidget() is window.page.heading


def test_change_leads_to_the_question_and_back_to_the_check_page(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "check")
    press(window, "Change", "Change: Who is reading")
    assert question(window).id == "reader"
    press(window, "Continue")
    assert isinstance(window.page, CheckPage)
    press(window, "Change", "Change: Who is reading")
    press(window, "Back")
    assert isinstance(window.page, CheckPage)


def test_a_changed_answer_that_brings_up_a_question_leads_there_first(app: QApplication) -> None:
    window = opened()
    to_page(window, GUS, "check")
    press(window, "Change", "Change: HER2 score or word")
    put_in(question(window), {"her2-score": "0"})
    go_on(window)
    assert question(window).id == "her2-staining"


def test_continue_without_an_answer_says_what_is_wrong_and_leads_there(app: QApplication) -> None:
    window = opened()
    go_on(window)
    go_on(window)
    page = question(window)
    assert page.id == "reader"
    assert page.summary.isVisible()
    assert page.summary.isAncestorOf(window.focusWidget())
    (link,) = page.summary.links
    assert link.words == LIBRARY.questions.problem["choose"] == page.part.choices.error  # type: ignore[attr-defined]
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is page.part.choices.group.rows[0]  # type: ignore[attr-defined]
    put_in(page, {"reader": "patient"})
    go_on(window)
    assert question(window).id == "her2-score"


def test_a_date_nobody_can_read_is_named_at_its_field_and_kept_to_be_mended(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "her2-details")
    page = question(window)
    page.part.boxes["date"].set_value("yesterday")  # type: ignore[attr-defined]
    go_on(window)
    assert question(window) is page
    assert [link.words for link in page.summary.links] == [LIBRARY.questions.problem["date"]]
    QTest.mouseClick(page.summary.links[0], Qt.MouseButton.LeftButton)
    assert window.focusWidget() is page.part.boxes["date"].edit  # type: ignore[attr-defined]


def test_a_medicine_that_is_ticked_asks_what_is_true_of_it(app: QApplication) -> None:
    window = opened()
    to_page(window, GUS, "medicines")
    page = question(window)
    medicine = page.part.medicines["trastuzumab-deruxtecan"]  # type: ignore[attr-defined]
    medicine.known.rows[0].click()
    go_on(window)
    assert question(window) is page
    assert page.summary.isVisible()
    medicine.known.rows[0].click()
    go_on(window)
    assert window.visit.answers.medicines == ()


def test_what_matters_can_be_put_in_order_and_taken_away(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "matters-most")
    part = question(window).part
    press(window, "Move up", "Move up: My garden")
    press(window, "Remove", "Remove: Feeling well from day to day")
    assert part.entry().lines == ("My garden", "Being there for the people I love")
    assert window.focusWidget() in part.ranks[0].acts  # type: ignore[attr-defined]


@pytest.mark.parametrize("place", ["start", "her2-score", "medicines", "check", "guide/questions", "save"])
def test_clear_and_leave_forgets_everything_at_once(place: str, app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, place)
    press(window, LIBRARY.word("window.clear"))
    assert isinstance(window.page, ClearedPage)
    assert window.visit.answers == NOTHING_SAID
    assert window.visit.document is None
    assert window.stack.count() == 1
    boxes = [*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)]
    assert boxes == []
    assert words(window.page) == [LIBRARY.word("cleared.title"), LIBRARY.word("cleared.lines")]
    go_on(window)
    assert isinstance(window.page, StartPage)


def test_start_over_begins_with_nothing(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "save")
    press(window, LIBRARY.word("window.start-over"))
    assert isinstance(window.page, StartPage)
    assert window.visit.answers == NOTHING_SAID


@pytest.mark.parametrize(
    "place", ["start", "her2-score", "own-questions", "check", "guide/your-result", "guide/lungs", "save"]
)
def test_whom_to_call_is_two_presses_away_and_the_page_below_is_kept(place: str, app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, place)
    page, session = window.page, window.visit.session
    press(window, CALL)
    assert isinstance(window.page, SignsPage)
    assert window.focusWidget() is window.page.heading
    assert not window.footer.call.isVisible()
    press(window, SIGN)
    assert isinstance(window.page, CallPage)
    assert window.focusWidget() is window.page.heading
    assert not [bar for bar in (window.way, window.footer) if bar.isVisible()]
    shown = [each for each in window.top.findChildren(Button) if each.isVisible()]
    assert shown == list(window.top.look)  # it can be made readable, and nothing else is there
    press(window, LIBRARY.word("calling.back"))
    assert window.page is page
    assert window.visit.session is session
    assert window.focusWidget() is page.heading


def test_the_signs_have_the_numbers_that_the_person_gave(app: QApplication) -> None:
    window = opened()
    for place, wanted in (("start", []), ("her2-score", []), ("insurance", ["555-0134", "555-0199"])):
        to_page(window, DEV, place)
        press(window, CALL)
        shown = [each.accessibleName() for each in window.page.findChildren(Contact)]
        assert [name.split(": ")[1] for name in shown] == wanted
        press(window, LIBRARY.word("window.go-on"))


def test_a_number_by_night_alone_is_the_only_one_under_the_signs() -> None:
    answers = replace(NOTHING_SAID, contacts=ContactDetails(clinic_name="Lake clinic", after_hours_phone="555-0199"))
    (numbers,) = known_numbers(answers, LIBRARY)
    assert [plain(number) for _, number in numbers.rows] == ["555-0199"]


def test_when_to_call_goes_on_where_the_person_was_with_what_was_typed(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "clinic")
    press(window, CALL)
    press(window, LIBRARY.word("window.go-on"))
    assert question(window).part.boxes["daytime_phone"].value() == "555-0134"  # type: ignore[attr-defined]


def test_the_call_page_has_own_numbers_what_to_say_and_911(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "guide/your-result")
    press(window, SIGN)
    said = words(window.page)
    assert {"555-0134", "555-0199", LIBRARY.word("signs.emergency"), LIBRARY.word("say.told-to-call")} <= set(said)
    assert any("Enhertu" in each and each.startswith("I take") for each in said)
    press(window, LIBRARY.word("window.clear"))
    assert window.visit.answers == NOTHING_SAID


def test_without_a_number_the_call_page_says_where_to_get_it(app: QApplication) -> None:
    window = opened()
    press(window, SIGN)
    assert words(window.page).count(LIBRARY.word("calling.ask")) == 2
    assert LIBRARY.word("say.which") in words(window.page)


def test_the_signs_of_the_first_page_are_those_of_the_guide(app: QApplication) -> None:
    assert signs_blocks(LIBRARY) == signs(LIBRARY)
    ours, theirs = signs_panel(LIBRARY, print), next(WindowBlocks(LIBRARY, print).widgets(signs(LIBRARY)))
    assert words(ours) == words(theirs)


def test_numbers_and_length_of_life_switch_at_once_and_the_person_stays_there(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "guide/questions")
    go_on(window)
    place = window.visit.session.place
    press(window, LIBRARY.word("window.hide-numbers"))
    assert window.visit.answers.wants_numbers is False
    assert window.visit.session.place == place
    assert window.focusWidget() is window.page.switches["numbers"]  # type: ignore[attr-defined]
    press(window, LIBRARY.word("window.hide-survival"))
    assert window.visit.survival is False
    press(window, LIBRARY.word("window.show-numbers"))
    assert window.visit.answers.wants_numbers is True
    press(window, LIBRARY.word("window.show-survival"))
    assert window.visit.survival is True


def test_a_place_that_cannot_be_written_is_said_and_can_be_tried_again(tmp_path: Path, app: QApplication) -> None:
    window = opened(choose_file=lambda *_: str(tmp_path / "missing" / "guide.pdf"))
    to_page(window, GUS, "save")
    press(window, LIBRARY.word("window.save"))
    assert any("the folder does not exist" in each for each in words(window.page))
    assert primaries(window)[0].isEnabled()


def test_no_file_chosen_writes_nothing(app: QApplication) -> None:
    window = opened(choose_file=lambda *_: "")
    to_page(window, GUS, "save")
    press(window, LIBRARY.word("window.save"))
    assert window.page.note is None  # type: ignore[attr-defined]


def test_without_a_printer_there_is_no_print_button(app: QApplication) -> None:
    window = opened(can_print=False)
    to_page(window, GUS, "save")
    assert [each.words for each in window.footer.buttons] == ["Save", "Start over"]


def test_on_a_shared_machine_no_file_is_offered(app: QApplication) -> None:
    window = MainWindow(LIBRARY, lambda: Visit(LIBRARY, TODAY, KIOSK), no_file, can_print=True)
    window.show()
    settle()
    to_page(window, GUS, "save")
    assert [each.words for each in window.footer.buttons] == ["I’m done"]
    assert [each.words for each in primaries(window)] == ["Print"]


def test_what_a_person_types_is_shown_as_typed_everywhere(app: QApplication) -> None:
    window, said = opened(), PEOPLE["hana types whatever she likes"]
    seen: dict[str, list[str]] = {}
    for page in walk(window, said):
        seen[window.visit.session.place] = words(page)
    assert visible(said["other_medicines"]) in " ".join(seen["check"])
    assert said["own-questions"][0] in " ".join(seen["guide/questions"])
    assert "<a href='x'>call</a>" in " ".join(seen["guide/your-result"])
    press(window, "Back")


def test_the_keyboard_goes_through_a_page_in_the_order_it_is_seen(app: QApplication) -> None:
    window = opened()
    to_page(window, GUS, "her2-score")
    window.page.heading.setFocus()
    stops: list[QWidget] = []
    for _ in range(60):
        here = window.focusWidget()
        assert here is not None
        if here in stops:
            break
        stops.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    names = [each.accessibleName() for each in stops]
    page = question(window)
    order = [page.title, "Why we ask", "Where to find it", "Continue", CALL, LIBRARY.word("window.clear"), "Back"]
    assert [name for name in names if name in order] == order
    QTest.keyClick(stops[0], Qt.Key.Key_Backtab)


def test_text_size_and_colors_go_around_and_say_where_they_are(app: QApplication) -> None:
    window = opened()
    names = []
    for _ in range(4):
        press(window, "Text size")
        names.append(window.top.size_button.accessibleName())
    assert [name.split(" percent")[0].split()[-1] for name in names] == ["130", "160", "200", "100"]
    seen = [window.top.colors.accessibleName()]
    for _ in range(3):
        press(window, window.top.colors.words)
        seen.append(window.top.colors.accessibleName())
    assert [name.split(".")[0] for name in seen] == [
        "Colors: light",
        "Colors: dark",
        "Colors: high contrast",
        "Colors: light",
    ]


def test_enter_in_a_field_goes_on(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "her2-details")
    QTest.keyClick(question(window).part.boxes["specimen"].edit, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    settle()
    assert question(window).id == "newest"


def test_pages_that_are_gone_are_let_go_of(app: QApplication) -> None:
    window = opened()
    for _ in walk(window, DEV):
        assert window.stack.count() == 1
    assert len([each for each in window.findChildren(Button) if each.isVisible()]) < 10


def test_content_that_cannot_be_used_is_said_calmly_and_the_answers_stay(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    from her2guide.library.errors import ContentError

    def fail(*_: object, **_more: object) -> None:
        raise ContentError("x.md", problem="is missing")

    window = opened()
    to_page(window, DEV, "check")
    monkeypatch.setattr("her2guide.guide.build.build_guide", fail)
    go_on(window)
    assert LIBRARY.word("window.not-made") in words(window.page)
    assert primaries(window)[0].isEnabled()
    assert window.visit.answers.matters_most


def test_the_answers_of_a_file_are_looked_at_first(app: QApplication) -> None:
    window = opened()
    to_page(window, DEV, "check")
    visit = Visit(LIBRARY, TODAY, answers=window.visit.answers)
    again = MainWindow(LIBRARY, lambda: visit, no_file, at_start=False, can_print=False)
    again.show()
    settle()
    assert isinstance(again.page, CheckPage)
    go_on(again)
    assert isinstance(again.page, SectionPage)


def test_a_file_that_leaves_things_out_shows_them_as_not_provided_and_goes_on_to_the_guide(app: QApplication) -> None:
    answers = Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS))
    visit = Visit(LIBRARY, TODAY, answers=answers)
    window = MainWindow(LIBRARY, lambda: visit, no_file, at_start=False, can_print=False)
    window.show()
    settle()
    assert LIBRARY.questions.word["not-provided"] in words(window.page)
    go_on(window)
    assert isinstance(window.page, SectionPage)


def test_the_first_page_loads_nothing_heavy_and_is_the_only_window() -> None:
    code = (
        "import sys; from her2guide.app import build_app; app = build_app(['her2guide']); app.processEvents();"
        "heavy = {'reportlab', 'jinja2', 'markdown_it', 'pypdf', 'cryptography', 'pyphen', 'her2guide.intake'};"
        "heavy &= set(sys.modules);"
        "from PySide6.QtWidgets import QMainWindow;"
        "shown = [each for each in app.topLevelWidgets() if each.isVisible()];"
        "assert shown == [app.window] and isinstance(app.window, QMainWindow), shown;"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_start_page_waits_for_no_question_and_the_first_question_for_no_import() -> None:
    code = (
        "import sys; from itertools import islice; from her2guide.app import FIRST_QUESTION, build_app, get_ready;"
        "app = build_app(['her2guide']); app.processEvents();"
        "early = {'her2guide.wizard', 'her2guide.intake', 'her2guide.model.logic', 'her2guide.guide.document'};"
        "early &= set(sys.modules);"
        "[*islice(get_ready(app.window.library), len(FIRST_QUESTION))]; ready = set(sys.modules);"
        "app.window.footer.primary.click(); app.processEvents();"
        "assert app.window.visit.session.place != 'start';"
        "late = {name for name in set(sys.modules) - ready if name.startswith('her2guide')};"
        "heavy = {'reportlab', 'jinja2', 'markdown_it', 'pypdf', 'cryptography', 'pyphen'} & set(sys.modules);"
        "sys.exit(str((early, late, heavy)) if early | late | heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_first_guide_waits_for_no_import_no_content_and_no_page_once_all_is_ready() -> None:
    code = (
        "import sys; from her2guide.app import build_app, get_ready;"
        "from her2guide.guide import templates; from her2guide.library import loader;"
        "from tests.ui.window_people import PEOPLE, to_page;"
        "app = build_app(['her2guide']); window = app.window; app.processEvents(); [*get_ready(window.library)];"
        "to_page(window, PEOPLE['dev takes Enhertu'], 'check');"
        "ready, waited, compiled, read = set(sys.modules), [], templates.compiled, loader.read_text;"
        "loader.read_text = lambda path: waited.append(path.name) or read(path);"
        "known = lambda: compiled.cache_info().misses;"
        "before = [known()];"
        "templates.compiled = lambda text, where: (before.append(known()), compiled(text, where),"
        " waited.append(where) if where.endswith('.md') and known() > before[-1] else None)[1];"
        "window.footer.primary.click();"
        "assert window.visit.document;"
        "waited += [name for name in set(sys.modules) - ready if 'her2guide.ui.' not in name];"
        "sys.exit(str(waited) if waited else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_an_application_that_is_there_already_gets_the_one_window(qapp: QApplication) -> None:
    app = build_app([], Opening(today=TODAY))
    assert app is qapp
    windows = [widget for widget in app.topLevelWidgets() if isinstance(widget, QMainWindow)]
    assert windows == [app.window]  # type: ignore[attr-defined]
    app.window.close()  # type: ignore[attr-defined]
    app.window.deleteLater()  # type: ignore[attr-defined]


def test_a_guide_is_offered_a_neutral_name_with_its_day(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    asked = []
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *call: asked.append(call[2]) or ("", "")
    )
    assert choose_file(None, Library(), TODAY) == ""  # type: ignore[arg-type]
    assert Path(asked[0]).name == f"my-guide-{TODAY.isoformat()}.pdf"


def test_a_report_is_looked_for_among_downloads_by_its_kind(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    asked = []
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *call: asked.append(call[3]) or ("", "")
    )
    assert choose_report(None, Library()) == ""  # type: ignore[arg-type]
    assert {"*.txt", "*.pdf", "*.json", "*.xml", "*.zip"} <= set(re.findall(r"\*\.\w+", asked[0]))
