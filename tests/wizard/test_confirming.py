"""The round through a report: what is used or changed is taken, and nothing else, whatever the report says."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from her2guide.intake.findings import Finding, Reading, ReportField, SpecimenResult, Status
from her2guide.model.answers import Answers
from her2guide.model.terms import IhcScore, IshResult, MembraneStaining, Reader
from her2guide.wizard import confirming
from her2guide.wizard.confirming import Round, answered, back, begin, change, confirmed, count, skip, use
from her2guide.wizard.entries import Entry, Fault
from her2guide.wizard.flow import QUESTIONS
from her2guide.wizard.from_report import candidates, items
from her2guide.wizard.report_view import change_view, item_view, taken_rows
from her2guide.wizard.session import (
    start,
    take,
)
from tests.wizard.readings import ER, IHC, ISH, PENDING, STAINING, conflict, found, reading
from tests.wizard.visits import HOME, LIBRARY, one, texts

ZERO = reading({IHC: found("0"), STAINING: found("faint<=10%"), ER: found("positive")})
PATHS = [path for page in QUESTIONS for path in page.fields]


def set_in(answers: Any, prefix: str = "") -> dict[str, object]:
    """Return every answer that is set, by path."""
    found: dict[str, object] = {}
    for each in fields(answers):
        value = getattr(answers, each.name)
        if is_dataclass(value) and not isinstance(value, type):
            found |= set_in(value, f"{prefix}{each.name}.")
        elif value not in (None, ()):
            found[f"{prefix}{each.name}"] = value
    return found


def test_before_anything_is_pressed_nothing_is_taken() -> None:
    here = begin(items(ZERO))
    assert here.taken == ()
    assert confirmed(here, Answers()) == Answers()
    assert answered(here) == frozenset()


def test_use_takes_what_is_offered_and_skip_leaves_a_blank() -> None:
    here = skip(use(use(begin(items(ZERO)))))
    assert here.closed
    assert set_in(confirmed(here, Answers())) == {
        "her2.ihc": IhcScore.ZERO,
        "her2.membrane_staining": MembraneStaining.FAINT,
    }


def test_change_takes_the_persons_own_answer() -> None:
    here, problems = change(begin(items(ZERO)), one("2+"))
    assert problems == ()
    assert confirmed(here, Answers()).her2.ihc is IhcScore.TWO_PLUS
    assert here.item.path == "estrogen_receptor", "staining is under a score of 0 alone"


def test_who_changes_the_score_after_using_the_staining_keeps_no_staining() -> None:
    here = back(use(use(begin(items(ZERO)))))
    assert here is not None
    before = back(here)
    assert before is not None
    again, _ = change(before, one("not_sure"))
    assert set_in(confirmed(again, Answers())) == {"her2.ihc": IhcScore.NOT_SURE}


def test_skip_takes_back_what_was_used_before() -> None:
    before = back(use(begin(items(ZERO))))
    assert before is not None
    assert skip(before).taken == ()


def test_change_without_a_choice_or_with_a_date_nobody_can_read_says_so_and_takes_nothing() -> None:
    here = begin(items(ZERO))
    same, problems = change(here, Entry())
    assert (same, [problem.fault for problem in problems]) == (here, [Fault.CHOOSE])
    result = SpecimenResult("Left breast", date(2026, 10, 5), {})
    here = skip(skip(begin(items(reading({IHC: found("1+")}, (result,))))))
    assert here.item.path == "her2.date"
    same, problems = change(here, texts(date="soon"))
    assert (same, [problem.fault for problem in problems]) == (here, [Fault.DATE])
    changed, _ = change(here, texts(date="10/06/2026"))
    assert confirmed(changed, Answers()).her2.date == date(2026, 10, 6)
    changed, _ = change(here, Entry())
    assert changed.taken == ()


def test_what_offers_nothing_cannot_be_used() -> None:
    here = begin(items(reading({IHC: conflict()})))
    with pytest.raises(ValueError, match=r"her2\.ihc"):
        use(here)


def test_what_is_only_still_to_come_is_told_and_not_asked() -> None:
    here = begin(items(reading({IHC: PENDING, ISH: PENDING})))
    assert here.item.path == "her2.ish"
    assert confirmed(use(here), Answers()).her2.ish is IshResult.PENDING
    assert [item.path for item in confirming.waiting(here.items)] == ["her2.ihc"]
    assert begin(items(reading({IHC: PENDING}))).closed


def test_back_leads_through_the_things_and_out_at_the_first() -> None:
    here = begin(items(ZERO))
    assert back(here) is None
    assert count(here) == (1, 2)
    here = use(here)
    assert count(here) == (2, 3)
    closed = use(use(here))
    last = back(closed)
    assert last is not None
    assert last.item.path == "estrogen_receptor"


VALUES = (
    *("0", "1+", "2+", "3+", "indeterminate", "none", "faint<=10%", "amplified", "not_amplified", "positive", "low"),
    *("ultralow", "negative", "equivocal", "low_positive", "1.3", "95", "true", "false", "", " ", "\ud800", "x" * 3000),
)
QUOTES = ("HER2 IHC 1+", "ER 95%, PR negative", "\ue001 \u202e", "")
SPECIMENS = ("", "history", "Left breast", "Liver \ue001", "\ud800 lung")
DAYS = (None, date(2026, 10, 5), date(2018, 3, 1))


@st.composite
def findings(draw: st.DrawFn) -> dict[ReportField, Finding]:
    """Return findings of a few fields, as odd as can be."""
    places = draw(st.lists(st.sampled_from(list(ReportField)), max_size=6, unique=True))
    return {
        place: Finding(
            draw(st.sampled_from(list(Status))), draw(st.sampled_from(VALUES)), (draw(st.sampled_from(QUOTES)),)
        )
        for place in places
    }


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Return a reading that need not make sense."""
    results = [
        SpecimenResult(draw(st.sampled_from(SPECIMENS)), draw(st.sampled_from(DAYS)), draw(findings()))
        for _ in range(draw(st.integers(0, 3)))
    ]
    return reading(draw(findings()), tuple(results))


