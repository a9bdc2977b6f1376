"""Sections on the screen hold exactly the words of the guide, whole at every size and width."""

import itertools
import subprocess
import sys
from collections.abc import Callable
from functools import cache

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from her2guide.guide.document import (
    Bullets,
    Callout,
    Contacts,
    GuideDocument,
    Heading,
    Paragraph,
    PictureBlock,
    Role,
    Section,
    Span,
    Table,
    Tone,
    line,
    lines_of,
    plain,
    typed,
)  # fmt: skip
from her2guide.look import Palette
from her2guide.model.terms import Her2Category
from her2guide.output.typed_text import visible
from her2guide.ui.blocks import SectionView, section_widget
from her2guide.ui.buttons import QuietButton
from her2guide.ui.draw import PictureWidget
from her2guide.ui.layout import Panel
from her2guide.ui.parts import Explained
from her2guide.ui.tables import TableRow, TableView
from her2guide.ui.text import TermButton, TextBlock
from her2guide.ui.theme import STEPS, Theme
from tests.journeys.write import PEOPLE, document_of
from tests.output.sample_document import SIGNS, picture, sample
from tests.ui.conftest import Show

WHO = sorted(path.stem for path in PEOPLE.glob("*.json"))


@cache
def guide(person: str) -> GuideDocument:
    return document_of(PEOPLE / f"{person}.json")


def explain(target: str) -> tuple[str, str]:
    return target, f"The meaning of {target}."


def shown(view: QWidget) -> list[str]:
    """Return the words in the order of the widgets, as a screen reader walks them."""
    found: list[str] = []
    for child in view.children():
        if isinstance(child, TextBlock | PictureWidget) and not child.isHidden():
            found.append(child.words)
        elif isinstance(child, QWidget) and not child.isHidden():
            found += shown(child)
    return [words for words in found if words.strip()]


def meant(section: Section) -> list[str]:
    lines = [visible(plain(each)) for block in section.blocks for each in lines_of(block)]
    return [section.title, *(words for words in lines if words.strip())]


def place_in(view: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(view, QPoint(0, 0)), part.size())


def texts(view: QWidget) -> list[TextBlock]:
    return [each for each in view.findChildren(TextBlock) if each.isVisible()]


