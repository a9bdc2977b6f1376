"""Which programs a person's guide names, and in which order.

What the guide holds is read on paper, and paper lies about. So the groups and their order know nothing of income: a
program with an income rule stands among those to check, with its limit.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from her2guide.model.answers import Answers
from her2guide.model.programs import (
    Cover,
    Match,
    Need,
    ProgramKind,
    ProgramRule,
    ProgramView,
    Reason,
    Takes,
    covers_of,
    names_medicine,
    view_program,
)
from her2guide.model.terms import Concern, Employment, Insurance, Reader, Setting, TravelMiles, YesNo

MOST_FIT, MOST_CHECK, MOST_NOT_FOR_COVER = 5, 5, 4
MOST_WHEN_SHORT = 3
MOST_FUNDS = 2

_OF_CONCERN = {
    Concern.COST: (Need.DRUG_COST,),
    Concern.BILLS: (Need.BILLS, Need.LIVING_COSTS),
    Concern.DENIAL: (Need.DENIAL,),
    Concern.WORK: (Need.WORK, Need.LEGAL),
    Concern.TRAVEL: (Need.TRANSPORT, Need.LODGING),
    Concern.TRIALS: (Need.TRIAL,),
    Concern.FAMILY: (Need.CAREGIVER, Need.CHILD_CARE),
    Concern.FATIGUE: (Need.PRACTICAL,),
    Concern.DISTRESS: (Need.EMOTIONAL, Need.CRISIS),
}
_OF_WORK = {
    Employment.WORKING: (Need.WORK,),
    Employment.ON_LEAVE: (Need.WORK,),
    Employment.STOPPED_FOR_TREATMENT: (Need.LOST_INCOME, Need.WORK),
}
_OF_COVER = {
    Cover.MEDICARE: (Need.MEDICARE,),
    Cover.UNINSURED: (Need.UNINSURED, Need.COVERAGE_LOSS),
}
_OF_EVERYONE = (Need.DRUG_COST, Need.CASE_HELP, Need.INFORMATION, Need.EMOTIONAL)
_FAR = (TravelMiles.FROM_40_TO_299, TravelMiles.FROM_300)
_OF_MONEY = (Concern.COST, Concern.BILLS, Concern.DENIAL)
_COVER_SAYS_NO = (
    Reason.COVER_NOT_TAKEN,
    Reason.COVER_OTHER,
    Reason.CARD_AND_PUBLIC_COVER,
    Reason.CARD_WITHOUT_COVER,
)

Found = tuple[ProgramRule, ProgramView]


@dataclass(frozen=True, slots=True)
class ProgramChoice:
    """The programs to call first, those with something to check, and a maker's own that the cover rules out.

    It is short for whoever said nothing of insurance or money: a few to call first, and no more.
    """

    fit: tuple[ProgramView, ...]
    check: tuple[ProgramView, ...]
    not_for_cover: tuple[ProgramView, ...]
    is_short: bool = False


def says_nothing_of_money(answers: Answers) -> bool:
    """Return whether the person told us neither a kind of insurance nor a worry about money."""
    return not covers_of(answers.insurance) and not set(answers.concerns) & set(_OF_MONEY)


def needs_of(answers: Answers) -> tuple[Need, ...]:
    """Return what this person may need help with: what they told us of, the most pressing first, then what all may."""
    found: set[Need] = set()
    for concern in answers.concerns:
        found.update(_OF_CONCERN.get(concern, ()))
    for cover in covers_of(answers.insurance):
        found.update(_OF_COVER.get(cover, ()))
    if answers.insurance is Insurance.VA:
        found.add(Need.VETERAN)
    if answers.employment is not None:
        found.update(_OF_WORK.get(answers.employment, ()))
    if answers.travel_miles in _FAR:
        found.update((Need.TRANSPORT, Need.LODGING))
    if answers.lost_coverage_recently is YesNo.YES:
        found.add(Need.COVERAGE_LOSS)
    if answers.reader is Reader.CAREGIVER:
        found.add(Need.CAREGIVER)
    if answers.setting is Setting.METASTATIC:
        found.add(Need.METASTATIC)
    stated = (need for need in Need if need in found)
    return tuple(dict.fromkeys((*stated, *_OF_EVERYONE)))


def choose_programs(rules: Iterable[ProgramRule], answers: Answers) -> ProgramChoice:
    """Return the programs to name in this person's guide, each group in the order to show it."""
    blind = replace(answers, household_size=None, income_band=None)
    found = [(rule, view_program(rule, blind)) for rule in rules if _may_be_shown(rule, answers)]
    needs = needs_of(answers)

    def taken(match: Match, most: int) -> tuple[ProgramView, ...]:
        return _in_turn([each for each in found if each[1].match is match], needs, most)

    if says_nothing_of_money(answers):
        return ProgramChoice(taken(Match.FITS, MOST_WHEN_SHORT), (), (), is_short=True)
    excluded = (view for rule, view in found if rule.brand and set(view.reasons) & set(_COVER_SAYS_NO))
    return ProgramChoice(
        fit=taken(Match.FITS, MOST_FIT),
        check=taken(Match.CHECK, MOST_CHECK),
        not_for_cover=tuple(excluded)[:MOST_NOT_FOR_COVER],
    )


def _may_be_shown(rule: ProgramRule, answers: Answers) -> bool:
    """Return whether naming a program helps.

    A maker's program needs its medicine named; of the others only those seen in a source are shown. What is for
    cancer that has spread is named only where it has. A place to stay needs a long way.
    """
    if not names_medicine(rule, answers) if rule.brand else rule.from_memory:
        return False
    settings = rule.setting or {}
    one_setting = Takes.EXCLUDE in settings.values()
    if one_setting and (answers.setting is None or settings.get(answers.setting) is not Takes.ACCEPT):
        return False
    known = answers.travel_miles not in (None, TravelMiles.NOT_SURE)
    return not known or not rule.distances or answers.travel_miles in rule.distances


def _in_turn(found: Sequence[Found], needs: Iterable[Need], most: int) -> tuple[ProgramView, ...]:
    """Return one program for each need in turn, then a second one, and so on, up to `most`, none of them twice.

    For one need a maker's own program comes first, then whoever can be called, then the order of the kinds. Programs
    that we know only from memory read alike, so one of them is enough; of charities with a fund two are.
    """
    by_kind = [each for kind in ProgramKind for each in found if each[0].kind is kind]
    ranked = sorted(by_kind, key=lambda each: (not each[0].brand, not each[0].has_phone))
    rounds = zip_longest(*([each for each in ranked if need in each[0].needs] for need in needs))
    taken: dict[str, ProgramView] = {}
    read_alike: Counter[str] = Counter()
    for rule, view in (each for turn in rounds for each in turn if each is not None):
        alike = "vague" if rule.from_memory else rule.kind
        room = {"vague": 1, ProgramKind.COPAY_FUND: MOST_FUNDS}.get(alike, most)
        if len(taken) < most and view.id not in taken and read_alike[alike] < room:
            taken[view.id] = view
            read_alike[alike] += 1
    return tuple(taken.values())
