"""What can go wrong with a file, in plain words."""

import errno
import os
from pathlib import Path

PROBLEMS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk space allowed to you is used up",
    errno.EACCES: "this place may not be written to",
    errno.EPERM: "this place may not be written to",
    errno.EROFS: "this place can only be read",
    errno.ENOENT: "the folder does not exist",
    errno.ENOTDIR: "a part of the path is not a folder",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links lead in a circle",
    errno.EFBIG: "the file is larger than allowed here",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.EIO: "the disk reported an error",
}


class OutputError(Exception):
    """The file could not be written. The old file, if there was one, is as it was."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(path, problem)
        self.path, self.problem = path, problem

    def __str__(self) -> str:
        return f"{shown(self.path)}: could not be written: {self.problem}"


def shown(path: Path) -> str:
    """Return a path as one plain line, whatever stands in its name."""
    return "".join(each if each.isprintable() else "?" for each in str(path))


def problem_of(error: OSError | ValueError) -> str:
    """Return what a failed call means for the person who wants the file."""
    if isinstance(error, ValueError):  # a NUL, or a character the file system cannot name
        return "the name has a character that no file can have"
    code = error.errno or 0
    return PROBLEMS.get(code, os.strerror(code).lower() if code else "the system gave no reason")
