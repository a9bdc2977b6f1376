"""The ways forward that a guide sets side by side, and their words."""

from her2guide.library.records import Dated, Record, When


class Way(Dated, frozen=True, kw_only=True):
    """One way forward, for those for whom `when` is met and none of `unless` is; content/ways.toml says how it is read.

    A way that bears the name of an approved use is for whoever has the page of that use, and has no conditions.
    """

    when: When = When()
    unless: tuple[When, ...] = ()
    medicines: tuple[str, ...] = ()
    sources: tuple[str, ...]


class WayWords(Record, frozen=True, kw_only=True):
    """What a way is called, its good side, its hard side, its days, and what it can mean for mind and people around.

    All are small templates. `use` is for uses of one name: where a person has two of them, they share a row that
    names both.
    """

    name: str
    good: str
    hard: str
    days: str
    mind: str
    people: str
    use: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the text of each column, of both tables."""
        return self.name, self.good, self.hard, self.days, self.mind, self.people
