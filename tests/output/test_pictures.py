"""The HER2 scale: which bands, which words, and that the drawing stays in its room."""

import pytest

from her2guide.guide.document import Section
from her2guide.guide.pictures import Circle, Line, Poly, Rect, Text, her2_scale, rough_width, shapes
from her2guide.model.terms import Her2Category
from her2guide.output.pdf_style import LIGHT
from her2guide.output.text import render_text
from tests.output.reading import pdf
from tests.output.sample_document import SCALE_WORDS, picture, sample

BANDS = {
    Her2Category.NULL: (0, 0),
    Her2Category.ULTRALOW: (1, 1),
    Her2Category.LOW: (2, 2),
    Her2Category.POSITIVE: (3, 3),
    Her2Category.ZERO_UNSPECIFIED: (0, 1),
    Her2Category.NEGATIVE_UNSPECIFIED: (0, 2),
    Her2Category.EQUIVOCAL: (2, 3),
    Her2Category.CONFLICT: (0, 3),
    Her2Category.UNKNOWN: (None, None),
}
PROVISIONAL = {
    category: (low, 3 if low is not None else None)
    for category, (low, _) in BANDS.items()
    if category is not Her2Category.POSITIVE
}
CASES = [(c, False, b) for c, b in BANDS.items()] + [(c, True, b) for c, b in PROVISIONAL.items()]
SIZES = [(516.8, 13, 12), (534.8, 18, 16), (640, 19, 17), (300, 25, 22), (150, 25, 22), (936, 25, 22)]


def test_every_category_is_in_the_table() -> None:
    assert set(BANDS) == set(Her2Category)


@pytest.mark.parametrize(("category", "provisional", "bands"), CASES)
def test_the_bands_that_are_possible_are_marked(
    category: Her2Category, provisional: bool, bands: tuple[int | None, int | None]
) -> None:
    scale = her2_scale(category, provisional, SCALE_WORDS)
    low, high = bands
    assert (scale.lowest, scale.highest) == bands
    assert scale.single == (low is not None and low == high)
    frames = [each for each in shapes(scale, 516.8, 13, 12).shapes if isinstance(each, Rect) and each.stroke == "ink"]
    if low is None or high is None:
        assert frames == []
    else:
        (frame,) = frames
        step = (516.8 - 12.8 + 8) / 4
        assert frame.dashed is (low != high)
        assert frame.x == pytest.approx(low * step + 1.6)
        assert frame.width == pytest.approx((high - low + 1) * step - 8 + 9.6)


@pytest.mark.parametrize(("category", "provisional", "bands"), CASES)
def test_the_words_say_what_the_frame_shows(
    category: Her2Category, provisional: bool, bands: tuple[int | None, int | None]
) -> None:
    scale = her2_scale(category, provisional, SCALE_WORDS)
    drawn = {each.text for each in shapes(scale, 516.8, 13, 12).shapes if isinstance(each, Text)}
    low, high = bands
    start = "HER2 scale with 4 bands from less to more HER2 seen: HER2 0, HER2-ultralow, HER2-low, HER2-positive. "
    if low is None or high is None:
        assert scale.alt == start + "No band is marked."
        assert not drawn & {"Your result", "Not yet known"}
    elif low == high:
        assert scale.alt == f"{start}Your result is {SCALE_WORDS.names[low]}, band {low + 1} of 4."
        assert "Your result" in drawn
        assert "Not yet known" not in drawn
    else:
        first, last = SCALE_WORDS.names[low], SCALE_WORDS.names[high]
        assert scale.alt == f"{start}Not yet known: {first} up to {last}, bands {low + 1} to {high + 1} of 4."
        assert "Not yet known" in drawn
        assert "Your result" not in drawn


def test_a_test_still_to_come_never_changes_a_positive_result() -> None:
    assert her2_scale(Her2Category.POSITIVE, True, SCALE_WORDS) == her2_scale(Her2Category.POSITIVE, False, SCALE_WORDS)


@pytest.mark.parametrize("category", Her2Category)
@pytest.mark.parametrize(("width", "body", "small"), SIZES)
def test_nothing_is_drawn_outside_the_room_and_no_text_is_small(
    category: Her2Category, width: float, body: float, small: float
) -> None:
    drawing = shapes(her2_scale(category, False, SCALE_WORDS), width, body, small)
    for shape in drawing.shapes:
        match shape:
            case Rect(x, y, wide, high):
                pen = shape.stroke_width / 2
                xs, ys = (x - pen, x + wide + pen), (y - pen, y + high + pen)
            case Line(x1, y1, x2, y2):
                xs, ys = (x1, x2), (y1, y2)
            case Circle(x, y, radius):
                reach = radius + shape.stroke_width / 2
                xs, ys = (x - reach, x + reach), (y - reach, y + reach)
            case Poly(points):
                xs = min(p[0] for p in points), max(p[0] for p in points)
                ys = min(p[1] for p in points), max(p[1] for p in points)
            case Text(x, y, _, size):
                assert size in (body, small)
                xs, ys = (x, x), (y - size * 0.7, y + size * 0.2)
        assert min(xs) >= -0.01
        assert max(xs) <= width + 0.01
        assert min(ys) >= -0.01
        assert max(ys) <= drawing.height + 0.01


@pytest.mark.parametrize(("width", "body", "small"), SIZES)
def test_names_fit_their_boxes(width: float, body: float, small: float) -> None:
    drawing = shapes(her2_scale(Her2Category.LOW, False, SCALE_WORDS), width, body, small)
    boxes = [each for each in drawing.shapes if isinstance(each, Rect) and each.fill in {"b0", "b1", "b2", "b3"}]
    names = [each for each in drawing.shapes if isinstance(each, Text) and each.bold and each.color.startswith("onb")]
    assert len(boxes) == 4
    assert "".join(name.text for name in names).replace(" ", "") == "".join(SCALE_WORDS.names).replace(" ", "")
    for name in names:
        box = boxes[int(name.color[-1])]
        assert rough_width(name.text, body, bold=True) <= box.width


def test_every_band_shows_its_own_staining() -> None:
    drawing = shapes(her2_scale(Her2Category.UNKNOWN, False, SCALE_WORDS), 516.8, 13, 12)
    cells = [each for each in drawing.shapes if isinstance(each, Circle)]
    box = (516.8 - 12.8 + 8) / 4
    per_band = [[each for each in cells if int((each.x - 6.4) / box) == band] for band in range(4)]
    assert [sum(each.fill == "cell" for each in band) for band in per_band] == [10, 10, 10, 10]
    assert [sum(each.stroke == "stain" for each in band) for band in per_band] == [0, 1, 6, 9]


def test_every_color_is_a_token_that_paper_knows() -> None:
    for category in Her2Category:
        for shape in shapes(her2_scale(category, False, SCALE_WORDS), 516.8, 13, 12).shapes:
            for name in ("fill", "stroke", "color"):
                assert getattr(shape, name, "") in {"", *LIGHT}


@pytest.mark.parametrize("category", Her2Category)
def test_paper_draws_every_category(category: Her2Category) -> None:
    document = sample(Section("a", "Title", (picture(category),)))
    text = " ".join(pdf(document).texts[0].split())
    for word in (*SCALE_WORDS.names, *SCALE_WORDS.meanings, SCALE_WORDS.less, SCALE_WORDS.caption):
        assert word in text
    assert f"[Picture: {her2_scale(category, False, SCALE_WORDS).alt}]" in render_text(document)
