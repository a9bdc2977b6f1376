"""Writing a file so that there is always either all of the old one or all of the new one.

The new bytes go into a temporary file beside the target, reach the disk, and only then take the target's
name. A program killed on the way leaves the temporary file; the next write into the folder removes it.
"""

import contextlib
import errno
import os
import re
import secrets
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

from her2guide.files.errors import OutputError, problem_of, shown

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows: there nobody can remove an open file, which does the lock's work
    fcntl = None

NAME = re.compile(r"\.her2guide-([1-9][0-9]{0,9})-[0-9a-f]{16}\.tmp")
ATTEMPTS = 20
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY
_SAFE = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def write_atomically(path: Path, data: bytes, *, swept: bool = False) -> str | None:
    """Write `data` to `path`, whole or not at all. `swept` says that leftovers in the folder were looked for just now.

    Raises OutputError, with the old file intact, when it cannot be done. Returns None, or one plain sentence
    when the new file is in place but the system could not promise that it outlives a power cut.
    """
    try:
        target, mode = _target(path)
        if not swept:
            sweep(target.parent)
        with _temporary(target.parent) as (descriptor, temporary, close):
            _fill(descriptor, data, mode)
            _sync_folder(target.parent)  # a folder that cannot be synced fails now, not later
            if fcntl is None:
                close()  # Windows does not rename an open file
            temporary.replace(target)
            return _sync_last(path, target.parent)
    except (OSError, ValueError) as error:
        raise OutputError(path, problem_of(error)) from error


def _target(path: Path) -> tuple[Path, int]:
    """Return the real file behind any links, and the mode the new one gets."""
    target = Path(os.path.realpath(path))
    try:
        found = path.stat()
    except FileNotFoundError:
        target.parent.stat()  # a missing folder is not made
        return target, 0o600
    if stat.S_ISDIR(found.st_mode):
        raise OutputError(path, "it is a folder")
    if not stat.S_ISREG(found.st_mode):
        raise OutputError(path, "it is not an ordinary file")
    if not os.access(path, os.W_OK):  # a rename would not ask; who protected the file meant it
        raise OutputError(path, "the file is protected against writing")
    return target, stat.S_IMODE(found.st_mode) & 0o777


@contextlib.contextmanager
def _temporary(folder: Path) -> Iterator[tuple[int, Path, Callable[[], None]]]:
    """Open a locked temporary file; it is gone afterwards, whatever happened, unless it was renamed."""
    for _ in range(ATTEMPTS):
        temporary = folder / f".her2guide-{os.getpid()}-{secrets.token_hex(8)}.tmp"
        with contextlib.ExitStack() as held:  # closes once, however often it is asked to
            descriptor = os.open(temporary, _NEW | _SAFE, 0o600)
            held.callback(_close, descriptor)
            try:
                # Between the opening and the lock another program may have taken the file for an orphan and
                # removed it. Then the name is gone or is someone else's, and a new file is begun.
                if _lock(descriptor) and _is_same(descriptor, temporary):
                    yield descriptor, temporary, held.close
                    return
            finally:
                if fcntl is None:
                    held.close()  # Windows does not remove an open file
                with contextlib.suppress(OSError):
                    temporary.unlink()  # before the lock is let go
    raise OSError(errno.EAGAIN, "the temporary file was taken away again and again")


def _fill(descriptor: int, data: bytes, mode: int) -> None:
    if mode != 0o600 and fcntl is not None:
        os.fchmod(descriptor, mode)
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)


def _sync_folder(folder: Path) -> None:
    """Make names in a folder reach the disk. Windows and some network shares know no such thing."""
    if fcntl is None:
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def _sync_last(path: Path, folder: Path) -> str | None:
    try:
        _sync_folder(folder)
    except OSError as error:
        return f"{shown(path)}: written, but may be lost if the power fails soon: {problem_of(error)}"
    return None


def sweep(folder: Path) -> None:
    """Remove temporary files that nobody holds any more. Says nothing when it cannot.

    A file goes only if all of this is true:
    - its name is one we give, and it is a regular file and not a link: nothing else is ours to touch;
    - its lock is free: a program that is writing holds it, even one in another container whose process id
      means nothing here, and another thread of this very program;
    - the process in its name is not alive: a program may be between opening and locking, and some network
      shares keep no locks. An id that now belongs to another program makes us wait for a later sweep. Our
      own id counts as not alive: it is often the same after a restart, and our live files are locked;
    - the name still leads to the file we locked: in between, its owner may have renamed it to its target.
    """
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = NAME.fullmatch(entry.name)
            if found is not None:
                with contextlib.suppress(OSError):
                    _sweep_one(Path(entry.path), int(found.group(1)))


def _sweep_one(temporary: Path, process: int) -> None:
    if fcntl is None:
        temporary.unlink()  # Windows refuses while the file is open, and that is all we need to know
        return
    flags = os.O_RDWR | os.O_NONBLOCK | _SAFE  # never waits, on a pipe for one; never follows a link
    descriptor = os.open(temporary, flags)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode) or _is_alive(process):
            return
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if _is_same(descriptor, temporary):
            temporary.unlink()
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    """Take the lock. False when a sweep is just looking at the file."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in _NO_LOCKS:  # without locks nothing is swept either
            raise
    return True


def _is_same(descriptor: int, path: Path) -> bool:
    try:
        there = path.lstat()
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(descriptor), there)


def _is_alive(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):  # another user's program, or no process id at all
        return True
    return True


def _close(descriptor: int) -> None:
    with contextlib.suppress(OSError):
        os.close(descriptor)
