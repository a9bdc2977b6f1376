"""Lines of answers for a batch, and how the command is run."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from her2guide.cli import main

ROOT = Path(__file__).parents[2]
TODAY = ("--today", "2026-11-29")
CANARY = "quokka4711"
SCORES = ("0", "1+", "2+", "3+", "low", "negative")


def answers(number: int) -> dict[str, Any]:
    """Return answers of one of many people."""
    said: dict[str, Any] = {"schema": 1, "her2": {"ihc": SCORES[number % len(SCORES)]}}
    return {**said, "questions": [f"What is next for me, number {number}?"]}


def write_lines(path: Path, lines: list[object]) -> Path:
    """Write lines as they are, or values as JSON."""
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def batch(source: Path | str, folder: Path, *more: str) -> int:
    return main(["batch", str(source), "-o", str(folder), "--jobs", "1", "--format", "txt", *TODAY, *more])


def documents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in sorted(folder.iterdir()) if not each.name.startswith(".")}


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
