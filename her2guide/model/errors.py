"""What can be wrong with answers."""


class AnswersError(Exception):
    """An answer that cannot be used.

    `field` is the dotted path of the answer (`her2.ihc`, `other_results[2].ish`, counted from 0) or `file`
    for the whole. `problem` says what is allowed. Neither holds what the person wrote, keys included.
    """

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(field, problem)
        self.field = field
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.field}: {self.problem}"
