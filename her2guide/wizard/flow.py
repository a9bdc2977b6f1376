"""Every page in order. Each condition sees only the answers to the pages before it."""

from her2guide.model.answers_json import MAX_ITEMS, MAX_OTHER_RESULTS
from her2guide.model.terms import (
    Concern,
    Employment,
    EstrogenReceptor,
    IhcScore,
    IncomeBand,
    Insurance,
    IshResult,
    MembraneStaining,
    ProgesteroneReceptor,
    Prognosis,
    Reader,
    Setting,
    Surgery,
    Told,
    TravelMiles,
    YesNo,
)
from her2guide.wizard.needs import brings_one, gene_test_matters, has_result, is_kept, marks_one, settles_one
from her2guide.wizard.pages import (
    NONE_OF_THESE,
    NOT_SURE,
    CheckPage,
    Choice,
    Kind,
    Page,
    QuestionPage,
    SavePage,
    SectionPage,
    ShownIf,
    SoFar,
    StartPage,
    always,
    choices_of,
)

# Not said is kept as not asked: nothing of it is then in the guide or in a saved file.
RATHER_NOT_SAY = Choice("rather_not_say", None)
MATTERS = ("feeling-well", "more-time", "family", "home", "work", "few-visits", "knowing", "own-say")


def _only_under_zero(so_far: SoFar) -> bool:
    return so_far.answers.her2.ihc is IhcScore.ZERO


def _gene_test(so_far: SoFar) -> bool:
    return gene_test_matters(so_far.answers.her2)


def _has_result(so_far: SoFar) -> bool:
    return has_result(so_far.answers.her2)


def _with_medicare(so_far: SoFar) -> bool:
    return so_far.answers.insurance is Insurance.MEDICARE


def _without_cover(so_far: SoFar) -> bool:
    return so_far.answers.insurance in (Insurance.NONE, Insurance.NOT_SURE)


def _at_home(so_far: SoFar) -> bool:
    """Show it, but never on a shared screen."""
    return so_far.around.asks_income


def _income_counts(so_far: SoFar) -> bool:
    """Show it where programs can be matched by income at all: the cover is known, and so is the poverty line."""
    known = so_far.around.poverty_line is not None and so_far.answers.insurance is not None
    return known and _at_home(so_far)


def _household_known(so_far: SoFar) -> bool:
    """Show it where the bands can be told in dollars."""
    return _income_counts(so_far) and so_far.answers.household_size is not None


def _one(
    page: str,
    field: str,
    choices: tuple[Choice, ...],
    texts: tuple[str, ...] = (),
    shown_if: ShownIf = always,
    optional: bool = False,
) -> QuestionPage:
    return QuestionPage(page, Kind.ONE_OF, field, texts, choices, shown_if, optional)


def _course(page: str, field: str, *more: Choice, choices: tuple[Choice, ...] = ()) -> QuestionPage:
    """Return a question about the course so far, for those whose open uses, suggested questions or steps need it.

    An answer that came with a file is looked through too, as long as it stands beside the others.
    """
    found = choices or choices_of(YesNo, *more)
    values = tuple(dict.fromkeys(choice.value for choice in found))

    def needed(so_far: SoFar) -> bool:
        answers, given = so_far.answers, so_far.around.given.get(field)
        return (
            settles_one(field, values, answers, so_far.open_conditions)
            or brings_one(field, values, answers, so_far.open_asks)
            or marks_one(field, values, answers, so_far.open_steps)
            or (given is not None and is_kept(field, given, answers))
        )

    return QuestionPage(page, Kind.ONE_OF, field, choices=found, shown_if=needed)


_RESULT = (
    _one("her2-score", "her2.ihc", choices_of(IhcScore)),
    _one("her2-staining", "her2.membrane_staining", choices_of(MembraneStaining), shown_if=_only_under_zero),
    _one("gene-test", "her2.ish", choices_of(IshResult), shown_if=_gene_test),
    QuestionPage(
        "her2-details",
        Kind.FORM,
        texts=("her2.ish_ratio", "her2.copy_number", "her2.specimen", "her2.date"),
        shown_if=_has_result,
        optional=True,
    ),
    _one("newest", "her2.newest", choices_of(YesNo), shown_if=_has_result),
    QuestionPage(
        "other-results", Kind.RESULTS, "other_results", shown_if=_has_result, optional=True, most=MAX_OTHER_RESULTS
    ),
)

