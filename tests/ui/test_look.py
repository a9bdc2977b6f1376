"""The colors: the contrast table of the design, computed anew from the tokens, and seen in pixels."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.look import Palette, contrast, luminance, tokens
from her2guide.output import pdf_style
from her2guide.ui import theme
from her2guide.ui.buttons import PrimaryButton
from her2guide.ui.layout import Panel
from her2guide.ui.theme import STEPS, Theme, Themed, TypeRole
from tests.ui.conftest import Show

# what, front, back, floor, and the contrast in light, dark and high contrast
PAIRS = [
    ("body on page", "ink", "page", 10, (14.6, 15.6, 21.0)),
    ("body on card", "ink", "surface", 10, (15.6, 13.8, 21.0)),
    ("body on aside", "ink", "tint", 10, (13.6, 12.3, 21.0)),
    ("selected row text", "ink", "selbg", 10, (13.1, 10.6, 21.0)),
    ("call-now text", "ink", "amberbg", 10, (14.1, 12.9, 21.0)),
    ("call-now bar", "onamber", "amber", 7, (8.2, 8.2, 16.5)),
    ("hint, caption on page", "ink2", "page", 7, (8.6, 11.8, 21.0)),
    ("hint on card", "ink2", "surface", 7, (9.2, 10.4, 21.0)),
    ("hint on aside", "ink2", "tint", 7, (8.0, 9.3, 21.0)),
    ("hint in selected row", "ink2", "selbg", 7, (7.7, 8.0, 21.0)),
    ("primary button", "onlake", "lake", 7, (10.9, 10.1, 16.5)),
    ("primary, hover", "onlake", "lakehover", 7, (12.2, 12.3, 21.0)),
    ("secondary button, link", "lake", "surface", 7, (10.9, 9.1, 16.5)),
    ("quiet button, link", "lake", "page", 7, (10.2, 10.4, 16.5)),
    ("control border on page", "lineui", "page", 3, (4.5, 6.3, 21.0)),
    ("control border on card", "lineui", "surface", 3, (4.8, 5.5, 21.0)),
    ("selected border", "selline", "selbg", 3, (9.2, 7.1, 16.5)),
    ("focus ring on page", "focus", "page", 3, (7.4, 10.3, 15.6)),
    ("focus ring on card", "focus", "surface", 3, (7.9, 9.0, 15.6)),
    ("focus ring on aside", "focus", "tint", 3, (6.9, 8.1, 15.6)),
    ("focus ring on selected", "focus", "selbg", 3, (6.6, 7.0, 15.6)),
    ("focus ring, call-now", "focus", "amberbg", 3, (7.2, 8.5, 15.6)),
    ("call-now border", "amberline", "amberbg", 3, (5.4, 7.8, 16.5)),
    ("call-now border on page", "amberline", "page", 3, (5.5, 9.4, 16.5)),
    ("error text", "error", "page", 7, (7.7, 10.3, 11.8)),
    ("error text in summary", "error", "errorbg", 7, (7.2, 8.9, 11.8)),
    ("unavailable text", "disabled", "disabledbg", 3, (3.8, 5.2, 11.2)),
    ("band HER2 0", "onb0", "b0", 10, (13.8, 12.1, 21.0)),
    ("band ultralow", "onb1", "b1", 7, (10.7, 7.6, 21.0)),
    ("band low", "onb2", "b2", 7, (7.7, 7.6, 21.0)),
    ("band positive", "onb3", "b3", 7, (7.7, 13.3, 21.0)),
    ("cell stain", "stain", "slide", 3, (8.5, 6.9, 16.5)),
    ("cell outline", "cellline", "slide", 3, (3.8, 3.7, 21.0)),
    ("primary, pressed", "onlake", "lakepress", 7, (15.2, 14.1, 21.0)),
    ("secondary, hover", "lake", "tint", 7, (9.5, 8.2, 16.5)),
    ("figure on v off", "figon", "figoff", 3, (10.9, 9.1, 16.5)),
    ("figure outline", "figline", "surface", 3, (4.8, 5.5, 21.0)),
    ("lungs", "lungline", "lungfill", 3, (9.2, 7.0, 21.0)),
    ("lung spots", "spotline", "lungfill", 3, (5.0, 6.4, 16.5)),
]


@pytest.mark.parametrize(("what", "front", "back", "floor", "said"), PAIRS, ids=[pair[0] for pair in PAIRS])
@pytest.mark.parametrize("palette", Palette)
def test_a_pair_of_colors_has_the_contrast_the_design_says(
    palette: Palette, what: str, front: str, back: str, floor: int, said: tuple[float, float, float]
) -> None:
    colors = tokens(palette)
    found = contrast(colors[front], colors[back])
    assert found == pytest.approx(said[list(Palette).index(palette)], abs=0.06)
    assert found >= floor


@pytest.mark.parametrize("palette", Palette)
def test_link_words_can_be_read_on_every_fill_they_stand_on(palette: Palette) -> None:
    colors = tokens(palette)
    assert all(contrast(colors["lake"], colors[fill]) >= 7 for fill in ("page", "surface", "tint", "amberbg"))


def test_the_bands_keep_their_order_in_grey() -> None:
    for palette in (Palette.LIGHT, Palette.DARK):
        light = [luminance(tokens(palette)[f"b{band}"]) for band in range(4)]
        assert light == sorted(light, reverse=palette is Palette.LIGHT)
        assert len(set(light)) == 4


def test_paper_uses_the_light_colors_of_the_window_on_white() -> None:
    assert {**tokens(Palette.LIGHT), "page": "#FFFFFF"} == pdf_style.LIGHT


@pytest.mark.parametrize("palette", Palette)
def test_what_is_painted_has_the_color_of_its_token(palette: Palette, wear: Callable[..., Theme], show: Show) -> None:
    worn = wear(palette)
    button, panel = show(PrimaryButton("Continue"), 220), show(Panel("amberbg", "amberline", stroke_width=2), 300, 90)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    assert button.grab().toImage().pixelColor(14, 30) == worn.color("lake")
    assert panel.grab().toImage().pixelColor(150, 45) == worn.color("amberbg")
    assert panel.grab().toImage().pixelColor(7, 45) == worn.color("amberline")


def test_qt_itself_follows_the_theme(app: QApplication, wear: Callable[..., Theme]) -> None:
    worn = wear(Palette.DARK)
    assert app.palette().color(QPalette.ColorRole.Window) == worn.color("page")
    assert app.palette().color(QPalette.ColorRole.WindowText) == worn.color("ink")
    assert theme.current() == worn


class Told(QWidget, Themed):
    """Notes its name when it is told of a theme."""

    def __init__(self, name: str, notes: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._notes = name, notes

    def retheme(self) -> None:
        self._notes.append(self._name)


def test_what_holds_others_learns_of_a_theme_after_them(app: QApplication) -> None:
    for _ in range(20):  # Qt itself lists widgets in an order of its own
        told: list[str] = []
        page = Told("page", told)
        table = Told("table", told, QWidget(page))
        cells = [Told("cell", told, Told("row", told, table)) for _ in range(3)]
        theme.apply(app, Theme(Palette.DARK))
        assert told == ["cell", "row"] * len(cells) + ["table", "page"]
        page.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("step", STEPS)
def test_type_grows_by_the_step_and_spaces_by_half_of_it(app: QApplication, step: int) -> None:
    worn, usual = Theme(step=step), Theme()
    for role in TypeRole:
        assert worn.size(role) == round(usual.size(role) * step / 100)
        assert QFontInfo(worn.font(role)).family() == "Source Sans 3"
    assert worn.px(16) == round(16 * (1 + (step - 100) / 200))
    assert worn.font(TypeRole.H1).weight() == QFont.Weight.Bold


def test_a_chosen_palette_wins_over_what_the_system_asks(app: QApplication) -> None:
    assert theme.asked_palette(Palette.DARK) is Palette.DARK
    assert theme.asked_palette() in Palette
