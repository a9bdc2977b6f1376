"""The pages of a PDF as pictures, drawn by PDFium: to look at paper on a screen, or to print it as pictures."""

from dataclasses import dataclass

import pypdfium2  # type: ignore[import-untyped]  # it has no types

POINTS = 72  # to the inch, the unit of a PDF


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page in pixels: rows of `stride` bytes, three bytes (red, green, blue) to the pixel."""

    width: int
    height: int
    stride: int
    data: bytes


class PagePictures:
    """The pages of one PDF of ours, open until it is closed."""

    def __init__(self, data: bytes) -> None:
        self._file = pypdfium2.PdfDocument(data)

    def __len__(self) -> int:
        return len(self._file)

    def size(self, number: int) -> tuple[float, float]:
        """Return width and height of a page in points. Pages are counted from 1."""
        page = self._file[number - 1]
        try:
            wide, high = page.get_size()
        finally:
            page.close()
        return wide, high

    def draw(self, number: int, width: int) -> PagePicture:
        """Return a page, so many pixels wide, on white. Pages are counted from 1."""
        page = self._file[number - 1]
        try:
            drawn = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=False)
            found = PagePicture(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
            drawn.close()
        finally:
            page.close()
        return found

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
