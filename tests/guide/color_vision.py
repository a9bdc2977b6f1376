"""Colors as they look in gray print and to people who see colors otherwise.

The three matrices are those of Machado, Oliveira and Fernandes (2009) for the full lack of one kind of cone; they are
applied to linear light.
"""

from collections.abc import Callable, Mapping

from her2guide.look import luminance

_MATRICES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def _linear(color: str) -> tuple[float, float, float]:
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def _color(linear: tuple[float, ...]) -> str:
    clipped = [min(max(part, 0.0), 1.0) for part in linear]
    parts = [12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in clipped]
    return "#" + "".join(f"{round(255 * part):02X}" for part in parts)


def gray(color: str) -> str:
    """Return the gray of the same luminance."""
    return _color((luminance(color),) * 3)


def _seen_with(matrix: tuple[tuple[float, ...], ...]) -> Callable[[str], str]:
    def seen(color: str) -> str:
        light = _linear(color)
        return _color(tuple(sum(part * share for part, share in zip(light, row, strict=True)) for row in matrix))

    return seen


WAYS: Mapping[str, Callable[[str], str]] = {
    "usual": lambda color: color,
    "gray": gray,
    **{name: _seen_with(matrix) for name, matrix in _MATRICES.items()},
}
