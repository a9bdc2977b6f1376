"""Writes pictures of the counselor's window, to be looked at: `python -m tests.ui.consult_screens FOLDER`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.consult.desk import Desk
from her2guide.ui.consult.window import VIEWS
from her2guide.ui.theme import Theme
from tests.ui.consult_people import with_guide
from tests.ui.window_people import settle

SIZES = ((440, 728), (760, 1040), (1440, 860))
LOOKS = ((Palette.LIGHT, 100), (Palette.DARK, 200), (Palette.HIGH_CONTRAST, 130))


def shoot(desk: Desk, folder: Path, name: str) -> None:
    """Write the page in every look and size."""
    for palette, step in LOOKS:
        theme.wear_own(desk.counselor, Theme(palette, step))
        for width, height in SIZES:
            desk.counselor.resize(width, height)
            settle()
            desk.counselor.grab().save(str(folder / f"{name}-{palette}-{step}-{width}.png"))
    theme.wear_own(desk.counselor, Theme())


def both(desk: Desk) -> QImage:
    """Return the two windows side by side, as they stand on one screen."""
    desk.window.resize(960, 800)
    desk.counselor.resize(560, 800)
    settle()
    shown = [window.grab().toImage() for window in (desk.window, desk.counselor)]
    made = QImage(sum(each.width() for each in shown) + 16, shown[0].height(), QImage.Format.Format_RGB32)
    made.fill(0x66757B)
    painter = QPainter(made)
    painter.drawImage(0, 0, shown[0])
    painter.drawImage(shown[0].width() + 16, 0, shown[1])
    painter.end()
    return made


def main(folder: Path) -> None:
    """Write every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, Theme())
    desk = with_guide()
    desk.turn_to("lungs")
    both(desk).save(str(folder / "consult-both.png"))
    for view in VIEWS:
        desk.show_view(view)
        shoot(desk, folder, f"consult-{view}")
    for name, show in (("next", desk.ask_for_next), ("covered", desk.cover_window)):
        show()
        shoot(desk, folder, f"consult-{name}")
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
