"""What a whole write looks like from outside: links, modes, folders, other people's files."""

import errno
import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from her2guide.files import atomic
from her2guide.files.atomic import sweep, write_atomically
from her2guide.files.errors import OutputError

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "tests.files.program"]
GONE = 2**22 + 7  # above the highest process id that Linux gives


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def orphan(folder: Path, process: int = GONE) -> Path:
    path = folder / f".her2guide-{process}-0123456789abcdef.tmp"
    path.write_bytes(b"half a gui")
    return path


def refused(path: Path) -> OutputError:
    with pytest.raises(OutputError) as caught:
        write_atomically(path, b"new")
    message = str(caught.value)
    assert message.isprintable()
    assert path.name.replace("\0", "?").replace("\n", "?") in message
    return caught.value


def test_a_new_file_holds_the_bytes_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "guide.pdf"
    assert write_atomically(target, b"new") is None
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert names(tmp_path) == ["guide.pdf"]


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "guide.pdf"
    target.write_bytes(b"a much longer old text")
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_an_empty_text_is_written_too(tmp_path: Path) -> None:
    write_atomically(tmp_path / "guide.txt", b"")
    assert (tmp_path / "guide.txt").read_bytes() == b""


def test_a_name_without_a_folder_goes_into_the_current_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically(Path("guide.txt"), b"new")
    assert (tmp_path / "guide.txt").read_bytes() == b"new"


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "guide.pdf").write_bytes(b"old")
    link = tmp_path / "link.pdf"
    link.symlink_to(tmp_path / "far" / "guide.pdf")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "far" / "guide.pdf").read_bytes() == b"new"
    assert names(tmp_path / "far") == ["guide.pdf"]


def test_a_link_to_nothing_yet_makes_the_file_it_names(tmp_path: Path) -> None:
    link = tmp_path / "link.pdf"
    link.symlink_to("guide.pdf")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "guide.pdf").read_bytes() == b"new"


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert "circle" in refused(tmp_path / "a").problem


def test_a_missing_folder_is_refused_and_not_made(tmp_path: Path) -> None:
    error = refused(tmp_path / "missing" / "guide.pdf")
    assert error.problem == "the folder does not exist"
    assert names(tmp_path) == []


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    assert "not a folder" in refused(tmp_path / "file" / "guide.pdf").problem


def test_a_folder_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert refused(tmp_path / "folder").problem == "it is a folder"
    assert names(tmp_path) == ["folder"]


def test_a_device_a_pipe_and_a_link_to_a_device_are_refused_and_untouched(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to("/dev/null")
    for path in (Path("/dev/null"), pipe, link):
        assert refused(path).problem == "it is not an ordinary file"
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("name", ["a" * 300, "nul\0name", "line\nbreak/guide.pdf", "lone\ud800name"])
def test_a_name_that_cannot_be_is_refused_in_one_plain_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError) as caught:
        write_atomically(tmp_path / name, b"new")
    assert str(caught.value).isprintable()
    assert names(tmp_path) == []


def test_a_protected_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "guide.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert "protected" in refused(target).problem
    assert target.read_bytes() == b"old"


def test_a_file_larger_than_allowed_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "guide.pdf"
    target.write_bytes(b"old")
    done = subprocess.run(
        [*PROGRAM, str(target), "x" * 5000],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    assert done.returncode == 3
    assert "larger than allowed" in done.stderr
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["guide.pdf"]


def test_a_failed_last_sync_of_the_folder_is_a_warning_since_the_file_is_complete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0
    real = atomic._sync_folder

    def second_fails(folder: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == 2:
            raise OSError(errno.EIO, "no")
        real(folder)

    monkeypatch.setattr(atomic, "_sync_folder", second_fails)
    warning = write_atomically(tmp_path / "guide.pdf", b"new")
    assert warning is not None
    assert "power fails" in warning
    assert (tmp_path / "guide.pdf").read_bytes() == b"new"


def test_bytes_and_folder_reach_the_disk_before_the_name_changes_and_the_folder_again_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    fsync, replace = os.fsync, os.replace

    def seen_fsync(descriptor: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def seen_replace(source: Path, target: Path) -> None:
        order.append("rename")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", seen_fsync)
    monkeypatch.setattr(os, "replace", seen_replace)
    write_atomically(tmp_path / "guide.pdf", b"new")
    assert order == ["file", "folder", "rename", "folder"]


def test_an_orphan_is_gone_after_the_next_write(tmp_path: Path) -> None:
    orphan(tmp_path)
    write_atomically(tmp_path / "guide.pdf", b"new")
    assert names(tmp_path) == ["guide.pdf"]


def test_an_orphan_with_our_own_process_id_is_gone_too(tmp_path: Path) -> None:
    orphan(tmp_path, os.getpid())
    sweep(tmp_path)
    assert names(tmp_path) == []


def test_an_unlocked_file_of_a_living_process_is_left_alone(tmp_path: Path) -> None:
    path = orphan(tmp_path, os.getppid())
    sweep(tmp_path)
    assert path.exists()


def test_a_locked_file_is_left_alone_even_if_its_process_is_unknown_here(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    path = orphan(tmp_path)
    with path.open("r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        sweep(tmp_path)
        assert path.exists()
    sweep(tmp_path)
    assert not path.exists()


def test_sweeping_touches_no_link_no_folder_no_pipe_and_no_other_name(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"kept")
    (tmp_path / f".her2guide-{GONE}-0000000000000001.tmp").symlink_to("kept")
    (tmp_path / f".her2guide-{GONE}-0000000000000002.tmp").mkdir()
    os.mkfifo(tmp_path / f".her2guide-{GONE}-0000000000000003.tmp")
    for name in (".her2guide-x.tmp", ".her2guide-0-0000000000000004.tmp", f"her2guide-{GONE}-0000000000000004.tmp"):
        (tmp_path / name).write_bytes(b"theirs")
    before = names(tmp_path)
    sweep(tmp_path)
    assert names(tmp_path) == before


def test_sweeping_a_folder_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    sweep(tmp_path / "missing")


def test_a_writer_whose_file_was_swept_before_its_lock_begins_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = atomic._lock
    seen: list[Path] = []

    def swept_first(descriptor: int) -> bool:
        if not seen:
            seen.extend(tmp_path.glob(".her2guide-*.tmp"))
            seen[0].unlink()
        return real(descriptor)

    monkeypatch.setattr(atomic, "_lock", swept_first)
    write_atomically(tmp_path / "guide.pdf", b"new")
    assert len(seen) == 1
    assert (tmp_path / "guide.pdf").read_bytes() == b"new"
    assert names(tmp_path) == ["guide.pdf"]


def test_a_living_siblings_file_is_untouched_and_both_writes_end_well(tmp_path: Path) -> None:
    command = [*PROGRAM, str(tmp_path / "sibling.pdf"), "sibling", "fsync", "1", "wait"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as sibling:
        assert sibling.stdin is not None
        assert sibling.stdout is not None
        assert sibling.stdout.readline() == "stopped\n"
        (half,) = tmp_path.glob(".her2guide-*.tmp")
        write_atomically(tmp_path / "guide.pdf", b"new")
        assert half.exists()
        sibling.communicate("go on\n")
        assert sibling.returncode == 0
    assert names(tmp_path) == ["guide.pdf", "sibling.pdf"]
    assert (tmp_path / "sibling.pdf").read_bytes() == b"sibling"
