"""Help programs, and how near each is to one person. This steers what is shown; nobody is told that they qualify."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from her2guide.model.answers import Answers, told
from her2guide.model.income import is_within
from her2guide.model.terms import Insurance, Setting, Told, TravelMiles


class Cover(StrEnum):
    """The kinds of insurance that programs tell apart."""

    COMMERCIAL = "commercial"
    MARKETPLACE = "marketplace"
    MEDICARE = "medicare"
    MEDICAID = "medicaid"
    TRICARE_VA = "tricare_va"
    UNINSURED = "uninsured"


class Takes(StrEnum):
    """What a program says of one kind of insurance or one setting, the kindest word first."""

    ACCEPT = "accept"
    CHECK = "check"
    EXCLUDE = "exclude"
    NOT_APPLICABLE = "not_applicable"


class ProgramKind(StrEnum):
    """What a program is, in the order in which programs of one need are shown."""

    COPAY_CARD = "copay_card"
    COVERAGE_SUPPORT = "coverage_support"
    FREE_DRUG = "free_drug"
    COPAY_FUND = "copay_fund"
    GOVERNMENT = "government"
    PREMIUM_HELP = "premium_help"
    RIGHTS = "rights"
    LIVING_COST_GRANT = "living_cost_grant"
    TRAVEL = "travel"
    LODGING = "lodging"
    CASE_MANAGEMENT = "case_management"
    EMOTIONAL_SUPPORT = "emotional_support"
    HELPLINE = "helpline"
    TRIAL_FINDER = "trial_finder"
    SERVICE = "service"
    REDIRECT = "redirect"  # an old name; never shown


class Need(StrEnum):
    """What a program helps with, the most pressing first."""

    EMOTIONAL = "emotional"
    CRISIS = "crisis"
    DENIAL = "denial"
    UNINSURED = "uninsured"
    COVERAGE_LOSS = "coverage_loss"
    DRUG_COST = "drug_cost"
    BILLS = "bills"
    MEDICARE = "medicare"
    VETERAN = "veteran"
    TRANSPORT = "transport"
    LODGING = "lodging"
    LOST_INCOME = "lost_income"
    WORK = "work"
    LEGAL = "legal"
    LIVING_COSTS = "living_costs"
    CHILD_CARE = "child_care"
    PRACTICAL = "practical"
    CAREGIVER = "caregiver"
    TRIAL = "trial"
    METASTATIC = "metastatic"
    CASE_HELP = "case_help"
    INFORMATION = "information"


class IncomeRule(StrEnum):
    """Whether a program looks at income: not at all, up to a limit, or by a rule we have no number for."""

    NONE = "none"
    LIMIT = "limit"
    ASKED = "asked"


class Match(StrEnum):
    """How near a program is, the nearest first. `EXCLUDED` only by a stated insurance or setting rule."""

    FITS = "fits"
    CHECK = "check"
    EXCLUDED = "excluded"


class Reason(StrEnum):
    """Why. Each is told as the program's own rule, never as anything about the person."""

    UNCONFIRMED = "unconfirmed"
    EVERY_COVER = "every-cover"
    COVER_TAKEN = "cover-taken"
    COVER_ASK = "cover-ask"
    COVER_UNKNOWN = "cover-unknown"
    COVER_NOT_TAKEN = "cover-not-taken"
    COVER_OTHER = "cover-other"
    CARD_AND_PUBLIC_COVER = "card-and-public-cover"
    CARD_WITHOUT_COVER = "card-without-cover"
    MEDICINE = "medicine"
    MEDICINE_NOT_NAMED = "medicine-not-named"
    SETTING = "setting"
    SETTING_ASK = "setting-ask"
    SETTING_OTHER = "setting-other"
    INCOME_LIMIT = "income-limit"
    INCOME_ASKED = "income-asked"


@dataclass(frozen=True, slots=True)
class ProgramRule:
    """One program as a rule. No medicines: any. `setting` says nothing of a setting it does not name."""

    id: str
    kind: ProgramKind
    insurance: Mapping[Cover, Takes]
    from_memory: bool = False
    medicines: tuple[str, ...] = ()
    setting: Mapping[Setting, Takes] | None = None
    income: IncomeRule = IncomeRule.NONE
    income_percent: int | None = None
    needs: tuple[Need, ...] = ()
    distances: tuple[TravelMiles, ...] = ()
    has_phone: bool = False

    @property
    def brand(self) -> bool:
        """Whether it is a maker's program, only for the maker's own medicines."""
        return bool(self.medicines) or self.kind in (ProgramKind.COPAY_CARD, ProgramKind.FREE_DRUG)


@dataclass(frozen=True, slots=True)
class ProgramView:
    """One program as it stands for one person, and why."""

    id: str
    match: Match
    reasons: tuple[Reason, ...]


