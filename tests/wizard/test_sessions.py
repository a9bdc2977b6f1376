"""Going on, going back, changing an answer, and how far it says one is."""

from dataclasses import replace

import pytest

from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import IhcScore, MembraneStaining, Setting, YesNo
from her2guide.wizard.check_view import check_view
from her2guide.wizard.entries import Entry, Fault, Problem
from her2guide.wizard.flow import QUESTIONS
from her2guide.wizard.session import (
    CHECK,
    START,
    Progress,
    Session,
    Stage,
    answer,
    back,
    change,
    entry_of,
    forward,
    keep,
    look_through,
    open_guide,
    progress,
    question_at,
    restart,
    route,
    start,
    submit,
    turn_to,
    unseen,
)
from tests.wizard.visits import HOME, LIBRARY, PAGES, one, steps, texts, visit

SECTIONS = ("your-result", "questions", "about")
LOW = {"her2-score": "1+", "setting": "metastatic", "estrogen": "positive"}


def again(session: Session) -> Session:
    """Return the visit after Continue with what stands on the page."""
    return submit(session, entry_of(session, question_at(session, session.place)))


def test_a_visit_begins_at_the_start_page_with_nothing_said() -> None:
    session = start(HOME)
    assert (session.place, session.answers, session.visited) == (START, Answers(), frozenset())
    assert progress(session) == Progress(Stage.START)
    assert back(session) == session


def test_a_required_question_left_empty_stays_with_a_problem_and_any_answer_mends_it() -> None:
    session = forward(start(HOME))
    stuck = forward(session)
    assert (stuck.place, stuck.problems) == (session.place, (Problem(Fault.CHOOSE, "reader"),))
    assert submit(stuck, Entry()).problems == stuck.problems
    mended = submit(stuck, one("rather_not_say"))
    assert (mended.place, mended.problems) == ("her2-score", ())


def test_an_entry_that_cannot_be_used_stays_to_be_mended_and_changes_no_answer() -> None:
    session = next(each for each in steps({"her2-score": "1+"}) if each.place == "her2-details")
    wrong = texts(date="soon", specimen="liver")
    stuck = submit(session, wrong)
    assert (stuck.place, stuck.problems) == ("her2-details", (Problem(Fault.DATE, "date"),))
    assert stuck.answers == session.answers
    assert entry_of(stuck, PAGES["her2-details"]) == wrong
    assert entry_of(back(stuck), PAGES["her2-details"]) == Entry()
    assert submit(stuck, texts(specimen="liver")).answers.her2.specimen == "liver"


def test_an_optional_question_may_be_left_empty() -> None:
    session = next(each for each in steps({}) if each.place == "concerns")
    assert forward(session).place == "matters-most"


def test_what_someone_would_rather_not_say_is_kept_as_not_asked_and_still_shows_as_chosen() -> None:
    session = visit({**LOW, "setting": "rather_not_say"})
    assert session.answers.setting is None
    assert entry_of(session, PAGES["setting"]) == one("rather_not_say")
    assert visit({**LOW, "setting": "not_sure"}).answers.setting is Setting.NOT_SURE


def test_no_medicine_before_surgery_counts_as_no_and_is_not_shown_as_plain_no() -> None:
    said = {"her2-score": "3+", "setting": "early", "surgery": "done", "cancer-left": "no_medicine"}
    session = visit(said)
    assert session.answers.treatments.residual_disease_after_neoadjuvant is YesNo.NO
    assert entry_of(session, PAGES["cancer-left"]) == one("no_medicine")
    plain = answer(session, "cancer-left", one("no"))
    assert plain.answers == session.answers
    assert entry_of(plain, PAGES["cancer-left"]) == one("no")


def test_progress_counts_the_questions_of_the_route() -> None:
    for number, session in enumerate(steps(LOW), 1):
        if session.place != CHECK:
            count = sum(page in QUESTIONS for page in route(session))
            assert progress(session) == Progress(Stage.QUESTION, number, count)
    assert progress(session) == Progress(Stage.CHECK)


