"""Who keeps a shared screen alive: sessions follow each other, what hangs is killed, and nothing outlives it."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from her2guide.cli import main
from her2guide.kiosk.notify import notifier, take_address
from her2guide.kiosk.supervisor import Limits, Supervisor
from her2guide.kiosk_window import own_command
from her2guide.staff_exit import STAFF_LEFT
from tests.kiosk.children import child, lines, runs

QUICK = Limits(silence=1.0, front_desk=0.3, tick=0.05)
LONG = 30.0


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "runs"


def supervise(
    log: Path, acts: str, *, limits: Limits = QUICK, front: str = "shows", **more: object
) -> tuple[int, list[str]]:
    said, note = lines()
    desk = log.with_name("desk")
    code = Supervisor(child(log, acts), child(desk, front), note, limits=limits, **more).run()  # type: ignore[arg-type]
    return code, said


def test_one_session_follows_the_other_until_staff_leave(log: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, said = supervise(log, "ok ok ok staff")
    assert code == STAFF_LEFT
    assert runs(log) == 4
    assert said[0] == "WATCHDOG=1"
    assert [line for line in said if line != "WATCHDOG=1"] == [*["READY=1"] * 4, "STOPPING=1"]
    assert capfd.readouterr().err.splitlines() == ["her2guide: session-over"] * 3 + ["her2guide: staff-left"]


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("segv", "crash -11"),
        ("kill", "crash -9"),
        ("error", "crash 1"),
        ("mute", "crash 0"),
        ("hang", "silent\nher2guide: crash -9"),
    ],
)
def test_whatever_ends_or_hangs_is_followed_by_a_new_window(
    act: str, told: str, log: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, _ = supervise(log, f"{act} staff")
    assert code == STAFF_LEFT
    assert runs(log) == 2
    assert runs(log.with_name("desk")) == 0
    assert capfd.readouterr().err == f"her2guide: {told}\nher2guide: staff-left\n"


@pytest.mark.parametrize("acts", ["segv segv segv segv segv", "segv ok kill error ok mute segv"])
def test_five_crashes_in_a_minute_show_the_front_desk_and_then_it_is_tried_again(acts: str, log: Path) -> None:
    code, _ = supervise(log, f"{acts} segv staff")
    assert code == STAFF_LEFT
    assert runs(log) == len(acts.split()) + 2
    assert runs(log.with_name("desk")) == 1


def test_four_crashes_or_five_over_a_longer_time_do_not(log: Path) -> None:
    supervise(log, "segv segv segv segv staff")
    assert runs(log.with_name("desk")) == 0
    log.unlink()
    supervise(log, "segv segv segv segv segv segv staff", limits=Limits(silence=1, within=0, tick=0.05))
    assert runs(log.with_name("desk")) == 0


def test_where_not_even_the_front_desk_can_be_shown_the_service_ends_to_be_started_anew(log: Path) -> None:
    code, _ = supervise(log, " ".join(["segv"] * 5), front="mute")
    assert code == 1


def test_a_voice_does_not_outlive_the_session_that_started_it(log: Path) -> None:
    supervise(log, "voice staff")
    voice = int(log.with_name("runs.voice").read_text())
    status = Path(f"/proc/{voice}/status")
    deadline = time.monotonic() + LONG
    while status.exists() and "State:\tZ" not in status.read_text() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not status.exists() or "State:\tZ" in status.read_text()


def test_what_a_killed_session_left_is_swept_away_and_nothing_else(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    (folder / "wayland-0").touch()
    monkeypatch.setenv("RUNTIME_DIRECTORY", str(folder))
    supervise(log, "left staff", folder=folder)
    assert {each.name for each in folder.iterdir()} == {"wayland-0", "staff-left"}


def test_systemd_hears_it_on_a_socket_inside_the_machine(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as here:
        here.bind(str(tmp_path / "notify"))
        notifier(str(tmp_path / "notify"))("READY=1")
        assert here.recv(99) == b"READY=1"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as here:
        here.bind(f"\0her2guide-test-{os.getpid()}")
        notifier(f"@her2guide-test-{os.getpid()}")("WATCHDOG=1")
        assert here.recv(99) == b"WATCHDOG=1"


@pytest.mark.parametrize("address", [None, "", "127.0.0.1:9", "vsock:2:1234", "/nowhere/notify"])
def test_nobody_hears_it_where_there_is_no_such_socket(address: str | None) -> None:
    notifier(address)("READY=1")


def test_no_child_can_speak_to_systemd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", "/run/systemd/notify")
    assert take_address() == "/run/systemd/notify"
    assert take_address() is None


def test_only_a_shared_screen_is_supervised(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--supervise"]) == 2
    assert capfd.readouterr().err == "her2guide: --supervise: is for a shared screen; it needs --mode kiosk\n"


def test_it_needs_neither_qt_nor_any_library_beyond_pythons_own() -> None:
    code = """
    import sys
    before = set(sys.modules)
    import her2guide.kiosk_window
    files = [getattr(sys.modules[name], "__file__", None) or "" for name in set(sys.modules) - before]
    print([file for file in files if "site-packages" in file])
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# --- with the real window

_REAL = """
import sys
from her2guide.kiosk.supervisor import Limits, Supervisor
from her2guide.kiosk_window import own_command
window = [*own_command(), "--mode", "kiosk"]
said = lambda line: print(line, flush=True)
sys.exit(Supervisor(window, [*window, "--front-desk"], said, limits=Limits(silence=float(sys.argv[1]))).run())
"""


def children_of(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(each) for each in listed]


def other_child(pid: int, than: int = 0) -> int:
    """Wait for a window and return its process."""
    deadline = time.monotonic() + LONG
    while time.monotonic() < deadline:
        for found in children_of(pid):
            if found != than and b"\0--mode\0kiosk\0" in Path(f"/proc/{found}/cmdline").read_bytes():
                return found
        time.sleep(0.02)
    pytest.fail("no window came")


@pytest.fixture
def real() -> Iterator["subprocess.Popen[bytes]"]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", _REAL, "4"], env=env, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    ) as it:
        yield it
        if it.poll() is None:
            it.kill()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_a_real_window_that_is_stopped_is_replaced_and_a_signal_ends_both(real: "subprocess.Popen[bytes]") -> None:
    assert real.stdout is not None
    assert b"READY=1\n" in iter(real.stdout.readline, b"")
    first = other_child(real.pid)
    assert "Max core file size        0                    0 " in Path(f"/proc/{first}/limits").read_text()
    os.kill(first, signal.SIGSTOP)
    second = other_child(real.pid, than=first)
    assert not Path(f"/proc/{first}").exists()
    real.terminate()
    _, err = real.communicate(timeout=LONG)
    assert real.returncode == 0
    assert not Path(f"/proc/{second}").exists()
    assert err.decode().splitlines()[:2] == ["her2guide: silent", "her2guide: crash -9"]


def test_the_program_starts_itself_by_the_python_it_runs_in_or_as_the_file_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert own_command() == [sys.executable, "-m", "her2guide"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command() == [sys.executable]
