"""Odd texts by the thousand: `make fuzz` (ARGS="--count 1000000 --seed 7 --jobs 2").

Each is a report of ours that was cut, doubled, shuffled and strewn with odd characters, or words in no order.
Whatever comes in, a reading of every field comes out, its quotes stand in the text, and it takes no more than a moment.
With `--pieces` it is each of our reports with each piece of it forty times over: what patterns take for ever over.
"""

import argparse
import random
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor

from her2guide.intake.findings import ReportField, Status
from her2guide.intake.text import read_text
from tests.intake.written import written

SLOW = 2.0  # seconds of the processor, for one text
LONGEST = 4000
TOLD = 20  # thousands of texts between two lines
WORDS = (
    "HER2", "HER-2/neu", "Her2:", "ER", "PR", "PgR", "estrogen", "receptor", "progesterone", "IHC", "FISH", "ISH",
    "ratio", "CEP17", "copy number", "0", "1+", "2+", "3+", "+++", "-", "positive", "negative", "equivocal", "low",
    "ultralow", "amplified", "not", "pending", "ordered", "score", "of", "scale 0-3+", "90%", "<1%", ">10%", "2.4",
    "group 3", "Allred 8/8", "control", "legend", "=", ":", ";", ".", "(", ")", "[ ]", "[x]", "|", "\t", "\n",
    "\n\n", "addendum", "amended", "history", "left", "right", "breast", "liver", "2026-01-02", "no", "without",
    "for", "and", "vs", "Ki-67", "margins:", "faint", "staining", "in", "cells", "\u00ad", "\u2265", "\u00e9",
    "\u05e9", "\ufb01", "\x00", "\ue001", "\ue002",
    ",",
)  # fmt: skip


def texts(seed: int, count: int) -> list[str]:
    """Return odd texts; the same seed gives the same ones."""
    chance = random.Random(seed)  # noqa: S311  no secret
    reports = [report.text for report in written()]
    return [_odd(chance, reports) for _ in range(count)]


def pieces(text: str) -> Iterator[str]:
    """Yield a report with pieces of it, of several lengths and from all over it, forty times over."""
    for size in (2, 3, 5, 8, 13, 21, 34):
        for start in range(0, len(text) - size, max(2, size // 3)):
            piece = text[start : start + size]
            yield f"{text[:start]}{piece * 40}~{text[start + size :]}"[:LONGEST]


def _odd(chance: random.Random, reports: list[str]) -> str:
    if chance.random() < 0.3:
        text = chance.choice((" ", " ", "", "\n")).join(chance.choices(WORDS, k=chance.randrange(1, 120)))
        return text[:LONGEST]
    text = chance.choice(reports)
    for _ in range(chance.randrange(1, 6)):
        text = _changed(chance, text, reports)
    return text[:LONGEST]


def _changed(chance: random.Random, text: str, reports: list[str]) -> str:
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.randrange(1, 40))
    match chance.randrange(6):
        case 0:
            return text[:start] + text[end:]
        case 1:
            return text[:end] + text[start:end] * chance.randrange(1, 30) + text[end:]
        case 2:
            return text[:start] + chance.choice(WORDS) + text[start:]
        case 3:
            return text[:start] + chr(chance.randrange(0x110000)) + text[start:]
        case 4:
            return text[:start] + chance.choice(reports)[start : start + 400]
        case _:
            return text[:start] + "".join(chance.sample(text[start:end], end - start)) + text[end:]


def check(text: str) -> None:
    """Raise AssertionError where a reading is not whole, is slow, or quotes what the text does not hold."""
    began = time.process_time()
    reading = read_text(text)
    assert time.process_time() - began < SLOW, "slow"
    assert set(reading.chosen) == set(ReportField)
    plain = " ".join(text.split())
    for finding in reading.chosen.values():
        assert (finding.status is Status.FOUND) == (finding.value != "")
        assert all(quote in plain for quote in finding.quotes), finding
        assert finding.status is not Status.FOUND or finding.quotes


def run(seed: int, count: int) -> list[str]:
    """Check many texts and return what went wrong, each with its text."""
    return run_all(texts(seed, count))


def run_all(given: Iterable[str]) -> list[str]:
    """Check texts and return what went wrong, each with its text."""
    wrong = []
    for text in given:
        try:
            check(text)
        except Exception as error:  # noqa: BLE001  whatever it is, it is told
            wrong.append(f"{error!r}: {text!r}")
    return wrong


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--pieces", action="store_true", help="pieces of our reports, forty times over")
    options = parser.parse_args()
    if options.pieces:
        return _all_pieces()
    part = 1000
    parts = -(-options.count // part)
    wrong: list[str] = []
    with ProcessPoolExecutor(options.jobs) as pool:
        seeds = range(options.seed * 1_000_000, options.seed * 1_000_000 + parts)
        for done, found in enumerate(pool.map(run, seeds, [part] * parts), 1):
            wrong += found
            if done % TOLD == 0:  # a run that is stopped has told how far it came
                print(f"{done * part} texts so far, {len(wrong)} wrong", flush=True)
    print(f"{parts * part} texts, {len(wrong)} wrong")
    print("\n".join(wrong[:20]))
    return 1 if wrong else 0


def _all_pieces() -> int:
    wrong, done = list[str](), 0
    for number, report in enumerate(written(), start=1):
        given = tuple(pieces(report.text))
        wrong += run_all(given)
        done += len(given)
        if number % TOLD == 0:
            print(f"{done} texts of {number} reports so far, {len(wrong)} wrong", flush=True)
    print(f"{done} texts, {len(wrong)} wrong", *wrong[:20], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
