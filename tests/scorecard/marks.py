"""What people read, as marks: one for each file of content and words, and for each guide that is kept as text."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.scorecard.card import ROOT

RECORD = ROOT / "docs" / "scorecard.json"
READ = (("resources/content", "*.toml"), ("resources/locales/en", "*.*"), ("tests/journeys/people", "*.txt"))
_LENGTH = 12


def marks(root: Path = ROOT) -> dict[str, str]:
    """Return the mark of each file that makes what people read."""
    files = sorted(path for folder, kind in READ for path in (root / folder).rglob(kind) if path.is_file())
    return {path.relative_to(root).as_posix(): _mark(path) for path in files}


def record() -> dict[str, Any]:
    """Return who looked at the scores last, when, at which content, and how hard it was to read."""
    found: dict[str, Any] = json.loads(RECORD.read_text(encoding="utf-8"))
    return found


def moved_on(scored: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return the files that are new, gone or changed since they were scored."""
    return sorted(name for name in scored.keys() | now.keys() if scored.get(name) != now.get(name))


def _mark(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:_LENGTH]
