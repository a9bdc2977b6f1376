"""Answers and content to the guide document."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from her2guide.guide import parts, paying, questions
from her2guide.guide.cited import Cited, cited, cited_uses, numbers_of, with_sources
from her2guide.guide.clinic import clinic_programs, clinic_questions, clinic_sections
from her2guide.guide.discreet import in_discreet
from her2guide.guide.document import (
    Block,
    ContentState,
    Furniture,
    GuideDocument,
    PictureBlock,
    Section,
    SourceEntry,
    facts_of,
)
from her2guide.guide.drawings import DRAWINGS, drawing
from her2guide.guide.evidence import benefit_harm, evidence_sources
from her2guide.guide.explained import explained
from her2guide.guide.first_use import first_use
from her2guide.guide.help_lines import help_lines, line_sources, open_lines
from her2guide.guide.lung_card import diary_sheet, lung_card
from her2guide.guide.markup import Marker
from her2guide.guide.matters import what_matters
from her2guide.guide.page_counts import COUNTS, page_counts
from her2guide.guide.page_one import (
    boxed_medicines,
    notice_texts,
    open_help_line,
    page_one,
    purpose,
    told_apart,
)
from her2guide.guide.pictures import her2_scale
from her2guide.guide.plan import TRIALS, Plan, plan
from her2guide.guide.program_words import ToldProgram, told_programs
from her2guide.guide.reading import Reading, read_section
from her2guide.guide.review import review_state
from her2guide.guide.scale_words import scale_words
from her2guide.guide.signs import all_signs, phones, signs, what_to_say
from her2guide.guide.steps import step_blocks, step_map
from her2guide.guide.take_away import take_away
from her2guide.guide.trial_finders import finder_sources, trial_finders
from her2guide.guide.voice import format_date
from her2guide.guide.ways import WAYS, choice_lines, way_sources, ways
from her2guide.guide.write_in import team_lines, treatment_lines
from her2guide.library.clinic_words import ClinicWords
from her2guide.library.errors import ContentError
from her2guide.library.freshness import clock_is_wrong, newest_review, stale
from her2guide.library.library import Library
from her2guide.model.answers import Answers
from her2guide.model.profile import Profile, profile
from her2guide.model.topics import TopicView, view_topics

_STARTS_PAGE = ("questions", "call-now", "wallet-card", "diary", "for-your-clinician")
_LATE = ("terms", "sources")
_BEFORE_LATE = "word-list"  # a clinic's own parts stand before it

Make = Callable[[], tuple[Block | Marker, ...]]


@dataclass(frozen=True, slots=True)
class Guide:
    """The document, the view of the approved uses that chose its sections, and every help program as it stands."""

    profile: Profile
    views: tuple[TopicView, ...]
    programs: tuple[ToldProgram, ...]
    document: GuideDocument


def build_guide(
    answers: Answers, library: Library, today: date, clinic: ClinicWords | None = None, *, discreet: bool = False
) -> Guide:
    """Return the guide for these answers in the library's language, as of `today`, perhaps with a clinic's own words.

    With `discreet` no title and no heading tells a result: who stands behind sees no more than that.
    Raises `AnswersError` for answers that contradict each other and `ContentError` for content that cannot be used.
    """
    person = profile(answers)
    views = view_topics(library.rules, person)
    chosen = plan(person, views, library)
    helping = paying.paying_for(person.answers, library, today)
    drafts = _drafts(person, answers, chosen, helping, library, today, clinic)
    ready = [block for draft in drafts for block in draft.blocks if not isinstance(block, Marker)]
    help_line = open_help_line(library, today)
    boxed = (library.treatments[medicine].boxed_warning for medicine in boxed_medicines(person, chosen, library))
    page_one_ids = [library.facts[fact].source for fact in boxed] + (list(help_line[1].sources) if help_line else [])
    study_ids = evidence_sources(person, chosen.own_section, library)
    way_ids = way_sources(person, chosen.own_section, library) if WAYS in chosen.sections else ()
    program_ids = [*paying.sources_of(helping, library), *line_sources(person, library, today)]
    if TRIALS in chosen.sections:
        program_ids.extend(finder_sources(library))
    named = [*page_one_ids, *study_ids, *way_ids, *program_ids, *_source_ids(drafts, ready, library)]
    entries = parts.source_entries(named, library)
    late: Mapping[str, tuple[Block, ...]] = {
        "terms": parts.terms(ready, library),
        "sources": parts.sources(entries, library),
    }
    numbers = {entry.id: number for number, entry in enumerate(entries, 1)}
    sections = tuple(
        Section(
            section,
            draft.title,
            _filled(draft, late, numbers, library),
            draft.audience,
            starts_page=section in _STARTS_PAGE,
        )
        for section, draft in zip(chosen.sections, drafts, strict=True)
    )
    own = next(place for place, section in enumerate(sections) if section.id == _BEFORE_LATE)
    sections = (*sections[:own], *clinic_sections(clinic, library), *sections[own:])
    first, more = told_apart(sections[0], library)
    sections = first_use((first, sections[1], more, *sections[2:]), library)
    if discreet:
        sections = in_discreet(sections, library)
    programs = told_programs(person.answers, library, today)
    document = assemble(notice_texts(person.notices, library), sections, entries, library, today)
    return Guide(person, views, programs, document)


def _drafts(
    person: Profile,
    stated: Answers,
    chosen: Plan,
    helping: paying.Paying,
    library: Library,
    today: date,
    clinic: ClinicWords | None,
) -> tuple[Reading, ...]:
    """Return the planned pages with every marker filled but the late ones, and every medical word explained."""
    markers = _markers(person, stated, chosen, library, today) | _program_markers(person, helping, library, today)
    for marker, own in (("suggested-questions", clinic_questions), ("programs-fit", clinic_programs)):
        markers[marker] = partial(_with_own, markers[marker], partial(own, clinic, library))
    found: list[Reading] = []
    for section in chosen.sections:
        page = read_section(section, person, library, today)
        page = replace(page, blocks=explained(tuple(_fill(page, markers)), library))
        found.append(with_sources(section, page, library))
    return tuple(found)


def _with_own(ours: Make, own: Make) -> tuple[Block | Marker, ...]:
    """Return blocks of ours, then a clinic's."""
    return (*ours(), *own())


