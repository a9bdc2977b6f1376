"""The drawings stay in their room at every size, count what they say, and speak by more than color."""

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest

from her2guide.guide.drawings import drawing as asked_for
from her2guide.guide.pictures import (
    SCENES,
    Circle,
    Conjugate,
    Copies,
    Count,
    Drawing,
    Flow,
    FlowRow,
    InfusionDay,
    Line,
    Lungs,
    Node,
    Path,
    PathPicture,
    PeopleArray,
    Picture,
    Poly,
    Receptors,
    Rect,
    Shape,
    Text,
    Thermometer,
    Time,
    Times,
    mirrored,
    rough_width,
    shapes,
)
from her2guide.guide.pictures.pen import Pen
from her2guide.library.library import Library
from her2guide.look import Palette, contrast, luminance, tokens
from her2guide.model.steps import StepState


def array(first: float, second: float, *, as_bars: bool = False) -> PeopleArray:
    counts = (Count("Enhertu", f"{first} of 100", first), Count("Chemotherapy", f"{second} of 100", second))
    return PeopleArray("Help: It shrank", counts, "Who was counted.", "Enhertu and chemotherapy", as_bars)


PICTURES: dict[str, Picture] = {
    "people": array(62.6, 34.4),
    "bars": array(62.6, 34.4, as_bars=True),
    "conjugate": Conjugate(("1. It finds HER2", "2. It goes in", "3. It lets its medicine go"), "A drawing.", "Steps"),
    "square": Conjugate(("1. It finds TROP2", "2. It goes in", "3. It lets go"), "A drawing.", "Steps", square=True),
    "lungs": Lungs("Spots show where the lining can swell.", "Two lungs"),
    "infusion": InfusionDay(("Blood test", "Talk with the nurse", "Medicine by drip", "Home"), "An example.", "A day"),
    "thermometer": Thermometer("100.4 F (38 C) or higher: call, day or night", "A drawing.", "A thermometer"),
    "times": Times("Help: Time", (Time("Enhertu", "9.9 months", 9.9), Time("Others", "5.1", 5.1)), "Months", "A", "B"),
    "long times": Times(
        "Help: Time before the cancer grew",
        (Time("Enhertu with another medicine", "more than 29.0 months", 29.0), Time("Chemotherapy", "under one", 0.4)),
        "Months",
        "Half of the people had more time than the bar shows.",
        "Two bars",
    ),
    "flow": Flow(
        (
            FlowRow("Color", (("tissue", "A thin slice"), ("stain", "It is colored"), ("score", "A score"))),
            FlowRow("Copies", (("tissue", "A thin slice"), ("copies", "It is counted"), ("report", "A word"))),
        ),
        "A drawing.",
        "Two tests in three steps each",
    ),
    "long flow": Flow(
        (FlowRow("A path", (("letter", "A letter"), ("clinic", "A call"), ("send", "An appeal"), ("next", "More"))),),
        "A drawing.",
        "A path of four steps",
    ),
    "receptors": Receptors("HER2 is on the outside", "Hormone receptors are inside", "A drawing.", "A cell"),
    "path": PathPicture(
        (
            Node("Hormone therapy", "with a CDK4/6 medicine", StepState.HAD, "You told us you have had this."),
            Node("If the cancer grows", "a new plan with your team", StepState.HERE, "You may be here now."),
            Node("If it grows again", "other medicines", StepState.LATER, "May come later, if needed."),
        ),
        "Step map",
    ),
    "long path": PathPicture(
        (
            Node("Hormone therapy", "for cancer that has spread", StepState.HAD, "You told us you have had this."),
            Node("A CDK4/6 medicine", "often along with it", StepState.UNKNOWN, "Not sure yet."),
            Node("If the cancer grows", "a new plan with your team", StepState.HERE, "You may be here now."),
            Node("If it grows again", "other medicines", StepState.LATER, "May come later, if needed."),
        ),
        "Step map",
    ),
}  # fmt: skip
SIZES = [(504, 13, 12), (534.8, 18, 16), (640, 19, 17), (300, 19, 17), (860, 38, 34), (260, 38, 34), (1040, 38, 34)]


