"""Thousands of sessions in one process, on the same window: does memory grow, does a file stay open?

    python -m tests.kiosk.soak [--sessions 10000]

Each session begins on the start page, answers two questions, types into a field, looks at the signs, and is cleared. On
a locked screen the process ends with the session, so this is worse than what happens there. Memory is watched from the
quarter on, when every cache is full.

Before each look Python collects its garbage and the C library gives back what is free (`malloc_trim`), so that what
grows is held by somebody. Told beside it are the bytes that C and C++ hold and the blocks that Python holds. It needs
Linux with glibc.
"""

import argparse
import ctypes
import gc
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")
MOST_GROWTH = 5 * 1024 * 1024
MOST_A_SESSION = 200  # bytes, by the straight line through all measures


@dataclass(frozen=True)
class Measure:
    """One look at the process: what is resident, open files, bytes held in C's heap, and Python's blocks."""

    session: int
    memory: int
    files: int
    held: int = 0
    blocks: int = 0


class _Heap(ctypes.Structure):
    """What `mallinfo2` returns."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keepcost",
        )
    ]


def look(session: int) -> Measure:
    gc.collect()
    c_library = ctypes.CDLL(None)
    c_library.malloc_trim(0)
    c_library.mallinfo2.restype = _Heap
    heap = c_library.mallinfo2()
    memory = int(Path("/proc/self/statm").read_text().split()[1]) * PAGE
    files = len(list(Path("/proc/self/fd").iterdir()))
    return Measure(session, memory, files, heap.uordblks + heap.hblkhd, sys.getallocatedblocks())


def soak(sessions: int, looks: int = 40) -> Iterator[Measure]:
    """Go through sessions and yield a look at the process now and then."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

    from her2guide.app import build_app
    from her2guide.opening import Opening
    from her2guide.settings import KIOSK
    from tests.ui.said import PEOPLE
    from tests.ui.window_people import go_on, put_in, question, settle

    app = build_app(["her2guide"], Opening(settings=replace(KIOSK, locked=False)))
    window = app.window  # type: ignore[attr-defined]
    window.activateWindow()
    settle()
    said = {"reader": "patient", **PEOPLE["hana types whatever she likes"]}
    for session in range(1, sessions + 1):
        go_on(window)
        for _ in range(2):
            put_in(question(window), said)
            settle()
            go_on(window)
        window.show_signs()
        settle()
        window.return_to_page()
        settle()
        window.trips.show_report()
        settle()
        for field in (*window.page.findChildren(QPlainTextEdit), *window.page.findChildren(QLineEdit)):
            field.setPlainText(f"zqx {session}") if isinstance(field, QPlainTextEdit) else field.setText("zqx")
        window.clear_and_leave()
        settle()
        go_on(window)  # from the farewell
        if session % max(1, sessions // looks) == 0:
            yield look(session)


def growth(measures: list[Measure], of: Callable[[Measure], int] = lambda each: each.memory) -> tuple[int, float]:
    """Return what came from the first quarter's end to the end, and what a session by the line through all since."""
    since = [each for each in measures if each.session >= measures[-1].session / 4]
    middle_x = sum(each.session for each in since) / len(since)
    middle_y = sum(of(each) for each in since) / len(since)
    above = sum((each.session - middle_x) * (of(each) - middle_y) for each in since)
    below = sum((each.session - middle_x) ** 2 for each in since)
    return of(since[-1]) - of(since[0]), above / below if below else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.kiosk.soak")
    parser.add_argument("--sessions", type=int, default=10_000)
    begun = time.monotonic()
    measures = []
    for each in soak(parser.parse_args().sessions):
        measures.append(each)
        print(f"{each.session}: {each.memory} resident, {each.held} in C's heap, {each.blocks} blocks", flush=True)
    grown, slope = growth(measures)
    held, held_slope = growth(measures, lambda each: each.held)
    blocks, _ = growth(measures, lambda each: each.blocks)
    files = {each.files for each in measures}
    print(f"sessions: {measures[-1].session} in {time.monotonic() - begun:.0f} s")
    print(f"memory: {measures[-1].memory / 2**20:.1f} MiB; grown since the first quarter: {grown / 2**20:.2f} MiB")
    print(f"by the line through all measures since: {slope:.0f} bytes a session; open files: {sorted(files)}")
    print(
        f"held in C's heap: {held / 2**20:+.2f} MiB since, {held_slope:.0f} bytes a session; Python: {blocks:+} blocks"
    )
    sys.exit(1 if grown > MOST_GROWTH or slope > MOST_A_SESSION or len(files) > 1 else 0)


if __name__ == "__main__":
    main()
