"""A clinic's own words in the guide. Each stands under the clinic's name, and none in the place of ours.

They are data that someone typed, so they carry the role of typed words: no renderer takes any of it for markup.
"""

from her2guide.guide.document import (
    AskList,
    Block,
    Bullets,
    Callout,
    Heading,
    Line,
    Paragraph,
    Role,
    Section,
    Span,
    typed,
)
from her2guide.library.clinic_words import ClinicBlock, ClinicProgram, ClinicWords
from her2guide.library.library import Library
from her2guide.library.order import CLINIC


def clinic_questions(clinic: ClinicWords | None, library: Library) -> tuple[Block, ...]:
    """Return the clinic's questions under its name."""
    if clinic is None or not clinic.questions:
        return ()
    return (_from(clinic, library), AskList(tuple(typed(text) for text in clinic.questions)))


def clinic_programs(clinic: ClinicWords | None, library: Library) -> tuple[Block, ...]:
    """Return the local programs under the clinic's name, with a word that we did not check them."""
    if clinic is None or not clinic.programs:
        return ()
    return (_from(clinic, library), _note(clinic, library), Bullets(tuple(_program(each) for each in clinic.programs)))


def clinic_sections(clinic: ClinicWords | None, library: Library) -> tuple[Section, ...]:
    """Return the clinic's own parts; each says at its head whose words they are."""
    if clinic is None:
        return ()
    return tuple(
        Section(
            f"{CLINIC}{place}",
            library.say("clinic.title", clinic=_name(clinic, library), title=section.title),
            (_note(clinic, library), *(_block(block) for block in section.block)),
        )
        for place, section in enumerate(clinic.sections, 1)
    )


def _program(program: ClinicProgram) -> Line:
    named = (Span(f"{program.name}: ", Role.TYPED, bold=True), Span(program.does, Role.TYPED))
    return (*named, Span(f" {program.phone}", Role.TYPED)) if program.phone else named


def _block(block: ClinicBlock) -> Block:
    if block.paragraph:
        return Paragraph(typed(block.paragraph))
    return Bullets(tuple(typed(text) for text in block.bullets))


def _from(clinic: ClinicWords, library: Library) -> Heading:
    return Heading(typed(library.say("clinic.from", clinic=_name(clinic, library))))


def _note(clinic: ClinicWords, library: Library) -> Callout:
    return Callout(typed(library.say("clinic.note", clinic=_name(clinic, library))))


def _name(clinic: ClinicWords, library: Library) -> str:
    return clinic.name or library.word("clinic.your")
