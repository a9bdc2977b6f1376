"""What the commands do: read answers, build the guide, write it."""

import argparse
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import IO

from her2guide import check as content_check
from her2guide.errors import UsageError
from her2guide.files.atomic import write_atomically
from her2guide.files.visit_errors import VisitError
from her2guide.files.visit_file import ENDING, open_visit
from her2guide.guide.build import Guide, build_guide
from her2guide.guide.document import GuideDocument
from her2guide.guide.explain import explain as explain_guide
from her2guide.guide.short import short_guide
from her2guide.library.clinic_words import words_of
from her2guide.library.library import Library, languages
from her2guide.library.paths import SOURCE_LANGUAGE, fonts
from her2guide.model.answers import Answers
from her2guide.model.answers_json import MAX_BYTES, answers_from_json
from her2guide.model.errors import AnswersError
from her2guide.ndjson import lines
from her2guide.output.pdf_password import PasswordError, protect, usable
from her2guide.output.render import Format, fits_page, paper_note, render
from her2guide.output.typed_text import visible
from her2guide.streams import STREAM, print_bytes, say, standard_input
from her2guide.wizard.clinic import contacts_of, with_contacts

_FORMATS: dict[str, Format] = {".pdf": "pdf", ".txt": "txt", ".json": "json", ".html": "html"}


def export(options: argparse.Namespace) -> int:
    """Write one guide. Nothing is written unless all of it could be made."""
    kind = _format(options)
    name = _shown(options.answers)
    if options.output != STREAM and _is_source(options.answers, options.output):
        raise UsageError(f"{name}: is the answers file itself; the guide needs a file of its own")
    data = _read(options)
    password = _password() if options.password_stdin else None
    answers = _answers(data, name)
    if answers.confirmed is False:
        raise UsageError(f"{name}: confirmed: is false; a draft must be confirmed by the person before a guide is made")
    document = _document(with_contacts(answers, contacts_of(options.site)), name, options)
    large = options.large_print
    data = render(document, kind, fonts(), paper=options.paper, large_print=large, width=_terminal_width(options))
    if password is not None:
        data = protect(data, password)
    notes = []
    if kind == "pdf" and (note := paper_note(document, fonts())):
        notes.append(f"{_shown(options.output)}: {note}")
    if options.output == STREAM:
        print_bytes(data)
    elif warning := write_atomically(Path(options.output), data):
        notes.append(warning)
    for note in notes:
        say(f"her2guide: {visible(note)}")
    return 0


def explain(options: argparse.Namespace) -> int:
    """Print what a guide holds and why; with NDJSON one line out for each line in."""
    if options.ndjson or options.answers.endswith(".ndjson"):
        return _explain_lines(options)
    name = _shown(options.answers)
    found = explain_guide(_guide(_answers(_read(options), name), name, options))
    print_bytes(json.dumps(found, ensure_ascii=False, indent=2).encode() + b"\n")
    return 0


def check(options: argparse.Namespace) -> int:
    """Print what the content check found; exit code 1 when it found anything."""
    library = Library(_language(_asked(options.language, SOURCE_LANGUAGE)))
    site = content_check.site_findings(options.settings, languages()) if options.settings is not None else ()
    report = content_check.examine(library, options.today if options.release or options.dated else None)
    report = replace(report, findings=(*site, *report.findings))
    text = content_check.as_json(report) if options.json else content_check.as_text(report, library)
    print_bytes(text.encode())
    return 1 if report.findings else 0


def _format(options: argparse.Namespace) -> Format:
    suffix = Path(options.output).suffix.lower()
    if options.output.endswith("/"):
        raise UsageError("-o: names a folder; the guide needs a file name")
    kind = _FORMATS.get(f".{options.format}" if options.format else suffix)
    if kind is None:
        raise UsageError("--format: is needed where the ending of OUT is none of .pdf, .txt, .json, .html")
    if options.password_stdin and kind != "pdf":
        raise UsageError("--password-stdin: only a PDF can have a password")
    if options.password_stdin and options.answers == STREAM:
        raise UsageError("--password-stdin: the answers come from standard input already; name their file instead")
    return kind


