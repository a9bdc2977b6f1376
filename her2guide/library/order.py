"""The sections by chapter, in the order of the guide. Front matter (`when`) keeps away what is not for a person."""

from collections.abc import Mapping

RESULT = "your-result"  # page one: a file for each HER2 category
TOLD = "told"  # what was told, and more about the result: the end of its file
TAKE_AWAY = "take-away"  # the window asks the same, one question a page
MEANING: tuple[str, ...] = ("her2-tests", "hormone-receptors")  # the result, beyond page one
NEXT = (
    "steps-early-positive",
    "steps-early-negative",
    "steps-advanced-positive",
    "steps-hormone-receptor-positive",
    "steps-triple-negative",
)  # the steps that may come, one page for each situation
WAYS = ("ways-forward",)  # the ways of one person side by side, and how to choose
MEDICINES: tuple[
    str, ...
] = (  # help and harm side by side, how the medicines work, the neighbours, uses left over, trials
    "benefit-harm",
    "enhertu",
    "datroway",
    "medicines-her2-positive",
    "medicines-hormone-receptor-positive",
    "medicines-triple-negative",
    "immunotherapy",
    "other-uses",
    "trials",
)
SIDE_EFFECTS: tuple[str, ...] = (
    "nausea",
    "fatigue",
    "infection",
    "hair",
    "mouth",
    "eyes",
    "bowels",
    "pain",
    "heart",
    "pregnancy",
)
CARDS: tuple[str, ...] = ("wallet-card",)  # to carry: stand with the lungs and the signs
PEOPLE: tuple[str, ...] = (  # life around the treatment
    "what-matters",
    "caregiver",
    "work-life",
    "travel-life",
    "feelings",
    "second-opinion",
    "interpreter",
    "everyone-differs",
    "care-team",
)
PAYING = (
    "paying-private",
    "paying-medicare",
    "paying-medicare-advantage",
    "paying-medicaid",
    "paying-medicare-and-medicaid",
    "paying-tricare",
    "paying-va",
    "paying-uninsured",
    "paying-find-cover",
    "paying-programs",
    "paying-approval",
    "paying-papers",
    "paying-lines",
    "paying-next-year",
)
KEEP: tuple[str, ...] = (TAKE_AWAY, "my-treatments", "diary", "for-your-clinician")  # to fill in and to hand over
LOOK_UP: tuple[str, ...] = ("word-list", "sources")  # to look things up in: long lists
SECTIONS: tuple[str, ...] = (
    "questions",
    *MEANING,
    *NEXT,
    *WAYS,
    "what-to-find-out-first",
    *MEDICINES,
    "lungs",
    "call-now",
    *CARDS,
    *SIDE_EFFECTS,
    *PEOPLE,
    *PAYING,
    *KEEP,
    *LOOK_UP,
    "about",
)
PARTS = (
    "enhertu-risks",
    "enhertu-side-effects",
    "datroway-risks",
    "part-d-limit",
    "early-plan",
)  # shared by several sections; a page asks for one by @name

_CHAPTERS: Mapping[str, tuple[str, ...]] = {
    "result": (RESULT, "questions", TOLD),
    "steps": (*MEANING, *NEXT, *WAYS, "what-to-find-out-first"),
    "medicines": MEDICINES,
    "lungs": ("lungs", "call-now", *CARDS),
    "side-effects": SIDE_EFFECTS,
    "people": PEOPLE,
    "paying": PAYING,
    "keep": KEEP,
    "about": (*LOOK_UP, "about"),
}
_CHAPTER_OF = {section: chapter for chapter, sections in _CHAPTERS.items() for section in sections}


CLINIC = "clinic-"  # with this begin the ids of a clinic's own parts


def chapter_of(section: str) -> str:
    """Return the id of the chapter a section belongs to. The page of an approved use belongs to the medicines."""
    if section.startswith(CLINIC):
        return "clinic"
    return _CHAPTER_OF.get(section, "medicines")