def change_entry(here: Round, data: st.DataObject) -> Entry:
    """Return any answer a person could give in place of the one that was read."""
    page = confirming.page_to_change(here.item)
    if page.field:
        return one(data.draw(st.sampled_from(page.choices)).id)
    return texts(**{page.texts[0].rpartition(".")[2]: data.draw(st.sampled_from(("", "10/06/2026", "7")))})


@settings(max_examples=200, deadline=None)
@given(readings(), st.data())
def test_whatever_a_report_says_no_answer_is_set_that_was_not_confirmed(whole: Reading, data: st.DataObject) -> None:
    several = candidates(whole)
    of = data.draw(st.sampled_from((None, *several)))
    there = items(whole, of)
    before = start(HOME, Answers(reader=Reader.PATIENT))
    here, pressed = begin(there), dict[str, object]()
    for _ in range(20):
        if here.closed:
            break
        item = here.item
        item_view(here, LIBRARY)
        act = data.draw(st.sampled_from(("use", "change", "skip", "back")))
        if act == "use" and item.offer is not None:
            here, pressed[item.path] = use(here), item.offer
        elif act == "change":
            change_view(here, before, LIBRARY)
            changed, problems = change(here, change_entry(here, data))
            if not problems:
                here, value = changed, dict(changed.taken).get(item.path)
                pressed.pop(item.path, None)
                if value is not None:
                    pressed[item.path] = value
        elif act == "back":
            here = back(here) or here
        else:
            here = skip(here)
            pressed.pop(item.path, None)
    answers = confirmed(here, before.answers)
    for path, value in set_in(answers).items():
        assert path == "reader" or pressed[path] == value
    taken_rows(here, LIBRARY)
    after = take(before, answers, answered(here))
    kept = set_in(after.answers)
    assert kept.items() <= {"reader": Reader.PATIENT, **pressed}.items()
