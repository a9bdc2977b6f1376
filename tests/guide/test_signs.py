"""The ladder of signs: each has its own picture and its own words, and is as urgent as the text says."""

from itertools import combinations
from math import cos, radians, sin

import pytest

from her2guide.guide.document import Callout, Tone, panel_length, plain
from her2guide.guide.pictures import SIGNS, Circle, Line, Shape, Text, draw_sign, mirrored
from her2guide.guide.signs import all_signs
from her2guide.library.library import Library
from her2guide.library.records import Urgency
from her2guide.look import Palette, contrast, tokens
from tests.guide.test_drawings import reach

LIBRARY = Library()
TONES = {Urgency.EMERGENCY: Tone.EMERGENCY, Urgency.CALL_NOW: Tone.CALL_NOW, Urgency.SAME_DAY: Tone.NOTE}
FILLS = {"amber": "onamber", "amberbg": "ink", "tint": "ink"}  # of the panels, and what is drawn on them


def painted(shape: Shape) -> list[Shape]:
    """Return a shape, or points of an arc: the rest of its circle is not painted."""
    if not isinstance(shape, Circle) or shape.sweep >= 360:
        return [shape]
    turns = [radians(shape.start + shape.sweep * step / 20) for step in range(21)]
    places = [(shape.x + shape.radius * cos(turn), shape.y - shape.radius * sin(turn)) for turn in turns]
    return [Line(x, y, x, y, shape.stroke, shape.stroke_width) for x, y in places]


def test_every_sign_to_call_about_has_a_picture_and_no_picture_is_left_over() -> None:
    assert set(SIGNS) == set(LIBRARY.red_flags)


def test_each_picture_stands_before_the_words_of_its_own_sign_in_the_panel_of_its_urgency() -> None:
    rungs = all_signs(LIBRARY)
    assert [rung.tone for rung in rungs] == list(TONES.values())
    for rung, urgency in zip(rungs, TONES, strict=True):
        wanted = [name for name, sign in LIBRARY.red_flags.items() if sign.urgency is urgency]
        assert list(rung.signs) == wanted
        for name, item in zip(rung.signs, rung.items, strict=True):
            before = LIBRARY.red_flag_words[name].text.partition("{{")[0]
            assert plain(item).startswith(before), name


def test_each_rung_is_a_panel_of_its_own() -> None:
    rungs = all_signs(LIBRARY)
    assert [panel_length(rungs[place:]) for place in range(3)] == [1, 1, 1]


@pytest.mark.parametrize("size", [20, 28, 90])
@pytest.mark.parametrize("sign", SIGNS)
def test_a_picture_stays_in_its_square_has_one_color_and_no_words(sign: str, size: float) -> None:
    drawing = draw_sign(sign, size, "onamber")
    assert (drawing.width, drawing.height) == (size, size)
    for shape in drawing.shapes:
        for left, top, right, bottom in map(reach, painted(shape)):
            assert min(left, top) >= -0.01
            assert max(right, bottom) <= size + 0.01
        assert not isinstance(shape, Text)
        assert {getattr(shape, part, "") for part in ("fill", "stroke")} <= {"", "onamber"}


def test_no_two_signs_have_one_picture() -> None:
    drawn = {sign: draw_sign(sign, 24, "ink") for sign in SIGNS}
    assert all(drawn[one] != drawn[other] for one, other in combinations(SIGNS, 2))


@pytest.mark.parametrize("sign", SIGNS)
def test_a_mirrored_picture_mirrored_again_is_the_picture(sign: str) -> None:
    drawing = draw_sign(sign, 24, "ink")
    for shape, back in zip(drawing.shapes, mirrored(mirrored(drawing)).shapes, strict=True):
        assert reach(shape) == pytest.approx(reach(back))


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize("fill", FILLS)
def test_a_picture_is_seen_on_its_panel(palette: Palette, fill: str) -> None:
    found = tokens(palette)
    assert contrast(found[fill], found[FILLS[fill]]) >= 4.5


def test_a_sign_without_a_picture_is_refused() -> None:
    with pytest.raises(KeyError):
        draw_sign("hiccup", 24, "ink")


def test_a_callout_without_signs_has_none() -> None:
    assert Callout(()).signs == ()
