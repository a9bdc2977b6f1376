"""What a counselor's prompt beside a part of the guide is made of."""

from her2guide.library.records import Dated, Record


class Prompt(Dated, Record, frozen=True, kw_only=True):
    """What to say, what to ask in return, what a good answer holds, what people often get wrong, and what it may cost.

    Only the counselor's window shows it. `sources` are some of the page's, where anything medical is stated.
    """

    say: str
    ask: str
    listen: str
    mistakes: tuple[str, ...]
    cost: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every sentence of it, in the order of the window."""
        return (self.say, self.ask, self.listen, *self.mistakes, *self.cost)