def _program_markers(person: Profile, helping: paying.Paying, library: Library, today: date) -> dict[str, Make]:
    """Return what makes the blocks of the sections on people and groups who may help, and on lines to call."""
    return {
        "programs-fit": lambda: paying.fitting(helping, library),
        "programs-check": lambda: paying.to_check(helping, library),
        "programs-not-for-cover": lambda: paying.not_for_cover(helping, library),
        "programs-income": lambda: paying.income_note(helping, library),
        "call-list": lambda: paying.call_list(helping, library),
        "open-lines": lambda: open_lines(library, today),
        "help-lines": lambda: help_lines(person, helping.told, library, today),
        "trial-finders": lambda: trial_finders(helping.told, library, today),
    }


def _markers(person: Profile, stated: Answers, chosen: Plan, library: Library, today: date) -> dict[str, Make]:
    """Return what makes the blocks of each marker but the late ones."""
    return {
        "scale": lambda: (PictureBlock(her2_scale(person.category, person.provisional, scale_words(library))),),
        "purpose": lambda: purpose(chosen, library),
        "page-one": lambda: page_one(person, stated, chosen, library, today),
        "signs": lambda: signs(library),
        "all-signs": lambda: all_signs(library),
        "phones": lambda: phones(person.answers.contacts, library),
        "what-to-say": lambda: what_to_say(person, library),
        "what-matters": lambda: what_matters(person, library),
        "ways": lambda: (
            *parts.differ_note(person, library),
            *ways(person, chosen.own_section, library, today),
            cited(way_sources(person, chosen.own_section, library)),
        ),
        "choice-lines": lambda: choice_lines(library),
        "benefit-harm": lambda: tuple(
            cited_uses(benefit_harm(person, chosen.own_section, library, today), chosen.own_section, person, library)
        ),
        "my-questions": lambda: questions.my_questions(person, library),
        "suggested-questions": lambda: questions.suggested_questions(person, library),
        "counselor-questions": lambda: questions.counselor_questions(person, library),
        "answer-lines": lambda: questions.answer_lines(library),
        "for-clinician": lambda: questions.for_clinician(stated, library),
        "lung-card": lambda: lung_card(person, library),
        "diary-sheet": lambda: diary_sheet(library),
        "steps": lambda: step_blocks(step_map(person, chosen.sections, library), library),
        "other-uses": lambda: parts.other_uses(person, chosen, library),
        "team-lines": lambda: team_lines(library),
        "treatment-lines": lambda: treatment_lines(library),
        "take-away": lambda: take_away(person, chosen, library),
        "review": lambda: parts.review(library, today),
        **{name: partial(drawing, name, library) for name in DRAWINGS},
        **{name: partial(page_counts, name, person, library, today) for name in COUNTS},
    }


def _fill(reading: Reading, made: Mapping[str, Make]) -> Iterator[Block | Marker]:
    """Yield the blocks with each marker of `made` in its place. Late markers stay; one nobody knows is an error."""
    for block in reading.blocks:
        if not isinstance(block, Marker):
            yield block
        elif block.name in made:
            yield from made[block.name]()
        elif block.name in _LATE:
            yield block
        else:
            raise ContentError(reading.file, f"@{block.name}", problem="is not a marker we know")


def _filled(
    reading: Reading, late: Mapping[str, tuple[Block, ...]], numbers: Mapping[str, int], library: Library
) -> tuple[Block, ...]:
    """Return the blocks of a page with its late markers in place; `numbers` are those of the sources."""
    found: list[Block] = []
    for block in reading.blocks:
        if isinstance(block, Cited):
            found.extend(numbers_of(block, numbers, library))
        else:
            found.extend(late[block.name] if isinstance(block, Marker) else (block,))
    return tuple(found)


def _source_ids(drafts: Iterable[Reading], ready: list[Block], library: Library) -> list[str]:
    """Return the sources of the facts printed, of the signs, and of the pages shown."""
    ids = [library.facts[fact].source for fact in facts_of(ready)]
    for draft in drafts:
        ids.extend(draft.sources)
    for flag in library.red_flags.values():
        ids.extend((*flag.sources, *(library.facts[fact].source for fact in flag.facts)))
    return ids


def assemble(
    notices: Iterable[str],
    sections: tuple[Section, ...],
    entries: tuple[SourceEntry, ...],
    library: Library,
    today: date,
) -> GuideDocument:
    """Return sections as a document, with what every page of paper carries. Raises `ContentError`."""
    old = tuple(item.id for item in stale(library, today))
    warnings = list(notices)
    if clock_is_wrong(library, today):
        warnings.append(library.word("stale.clock"))
    checked = format_date(newest_review(library), library)
    footer = library.say("page.footer", review=review_state(library), checked=checked)
    return GuideDocument(
        language=library.language,
        today=today,
        content=ContentState(library.edition.version, newest_review(library), library.reviewed_by, old),
        furniture=Furniture(
            library.word("page.mark"),
            footer,
            library.word("page.of"),
            library.word("page.parts"),
            library.word("page.skip"),
        ),
        sections=sections,
        sources=entries,
        red_flags=tuple(library.red_flags),
        warnings=tuple(warnings),
        addresses=tuple(program.address for program in library.programs.values() if program.address),
    )
