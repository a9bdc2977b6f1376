"""Pictures in a page are the very shapes of the document."""

import re

import pytest

from her2guide.guide.document import PictureBlock
from her2guide.guide.pictures import Circle, Copies, Drawing, Line, Path, Poly, Rect, Shape, Text, shapes
from her2guide.look import Palette, tokens
from her2guide.output.html_blocks import BODY, SMALL, WIDTHS
from her2guide.output.pdf_fonts import load_fonts
from her2guide.output.svg import measured, svg
from tests.journeys.write import PEOPLE, document_of
from tests.output.page import Node, page
from tests.output.reading import FONTS

CURVE = ((1.0, 2.0, 3.0, 4.0, 5.0, 6.0),)


def drawn(shape: Shape) -> Node:
    (made,) = page(svg(Drawing(100, 50, (shape,)), "A line", "wide", "p")).one("svg").elements()
    return made


def unfolded(picture: Node) -> list[Node]:
    """Return every shape that a picture shows, those that come again too."""
    forms = {form.attributes["id"]: form.elements() for form in picture.every("g")}

    def shown(each: Node) -> list[Node]:
        if each.tag != "use":
            return [each]
        return [shape for inner in forms[each.attributes["href"].removeprefix("#")] for shape in shown(inner)]

    return [shape for each in picture.elements() if each.tag != "defs" for shape in shown(each)]


def pictures() -> list[PictureBlock]:
    guides = [document_of(path) for path in sorted(PEOPLE.glob("*.json"))]
    found = (block for guide in guides for section in guide.sections for block in section.blocks)
    return list(dict.fromkeys(block for block in found if isinstance(block, PictureBlock)))


PICTURES = pictures()


@pytest.mark.parametrize(
    ("shape", "tag", "attributes"),
    [
        (Rect(1, 2, 3, 4, "tint"), "rect", {"x": "1", "y": "2", "width": "3", "height": "4", "class": "f-tint"}),
        (
            Rect(1, 2, 30, 40, "", "ink", 1.5, 5, dashed=True),
            "rect",
            {"rx": "5", "class": "f-none s-ink", "stroke-width": "1.5", "stroke-dasharray": "7 5"},
        ),
        (
            Rect(0, 0, 30, 40, "tint", radius=5, corners="top"),
            "path",
            {"d": "M0 40L0 5A5 5 0 0 1 5 0L25 0A5 5 0 0 1 30 5L30 40Z"},
        ),
        (
            Rect(0, 0, 30, 40, "tint", radius=5, corners="bottom"),
            "path",
            {"d": "M0 0L0 35A5 5 0 0 0 5 40L25 40A5 5 0 0 0 30 35L30 0Z"},
        ),
        (
            Line(1, 2, 3.25, 4, "ink", 2, round_ends=True),
            "path",
            {"d": "M1 2L3.25 4", "class": "f-none s-ink", "stroke-linecap": "round"},
        ),
        (Path((0, 0), CURVE, "tint", "ink", 2), "path", {"d": "M0 0C1 2 3 4 5 6Z", "class": "f-tint s-ink"}),
        (Circle(5, 6, 4, "amber"), "circle", {"cx": "5", "cy": "6", "r": "4", "class": "f-amber"}),
        (Circle(10, 10, 4, "", "ink", 1, 0, 90), "path", {"d": "M14 10A4 4 0 0 0 10 6"}),
        (Circle(10, 10, 4, "", "ink", 1, 0, 270), "path", {"d": "M14 10A4 4 0 1 0 10 14"}),
        (Circle(10, 10, 4, "", "ink", 1, 0, -90), "path", {"d": "M14 10A4 4 0 0 1 10 14"}),
        (Poly(((0, 0), (4, 0), (2, 3)), "ink"), "path", {"d": "M0 0L4 0L2 3Z", "class": "f-ink"}),
        (
            Text(5, 6, "<b>", 14, "ink2", bold=True),
            "text",
            {"x": "5", "y": "6", "font-size": "14", "font-weight": "700", "text-anchor": "middle", "class": "f-ink2"},
        ),
    ],
)
def test_each_shape_is_drawn_as_it_is(shape: Shape, tag: str, attributes: dict[str, str]) -> None:
    made = drawn(shape)
    assert made.tag == tag
    assert attributes.items() <= made.attributes.items()


