"""Where words sit on a report: the marked words are all there, stay in their box, and read the same aloud."""

from collections.abc import Callable

import pytest

from her2guide.guide.document import PictureBlock, Section
from her2guide.guide.pictures import (
    Circle,
    Drawing,
    Her2Scale,
    Line,
    Poly,
    Rect,
    ReportLines,
    Text,
    her2_scale,
    mirrored,
    rough_width,
    shapes,
)
from her2guide.guide.report_lines import report_lines
from her2guide.guide.scale_words import scale_words
from her2guide.library.library import Library
from her2guide.look import Palette, tokens
from her2guide.model.terms import Her2Category
from her2guide.output.text import render_text
from tests.output.reading import pdf
from tests.output.sample_document import sample

LIBRARY = Library()
REPORTS = {name: words.report for name, words in LIBRARY.questions.question.items() if words.report}
SIZES = [(256, 19, 17), (640, 19, 17), (860, 38, 34), (1040, 38, 34), (516.8, 13, 12), (534.8, 18, 16), (120, 38, 34)]


def picture(question: str) -> ReportLines:
    words = REPORTS[question]
    assert words
    return report_lines(words, LIBRARY)


def of(kind: type, drawing: Drawing, wanted: Callable[..., bool] = lambda _: True) -> list:  # type: ignore[type-arg]
    return [each for each in drawing.shapes if isinstance(each, kind) and wanted(each)]


def boxes(drawing: Drawing) -> list[Rect]:
    return of(Rect, drawing, lambda each: each.fill == "amberbg")


def drawn(drawing: Drawing) -> str:
    """Return every word drawn; a word that is broken at a line's end counts as one."""
    return "".join("".join(each.text.split()) for each in of(Text, drawing))


def test_every_answer_that_stands_on_a_pathology_report_has_its_picture() -> None:
    wanted = {"her2-score", "her2-staining", "gene-test", "her2-details", "newest", "estrogen", "progesterone"}
    assert set(REPORTS) == {*wanted, "cancer-left"}
    assert all(LIBRARY.questions.question[name].find for name in REPORTS)


@pytest.mark.parametrize("question", REPORTS)
@pytest.mark.parametrize(("width", "body", "small"), SIZES)
def test_all_words_are_drawn_in_the_room_there_is_and_none_is_small(
    question: str, width: float, body: float, small: float
) -> None:
    report = picture(question)
    drawing = shapes(report, width, body, small)
    words = [report.list_heading, report.text_heading, report.sentence, report.caption]
    for text in (*words, *(word for row in report.rows for word in row)):
        assert "".join(text.split()) in drawn(drawing)
    for each in of(Text, drawing):
        wide = rough_width(each.text, each.size, each.bold)
        left = each.x - (wide if each.anchor == "end" else 0)
        assert each.size == small
        assert left >= 0
        assert left + wide <= width + 0.01 or len(each.text) == 1
        assert small <= each.y <= drawing.height
    for each in of(Rect, drawing):
        pen = each.stroke_width / 2
        assert each.x - pen >= 0
        assert each.x + each.width + pen <= width
        assert each.y + each.height + pen <= drawing.height


@pytest.mark.parametrize("question", REPORTS)
@pytest.mark.parametrize(("width", "body", "small"), SIZES)
def test_only_what_is_asked_about_is_in_words_and_it_stands_in_an_amber_box(
    question: str, width: float, body: float, small: float
) -> None:
    report = picture(question)
    drawing = shapes(report, width, body, small)
    marks = boxes(drawing)
    assert len(marks) == len(report.rows) + 1
    assert {(each.stroke, each.stroke_width) for each in marks} == {("amberline", 2.0)}

    def is_marked(text: Text) -> bool:
        return any(box.x < text.x < box.x + box.width and box.y < text.y < box.y + box.height for box in marks)

    papers = of(Rect, drawing, lambda each: each.fill == "surface")
    bottom = max(paper.y + paper.height for paper in papers)
    loose = [each for each in of(Text, drawing) if not is_marked(each) and each.y < bottom]
    headings = "".join(f"{report.list_heading}{report.text_heading}".split())
    assert "".join("".join(each.text.split()) for each in loose) == headings
    bars = of(Rect, drawing, lambda each: each.fill == "line")
    assert len(bars) == 7
    for box in marks:
        assert not [bar for bar in bars if bar.x < box.x + box.width and box.x < bar.x + bar.width and _over(bar, box)]


