"""A longer language, and one that is read from right to left: every page stays whole."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.guide.pictures import Circle, Drawing, Line, Poly, Rect, Text, her2_scale, mirrored
from her2guide.guide.scale_words import scale_words
from her2guide.library.library import Library, languages
from her2guide.look import Palette
from her2guide.model.terms import Her2Category
from her2guide.ui import theme
from her2guide.ui.draw import WIDEST, PictureWidget, outline
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.found import WhichPage
from her2guide.ui.pages.report import ReportPage
from her2guide.ui.text import TermButton, TextBlock
from her2guide.ui.theme import Theme
from tests.ui.geometry import WHOLE, area, out_of_order, wrong
from tests.ui.pseudo import LANGUAGE, longer, write
from tests.ui.report_people import LOW, TWO, wait
from tests.ui.said import PEOPLE
from tests.ui.tour import words
from tests.ui.window_people import LIBRARY, go_on, no_file, opened, question, settle, to_page, walk

DEV = PEOPLE["dev takes Enhertu"]
LOOKS = [(1024, 768, 100), (1024, 768, 200), (960, 640, 100), (960, 640, 200)]


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = write(tmp_path_factory.mktemp("pseudo"))
    library = Library(LANGUAGE, root)
    library.load_all()
    assert languages(root, "draft") == (LANGUAGE,)
    return library


@pytest.fixture
def right_to_left(app: QApplication) -> Iterator[None]:
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def overlays(window: MainWindow) -> Iterator[None]:
    for show in (window.show_signs, window.show_call, window.clear_and_leave):
        show()
        settle()
        yield


def test_the_test_language_is_longer_and_keeps_what_is_filled_in() -> None:
    assert longer("Question {number} of {total}") != "Question {number} of {total}"
    assert "{number}" in longer("Question {number} of {total}")
    assert longer('{{ term("ild") }}') == '{{ term("ild") }}'
    english = "Please hand this page to your nurse at the clinic today."
    assert 1.3 < len(longer(english)) / len(english) < 1.5


@pytest.mark.parametrize(("width", "height", "step"), LOOKS)
def test_every_page_of_a_longer_language_is_whole(
    width: int, height: int, step: int, pseudo: Library, app: QApplication
) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    window = opened(pseudo, can_print=True)
    window.resize(width, height)
    settle()
    for page in walk(window, DEV):
        assert (window.width(), window.height()) == (width, height), page.title
        assert page.title[0] == "«"
        assert wrong(window, *WHOLE) == {}, page.title
    for _ in overlays(window):
        assert wrong(window, *WHOLE) == {}, window.page.title


@pytest.mark.parametrize("text", [LOW, TWO])
def test_every_page_of_a_report_in_a_longer_language_is_whole(text: str, pseudo: Library, app: QApplication) -> None:
    theme.apply(app, Theme(Palette.LIGHT, 200))
    window = opened(pseudo, choose_report=no_file)
    window.resize(960, 640)
    window.trips.show_report()
    settle()
    titles = []
    while window.trips.reporting is not None:
        page = window.page
        if isinstance(page, ReportPage):
            page.field.set_value(text)
            settle()
        if isinstance(page, WhichPage):
            page.choices.group.rows[0].click()
        titles.append(page.title)
        assert wrong(window, *WHOLE) == {}, page.title
        go_on(window)
        wait(window)
    assert len(titles) > 5
    assert all(title.startswith("«") for title in titles)


def test_no_english_is_left_in_another_language(pseudo: Library, app: QApplication) -> None:
    window, english = opened(pseudo), set(LIBRARY.words.values()) | set(LIBRARY.questions.word.values())
    for page in walk(window, PEOPLE["gus knows nothing yet"]):
        assert {*words(window.centralWidget())} & english == set(), page.title


@pytest.mark.parametrize(("width", "height", "step"), [(1024, 768, 100), (960, 640, 200)])
def test_every_page_read_from_right_to_left_is_whole(
    width: int, height: int, step: int, right_to_left: None, app: QApplication
) -> None:
    theme.apply(app, Theme(Palette.LIGHT, step))
    window = opened(can_print=True)
    window.resize(width, height)
    settle()
    for page in walk(window, DEV):
        assert wrong(window, *WHOLE, out_of_order) == {}, page.title
    for _ in overlays(window):
        assert wrong(window, *WHOLE, out_of_order) == {}, window.page.title


def places(window: MainWindow) -> list[tuple[str, QRect]]:
    """Return where everything with a name stands, but for words inside a text, which are English still."""
    parts = [each for each in window.findChildren(QWidget) if each.isVisible() and each.accessibleName()]
    parts = [each for each in parts if not isinstance(each, TermButton)]
    return [(each.accessibleName(), area(window, each)) for each in parts]


@pytest.mark.parametrize("place", ["start", "her2-score", "matters-most", "check", "guide/your-result"])
def test_right_to_left_is_the_mirror_of_left_to_right(
    place: str, app: QApplication, request: pytest.FixtureRequest
) -> None:
    window = opened()
    to_page(window, DEV, place)
    before = places(window)
    request.getfixturevalue("right_to_left")
    window = opened()
    to_page(window, DEV, place)
    after = places(window)
    assert len(before) == len(after) > 8
    for (name, here), (same, there) in zip(before, after, strict=True):
        assert name == same
        assert abs(window.width() - there.right() - 1 - here.left()) <= 1, name
        assert here.size() == there.size()
        assert here.top() == there.top()


def test_the_scale_goes_from_right_to_left_too(app: QApplication) -> None:
    scale = her2_scale(Her2Category.LOW, False, scale_words(LIBRARY))
    there = PictureWidget(scale)
    for width in range(200, WIDEST, 9):
        here, other = there.drawing(width), mirrored(there.drawing(width))
        for one, two in zip(here.shapes, other.shapes, strict=True):
            if isinstance(one, Rect) and isinstance(two, Rect):
                assert two.x + two.width == pytest.approx(here.width - one.x)
    (left,) = [shape.x for shape in here.shapes if isinstance(shape, Text) and shape.text == scale.flag]
    (right,) = [shape.x for shape in other.shapes if isinstance(shape, Text) and shape.text == scale.flag]
    assert left > here.width / 2 > right


def test_a_picture_seen_in_a_mirror_twice_is_the_picture() -> None:
    shapes = (
        Rect(1, 2, 3, 4),
        Line(1, 2, 3, 4, "ink", 1),
        Circle(5, 5, 2, start=30, sweep=160),
        Poly(((0, 0), (4, 1)), "ink"),
        Text(3, 4, "HER2", 12, "ink", anchor="start"),
    )
    drawing = Drawing(10, 10, shapes)
    other = mirrored(drawing)
    assert mirrored(other) == drawing
    assert [type(shape) for shape in other.shapes] == [type(shape) for shape in shapes]
    assert (other.shapes[2].start, other.shapes[4].anchor) == (-10, "end")  # type: ignore[union-attr]


def test_every_box_of_the_scale_is_filled_at_every_width_both_ways(app: QApplication) -> None:
    picture = PictureWidget(her2_scale(Her2Category.LOW, False, scale_words(LIBRARY)))
    for width in range(200, WIDEST, 3):
        for drawing in (picture.drawing(width), mirrored(picture.drawing(width))):
            for shape in drawing.shapes:
                if isinstance(shape, Rect):
                    inside = [(x, y) for x in (0.2, 0.8) for y in (0.2, 0.8)]
                    spots = [QPointF(shape.x + x * shape.width, shape.y + y * shape.height) for x, y in inside]
                    assert all(outline(shape).contains(spot) for spot in spots), (width, shape)


def test_the_left_arrow_goes_on_where_people_read_from_right_to_left(right_to_left: None, app: QApplication) -> None:
    window = opened()
    to_page(window, PEOPLE["gus knows nothing yet"], "reader")
    rows = question(window).part.choices.group.rows  # type: ignore[attr-defined]
    rows[0].setFocus()
    QTest.keyClick(rows[0], Qt.Key.Key_Left)
    assert rows[1].isChecked()
    QTest.keyClick(rows[1], Qt.Key.Key_Right)
    assert rows[0].isChecked()


def test_a_heading_begins_at_the_right_edge_there(right_to_left: None, app: QApplication) -> None:
    window = opened()
    heading = window.page.heading
    image = heading.grab().toImage()
    paper = image.pixelColor(heading.width() // 3, 1)
    inked = [
        x
        for x in range(12, image.width() - 12)
        if any(image.pixelColor(x, y) != paper for y in range(14, image.height() - 14))
    ]
    assert isinstance(heading, TextBlock)
    assert min(inked) > heading.width() // 4
    assert max(inked) > heading.width() - 20
    assert window.childAt(QPoint(60, 30)) is not window.top.mark
