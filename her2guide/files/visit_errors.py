"""What can be wrong with a saved visit, in plain words."""

from enum import StrEnum


class Problem(StrEnum):
    """Why a saved visit cannot be opened. The window has its own words for each (`visit-file.problem-...`)."""

    MISSING = "missing"
    NOT_ALLOWED = "not-allowed"
    UNREADABLE = "unreadable"
    TOO_BIG = "too-big"
    FOREIGN = "foreign"
    OTHER_KEY = "other-key"
    TOO_MUCH_WORK = "too-much-work"
    OTHER_WORDS = "other-words"
    DAMAGED = "damaged"
    NOT_A_VISIT = "not-a-visit"
    NEWER = "newer"


_WORDS = {
    Problem.MISSING: "cannot be read: it is not there",
    Problem.NOT_ALLOWED: "cannot be read: you may not read it",
    Problem.UNREADABLE: "cannot be read: it is no ordinary file, or the disk reported an error",
    Problem.TOO_BIG: "is larger than any saved visit",
    Problem.FOREIGN: "is no saved visit; one is made by “Save this visit” in the window",
    Problem.OTHER_KEY: "is no saved visit: it is not locked with a passphrase",
    Problem.TOO_MUCH_WORK: "cannot be opened on this computer: its lock asks for too much work or memory",
    Problem.OTHER_WORDS: "is not opened by this passphrase",
    Problem.DAMAGED: "is damaged or cut short, so it cannot be opened",
    Problem.NOT_A_VISIT: "is opened by the passphrase, but what it holds is no saved visit",
    Problem.NEWER: "was saved by a newer her2guide than this one; please use that one",
}


class VisitError(Exception):
    """A saved visit cannot be opened. Neither its name nor anything in it stands in the message."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return _WORDS[self.problem]
