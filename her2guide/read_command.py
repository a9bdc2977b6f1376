"""The command `read`: what a report says, as JSON. Nothing of it is used before a person confirms it."""

import argparse
import json
from pathlib import Path
from typing import Any

from her2guide.errors import UsageError
from her2guide.intake.findings import ReportError
from her2guide.intake.limits import MAX_ARCHIVE
from her2guide.intake.reader import read_report
from her2guide.intake.reading_json import as_json
from her2guide.output.typed_text import visible
from her2guide.streams import STREAM, print_bytes, standard_input


def read(options: argparse.Namespace) -> int:
    """Print what one report says. A report without words is no error: all is blank, and a warning says why."""
    try:
        found = read_report(_content() if options.report == STREAM else Path(options.report))
    except ReportError as error:
        name = "standard input" if options.report == STREAM else options.report or "the empty name"
        raise UsageError(f"{name}: {error}") from None
    print_bytes(json.dumps(_shown(as_json(found)), ensure_ascii=False, indent=2).encode() + b"\n")
    return 0


def _content() -> bytes:
    try:
        return standard_input("the report").read(MAX_ARCHIVE + 1)
    except OSError as error:
        reason = error.strerror.lower() if error.strerror else "no reason given"
    raise ReportError(f"cannot be read ({reason})")


def _shown(found: Any) -> Any:
    """Return the JSON with each hidden control as a visible mark, so that no quote can reorder what is read."""
    if isinstance(found, dict):
        return {key: _shown(value) for key, value in found.items()}
    if isinstance(found, list):
        return [_shown(value) for value in found]
    return visible(found) if isinstance(found, str) else found
