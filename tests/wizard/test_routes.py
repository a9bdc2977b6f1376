"""Who is asked what: the course questions in full, every other condition by its table."""

from functools import cache

import pytest

from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.derive import derive
from her2guide.model.errors import AnswersError
from her2guide.model.logic import Condition, State, evaluate
from her2guide.model.profile import profile
from her2guide.model.terms import Her2Category, IhcScore, Insurance, IshResult, MembraneStaining, Setting, YesNo
from her2guide.model.topics import TopicRule, topics_with_section, view_topics
from her2guide.wizard.check_view import check_view
from her2guide.wizard.entries import Entry
from her2guide.wizard.fields import value_at, with_value
from her2guide.wizard.flow import FLOW, QUESTIONS
from her2guide.wizard.needs import gene_test_matters
from her2guide.wizard.pages import Circumstances, Kind
from her2guide.wizard.route import prune, walk
from her2guide.wizard.session import CHECK, change, look_through, restart, start, submit
from tests.people import cells, open_fields
from tests.wizard.visits import COURSE, HOME, KIOSK, LIBRARY, PAGES, asked, bases, course_pages, ends, one, texts, visit

MONEY = ("household", "income", "work")
METASTATIC = {"setting": "metastatic"}
EARLY = {"setting": "early"}
POSITIVE, LOW = {"her2-score": "3+"}, {"her2-score": "1+"}
BOTH_NEGATIVE = {"estrogen": "negative", "progesterone": "negative"}

# What is asked because a step can be marked by it alone; every other answer that marks a step has a use of its own.
ASKED_FOR_STEPS = {
    "steps-hormone-receptor-positive": {"cdk46"},
    "steps-triple-negative": {"chemotherapy_metastatic"},
}

# What someone says, and the questions about the course they then get. Whatever is not said here is "I'm not sure".
COURSES: dict[str, tuple[dict[str, str], list[str]]] = {
    "nothing known": ({}, []),
    "result known, setting not": (POSITIVE, []),
    "setting known, result not": (METASTATIC, []),
    "setting not said": ({**POSITIVE, "setting": "rather_not_say"}, []),
    "in situ": ({**POSITIVE, "setting": "in_situ"}, []),
    "a gene test still to come": ({"her2-score": "2+", "gene-test": "pending", **METASTATIC}, []),
    "two results that do not match": ({"her2-score": "1+", "gene-test": "amplified", **METASTATIC}, []),
    "positive, metastatic": (
        {**POSITIVE, **METASTATIC},
        ["chemotherapy", "her2-medicine", "back-after-her2-medicine"],
    ),
    "positive, metastatic, after HER2 medicine": (
        {**POSITIVE, **METASTATIC, "chemotherapy": "no", "her2-medicine": "yes"},
        ["chemotherapy", "her2-medicine"],
    ),
    "positive, metastatic, after chemotherapy": (
        {**POSITIVE, **METASTATIC, "chemotherapy": "yes", "her2-medicine": "no"},
        ["chemotherapy", "her2-medicine", "back-after-her2-medicine"],
    ),
    "positive, early, surgery ahead": ({**POSITIVE, **EARLY, "surgery": "planned"}, ["surgery", "stage"]),
    "positive, early, surgery done": ({**POSITIVE, **EARLY, "surgery": "done"}, ["surgery", "cancer-left"]),
    "positive, early, no surgery": ({**POSITIVE, **EARLY, "surgery": "not_planned"}, ["surgery"]),
    "positive, early, surgery not decided": ({**POSITIVE, **EARLY, "surgery": "not_decided"}, ["surgery", "stage"]),
    "positive, early, surgery not sure": ({**POSITIVE, **EARLY}, ["surgery", "stage", "cancer-left"]),
    "low, early": ({**LOW, **EARLY, "estrogen": "positive"}, ["surgery"]),
    "negative, early": ({"her2-score": "negative", **EARLY}, ["surgery"]),
    "result not known, locally advanced": ({"setting": "locally_advanced"}, ["surgery"]),
    "a gene test still to come, early": ({"her2-score": "2+", "gene-test": "pending", **EARLY}, ["surgery"]),
    "low, hormone receptor-positive, metastatic": (
        {**LOW, **METASTATIC, "estrogen": "positive"},
        ["hormone-therapy", "growth", "chemotherapy", "back-after-chemotherapy"],
    ),
    "low, hormone receptor-positive, hormone therapy given": (
        {**LOW, **METASTATIC, "estrogen": "positive", "hormone-therapy": "yes"},
        ["hormone-therapy", "growth", "cdk46", "chemotherapy", "back-after-chemotherapy"],
    ),
    "low, hormone receptor-positive, no hormone therapy": (
        {**LOW, **METASTATIC, "estrogen": "positive", "hormone-therapy": "no"},
        ["hormone-therapy", "chemotherapy", "back-after-chemotherapy"],
    ),
    "low, hormone receptor-positive, chemotherapy given": (
        {**LOW, **METASTATIC, "estrogen": "positive", "chemotherapy": "yes"},
        ["hormone-therapy", "growth", "chemotherapy"],
    ),
    "low, both receptors negative, metastatic": (
        {**LOW, **METASTATIC, **BOTH_NEGATIVE},
        ["chemotherapy", "back-after-chemotherapy", "immunotherapy"],
    ),
    "no staining, both receptors negative, metastatic": (
        {"her2-score": "0", "her2-staining": "none", **METASTATIC, **BOTH_NEGATIVE},
        ["chemotherapy", "immunotherapy"],
    ),
    "no staining, hormone receptor-positive, metastatic": (
        {"her2-score": "0", "her2-staining": "none", **METASTATIC, "estrogen": "positive"},
        ["hormone-therapy", "chemotherapy"],
    ),
    "no staining, hormone receptor-positive, hormone therapy given": (
        {"her2-score": "0", "her2-staining": "none", **METASTATIC, "estrogen": "positive", "hormone-therapy": "yes"},
        ["hormone-therapy", "cdk46", "chemotherapy"],
    ),
    "ultralow, hormone receptor-positive, metastatic": (
        {"her2-score": "0", "her2-staining": "faint", **METASTATIC, "estrogen": "positive"},
        ["hormone-therapy", "growth", "chemotherapy"],
    ),
}


