"""Reading a report in a process of its own, inside `limits`.

The file comes by standard input; the reading goes out as JSON.
"""

import json
import sys
from importlib import import_module
from typing import Any

from her2guide.intake import limits
from her2guide.intake.findings import ReportError
from her2guide.intake.kinds import FileKind, kind_of


def main() -> None:
    """Read one report and print `{"reading": ..., "reports": [...]}`, or `{"error": ...}`."""
    data = sys.stdin.buffer.read()
    try:
        _load(data)
        limits.limit()
        limits.fence()
        found = _opened(data)
    except ReportError as error:
        found = {"error": str(error)}
    except MemoryError:
        found = {"error": limits.TOO_MUCH}
    except Exception:  # noqa: BLE001  # whatever a strange file brings to light must not show what is in it
        found = {"error": NOT_UNDERSTOOD}
    sys.stdout.buffer.write(json.dumps(found).encode())


NOT_UNDERSTOOD = "could not be read, though it looks like a report; save it as PDF or text, or type in what it says"
_READERS = {
    FileKind.PDF: ("pdf",),
    FileKind.JSON: ("fhir",),
    FileKind.XML: ("ccda",),
    FileKind.HTML: ("markup",),
    FileKind.RTF: ("rtf",),
    FileKind.ZIP: ("portal", "fhir", "ccda", "pdf", "markup", "rtf"),
}


def _load(data: bytes) -> None:
    """Load what will read this kind of file, while its compiled form may still be kept."""
    for name in ("opened", "reading_json", *_READERS.get(kind_of(data), ())):
        import_module(f"her2guide.intake.{name}")


def _opened(data: bytes) -> dict[str, Any]:
    from her2guide.intake.opened import opened
    from her2guide.intake.reading_json import as_json

    found = opened(data)
    reports = [
        {
            "label": report.label,
            "title": report.title,
            "date": report.when.isoformat() if report.when else None,
            "reading": as_json(report.reading),
        }
        for report in found.reports
    ]
    return {"reading": as_json(found.reading), "reports": reports}
