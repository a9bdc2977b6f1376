"""What the first guide needs, got ready in small steps while the person still reads and answers."""

from collections.abc import Iterator
from importlib import import_module

from her2guide.library.library import Library

_MODULES = ("markdown_it", "markdown_it.tree", "jinja2", "her2guide.guide.markup", "her2guide.guide.build")
_CONTENT = (
    "sources", "facts", "topics", "evidence", "programs", "asks", "steps", "checks",
    "evidence_words", "program_words", "ask_words", "check_words", "step_words", "glossary", "medicine_names",
    "topic_names", "ways", "way_words",
)  # fmt: skip


def ahead(library: Library) -> Iterator[None]:
    """Take one step at each turn: import a module, read a file of content, or read a page and compile its template.

    Nothing depends on these steps: a guide made before the last of them is the same and takes longer. Raises
    `ContentError` as the guide would.
    """
    for name in _MODULES:
        import_module(name)
        yield
    for part in _CONTENT:
        getattr(library, part)
        yield
    from her2guide.guide.templates import compiled

    for file in library.files():
        compiled(file.body, file.file)
        yield
