"""One page of content, read for one person: template to blocks, with shared parts in their places."""

from dataclasses import dataclass
from datetime import date

from her2guide.guide.document import Block, Callout, line
from her2guide.guide.markup import Marker, blocks
from her2guide.guide.plan import HAVING_HAD, RESULT, lung_medicines
from her2guide.guide.signs import joined
from her2guide.guide.templates import render
from her2guide.guide.voice import Voice, format_date
from her2guide.library.freshness import Age, age_by, clock_is_wrong
from her2guide.library.library import PARTS, Library
from her2guide.library.records import Page
from her2guide.model.answers import told
from her2guide.model.profile import Profile
from her2guide.model.terms import IhcScore, Prognosis, Reader, Told

_PRINTED_WORDS = (IhcScore.POSITIVE, IhcScore.LOW, IhcScore.ULTRALOW, IhcScore.NEGATIVE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as one person gets it. `sources` are those its front matter names; markers are not filled yet."""

    title: str
    blocks: tuple[Block | Marker, ...]
    sources: tuple[str, ...]
    file: str


def read_section(section: str, person: Profile, library: Library, today: date) -> Reading:
    """Return a section's page for this person, as old as it is: noted when due, hidden when expired."""
    pages = [_page_of(section, person, library)]
    found = _read(pages[0], section, person, library, pages)
    if section == RESULT:
        found = _with_pending_test(found, person, library, pages)
    head = pages[0].head
    printed = section == RESULT and _is_printed(person) and bool(head.title_printed)
    return Reading(
        title=head.title_printed if printed else head.title,
        blocks=_aged(found, pages, library, today),
        sources=tuple(source for page in pages for source in page.head.sources),
        file=pages[0].file,
    )


def _page_of(section: str, person: Profile, library: Library) -> Page:
    return library.result_page(person.category) if section == RESULT else library.section_page(section)


def _is_printed(person: Profile) -> bool:
    """Return whether the report itself used the category's word."""
    return person.answers.her2.ihc in _PRINTED_WORDS


def _read(page: Page, section: str, person: Profile, library: Library, pages: list[Page]) -> tuple[Block | Marker, ...]:
    """Return a page's blocks with shared parts in place; each part read is added to `pages`."""
    values = _values(section, person, library)
    voice = Voice(library, numbers=bool(values["numbers"]), survival=bool(values["survival"]), where=page.file)
    found: list[Block | Marker] = []
    for block in blocks(render(page.body, voice, values, page.file), voice, page.file):
        if isinstance(block, Marker) and block.name in PARTS:
            part = library.part_page(block.name)
            pages.append(part)
            found.extend(_read(part, section, person, library, pages))
        else:
            found.append(block)
    return tuple(found)


def _values(section: str, person: Profile, library: Library) -> dict[str, str | bool]:
    """Return what a template may ask about this person; docs/writing.md lists it."""
    answers, names = person.answers, library.medicine_names
    topic = library.topics.get(section)
    taking = [names[medicine].name for medicine in lung_medicines(person, library.treatments, Told.TAKING)]
    had = [names[medicine].name for medicine in lung_medicines(person, library.treatments, *HAVING_HAD)]
    return {
        "numbers": bool(answers.wants_numbers),
        "survival": answers.prognosis is Prognosis.TELL_ME_HOW_TO_ASK,
        "category": person.category.value,
        "provisional": person.provisional,
        "printed": _is_printed(person),
        "ihc": answers.her2.ihc or "",
        "ish": answers.her2.ish or "",
        "setting": answers.setting or "",
        "told": (topic and told(answers, topic.treatment)) or "",
        "taking": joined(taking, library),
        "had": joined(had, library),
        "reader": answers.reader or Reader.PATIENT.value,
    }


def _with_pending_test(
    found: tuple[Block | Marker, ...], person: Profile, library: Library, pages: list[Page]
) -> tuple[Block | Marker, ...]:
    """Return page one with the note that a test is still to come under its first sentence."""
    if not person.provisional:
        return found
    return (found[0], *_read(library.provisional_page(), RESULT, person, library, pages), *found[1:])


def _aged(
    found: tuple[Block | Marker, ...], pages: list[Page], library: Library, today: date
) -> tuple[Block | Marker, ...]:
    """Return the blocks under a note when a page or part is due; of expired perishable ones only the signs."""
    wrong = clock_is_wrong(library, today)
    due = min(page.head.due for page in pages)
    age = age_by(due, pages[0].head.shelf, today, clock_wrong=wrong)
    if age is Age.FRESH:
        return found
    key = "stale.clock" if wrong else f"stale.{age}"
    note = Callout(line(library.word(key).format(due=format_date(due, library))))
    kept = found if age is Age.DUE else tuple(block for block in found if block == Marker("signs"))
    return (note, *kept)