@cache
def all_ends() -> tuple[Answers, ...]:
    return tuple(end for base in bases() for end in ends(base))


@pytest.mark.parametrize("person", COURSES)
def test_each_person_gets_only_the_course_questions_that_their_open_uses_need(person: str) -> None:
    said, wanted = COURSES[person]
    assert [page for page in asked(said) if page in COURSE] == wanted


def test_there_are_many_ways_through_the_course() -> None:
    assert len(all_ends()) > 500


def test_a_question_nobody_was_asked_could_not_have_changed_which_uses_get_a_page() -> None:
    for answers in all_ends()[::4]:
        shown = {page.id for page in course_pages(answers)}
        before = _own_pages(answers)
        for page in (PAGES[name] for name in COURSE if name not in shown):
            for value in {choice.value for choice in page.choices}:
                changed = with_value(answers, page.field, value)
                if _stands(page.field, changed):
                    assert _own_pages(changed) == before, (page.id, value, answers)


def _stands(field: str, answers: Answers) -> bool:
    """Return whether an answer is taken as it is, and nothing else is guessed from it."""
    try:
        derived, _ = derive(answers)
    except AnswersError:
        return False
    stated = answers.treatments.endocrine_metastatic
    return value_at(derived, field) == value_at(answers, field) and derived.treatments.endocrine_metastatic is stated


def _own_pages(answers: Answers) -> tuple[str, ...]:
    person = profile(answers)
    return topics_with_section(view_topics(LIBRARY.rules, person), person)


def test_each_course_question_that_is_asked_is_one_that_an_open_use_a_suggested_question_or_a_step_names() -> None:
    for answers in bases():
        named = set(open_fields(profile(answers), LIBRARY))
        if answers.setting in (Setting.EARLY, Setting.LOCALLY_ADVANCED):
            named.add("surgery")  # some suggested questions are for before it, and some for after it
        for path in LIBRARY.step_paths:
            if evaluate(path.who, profile(answers)) is State.MET:
                named |= ASKED_FOR_STEPS.get(path.id, set())
        assert {page.field.rpartition(".")[2] for page in course_pages(answers)} <= named


