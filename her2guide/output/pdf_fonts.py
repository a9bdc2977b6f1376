"""The fonts of the guide, loaded once from a folder."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import ttfonts
from reportlab.pdfbase.pdfmetrics import registerFont

from her2guide.library.errors import ContentError

WEIGHTS = ("Regular", "Semibold", "Bold")


@dataclass(frozen=True, slots=True)
class Fonts:
    """Registered font names and the characters that every one of the fonts can draw."""

    regular: str
    semibold: str
    bold: str
    characters: frozenset[str]


@lru_cache(maxsize=4)
def load_fonts(folder: Path) -> Fonts:
    """Register the three weights found in a folder. Raises `ContentError` for one that cannot be used."""
    fonts = [_font(path(folder, weight)) for weight in WEIGHTS]
    for font in fonts:
        registerFont(font)
    regular, semibold, bold = (str(font.fontName) for font in fonts)
    for name, strong in ((regular, bold), (semibold, bold), (bold, bold)):
        addMapping(name, 0, 0, name)
        addMapping(name, 1, 0, strong)
    # The map back to text holds four hexadecimal digits, so only the first plane can be copied out again.
    drawn = [{chr(code) for code in font.face.charToGlyph if code <= 0xFFFF} for font in fonts]
    return Fonts(regular, semibold, bold, frozenset(set.intersection(*drawn)))


def _font(file: Path) -> ttfonts.TTFont:
    try:
        return ttfonts.TTFont(file.stem, str(file))
    except Exception:  # noqa: BLE001  # a damaged font can fail in any way
        raise ContentError(f"resources/fonts/{file.name}", problem="is missing or is not a font we can use") from None


def path(folder: Path, weight: str) -> Path:
    """Return where a weight lies."""
    return folder / f"SourceSans3-{weight}.ttf"


_make_map = ttfonts.makeToUnicodeCMap


def _map_without_nul(fontname: str, subset: list[int]) -> str:
    """The missing glyph would be copied out as U+0000, which PDF/UA forbids; U+FFFD says what it is."""
    return str(_make_map(fontname, subset)).replace("> <0000>", "> <FFFD>")


ttfonts.makeToUnicodeCMap = _map_without_nul