_CANCER = (
    _one("estrogen", "estrogen_receptor", choices_of(EstrogenReceptor), texts=("estrogen_percent",)),
    _one("progesterone", "progesterone_receptor", choices_of(ProgesteroneReceptor), texts=("progesterone_percent",)),
    _one("setting", "setting", choices_of(Setting, RATHER_NOT_SAY)),
)

# Surgery comes before the stage: the stage is then asked only of those whose surgery is still ahead or open.
_COURSE = (
    _course("surgery", "surgery", choices=choices_of(Surgery)),
    _course("stage", "stage_2_or_3"),
    _course("cancer-left", "treatments.residual_disease_after_neoadjuvant", Choice("no_medicine", YesNo.NO)),
    _course("hormone-therapy", "treatments.endocrine_metastatic"),
    _course("growth", "treatments.progressed_on_endocrine_metastatic"),
    _course("cdk46", "treatments.cdk46"),
    _course("chemotherapy", "treatments.chemotherapy_metastatic"),
    _course(
        "back-after-chemotherapy",
        "treatments.recurrence_within_6_months_of_adjuvant_chemotherapy",
        Choice("none_given", YesNo.NO),
    ),
    _course("her2-medicine", "treatments.her2_targeted_metastatic"),
    _course(
        "back-after-her2-medicine",
        "treatments.recurrence_within_6_months_of_her2_therapy",
        Choice("none_given", YesNo.NO),
    ),
    _course("immunotherapy", "pd1_option", Choice("not_talked", YesNo.NOT_SURE)),
)

_OWN = (
    QuestionPage(
        "medicines",
        Kind.MEDICINES,
        "medicines",
        texts=("other_medicines",),
        choices=choices_of(Told),
        optional=True,
    ),
    QuestionPage(
        "concerns",
        Kind.MANY_OF,
        "concerns",
        choices=choices_of(Concern, Choice(NONE_OF_THESE, None)),
        optional=True,
    ),
    QuestionPage(
        "matters-most",
        Kind.RANKED,
        "matters_most",
        choices=tuple(Choice(name, None) for name in MATTERS),
        optional=True,
        most=MAX_ITEMS,
    ),
    QuestionPage("own-questions", Kind.TEXTS, "questions", optional=True, most=MAX_ITEMS),
    QuestionPage(
        "clinic",
        Kind.FORM,
        texts=(
            "contacts.clinic_name",
            "contacts.daytime_phone",
            "contacts.after_hours_phone",
            "contacts.infusion_day",
        ),
        optional=True,
    ),
)

_PAYING = (
    _one("insurance", "insurance", choices_of(Insurance), optional=True),
    _one("medigap", "medigap", choices_of(YesNo), optional=True, shown_if=_with_medicare),
    _one("lost-coverage", "lost_coverage_recently", choices_of(YesNo), optional=True, shown_if=_without_cover),
    QuestionPage("household", Kind.NUMBER, texts=("household_size",), shown_if=_income_counts, optional=True),
    _one("income", "income_band", choices_of(IncomeBand), optional=True, shown_if=_household_known),
    _one("work", "employment", choices_of(Employment), optional=True, shown_if=_at_home),
    _one("travel", "travel_miles", choices_of(TravelMiles), optional=True),
)

_READING = (
    _one("length-of-life", "prognosis", choices_of(Prognosis, Choice(NOT_SURE, None))),
    _one("numbers", "wants_numbers", (Choice("yes", True), Choice("no", False), Choice(NOT_SURE, None))),
)

QUESTIONS: tuple[QuestionPage, ...] = (
    _one("reader", "reader", choices_of(Reader, RATHER_NOT_SAY)),
    *_RESULT,
    *_CANCER,
    *_COURSE,
    *_OWN,
    *_PAYING,
    *_READING,
)
FLOW: tuple[Page, ...] = (StartPage(), *QUESTIONS, CheckPage(), SectionPage(), SavePage())
