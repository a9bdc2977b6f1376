"""How the window looks next, when a person asks for another look."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.theme import STEPS, Theme

_PALETTES = tuple(Palette)


def next_size(theme: Theme) -> Theme:
    """Return the theme in the next text size; after the largest comes the smallest."""
    place = STEPS.index(theme.step) if theme.step in STEPS else -1
    return replace(theme, step=STEPS[(place + 1) % len(STEPS)])


def next_colors(theme: Theme) -> Theme:
    """Return the theme in the next colors."""
    return replace(theme, palette=_PALETTES[(_PALETTES.index(theme.palette) + 1) % len(_PALETTES)])


def wear(wanted: Theme) -> None:
    """Show everything in a theme, unless it is shown so already."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and wanted != theme.current():
        theme.apply(app, wanted)
