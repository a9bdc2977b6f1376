"""A visit goes on behind a report: what was confirmed is not asked again and can be changed."""

from her2guide.intake.findings import Reading, ReportField
from her2guide.model.answers import Answers
from her2guide.model.terms import IhcScore, Reader
from her2guide.wizard.confirming import Round, answered, begin, confirmed, skip, use
from her2guide.wizard.fields import value_at
from her2guide.wizard.from_report import items
from her2guide.wizard.pages import Kind
from her2guide.wizard.session import (
    CHECK,
    START,
    Session,
    Stage,
    entry_of,
    forward,
    progress,
    question_at,
    start,
    submit,
    take,
    unseen,
)
from her2guide.wizard.session import back as step_back
from her2guide.wizard.session import change as to_change
from tests.wizard.readings import ER, IHC, ISH, PR, RATIO, found, reading
from tests.wizard.visits import HOME, one


def all_used(whole: Reading) -> Round:
    here = begin(items(whole))
    while not here.closed:
        here = use(here) if here.item.offer is not None else skip(here)
    return here


def taken(whole: Reading, before: Session | None = None) -> Session:
    here = all_used(whole)
    session = before or start(HOME)
    return take(session, confirmed(here, session.answers), answered(here))


WHOLE = reading({IHC: found("2+"), ISH: found("not_amplified"), RATIO: found("1.2"), ER: found("positive")})


def way(session: Session, **said: str) -> list[str]:
    """Return the questions a person is asked from here to the check page."""
    asked = []
    while session.place != CHECK:
        page = question_at(session, session.place)
        asked.append(page.id)
        entry = entry_of(session, page)
        if page.kind is Kind.ONE_OF and not entry.chosen:
            entry = one(said.get(page.id, page.choices[-1].id))
        session = submit(session, entry)
    return asked


def test_the_visit_goes_on_at_the_first_open_question_and_asks_nothing_again() -> None:
    session = taken(WHOLE)
    assert session.place == "reader"
    asked = way(session)
    assert not {"her2-score", "gene-test", "her2-details", "estrogen"} & set(asked)
    assert {"newest", "progesterone", "setting"} <= set(asked)


def test_the_count_tells_of_the_open_questions_alone_and_never_goes_up() -> None:
    session = taken(WHOLE)
    last = 0
    while session.place != CHECK:
        here = progress(session)
        assert here.stage is Stage.QUESTION
        assert here.number == last + 1
        last, page = here.number, question_at(session, session.place)
        entry = entry_of(session, page)
        if page.kind is Kind.ONE_OF and not entry.chosen:
            entry = one(page.choices[-1].id)
        after = submit(session, entry)
        if after.place != CHECK:
            again = submit(step_back(after), entry)
            assert progress(again).total <= progress(after).total
        session = after
    assert last == here.total


def test_back_leads_past_what_the_report_answered() -> None:
    session = submit(taken(WHOLE), one("patient"))
    assert session.place == "newest"
    assert step_back(session).place == "reader"
    assert step_back(step_back(session)).place == START


def test_what_was_confirmed_can_be_changed_from_the_check_page_and_brings_up_what_it_needs() -> None:
    session = taken(WHOLE)
    while session.place != CHECK:
        page = question_at(session, session.place)
        entry = entry_of(session, page)
        session = submit(session, entry if entry.chosen or page.optional else one(page.choices[-1].id))
    there = to_change(session, "her2-score")
    assert entry_of(there, question_at(there, "her2-score")).chosen == ("2+",)
    assert progress(there).number <= progress(there).total
    changed = submit(there, one("0"))
    assert changed.answers.her2.ihc is IhcScore.ZERO
    assert changed.place == "her2-staining"


def test_a_confirmed_answer_whose_question_is_not_asked_is_pruned_like_any_other() -> None:
    alone = take(start(HOME), Answers(), frozenset())
    assert alone.answers == Answers()
    answers = confirmed(all_used(reading({RATIO: found("1.2")})), Answers())
    assert value_at(answers, "her2.ish_ratio") == "1.2"
    session = take(start(HOME), answers, frozenset({"her2-details"}))
    assert session.answers.her2.ish_ratio is None
    assert session.from_report == frozenset()


def test_a_percent_without_its_receptor_stands_in_the_question_that_is_asked() -> None:
    session = taken(reading({ReportField.ESTROGEN_PERCENT: found("95")}))
    assert session.from_report == frozenset()
    assert "estrogen" in unseen(session)
    assert session.answers.estrogen_percent == "95"


def test_a_report_brought_later_replaces_only_what_was_confirmed() -> None:
    session = forward(start(HOME))
    session = submit(submit(session, one("patient")), one("1+"))
    after = taken(reading({PR: found("negative")}), session)
    assert after.answers.her2.ihc is IhcScore.ONE_PLUS
    assert after.answers.reader is Reader.PATIENT
    assert after.answers.progesterone_receptor == "negative"