def longer(section: Section) -> Section:
    """Return a section whose paragraphs and items are 40 % longer."""

    def grown(text):  # type: ignore[no-untyped-def]
        words = plain(text)
        return (*text, Span(" " + "lång " * (len(words) * 2 // 25)))

    blocks = []
    for block in section.blocks:
        match block:
            case Paragraph(text):
                blocks.append(Paragraph(grown(text)))
            case Heading(text):
                blocks.append(Heading(grown(text)))
            case Bullets(items):
                blocks.append(Bullets(tuple(map(grown, items))))
            case Table(rows, header, caption):
                blocks.append(Table(tuple(tuple(map(grown, row)) for row in rows), header, caption))
            case Callout(text, items, tone):
                blocks.append(Callout(grown(text), tuple(map(grown, items)), tone))
            case _:
                blocks.append(block)
    return Section(section.id, section.title, tuple(blocks))


@pytest.mark.parametrize("person", WHO)
def test_every_section_shows_the_words_of_the_guide_in_their_order(person: str, show: Show) -> None:
    for section in guide(person).sections:
        view = show(section_widget(section, explain=explain, close="Close"), 940)
        assert shown(view) == meant(section)


def test_the_sample_shows_its_words_in_their_order(show: Show) -> None:
    for section in sample().sections:
        assert shown(show(section_widget(section), 940)) == meant(section)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("width", [360, 640, 940])
def test_no_text_is_cut_even_when_it_is_longer(width: int, step: int, wear: Callable[..., Theme], show: Show) -> None:
    wear(Palette.LIGHT, step)
    for section in (*sample().sections, *guide("dev-takes-enhertu").sections[:3]):
        view = show(section_widget(longer(section), explain=explain, close="Close"), width)
        for text in texts(view):
            assert text.height() >= text.heightForWidth(text.width()), text.words
            assert view.rect().contains(place_in(view, text)), text.words
        places = sorted((place_in(view, text) for text in texts(view)), key=QRect.top)
        for one, other in itertools.combinations(places, 2):
            assert not one.adjusted(4, 4, -4, -4).intersects(other)


def test_a_section_follows_a_change_of_theme(wear: Callable[..., Theme], show: Show) -> None:
    view = section_widget(guide("dev-takes-enhertu").sections[0], explain=explain, close="Close")
    show(view, 940)
    before = view.heightForWidth(940)
    wear(Palette.DARK, 200)
    show(view, 940)
    assert view.heightForWidth(940) > 1.5 * before
    assert all(text.height() >= text.heightForWidth(text.width()) for text in texts(view))


def test_neighbouring_callouts_share_one_amber_panel_with_the_numbers(show: Show) -> None:
    view = show(section_widget(Section("s", "Signs", (*SIGNS, Callout(line("A note.")))), titled=False), 940)
    panels = view.findChildren(Panel)
    assert len(panels) == 2
    assert panels[0].grab().toImage().pixelColor(panels[0].width() - 40, 60) == Theme().color("amberbg")
    assert panels[1].grab().toImage().pixelColor(panels[1].width() - 40, 30) == Theme().color("tint")


def test_an_empty_number_is_a_line_and_never_a_word(show: Show) -> None:
    block = Contacts(((line("Daytime"), typed("555-0134")), (line("Nights"), ())))
    view = show(section_widget(Section("s", "Phones", (block,)), titled=False), 940)
    assert shown(view) == ["Daytime", "555-0134", "Nights"]


def table_view(view: QWidget) -> TableView:
    return view.findChildren(TableView)[0]


TABLE = Table(
    (
        (line("Out of 100 people"), line("Enhertu"), line("Chemotherapy")),
        (line("The cancer shrank"), line("57"), line("31")),
        (line("Felt sick to the stomach"), line("66"), line("28")),
    )
)


def test_a_table_has_rows_where_it_fits_and_names_each_cell_where_it_does_not(
    wear: Callable[..., Theme], show: Show
) -> None:
    view = section_widget(Section("s", "Numbers", (TABLE,)), titled=False)
    show(view, 940)
    table = table_view(view)
    assert len({cell.y() for cell in table.rows[1].cells}) == 1
    wear(Palette.LIGHT, 200)
    show(view, 420)
    assert shown(view)[:6] == ["Out of 100 people", "The cancer shrank", "Enhertu", "57", "Chemotherapy", "31"] or (
        set(shown(view)) == set(meant(Section("s", "Numbers", (TABLE,)))) - {"Numbers"}
    )
    assert [text for text in texts(view) if text.height() < text.heightForWidth(text.width())] == []


@pytest.mark.parametrize(("width", "step"), [(720, 100), (928, 100), (1120, 130), (1400, 160)])
def test_tables_under_each_other_have_their_columns_in_line(
    width: int, step: int, wear: Callable[..., Theme], show: Show
) -> None:
    wear(Palette.LIGHT, step)
    other = Table(
        (
            (line("Harm"), line("Enhertu"), line("Chemotherapy")),
            (line("At least one severe side effect"), line("53 of every 100"), line("fewer than one of every 100")),
        )
    )
    view = show(section_widget(Section("s", "Numbers", (TABLE, other)), titled=False), width)
    one, two = ([[cell.x() for cell in row.cells] for row in each.rows] for each in view.findChildren(TableView))
    assert len({tuple(row) for row in one + two}) == 1
    assert 0 == one[0][0] < one[0][1] < one[0][2]
    assert [text.words for text in texts(view) if text.height() < text.heightForWidth(text.width())] == []


def test_a_row_is_one_stop_that_says_all_of_it(show: Show) -> None:
    view = show(section_widget(Section("s", "Numbers", (TABLE,)), titled=False), 940)
    rows = view.findChildren(TableRow)
    names = [QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name) for row in rows]
    assert names[1] == "Out of 100 people: The cancer shrank; Enhertu: 57; Chemotherapy: 31"
    assert all(cell.focusPolicy() == Qt.FocusPolicy.NoFocus for row in rows for cell in row.cells)


TERM = Section("s", "Title", (Paragraph((Span("Your "), Span("report", Role.TERM, "report"), Span(" says it."))),))


def test_a_word_is_explained_in_place_and_closed_again(show: Show) -> None:
    view = show(section_widget(TERM, explain=explain, close="Close"), 940)
    button = view.findChildren(TermButton)[0]
    QTest.keyClick(button, Qt.Key.Key_Return)
    holder = view.findChildren(Explained)[0]
    assert holder.panel is not None
    said = holder.panel.findChildren(TextBlock)[0]
    assert said.words == "report: The meaning of report."
    assert said.hasFocus()
    show(view, 940)
    assert holder.panel.y() >= holder.text.geometry().bottom() - 1
    QTest.mouseClick(holder.panel.findChildren(QuietButton)[0], Qt.MouseButton.LeftButton)
    assert holder.panel is None
    assert QGuiApplication.focusObject() is button


def test_a_word_nobody_can_explain_is_only_a_word(show: Show) -> None:
    view = show(section_widget(TERM, explain=lambda _target: None, close="Close"), 940)
    assert view.findChildren(TermButton) == []
    assert shown(view) == ["Title", "Your report says it."]


@pytest.mark.parametrize("palette", Palette)
def test_the_scale_is_drawn_in_every_theme(palette: Palette, wear: Callable[..., Theme], show: Show) -> None:
    worn = wear(palette)
    block = picture(Her2Category.LOW)
    assert isinstance(block, PictureBlock)
    drawn = show(PictureWidget(block.picture), 900)
    assert isinstance(drawn, PictureWidget)
    image = drawn.grab().toImage()
    bands = [shape for shape in drawn.drawing(900).shapes if getattr(shape, "fill", "") in ("b0", "b1", "b2", "b3")]
    found = [image.pixelColor(int(band.x + 12), int(band.y + 8)) for band in bands]  # type: ignore[union-attr]
    assert found == [worn.color(f"b{place}") for place in range(4)]
    grey = [color.lightness() for color in found]
    if palette is not Palette.HIGH_CONTRAST:
        assert grey == sorted(grey, reverse=palette is Palette.LIGHT)
        assert len({color.name() for color in found}) == 4


@pytest.mark.parametrize("step", STEPS)
def test_a_picture_says_what_it_shows_and_fits(step: int, wear: Callable[..., Theme], show: Show) -> None:
    wear(Palette.LIGHT, step)
    block = picture(Her2Category.LOW)
    for width in (320, 600, 1000):
        drawn = show(PictureWidget(block.picture), width)
        interface = QAccessible.queryAccessibleInterface(drawn)
        assert interface.role() == QAccessible.Role.Graphic
        assert interface.text(QAccessible.Text.Name) == block.picture.alt
        assert drawn.height() >= drawn.heightForWidth(width)


def test_call_now_is_the_only_amber(show: Show) -> None:
    note = show(section_widget(Section("s", "T", (Callout(line("A note."), (), Tone.NOTE),)), titled=False), 600)
    image = note.grab().toImage()
    amber = {Theme().color(name).name() for name in ("amber", "amberbg", "amberline")}
    seen = {image.pixelColor(x, y).name() for x in range(0, 600, 7) for y in range(0, image.height(), 3)}
    assert not seen & amber


def test_a_section_is_named_for_screen_readers(show: Show) -> None:
    view = show(section_widget(TERM), 600)
    assert isinstance(view, SectionView)
    assert QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Name) == "Title"


HEAVY = ("reportlab", "jinja2", "markdown_it", "pypdf", "cryptography", "pyphen")


def test_the_foundation_needs_no_heavy_library() -> None:
    asked = f"import sys, her2guide.ui.blocks, her2guide.ui.controls; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
