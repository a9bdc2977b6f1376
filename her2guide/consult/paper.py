"""The guide as it goes on paper after a talk: the parts chosen, and how the points were told back."""

from dataclasses import replace

from her2guide.consult.talk import Talk, printed
from her2guide.guide.document import Bullets, GuideDocument, Heading, Paragraph, Role, Section, Span, line
from her2guide.library.library import Library

CLINICIAN = "for-your-clinician"
ABOUT = "about"


def for_paper(document: GuideDocument, talk: Talk, library: Library) -> GuideDocument:
    """Return the guide as chosen. One with nothing chosen and nothing to add is the very same document."""
    found = {section.id: section for section in document.sections}
    ids = printed([*found], talk)
    sections = [found[each] for each in ids]
    missing = tuple(section for section in document.sections if section.id not in ids)
    sections = [_with_told_back(section, talk, library) for section in sections]
    if missing:
        sections = [_with_missing(section, missing, library) for section in sections]
    return document if tuple(sections) == document.sections else replace(document, sections=tuple(sections))


def _with_told_back(section: Section, talk: Talk, library: Library) -> Section:
    """Return the half page for the clinician with the points told back."""
    if section.id != CLINICIAN or not (talk.prints_told_back and talk.told_back):
        return section
    said = dict(talk.told_back)
    points = [point for point in library.check_words.point if point in said]
    items = tuple(
        (
            Span(f"{library.word(f'consult.point.{point}')}: ", Role.STRONG),
            Span(library.word(f"consult.paper.{said[point]}")),
        )
        for point in points
    )
    heading = Heading(line(library.word("consult.paper.told-back")))
    return replace(section, blocks=(*section.blocks, heading, Bullets(items)))


def _with_missing(section: Section, missing: tuple[Section, ...], library: Library) -> Section:
    """Return the last page with the names of the parts that were left out: who reads it later can ask for them."""
    if section.id != ABOUT:
        return section
    names = "; ".join(each.title for each in missing)
    said = Paragraph(line(library.say("consult.paper.left-out", parts=names)))
    return replace(section, blocks=(said, *section.blocks))
