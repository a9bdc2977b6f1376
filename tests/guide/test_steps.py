"""The step map as a record and in words."""

from dataclasses import replace
from datetime import date

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import Bullets, PictureBlock, Role, Section, lines_of, plain
from her2guide.guide.pictures import PathPicture
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


def drawn(answers: Answers) -> PathPicture:
    """Return the drawing of the steps."""
    (block,) = [block for block in page_of(answers).blocks if isinstance(block, PictureBlock)]
    assert isinstance(block.picture, PathPicture)
    return block.picture


def test_the_steps_are_drawn_in_order_each_with_its_mark() -> None:
    assert [(node.name, node.about, node.mark) for node in drawn(GREW).nodes] == [
        ("Hormone therapy", "for cancer that has spread", "You told us you have had this."),
        ("A CDK4/6 medicine", "often along with the first hormone therapy", "Not sure yet."),
        ("If the cancer grows", "a new plan with your team", "You may be here now."),
        ("If it grows again", "other medicines", "May come later, if needed."),
    ]


def test_the_words_of_the_drawing_say_every_step() -> None:
    assert drawn(GREW).alt == (
        "Step map with 4 steps. "
        "Step 1: Hormone therapy, for cancer that has spread. You told us you have had this. "
        "Step 2: A CDK4/6 medicine, often along with the first hormone therapy. Not sure yet. "
        "Step 3: If the cancer grows, a new plan with your team. You may be here now. "
        "Step 4: If it grows again, other medicines. May come later, if needed."
    )


def test_only_a_step_that_is_not_known_brings_a_question_under_the_drawing() -> None:
    (_, asks) = step_blocks(step_map(profile(GREW), (PAGE,), LIBRARY), LIBRARY)
    assert isinstance(asks, Bullets)
    assert [plain(item) for item in asks.items] == ["A CDK4/6 medicine: Ask: “Have I had a CDK4/6 medicine?”"]
    sure = replace(GREW, treatments=replace(GREW.treatments, cdk46=YesNo.YES))
    assert len(step_blocks(step_map(profile(sure), (PAGE,), LIBRARY), LIBRARY)) == 1


def test_where_no_step_is_known_to_be_now_that_is_said() -> None:
    nowhere = LIBRARY.word("steps.nowhere")
    for answers, said in (
        (GREW, False),
        (replace(GREW, treatments=Treatments(chemotherapy_metastatic=YesNo.YES)), True),
    ):
        states = {step.state for step in step_map(profile(answers), (PAGE,), LIBRARY).steps}
        texts = [plain(each) for block in page_of(answers).blocks for each in lines_of(block)]
        assert (StepState.HERE not in states) is (nowhere in texts) is said


def test_a_caregiver_reads_of_someone_else() -> None:
    marks = [node.mark for node in drawn(replace(GREW, reader=Reader.CAREGIVER)).nodes]
    assert marks[0] == "You told us they have had this."
    assert marks[2] == "They may be here now."


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


def test_the_name_is_strong_under_the_drawing_and_a_medical_word_stays_one() -> None:
    (_, block) = step_blocks(step_map(profile(GREW), (PAGE,), LIBRARY), LIBRARY)
    assert isinstance(block, Bullets)
    words = [span for span in block.items[0] if span.role is Role.TERM]
    assert [(span.target, span.bold) for span in words] == [("cdk46", True)]


def test_a_page_without_steps_may_not_ask_for_them() -> None:
    with pytest.raises(ContentError, match="holds no steps for this page"):
        step_map(profile(Answers()), ("steps-early-negative",), LIBRARY)