@pytest.mark.parametrize(("surgery", "ask"), [("done", "after-surgery"), ("planned", "before-surgery")])
def test_surgery_is_asked_where_it_puts_a_question_into_the_guide(surgery: str, ask: str) -> None:
    answers = visit({**LOW, **EARLY, "surgery": surgery}).answers
    person = profile(answers)
    met = {name for name, each in LIBRARY.asks.items() if evaluate(each.when, person) is State.MET}
    assert met & {"before-surgery", "after-surgery"} == {ask}


def test_no_way_through_leaves_answers_that_have_to_be_dropped_or_that_disagree() -> None:
    for answers in all_ends():
        _, notices = derive(answers)
        assert {notice.id for notice in notices} <= {"progressed-set-to-no", "endocrine-set-to-yes"}


def test_answers_on_the_route_are_kept_as_they_are() -> None:
    for answers in all_ends()[::10]:
        kept = prune(answers, HOME)
        assert kept == prune(kept, HOME)
        assert (kept.treatments, kept.surgery, kept.stage_2_or_3, kept.pd1_option, kept.her2) == (
            answers.treatments,
            answers.surgery,
            answers.stage_2_or_3,
            answers.pd1_option,
            answers.her2,
        )


def test_going_on_never_brings_up_a_question_behind() -> None:
    for said, _ in COURSES.values():
        places = asked(said)
        order = [page.id for page in QUESTIONS if page.id in places]
        assert places == order


def test_hormone_therapy_that_was_never_given_cannot_be_said_to_have_failed() -> None:
    file = Answers(
        her2=Her2Result(ihc=IhcScore.ONE_PLUS),
        setting=Setting.METASTATIC,
        treatments=Treatments(endocrine_metastatic=YesNo.NO, progressed_on_endocrine_metastatic=YesNo.YES),
    )
    with pytest.raises(AnswersError):
        derive(file)
    kept = start(HOME, file).answers
    assert kept.treatments == Treatments(endocrine_metastatic=YesNo.NO)
    assert derive(kept)


def test_an_answer_that_would_be_dropped_is_not_asked_for() -> None:
    """No use of today asks someone with early cancer about metastatic treatment; a later one might."""
    later = TopicRule(
        "later",
        "capecitabine",
        (
            Condition("early-or-local", all=("early-or-local",)),
            Condition("none-yet", none=("chemotherapy-metastatic",)),
        ),
    )
    around = Circumstances((later,))
    assert not set(COURSE) & set(asked({**POSITIVE, **EARLY}, around))
    assert "chemotherapy" in asked({**POSITIVE, "setting": "locally_advanced"}, around)


def test_a_question_comes_with_the_first_use_that_names_it() -> None:
    assert "cdk46" not in asked({**POSITIVE, **EARLY})
    later = TopicRule("later", "capivasertib", (Condition("cdk46", all=("cdk46",)),))
    assert [page for page in asked({**POSITIVE, **EARLY}, Circumstances((later,))) if page in COURSE] == ["cdk46"]


def test_a_course_answer_of_a_file_is_kept_and_can_be_changed_where_it_stands_beside_the_others() -> None:
    file = Answers(
        her2=Her2Result(ihc=IhcScore.ONE_PLUS),
        setting=Setting.EARLY,
        treatments=Treatments(
            cdk46=YesNo.YES,
            recurrence_within_6_months_of_adjuvant_chemotherapy=YesNo.NO,
            chemotherapy_metastatic=YesNo.YES,  # nobody has that with early cancer
        ),
    )
    session = look_through(HOME, file)
    kept = Treatments(cdk46=YesNo.YES, recurrence_within_6_months_of_adjuvant_chemotherapy=YesNo.NO)
    assert session.answers.treatments == kept
    assert {"cdk46", "back-after-chemotherapy"} <= {row.change for row in check_view(session, LIBRARY).rows}
    changed = submit(change(session, "cdk46"), one("not_sure"))
    assert changed.answers.treatments.cdk46 is YesNo.NOT_SURE
    assert restart(session).around == HOME


def test_the_gene_test_is_asked_wherever_the_table_says_it_can_change_something() -> None:
    for cell in cells():
        assert gene_test_matters(cell)
    for score in PAGES["her2-score"].choices:
        assert "gene-test" in asked({"her2-score": score.id})


@pytest.mark.parametrize("score", [choice.id for choice in PAGES["her2-score"].choices])
def test_staining_is_asked_only_under_a_score_of_0(score: str) -> None:
    assert ("her2-staining" in asked({"her2-score": score})) is (score == "0")


