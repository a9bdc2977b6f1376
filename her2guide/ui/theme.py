"""Colors, type and space of the window as one value, and the one call that puts them on."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.library import paths
from her2guide.look import Palette, tokens

FAMILY = "Source Sans 3"
WEIGHTS = ("Regular", "Semibold", "Bold")
STEPS = (100, 130, 160, 200)
FRAME = 6  # kept free around every control and text, so that the focus ring is never cut
LINE_LENGTH = 72  # characters


class TypeRole(StrEnum):
    """What a text is for; it decides size, weight and line height."""

    DISPLAY = "display"
    H1 = "h1"
    BIG = "big"
    H2 = "h2"
    LEAD = "lead"
    H3 = "h3"
    BODY = "body"
    SMALL = "small"


# size and line height in pixels at 100 %, and whether all of it is bold
_TYPE: dict[TypeRole, tuple[int, int, bool]] = {
    TypeRole.DISPLAY: (45, 54, True),
    TypeRole.H1: (35, 43, True),
    TypeRole.BIG: (27, 35, False),
    TypeRole.H2: (24, 31, True),
    TypeRole.LEAD: (22, 30, False),
    TypeRole.H3: (21, 28, True),
    TypeRole.BODY: (19, 26, False),
    TypeRole.SMALL: (17, 23, False),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """How the window looks now. `target` is the least side of anything to press, in pixels."""

    palette: Palette = Palette.LIGHT
    step: int = 100
    target: int = 48

    def color(self, token: str) -> QColor:
        """Return the color of a token."""
        return QColor(tokens(self.palette)[token])

    def font(self, role: TypeRole, weight: QFont.Weight | None = None) -> QFont:
        """Return the font of a role, perhaps in another weight."""
        bold = QFont.Weight.Bold if _TYPE[role][2] else QFont.Weight.Normal
        return _font(self.size(role), weight or bold)

    def size(self, role: TypeRole) -> int:
        """Return the type size of a role in pixels."""
        return round(_TYPE[role][0] * self.step / 100)

    def line(self, role: TypeRole) -> int:
        """Return the line height of a role in pixels."""
        return round(_TYPE[role][1] * self.step / 100)

    def longest_line(self, role: TypeRole) -> int:
        """Return the width that about 72 characters of a role take."""
        return round(LINE_LENGTH * 0.468 * self.size(role))

    def px(self, length: float) -> int:
        """Return a space in pixels; spaces grow half as fast as type."""
        return round(length * (1 + (self.step - 100) / 200))

    def icon(self, size: float) -> int:
        """Return an icon's side in pixels; icons grow a little faster than spaces."""
        return round(size * (1 + 0.6 * (self.step - 100) / 100))

    @property
    def large(self) -> bool:
        """Whether type is so large that pages are laid out in one column."""
        return self.step >= 160


@lru_cache(maxsize=128)
def _font(size: int, weight: QFont.Weight) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


@dataclass(slots=True)
class _Worn:
    """What is worn now: one theme by all windows, but by those that have one of their own."""

    by_all: Theme = field(default_factory=Theme)
    own: WeakKeyDictionary[QWidget, Theme] = field(default_factory=WeakKeyDictionary)


_worn = _Worn()


class Themed:
    """A widget that keeps something made from the theme. It has no state of its own, so it mixes with any widget."""

    @property
    def theme(self) -> Theme:
        """The theme of its window; before it is in a window, the one of all."""
        return worn_by(self) if _worn.own and isinstance(self, QWidget) else _worn.by_all

    def retheme(self) -> None:
        """Make anew what was made from the theme."""


@cache
def load_fonts(folder: Path | None = None) -> None:
    """Give Qt the bundled fonts, once. Raises `FileNotFoundError` if one cannot be read."""
    for weight in WEIGHTS:
        file = (folder or paths.fonts()) / f"SourceSans3-{weight}.ttf"
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(file)


def current() -> Theme:
    """Return the theme that was applied last."""
    return _worn.by_all


def worn_by(widget: QWidget) -> Theme:
    """Return the theme of a widget's window."""
    return _worn.own.get(widget.window(), _worn.by_all)


def apply(app: QApplication, theme: Theme) -> None:
    """Show everything, now and from now on, in a theme."""
    load_fonts()
    _worn.by_all = theme
    app.setPalette(_qt_palette(theme))
    app.setFont(theme.font(TypeRole.BODY))
    for window in app.topLevelWidgets():
        _retheme(window)


def wear_own(window: QWidget, theme: Theme) -> None:
    """Show one window, now and from now on, in a theme of its own, whatever the others wear."""
    _worn.own[window] = theme
    window.setPalette(_qt_palette(theme))
    window.setFont(theme.font(TypeRole.BODY))
    _retheme(window)


def fit(widget: QWidget) -> None:
    """Show what was made before it came into a window as that window is shown."""
    if worn_by(widget) != _worn.by_all:
        _retheme(widget)


def _retheme(widget: QWidget) -> None:
    """Tell a widget of the new theme, after all that it holds: a table asks its cells how wide they are now."""
    for child in widget.children():
        if isinstance(child, QWidget):
            _retheme(child)
    if isinstance(widget, Themed):
        widget.retheme()
        widget.updateGeometry()
        widget.update()


def asked_palette(chosen: Palette | None = None) -> Palette:
    """Return the palette a person chose, else the one their system asks for."""
    if chosen is not None:
        return chosen
    hints = QApplication.styleHints()
    accessibility = hints.accessibility()
    if accessibility is not None and accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Palette.HIGH_CONTRAST
    return Palette.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Palette.LIGHT


_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "page",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "tint",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink2",
    QPalette.ColorRole.Highlight: "lake",
    QPalette.ColorRole.HighlightedText: "onlake",
    QPalette.ColorRole.Link: "lake",
    QPalette.ColorRole.LinkVisited: "lake",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "line",
    QPalette.ColorRole.Mid: "lineui",
    QPalette.ColorRole.Dark: "lineui",
    QPalette.ColorRole.Accent: "lake",
}


def _qt_palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, theme.color(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("disabled"))
    return palette