def _over(one: Rect, other: Rect) -> bool:
    return one.y < other.y + other.height and other.y < one.y + one.height


def test_the_pages_stand_side_by_side_only_where_there_is_room() -> None:
    for width, beside in ((256, False), (640, True), (860, True)):
        first, second = of(Rect, shapes(picture("her2-score"), width, 19, 17), lambda each: each.fill == "surface")
        assert (first.y == second.y) is beside
        assert (first.height == second.height) or not beside
    first, second = of(Rect, shapes(picture("her2-score"), 860, 38, 34), lambda each: each.fill == "surface")
    assert first.y < second.y


@pytest.mark.parametrize("question", REPORTS)
def test_the_alt_text_reads_what_is_marked_and_what_labs_also_write(question: str) -> None:
    report = picture(question)
    assert REPORTS[question]
    assert all(f"{label}: {value}" in report.alt for label, value in report.rows)
    assert report.sentence in report.alt
    assert report.alt.endswith(report.caption)
    assert "not your report" in report.caption
    assert 2 <= len(REPORTS[question].phrases) <= 3  # type: ignore[union-attr]
    assert all(f"“{phrase}”" in report.caption for phrase in REPORTS[question].phrases)  # type: ignore[union-attr]


@pytest.mark.parametrize("question", [name for name in REPORTS if name not in ("her2-details", "newest")])
def test_the_two_examples_never_agree_on_a_result_that_could_be_taken_for_ones_own(question: str) -> None:
    report = picture(question)
    ((_, value),) = report.rows
    assert value not in report.sentence


def test_every_color_is_a_token() -> None:
    for shape in shapes(picture("her2-details"), 256, 19, 17).shapes:
        for name in ("fill", "stroke", "color"):
            assert getattr(shape, name, "") in {"", *tokens(Palette.LIGHT)}


@pytest.mark.parametrize(
    "made",
    [picture("her2-score"), her2_scale(Her2Category.ULTRALOW, False, scale_words(LIBRARY))],
    ids=["report", "scale"],
)
def test_a_mirrored_drawing_keeps_its_words_in_the_same_room_at_the_other_side(made: ReportLines | Her2Scale) -> None:
    drawing = shapes(made, 640, 19, 17)
    other = mirrored(drawing)
    assert (other.width, other.height, drawn(other)) == (drawing.width, drawing.height, drawn(drawing))
    for one, two in zip(drawing.shapes, other.shapes, strict=True):
        match one, two:
            case Rect(), Rect():
                assert two.x + two.width == pytest.approx(640 - one.x)
            case Line(), Line():
                assert (two.x1, two.x2) == pytest.approx((640 - one.x1, 640 - one.x2))
            case Circle(), Circle():
                assert two.x == pytest.approx(640 - one.x)
                assert (two.start + two.sweep + one.start) == pytest.approx(180)
            case Poly(), Poly():
                assert two.points[0][0] == pytest.approx(640 - one.points[0][0])
            case Text(), Text():
                assert two.x == pytest.approx(640 - one.x)
                assert (one.anchor, two.anchor) in {("start", "end"), ("end", "start"), ("middle", "middle")}


@pytest.mark.parametrize("question", REPORTS)
def test_paper_and_plain_text_can_show_it_too(question: str) -> None:
    report = picture(question)
    document = sample(Section("a", "Title", (PictureBlock(report),)))
    text = "".join(pdf(document).texts[0].split())
    for word in (report.list_heading, report.sentence, report.rows[0][0], report.caption):
        assert "".join(word.split()) in text
    assert f"[Picture: {report.alt}]" in render_text(document)
