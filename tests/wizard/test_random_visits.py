"""Visits in which anything is pressed in any order, and every way of not knowing ends in a guide."""

from datetime import date

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from her2guide.guide.build import build_guide
from her2guide.model.answers import Answers
from her2guide.model.derive import derive
from her2guide.model.terms import IhcScore, IshResult, Setting, Told
from her2guide.wizard.entries import Entry, read
from her2guide.wizard.flow import MATTERS, QUESTIONS
from her2guide.wizard.pages import Circumstances, Kind, QuestionPage, SectionPage
from her2guide.wizard.route import prune
from her2guide.wizard.session import (
    CHECK,
    START,
    answer,
    back,
    change,
    entry_of,
    forward,
    keep,
    open_guide,
    page_at,
    progress,
    questions,
    restart,
    start,
    submit,
    turn_to,
    unseen,
)
from her2guide.wizard.views import page_view
from tests.wizard.visits import HOME, KIOSK, LIBRARY, visit

TODAY = date(2026, 12, 1)
SECTIONS = ("your-result", "about")
TYPED = st.text(max_size=5)


def entries(page: QuestionPage) -> st.SearchStrategy[Entry]:
    """Anything a screen can put in on a page, also nothing."""
    ids = [choice.id for choice in page.choices]
    names = [path.rpartition(".")[2] for path in page.texts]
    typed = st.dictionaries(st.sampled_from(names), TYPED | st.just("2")) if names else st.just({})
    parts: dict[str, st.SearchStrategy[object]] = {"texts": typed.map(lambda found: tuple(found.items()))}
    match page.kind:
        case Kind.ONE_OF:
            parts["chosen"] = st.lists(st.sampled_from(ids), min_size=1, max_size=1).map(tuple) | st.just(())
        case Kind.MANY_OF:
            parts["chosen"] = st.lists(st.sampled_from(ids), unique=True, max_size=3).map(tuple)
        case Kind.TEXTS | Kind.RANKED:
            parts["lines"] = st.lists(TYPED | st.sampled_from(MATTERS), max_size=3).map(tuple)
        case Kind.MEDICINES:
            medicine = st.sampled_from(list(LIBRARY.treatments))
            said = st.dictionaries(medicine, st.sampled_from([word.value for word in Told]), max_size=3)
            parts["told"] = said.map(lambda found: tuple(found.items()))
        case Kind.RESULTS:
            result = st.fixed_dictionaries(
                {}, optional={"ihc": st.sampled_from([each.value for each in IhcScore]), "date": TYPED}
            )
            parts["results"] = st.lists(result.map(lambda found: tuple(found.items())), max_size=2).map(tuple)
    return st.builds(Entry, **parts)