_COVERS: Mapping[Insurance, tuple[Cover, ...]] = {
    Insurance.EMPLOYER: (Cover.COMMERCIAL,),
    Insurance.MARKETPLACE: (Cover.MARKETPLACE,),
    Insurance.MEDICARE: (Cover.MEDICARE,),
    Insurance.MEDICARE_ADVANTAGE: (Cover.MEDICARE,),
    Insurance.MEDICAID: (Cover.MEDICAID,),
    Insurance.MEDICARE_AND_MEDICAID: (Cover.MEDICARE, Cover.MEDICAID),
    Insurance.TRICARE: (Cover.TRICARE_VA,),
    Insurance.VA: (Cover.TRICARE_VA,),
    Insurance.NONE: (Cover.UNINSURED,),
}
_RANK = list(Match)
_KINDEST = list(Takes)

Found = tuple[Match, Reason | None]


def covers_of(insurance: Insurance | None) -> tuple[Cover, ...]:
    """Return the kinds of cover a person has; none when that is not known."""
    return _COVERS.get(insurance, ()) if insurance is not None else ()


def names_medicine(rule: ProgramRule, answers: Answers) -> bool:
    """Return whether the person talked about or takes one of the program's medicines."""
    return any(told(answers, medicine) in (Told.TALKED_ABOUT, Told.TAKING) for medicine in rule.medicines)


def view_programs(rules: Iterable[ProgramRule], answers: Answers) -> tuple[ProgramView, ...]:
    """Return every program as it stands for this person, in the order given."""
    return tuple(view_program(rule, answers) for rule in rules)


def view_program(rule: ProgramRule, answers: Answers) -> ProgramView:
    """Return how near a program is: as near as the least kind of its rules allows. Unknown gives `CHECK`.

    Of a program known from memory no rule is told, only what keeps this person out.
    """
    found = (
        (Match.CHECK, Reason.UNCONFIRMED) if rule.from_memory else (Match.FITS, None),
        _by_insurance(rule, answers.insurance),
        _by_medicine(rule, answers),
        _by_setting(rule, answers.setting),
        _by_income(rule, answers),
    )
    match = max((each for each, _ in found), key=_RANK.index)
    told_of = found if not rule.from_memory else (found[0], *(each for each in found[1:] if each[0] is Match.EXCLUDED))
    return ProgramView(rule.id, match, tuple(reason for _, reason in told_of if reason is not None))


def _by_insurance(rule: ProgramRule, insurance: Insurance | None) -> Found:
    """Return what the kind of cover says. With two kinds the better one counts."""
    if all(takes is Takes.ACCEPT for takes in rule.insurance.values()):
        return Match.FITS, Reason.EVERY_COVER
    covers = covers_of(insurance)
    if not covers:
        return Match.CHECK, Reason.COVER_UNKNOWN
    match min((rule.insurance[cover] for cover in covers), key=_KINDEST.index):
        case Takes.ACCEPT:
            return Match.FITS, Reason.COVER_TAKEN
        case Takes.CHECK:
            return Match.CHECK, Reason.COVER_ASK
        case Takes.EXCLUDE if rule.kind is ProgramKind.COPAY_CARD:
            without = covers == (Cover.UNINSURED,)
            return Match.EXCLUDED, Reason.CARD_WITHOUT_COVER if without else Reason.CARD_AND_PUBLIC_COVER
        case Takes.EXCLUDE if not rule.from_memory:
            return Match.EXCLUDED, Reason.COVER_NOT_TAKEN
        case Takes.EXCLUDE | Takes.NOT_APPLICABLE:
            return Match.EXCLUDED, Reason.COVER_OTHER


def _by_medicine(rule: ProgramRule, answers: Answers) -> Found:
    if not rule.medicines:
        return Match.FITS, None
    return (Match.FITS, Reason.MEDICINE) if names_medicine(rule, answers) else (Match.CHECK, Reason.MEDICINE_NOT_NAMED)


def _by_setting(rule: ProgramRule, setting: Setting | None) -> Found:
    if rule.setting is None:
        return Match.FITS, None
    match rule.setting.get(setting) if setting is not None else None:
        case Takes.ACCEPT:
            return Match.FITS, Reason.SETTING
        case Takes.EXCLUDE | Takes.NOT_APPLICABLE:
            return Match.EXCLUDED, Reason.SETTING_OTHER
        case _:
            return Match.CHECK, Reason.SETTING_ASK


def _by_income(rule: ProgramRule, answers: Answers) -> Found:
    """Return what income says: the whole band within the limit, or check. The reason is the same for every income."""
    match rule.income:
        case IncomeRule.NONE:
            return Match.FITS, None
        case IncomeRule.ASKED:
            return Match.CHECK, Reason.INCOME_ASKED
        case IncomeRule.LIMIT:
            within = rule.income_percent is not None and is_within(answers.income_band, rule.income_percent)
            return Match.FITS if within else Match.CHECK, Reason.INCOME_LIMIT
