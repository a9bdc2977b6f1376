"""From a folder of FHIR files: a draft of answers for each, with the lines they came from. Never a document.

A draft is an answers file with `confirmed: false` and `quotes`. Nothing in it is used before a person confirms it.
"""

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from her2guide.batch.progress import Progress
from her2guide.errors import UsageError
from her2guide.files.atomic import sweep, write_atomically
from her2guide.files.errors import shown
from her2guide.intake.findings import Reading, ReportError
from her2guide.intake.reader import read_report
from her2guide.model.answers import SCHEMA
from her2guide.model.answers_json import MAX_ITEMS, text_problem
from her2guide.wizard.from_report import Item, is_other_organ, items

_NOTHING = "no HER2 or hormone result was found; there is no draft"
_OTHER = "seems to be about another part of the body; there is no draft"
_THERE = "is there already and is not written over; delete it to have it made anew"


@dataclass(frozen=True, slots=True)
class _Draft:
    source: Path
    data: bytes = b""
    problem: str = ""


def write_drafts(records: Path, folder: Path, jobs: int) -> int:
    """Write a draft for each `.json` file of a folder. Exit code 1 where one could not be made."""
    if folder.resolve() == records.resolve():
        raise UsageError("-o: names the folder of the records itself; the drafts need one of their own")
    sources = sorted(each for each in records.iterdir() if each.suffix.lower() == ".json" and each.is_file())
    if not sources:
        raise UsageError(f"{shown(records)}: holds no .json file; it must be a folder of FHIR files")
    sweep(folder)
    counts, progress = Counter[str](), Progress(len(sources))
    workers = ThreadPoolExecutor(jobs)  # each record is read in a process of its own; the threads only wait for it
    try:
        for at, draft in enumerate(workers.map(_draft, sources), start=1):
            name = shown(Path(draft.source.name))
            path = folder / draft.source.name
            if draft.problem:
                counts["refused"] += 1
                progress.tell(f"{name}: {draft.problem}")
            elif path.exists():
                counts["kept"] += 1
                progress.tell(f"{name}: {_THERE}")
            else:
                counts["made"] += 1
                if warning := write_atomically(path, draft.data, swept=True):
                    progress.tell(warning)
            progress.show(at, f"{counts['made']} drafts")
    finally:
        progress.clear()
        workers.shutdown(wait=True, cancel_futures=True)
    progress.tell(f"{counts['made']} drafts made, {counts['kept']} kept, {counts['refused']} refused")
    return 1 if counts["refused"] else 0


def _draft(source: Path) -> _Draft:
    try:
        reading = read_report(source)
    except ReportError as error:
        return _Draft(source, problem=str(error))
    if is_other_organ(reading):
        return _Draft(source, problem=_OTHER)
    whole = draft_of(reading)
    if whole is None:
        return _Draft(source, problem=_NOTHING)
    return _Draft(source, (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode())


def draft_of(reading: Reading) -> dict[str, Any] | None:
    """Return the draft of a reading, or None where there is nothing to confirm. In doubt an answer is left out."""
    found = items(reading)
    if not found:
        return None
    draft: dict[str, Any] = {"schema": SCHEMA, "confirmed": False}
    quotes: dict[str, list[str]] = {}
    for item in found:
        if item.offer is not None:
            _put(draft, item.path, item.offer)
        quotes.setdefault(item.path, []).extend(_lines(item))
    return {**draft, "quotes": {path: list(dict.fromkeys(each))[:MAX_ITEMS] for path, each in quotes.items()}}


def _lines(item: Item) -> list[str]:
    return [quote for quote in item.quotes if text_problem(quote) is None]


def _put(draft: dict[str, Any], path: str, value: object) -> None:
    place = draft
    *outer, last = path.split(".")
    for name in outer:
        place = place.setdefault(name, {})
    place[last] = value.value if isinstance(value, StrEnum) else value.isoformat() if isinstance(value, date) else value
