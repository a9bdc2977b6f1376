"""A small plain picture beside each sign to call about. The words beside it say the sign, so it has none of its own."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from her2guide.guide.pictures.drawing import Drawing, Poly, Shape
from her2guide.guide.pictures.pen import GRID, Pen, curves, sized

_HEART = curves("5 16 2 12.5 2 8.5, 2 3 9 2 12 7, 15 2 22 3 22 8.5, 22 12.5 19 16 12 21")
_LOBE = curves("9 8 4.5 7 2.5 16, 2 20 4 21 6 20, 8 19 10 18.5 10 17, 10 14 10 12 10 9.5")
_EYE = curves("6 5.5 18 5.5 22 12, 18 18.5 6 18.5 2 12")
_LIPS = curves("5 6 9 5 12 8, 15 5 19 6 22 12, 18 19 6 19 2 12")
_SHOULDERS = curves("3 14 6 11.5 12 11.5, 18 11.5 21 14 21 22, 21 22 3 22 3 22")
_FOOT = curves(
    "7 8 5.5 10 5.5 13, 5.5 16 6 18 6 21, 10 21 17 21 21 21, 22 17 17 16.5 15 15, 17 11 14 8 14 2, 14 2 7 2 7 2"
)
_SEAT = curves(
    "5 16 8 18 9 18, 9 18 8 22 8 22, 8 22 16 22 16 22, 16 22 15 18 15 18, 18 17 20 15 20 12, 20 12 5 12 5 12"
)
_BOWL = curves("4 19 8 21 12 21, 16 21 20 19 21 12, 21 12 3 12 3 12")


def _lungs(pen: Pen) -> Iterator[Shape]:
    yield from pen.lines((12, 2), (12, 9))
    yield pen.outline(10, 9.5, _LOBE)
    yield pen.outline(14, 9.5, tuple((GRID - a, b, GRID - c, d, GRID - e, f) for a, b, c, d, e, f in _LOBE))


def _bust(pen: Pen) -> Iterator[Shape]:
    yield pen.ring(12, 6, 4)
    yield pen.outline(3, 22, _SHOULDERS)


def _toilet(pen: Pen) -> Iterator[Shape]:
    yield pen.box(3, 2, 6, 10, 1)
    yield from pen.lines((3, 12), (20, 12))
    yield pen.outline(5, 12, _SEAT)


def _cannot_breathe(pen: Pen) -> Iterator[Shape]:
    yield from _lungs(pen)
    yield from pen.lines((2, 22), (22, 3))


def _severe_chest_pain(pen: Pen) -> Iterator[Shape]:
    yield from _bust(pen)
    yield Poly(((13.5, 12.5), (8, 17.5), (11.5, 17.5), (10, 21.5), (16, 16.2), (12.6, 16.2)), pen.ink)


def _fainting(pen: Pen) -> Iterator[Shape]:
    yield pen.ring(5, 15, 3)
    yield from pen.lines((9.5, 17), (21, 17))
    yield from pen.lines((11, 16), (15, 11), (18, 12))
    yield from pen.lines((2, 21), (22, 21))


def _swollen_face(pen: Pen) -> Iterator[Shape]:
    yield pen.ring(12, 9, 6.5)
    yield from (pen.dot(9.5, 8, 1.1), pen.dot(14.5, 8, 1.1))
    yield from pen.lines((10, 12), (14, 12))
    for side in (-1, 1):
        yield from pen.lines((12 + 3 * side, 15.5), (12 + 5 * side, 18), (12 + 5 * side, 22))
        yield pen.ring(12, 9, 10, -28 if side > 0 else 152, 56)


def _cough(pen: Pen) -> Iterator[Shape]:
    yield pen.ring(9, 10, 7)
    yield pen.dot(10.5, 8, 1.1)
    yield pen.dot(13.5, 13, 1.7)
    yield from pen.lines((18.5, 13), (22.5, 12))
    yield from pen.lines((18, 16), (22, 17.5))
    yield from pen.lines((16.5, 18.5), (19.5, 22))


def _fever(pen: Pen) -> Iterator[Shape]:
    yield pen.box(9, 1.5, 6, 15, 3)
    yield pen.dot(12, 18.5, 4.4)
    yield from pen.lines((12, 6.5), (12, 17))
    for y in (4, 7.5, 11):
        yield from pen.lines((18, y), (21, y))


def _tight_chest(pen: Pen) -> Iterator[Shape]:
    yield from _bust(pen)
    for side in (-1, 1):
        yield from pen.lines((12 + 7 * side, 17), (12 + 2 * side, 17))
        yield from pen.lines((12 + 4 * side, 15), (12 + 2 * side, 17), (12 + 4 * side, 19))


def _chills(pen: Pen) -> Iterator[Shape]:
    yield pen.ring(12, 6, 4)
    yield pen.outline(7, 22, curves("7 15 8 12 12 12, 16 12 17 15 17 22, 17 22 7 22 7 22"))
    for side in (-1, 1):
        yield from pen.lines(*((12 + (10 if step % 2 else 7.8) * side, 4 + 3.4 * step) for step in range(6)))


def _vomiting(pen: Pen) -> Iterator[Shape]:
    yield pen.outline(3, 12, _BOWL)
    yield from (pen.drop(8, 0.5), pen.drop(15.5, 1.5))


def _diarrhea(pen: Pen) -> Iterator[Shape]:
    yield from _toilet(pen)


def _blood(pen: Pen) -> Iterator[Shape]:
    yield from _toilet(pen)
    yield pen.drop(16, 1)


def _swelling(pen: Pen) -> Iterator[Shape]:
    yield pen.outline(7, 2, _FOOT)
    yield pen.ring(10, 14, 8.2, 150, 60)
    yield pen.ring(10, 13, 9, -12, 44)


def _weight(pen: Pen) -> Iterator[Shape]:
    yield pen.box(2, 7, 20, 15, 3)
    yield pen.ring(12, 16, 5, 20, 140)
    yield from pen.lines((12, 16), (14.5, 12.5))
    yield from pen.lines((9.5, 3.5), (12, 1.2), (14.5, 3.5))


def _heart(pen: Pen) -> Iterator[Shape]:
    yield pen.outline(12, 21, _HEART)
    yield from pen.lines((3, 11), (8, 11), (10, 7.5), (13, 15), (15, 11), (21, 11))


def _eye(pen: Pen) -> Iterator[Shape]:
    yield pen.outline(2, 12, _EYE)
    yield pen.ring(12, 12, 3.4)
    yield pen.dot(12, 12, 1.4)


def _mouth(pen: Pen) -> Iterator[Shape]:
    yield pen.outline(2, 12, _LIPS)
    yield from pen.lines((6, 12), (18, 12))
    yield from (pen.dot(9, 9.2, 1.3), pen.dot(15.5, 15, 1.3), pen.dot(10.5, 15.2, 1.0))


def _pregnancy(pen: Pen) -> Iterator[Shape]:
    yield pen.ring(9, 5, 3.2)
    yield pen.outline(
        6.5,
        22,
        curves(
            "5 16 5.5 11 9 11, 12 11 11 12 13 13, 18 14 18 20 12.5 20, 12.5 21 12.5 21 12.5 22, 12.5 22 6.5 22 6.5 22"
        ),
    )
    yield pen.dot(13, 16.5, 1.4)


SIGNS: Mapping[str, Callable[[Pen], Iterator[Shape]]] = MappingProxyType(
    {
        "cannot-breathe": _cannot_breathe,
        "severe-chest-pain": _severe_chest_pain,
        "fainting": _fainting,
        "face-or-throat-swelling": _swollen_face,
        "cough": _cough,
        "trouble-breathing": _lungs,
        "fever": _fever,
        "chest-tightness-pain-or-wheeze": _tight_chest,
        "shaking-chills": _chills,
        "vomiting": _vomiting,
        "diarrhea": _diarrhea,
        "blood-in-stool-or-urine": _blood,
        "swelling": _swelling,
        "fast-weight-gain": _weight,
        "pounding-heart": _heart,
        "eye-changes": _eye,
        "mouth-sores": _mouth,
        "possible-pregnancy": _pregnancy,
    }
)  # by the sign's id in red_flags.toml


def draw_sign(sign: str, size: float, ink: str) -> Drawing:
    """Return the picture of a sign in a square of a size, in one color. Raises `KeyError` for a sign without one."""
    drawn = SIGNS[sign](Pen(ink))
    return Drawing(size, size, tuple(sized(shape, size / GRID) for shape in drawn))
