"""The window: its first page and first guide beside a bare window, the turn of a page, and memory over many visits."""

import gc
import math
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, cycle, islice
from os import environ

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QEventLoop

from her2guide.app import Opening, build_app
from her2guide.ui.main_window import MainWindow
from her2guide.ui.pages.question import QuestionPage
from her2guide.wizard import pages as wizard
from tests.bench.clock import Figure
from tests.bench.opening import get_all_ready, resident
from tests.ui.window_people import PEOPLE, TODAY, Said, put_in, settle

STARTS, GUIDES = 9, 5
WALKS = 2  # whole walks of each person, there and half of the way back
BACK_EVERY = 3


# --- starts


@dataclass(frozen=True, slots=True)
class Start:
    """A process that opened a window: milliseconds from its start, or from the press, to paint; memory in KiB.

    `work` is how long the processor worked for it: on a busy machine it tells more than the time.
    """

    time: float
    work: float
    memory: int
    said: tuple[str, ...]


def start(kind: str, env: Mapping[str, str]) -> Start:
    """Open a window in a new process, whose modules are compiled already, as in every start but the first."""
    began, before = time.perf_counter(), 0.0
    command = [sys.executable, "-m", "tests.bench.opening", kind]
    with subprocess.Popen(command, env=dict(env), stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            now = time.perf_counter()
            word, work, memory, *said = line.split()
            if word == "press":
                began, before = now, float(work)
            else:
                found = Start((now - began) * 1000, float(work) - before, int(memory), tuple(said))
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return found


def start_figures(env: Mapping[str, str], where: str) -> Iterator[Figure]:
    """Compare the first page, then the first guide, with a bare window, turn by turn."""
    rounds = [[start(kind, env) for kind in ("bare", "page")] for _ in range(STARTS + 1)][1:]
    guides = [start("guide", env) for _ in range(GUIDES)]
    pairs = [*zip(*rounds, strict=True)]
    bare, page, guide = (_median(runs, "time") for runs in (*pairs, guides))
    yield Figure(f"first page, {where}: time", page / bare, 1.35, more=f"; {page:.0f} ms, bare {bare:.0f} ms")
    yield Figure(f"first guide, {where}: time", guide / bare, 4, more=f"; {guide:.0f} ms, bare {bare:.0f} ms")
    bare, page = (_median(runs, "work") for runs in pairs)
    yield Figure(f"first page, {where}: work", page / bare, 1.35, more=f"; {page:.0f} ms, bare {bare:.0f} ms")
    bare, page = (_median(runs, "memory") / 1024 for runs in pairs)
    yield Figure(f"first page, {where}: memory", page / bare, 1.35, more=f"; {page:.1f} MiB, bare {bare:.1f} MiB")
    late = {word for run in (*(page for _, page in rounds), *guides) for word in run.said}
    yield Figure(f"loaded or painted too late, {where}", len(late), 0, more=f"; {', '.join(sorted(late)) or 'nothing'}")


def _median(runs: Sequence[Start], what: str) -> float:
    return statistics.median(getattr(run, what) for run in runs)


def screens() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield each screen there is: Qt's own without a display, and a virtual X11 display."""
    around = {name: value for name, value in environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    yield "offscreen", {**around, "QT_QPA_PLATFORM": "offscreen"}
    if not shutil.which("Xvfb"):
        return
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24"],  # noqa: S607 - whichever is installed
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as server:  # fmt: skip
        try:
            display = server.stdout.readline().strip() if server.stdout else ""
            yield "Xvfb", {**around, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{display}"}
        finally:
            server.terminate()


# --- turns


def drain() -> None:
    """Let Qt work until nothing is left to do."""
    dispatcher = QAbstractEventDispatcher.instance()
    while dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as a running loop does by itself


@dataclass(frozen=True, slots=True)
class Turn:
    """From a press until the next page is painted and nothing is left to do: milliseconds, and of the processor."""

    name: str
    time: float
    work: float


def turn(window: MainWindow, name: str, press: Callable[[], None]) -> Turn:
    """Press, and measure until all is done."""
    before, name = window.page, f"{name} {window.visit.session.place}"
    began, worked = time.perf_counter(), time.process_time()
    press()
    drain()
    done = Turn(name, (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000)
    if window.page is before:
        raise ValueError(f"no page {name}")
    return done


def walk_turns(window: MainWindow, said: Said) -> Iterator[Turn]:
    """Answer every question and go on to the check page, now and then back and on again; yield each turn."""
    for place in count():
        page = window.page
        if isinstance(page, QuestionPage):
            put_in(page, said)
            settle()
        if isinstance(window.visit.page, wizard.CheckPage):
            return
        yield turn(window, "from", window.footer.primary.click)
        if place and place % BACK_EVERY == 0 and isinstance(window.page, QuestionPage):
            yield turn(window, "back from", window.go_back)
            settle()
            yield turn(window, "again from", window.footer.primary.click)
        settle()


def turn_figures() -> Iterator[Figure]:
    """Measure the turns of several whole walks of each person; the first walk of all warms up."""
    window = build_app([], Opening(today=TODAY)).window  # type: ignore[attr-defined]
    walks: list[list[Turn]] = []
    for said in (next(iter(PEOPLE.values())), *[*PEOPLE.values()] * WALKS):
        settle()
        walks.append([*walk_turns(window, said)])
        window.start_over()
    turns = [each for walk in walks[1:] for each in walk]
    for what, kind in (("turn", "time"), ("turn, work", "work")):
        slowest = sorted(turns, key=lambda each: -getattr(each, kind))
        times = [getattr(each, kind) for each in reversed(slowest)]
        names = ", ".join(f"{each.name} {getattr(each, kind):.0f} ms" for each in slowest[:3])
        yield Figure(f"{what}, median of {len(times)}", statistics.median(times), 16, " ms")
        p99 = times[math.ceil(0.99 * len(times)) - 1]
        yield Figure(f"{what}, 99 in 100 are below", p99, 50, " ms", f"; slowest: {names}")
    window.close()


# --- memory


def walk_figures(first: int, last: int) -> Iterator[Figure]:
    """Measure how memory grows from one whole walk, start page to save page, to each hundredth after it.

    So a run that is stopped before its end has told how far it came.
    """
    app = build_app([], Opening(today=TODAY))
    get_all_ready(app)
    window = app.window  # type: ignore[attr-defined]
    begun = 0
    for number, said in enumerate(islice(cycle(PEOPLE.values()), last), start=1):
        whole_walk(window, said)
        if number in (first, last) or (number > first and number % 100 == 0):
            gc.collect()
            now = resident()
            begun = begun or now
            if number > first:
                yield _grown(f"from walk {first} to walk {number}", now - begun, now)
    window.close()


def _grown(when: str, kib: int, now: int) -> Figure:
    return Figure(f"memory, {when}", kib / 1024, 5, " MiB", f"; {now / 1024:.1f} MiB then")


def whole_walk(window: MainWindow, said: Said) -> None:
    """Go from the start page to the save page, then start over."""
    while not isinstance(window.visit.page, wizard.SavePage):
        before = window.page
        if isinstance(before, QuestionPage):
            put_in(before, said)
        window.footer.primary.click()
        drain()
        if window.page is before:
            raise ValueError(window.visit.session.place)
    window.start_over()
    drain()
