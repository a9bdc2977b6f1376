"""Whatever a drawing tells by a fill or a line can be told apart in gray print and by whoever sees colors otherwise."""

import pytest

from her2guide.look import Palette, contrast, luminance, tokens
from tests.guide.color_vision import WAYS

# What is told: the two colors, and the contrast that is enough, 3 to 1 where a form is told by them alone.
TOLD = {
    "a person counted and one not counted": ("figon", "figoff", 3.0),
    "the outline of a person not counted": ("figline", "surface", 3.0),
    "a stained ring and a cell": ("stain", "cell", 3.0),
    "a cell on the slide": ("cellline", "slide", 3.0),
    "the medicine or the cell's mark and the cell": ("spike", "lungfill", 3.0),
    "the outline of a spot in the lungs": ("spotline", "lungfill", 3.0),
    "the outline of medicine let go, on the nucleus": ("onamber", "nucleus", 3.0),
    "the lungs' outline": ("lungline", "surface", 3.0),
    "a step that is here and one that is not": ("ink", "page", 3.0),
    "the border of a step to come": ("lineui", "page", 3.0),
    "the panel to call now": ("amberline", "page", 3.0),
    "neighbors on the infusion ring": ("b1", "b3", 1.5),
    "other neighbors on the infusion ring": ("b2", "b3", 1.5),
}
NORMAL = [palette for palette in Palette if palette is not Palette.HIGH_CONTRAST]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize("told", TOLD)
def test_what_a_drawing_tells_is_seen_in_every_way_of_seeing(told: str, palette: Palette, way: str) -> None:
    one, other, least = TOLD[told]
    found, seen = tokens(palette), WAYS[way]
    assert contrast(seen(found[one]), seen(found[other])) >= least


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("palette", NORMAL)
def test_the_bands_keep_their_order_from_less_to_more_in_every_way_of_seeing(palette: Palette, way: str) -> None:
    light = [luminance(WAYS[way](tokens(palette)[f"b{band}"])) for band in range(4)]
    assert light in (sorted(light), sorted(light, reverse=True))


def test_red_and_green_of_one_lightness_look_alike_to_whoever_lacks_a_cone_for_one_of_them() -> None:
    red, green = "#C85A4B", "#808A3A"
    seen = WAYS["deuteranopia"]
    assert contrast(seen(red), seen(green)) < 1.3
    assert WAYS["gray"]("#FFFFFF") == "#FFFFFF"
    assert all(WAYS[way]("#000000") == "#000000" for way in WAYS)
