"""A process that bounds itself: no core, no look into its memory, no word of an error, and a home that goes with it."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from her2guide.kiosk import hardening
from her2guide.ui.errors import tell_kinds_alone

CANARY = "zqx canary 1957"
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux")


def run(code: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    script = f"from her2guide.kiosk.hardening import harden\n{textwrap.dedent(code)}"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=cwd)


@linux
def test_a_hardened_process_leaves_no_core_and_no_file_that_others_can_read(tmp_path: Path) -> None:
    code = """
    import ctypes, os, resource
    from pathlib import Path
    harden()
    Path("mine").touch()
    print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
    """
    done = run(code, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "(0, 0) 0\n", "")
    assert (tmp_path / "mine").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("before", "after"), [(None, "/run/cups/cups.sock"), ("/srv/cups.sock", "/srv/cups.sock")])
def test_printing_goes_to_a_socket_inside_the_machine_unless_told_otherwise(
    before: str | None, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CUPS_SERVER", raising=False)
    if before is not None:
        monkeypatch.setenv("CUPS_SERVER", before)
    assert run("import os; harden(); print(os.environ['CUPS_SERVER'])").stdout == f"{after}\n"


@linux
def test_a_segmentation_fault_leaves_nothing_though_cores_were_on(tmp_path: Path) -> None:
    code = f"""
    import faulthandler, os, resource, signal
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    faulthandler.enable()
    harden()
    canary = {CANARY!r}
    os.kill(os.getpid(), signal.SIGSEGV)
    """
    child = subprocess.Popen(
        [sys.executable, "-c", f"from her2guide.kiosk.hardening import harden\n{textwrap.dedent(code)}"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
    )
    with child:
        _, status = os.waitpid(child.pid, 0)
        assert child.stderr is not None
        assert child.stderr.read() == b""
        child.returncode = 0
    assert os.WIFSIGNALED(status)
    assert not os.WCOREDUMP(status)
    assert list(tmp_path.iterdir()) == []


CAUSED = """
try:
    raise KeyError(canary)
except KeyError as error:
    raise ValueError(canary) from error
"""
THREAD = """
import threading
def fail():
    raise ValueError(canary)
thread = threading.Thread(target=fail, name=canary)
thread.start()
thread.join()
"""
LET_GO = """
class Thing:
    def __del__(self):
        raise ValueError(canary)
Thing()
"""
FAILURES = {
    "raised": "raise ValueError(canary)",
    "with a cause": CAUSED,
    "a group": "raise ExceptionGroup(canary, [ValueError(canary)])",
    "in a thread": THREAD,
    "while let go of": LET_GO,
}


@pytest.mark.parametrize("case", FAILURES)
def test_an_error_is_a_kind_and_a_place_never_a_value(case: str) -> None:
    done = run(f"harden()\ncanary = {CANARY!r}\n{FAILURES[case]}")
    assert done.stdout == ""
    assert CANARY not in done.stderr
    assert done.stderr in ("her2guide: ValueError\n", "her2guide: ExceptionGroup\n")


def test_qt_says_how_bad_it_is_and_nothing_else() -> None:
    code = f"""
    from PySide6.QtCore import qCritical, qWarning
    from her2guide.ui.errors import tell_kinds_alone
    tell_kinds_alone()
    qWarning({CANARY!r}); qCritical({CANARY!r})
    """
    assert run(code).stderr == "her2guide: qt QtWarningMsg\nher2guide: qt QtCriticalMsg\n"
    assert callable(tell_kinds_alone)


def test_every_library_of_the_process_writes_into_a_home_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in hardening._HOMES:
        monkeypatch.setenv(name, "elsewhere")
    home = hardening.private_home(tmp_path)
    assert home.parent == tmp_path
    assert home.stat().st_mode & 0o777 == 0o700
    for name in hardening._HOMES:
        place = Path(os.environ[name])
        assert home in (place, place.parent)
        assert place.is_dir()


def test_a_sweep_takes_what_sessions_left_and_follows_no_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").touch()
    folder = tmp_path / "run"
    folder.mkdir()
    hardening.private_home(folder)
    (folder / ".her2guide-2-link").symlink_to(outside)
    (folder / ".her2guide-3-file.tmp").touch()
    (folder / "staff-tries").touch()
    hardening.sweep(folder)
    assert [each.name for each in folder.iterdir()] == ["staff-tries"]
    assert (outside / "kept").exists()


@pytest.mark.parametrize(("named", "found"), [("{0}", True), ("{0}:/other", True), ("", False), ("{0}/no", False)])
def test_the_folder_in_memory_is_the_one_that_systemd_names(
    named: str, found: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUNTIME_DIRECTORY", named.format(tmp_path))
    assert hardening.runtime_folder() == (tmp_path if found else None)