@pytest.mark.parametrize("said", [{}, LOW, {"her2-score": "3+", "setting": "locally_advanced"}])
def test_the_total_does_not_change_when_someone_goes_back_and_on_with_the_same_answer(said: dict[str, str]) -> None:
    for session in steps(said):
        if session.place not in (CHECK, "reader"):
            returned = again(back(session))
            assert returned.place == session.place
            assert progress(returned) == progress(session)


def test_the_total_never_rises_while_going_through_again_with_the_same_answers() -> None:
    session = visit(LOW)
    while session.place != "reader":
        session = back(session)
    total = progress(session).total
    while session.place != CHECK:
        assert progress(session).total == total
        session = again(session)


def test_change_and_continue_with_the_same_answer_returns_to_the_check_page() -> None:
    session = visit(LOW)
    for page in session.pages:
        if page in QUESTIONS:
            returned = again(change(session, page.id))
            assert (returned.place, returned.answers) == (CHECK, session.answers)
            assert returned.changing is None


def test_change_goes_through_each_newly_needed_question_and_then_to_the_check_page() -> None:
    session = submit(change(visit(LOW), "her2-score"), one("0"))
    assert session.place == "her2-staining"
    session = submit(session, one("none"))
    assert (session.place, session.answers.her2.membrane_staining) == (CHECK, MembraneStaining.NONE)

    session = submit(change(visit({**LOW, "setting": "not_sure"}), "setting"), one("metastatic"))
    places = []
    while session.place != CHECK:
        places.append(session.place)
        session = submit(session, one("not_sure"))
    assert places == ["hormone-therapy", "growth", "chemotherapy", "back-after-chemotherapy"]


def test_going_back_from_a_change_thought_better_of_returns_to_the_check_page() -> None:
    session = visit(LOW)
    assert back(change(session, "estrogen")) == session


def test_going_back_from_a_newly_needed_question_leads_to_the_page_before_it_and_on_again() -> None:
    session = submit(change(visit(LOW), "her2-score"), one("0"))
    session = back(session)
    assert session.place == "her2-score"
    assert again(session).place == "her2-staining"


def test_emptying_a_required_answer_does_not_slip_past_the_check_page() -> None:
    session = answer(change(visit(LOW), "newest"), "newest", Entry())
    assert unseen(session) == ("newest",)
    assert forward(session).problems
    assert back(session).place != CHECK
    with pytest.raises(ValueError, match="newest"):
        open_guide(session, SECTIONS)


def test_changing_the_score_to_3_forgets_the_staining() -> None:
    session = visit({"her2-score": "0", "her2-staining": "faint"})
    assert session.answers.her2.membrane_staining is MembraneStaining.FAINT
    session = submit(change(session, "her2-score"), one("3+"))
    assert session.answers.her2.membrane_staining is None
    session = submit(change(session, "her2-score"), one("0"))
    assert (session.place, entry_of(session, PAGES["her2-staining"])) == ("her2-staining", Entry())


def test_a_changed_setting_forgets_treatment_answers_and_the_choices_behind_them() -> None:
    said = {"her2-score": "1+", "setting": "metastatic", "back-after-chemotherapy": "none_given"}
    session = visit(said)
    assert dict(session.said)["back-after-chemotherapy"] == ("none_given",)
    session = answer(session, "setting", one("early"))
    assert session.answers.treatments == Answers().treatments
    assert "back-after-chemotherapy" not in dict(session.said)


def test_the_guide_opens_on_its_first_page_and_leads_to_the_save_page() -> None:
    session = visit(LOW)
    assert forward(session) == session
    session = open_guide(session, SECTIONS)
    for number in range(1, len(SECTIONS) + 1):
        assert session.place == f"guide/{SECTIONS[number - 1]}"
        assert progress(session) == Progress(Stage.PART, number, len(SECTIONS))
        session = forward(session)
    assert (session.place, progress(session)) == ("save", Progress(Stage.READY))
    assert forward(session) == session


def test_a_guide_stays_while_nothing_is_changed_and_goes_when_an_answer_is() -> None:
    session = back(open_guide(visit(LOW), SECTIONS))
    assert session.place == CHECK
    assert forward(again(change(session, "newest"))).place == "guide/your-result"
    other = submit(change(session, "newest"), one("yes"))
    assert (other.place, other.sections, forward(other)) == (CHECK, (), other)


