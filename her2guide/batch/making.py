"""One document of a batch: from a line of answers to a file. This is what the worker processes do."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from her2guide import __version__
from her2guide.files.atomic import write_atomically
from her2guide.guide.build import build_guide
from her2guide.guide.document import GuideDocument
from her2guide.guide.short import short_guide
from her2guide.library.clinic_words import ClinicWords, words_of
from her2guide.library.library import Library, languages
from her2guide.library.paths import SOURCE_LANGUAGE, fonts
from her2guide.model.answers import Answers
from her2guide.model.answers_json import answers_from_json
from her2guide.model.errors import AnswersError
from her2guide.output.render import Format, Length, Paper, fits_page, paper_note, render
from her2guide.settings import Site
from her2guide.wizard.clinic import contacts_of, with_contacts

Line = tuple[int, bytes]  # its number, and what stands in it
DRAFT_REFUSED = "confirmed: is false; a draft must be confirmed by the person before a guide is made"


@dataclass(frozen=True, slots=True)
class Making:
    """How the documents of a batch are made, and where they go."""

    folder: Path
    kind: Format
    length: Length
    paper: Paper
    large_print: bool
    language: str | None
    today: date
    site: Site

    def path(self, number: int) -> Path:
        """Return the document of a line."""
        return self.folder / f"{number:05}.{self.kind}"

    def marks(self) -> bytes:
        """Return all that a document depends on beside its line."""
        made = (self.kind, self.length, self.paper, self.large_print, self.language, self.today.isoformat())
        return repr(
            (*made, self.site, _words(self.site), __version__, _library(SOURCE_LANGUAGE).edition.version)
        ).encode()


class State(StrEnum):
    """What became of a line."""

    MADE = "made"
    DRAFT = "draft"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one line: how long its document is, or what is wrong; nothing of the line itself."""

    number: int
    state: State
    size: int = 0
    words: str = ""


def make(line: Line, making: Making) -> Outcome:
    """Write the document of one line. Raises `OutputError` where it cannot be written, `ContentError` for content."""
    number, data = line
    try:
        answers = answers_from_json(data, languages=languages())
        if answers.confirmed is False:
            return Outcome(number, State.DRAFT, words=DRAFT_REFUSED)
        document = _document(with_contacts(answers, contacts_of(making.site)), making)
    except AnswersError as error:
        return Outcome(number, State.BAD, words=str(error))
    file = render(document, making.kind, fonts(), paper=making.paper, large_print=making.large_print)
    note = paper_note(document, fonts()) if making.kind == "pdf" else None
    warning = write_atomically(making.path(number), file, swept=True)
    return Outcome(number, State.MADE, len(file), " ".join(each for each in (note, warning) if each))


def _document(answers: Answers, making: Making) -> GuideDocument:
    library = _library(making.language or answers.language or SOURCE_LANGUAGE)
    document = build_guide(answers, library, making.today, _words(making.site)).document
    if making.length == "full":
        return document
    return short_guide(document, library, lambda page: fits_page(page, fonts()))


@cache
def _words(site: Site) -> ClinicWords | None:
    return words_of(site.words, site.name)


@cache
def _library(language: str) -> Library:
    return Library(language)
