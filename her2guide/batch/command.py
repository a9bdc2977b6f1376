"""The command `batch`: a document for each line of answers, or a draft for each record of a folder."""

import argparse
import os
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import IO

from her2guide.batch.ledger import Ledger
from her2guide.batch.making import Line, Making, State
from her2guide.batch.pool import outcomes
from her2guide.batch.progress import Progress
from her2guide.errors import UsageError
from her2guide.files.atomic import sweep
from her2guide.files.errors import OutputError
from her2guide.library.library import languages
from her2guide.ndjson import lines
from her2guide.streams import STREAM, standard_input

DONE, PARTLY, REFUSED = 0, 1, 2
_AGAIN = "the same command goes on from there"
_EVERY = 5.0  # seconds between two notes of what is made


def batch(options: argparse.Namespace) -> int:
    """Make all that can be made, and say at the end how much that was. Exit code 1 where some of it could not be."""
    folder = Path(options.output)
    _need_folder(folder)
    if options.source != STREAM and Path(options.source).is_dir():
        from her2guide.batch.drafts import write_drafts

        return write_drafts(Path(options.source), folder, options.jobs or _processors())
    if options.source.endswith((".json", ".h2g")):
        raise UsageError(f"{options.source}: must be an .ndjson file (one answers object a line), a folder, or -")
    if options.language is not None and options.language not in (published := languages()):
        raise UsageError(f"language: must be a published one: {', '.join(published)}")
    making = Making(
        folder,
        options.format,
        options.length,
        options.paper,
        options.large_print,
        options.language,
        options.today,
        options.site,
    )
    with _opened(options.source) as file:
        return Run(making, options.jobs or _processors(), file).to_the_end()


class Run:
    """One run of a batch."""

    def __init__(self, making: Making, jobs: int, file: IO[bytes]) -> None:
        self._making, self._jobs, self._file = making, jobs, file
        self._ledger = Ledger(making.folder, making.marks())
        self._marks: dict[int, bytes] = {}  # of the lines that are on their way
        self._counts: Counter[str] = Counter()
        self._progress = Progress(_length(file))
        self._read = 0
        self._saved = time.monotonic()

    def to_the_end(self) -> int:
        """Make what is left to make, and tell how much that was."""
        sweep(self._making.folder)
        try:
            for found in outcomes(self._waiting(), self._making, self._jobs):
                for outcome in found:
                    mark = self._marks.pop(outcome.number)
                    self._counts[outcome.state] += 1
                    if outcome.words:
                        self._progress.tell(f"line {outcome.number}: {outcome.words}")
                    if outcome.state is State.MADE:
                        self._ledger.note(outcome.number, mark, outcome.size)
                self._progress.show(self._read, self._said())
                self._save_now_and_then()
        except KeyboardInterrupt:
            self._progress.tell(f"stopped: {self._said()}; {_AGAIN}")
            raise
        except BrokenProcessPool:
            self._progress.tell(f"a worker process was ended from outside, perhaps for want of memory; {_AGAIN}")
            return PARTLY
        finally:
            self._progress.clear()
            if self._counts[State.MADE]:
                self._ledger.save()
        self._progress.tell(self._said())
        return self._code()

    def _waiting(self) -> Iterator[Line]:
        """Yield the lines whose documents do not lie there already."""
        for number, line in lines(self._file):
            mark = self._ledger.mark(line)
            self._read += len(line) + 1
            if self._ledger.is_made(number, mark, self._making.path(number)):
                self._counts["unchanged"] += 1
                continue
            self._marks[number] = mark
            yield number, line

    def _save_now_and_then(self) -> None:
        if time.monotonic() - self._saved > _EVERY:
            self._ledger.save()
            self._saved = time.monotonic()

    def _said(self) -> str:
        counts = self._counts
        refused = counts[State.BAD] + counts[State.DRAFT]
        return f"{counts[State.MADE]} made, {counts['unchanged']} unchanged, {refused} refused"

    def _code(self) -> int:
        counts = self._counts
        if counts[State.DRAFT] and not (counts[State.MADE] or counts["unchanged"] or counts[State.BAD]):
            return REFUSED
        return PARTLY if counts[State.BAD] or counts[State.DRAFT] else DONE


def _need_folder(folder: Path) -> None:
    """Raise `OutputError` where there is no folder to write into; a missing one is not made."""
    if not folder.is_dir():
        raise OutputError(folder, "it is not a folder" if folder.exists() else "the folder does not exist")


def _processors() -> int:
    """Return how many processes may work at once: one for each processor that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _opened(source: str) -> IO[bytes]:
    if source == STREAM:
        return standard_input()
    try:
        return Path(source).open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a usable file name"
    raise UsageError(
        f"{source or 'the empty name'}: cannot be read ({reason.lower()}); "
        "it must be an .ndjson file, a folder of FHIR files, or -"
    )


def _length(file: IO[bytes]) -> int:
    try:
        return os.fstat(file.fileno()).st_size
    except (OSError, ValueError):
        return 0