def _document(answers: Answers, name: str, options: argparse.Namespace) -> GuideDocument:
    """Return the guide as long as it was asked for."""
    found = _guide(answers, name, options).document
    if options.length == "full":
        return found
    return short_guide(found, _library(found.language), lambda page: fits_page(page, fonts()))


def _password() -> str:
    """Return the next line of standard input as a password. What it is stands in no message."""
    try:
        return usable(_typed("--password-stdin"))
    except PasswordError as error:
        raise UsageError(f"--password-stdin: the first line of standard input {error}") from None


def _typed(option: str) -> str:
    """Return the next line of standard input."""
    try:
        return standard_input("what opens or locks a file").readline(MAX_BYTES).decode().rstrip("\r\n")
    except UnicodeDecodeError:
        raise UsageError(f"{option}: the first line of standard input must be UTF-8") from None


def _shown(path: str) -> str:
    return "standard input" if path == STREAM else path or "the empty name"


def _language(language: str) -> str:
    published = languages()
    if language not in published:
        raise UsageError(f"language: must be a published one: {', '.join(published)}")
    return language


def _asked(language: str | None, otherwise: str) -> str:
    return otherwise if language is None else language


def _open(path: str) -> IO[bytes]:
    if path == STREAM:
        return standard_input()
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def _unreadable(path: str, error: Exception) -> UsageError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a usable file name"
    return UsageError(f"{_shown(path)}: cannot be read ({reason.lower()}); it must be an answers file")


def _read(options: argparse.Namespace) -> bytes:
    """Return the answers file, or one byte more than it may have; a saved visit is opened for it."""
    path = options.answers
    if path.endswith(ENDING):
        return _opened(path, options)
    _refuse_passphrase(options)
    try:
        with _open(path) as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from None


def _refuse_passphrase(options: argparse.Namespace) -> None:
    if options.passphrase_stdin:
        raise UsageError(f"--passphrase-stdin: only a saved visit ({ENDING}) is opened by a passphrase")


def _opened(path: str, options: argparse.Namespace) -> bytes:
    """Return the answers of a saved visit."""
    if not options.passphrase_stdin:
        raise UsageError(f"{path}: is a saved visit; with --passphrase-stdin the first line of standard input opens it")
    try:
        return open_visit(Path(path), _typed("--passphrase-stdin")).answers_file
    except VisitError as error:
        raise UsageError(f"{path}: {error}") from None


def _answers(data: bytes, name: str) -> Answers:
    try:
        return answers_from_json(data, languages=languages())
    except AnswersError as error:
        raise UsageError(f"{name}: {error}") from None


def _guide(answers: Answers, name: str, options: argparse.Namespace) -> Guide:
    library = _library(_language(_asked(options.language, answers.language or SOURCE_LANGUAGE)))
    try:
        return build_guide(answers, library, options.today, words_of(options.site.words, options.site.name))
    except AnswersError as error:
        raise UsageError(f"{name}: {error}") from None


_libraries: dict[str, Library] = {}


def _library(language: str) -> Library:
    return _libraries.setdefault(language, Library(language))


def _is_source(answers: str, output: str) -> bool:
    """Return whether the guide would replace the answers it is made from."""
    try:
        source = os.fstat(standard_input().fileno()) if answers == STREAM else Path(answers).stat()
        return os.path.samestat(source, Path(output).stat())
    except (OSError, ValueError):
        return False


def _terminal_width(options: argparse.Namespace) -> int | None:
    """Return the columns of a terminal that will show the text, or None for a file or a pipe."""
    if options.output != STREAM or sys.stdout is None or not sys.stdout.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns


def _explain_lines(options: argparse.Namespace) -> int:
    _refuse_passphrase(options)
    name, bad = _shown(options.answers), 0
    try:
        with _open(options.answers) as file:
            for number, data in lines(file):
                try:
                    found = explain_guide(_guide(_answers(data, name), name, options))
                except UsageError as error:
                    bad += 1
                    found = {"line": number, "error": str(error).removeprefix(f"{name}: ")}
                print_bytes(json.dumps(found, ensure_ascii=False).encode() + b"\n")
    except OSError as error:
        raise _unreadable(options.answers, error) from None
    return 1 if bad else 0
