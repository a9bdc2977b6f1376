"""Writes docs/scorecard.md from docs/scorecard.toml: `make scorecard`, and `make scorecard BY="your name"`.

While what people read is what was scored, the page is written anew. When content has moved on, that takes a name: by
giving it you say that you read what changed, and that each score in docs/scorecard.toml still holds or was mended.
"""

import argparse
import json
import statistics
from datetime import date
from typing import Any

from her2guide.library.freshness import newest_review
from her2guide.library.library import Library
from her2guide.readers import pages
from her2guide.reading_level import Indices, Reading, reading_levels
from tests.scorecard.card import read_card
from tests.scorecard.marks import RECORD, marks, moved_on, record
from tests.scorecard.page import PAGE, page

FORMULAS = {
    "Flesch-Kincaid": "flesch_kincaid",
    "SMOG": "smog",
    "Coleman-Liau": "coleman_liau",
    "Gunning fog": "gunning_fog",
}


def reading(levels: dict[str, Reading]) -> dict[str, Any]:
    """Return the grades over all pages, by formula: those that `her2guide check` prints."""
    return {"pages": len(levels), "formulas": {name: _row(levels, field) for name, field in FORMULAS.items()}}


def _row(levels: dict[str, Reading], field: str) -> dict[str, Any]:
    def of(indices: Indices) -> float:
        return float(getattr(indices, field))

    written = {section: of(found.worst.as_written) for section, found in levels.items()}
    masked = {section: of(found.worst.masked) for section, found in levels.items()}
    hardest = max(written, key=lambda section: written[section])
    return {
        "median": round(statistics.median(written.values()), 1),
        "median_masked": round(statistics.median(masked.values()), 1),
        "hardest": round(written[hardest], 1),
        "hardest_page": hardest,
        "hardest_masked": round(max(masked.values()), 1),
    }


def main() -> None:
    """Write the page, and with a name the record of who looked at the scores."""
    parser = argparse.ArgumentParser(prog="python -m tests.scorecard", description=__doc__)
    parser.add_argument("--by", default="", help="who looked at the scores again after reading what changed")
    by = parser.parse_args().by.strip()
    now = marks()
    if by:
        library = Library()
        levels = reading_levels(pages(library, newest_review(library)), library)
        said = {"by": by, "on": f"{date.today():%Y-%m-%d}", "content": library.edition.version}
        found = {**said, "reading": reading(levels), "read": now}
        RECORD.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8", newline="\n")
    elif changed := moved_on(record()["read"], now):
        names = "\n  ".join(changed)
        raise SystemExit(
            f"Since the scores were looked at, this has changed:\n  {names}\nRead it, mend docs/scorecard.toml where a "
            'score no longer holds, then run: make scorecard BY="your name"'
        )
    PAGE.write_text(page(read_card(), record()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
