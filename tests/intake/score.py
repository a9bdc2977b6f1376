"""How well reports are read: `python -m tests.intake.score DIR ...`, each a folder with reports and their truth.jsonl.

A line of truth.jsonl holds `file`, `origin` and `expected`: a value for each field or null; `ambiguous` fields (a blank
is as right as the value), `also_accept`, `must_not` (values that would do harm). Where `is_breast` is false a blank is
right everywhere.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from her2guide.intake.findings import Reading, ReportField
from her2guide.intake.text import read_text

FIELDS = tuple(field.value for field in ReportField)


def read(path: Path) -> Reading:
    """Return the reading of a report, by the ending of its name."""
    if path.suffix == ".txt":
        return read_text(path.read_text(encoding="utf-8", errors="replace"))
    from her2guide.intake.reader import read_report

    return read_report(path)


def same(filled: str, wanted: Any) -> bool:
    """Return whether a filled value is the one wanted: numbers as numbers, words without spaces and case."""
    if isinstance(wanted, bool):
        wanted = str(wanted).lower()
    wanted = str(wanted)
    try:
        return float(filled) == float(wanted)
    except ValueError:
        return filled.replace(" ", "").replace("%", "").lower() == wanted.replace(" ", "").replace("%", "").lower()


def judge(field: str, filled: str, expected: dict[str, Any]) -> str:
    """Return "right fill", "right blank", "miss", "WRONG" or "HARM"."""
    if filled and any(same(filled, value) for value in expected.get("must_not", {}).get(field, [])):
        return "HARM"
    wanted = expected.get(field)
    rights = [] if wanted is None else [wanted, *expected.get("also_accept", {}).get(field, [])]
    open_ = field in expected.get("ambiguous", []) or (expected.get("is_breast") is False and field != "is_breast")
    if filled:
        return "right fill" if any(same(filled, value) for value in rights) else "WRONG"
    return "right blank" if wanted is None or open_ else "miss"


def figures(counts: Counter[str]) -> str:
    """Return counts with precision, recall and F1 as one line."""
    fills, wrong, miss = counts["right fill"], counts["WRONG"] + counts["HARM"], counts["miss"]
    precision = fills / (fills + wrong) if fills + wrong else 1.0
    recall = fills / (fills + miss) if fills + miss else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return (
        f"{fills:5} {counts['right blank']:6} {miss:5} {counts['WRONG']:6} {counts['HARM']:5}"
        f"   {precision:.3f} {recall:.3f} {f1:.3f}"
    )


def score(folder: Path, quiet: bool = False) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """Return the counts per field and per origin for a folder, and print each miss and wrong fill."""
    per_field: dict[str, Counter[str]] = defaultdict(Counter)
    per_origin: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        reading = read(folder / record["file"])
        for field in FIELDS:
            filled = reading.chosen[ReportField(field)].value
            verdict = judge(field, filled, record["expected"])
            per_field[field][verdict] += 1
            per_origin[record["origin"]][verdict] += 1
            if verdict in {"miss", "WRONG", "HARM"} and not quiet:
                wanted = record["expected"].get(field)
                print(f"{verdict:6} {record['file']}: {field}: read {filled or '-'}, wanted {wanted}")
    return per_field, per_origin


def main() -> int:
    """Score the folders named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--quiet", action="store_true")
    options = parser.parse_args()
    per_field: dict[str, Counter[str]] = defaultdict(Counter)
    per_origin: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in options.folders:
        fields, origins = score(folder, options.quiet)
        for total, part in ((per_field, fields), (per_origin, origins)):
            for name, counts in part.items():
                total[name] += counts
    print(f"{'':20} right  blank  miss  WRONG  HARM   prec. recall F1")
    for name in FIELDS:
        print(f"{name:20} {figures(per_field[name])}")
    print(f"{'all':20} {figures(sum(per_field.values(), Counter()))}\n")
    for name, counts in sorted(per_origin.items()):
        print(f"{name:20} {figures(counts)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
