"""Many guides at once: how many in a second of one processor, what a second worker brings, how memory grows.

Processor time is measured, not the clock on the wall, so that a busy machine gives the same figures.
"""

import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from her2guide.batch.making import Making, State, make
from her2guide.output.render import Format, Length
from her2guide.settings import Site
from tests.bench.clock import Figure
from tests.bench.export import plain_pages, plain_pdf
from tests.journeys.write import PEOPLE

RATE, OF_PLAIN, TWO, SLOPE = 8, 0.5, 1.7, 1024  # the marks
_WARM = 8

# A whole command in a process of its own, which then says what it and all that it started took.
_COMMAND = """
import os, resource, sys
from multiprocessing import forkserver
from her2guide.cli import main
code = main(sys.argv[1:])
if forkserver._forkserver._forkserver_pid is not None:
    forkserver._forkserver._stop()
found = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(code, sum(each.ru_utime + each.ru_stime for each in found))
"""

_MEMORY = """
import sys
from her2guide.batch import command
from tests.bench.opening import resident
from her2guide.cli import main
first, last = map(int, sys.argv[1:3])
seen = []
show = command.Progress.show
def watched(self, at, words):
    made = int(words.split()[0])
    if made in (first, last):
        seen.append(resident())
    show(self, at, words)
command.Progress.show = watched
code = main(sys.argv[3:])
print(code, *seen)
"""


def write_people(path: Path, count: int) -> None:
    """Write the people of the journeys as lines, again and again, each with a question of their own."""
    people = [json.loads(each.read_text(encoding="utf-8")) for each in sorted(PEOPLE.glob("*.json"))]
    with path.open("w", encoding="utf-8") as file:
        for number, person in zip(range(count), itertools.cycle(people), strict=False):
            own = {**person, "questions": [*person.get("questions", [])[:3], f"My question number {number}?"]}
            file.write(json.dumps(own, ensure_ascii=False) + "\n")


def batch_figures(lines: int) -> Iterator[Figure]:
    """Measure it with so many lines; a tenth of them for the rate of one process, a fortieth of full guides."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_people(folder / "in.ndjson", lines)
        yield from _rates(folder, lines // 10 + _WARM, "short")
        yield from _rates(folder, lines // 40 + _WARM, "full")
        yield _two_workers(folder, lines // 5)
        yield _slope(folder, lines)


def _making(folder: Path, kind: Format, length: Length) -> Making:
    return Making(folder, kind, length, "letter", False, None, date(2026, 11, 29), Site())


def _rates(folder: Path, count: int, length: Length) -> Iterator[Figure]:
    """Measure guides of one length. The mark of full ones is half of what plain reportlab does with the same pages."""
    making = _making(folder, "pdf", length)
    with (folder / "in.ndjson").open("rb") as file:
        lines = [(number, line) for number, line in zip(range(1, count + 1), file, strict=False)]
    for line in lines[:_WARM]:
        make(line, making)
    ours = time.process_time()
    if any(make(line, making).state is not State.MADE for line in lines[_WARM:]):
        raise ValueError("a line could not be used")
    ours = (time.process_time() - ours) / (count - _WARM)
    pages = [plain_pages(making.path(number).read_bytes()) for number, _ in lines[_WARM:]]
    plain = time.process_time()
    for each in pages:
        plain_pdf(each)
    plain = (time.process_time() - plain) / len(pages)
    for number, _ in lines:
        making.path(number).unlink()
    mark, said = (RATE, "") if length == "short" else (OF_PLAIN / plain, " (half the rate of plain reportlab)")
    yield Figure(f"{length} guides a second of one processor", 1 / ours, mark, "/s", said, at_least=True)
    middle = f"; {sum(map(len, pages)) / len(pages):.0f} pages each, or the one above"
    yield Figure("of the rate of plain reportlab, same pages", plain / ours, OF_PLAIN, "", middle, at_least=True)


def _two_workers(folder: Path, count: int) -> Figure:
    some = folder / "some.ndjson"
    with (folder / "in.ndjson").open("rb") as file:
        some.write_bytes(b"".join(itertools.islice(file, count)))
    took = []
    for jobs in (1, 2):
        out = folder / f"jobs-{jobs}"
        out.mkdir()
        took.append(_processor_time(some, out, jobs))
    return Figure(
        "two workers, times the rate of one", 2 * took[0] / took[1], TWO, "",
        f"; {count} lines took {took[0]:.1f} s and {took[1]:.1f} s of processor time",
        at_least=True,
    )  # fmt: skip


def _processor_time(source: Path, out: Path, jobs: int) -> float:
    options = ["batch", str(source), "-o", str(out), "--jobs", str(jobs), "--length", "short"]
    done = subprocess.run(
        [sys.executable, "-c", _COMMAND, *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
    )
    code, seconds = done.stdout.split()
    if int(code):
        raise ValueError("the batch did not work")
    return float(seconds)


def _slope(folder: Path, count: int) -> Figure:
    out, first = folder / "all", count // 5
    out.mkdir()
    options = ["batch", str(folder / "in.ndjson"), "-o", str(out), "--jobs", "1", "--format", "txt"]
    done = subprocess.run(
        [sys.executable, "-c", _MEMORY, str(first), str(count), *options],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    code, *seen = map(int, done.stdout.split())
    if code or len(seen) != 2:
        raise ValueError("the batch did not work")
    slope = (seen[1] - seen[0]) * 1024 / (count - first)
    return Figure(
        f"memory for each line, from {first} to {count}", slope, SLOPE, " bytes", f"; {seen[1] / 1024:.0f} MiB then"
    )
