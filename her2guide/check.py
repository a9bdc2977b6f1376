"""The content check: what must still happen before this content may be called released."""

import json
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from her2guide import readers
from her2guide.errors import UsageError
from her2guide.guide.document import Role, Section, spans_of
from her2guide.guide.own_words import loose_texts, own_text
from her2guide.guide.templates import need_other_words, used
from her2guide.library import signing
from her2guide.library.claims import RULES, forbidden_claims
from her2guide.library.clinic_words import clinic_words_problems
from her2guide.library.errors import ContentError
from her2guide.library.freshness import newest_review, stale
from her2guide.library.library import Library
from her2guide.library.loader import shown
from her2guide.library.records import SourceKind
from her2guide.library.translations import lacking
from her2guide.library.unused import unused
from her2guide.model.logic import PREDICATES
from her2guide.reading_level import HARDEST_MIDDLE, HARDEST_SECTION, Reading, middle, reading_levels, table
from her2guide.site_file import read_site_file

_WEAK = (SourceKind.SECONDARY, SourceKind.NEWS)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to do: its kind, the id of what it is about, and a plain sentence."""

    kind: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """What the check found, and how hard each section is to read."""

    findings: tuple[Finding, ...]
    reading: Mapping[str, Reading]


def examine(library: Library, today: date | None) -> Report:
    """Return the findings in the content and in the pages as people get them.

    Pages are read as of the day the content was checked, so that no note about its age stands in them. Raises
    `ContentError` for content that cannot be used.
    """
    found = findings(library, today)
    pages = readers.pages(library, newest_review(library))
    levels = reading_levels(pages, library)
    return Report((*found, *_in_pages(pages, library), *hard_to_read(levels)), levels)


def findings(library: Library, today: date | None) -> tuple[Finding, ...]:
    """Return the findings, after reading all content. Without `today` nothing is said about dates.

    Raises `ContentError` for content that cannot be used.
    """
    library.load_all()
    _verify_templates(library)
    found = list(_unsigned(library))
    found += [Finding("unused", entry, f"{kind}, is named by nothing") for kind, entry in unused(library)]
    found += [Finding("language", place, text) for place, text in lacking(library.root)]
    for entry, fact in library.facts.items():
        kind = library.sources[fact.source].kind
        if kind in _WEAK:
            found.append(Finding("needs-primary-source", entry, f"rests on a {kind.value} source"))
    for entry, program in library.programs.items():
        if program.from_memory:
            found.append(Finding("from-memory", entry, "was not seen in any source, so no detail of it is shown"))
        elif all(library.sources[source].kind in _WEAK for source in program.sources):
            found.append(Finding("needs-primary-source", entry, "rests on secondary or news sources alone"))
    if today is not None:
        found += [
            Finding("expired", entry, f"is no longer printed; its last day was {fact.expires}")
            for entry, fact in library.facts.items()
            if not fact.holds(today)
        ]
        found += [Finding("stale", item.id, f"{item.kind}, was due on {item.due}") for item in stale(library, today)]
        found += [
            Finding("stale", entry, f"prompt, was due on {prompt.due}")
            for entry, prompt in library.prompts.items()
            if today > prompt.due
        ]
    return tuple(found)


def site_findings(file: str, published: Collection[str]) -> tuple[Finding, ...]:
    """Return what is wrong with a clinic's file. Raises `UsageError` where it cannot be read at all."""
    found = read_site_file(Path(file), published)
    if not found.readable:
        raise UsageError(str(found.problems[0]))
    problems = [Finding("site", problem.key or "file", f"{file}: {problem.text}") for problem in found.problems]
    if isinstance(words := found.values.get("words"), str):
        problems += [Finding("site", "words", f"{file}: {problem}") for problem in clinic_words_problems(Path(words))]
    return tuple(problems)


def _in_pages(pages: Collection[Section], library: Library) -> Iterator[Finding]:
    """Yield what may not be said, and what nobody gets to read."""
    texts = [*loose_texts(library).items(), *((page.id, own_text(page, library)) for page in pages)]
    claims = {claim: where for where, text in texts for claim in forbidden_claims(text)}
    forbids = {rule.id: rule.forbids for rule in RULES}
    for claim, where in claims.items():
        yield Finding("forbidden-claim", where, f"“{claim.text}” says {forbids[claim.rule]}")
    for kind, entry in readers.unreached(library, pages):
        yield Finding("unreachable", entry, f"{kind}, reaches none of {readers.PEOPLE} made-up people")
    explained = {span.target for page in pages for span in spans_of(page.blocks) if span.role is Role.TERM}
    for term in library.glossary:
        if term not in explained:
            yield Finding("unused", term, "medical word, stands on no page of the made-up people")


