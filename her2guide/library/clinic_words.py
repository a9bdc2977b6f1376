"""A clinic's own words: questions, local programs and short parts, read from a folder that its settings name.

They are data and stay data: plain text, never a template, never markup, always marked as the clinic's
(docs/decisions/0018-consult.md). Any fault leaves all of them out: a half of what a clinic wrote is not what it wrote.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from her2guide.library import loader
from her2guide.library.errors import ContentError
from her2guide.library.records import Record

LARGEST = 64 * 1024  # bytes of a file
QUESTIONS, PROGRAMS, SECTIONS, BLOCKS, ITEMS = 20, 20, 10, 20, 20  # at most
LINE, TEXT = 200, 1000  # characters at most: of a title, a name or a question, and of a paragraph

# Control characters but newline, those that turn the reading direction or hide, and code points no file may hold.
_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff\ud800-\udfff]"
)
_MARKUP = re.compile(r"<|>|\{\{|\{%|\{#|&#?\w+;|\]\(|\*\*|`")


class ClinicProgram(Record, frozen=True, kw_only=True):
    """A local program: what it is called, what it does, and perhaps its number."""

    name: str
    does: str
    phone: str = ""


class ClinicBlock(Record, frozen=True, kw_only=True):
    """A paragraph or a list: one of the two."""

    paragraph: str = ""
    bullets: tuple[str, ...] = ()


class ClinicSection(Record, frozen=True, kw_only=True):
    """A short part of the clinic's own."""

    title: str
    block: tuple[ClinicBlock, ...]


class _Questions(Record, frozen=True, kw_only=True):
    question: tuple[str, ...]


class _Programs(Record, frozen=True, kw_only=True):
    program: tuple[ClinicProgram, ...]


class _Sections(Record, frozen=True, kw_only=True):
    section: tuple[ClinicSection, ...]


@dataclass(frozen=True, slots=True)
class ClinicWords:
    """What a clinic adds to each guide. `name` is what it calls itself, or "" where its settings do not say."""

    name: str = ""
    questions: tuple[str, ...] = ()
    programs: tuple[ClinicProgram, ...] = ()
    sections: tuple[ClinicSection, ...] = ()


_KINDS: Mapping[str, type[Record]] = {
    "questions.toml": _Questions,
    "programs.toml": _Programs,
    "sections.toml": _Sections,
}


def read_clinic_words(folder: Path, name: str = "") -> tuple[ClinicWords | None, tuple[str, ...]]:
    """Return the words of a folder and the faults in them, one plain line each; with any fault there are no words.

    A fault names file and key, and repeats nothing that stands there.
    """
    try:
        files = _files(folder)
    except ContentError as error:
        return None, (str(error),)
    read: dict[str, Any] = {}
    faults: list[str] = []
    for file in files:
        try:
            read[file.name] = loader.record(loader.parse_toml(_text(file), file.name), _KINDS[file.name], file.name)
        except ContentError as error:
            faults.append(str(error))
            continue
        faults += [str(ContentError(file.name, *fault)) for fault in _faults(read[file.name])]
    if faults:
        return None, tuple(faults)
    questions, programs, sections = (read.get(each) for each in _KINDS)
    words = ClinicWords(
        name,
        questions.question if questions else (),
        programs.program if programs else (),
        sections.section if sections else (),
    )
    return words, ()


def words_of(folder: str, name: str) -> ClinicWords | None:
    """Return the words of the folder that a clinic's settings name, or None where they name none or it has a fault."""
    return read_clinic_words(Path(folder), name)[0] if folder else None


def clinic_words_problems(folder: Path) -> tuple[str, ...]:
    """Return what is wrong with a folder of words, one plain line for each fault."""
    return read_clinic_words(folder)[1]


def _files(folder: Path) -> list[Path]:
    """Return the files of a folder. Raises `ContentError` for a folder or a file that is not to be read."""
    if folder.is_symlink() or not folder.is_dir():
        raise ContentError("words", problem="must be a folder that is there, and no link")
    try:
        files = sorted(folder.iterdir())
    except OSError as error:
        raise ContentError(
            "words", problem=f"cannot be read ({(error.strerror or 'no reason given').lower()})"
        ) from None
    for file in files:
        if file.name not in _KINDS:
            raise ContentError("words", problem=f"may hold only {', '.join(_KINDS)}")
        if file.is_symlink() or not file.is_file():
            raise ContentError(file.name, problem="must be a file, and no link")
    return files


def _text(path: Path) -> str:
    """Return the text of a file. Raises `ContentError` where it is too large, a link, or not UTF-8."""
    try:
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as file:  # noqa: PTH123 - no link
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ContentError(
            path.name, problem=f"cannot be read ({(error.strerror or 'no reason given').lower()})"
        ) from None
    if len(data) > LARGEST:
        raise ContentError(path.name, problem=f"is larger than {LARGEST // 1024} KiB")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise ContentError(path.name, problem="is not UTF-8 text") from None


def _unreadable(name: str, error: OSError) -> ContentError:
    return ContentError(name, problem=f"cannot be read ({(error.strerror or 'no reason given').lower()})")


def _faults(found: Record) -> Iterator[tuple[str, str, str]]:
    """Yield entry, key and problem of each fault in the words of a file."""
    match found:
        case _Questions(question=questions):
            yield from _count("question", questions, QUESTIONS)
            for place, text in enumerate(questions, 1):
                yield from _fault(f"question {place}", "", text, LINE)
                if text.rstrip()[-1:] != "?":
                    yield f"question {place}", "", "must end with a question mark"
        case _Programs(program=programs):
            yield from _count("program", programs, PROGRAMS)
            for place, program in enumerate(programs, 1):
                yield from _fault(f"program {place}", "name", program.name, LINE)
                yield from _fault(f"program {place}", "does", program.does, TEXT)
                if program.phone:
                    yield from _fault(f"program {place}", "phone", program.phone, 40)
        case _Sections(section=sections):
            yield from _count("section", sections, SECTIONS)
            for place, section in enumerate(sections, 1):
                yield from _section_faults(f"section {place}", section)


def _section_faults(entry: str, section: ClinicSection) -> Iterator[tuple[str, str, str]]:
    yield from _fault(entry, "title", section.title, LINE)
    yield from ((entry, key, problem) for _, key, problem in _count("block", section.block, BLOCKS))
    for place, block in enumerate(section.block, 1):
        key = f"block {place}"
        if bool(block.paragraph) is bool(block.bullets):
            yield entry, key, "must have either a paragraph or bullets"
        elif block.paragraph:
            yield from _fault(entry, f"{key} paragraph", block.paragraph, TEXT)
        else:
            yield from ((entry, key, problem) for _, _, problem in _count("bullets", block.bullets, ITEMS))
            for number, text in enumerate(block.bullets, 1):
                yield from _fault(entry, f"{key} bullet {number}", text, TEXT)


def _count(name: str, items: tuple[Any, ...], most: int) -> Iterator[tuple[str, str, str]]:
    if not 1 <= len(items) <= most:
        yield "", name, f"must be there 1 to {most} times"


def _fault(entry: str, key: str, text: str, most: int) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with one text."""
    if not text.strip() or len(text) > most:
        yield entry, key, f"must have 1 to {most} characters"
    if _HIDDEN.search(text):
        yield entry, key, "has a character that cannot be seen"
    if "\n" in text:
        yield entry, key, "must be one line"
    if _MARKUP.search(text):
        yield entry, key, "must be plain text, without markup or templates"
