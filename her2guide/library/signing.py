"""Signatures of clinicians: each is for the very words that were read, so a changed sentence voids it.

A page carries its signature in its front matter, a file of words (`asks.toml` and the like) in `reviews.toml` of its
language. What was read is kept as a mark: the first 16 hex digits of a SHA-256. The mark of a page covers its titles,
its text, the shared parts in it, the value of every fact and the meaning of every medical word it may print; that of a
file of words covers the whole file.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from her2guide.library import loader
from her2guide.library.order import PARTS

if TYPE_CHECKING:
    from her2guide.library.library import Library
    from her2guide.library.records import SectionFile

REVIEWS = "reviews.toml"
_NOT_WORDS = ("locale.toml", REVIEWS)
_CALL = re.compile(r"\b(fact|in_words|term)\(\"([^\"]+)\"")
_LENGTH = 16


def page_signer(page: "SectionFile", library: "Library") -> str:
    """Return who signed a page, or "" when nobody did or its words have changed since."""
    head = page.head
    return head.reviewed_by if head.reviewed_by and head.reviewed_mark == page_mark(page, library) else ""


def file_signer(path: Path, library: "Library") -> str:
    """Return who signed a file of words, or "" when nobody did or it has changed since."""
    signature = library.reviews.get(file_name(path, library))
    return signature.reviewed_by if signature and signature.reviewed_mark == file_mark(path) else ""


def file_name(path: Path, library: "Library") -> str:
    """Return what `reviews.toml` calls a file of words: its path in the language's folder."""
    return path.relative_to(library.folder).as_posix()


def page_mark(page: "SectionFile", library: "Library") -> str:
    """Return the mark of a page as it stands. Raises `ContentError` for a part that cannot be read."""
    return _mark(_read_on(page, library))


def file_mark(path: Path) -> str:
    """Return the mark of a file of words. Raises `ContentError` for a file that cannot be read."""
    return _mark([loader.read_text(path)])


def word_files(locale: Path) -> tuple[Path, ...]:
    """Return the files of a language that hold words for people, beside its pages."""
    return tuple(path for path in sorted(locale.rglob("*.toml")) if path.name not in _NOT_WORDS)


def _read_on(page: "SectionFile", library: "Library") -> Iterator[str]:
    """Yield everything a reader of the page meets: its own text, and what stands behind it."""
    yield from (page.head.title, page.head.title_printed, page.head.title_discreet, page.body)
    for kind, name in sorted(set(_CALL.findall(page.body))):
        if kind in ("fact", "in_words") and name in library.facts:
            yield library.facts[name].value
        elif kind == "term" and name in library.glossary:
            term = library.glossary[name]
            yield f"{term.word} ({term.short}): {term.meaning}" if term.short else f"{term.word}: {term.meaning}"
    for part in PARTS:
        if f"@{part}" in page.body.splitlines():
            yield from _read_on(library.part_file(part), library)


def _mark(texts: Iterator[str] | list[str]) -> str:
    import hashlib  # brings OpenSSL; without any signature nobody needs it

    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:_LENGTH]
