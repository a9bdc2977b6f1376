"""Page one under the three key points: signs, boxed warning, what you told us, a person to talk to."""

from dataclasses import replace
from datetime import date

from her2guide.guide.document import Block, Callout, Heading, Paragraph, Section, line
from her2guide.guide.explained import explained
from her2guide.guide.help_lines import fresh_help_lines
from her2guide.guide.markup import Marker
from her2guide.guide.plan import Plan
from her2guide.guide.signs import phones, signs
from her2guide.guide.told import told_blocks
from her2guide.guide.voice import format_date
from her2guide.guide.ways import WAYS
from her2guide.library.library import Library
from her2guide.library.order import TOLD
from her2guide.library.program_records import AssistanceProgram
from her2guide.model.answers import Answers
from her2guide.model.derive import Notice
from her2guide.model.profile import Profile
from her2guide.model.terms import Reader

_NEWEST = "result-not-newest"  # it stands on page one; other notices stand with the answers they are about


def page_one(profile: Profile, stated: Answers, chosen: Plan, library: Library, today: date) -> tuple[Block, ...]:
    """Return the blocks that stand on page one for everyone. `stated` are the answers as they were given."""
    return (
        *signs(library),
        *phones(profile.answers.contacts, library),
        *(Callout(line(library.word(f"boxed.{name}"))) for name in boxed_medicines(profile, chosen, library)),
        *_notices(profile, library, newest=True),
        _talk_to_someone(library, today),
        Paragraph(line(library.word("page-one.no-change"))),
        *_for_the_reader(profile, library),
        Paragraph(line(" ".join(library.word(f"page-one.{key}") for key in ("not-known", "scope", "words")))),
        *told_blocks(stated, library),
        *_notices(profile, library, newest=False),
    )


def purpose(chosen: Plan, library: Library) -> tuple[Block, ...]:
    """Return what the guide is for, as it stands right under the title; of ways forward only where there are some."""
    words = "education" if WAYS in chosen.sections else "education-first"
    return (Paragraph(line(library.word(f"page-one.{words}"))),)


def told_apart(page: Section, library: Library) -> tuple[Section, Section]:
    """Return page one, and what follows under what was told as a part of its own.

    It stands behind the questions, so that the page to hand over is the second one.
    """
    title = library.word("told.title")
    cut = page.blocks.index(Heading(line(title)))
    rest = tuple(block for block in explained(page.blocks[cut + 1 :], library) if not isinstance(block, Marker))
    more = replace(page, id=TOLD, title=title, blocks=rest, starts_page=True)
    return replace(page, blocks=page.blocks[:cut]), more


def with_told(page: Section, more: Section) -> Section:
    """Return page one and what was told as one section again."""
    return replace(page, blocks=(*page.blocks, Heading(line(more.title)), *more.blocks))


def notice_texts(notices: tuple[Notice, ...], library: Library) -> tuple[str, ...]:
    """Return each notice as a plain sentence, each sentence once."""
    texts = []
    for notice in notices:
        label = library.word(f"told.label.{notice.field.rsplit('.', 1)[-1]}")
        texts.append(library.say(f"notice.{notice.id}", field=label))
    return tuple(dict.fromkeys(texts))


def _notices(person: Profile, library: Library, *, newest: bool) -> tuple[Callout, ...]:
    """Return what to tell about the answers: that there may be a newer result, or all the rest."""
    chosen = tuple(notice for notice in person.notices if (notice.id == _NEWEST) is newest)
    return tuple(Callout(line(text)) for text in notice_texts(chosen, library))


def _for_the_reader(profile: Profile, library: Library) -> tuple[Block, ...]:
    """Return a word to whoever reads for another, or with them."""
    if profile.answers.reader in (Reader.CAREGIVER, Reader.TOGETHER):
        return (Paragraph(line(library.word(f"reader.{profile.answers.reader}"))),)
    return ()


def boxed_medicines(profile: Profile, chosen: Plan, library: Library) -> tuple[str, ...]:
    """Return the medicines with a boxed warning that have a section of their own or that the person named."""
    named = {medicine for medicine, _ in profile.answers.medicines}
    shown = {library.topics[topic].treatment for topic in chosen.own_section}
    return tuple(
        medicine
        for medicine, treatment in library.treatments.items()
        if treatment.boxed_warning and medicine in named | shown
    )


def open_help_line(library: Library, today: date) -> tuple[str, AssistanceProgram] | None:
    """Return a phone line that is answered at any hour, by id, or None: too old a number is not printed."""
    return next((found for found in fresh_help_lines(library, today).items() if found[1].always_open), None)


def _talk_to_someone(library: Library, today: date) -> Block:
    line_now = open_help_line(library, today)
    if line_now is None:
        return Paragraph(line(library.word("page-one.talk-nobody")))
    entry, found = line_now
    name, checked = library.program_words[entry].name, format_date(found.checked, library)
    return Paragraph(line(library.say("page-one.talk", name=name, phone=found.phone, checked=checked)))
