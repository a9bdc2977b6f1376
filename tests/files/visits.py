"""Visits for tests: one that is saved, the passphrase of the golden files, and locking that nobody waits for."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from her2guide.files.visit_file import SavedVisit
from tests.files import age_by_hand

GOLDEN = Path(__file__).parent / "golden"
WORDS = "seven blue boats gärten"  # the passphrase of the golden files
SAID = {"schema": 1, "her2": {"ihc": "1+"}, "questions": ["Will I lose my hair?"], "contacts": {"clinic_name": "Lake"}}
VISIT = SavedVisit(json.dumps(SAID), date(2026, 11, 29))


def locked(whole: Any, passphrase: str = WORDS) -> bytes:
    """Return whatever it is, locked with no work."""
    data = whole if isinstance(whole, bytes) else json.dumps(whole).encode()
    return age_by_hand.lock(data, passphrase)


def lock_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock with no work; what is locked is opened by the program's own hand."""
    monkeypatch.setattr("her2guide.files.age.lock", age_by_hand.lock)
