"""The colors of her2guide by name, for the window and for paper. Drawings and panels name a token, never a color."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

# name: light, dark, high contrast
_TOKENS: dict[str, tuple[str, str, str]] = {
    "page": ("#FAF7F2", "#11191D", "#000000"),  # the window
    "surface": ("#FFFFFF", "#1A252A", "#000000"),  # cards, bars, rows
    "tint": ("#EAF1F1", "#1F2E34", "#000000"),  # aside, quiet panel
    "ink": ("#16262D", "#F4F0E8", "#FFFFFF"),  # text
    "ink2": ("#3B4A51", "#CAD4D6", "#FFFFFF"),  # hints, captions, progress
    "lake": ("#07434F", "#92D0DB", "#FFE45C"),  # primary fill, links, picture line
    "onlake": ("#FFFFFF", "#0A1D22", "#000000"),  # text on primary
    "lakehover": ("#083B47", "#B4E1E8", "#FFFFFF"),  # primary, hover
    "lakepress": ("#052A33", "#CFEDF1", "#FFFFFF"),  # primary, pressed
    "line": ("#DAD4C8", "#344148", "#FFFFFF"),  # hairlines (not needed to understand)
    "lineui": ("#66757B", "#8D9CA2", "#FFFFFF"),  # control borders, people outline
    "focus": ("#4338CA", "#C3BEFF", "#5CF2FF"),  # focus ring, nothing else
    "selbg": ("#E0EEF0", "#1D3A42", "#000000"),  # selected row
    "selline": ("#07434F", "#92D0DB", "#FFE45C"),  # selected border
    "hover": ("#F2F6F6", "#223137", "#1F1F1F"),  # row under the pointer
    "amber": ("#F2B134", "#F2B134", "#FFE45C"),  # call-now bar, card head
    "onamber": ("#16262D", "#16262D", "#000000"),  # text on amber
    "amberbg": ("#FFF3D9", "#322711", "#000000"),  # call-now panel, highlight
    "amberline": ("#8A5A00", "#F2B134", "#FFE45C"),  # call-now border
    "error": ("#8F2D0C", "#FFB396", "#FFB08A"),  # error text and border
    "errorbg": ("#FCEDE6", "#3A1D12", "#000000"),  # error summary
    "disabled": ("#6B767B", "#93A0A5", "#BDBDBD"),  # unavailable text
    "disabledbg": ("#ECE9E2", "#222D32", "#000000"),  # unavailable fill
    "b0": ("#F3F1EC", "#232F34", "#000000"),  # band HER2 0 / its text
    "onb0": ("#16262D", "#F4F0E8", "#FFFFFF"),  # band HER2 0 / its text
    "b1": ("#C3DADE", "#345059", "#000000"),  # band ultralow
    "onb1": ("#16262D", "#F4F0E8", "#FFFFFF"),  # band ultralow
    "b2": ("#8FBEC8", "#7DB5C1", "#000000"),  # band low
    "onb2": ("#16262D", "#0A1D22", "#FFFFFF"),  # band low
    "b3": ("#1B5A69", "#C2E8EE", "#FFFFFF"),  # band positive
    "onb3": ("#FFFFFF", "#0A1D22", "#000000"),  # band positive
    "slide": ("#FFFFFF", "#EDE6D8", "#000000"),  # drawn cells sit on this
    "cell": ("#FBF6EC", "#FBF6EC", "#000000"),  # drawn cell
    "cellline": ("#8C816D", "#7F745F", "#FFFFFF"),  # drawn cell
    "nucleus": ("#C3CFE0", "#B5C3D8", "#8C8C8C"),  # drawn nucleus
    "code": ("#000000", "#000000", "#000000"),  # a QR code; a camera wants it dark on light whatever the palette
    "codebg": ("#FFFFFF", "#FFFFFF", "#FFFFFF"),  # and the room around it
    "stain": ("#6A4420", "#6A4420", "#FFE45C"),  # drawn HER2 ring
    "spike": ("#6A4420", "#E3B98F", "#FFE45C"),  # drawn receptor beside a cell
    "figon": ("#07434F", "#92D0DB", "#FFE45C"),  # person counted
    "figoff": ("#FFFFFF", "#1A252A", "#000000"),  # person not counted
    "figline": ("#66757B", "#8D9CA2", "#FFFFFF"),  # person not counted
    "lungfill": ("#E3EEF0", "#1F3A42", "#000000"),  # lungs
    "lungline": ("#07434F", "#92D0DB", "#FFFFFF"),  # lungs
    "spot": ("#F2B134", "#F2B134", "#FFE45C"),  # lung spots, medicine dots
    "spotline": ("#8A5A00", "#F2B134", "#FFE45C"),  # lung spots
}


class Palette(StrEnum):
    """The three ways a page can be colored."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


_TABLES = {
    palette: MappingProxyType({name: colors[place] for name, colors in _TOKENS.items()})
    for place, palette in enumerate(Palette)
}


def tokens(palette: Palette) -> Mapping[str, str]:
    """Return the color of every token, as #RRGGBB."""
    return _TABLES[palette]


def luminance(color: str) -> float:
    """Return the relative luminance of #RRGGBB, as WCAG 2 defines it."""
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
