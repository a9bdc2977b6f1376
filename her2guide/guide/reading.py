"""One page of content, read for one person: template to blocks, with shared parts in their places."""

from dataclasses import dataclass
from datetime import date

from her2guide.guide.document import Audience, Block, Callout, facts_of, line
from her2guide.guide.markup import Marker, blocks
from her2guide.guide.plan import lung_medicines
from her2guide.guide.signs import joined
from her2guide.guide.templates import render
from her2guide.guide.voice import Voice, format_date
from her2guide.library.freshness import Age, age_by, clock_is_wrong
from her2guide.library.library import Library
from her2guide.library.order import PARTS, RESULT
from her2guide.library.records import SectionFile, Shelf
from her2guide.model.answers import told
from her2guide.model.profile import Profile
from her2guide.model.terms import HAVING_HAD, IhcScore, Prognosis, Reader, Told

_PRINTED_WORDS = (IhcScore.POSITIVE, IhcScore.LOW, IhcScore.ULTRALOW, IhcScore.NEGATIVE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A section as one person gets it. `sources` are those its front matter names; markers are not filled yet.

    `expired`: it is too old to be told, and only a note and the signs are left.
    """

    title: str
    blocks: tuple[Block | Marker, ...]
    sources: tuple[str, ...]
    file: str
    audience: Audience = Audience.READER
    expired: bool = False


@dataclass(frozen=True, slots=True)
class _Text:
    """Blocks, and the files they come from."""

    blocks: tuple[Block | Marker, ...] = ()
    files: tuple[SectionFile, ...] = ()

    def __add__(self, other: "_Text") -> "_Text":
        return _Text((*self.blocks, *other.blocks), (*self.files, *other.files))


def read_section(section: str, person: Profile, library: Library, today: date) -> Reading:
    """Return a section for this person, as old as it is: noted when due, hidden when expired."""
    file = library.result_file(person.category) if section == RESULT else library.section_file(section)
    text = _read(file, section, person, library, today)
    if section == RESULT and person.provisional:
        pending = _read(library.provisional_file(), section, person, library, today)
        text = _Text(text.blocks[:2]) + pending + _Text(text.blocks[2:], text.files)
    age, due = _age(text, file.head.shelf, library, today)
    expired = age is Age.EXPIRED
    named = () if expired else text.files  # what is not told needs no source
    return Reading(
        title=_result_title(person, library) if section == RESULT else file.head.title,
        blocks=_aged(text, age, due, file.head.shelf, library, today),
        sources=tuple(source for each in named for source in each.head.sources),
        file=file.file,
        audience=Audience(file.head.audience),
        expired=expired,
    )


def result_titles(person: Profile, library: Library) -> tuple[str, ...]:
    """Return the words for the result, and where a test is still to come, that it is."""
    pending = (library.provisional_file().head.title,) if person.provisional else ()
    return (_result_title(person, library), *pending)


def _result_title(person: Profile, library: Library) -> str:
    head = library.result_file(person.category).head
    return head.title_printed if _is_printed(person) and head.title_printed else head.title


def wants_numbers(person: Profile) -> bool:
    """Return whether figures from studies may be shown."""
    return bool(person.answers.wants_numbers)


def wants_length_of_life(person: Profile) -> bool:
    """Return whether anything about how long people live may be shown."""
    return person.answers.prognosis is Prognosis.TELL_ME_HOW_TO_ASK


def _is_printed(person: Profile) -> bool:
    """Return whether the report itself used the category's word."""
    return person.answers.her2.ihc in _PRINTED_WORDS


def _read(file: SectionFile, section: str, person: Profile, library: Library, today: date) -> _Text:
    """Return a file's blocks with the parts it shares in their places."""
    known = values(section, person, library)
    numbers, survival = bool(known["numbers"]), bool(known["survival"])
    voice = Voice(library, numbers=numbers, survival=survival, where=file.file, today=today, person=person)
    text = _Text(files=(file,))
    for block in blocks(render(file.body, voice, known, file.file), voice, file.file):
        if isinstance(block, Marker) and block.name in PARTS:
            text += _read(library.part_file(block.name), section, person, library, today)
        else:
            text += _Text((block,))
    return text


def values(section: str, person: Profile, library: Library) -> dict[str, str | bool]:
    """Return what a template may ask about this person; docs/writing.md lists it."""
    answers, names = person.answers, library.medicine_names
    topic = library.topics.get(section)
    taking = [names[medicine].name for medicine in lung_medicines(person, library.treatments, Told.TAKING)]
    had = [names[medicine].name for medicine in lung_medicines(person, library.treatments, *HAVING_HAD)]
    return {
        "numbers": wants_numbers(person),
        "survival": wants_length_of_life(person),
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
        "insurance": answers.insurance or "",
        "medigap": answers.medigap or "",
        "lost_coverage_recently": answers.lost_coverage_recently or "",
    }


def _age(text: _Text, shelf: Shelf, library: Library, today: date) -> tuple[Age, date]:
    """Return how old a text is by the file or fact in it that is due first, and when that was."""
    facts = facts_of(block for block in text.blocks if not isinstance(block, Marker))
    due = min((*(file.head.due for file in text.files), *(library.facts[fact].due for fact in facts)))
    return age_by(due, shelf, today, clock_wrong=clock_is_wrong(library, today)), due


def _aged(text: _Text, age: Age, due: date, shelf: Shelf, library: Library, today: date) -> tuple[Block | Marker, ...]:
    """Return the blocks, under a note when they are due; of expired ones only the signs."""
    if age is Age.FRESH:
        return text.blocks
    word = "clock" if clock_is_wrong(library, today) else f"{age}-money" if shelf is Shelf.MONEY else age.value
    note = Callout(line(library.say(f"stale.{word}", due=format_date(due, library))))
    kept = text.blocks if age is Age.DUE else tuple(block for block in text.blocks if block == Marker("signs"))
    return (note, *kept)