def test_what_comes_again_is_said_once_and_shown_at_each_place() -> None:
    copies = Copies((Circle(0, 5, 4, "amber"), Rect(-1, 2, 3, 4, "tint")), ((10.5, 1), (20, 2)))
    made = page(svg(Drawing(100, 50, (Circle(1, 1, 1, "ink"), copies)), "Two", "wide", "p7")).one("svg")
    assert [each.attributes for each in made.every("use")] == [
        {"href": "#p7-1", "x": "10.5", "y": "1"},
        {"href": "#p7-1", "x": "20", "y": "2"},
    ]
    assert [each.tag for each in unfolded(made)] == ["circle", "circle", "rect", "circle", "rect"]
    assert [each.attributes["class"] for each in made.every("rect")] == ["f-tint"]


def test_a_row_that_comes_again_is_said_once_and_the_rest_of_a_row_by_itself() -> None:
    copies = Copies((Circle(0, 5, 4, "amber"),), ((1, 0), (2, 0), (1, 9), (2, 9), (1, 18)))
    made = page(svg(Drawing(100, 50, (copies,)), "Five", "wide", "p7")).one("svg")
    assert [each.attributes for each in made.every("use")] == [
        {"href": "#p7-0", "x": "1"},
        {"href": "#p7-0", "x": "2"},
        {"href": "#p7-0-1", "y": "0"},
        {"href": "#p7-0-1", "y": "9"},
        {"href": "#p7-0", "x": "1", "y": "18"},
    ]
    assert [each.tag for each in unfolded(made)] == ["circle"] * 5


def test_words_in_a_picture_are_text() -> None:
    assert drawn(Text(5, 6, "<b>&amp;\u202e", 14, "ink")).words == "<b>&amp;[U+202E]"


def test_a_picture_has_its_words_as_an_attribute_and_no_other() -> None:
    made = page(svg(Drawing(100, 50, ()), "a \"b\" 'c' <d>", "wide", "p")).one("svg")
    assert made.attributes["aria-label"] == "a \"b\" 'c' <d>"
    assert made.attributes["role"] == "img"
    assert made.attributes["viewBox".lower()] == "0 0 100 50"


@pytest.mark.parametrize("block", PICTURES, ids=lambda block: type(block.picture).__name__)
@pytest.mark.parametrize("width", WIDTHS.values())
def test_every_shape_of_a_real_picture_is_in_the_page_and_uses_known_colors(block: PictureBlock, width: float) -> None:
    drawing = shapes(block.picture, width, BODY, SMALL, measured)
    made = unfolded(page(svg(drawing, block.picture.alt, "wide", "p")).one("svg"))
    assert len(made) == len(drawing.shapes)
    assert [each.words for each in made if each.tag == "text"] == [
        shape.text for shape in drawing.shapes if isinstance(shape, Text)
    ]
    used = {name for each in made for name in re.findall(r"\b[fs]-(\w+)", each.attributes["class"])} - {"none"}
    assert used <= set(tokens(Palette.LIGHT))


def test_words_in_pictures_take_no_more_room_than_was_guessed() -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    fonts = load_fonts(FONTS)
    for block in PICTURES:
        for shape in shapes(block.picture, WIDTHS["wide"], BODY, SMALL, measured).shapes:
            if isinstance(shape, Text) and len(shape.text) > 1:
                font = fonts.bold if shape.bold else fonts.regular
                assert stringWidth(shape.text, font, shape.size) <= measured(shape.text, shape.size, shape.bold)
