"""What a help program is made of, and what may be kept of it: nothing that was not seen in a source."""

import datetime
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Literal
from urllib.parse import urlsplit

from her2guide.library.records import Dated, Record
from her2guide.model.programs import Cover, IncomeRule, Need, ProgramKind, ProgramRule, Takes
from her2guide.model.terms import Setting, TravelMiles

_OF_MAKERS = (ProgramKind.COPAY_CARD, ProgramKind.COVERAGE_SUPPORT, ProgramKind.FREE_DRUG)
_NEVER_BY_CARD = (Cover.MEDICARE, Cover.MEDICAID, Cover.TRICARE_VA, Cover.UNINSURED)


class Verified(StrEnum):
    """Whether the key facts were seen in a source. What is known from memory is shown without any detail."""

    YES = "yes"
    MEMORY = "memory"


class PhoneStatus(StrEnum):
    """Whether a phone number was seen in a source. One known from memory is not even kept."""

    YES = "yes"
    MEMORY = "memory"
    NONE = "none"


class AddressStatus(StrEnum):
    """Whether a web address was seen in a source. One known from memory is not even kept."""

    SEEN = "seen"
    MEMORY = "memory"
    NONE = "none"


class Zone(StrEnum):
    """The time zone of a program's hours."""

    EASTERN = "eastern"


class Days(StrEnum):
    """The days on which a program answers."""

    MON_FRI = "mon-fri"
    MON_THU = "mon-thu"
    FRI = "fri"


class Language(StrEnum):
    """A language in which a program was seen to answer."""

    ENGLISH = "english"
    SPANISH = "spanish"
    INTERPRETER = "interpreter"


class Residence(StrEnum):
    """Where a person must live, be treated or have a right to stay."""

    US = "us"
    US_OR_TERRITORY = "us_or_territory"
    LEGAL_RESIDENT = "legal_resident"
    RESIDENT_OR_VISA = "resident_or_visa"
    TREATED_IN_US = "treated_in_us"
    SOME_PLACES = "some_places"
    FAR_FROM_HOME = "far_from_home"


class Hours(Record, frozen=True, kw_only=True):
    """When a program answers on some days."""

    days: Days
    opens: datetime.time
    closes: datetime.time


class CoverRules(Record, frozen=True, kw_only=True):
    """What a program says of each kind of insurance; none may be left out."""

    commercial: Takes
    marketplace: Takes
    medicare: Takes
    medicaid: Takes
    tricare_va: Takes
    uninsured: Takes


class AssistanceProgram(Dated, frozen=True, kw_only=True):
    """A program that helps, or an old name for one (`instead`). Its words are in locales/<language>/programs."""

    kind: ProgramKind
    verified: Verified
    insurance: CoverRules | Literal["every_kind"]
    needs: tuple[Need, ...]
    phone_status: PhoneStatus
    url_status: AddressStatus
    phone: str = ""
    address: str = ""
    always_open: bool = False
    zone: Zone | None = None
    hours: tuple[Hours, ...] = ()
    languages: tuple[Language, ...] = ()
    covers_drugs: tuple[str, ...] = ()
    setting: dict[Setting, Takes] | None = None
    residence: Residence = Residence.US
    income: IncomeRule = IncomeRule.NONE
    income_percent: int | None = None
    distances: tuple[TravelMiles, ...] = ()
    instead: str = ""
    sources: tuple[str, ...] = ()

    @property
    def from_memory(self) -> bool:
        """Whether no source was seen."""
        return self.verified is Verified.MEMORY

    @property
    def of_a_maker(self) -> bool:
        """Whether the maker of a medicine runs it."""
        return self.kind in _OF_MAKERS

    @property
    def covers(self) -> Mapping[Cover, Takes]:
        """What the program says of each kind of insurance."""
        if isinstance(self.insurance, CoverRules):
            return {cover: getattr(self.insurance, cover.value) for cover in Cover}
        return dict.fromkeys(Cover, Takes.ACCEPT)

    def rule(self, entry: str) -> ProgramRule:
        """Return the same for the matching in `model`."""
        return ProgramRule(
            id=entry,
            kind=self.kind,
            insurance=self.covers,
            from_memory=self.from_memory,
            medicines=self.covers_drugs,
            setting=self.setting,
            income=self.income,
            income_percent=self.income_percent,
            needs=self.needs,
            distances=self.distances,
            has_phone=bool(self.phone),
        )

    def problem(self, hosts: Collection[str]) -> tuple[str, str] | None:
        """Return the key that must not stand as it does, and why, or None. `hosts`: whose addresses may be shown."""
        phone = self.phone_status is PhoneStatus.YES and self._has_detail()
        address = self.url_status is AddressStatus.SEEN and self._has_detail()
        checks = (
            ("phone", bool(self.phone) is not phone, "stands there when it was seen, and only then"),
            ("address", bool(self.address) is not address, "stands there when it was seen, and only then"),
            ("address", not _may_show(self.address, hosts), "may be shown only by https, on a host of hosts.toml"),
            ("hours", bool(self.hours) != (self.zone is not None), "need a zone, and a zone needs hours"),
            ("hours", self.from_memory and self._has_hours(), "may not be told from memory"),
            ("languages", self.from_memory and bool(self.languages), "may not be told from memory"),
            ("sources", self.from_memory == bool(self.sources), "must name what was seen, and nothing from memory"),
            ("income_percent", (self.income is IncomeRule.LIMIT) != (self.income_percent is not None), "is the limit"),
            ("instead", bool(self.instead) != (self.kind is ProgramKind.REDIRECT), "belongs to a redirect alone"),
            ("insurance", Takes.ACCEPT not in self.covers.values(), "must accept some kind"),
            ("insurance", self._is_open_card(), "a co-pay card excludes public insurance and no insurance"),
        )
        return next(((key, problem) for key, wrong, problem in checks if wrong), None)

    def _has_detail(self) -> bool:
        return not self.from_memory and self.kind is not ProgramKind.REDIRECT

    def _has_hours(self) -> bool:
        return self.always_open or bool(self.hours)

    def _is_open_card(self) -> bool:
        card = self.kind is ProgramKind.COPAY_CARD
        return card and any(self.covers[cover] is not Takes.EXCLUDE for cover in _NEVER_BY_CARD)


class ProgramWords(Record, frozen=True, kw_only=True):
    """What people read of a program: what it is called, what it does, when to call, what to have ready.

    `need` says in a few words what a line of lines.toml is for.
    """

    name: str
    does: str = ""
    call: str = ""
    ready: tuple[str, ...] = ()
    need: str = ""


def _may_show(address: str, hosts: Collection[str]) -> bool:
    parts = urlsplit(address)
    return not address or (parts.scheme == "https" and parts.hostname in hosts)
