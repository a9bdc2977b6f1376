"""Page one under the three key points: signs, boxed warning, what you told us, a person to talk to."""

from datetime import date

from her2guide.guide.document import Block, Callout, Paragraph, line
from her2guide.guide.plan import Plan
from her2guide.guide.signs import phones, signs
from her2guide.guide.told import told_blocks
from her2guide.guide.voice import format_date
from her2guide.library.freshness import Age, age, clock_is_wrong
from her2guide.library.library import Library
from her2guide.library.records import Shelf
from her2guide.model.derive import Notice
from her2guide.model.profile import Profile
from her2guide.model.terms import Reader


def page_one(profile: Profile, chosen: Plan, library: Library, today: date) -> tuple[Block, ...]:
    """Return the blocks that stand on page one for everyone."""
    return (
        *signs(library),
        *phones(profile.answers.contacts, library),
        _talk_to_someone(library, today),
        Paragraph(line(library.word("page-one.no-change"))),
        *_boxed_warnings(profile, chosen, library),
        *(Callout(line(text)) for text in notice_texts(profile.notices, library)),
        *_for_the_reader(profile, library),
        Paragraph(line(library.word("page-one.education"))),
        *told_blocks(profile.answers, library),
    )


def notice_texts(notices: tuple[Notice, ...], library: Library) -> tuple[str, ...]:
    """Return each notice as a plain sentence, each sentence once."""
    texts = []
    for notice in notices:
        label = library.word(f"told.label.{notice.field.rsplit('.', 1)[-1]}")
        texts.append(library.word(f"notice.{notice.id}").format(field=label))
    return tuple(dict.fromkeys(texts))


def _for_the_reader(profile: Profile, library: Library) -> tuple[Block, ...]:
    """Return a word to whoever reads for another, or with them."""
    if profile.answers.reader in (Reader.CAREGIVER, Reader.TOGETHER):
        return (Paragraph(line(library.word(f"reader.{profile.answers.reader}"))),)
    return ()


def _boxed_warnings(profile: Profile, chosen: Plan, library: Library) -> tuple[Block, ...]:
    """Return the boxed warning of each medicine with a page of its own, or that the person named."""
    named = {medicine for medicine, _ in profile.answers.medicines}
    shown = {library.topics[topic].treatment for topic in chosen.own_page}
    return tuple(
        Callout(line(library.word(f"boxed.{medicine}")))
        for medicine, treatment in library.treatments.items()
        if treatment.boxed_warning and medicine in named | shown
    )


def _talk_to_someone(library: Library, today: date) -> Block:
    """Return the line with a number that is answered at any hour; too old a number is not printed."""
    wrong = clock_is_wrong(library, today)
    for help_line in library.help_lines.values():
        if help_line.always_open and age(help_line, Shelf.MONEY, today, clock_wrong=wrong) is not Age.EXPIRED:
            text = library.word("page-one.talk").format(
                name=help_line.name, phone=help_line.phone, checked=format_date(help_line.checked, library)
            )
            return Paragraph(line(text))
    return Paragraph(line(library.word("page-one.talk-nobody")))
