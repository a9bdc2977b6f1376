"""Help programs, lines to call, and the federal poverty guideline."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from her2guide.library import loader, records
from her2guide.library.cited_content import CitedContent
from her2guide.library.errors import ContentError
from her2guide.library.needs import need_known, need_predicates, need_same
from her2guide.model.terms import MEDICINE_IDS

if TYPE_CHECKING:
    from her2guide.library.program_records import AssistanceProgram
    from her2guide.model.income import PovertyLine
    from her2guide.model.programs import ProgramRule

ONE_PERSON, EACH_MORE = "poverty.one-person", "poverty.each-more"
_POVERTY = "facts/poverty.toml"
_LINES = "lines.toml"


class PayingContent(CitedContent):
    """What the pages on paying and help need."""

    @cached_property
    def poverty_facts(self) -> Mapping[str, records.Fact]:
        """The facts of the federal poverty guideline as they stand: the first page needs no others."""
        found = self._read(_POVERTY, records.Fact)
        need_same(self._content / _POVERTY, found, (ONE_PERSON, EACH_MORE))
        return found

    @cached_property
    def poverty_line(self) -> "PovertyLine":
        """The federal poverty guideline; `poverty.current_poverty_line` tells whether it is the one of the year."""
        from her2guide.model.income import PovertyLine

        return PovertyLine(self._dollars(ONE_PERSON), self._dollars(EACH_MORE))

    @cached_property
    def programs(self) -> "Mapping[str, AssistanceProgram]":
        """Every help program, and old names that lead to one."""
        from her2guide.library.program_records import AssistanceProgram

        found = self._entries(
            "programs",
            self._read("programs", AssistanceProgram),
            lambda item: [
                ("sources", item.sources, self.sources),
                ("covers_drugs", item.covers_drugs, MEDICINE_IDS),
            ],
        )
        for entry, item in found.items():
            need_known(self._content / "programs", entry, "instead", [item.instead] if item.instead else [], found)
            if problem := item.problem(self.hosts):
                raise ContentError(loader.shown(self._content / "programs"), entry, *problem)
        return found

    @cached_property
    def program_rules(self) -> "tuple[ProgramRule, ...]":
        """The help programs as rules, in the order in which they are always listed."""
        from her2guide.model.programs import ProgramKind

        shown = ((entry, item) for entry, item in self.programs.items() if item.kind is not ProgramKind.REDIRECT)
        return tuple(item.rule(entry) for entry, item in shown)

    @cached_property
    def help_lines(self) -> Mapping[str, records.HelpLine]:
        """The programs that are lines to call too, in the order in which they are printed."""
        numbers = {entry for entry, item in self.programs.items() if item.phone}
        found = self._read(_LINES, records.HelpLine)
        need_known(self._content / _LINES, "lines", "phone", found, numbers)
        for entry, item in found.items():
            need_predicates(self._content / _LINES, entry, "when", item.when)
        return found

    def _dollars(self, fact: str) -> int:
        """Return the value of a fact such as "$15,960" as a number. Raises `ContentError`."""
        digits = self.poverty_facts[fact].value.removeprefix("$").replace(",", "")
        if not digits.isdecimal():
            problem = "must be whole dollars, such as $1,000"
            raise ContentError(loader.shown(self._content / _POVERTY), fact, "value", problem)
        return int(digits)
