"""A copy of all content that a test may break."""

import shutil
from collections.abc import Callable
from pathlib import Path

from her2guide.library.paths import resources


def content_copy(folder: Path) -> Path:
    """Return where a copy of content and words lies, in a folder of the test's own."""
    root = folder / "resources"
    for part in ("content", "locales"):
        shutil.copytree(resources() / part, root / part)
    return root


def edit(path: Path, change: Callable[[str], str]) -> None:
    """Change a file. A change that changes nothing fails."""
    old = path.read_text(encoding="utf-8")
    new = change(old)
    assert new != old
    path.write_text(new, encoding="utf-8")