def test_numbers_and_length_of_life_can_be_switched_inside_the_guide() -> None:
    session = forward(open_guide(visit(LOW), SECTIONS))
    switched = answer(session, "numbers", one("yes"))
    assert (switched.place, switched.answers.wants_numbers) == (session.place, True)
    assert open_guide(switched, SECTIONS).place == session.place
    left_out = answer(switched, "length-of-life", one("leave_out"))
    assert left_out.sections == SECTIONS


def test_any_part_of_the_guide_can_be_turned_to_and_the_way_goes_on_from_there() -> None:
    session = turn_to(open_guide(visit(LOW), SECTIONS), "questions")
    assert session.place == "guide/questions"
    assert (forward(session).place, back(session).place) == ("guide/about", "guide/your-result")
    with pytest.raises(KeyError):
        turn_to(session, "lungs")
    with pytest.raises(KeyError):
        turn_to(visit(LOW), "questions")


def test_the_guide_can_be_kept_from_any_part_and_back_leads_there() -> None:
    session = keep(open_guide(visit(LOW), SECTIONS))
    assert session.place == "save"
    assert back(session).place == "guide/your-result"
    at_the_end = forward(forward(forward(back(session))))
    assert (at_the_end.place, back(at_the_end).place) == ("save", "guide/about")
    with pytest.raises(KeyError):
        keep(visit(LOW))


def test_any_other_answer_changed_from_inside_the_guide_closes_it() -> None:
    session = answer(open_guide(visit(LOW), SECTIONS), "newest", one("yes"))
    assert (session.place, session.sections, forward(session).place) == ("newest", (), CHECK)


def test_start_over_wipes_everything_but_the_language() -> None:
    session = visit({**LOW, "clinic": texts(clinic_name="Lake Clinic")})
    session = restart(replace(session, answers=replace(session.answers, language="en")))
    assert session == start(HOME, Answers(language="en"))


FILE = Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS, specimen="liver"), setting=Setting.METASTATIC)


def test_a_file_is_looked_through_first_and_what_it_leaves_out_stands_as_not_provided() -> None:
    session = look_through(HOME, FILE)
    assert (session.place, session.answers) == (CHECK, FILE)
    rows = {row.change: row.provided for row in check_view(session, LIBRARY).rows}
    assert list(rows) == [page.id for page in session.pages if page.id in PAGES]
    assert {name for name, provided in rows.items() if provided} == {"her2-score", "her2-details", "setting"}


def test_a_file_that_leaves_things_out_leads_straight_to_the_guide() -> None:
    session = look_through(HOME, FILE)
    assert unseen(session) == ()
    assert open_guide(session, SECTIONS).place == "guide/your-result"
    assert open_guide(look_through(HOME, Answers()), SECTIONS).place == "guide/your-result"


def test_what_a_file_leaves_out_can_be_added_and_then_leads_back_to_the_check_page() -> None:
    session = change(look_through(HOME, FILE), "estrogen")
    assert forward(session).problems
    assert back(session).place == CHECK
    added = submit(session, one("positive"))
    assert (added.place, unseen(added)) == (CHECK, ())


def test_a_question_that_a_changed_answer_of_a_file_brings_up_is_asked_first() -> None:
    session = submit(change(look_through(HOME, FILE), "her2-score"), one("0"))
    assert (session.place, unseen(session)) == ("her2-staining", ("her2-staining",))
    assert submit(session, one("not_sure")).place == CHECK


def test_a_page_that_is_not_on_the_route_can_be_neither_answered_nor_changed() -> None:
    session = visit(LOW)
    for step in (lambda: answer(session, "her2-staining", one("none")), lambda: change(session, "her2-staining")):
        with pytest.raises(KeyError):
            step()


def test_a_session_printed_by_mistake_tells_nothing_of_the_person() -> None:
    session = visit({**LOW, "own-questions": Entry(lines=("canary",))})
    shown = repr(session)
    assert "canary" not in shown
    assert "metastatic" not in shown
