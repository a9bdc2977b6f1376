"""The one error of content: it names file, entry and key, and stops us before a patient sees it."""


class ContentError(Exception):
    """Content that cannot be used.

    `str()` is one plain line: file, entry and key (where there are any), and what is wrong.
    """

    def __init__(self, file: str, entry: str = "", key: str = "", problem: str = "") -> None:
        super().__init__(file, entry, key, problem)
        self.file, self.entry, self.key, self.problem = file, entry, key, problem

    def __str__(self) -> str:
        return ": ".join(" ".join(part.split()) for part in self.args if part)
