"""The workers of a batch: processes of their own that stop, whole document by whole document, when they are told to."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice
from typing import Any

from her2guide.batch.making import Line, Making, Outcome, make

TOGETHER = 4  # lines that a worker takes at once
_AHEAD = 2  # times as many as there are workers are on their way; the other lines wait in the file
_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


def outcomes(lines: Iterable[Line], making: Making, jobs: int) -> Iterator[list[Outcome]]:
    """Yield what became of the lines, some at a time, in the order in which they are done.

    Whatever ends it early (Ctrl+C, a full disk) waits for the documents that are being written, and for no other.
    """
    if jobs == 1:
        yield from ([make(line, making)] for line in lines)
        return
    context = multiprocessing.get_context(_METHOD)
    if _METHOD == "forkserver":
        context.set_forkserver_preload([make.__module__])
    stop = context.Event()
    executor = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(making, stop))
    waiting, rest = set[Future[list[Outcome]]](), iter(lines)
    try:
        while True:
            while len(waiting) < _AHEAD * jobs and (chunk := list(islice(rest, TOGETHER))):
                waiting.add(executor.submit(_make_all, chunk))
            if not waiting:
                return
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    except KeyboardInterrupt:
        stop.set()
        begun = [future for future in waiting if not future.cancel()]
        yield from (future.result() for future in begun)  # what they made until now
        raise
    finally:
        stop.set()
        executor.shutdown(wait=True, cancel_futures=True)


_here: dict[str, Any] = {}  # of a worker: how it makes documents, and whether it is to stop


def _begin(making: Making, stop: Any) -> None:
    """Make this process a worker. Ctrl+C is for the one that gives out the work; without it nobody works on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _here.update(making=making, stop=stop)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.join,), daemon=True).start()


def _end_after(gone: Callable[[], None]) -> None:
    gone()
    os._exit(1)


def _make_all(lines: list[Line]) -> list[Outcome]:
    found = []
    for line in lines:
        if _here["stop"].is_set():
            break
        found.append(make(line, _here["making"]))
    return found
