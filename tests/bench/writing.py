"""The atomic write against plain open, write, close; and against the syncs alone, which no safe write can spare."""

import os
from pathlib import Path

from her2guide.files.atomic import write_atomically
from tests.bench.clock import Ratio, compare


def write_plainly(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)


def write_synced(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def writing_ratios(folder: Path, data: bytes) -> list[Ratio]:
    """Compare writes of one file over itself."""
    path, label = folder / "guide.pdf", f"write of {len(data) // 1000} kB"

    def ours() -> None:
        write_atomically(path, data)

    return [
        compare(f"{label}, to open/write/close", ours, lambda: write_plainly(path, data)),
        compare(f"{label}, to the same with fsync", ours, lambda: write_synced(path, data)),
    ]
