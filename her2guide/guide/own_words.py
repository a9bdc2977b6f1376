"""Our own sentences. What a person typed, other people's titles and the names of programs are not ours."""

import re
from collections.abc import Iterator
from functools import lru_cache

from her2guide.guide.document import Block, Line, Role, Section, Steps, lines_of
from her2guide.library.library import Library

_TEMPLATE = re.compile(r"\{\{.*?\}\}")


def own_words(line: Line) -> str:
    """Return the words of a line that are ours: what the person typed is left out."""
    return "".join(span.text for span in line if span.role is not Role.TYPED)


def own_blocks(section: Section) -> Iterator[Block]:
    """Yield the blocks that hold our sentences: the titles in the list of sources are other people's."""
    for block in section.blocks:
        if not (section.id == "sources" and isinstance(block, Steps)):
            yield block


def own_text(section: Section, library: Library) -> str:
    """Return everything we say on a page, one line for each paragraph, item and cell.

    What programs call themselves, and their addresses, are not our words.
    """
    lines = (own_words(each) for block in own_blocks(section) for each in lines_of(block))
    return _names_of_programs(library).sub("", "\n".join((section.title, *lines)))


def loose_texts(library: Library) -> dict[str, str]:
    """Return our texts that stand in no file of a page, by where they stand: labels, questions, signs, words, names."""
    found = {f"ui.toml: {key}": text for key, text in library.words.items()}
    found |= {f"asks.toml: {key}": item.text for key, item in library.ask_words.items()}
    found |= {f"red_flags.toml: {key}": _TEMPLATE.sub("", item.text) for key, item in library.red_flag_words.items()}
    found |= {
        f"glossary: {key}": f"{item.word}\n{item.short}\n{item.meaning}" for key, item in library.glossary.items()
    }
    found |= {f"names.toml: {key}": item.name for key, item in library.topic_names.items()}
    found |= {f"names.toml: {key}": f"{item.name}\n{item.generic}" for key, item in library.medicine_names.items()}
    found |= {f"checks.toml: {key}": _TEMPLATE.sub("", text) for key, text in library.check_words.texts().items()}
    found |= {f"evidence.toml: {key}": _TEMPLATE.sub("", text) for key, text in library.evidence_words.texts.items()}
    for entry, prompt in library.prompts.items():
        found[f"prompts.toml: {entry}"] = "\n".join(prompt.texts)
    for key, way in library.way_words.items():
        found[f"ways.toml: {key}"] = _TEMPLATE.sub("", "\n".join((*way.texts, way.use)))
    for page, steps in library.step_words.items():
        found |= {f"steps.toml: {page}.{key}": f"{item.about}\n{item.ask}" for key, item in steps.items()}
    for key, words in library.program_words.items():
        found[f"programs: {key}"] = "\n".join((words.does, words.call, *words.ready))
    return found


@lru_cache(maxsize=4)
def _names_of_programs(library: Library) -> re.Pattern[str]:
    names = {words.name for words in library.program_words.values()}
    names |= {program.address for program in library.programs.values() if program.address}
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))
