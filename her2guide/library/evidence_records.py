"""What studies of an approved use counted. Help and harm are pairs of facts: the medicine, and what others got."""

from collections.abc import Mapping
from enum import StrEnum

from her2guide.library.records import Dated, Fact, FactKind, Record, Show, When

SEVERAL = "several"
COUNTED = "out of every 100 people"
_TIME = "months"


class Kind(StrEnum):
    """How an outcome is told."""

    COUNT = "count"  # out of every 100 people
    HALF = "half"  # a time: half of the people had more
    WORDS = "words"  # it was seen, but there is no checked count


class Seen(StrEnum):
    """How the medicine's group stood next to the other one: what is told when numbers are off."""

    MORE = "more"
    LESS = "less"
    SIMILAR = "similar"
    SOME = "some"  # nothing is known of the other group


class Outcome(Record, frozen=True, kw_only=True):
    """One row: facts of two groups. `of` names the people counted, where they are not everyone in the trial.

    `life`: only for whoever wants to read about how long people live. Of rows with one `outcome` the first whose
    `when` is met is shown. A count may lack its `comparator`. `drawn`: a count of both groups is also shown as people,
    a time as a bar.
    """

    outcome: str
    kind: Kind
    seen: Seen
    medicine: str = ""
    comparator: str = ""
    of: str = ""
    life: bool = False
    drawn: bool = False
    when: When = When()

    @property
    def facts(self) -> tuple[str, ...]:
        """Return the facts of the row."""
        return tuple(fact for fact in (self.medicine, self.comparator) if fact)

    def problem(self, facts: Mapping[str, Fact], trial: str) -> str:
        """Return what is wrong with the row, or nothing. The facts are known; theirs is one group of one trial."""
        found = [facts[name] for name in self.facts]
        units = {Kind.COUNT: COUNTED, Kind.HALF: _TIME}
        if (self.kind is Kind.WORDS) is bool(found) or (self.comparator and not self.medicine):
            return "needs the medicine's fact, unless it is told in words: then none"
        if self.kind is Kind.HALF and not self.comparator:
            return "needs a time for both groups"
        if (self.seen is Seen.SOME) is bool(self.comparator):
            return "is seen in “some” where there is no other group, and only there"
        if any(fact.show is not Show.YES or not fact.unit.startswith(units[self.kind]) for fact in found):
            return f"needs facts that may be shown, in {units[self.kind]}"
        if len({(fact.trial, fact.population, fact.unit, fact.kind) for fact in found}) > 1:
            return "has two facts that are not of one trial, one population and one unit"
        if self.drawn and (self.kind is Kind.WORDS or not self.comparator or self.life):
            return "is drawn, so it needs numbers of both groups, and must not tell how long people live"
        if any(fact.trial != trial for fact in found):
            return f"has a fact that is not of {trial or 'several trials'}"
        if any(fact.kind is FactKind.SURVIVAL for fact in found) and not self.life:
            return "tells how long people live, so it needs life = true"
        return ""


class Said(Record, frozen=True, kw_only=True):
    """A sentence by its id, for those for whom `when` is met; `life` as in a row."""

    id: str
    life: bool = False
    when: When = When()


