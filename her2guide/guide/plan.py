"""Which sections a person sees, in which order."""

from collections.abc import Mapping
from dataclasses import dataclass

from her2guide.library.library import Library
from her2guide.library.order import CARDS, KEEP, MEANING, MEDICINES, NEXT, PAYING, PEOPLE, RESULT, SIDE_EFFECTS, WAYS
from her2guide.library.records import Treatment
from her2guide.model.answers import told
from her2guide.model.logic import State, evaluate
from her2guide.model.profile import Profile
from her2guide.model.terms import HAVING_HAD, Setting, Told
from her2guide.model.topics import Relevance, TopicView, topics_with_section

FIRST_STEPS = "what-to-find-out-first"
LUNGS = "lungs"
TRIALS = "trials"
BENEFIT_HARM = "benefit-harm"
OTHER_USES = "other-uses"


@dataclass(frozen=True, slots=True)
class Plan:
    """The section ids in order, the uses among them, and the uses left over that one could ask about, or had."""

    sections: tuple[str, ...]
    own_section: tuple[str, ...]
    left_over: tuple[TopicView, ...]


def lung_medicines(profile: Profile, treatments: Mapping[str, Treatment], *words: Told) -> tuple[str, ...]:
    """Return the medicines for which the lung section matters and of which the person said one of `words`."""
    return tuple(name for name, item in treatments.items() if item.lungs and told(profile.answers, name) in words)


def plan(profile: Profile, views: tuple[TopicView, ...], library: Library) -> Plan:
    """Return what this person's guide holds: the sections in order, less those whose own `when` is not met.

    Whoever takes or had a medicine that can inflame the lungs reads about that first. In-situ disease gets no
    medicine sections at all (the guide is about invasive cancer), and the lungs only when such a medicine was named.
    The page on how a medicine works comes with a use of it, and to whoever named it.
    Help and harm stand side by side for the uses with a section; without one there is no such page.
    """
    treatments = library.treatments
    in_situ = profile.answers.setting is Setting.IN_SITU
    own_section = () if in_situ else topics_with_section(views, profile)
    left_over = () if in_situ else tuple(view for view in views if view.id not in own_section and _is_to_ask(view))
    lungs_first = bool(lung_medicines(profile, treatments, Told.TAKING, *HAVING_HAD))
    lungs = (LUNGS,) if lung_medicines(profile, treatments, *Told) or not in_situ else ()
    kept_back = _pages_kept_back(profile, own_section, library) | (set() if left_over else {OTHER_USES})
    safety = (*lungs, "call-now", *(CARDS if lungs else ()))
    sections = (
        RESULT,
        "questions",
        *(safety if lungs_first else ()),
        *MEANING,
        *NEXT,
        *WAYS,
        *(own_section or (FIRST_STEPS,)),
        *(page for page in MEDICINES if page not in kept_back),
        *(() if lungs_first else safety),
        *SIDE_EFFECTS,
        *PEOPLE,
        *PAYING,
        *KEEP,
        "word-list",
        "sources",
        "about",
    )
    return Plan(tuple(section for section in sections if _is_for(section, profile, library)), own_section, left_over)


def _is_to_ask(view: TopicView) -> bool:
    """Return whether a use may be named: one that what was told does not rule out, or of a medicine that was had."""
    return view.relevance is not Relevance.BACKGROUND or view.told in HAVING_HAD


def _pages_kept_back(profile: Profile, own_section: tuple[str, ...], library: Library) -> set[str]:
    """Return the pages on a medicine of which no use has a section here and which the person did not name.

    Where no use at all has a section, help and harm are kept back too.
    """
    pages = {name: item.page for name, item in library.treatments.items() if item.page}
    of_uses = {library.topics[use].treatment for use in own_section}
    wanted = {page for name, page in pages.items() if name in of_uses or told(profile.answers, name)}
    return ({*pages.values()} - wanted) | (set() if own_section else {BENEFIT_HARM})


def _is_for(section: str, profile: Profile, library: Library) -> bool:
    """Return whether a section's front matter lets this person see it; page one is for everyone."""
    if section == RESULT:
        return True
    return evaluate(library.section_file(section).head.when, profile) is State.MET
