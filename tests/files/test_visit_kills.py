"""Saving a visit, killed or failing at any call: the file is all old or all new, and nothing is left beside it."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from her2guide.files.errors import OutputError
from her2guide.files.visit_file import packed, save_visit
from tests.files import age_by_hand
from tests.files.kills import OLD, kills
from tests.files.visits import VISIT, WORDS, lock_quickly

ROOT = Path(__file__).parents[2]
SAVE = """
import sys
from pathlib import Path
from her2guide.files import age
from her2guide.files.errors import OutputError
from her2guide.files.visit_file import save_visit
from tests.files import age_by_hand
from tests.files.visits import VISIT, WORDS
age.lock = age_by_hand.lock
try:
    save_visit(Path(sys.argv[1]), VISIT, WORDS)
except OutputError as error:
    sys.exit(f"{error}")
"""


def test_a_saving_killed_at_any_call_leaves_a_whole_visit_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock_quickly(monkeypatch)
    found = list(kills(tmp_path))
    assert {"open", "write", "fsync", "replace", "close"} <= {each.call for each in found}
    assert len(found) > 50
    assert [each for each in found if each.torn or each.left] == []


def test_a_torn_file_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock_quickly(monkeypatch)

    def plainly(path: Path, data: bytes) -> None:
        descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        os.write(descriptor, data[:50])
        os.write(descriptor, data[50:])
        os.close(descriptor)

    monkeypatch.setattr("her2guide.files.visit_file.write_atomically", plainly)
    assert any(each.torn for each in kills(tmp_path))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO], ids=["ENOSPC", "EIO"])
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_disk_that_fails_while_saving_is_one_plain_line_and_the_old_visit(
    call: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock_quickly(monkeypatch)
    path = tmp_path / "mine.h2g"
    path.write_bytes(age_by_hand.lock(packed(OLD), WORDS))

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OutputError) as caught:
        save_visit(path, VISIT, WORDS)
    monkeypatch.undo()
    assert "Errno" not in str(caught.value)
    assert age_by_hand.unlock(path.read_bytes(), WORDS) == packed(OLD)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("code", ["ENOSPC", "EIO"])
def test_a_system_call_that_fails_while_saving_is_one_plain_line_and_the_old_visit(code: str, tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed; the same is tested inside the process")
    path = tmp_path / "mine.h2g"
    path.write_bytes(age_by_hand.lock(packed(OLD), WORDS))
    trace = ["strace", "-f", "-qq", "-o", os.devnull, "-e", "trace=fsync", "-e", f"inject=fsync:error={code}:when=1"]
    done = subprocess.run(
        [*trace, sys.executable, "-B", "-c", SAVE, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if "PTRACE" in done.stderr:
        pytest.skip("strace may not trace here; the same is tested inside the process")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert age_by_hand.unlock(path.read_bytes(), WORDS) == packed(OLD)
    assert list(tmp_path.iterdir()) == [path]