class Evidence(Dated, frozen=True, kw_only=True):
    """What is known of one approved use. The most serious harm stands first, then the most common.

    `people`: how many took part, and `time`: for how long, as the words on who was studied print them.
    `harms_from`: the trial of the harms where it is another, or `SEVERAL`.
    `harms_parts`: parts that tell of harms without a count.
    """

    trial: str
    helps: tuple[Outcome, ...]
    harms: tuple[Outcome, ...]
    certainty: tuple[Said, ...]
    unknown: tuple[Said, ...]
    people: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    harms_from: str = ""
    harms_parts: tuple[str, ...] = ()
    help_notes: tuple[Said, ...] = ()
    harm_notes: tuple[Said, ...] = ()

    @property
    def rows(self) -> tuple[tuple[Outcome, str], ...]:
        """Return every row with the trial it is from, "" for several."""
        harms_from = "" if self.harms_from == SEVERAL else self.harms_from or self.trial
        return (*((row, self.trial) for row in self.helps), *((row, harms_from) for row in self.harms))

    @property
    def sentences(self) -> tuple[Said, ...]:
        """Return every sentence it names."""
        return (*self.help_notes, *self.harm_notes, *self.certainty, *self.unknown)

    @property
    def facts(self) -> tuple[str, ...]:
        """Return every fact it names."""
        return (*self.people, *self.time, *(fact for row, _ in self.rows for fact in row.facts))

    @property
    def conditions(self) -> tuple[tuple[str, When], ...]:
        """Return every condition, with the row or sentence it belongs to."""
        return (*((row.outcome, row.when) for row, _ in self.rows), *((said.id, said.when) for said in self.sentences))

    def problem(self, facts: Mapping[str, Fact]) -> tuple[str, str] | None:
        """Return the first row that is wrong and why, or None. The facts are known."""
        found = ((row.outcome, row.problem(facts, trial)) for row, trial in self.rows)
        wrong = next(((outcome, problem) for outcome, problem in found if problem), None)
        return wrong or self._problem_of_drawn()

    def _problem_of_drawn(self) -> tuple[str, str] | None:
        """Return what is wrong with what is drawn: an outcome of help and one of harm, each from one trial, or none."""
        drawn = [{row.outcome for row in side if row.drawn} for side in (self.helps, self.harms)]
        if not any(drawn):
            return None
        if self.harms_from == SEVERAL or [len(side) for side in drawn] != [1, 1]:
            return "drawn", "needs one outcome of help and one of harm, each from one trial"
        for outcome in set[str]().union(*drawn):
            rows = [row for row, _ in self.rows if row.outcome == outcome]
            if not all(row.drawn for row in rows) or rows[-1].when != When():
                return outcome, "is drawn, so each of its rows must be, and the last must be told to everyone"
        return None


class OutcomeWords(Record, frozen=True, kw_only=True):
    """The words of a row: `half` for a time that half of the people had.

    `drawn`: what was counted and over what time, or what a bar of time shows, under the drawing.
    """

    label: str
    half: str = ""
    drawn: str = ""


class UseWords(Record, frozen=True, kw_only=True):
    """What the two groups got, in the head of a table, and who was studied; again for harms from elsewhere.

    `help_time`: a sentence on how long the people were followed whom the table of help counts, where that was checked.
    `harm_time`: the same of the tables of harm; or for how long people were on each medicine.
    `more_time`: the same of the table of more harms, where it is not that of the first.
    """

    medicine: str
    comparator: str
    studied: str
    harms_medicine: str = ""
    harms_comparator: str = ""
    harms_studied: str = ""
    help_time: str = ""
    harm_time: str = ""
    more_time: str = ""

    @property
    def has_harms(self) -> bool:
        """Return whether all the words for harms from elsewhere are there."""
        return all((self.harms_medicine, self.harms_comparator, self.harms_studied))


class EvidenceWords(Record, frozen=True, kw_only=True):
    """The words of `evidence.toml`, each a small template. `group`: the people counted. `said`: sentences."""

    outcome: dict[str, OutcomeWords]
    group: dict[str, str]
    said: dict[str, str]
    use: dict[str, UseWords]

    @property
    def texts(self) -> dict[str, str]:
        """Return every text by its key."""
        found = {f"group.{key}": text for key, text in self.group.items()}
        found |= {f"said.{key}": text for key, text in self.said.items()}
        for kind, entries in (("outcome", self.outcome), ("use", self.use)):
            for key, words in entries.items():
                found |= {f"{kind}.{key}.{field}": getattr(words, field) for field in words.__struct_fields__}
        return found
