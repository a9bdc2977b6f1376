"""A clinic's logo stands on the first page, whole and in one size, and a file that is no picture does no harm."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from her2guide.logo import MAX_LOGO
from her2guide.look import Palette
from her2guide.settings import HOME, KIOSK, Settings
from her2guide.ui import theme
from her2guide.ui.logo import Logo
from her2guide.ui.main_window import MainWindow
from her2guide.ui.theme import Theme
from tests.ui.geometry import broken, cut, lost, outside, wrong
from tests.ui.window_people import LIBRARY, opened, settle

SHAPE = b'<rect width="400" height="100" fill="#c00"/>'
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100">' + SHAPE + b"</svg>"


def png(folder: Path, width: int, height: int) -> Path:
    """Write a red picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#cc0000"))
    file = folder / "logo.png"
    assert image.save(str(file))
    return file


def svg(folder: Path) -> Path:
    """Write a red drawing."""
    file = folder / "logo.svg"
    file.write_bytes(SVG)
    return file


def with_logo(file: Path, settings: Settings = HOME, name: str = "Elm Street Clinic") -> MainWindow:
    """Return a window on the start page of a clinic with a logo."""
    return opened(settings=replace(settings, site=replace(settings.site, name=name, logo=str(file))))


def shown(window: MainWindow) -> Logo:
    (found,) = [each for each in window.page.findChildren(Logo) if each.isVisible()]
    return found


@pytest.mark.parametrize("settings", [HOME, KIOSK])
def test_it_stands_on_the_first_page_under_the_clinics_name(
    settings: Settings, app: QApplication, tmp_path: Path
) -> None:
    window = with_logo(svg(tmp_path), settings)
    assert shown(window).accessibleName() == "Elm Street Clinic"
    window.go_on()
    settle()
    assert [each for each in window.findChildren(Logo) if each.isVisible()] == []


@pytest.mark.parametrize(("width", "height"), [(4000, 10), (10, 4000), (3000, 3000), (8, 8), (440, 128)])
def test_it_is_whole_and_in_one_place_whatever_its_form(
    width: int, height: int, app: QApplication, tmp_path: Path
) -> None:
    logo = shown(with_logo(png(tmp_path, width, height)))
    assert (logo.width(), logo.height()) == (220, 64)
    assert logo.image.width() <= 220
    assert logo.image.height() <= 64
    assert logo.grab().toImage().pixelColor(logo.rect().center()) == QColor("#cc0000")


@pytest.mark.parametrize("palette", Palette)
def test_it_is_on_white_in_all_colors_and_nothing_is_cut_at_any_size(
    palette: Palette, app: QApplication, tmp_path: Path
) -> None:
    window = with_logo(svg(tmp_path))
    for step in theme.STEPS:
        theme.apply(app, Theme(palette, step))
        settle()
        logo = shown(window)
        assert logo.grab().toImage().pixelColor(QPoint(logo.width() // 2, 2)) == QColor("#ffffff")
        assert wrong(window, cut, broken, outside, lost) == {}


BAD = (
    b"",
    b"no picture",
    b"\x89PNG\r\n\x1a\n" + bytes(40),
    b"<svg",
    SVG.replace(b"<rect", b"<image"),
    SVG + bytes(MAX_LOGO),
)


@pytest.mark.parametrize("data", BAD)
def test_a_file_that_cannot_be_shown_is_left_out(data: bytes, app: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    file.write_bytes(data)
    window = with_logo(file)
    assert window.page.findChildren(Logo) == []
    assert window.page.heading.isVisible()
    file.unlink()
    window.show_start()
    settle()
    assert window.page.heading.isVisible()


def test_a_clinic_without_a_name_still_has_a_logo_that_is_told(app: QApplication, tmp_path: Path) -> None:
    assert shown(with_logo(svg(tmp_path), name="")).accessibleName() == LIBRARY.word("start.logo")
