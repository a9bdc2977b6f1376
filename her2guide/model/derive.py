"""What follows from the answers before anything else reads them."""

from dataclasses import dataclass, fields, replace

from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.errors import AnswersError
from her2guide.model.terms import IhcScore, Setting, YesNo

METASTATIC_FIELDS = tuple(item.name for item in fields(Treatments) if item.name.endswith("_metastatic"))

NOTICE_IDS = (
    "staining-dropped",
    "metastatic-answer-dropped",
    "progressed-set-to-no",
    "endocrine-set-to-yes",
    "result-not-newest",
)


@dataclass(frozen=True, slots=True)
class Notice:
    """What to tell the person about one answer. `id` is one of NOTICE_IDS; the words are the locale's."""

    id: str
    field: str


def derive(answers: Answers) -> tuple[Answers, tuple[Notice, ...]]:
    """Return the answers everything else works with, and a notice for each value dropped or changed.

    Staining is kept only under an IHC of 0. Answers about metastatic treatment are dropped in an early or
    in situ setting. Then no endocrine treatment means no growth on it, and growth on it means there was
    treatment; when both are stated and they disagree, AnswersError is raised.
    When `her2` is not surely the newest result, `result-not-newest` says so and nothing changes. The other
    results are there to stand beside it, so they need no such notice.
    """
    her2, notices = _settle_staining(answers.her2, "her2")
    others: list[Her2Result] = []
    for place, result in enumerate(answers.other_results):
        other, more = _settle_staining(result, f"other_results[{place}]")
        others.append(other)
        notices += more
    treatments = answers.treatments
    if answers.setting in (Setting.EARLY, Setting.IN_SITU):
        treatments, more = _drop_metastatic(treatments)
        notices += more
    treatments, more = _settle_endocrine(treatments)
    notices += more
    if her2.newest in (YesNo.NO, YesNo.NOT_SURE):
        notices += (Notice("result-not-newest", "her2.newest"),)
    return replace(answers, her2=her2, other_results=tuple(others), treatments=treatments), notices


def _settle_staining(result: Her2Result, path: str) -> tuple[Her2Result, tuple[Notice, ...]]:
    if result.ihc is IhcScore.ZERO or result.membrane_staining is None:
        return result, ()
    return replace(result, membrane_staining=None), (Notice("staining-dropped", f"{path}.membrane_staining"),)


def _drop_metastatic(treatments: Treatments) -> tuple[Treatments, tuple[Notice, ...]]:
    stated = [name for name in METASTATIC_FIELDS if getattr(treatments, name) is not None]
    notices = tuple(Notice("metastatic-answer-dropped", f"treatments.{name}") for name in stated)
    return replace(treatments, **dict.fromkeys(stated)), notices


def _settle_endocrine(treatments: Treatments) -> tuple[Treatments, tuple[Notice, ...]]:
    given, grown = "treatments.endocrine_metastatic", "treatments.progressed_on_endocrine_metastatic"
    match treatments.endocrine_metastatic, treatments.progressed_on_endocrine_metastatic:
        case YesNo.NO, YesNo.YES:
            raise AnswersError(given, f"with yes for {grown}, only yes, not_sure or nothing is allowed")
        case YesNo.NO, None | YesNo.NOT_SURE:
            settled = replace(treatments, progressed_on_endocrine_metastatic=YesNo.NO)
            return settled, (Notice("progressed-set-to-no", grown),)
        case None | YesNo.NOT_SURE, YesNo.YES:
            settled = replace(treatments, endocrine_metastatic=YesNo.YES)
            return settled, (Notice("endocrine-set-to-yes", given),)
    return treatments, ()
