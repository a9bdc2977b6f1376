"""What a template may say: facts, medical words and dates, gated by what the person wants to read.

Each function hands the template a placeholder; `Voice.spans` later turns placeholders into spans. So a value
never passes through the Markdown parser, and every fact printed is known by its id.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from her2guide.guide.words import Line, Role, Span
from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from her2guide.library.records import Fact, FactKind, Show

if TYPE_CHECKING:
    from her2guide.model.logic import State
    from her2guide.model.profile import Profile

_OPEN, _CLOSE = "\ue000", "\ue001"
_PLACEHOLDER = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


def format_date(day: date, library: Library) -> str:
    """Return a day as the language writes it."""
    locale = library.locale
    return locale.full_date.format(day=day.day, month=locale.months[day.month - 1], year=day.year)


def _format_month(value: str, library: Library) -> str:
    """Return an ISO day or month ("2025-01-27", "2025-01") as month and year."""
    year, month = value.split("-")[:2]
    locale = library.locale
    return locale.month_date.format(month=locale.months[int(month) - 1], year=int(year))


class Voice:
    """The functions one rendering may call. `where` names the file in errors.

    In a line that stands outside every page there is no `today`, so nothing that expires can be printed, and no
    `person` to ask about.
    """

    def __init__(
        self,
        library: Library,
        *,
        numbers: bool,
        survival: bool,
        where: str,
        today: date | None = None,
        person: "Profile | None" = None,
    ) -> None:
        self._library, self._numbers, self._survival, self._where = library, numbers, survival, where
        self._today, self._person = today, person
        self._said: list[Span] = []

    def fact(self, fact_id: str) -> str:
        """Return a fact to print. Raises `ContentError` when this reader may not see its value."""
        fact = self._fact(fact_id)
        if fact.show is not Show.YES:
            raise ContentError(self._where, fact_id, problem="may be told in words only")
        if fact.kind in (FactKind.FIGURE, FactKind.HARM, FactKind.SURVIVAL) and not self._numbers:
            raise ContentError(self._where, fact_id, problem="prints a number although numbers are off")
        self._refuse_length_of_life(fact_id)
        if fact.expires is not None and not self.current(fact_id):
            raise ContentError(self._where, fact_id, problem=f"may not be printed after {fact.expires}")
        text = _format_month(fact.value, self._library) if fact.kind is FactKind.DATE else fact.value
        return self._say(Span(text, Role.FACT, fact_id))

    def in_words(self, fact_id: str, words: str) -> str:
        """Return words that say what a fact says, without its number, under its id.

        Raises `ContentError` for words with a number, and where this reader may not even read the words.
        """
        if any(sign.isdigit() for sign in words):
            raise ContentError(self._where, fact_id, problem=f"is to be told in words, without a number: {words}")
        self._refuse_length_of_life(fact_id)
        if self.expires(fact_id):
            raise ContentError(self._where, fact_id, problem="expires, so it is printed or not told at all")
        return self._say(Span(words, Role.FACT, fact_id))

    def rest(self, fact_id: str) -> str:
        """Return how many of every 100 people are left beside those a fact counts. Raises what `fact` raises."""
        return self.worked_out(fact_id, 100 - Decimal(self._fact(fact_id).value))

    def worked_out(self, fact_id: str, number: int | Decimal) -> str:
        """Return a number that comes from one fact alone, under that fact's id. Raises what `fact` raises."""
        self.fact(fact_id)
        return self._say(Span(str(number), Role.FACT, fact_id))

    def current(self, *fact_ids: str) -> bool:
        """Return whether all these facts, each of which expires, may be printed today."""
        for fact_id in fact_ids:
            if self._fact(fact_id).expires is None:
                raise ContentError(self._where, fact_id, problem="never expires, so there is no need to ask")
        return self._today is not None and all(self._fact(fact_id).holds(self._today) for fact_id in fact_ids)

    def met(self, name: str) -> bool:
        """Return whether a predicate of `model/logic.py` is met by the person."""
        return self._state(name) == "met"

    def unknown(self, name: str) -> bool:
        """Return whether it is not known if a predicate is met by the person."""
        return self._state(name) == "unknown"

    def year(self, fact_id: str) -> str:
        """Return the calendar year a fact holds for."""
        fact = self._fact(fact_id)
        if fact.year is None:
            raise ContentError(self._where, fact_id, problem="holds for no one year")
        return self._say(Span(str(fact.year)))

    def expires(self, fact_id: str) -> bool:
        """Return whether a fact has a day after which it may not be printed."""
        return self._fact(fact_id).expires is not None

    def checked(self, fact_id: str) -> str:
        """Return the day a fact was last checked."""
        return self._say(Span(format_date(self._fact(fact_id).checked, self._library)))

    def term(self, term_id: str, form: str = "") -> str:
        """Return a medical word, in another form if one is given."""
        if term_id not in self._library.glossary:
            raise ContentError(self._where, term_id, problem="is not in the glossary")
        return self._say(Span(form or self._library.glossary[term_id].word, Role.TERM, term_id))

    def spans(self, text: str, role: Role = Role.PLAIN) -> Iterator[Span]:
        """Yield `text` as spans of `role`, with what was said in the place of each placeholder."""
        pieces = _PLACEHOLDER.split(text)
        for index, piece in enumerate(pieces):
            if index % 2:
                said = self._said[int(piece)]
                bold = role is Role.STRONG
                yield (
                    Span(said.text, said.role, said.target, bold)
                    if said.role is not Role.PLAIN
                    else Span(said.text, role)
                )
            elif piece:
                yield Span(piece, role)

    def line(self, text: str) -> Line:
        """Return `text` as one line."""
        return tuple(self.spans(text))

    def _say(self, span: Span) -> str:
        self._said.append(span)
        return f"{_OPEN}{len(self._said) - 1}{_CLOSE}"

    def _state(self, name: str) -> "State":
        if self._person is None:
            raise ContentError(self._where, name, problem="is asked where no person is known")
        from her2guide.model.logic import UnknownPredicate, predicate

        try:
            return predicate(name)(self._person)
        except UnknownPredicate as error:
            raise ContentError(self._where, name, problem=str(error)) from None

    def _refuse_length_of_life(self, fact_id: str) -> None:
        if self._fact(fact_id).kind is FactKind.SURVIVAL and not self._survival:
            raise ContentError(self._where, fact_id, problem="speaks of length of life although it is left out")

    def _fact(self, fact_id: str) -> Fact:
        try:
            return self._library.facts[fact_id]
        except KeyError:
            raise ContentError(self._where, fact_id, problem="is not a fact we have") from None
