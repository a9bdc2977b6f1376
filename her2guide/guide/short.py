"""The short guide: your result on one page, questions for the team on the next. Nothing in it is new.

What does not fit is left out in a fixed order, and a line says what. Whether a page fits is asked of whoever knows
paper, so that paper, text and JSON of a short guide are one document.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from her2guide.guide.cut import cut_typed
from her2guide.guide.document import (
    AskList,
    Block,
    Callout,
    Contacts,
    GuideDocument,
    Heading,
    Paragraph,
    Section,
    Steps,
    Table,
    line,
    plain,
)
from her2guide.guide.page_one import with_told
from her2guide.guide.signs import joined
from her2guide.library.library import Library
from her2guide.library.order import RESULT, TOLD

QUESTIONS = "questions"
LONG, LONGER = (60, 30, 15), (600, 300, 150)  # characters that are left of a long typed text
_PHONES = 2  # of the rows whom to call: by day, and by night
_PARTS = ("mine", "counselor", "others", "matters", "suggested")  # of the questions page, in order
_LEFT_OUT = (("suggested", 3), ("matters", 0), ("suggested", 0), ("others", 0), ("counselor", 0))  # down to how many
_TOLD_LEFT_OUT = (
    *("estrogen_percent", "progesterone_percent", "ish_ratio", "copy_number", "date", "specimen", "pd1_option"),
    *("stage_2_or_3", "cdk46", "recurrence_within_6_months_of_adjuvant_chemotherapy", "surgery"),
    *("recurrence_within_6_months_of_her2_therapy", "residual_disease_after_neoadjuvant", "her2_targeted_metastatic"),
    *("chemotherapy_metastatic", "endocrine_metastatic", "progressed_on_endocrine_metastatic", "newest"),
)  # of what was told, these first and in this order; then the last of what is left

Blocks = tuple[Block, ...]
FitsPage = Callable[[GuideDocument], bool]


def short_guide(document: GuideDocument, library: Library, fits: FitsPage) -> GuideDocument:
    """Return the guide on two pages. `fits` says whether a document is one page on every paper, in usual print."""
    found = {section.id: section for section in document.sections}
    pages = (
        _page_one(with_told(found[RESULT], found[TOLD]), document.warnings, library),
        _page_two(found[QUESTIONS], library),
    )
    return replace(document, sections=tuple(_first_fitting(document, page, fits) for page in pages))


def _first_fitting(document: GuideDocument, sections: Iterable[Section], fits: FitsPage) -> Section:
    """Return the first of ever shorter pages that fits; the last one is so short that it does."""
    pages = tuple(sections)
    last = len(pages) - 1
    return pages[bisect_left(range(last), True, key=lambda at: fits(replace(document, sections=(pages[at],))))]


def _page_one(section: Section, notices: Collection[str], library: Library) -> Iterator[Section]:
    """Yield page one, each time with less: other results, long typed texts, notes on answers, what was told."""
    groups, left = _groups(section.blocks), list[str]()
    head, told = tuple(_here(groups[""], library)), groups[library.word("told.title")]

    def page(room: int | None = None) -> Section:
        return _page(section, (*head, *told), left, room, library)

    yield page()
    title, table, *others = told
    told = (title, table)
    if others:
        left.append("results")
        yield page()
    for room in LONGER:
        yield page(room)
    shorter = tuple(block for block in head if not (isinstance(block, Callout) and plain(block.text) in notices))
    if shorter != head:
        head = shorter
        left.append("notes")
        yield page(LONGER[-1])
    left.append("told")
    labels = [library.word(f"told.label.{key}") for key in _TOLD_LEFT_OUT]
    while told:
        told = _less_told(told, labels)
        yield page(LONGER[-1])
    for room in LONG:
        yield page(room)
    head = tuple(Contacts(block.rows[:_PHONES]) if isinstance(block, Contacts) else block for block in head)
    left.append("clinic")
    for room in LONG:
        yield page(room)


def _here(blocks: Blocks, library: Library) -> Iterator[Block]:
    """Yield the blocks of page one but what the guide is for, which stands on page two, and what is not known."""
    elsewhere = tuple(library.word(f"page-one.{key}") for key in ("education", "education-first", "not-known", "scope"))
    for block in blocks:
        if not (isinstance(block, Paragraph) and plain(block.text).startswith(elsewhere)):
            yield block


def _page_two(section: Section, library: Library) -> Iterator[Section]:
    """Yield the questions, each time with less; of the first three own ones only the end of a long one goes."""
    groups, left = _groups(section.blocks), list[str]()
    parts = {name: groups.get(library.word(f"questions.{name}"), ()) for name in _PARTS}
    parts["suggested"] = parts["suggested"][:2]  # what else stands there is for the full guide
    about = (library.word(f"page-one.{key}") for key in ("education-first", "scope"))
    last = (Paragraph(line(library.word("short.longer"))), Paragraph(line(" ".join(about))))

    def page(room: int | None = None) -> Section:
        asked = (block for name in _PARTS for block in parts[name])
        made = _page(section, (*groups[""], *asked), left, room, library)
        return replace(made, blocks=(*made.blocks, *last))

    yield page()
    for name, least in _LEFT_OUT:
        while _count(parts[name]) > least:
            parts[name] = _less(parts[name])
            if name not in left:
                left.append(name)
            yield page()
    for room in (*LONGER, *LONG):
        yield page(room)


def _less(blocks: Blocks) -> Blocks:
    """Return a heading and its list without the last entry; without any entry, nothing."""
    head, body = blocks
    if isinstance(body, AskList | Steps) and len(body.items) > 1:
        return (head, replace(body, items=body.items[:-1]))
    return ()


def _count(blocks: Blocks) -> int:
    """Return how many entries there are under a heading."""
    return sum(len(block.items) if isinstance(block, AskList | Steps) else 1 for block in blocks[1:])


def _less_told(blocks: Blocks, labels: Sequence[str]) -> Blocks:
    """Return a heading and its table without the row that matters least; without any row, nothing."""
    head, table = blocks
    if not isinstance(table, Table) or len(table.rows) < 2:
        return ()
    named = {plain(row[0]): row for row in table.rows}
    least = next((named[label] for label in labels if label in named), table.rows[-1])
    return (head, replace(table, rows=tuple(row for row in table.rows if row != least)))


def _page(section: Section, blocks: Blocks, left: Sequence[str], room: int | None, library: Library) -> Section:
    """Return a page with long typed texts cut to `room`, and a line on what was left out."""
    mark = library.word("short.cut")
    made = tuple(cut_typed(block, room, mark) for block in blocks) if room else blocks
    missing = [*left, *(("ends",) if made != blocks else ())]
    if missing:
        what = joined([library.word(f"short.left.{each}") for each in missing], library)
        made = (*made, Paragraph(line(library.say("short.left-out", what=what))))
    return replace(section, blocks=made)


def _groups(blocks: Blocks) -> dict[str, Blocks]:
    """Return the blocks under each heading, the heading with them; those before any heading under ""."""
    groups: dict[str, Blocks] = {"": ()}
    name = ""
    for block in blocks:
        if isinstance(block, Heading):
            name = plain(block.text)
        groups[name] = (*groups.get(name, ()), block)
    return groups