def reach(shape: Shape) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a shape with its stroke."""
    match shape:
        case Rect(x, y, wide, high):
            box, pen = (x, y, x + wide, y + high), shape.stroke_width / 2
        case Line(x1, y1, x2, y2):
            pen = shape.stroke_width / 2
            box = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        case Path((x, y), curves):
            xs, ys = [x, *(each[4] for each in curves)], [y, *(each[5] for each in curves)]
            box, pen = (min(xs), min(ys), max(xs), max(ys)), shape.stroke_width / 2
        case Circle(x, y, radius):
            box, pen = (x - radius, y - radius, x + radius, y + radius), shape.stroke_width / 2
        case Poly(points):
            xs, ys = [x for x, _ in points], [y for _, y in points]
            box, pen = (min(xs), min(ys), max(xs), max(ys)), 0.0
        case Text(x, y, text, size):
            wide = rough_width(text, size, shape.bold)
            left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor]
            box, pen = (left, y - 0.7 * size, left + wide, y + 0.2 * size), 0.0
    return box[0] - pen, box[1] - pen, box[2] + pen, box[3] + pen


@pytest.mark.parametrize(("width", "body", "small"), SIZES)
@pytest.mark.parametrize("name", PICTURES)
def test_nothing_is_drawn_outside_the_room_and_no_text_is_small(
    name: str, width: float, body: float, small: float
) -> None:
    drawing = shapes(PICTURES[name], width, body, small)
    for shape in drawing.shapes:
        left, top, right, bottom = reach(shape)
        assert left >= -0.01, shape
        assert top >= -0.01, shape
        assert right <= width + 0.01, shape
        assert bottom <= drawing.height + 0.01, shape
        assert not isinstance(shape, Text) or shape.size in (body, small)


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("palette", Palette)
def test_every_color_is_a_token(name: str, palette: Palette) -> None:
    for shape in shapes(PICTURES[name], 504, 13, 12).shapes:
        for part in ("fill", "stroke", "color"):
            assert getattr(shape, part, "") in {"", *tokens(palette)}


@pytest.mark.parametrize("name", PICTURES)
def test_a_mirrored_drawing_mirrored_again_is_the_drawing(name: str) -> None:
    drawing = shapes(PICTURES[name], 504, 13, 12)
    again = mirrored(mirrored(drawing))
    assert mirrored(drawing) != drawing
    for shape, back in zip(drawing.shapes, again.shapes, strict=True):
        assert reach(shape) == pytest.approx(reach(back))
        assert type(shape) is type(back)


def test_the_same_person_is_said_once_and_drawn_at_every_place() -> None:
    drawing = shapes(array(40, 0), 504, 13, 12)
    counts = [len(part.places) for part in drawing.parts if isinstance(part, Copies)]
    assert counts == [40, 60, 100]
    assert len(drawing.shapes) == 2 * sum(counts) + len(drawing.parts) - len(counts)


def heads(drawing: Drawing, wanted: Callable[[Circle], bool]) -> list[Circle]:
    return [each for each in drawing.shapes if isinstance(each, Circle) and wanted(each)]


@pytest.mark.parametrize("number", range(101))
def test_as_many_people_are_filled_as_the_number_says(number: int) -> None:
    drawing = shapes(array(number, 100 - number), 504, 13, 12)
    filled = heads(drawing, lambda each: each.fill == "figon")
    left = [each for each in filled if each.x < 252]
    assert len(left) == number
    assert len(filled) == 100
    assert len(heads(drawing, lambda each: each.fill in ("figon", "figoff"))) == 200
    bodies = [each for each in drawing.shapes if isinstance(each, Rect)]
    assert [each.fill for each in bodies].count("figon") == 100
    assert len(bodies) == 200


@pytest.mark.parametrize("number", range(1, 101))
def test_people_are_filled_in_order_row_by_row(number: int) -> None:
    drawing = shapes(array(number, 0), 504, 13, 12)
    people = [each for each in heads(drawing, lambda each: each.fill in ("figon", "figoff")) if each.x < 252]
    in_order = sorted(people, key=lambda each: (round(each.y), each.x))
    assert [each.fill for each in in_order] == ["figon"] * number + ["figoff"] * (100 - number)
    rows = {round(each.y) for each in people}
    assert len(rows) == 5


@pytest.mark.parametrize(
    ("value", "people"), [(0.2, 0), (0.7, 0), (1, 1), (1.4, 1), (62.6, 63), (34.4, 34), (0, 0), (100, 100)]
)
def test_a_broken_number_fills_the_nearest_whole_one_and_fewer_than_one_fills_none(value: float, people: int) -> None:
    assert Count("A", "words", value).people == people


@pytest.mark.parametrize("value", [-1, 100.5])
def test_a_number_that_is_no_count_of_100_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="is not a count out of 100"):
        _ = Count("A", "words", value).people


@pytest.mark.parametrize("number", [0, 1, 34.4, 62.6, 100])
def test_a_bar_is_as_long_as_the_number_says(number: float) -> None:
    bars = [each for each in shapes(array(number, 50, as_bars=True), 504, 13, 12).shapes if isinstance(each, Rect)]
    frames = [each for each in bars if each.fill == "figoff"]
    filled = [each for each in bars if each.fill == "figon"]
    assert len(frames) == 2
    assert len(filled) == (2 if number else 1)
    if number:
        assert filled[0].width == pytest.approx((frames[0].width + 1) * number / 100)


@pytest.mark.parametrize(("width", "body"), [(504, 13), (300, 19)])
def test_both_groups_have_one_size_and_stand_beside_each_other_only_where_there_is_room(
    width: float, body: float
) -> None:
    drawing = shapes(array(40, 10), width, body, body)
    people = [each for each in drawing.shapes if isinstance(each, Rect)]
    first, second = people[:100], people[100:]
    assert (first[0].y == second[0].y) is (width == 504)
    assert max(each.x for each in first) - first[0].x == pytest.approx(max(each.x for each in second) - second[0].x)


def test_both_counts_are_said_in_words_whichever_way_they_are_seen() -> None:
    for picture in (PICTURES["people"], PICTURES["bars"]):
        said = " ".join(each.text for each in shapes(picture, 504, 13, 12).shapes if isinstance(each, Text))
        for part in ("Help: It shrank", "Enhertu: ", "62.6 of 100", "Chemotherapy: ", "34.4 of 100"):
            assert part in said
        assert "Who was counted." in said


@pytest.mark.parametrize("palette", Palette)
def test_who_is_counted_is_told_apart_in_gray_and_by_an_outline(palette: Palette) -> None:
    found = tokens(palette)
    assert contrast(found["figon"], found["figoff"]) >= 3
    assert contrast(found["figline"], found["figoff"]) >= 3
    assert abs(luminance(found["figon"]) - luminance(found["figoff"])) > 0.3


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_each_part_of_an_infusion_day_has_its_number_and_its_name_once_and_stands_under_the_one_before(
    count: int,
) -> None:
    parts = tuple(f"Part{place}" for place in range(count))
    day = replace(PICTURES["infusion"], parts=parts)  # type: ignore[type-var]
    drawn = shapes(day, 504, 13, 12).shapes
    said = [each.text for each in drawn if isinstance(each, Text)]
    for place, name in enumerate(parts, 1):
        assert said.count(str(place)) == 1
        assert said.count(name) == 1
    discs = [each for each in drawn if isinstance(each, Circle)]
    assert [each.y for each in discs] == sorted({each.y for each in discs})
    assert len({each.x for each in discs}) == 1
    assert len([each for each in drawn if isinstance(each, Line)]) == count - 1


@pytest.mark.parametrize("count", [2, 3, 4, 5, 7])
def test_no_part_of_an_infusion_day_has_the_fill_of_the_part_above_it(count: int) -> None:
    day = replace(PICTURES["infusion"], parts=tuple(f"Part{place}" for place in range(count)))  # type: ignore[type-var]
    fills = [each.fill for each in shapes(day, 504, 13, 12).shapes if isinstance(each, Circle)]
    assert len(fills) == count
    assert all(one != other for one, other in itertools.pairwise(fills))


@pytest.mark.parametrize(("width", "body", "small"), SIZES)
def test_a_thermometer_is_filled_from_its_mark_to_its_end(width: float, body: float, small: float) -> None:
    drawn = shapes(PICTURES["thermometer"], width, body, small).shapes
    tube, full = [each for each in drawn if isinstance(each, Rect)]
    (mark,) = [each for each in drawn if isinstance(each, Line)]
    assert mark.x1 == mark.x2 == full.x
    assert full.x + full.width == pytest.approx(tube.x + tube.width)
    assert 0.3 < full.width / tube.width < 0.5


def test_a_tick_is_never_mirrored_and_moves_with_its_step() -> None:
    drawing = shapes(PICTURES["path"], 504, 13, 12)
    turned = mirrored(drawing)
    ticks = [each for each in drawing.shapes if isinstance(each, Line) and each.upright_around is not None]
    assert len(ticks) == 2
    places = [place for place, each in enumerate(drawing.shapes) if each in ticks]
    discs = [each for each in turned.shapes if isinstance(each, Circle) and each.fill == "lake"]
    for place in places:
        was, now = drawing.shapes[place], turned.shapes[place]
        assert isinstance(was, Line)
        assert isinstance(now, Line)
        assert now.x2 - now.x1 == pytest.approx(was.x2 - was.x1)
        assert now.upright_around == pytest.approx(discs[0].x)


def test_group_and_count_stand_apart_in_both_directions_of_reading() -> None:
    made = shapes(PICTURES["people"], 640, 19, 17)
    for drawing, sign in ((made, 1), (mirrored(made), -1)):
        texts = {each.text: each for each in drawing.shapes if isinstance(each, Text)}
        group, count = texts["Enhertu:"], texts["62.6 of 100"]
        assert sign * (count.x - group.x) >= rough_width("Enhertu: ", 19, False) - 0.01


def test_the_mark_of_another_medicine_has_another_form() -> None:
    def spikes(name: str) -> list[Line]:
        drawn = shapes(PICTURES[name], 504, 13, 12).shapes
        return [each for each in drawn if isinstance(each, Line) and each.stroke == "spike"]

    assert len(spikes("conjugate")) == 12
    assert len(spikes("square")) == 24
    assert all(each.round_ends for each in spikes("conjugate"))
    assert not any(each.round_ends for each in spikes("square"))


def test_a_narrow_page_numbers_what_a_wide_one_points_at() -> None:
    wide, narrow = (shapes(PICTURES["receptors"], width, 13, 12) for width in (504, 260))
    assert [each.text for each in narrow.shapes if isinstance(each, Text) and each.text in "12"] == ["1", "1", "2", "2"]
    assert not [each for each in wide.shapes if isinstance(each, Text) and each.text in "12"]


@pytest.mark.parametrize("name", ["conjugate", "square", "receptors"])
@pytest.mark.parametrize("palette", Palette)
def test_what_may_lie_over_a_nucleus_has_an_outline_that_is_seen_there_in_gray(palette: Palette, name: str) -> None:
    found = tokens(palette)
    marks = [
        each for each in shapes(PICTURES[name], 504, 13, 12).shapes
        if isinstance(each, Circle | Rect) and each.fill == "spot"
    ]  # fmt: skip
    assert marks
    for mark in marks:
        assert mark.stroke_width >= 1.5
        assert contrast(found[mark.stroke], found["nucleus"]) >= 3


@pytest.mark.parametrize(("width", "body", "small"), [(260, 38, 34), (640, 38, 34), (260, 13, 12)])
def test_a_number_beside_the_hormone_receptors_covers_none_of_them(width: float, body: float, small: float) -> None:
    drawn = shapes(PICTURES["receptors"], width, body, small).shapes
    inside = [each for each in drawn if isinstance(each, Rect) and each.fill == "spot"]
    numbers = [each for each in drawn if isinstance(each, Circle) and each.fill == "surface"]
    assert len(inside) == 3
    assert numbers
    for number in numbers:
        for each in inside:
            across = max(abs(number.x - each.x - each.width / 2) - each.width / 2, 0)
            down = max(abs(number.y - each.y - each.height / 2) - each.height / 2, 0)
            assert across**2 + down**2 > number.radius**2


def test_each_step_says_how_it_stands_by_border_sign_and_words() -> None:
    drawn = shapes(PICTURES["long path"], 504, 13, 12).shapes
    cards = [each for each in drawn if isinstance(each, Rect) and each.stroke]
    assert [(each.stroke, each.dashed) for each in cards] == [
        ("lake", False),
        ("lineui", True),
        ("ink", False),
        ("lineui", True),
    ]
    said = [each.text for each in drawn if isinstance(each, Text)]
    assert [each for each in said if each in ("1", "2", "3", "4", "?")] == ["?", "3", "4"]
    for words in (
        "You told us you have had this.",
        "Not sure yet.",
        "You may be here now.",
        "May come later, if needed.",
    ):
        assert words in said
    ticks = [each for each in drawn if isinstance(each, Line) and each.stroke == "onlake"]
    assert len(ticks) == 2


@pytest.mark.parametrize("name", ["flow", "long flow"])
@pytest.mark.parametrize(("width", "body"), [(504, 13), (260, 19)])
def test_each_step_of_a_flow_has_its_words_once_in_its_box_and_an_arrow_leads_to_the_next(
    name: str, width: float, body: float
) -> None:
    flow = PICTURES[name]
    assert isinstance(flow, Flow)
    drawn = shapes(flow, width, body, body).shapes
    boxes = [each for each in drawn if isinstance(each, Rect) and each.fill == "surface"]
    steps = [words for row in flow.rows for _, words in row.steps]
    said = [each for each in drawn if isinstance(each, Text)]
    assert len(boxes) == len(steps)
    for box, words in zip(boxes, steps, strict=True):
        inside = [
            each.text for each in said if box.x < each.x < box.x + box.width and box.y < each.y < box.y + box.height
        ]
        assert " ".join(inside) == words
    arrows = [each for each in drawn if isinstance(each, Poly) and each.fill == "ink2"]
    assert len(arrows) == len(steps) - len(flow.rows)
    assert (boxes[0].y == boxes[1].y) is (width == 504)


def test_every_small_picture_of_a_step_is_used_and_differs_from_the_others() -> None:
    used = {scene for marker in ("draw-tests", "draw-appeal") for block in asked_for(marker, Library())
            if isinstance(block.picture, Flow) for row in block.picture.rows for scene, _ in row.steps}  # fmt: skip
    assert used == set(SCENES)
    made = [tuple(SCENES[name](Pen("ink"))) for name in sorted(SCENES)]
    assert all(one != other for one, other in itertools.combinations(made, 2))


def test_three_steps_stand_beside_each_other_where_there_is_room_and_four_never_do() -> None:
    def rows(name: str, width: float) -> int:
        drawn = shapes(PICTURES[name], width, 13, 12).shapes
        return len({each.y for each in drawn if isinstance(each, Rect) and each.stroke and each.radius == 10})

    assert rows("path", 504) <= 2  # a thick border is inset a little more
    assert rows("path", 300) == 3
    assert rows("long path", 1000) == 4
