"""What a question is made of that shows what a reader took away from the guide."""

from enum import StrEnum

from her2guide.library.records import Dated, Record, When

CHOICES = 3


class Adds(StrEnum):
    """What the program puts behind the words that tell a point again."""

    NOTHING = ""
    SIGNS = "signs"  # the four signs to call about
    NUMBERS = "numbers"  # the words for 911, and the number the person typed


class Check(Dated, frozen=True, kw_only=True):
    """One way to ask about a point, for those for whom `when` is met and whose guide holds `page`.

    `choices` are ids of choices in the language's checks.toml, or of signs; `right` are those of them that are right.
    """

    point: str
    page: str
    choices: tuple[str, ...]
    right: tuple[str, ...]
    when: When = When()
    adds: Adds = Adds.NOTHING
    sources: tuple[str, ...] = ()

    def problem(self) -> tuple[str, str] | None:
        """Return the key that must not stand as it does, and why, or None."""
        if len(set(self.choices)) != CHOICES or len(self.choices) != CHOICES:
            return "choices", f"must be {CHOICES} different ones"
        if not self.right or not set(self.right) < set(self.choices):
            return "right", "must be some of the choices, and not all"
        return None


class PointWords(Record, frozen=True, kw_only=True):
    """How a point is asked: openly, for the person's own words, and with three answers to choose from."""

    ask: str
    choose: str

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return each text with its key."""
        return ("ask", self.ask), ("choose", self.choose)


class CheckWords(Record, frozen=True, kw_only=True):
    """The words of all checks: of each point, of each choice that is no sign, and of each check told another way.

    `retold` stands on paper in the place of `again`, where that would give a word away or repeat a page.
    """

    point: dict[str, PointWords]
    choice: dict[str, str]
    again: dict[str, str]
    retold: dict[str, str]

    def texts(self) -> dict[str, str]:
        """Return every text by the key it has in the file."""
        points = {f"point.{entry}.{key}": text for entry, words in self.point.items() for key, text in words.pairs()}
        choices = {f"choice.{entry}": text for entry, text in self.choice.items()}
        told = {f"again.{entry}": text for entry, text in self.again.items()}
        return points | choices | told | {f"retold.{entry}": text for entry, text in self.retold.items()}
