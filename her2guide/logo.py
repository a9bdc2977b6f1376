"""A clinic's logo as a file: bounded, and a picture that can be seen and do nothing else."""

from pathlib import Path

MAX_LOGO = 512 * 1024
MAX_SIDE = 4000  # pixels of a logo
PNG = b"\x89PNG\r\n\x1a\n"
_NOT_IN_SVG = (b"<!doctype", b"<!entity", b"<script", b"<foreignobject", b"<image", b"href", b"url(", b"@import")


def read_logo(path: Path) -> bytes:
    """Return a PNG, or an SVG of shapes alone. Raises `ValueError` with what is wrong, and `OSError`."""
    data = read_some(path, MAX_LOGO)
    if len(data) > MAX_LOGO:
        raise ValueError(f"must be a picture of at most {MAX_LOGO // 1024} KiB")
    if data.startswith(PNG):
        sides = [int.from_bytes(data[at : at + 4], "big") for at in (16, 20)]
        if not all(0 < side <= MAX_SIDE for side in sides):
            raise ValueError(f"must be at most {MAX_SIDE} pixels wide and high")
        return data
    drawing = data.lower()
    if b"<svg" not in drawing[:2048]:
        raise ValueError("must be a PNG or SVG picture")
    if any(word in drawing for word in _NOT_IN_SVG):
        raise ValueError("must be an SVG of shapes alone: no text from elsewhere, no link, no script")
    return data


def read_some(path: Path, most: int) -> bytes:
    """Return the bytes of an ordinary file, at most one more than `most`. Raises `OSError`."""
    if not path.is_file():
        raise FileNotFoundError(2, "no such file" if not path.exists() else "not an ordinary file")
    with path.open("rb") as file:
        return file.read(most + 1)
