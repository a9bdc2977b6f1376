"""A batch that is run again does what is left, and one that is stopped leaves whole documents and nothing else."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from her2guide.batch.ledger import NAME
from tests.batch.people import CANARY, ROOT, TODAY, answers, batch, documents, write_lines

SUMMARY = "her2guide: {made} made, {unchanged} unchanged, {refused} refused"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def said(capfd: pytest.CaptureFixture[str]) -> tuple[int, ...]:
    """Return how many were made, unchanged and refused."""
    words = capfd.readouterr().err.splitlines()[-1].split()
    return tuple(int(word) for word in words if word.isdecimal())


def test_a_second_run_makes_what_is_new_changed_or_gone(
    tmp_path: Path, out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lines: list[object] = [answers(number) for number in range(4)]
    source = write_lines(tmp_path / "in.ndjson", lines)
    assert batch(source, out) == 0
    assert said(capfd) == (4, 0, 0)
    first = documents(out)
    assert batch(source, out) == 0
    assert said(capfd) == (0, 4, 0)
    lines[1] = answers(9)
    lines.append(answers(7))
    write_lines(source, lines)
    (out / "00003.txt").unlink()
    (out / "00004.txt").write_text("torn")
    assert batch(source, out) == 0
    assert said(capfd) == (4, 1, 0)
    second = documents(out)
    assert [name for name in first if first[name] != second[name]] == ["00002.txt"]


@pytest.mark.parametrize("more", [("--length", "short"), ("--today", "2026-12-01"), ("--format", "html")])
def test_other_options_make_other_documents(
    more: tuple[str, ...], tmp_path: Path, out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    source = write_lines(tmp_path / "in.ndjson", [answers(1)])
    assert batch(source, out) == 0
    assert batch(source, out, *more) == 0
    assert said(capfd) == (1, 0, 0)


def test_other_content_makes_other_documents(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    source = write_lines(tmp_path / "in.ndjson", [answers(1)])
    assert batch(source, out) == 0
    monkeypatch.setattr("her2guide.batch.making.__version__", "0.2.0")
    assert batch(source, out) == 0
    assert said(capfd) == (1, 0, 0)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"batch": 2}', '{"batch": 1, "key": "00", "documents": {}}',
                                  '{"batch": 1, "key": 5, "documents": {"1": 2}}', "[" * 100_000])  # fmt: skip
def test_a_sidecar_that_cannot_be_read_is_as_none(
    text: str, tmp_path: Path, out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    source = write_lines(tmp_path / "in.ndjson", [answers(1)])
    (out / NAME).write_text(text)
    assert batch(source, out) == 0
    assert said(capfd) == (1, 0, 0)
    assert batch(source, out) == 0
    assert said(capfd) == (0, 1, 0)


def test_the_sidecar_tells_nothing_of_anyone_and_is_its_owners_alone(tmp_path: Path, out: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    source = write_lines(tmp_path / "in.ndjson", [{**answers(1), "questions": [CANARY]}, answers(1), answers(1)])
    for folder in (out, other):
        assert batch(source, folder) == 0
        assert (folder / NAME).stat().st_mode & 0o777 == 0o600
    one, two = (json.loads((folder / NAME).read_text()) for folder in (out, other))
    assert set(one) == {"batch", "key", "documents"}
    assert CANARY not in json.dumps(one)
    assert one["key"] != two["key"]
    assert {mark for mark, _ in one["documents"].values()} & {mark for mark, _ in two["documents"].values()} == set()


# What a shell starts in the background ignores Ctrl+C, and so does all that it starts: here it is heard again.
HEARS = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.executable, sys.argv[1:])"


def command(source: Path, out: Path, jobs: int) -> list[str]:
    python = [sys.executable, "-c", HEARS, sys.executable]
    return [*python, "-m", "her2guide", "batch", str(source), "-o", str(out), "--jobs", str(jobs),
            "--format", "txt", *TODAY]  # fmt: skip


def until_some(out: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until some documents are there, but not all."""
    while len(documents(out)) < 3:
        assert process.poll() is None
        time.sleep(0.01)


def alive(mark: str) -> list[int]:
    """Return the processes that were started with this word in their surroundings."""
    found = []
    for each in Path("/proc").iterdir():
        try:
            if each.name.isdecimal() and mark.encode() in (each / "environ").read_bytes():
                found.append(int(each.name))
        except OSError:
            continue
    return found


@pytest.fixture
def stopped(tmp_path: Path, out: Path, request: pytest.FixtureRequest) -> tuple[int, str]:
    """A batch of two workers that was sent a signal in the middle: its exit code, and its word."""
    source = write_lines(tmp_path / "in.ndjson", [answers(number) for number in range(120)])
    mark = f"batch-{os.getpid()}-{time.monotonic_ns()}"
    environment = {**os.environ, "HER2GUIDE_TEST_MARK": mark}
    with subprocess.Popen(
        command(source, out, 2), cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True, env=environment
    ) as process:
        until_some(out, process)
        if request.param is signal.SIGINT:
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        else:
            process.kill()
        code = process.wait(60)
    return code, mark


@pytest.mark.parametrize("stopped", [signal.SIGINT, signal.SIGKILL], indirect=True, ids=["Ctrl+C", "killed"])
def test_a_batch_that_is_stopped_leaves_whole_documents_no_worker_and_can_go_on(
    stopped: tuple[int, str], tmp_path: Path, out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, mark = stopped
    assert code in (130, -signal.SIGKILL)
    for _ in range(500):
        if not alive(mark):
            break
        time.sleep(0.02)
    assert alive(mark) == []
    some = documents(out)
    assert 3 <= len(some) < 120
    temporary = [each.name for each in out.iterdir() if each.suffix == ".tmp"]
    assert temporary == [] or code == -signal.SIGKILL
    assert batch(tmp_path / "in.ndjson", out) == 0
    made, unchanged, refused = said(capfd)
    assert made + unchanged == 120
    assert refused == 0
    assert unchanged > 0 or code == -signal.SIGKILL  # killed, it may not have noted what it had made
    assert [each.name for each in out.iterdir() if each.suffix == ".tmp"] == []
    whole = documents(out)
    assert len(whole) == 120
    assert all(whole[name] == data for name, data in some.items())


def test_a_worker_that_is_killed_is_told_and_the_same_command_goes_on(tmp_path: Path, out: Path) -> None:
    source = write_lines(tmp_path / "in.ndjson", [answers(number) for number in range(120)])
    mark = f"batch-{os.getpid()}-{time.monotonic_ns()}"
    environment = {**os.environ, "HER2GUIDE_TEST_MARK": mark}
    with subprocess.Popen(
        command(source, out, 2), cwd=ROOT, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        until_some(out, process)
        os.kill(max(set(alive(mark)) - {process.pid}), signal.SIGKILL)  # the last one to start is a worker
        assert process.stderr is not None
        told = process.stderr.read()
        code = process.wait(60)
    assert code == 1
    assert "a worker process was ended from outside" in told
    assert "Traceback" not in told