def hard_to_read(levels: Mapping[str, Reading]) -> Iterator[Finding]:
    """Yield the sections above the limit, and the whole when its middle is above its own. Names stand as they are."""
    for section, found in levels.items():
        if (worst := found.worst.as_written.flesch_kincaid) > HARDEST_SECTION:
            masked = found.worst.masked.flesch_kincaid
            text = (
                f"is at grade {worst:.1f} by Flesch-Kincaid ({masked:.1f} with names masked), above {HARDEST_SECTION}"
            )
            yield Finding("hard-to-read", section, text)
    if (half := middle(levels)) > HARDEST_MIDDLE:
        yield Finding("hard-to-read", "median", f"is at grade {half:.1f} by Flesch-Kincaid, above {HARDEST_MIDDLE}")


def _unsigned(library: Library) -> Iterator[Finding]:
    """Yield what no clinician stands for, with the mark that a signature for the words as they are would carry."""
    for page in library.files():
        if not signing.page_signer(page, library):
            yield _unsigned_text(page.file, page.head.reviewed_by, signing.page_mark(page, library))
    for path in signing.word_files(library.folder):
        if not signing.file_signer(path, library):
            signature = library.reviews.get(signing.file_name(path, library))
            yield _unsigned_text(shown(path), signature.reviewed_by if signature else "", signing.file_mark(path))


def _unsigned_text(file: str, signed_by: str, mark: str) -> Finding:
    if signed_by:
        return Finding("signature-void", file, f"has changed since {signed_by} signed it; the mark is now {mark}")
    return Finding("unsigned", file, f"no clinician has signed this text; the mark is {mark}")


def _verify_templates(library: Library) -> None:
    """Raise `ContentError` for a fact or word that any branch of any page asks for and that is not there."""
    texts = {page.file: page.body for page in library.files()}
    texts |= {f"red_flags.toml: {entry}": words.text for entry, words in library.red_flag_words.items()}
    texts |= {f"asks.toml: {entry}": words.text for entry, words in library.ask_words.items()}
    texts |= {f"checks.toml: {key}": text for key, text in library.check_words.texts().items()}
    texts |= {f"ui.toml: {key}": text for key, text in library.words.items() if "{{" in text}
    texts |= {f"evidence.toml: {key}": text for key, text in library.evidence_words.texts.items()}
    texts |= {f"names.toml: topic.{entry}": words.name for entry, words in library.topic_names.items()}
    texts |= {f"ways.toml: {entry}": "\n".join(words.texts) for entry, words in library.way_words.items()}
    for page, steps in library.step_words.items():
        texts |= {f"steps.toml: {page}.{entry}": f"{words.name} {words.about}" for entry, words in steps.items()}
    known: dict[str, Container[str]] = {"term": library.glossary, "met": PREDICATES, "unknown": PREDICATES}
    for where, text in texts.items():
        for function, name in used(text, where):
            if name not in known.get(function, library.facts):
                raise ContentError(where, name, problem=f"is asked for by {function}() and is not there")
        need_other_words(text, lambda name: library.facts[name].expires is not None, where)


def as_json(report: Report) -> str:
    """Return the report as JSON."""
    found = {"schema": 1, "findings": [asdict(item) for item in report.findings], "reading": _reading(report.reading)}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _reading(levels: Mapping[str, Reading]) -> dict[str, object]:
    """Return the grades of each section with one decimal."""

    def rounded(value: object) -> object:
        if isinstance(value, dict):
            return {name: rounded(inner) for name, inner in value.items()}
        return round(value, 1) if isinstance(value, float) else value

    sections = {section: rounded(asdict(found)) for section, found in levels.items()}
    return {
        "limit": HARDEST_SECTION,
        "median_limit": HARDEST_MIDDLE,
        "median": rounded(middle(levels)),
        "sections": sections,
    }


def as_text(report: Report, library: Library) -> str:
    """Return the findings, one a line, after a line that names the content, and the grades of each section."""
    head = f"Content {library.edition.version}, checked {newest_review(library)}: {len(report.findings)} findings"
    lines = (f"{item.kind}: {item.id}: {item.text}" for item in report.findings)
    return "\n".join((head, *lines, "", *table(report.reading))) + "\n"
