"""The step map as a record and in words."""

from dataclasses import replace
from datetime import date

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import Role, Section, Steps, plain
from her2guide.guide.steps import step_blocks, step_map
from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.profile import profile
from her2guide.model.steps import StepState
from her2guide.model.terms import EstrogenReceptor, IhcScore, Reader, Setting, YesNo

LIBRARY = Library()
TODAY = date(2026, 11, 23)
PAGE = "steps-hormone-receptor-positive"
GREW = Answers(
    her2=Her2Result(ihc=IhcScore.ONE_PLUS),
    estrogen_receptor=EstrogenReceptor.POSITIVE,
    setting=Setting.METASTATIC,
    treatments=Treatments(
        endocrine_metastatic=YesNo.YES,
        progressed_on_endocrine_metastatic=YesNo.YES,
        chemotherapy_metastatic=YesNo.NO,
    ),
)


def page_of(answers: Answers) -> Section:
    return next(part for part in build_guide(answers, LIBRARY, TODAY).document.sections if part.id == PAGE)


def told(answers: Answers) -> list[str]:
    """Return the steps as the page tells them, the second list of its kind."""
    return [plain(item) for item in [block for block in page_of(answers).blocks if isinstance(block, Steps)][1].items]


def test_the_steps_are_told_in_order_each_with_its_mark() -> None:
    assert told(GREW) == [
        "Hormone therapy: for cancer that has spread. You told us you have had this.",
        "A CDK4/6 medicine: often along with the first hormone therapy. Not sure yet. "
        "Ask: “Have I had a CDK4/6 medicine?”",
        "If the cancer grows: a new plan with your team. You may be here now.",
        "If it grows again: other medicines. May come later, if needed.",
    ]


def test_a_caregiver_reads_of_someone_else() -> None:
    steps = told(replace(GREW, reader=Reader.CAREGIVER))
    assert steps[0].endswith("You told us they have had this.")
    assert steps[2].endswith("They may be here now.")


def test_the_record_has_what_a_drawing_needs() -> None:
    found = step_map(profile(GREW), (PAGE,), LIBRARY)
    assert found.id == PAGE
    assert [(step.id, step.state) for step in found.steps] == [
        ("hormone-therapy", StepState.HAD),
        ("cdk46", StepState.UNKNOWN),
        ("grows", StepState.HERE),
        ("grows-again", StepState.LATER),
    ]
    assert [bool(step.ask) for step in found.steps] == [False, True, False, False]
    assert all(step.name and step.about and step.mark for step in found.steps)


def test_name_and_mark_are_strong_and_a_medical_word_stays_one() -> None:
    (block,) = step_blocks(step_map(profile(GREW), (PAGE,), LIBRARY))
    assert isinstance(block, Steps)
    assert [span.role for span in block.items[0]] == [Role.STRONG, Role.PLAIN, Role.PLAIN, Role.PLAIN, Role.STRONG]
    words = [span for span in block.items[1] if span.role is Role.TERM]
    assert [(span.target, span.bold) for span in words] == [("cdk46", True)]


def test_a_page_without_steps_may_not_ask_for_them() -> None:
    with pytest.raises(ContentError, match="holds no steps for this page"):
        step_map(profile(Answers()), ("steps-early-negative",), LIBRARY)
