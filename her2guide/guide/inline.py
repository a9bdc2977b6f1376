"""One line of content, such as a sign, a question or a name: a small template whose facts and words are known."""

from functools import lru_cache

from her2guide.guide.document import Line, Paragraph
from her2guide.guide.markup import blocks
from her2guide.guide.templates import render
from her2guide.guide.voice import Voice
from her2guide.library.errors import ContentError
from her2guide.library.library import Library


@lru_cache(maxsize=1024)  # a guide has about a hundred such lines, and each stands in several places
def inline(text: str, library: Library, where: str) -> Line:
    """Return the words of one line. Raises `ContentError` naming `where` for anything but a line of words.

    It depends on no person, so no figure from a study may stand in it.
    """
    voice = Voice(library, numbers=False, survival=False, where=where)
    match blocks(render(text, voice, {}, where), voice, where):
        case (Paragraph(words),):
            return words
    raise ContentError(where, problem="must be one line of words")


def inline_word(key: str, library: Library) -> Line:
    """Return words of `ui.toml` that print a fact or explain a word, as a line that carries it."""
    return inline(library.word(key), library, f"ui.toml: {key}")
