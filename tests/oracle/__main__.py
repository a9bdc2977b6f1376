"""Compare all answer sets and print what they cover: `python -m tests.oracle`."""

import sys

from her2guide.library.library import Library
from tests.oracle.answer_sets import answer_sets
from tests.oracle.comparison import (
    TOPICS,
    explain_mismatches,
    relevance_counts,
    report,
    rule_mismatches,
)


def print_coverage(sets):
    counts = relevance_counts(sets)
    print(f"{'':<36}{'discuss':>10}{'depends':>10}{'background':>12}")
    for topic in TOPICS:
        discuss, depends, background = (counts[topic, word] for word in ("discuss", "depends", "background"))
        print(f"{topic:<36}{discuss:>10}{depends:>10}{background:>12}")
    for number in range(4):
        print(f"{f'sets with {number} topic sections':<36}{counts[number, 'sections']:>10}")
    print(f"{'sets that contradict themselves':<36}{counts['error']:>10}")


def main():
    sets = answer_sets()
    print_coverage(sets)
    library = Library()
    wrong = {}
    for mismatches in (rule_mismatches(sets, library.rules), explain_mismatches(sets, library)):
        if mismatches:
            print(report(mismatches))
        wrong |= {number: lines for number, _, lines in mismatches}
    print(f"{len(sets) - len(wrong)} of {len(sets)} answer sets right")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
