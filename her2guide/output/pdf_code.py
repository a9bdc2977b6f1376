"""A square beside a web address, which a phone's camera reads: a QR code, drawn as shapes.

The address stands beside it in print and is a link there, so nothing of it is told twice to those who listen.
"""

from functools import lru_cache

from reportlab.platypus import Flowable

from her2guide.output.pdf_style import color
from her2guide.output.pdf_tags import TaggedCanvas
from her2guide.output.qr import QUIET, Run, dark_runs

MODULE = 1.7  # of one small square, in points: 0.6 mm, which phones read from an arm's length


@lru_cache(maxsize=128)  # of the addresses of all programs, which come again in each guide
def runs(address: str) -> tuple[int, tuple[Run, ...]]:
    """Return how many modules a side has, and where they are dark. Up to 15 in 100 of it may be spoiled."""
    return dark_runs(address, "M")


class Code(Flowable):
    """The square of one address. `width` has the white around it at the left, where words stand."""

    canv: TaggedCanvas

    def __init__(self, address: str, unit: float) -> None:
        super().__init__()
        self.address, self._module = address, MODULE * max(unit, 1.0)
        side, self._runs = runs(address)
        self.height = side * self._module
        self.width = self.height + QUIET * self._module

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.saveState()
        canvas.setFillColor(color("ink"))
        canvas.translate(QUIET * self._module, self.height)
        canvas.scale(self._module, -self._module)  # whole numbers, which pack well
        path = canvas.beginPath()
        for row, column, length in self._runs:
            path.rect(column, row, length, 1)
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()