@pytest.mark.parametrize(
    ("score", "gene_test", "there_is_one"),
    [
        ("not_sure", "not_sure", False),
        ("not_sure", "not_done", False),
        ("not_sure", "pending", True),
        ("not_sure", "amplified", True),
        ("indeterminate", "not_sure", True),
        ("0", "not_sure", True),
    ],
)
def test_details_and_other_results_are_asked_only_beside_a_result(
    score: str, gene_test: str, there_is_one: bool
) -> None:
    places = asked({"her2-score": score, "gene-test": gene_test})
    for page in ("her2-details", "newest", "other-results"):
        assert (page in places) is there_is_one


def test_the_result_the_person_means_is_the_one_the_table_gives() -> None:
    answers = visit({"her2-score": "0", "her2-staining": "faint"}).answers
    assert answers.her2.membrane_staining is MembraneStaining.FAINT
    assert answers.her2.ish is IshResult.NOT_SURE
    assert profile(answers).category is Her2Category.ULTRALOW


@pytest.mark.parametrize("insurance", [*Insurance, None])
def test_questions_about_cover_follow_the_kind_of_cover(insurance: Insurance | None) -> None:
    places = asked({"insurance": insurance.value} if insurance else {})
    assert ("medigap" in places) is (insurance is Insurance.MEDICARE)
    assert ("lost-coverage" in places) is (insurance in (Insurance.NONE, Insurance.NOT_SURE))
    assert ("household" in places) is (insurance is not None)
    assert "income" not in places


@pytest.mark.parametrize("insurance", Insurance)
def test_a_kiosk_asks_nothing_of_household_income_or_work(insurance: Insurance) -> None:
    said: dict[str, Entry | str] = {"insurance": insurance.value, "household": texts(household_size="2")}
    assert not {*MONEY} & {*asked(said, KIOSK)}
    assert {*MONEY} <= {*asked(said, HOME)}


def test_a_kiosk_drops_household_income_and_work_from_answers_it_is_given() -> None:
    said: dict[str, Entry | str] = {
        "insurance": "employer",
        "household": texts(household_size="2"),
        "income": "<=138",
        "work": "working",
    }
    answers = visit(said, HOME).answers
    assert None not in (answers.household_size, answers.income_band, answers.employment)
    kept = start(KIOSK, answers).answers
    assert (kept.household_size, kept.income_band, kept.employment) == (None, None, None)


def test_income_is_asked_only_once_it_can_be_told_in_dollars_for_the_household() -> None:
    said: dict[str, Entry | str] = {"insurance": "employer", "household": texts(household_size="2")}
    assert "income" in asked(said)
    without_line = Circumstances(LIBRARY.rules)
    assert not {"household", "income"} & {*asked(said, without_line)}


def test_questions_about_paying_are_optional_and_after_all_others_but_how_to_read() -> None:
    paying = ("insurance", "medigap", "lost-coverage", "household", "income", "work", "travel")
    ids = [page.id for page in QUESTIONS]
    assert tuple(ids[-9:]) == (*paying, "length-of-life", "numbers")
    assert all(PAGES[page].optional for page in paying)


def test_whether_numbers_are_wanted_is_the_last_question_before_the_check_page() -> None:
    ids = [page.id for page in FLOW]
    assert ids[ids.index(CHECK) - 1] == "numbers"


def test_every_answer_has_one_question_but_language_confirmation_and_notes() -> None:
    asked_fields = [path for page in QUESTIONS for path in page.fields]
    assert len(asked_fields) == len(set(asked_fields))
    plain = {path.partition(".")[0] for path in asked_fields}
    assert set(Answers.__slots__) - plain == {"language", "confirmed", "counselor_notes"}
    for group, record in (("her2", Her2Result), ("treatments", Treatments), ("contacts", type(Answers().contacts))):
        assert {path.partition(".")[2] for path in asked_fields if path.startswith(f"{group}.")} == set(
            record.__slots__
        )


def test_what_no_page_asks_for_is_kept() -> None:
    answers = Answers(language="en", confirmed=True, counselor_notes="bring the scan")
    assert walk(answers, HOME)[1] == answers


def test_only_a_question_with_one_choice_is_required() -> None:
    for page in QUESTIONS:
        assert page.optional or page.kind is Kind.ONE_OF