class Visit(RuleBasedStateMachine):
    """Someone who presses whatever can be pressed."""

    @initialize(around=st.sampled_from((HOME, KIOSK)))
    def begin(self, around: Circumstances) -> None:
        self.session = start(around)

    @rule()
    def press_continue(self) -> None:
        self.session = forward(self.session)

    @rule()
    def press_back(self) -> None:
        self.session = back(self.session)

    @precondition(lambda self: isinstance(page_at(self.session, self.session.place), QuestionPage))
    @rule(data=st.data())
    def put_in(self, data: st.DataObject) -> None:
        page = page_at(self.session, self.session.place)
        assert isinstance(page, QuestionPage)
        self.session = answer(self.session, page.id, data.draw(entries(page)))

    @rule(data=st.data())
    def answer_all_that_wait(self, data: st.DataObject) -> None:
        """Get to the check page, so that what lies behind it is tried as well."""
        self.session = forward(self.session) if self.session.place == START else self.session
        for _ in range(100):
            page = page_at(self.session, self.session.place)
            if not isinstance(page, QuestionPage):
                return
            entry = Entry() if self.session.problems else entry_of(self.session, page)
            if page.kind is Kind.ONE_OF and not entry.chosen:
                entry = Entry(chosen=(data.draw(st.sampled_from(page.choices)).id,))
            self.session = submit(self.session, entry)
        pytest.fail("it went round in circles")

    @precondition(lambda self: self.session.place == CHECK)
    @rule(data=st.data())
    def press_change(self, data: st.DataObject) -> None:
        page = data.draw(st.sampled_from(questions(self.session)))
        self.session = change(self.session, page.id)

    @precondition(lambda self: self.session.place == CHECK)
    @rule(data=st.data())
    def change_and_continue(self, data: st.DataObject) -> None:
        page = data.draw(st.sampled_from(questions(self.session)))
        after = submit(change(self.session, page.id), data.draw(entries(page)))
        if not after.problems:
            waiting = unseen(after)
            assert after.place == (waiting[0] if waiting else CHECK)
        self.session = after

    @precondition(lambda self: self.session.place == CHECK)
    @rule()
    def make_the_guide(self) -> None:
        self.session = open_guide(self.session, SECTIONS)

    @precondition(lambda self: self.session.sections)
    @rule(section=st.sampled_from(SECTIONS))
    def turn_to_a_part(self, section: str) -> None:
        self.session = turn_to(self.session, section)
        assert page_at(self.session, self.session.place) == SectionPage(section)

    @precondition(lambda self: isinstance(page_at(self.session, self.session.place), SectionPage))
    @rule()
    def keep_the_guide(self) -> None:
        kept = keep(self.session)
        assert back(kept) == self.session
        self.session = kept

    @rule()
    def start_over(self) -> None:
        self.session = restart(self.session)
        assert self.session == start(self.session.around)

    @invariant()
    def the_place_is_on_the_route(self) -> None:
        assert self.session.place in [page.id for page in self.session.pages]

    @invariant()
    def no_answer_is_a_ghost(self) -> None:
        assert self.session.answers == prune(self.session.answers, self.session.around)
        shown = {page.id for page in questions(self.session)}
        for page in QUESTIONS:
            assert page.id in shown or read(page, self.session.answers) == Entry()
        assert self.session.visited <= shown
        assert {name for name, _ in self.session.said} <= shown

    @invariant()
    def the_answers_never_disagree(self) -> None:
        _, notices = derive(self.session.answers)
        assert {notice.id for notice in notices} <= {
            "progressed-set-to-no",
            "endocrine-set-to-yes",
            "result-not-newest",
        }

    @invariant()
    def a_kiosk_knows_nothing_of_income_household_or_work(self) -> None:
        said = self.session.answers
        if not self.session.around.asks_income:
            assert (said.household_size, said.income_band, said.employment) == (None, None, None)

    @invariant()
    def at_the_check_page_nothing_is_left_to_ask(self) -> None:
        if self.session.place == CHECK or self.session.sections:
            assert unseen(self.session) == ()

    @invariant()
    def the_page_can_be_shown(self) -> None:
        page = page_at(self.session, self.session.place)
        found = progress(self.session)
        assert 0 <= found.number <= found.total
        if isinstance(page, QuestionPage):
            shown = page_view(page, self.session, LIBRARY)
            assert bool(shown.errors) is bool(self.session.problems)


TestVisit = Visit.TestCase
TestVisit.settings = settings(
    max_examples=40, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize("score", list(IhcScore))
@pytest.mark.parametrize("gene_test", [IshResult.NOT_SURE, IshResult.PENDING, IshResult.AMPLIFIED])
@pytest.mark.parametrize("setting", list(Setting))
def test_who_knows_a_result_and_a_setting_and_nothing_else_gets_a_guide(
    score: IhcScore, gene_test: IshResult, setting: Setting
) -> None:
    answers = visit({"her2-score": score.value, "gene-test": gene_test.value, "setting": setting.value}).answers
    document = build_guide(answers, LIBRARY, TODAY).document
    assert document.sections[0].id == "your-result"
    assert set(document.warnings) <= {LIBRARY.word("notice.result-not-newest")}


@pytest.mark.parametrize("around", [HOME, KIOSK], ids=["home", "kiosk"])
def test_who_knows_nothing_and_says_nothing_gets_a_guide_with_what_to_find_out_first(around: Circumstances) -> None:
    session = visit({}, around)
    sections = [section.id for section in build_guide(session.answers, LIBRARY, TODAY).document.sections]
    assert "what-to-find-out-first" in sections
    opened = open_guide(session, tuple(sections))
    assert [page.id for page in opened.pages if page.id.startswith("guide/")] == [f"guide/{each}" for each in sections]


def test_answers_that_say_nothing_at_all_are_those_of_an_empty_file() -> None:
    said = visit({}).answers
    assert (said.reader, said.wants_numbers, said.prognosis, said.medicines) == (None, None, None, ())
    assert said != Answers()
