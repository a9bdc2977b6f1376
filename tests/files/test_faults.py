"""Killed or failing at every call on the way: the file is all old or all new, and nothing is left lying about."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from her2guide.files.atomic import write_atomically
from her2guide.files.errors import OutputError

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = b"old " * 50, b"new " * 80
PROGRAM = [sys.executable, "-B", "-m", "tests.files.program"]
CALLS = ("open", "write", "fsync", "replace", "fchmod", "close", "unlink")


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def temporaries(folder: Path) -> list[Path]:
    return [each for each in folder.iterdir() if each.name.startswith(".her2guide-")]


def assert_whole_and_swept(target: Path, old: bytes | None) -> None:
    """The target is all old or all new, and the next write leaves no orphan."""
    found = target.read_bytes() if target.exists() else None
    assert found in (old, NEW)
    write_atomically(target, b"next")
    assert [each.name for each in target.parent.iterdir()] == [target.name]


def fresh(folder: Path, old: bytes | None) -> Path:
    folder.mkdir()
    target = folder / "guide.pdf"
    if old is not None:
        target.write_bytes(old)
        target.chmod(0o640)
    return target


@pytest.mark.parametrize("old", [OLD, None], ids=["over an old file", "a new file"])
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("call", CALLS)
def test_a_process_that_ends_at_any_call_leaves_a_whole_file(
    tmp_path: Path, call: str, moment: str, old: bytes | None
) -> None:
    ended = 0
    for nth in range(1, 30):
        target = fresh(tmp_path / str(nth), old)
        done = run([*PROGRAM, str(target), NEW.decode(), call, str(nth), moment])
        if done.returncode == 0:
            assert target.read_bytes() == NEW
            break
        assert done.returncode == 99, done.stderr
        ended += 1
        assert_whole_and_swept(target, old)
    else:
        pytest.fail("the program never ran to its end")
    assert ended or (call == "fchmod" and old is None) or call == "unlink"


def tracer(call: str, action: str, nth: int, target: Path) -> list[str]:
    return [
        *("strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={call}:{action}:when={nth}"),
        *(*PROGRAM, str(target), NEW.decode()),
    ]


@pytest.fixture(scope="module")
def strace() -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed; the same is tested inside the process")
    if run(["strace", "-qq", "-o", os.devnull, "true"]).returncode != 0:
        pytest.skip("strace may not trace here; the same is tested inside the process")


@pytest.mark.parametrize("call", ["write", "fsync", "?rename,?renameat,?renameat2", "?unlink,?unlinkat", "flock"])
def test_a_process_killed_at_any_system_call_leaves_a_whole_file(tmp_path: Path, strace: None, call: str) -> None:
    killed = 0
    for nth in range(1, 40):
        target = fresh(tmp_path / str(nth), OLD)
        done = run(tracer(call, "signal=SIGKILL", nth, target))
        if done.returncode == 0:
            assert target.read_bytes() == NEW
            break
        assert done.returncode == -9, done.stderr
        killed += 1
        assert_whole_and_swept(target, OLD)
    else:
        pytest.fail("the program never ran to its end")
    assert killed


@pytest.mark.parametrize("code", ["ENOSPC", "EIO", "EACCES"])
@pytest.mark.parametrize("call", ["write", "fsync", "?rename,?renameat,?renameat2", "fchmod"])
def test_a_system_call_that_fails_is_one_plain_line_and_the_old_file(
    tmp_path: Path, strace: None, call: str, code: str
) -> None:
    failed = 0
    for nth in range(1, 10):
        target = fresh(tmp_path / str(nth), OLD)
        done = run(tracer(call, f"error={code}", nth, target))
        if done.returncode == 0:
            break
        assert done.returncode == 3, done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert str(target) in done.stderr
        assert target.read_bytes() == OLD
        assert temporaries(target.parent) == []
        failed += 1
    assert failed


class Fault:
    """Makes the nth call of an os function fail, or be interrupted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, nth: int, error: BaseException) -> None:
        self.calls, self.nth, self.error = 0, nth, error
        self.original: Callable[..., Any] = getattr(os, name)
        monkeypatch.setattr(os, name, self)

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.calls += 1
        if self.calls == self.nth:
            raise self.error
        return self.original(*args, **options)


def faults(tmp_path: Path, name: str, make: Callable[[], BaseException]) -> Iterator[tuple[Path, BaseException | None]]:
    """Write with the first, second, third ... call failing, until no call is left to fail."""
    for nth in range(1, 20):
        target = fresh(tmp_path / str(nth), OLD)
        with pytest.MonkeyPatch.context() as patch:
            fault = Fault(patch, name, nth, make())
            raised: BaseException | None = None
            try:
                write_atomically(target, NEW)
            except (OutputError, KeyboardInterrupt) as error:
                raised = error
        if fault.calls < nth:
            return
        yield target, raised
    pytest.fail("there is always one more call")


CODES = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EFBIG, errno.EMFILE, errno.EDQUOT]


@pytest.mark.parametrize("code", CODES, ids=[errno.errorcode[code] for code in CODES])
@pytest.mark.parametrize("name", ["write", "fsync", "replace", "fchmod"])
def test_a_call_that_fails_is_an_output_error_and_the_old_file(tmp_path: Path, name: str, code: int) -> None:
    places = list(faults(tmp_path, name, lambda: OSError(code, os.strerror(code))))
    assert places
    for place, (target, raised) in enumerate(places):
        last_sync = name == "fsync" and place == len(places) - 1
        if last_sync:  # by then the new file is in place; this is told as a warning
            assert raised is None
            assert target.read_bytes() == NEW
        else:
            assert isinstance(raised, OutputError)
            assert "Errno" not in str(raised)
            assert target.read_bytes() == OLD
        assert temporaries(target.parent) == []


@pytest.mark.parametrize("code", [errno.EMFILE, errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_an_opening_that_fails_never_harms_the_old_file(tmp_path: Path, code: int) -> None:
    results = list(faults(tmp_path, "open", lambda: OSError(code, os.strerror(code))))
    assert sum(isinstance(raised, OutputError) for _, raised in results) == 2
    for target, raised in results:
        assert target.read_bytes() == (OLD if raised else NEW)
        assert temporaries(target.parent) == []


@pytest.mark.parametrize("name", ["write", "fsync", "replace", "fchmod", "fstat"])
def test_an_interruption_leaves_a_whole_file_and_no_temporary_one(tmp_path: Path, name: str) -> None:
    results = list(faults(tmp_path, name, KeyboardInterrupt))
    assert results
    for target, raised in results:
        assert isinstance(raised, KeyboardInterrupt)
        assert target.read_bytes() in (OLD, NEW)
        assert temporaries(target.parent) == []


def test_a_disk_that_takes_a_few_bytes_at_a_time_still_gets_them_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, data[:7]))
    write_atomically(tmp_path / "guide.pdf", NEW)
    assert (tmp_path / "guide.pdf").read_bytes() == NEW
