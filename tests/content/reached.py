"""What is written and whether anyone gets it. `python -m tests.content.reached` writes `not_yet.toml` anew.

`not_yet.toml` lists what reaches nobody yet, and medical words that stand on a page without their explanation. It may
only grow shorter: the tests fail for anything that is not in it.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from her2guide import readers
from her2guide.guide.build import build_guide
from her2guide.guide.document import (
    AskList,
    Bullets,
    Callout,
    Paragraph,
    Role,
    Section,
    Steps,
    lines_of,
    plain,
    spans_of,
)
from her2guide.library.order import PARTS, SECTIONS
from her2guide.model.answers import Answers, Her2Result
from tests.content.rendered import LIBRARY, TODAY, pages
from tests.content.test_every_guide import GLOSSES
from tests.programs.people import PEOPLE, answers_of

NOT_YET = Path(__file__).with_name("not_yet.toml")
WORDS = LIBRARY.root / "locales" / "en"
CONTENT = LIBRARY.root / "content"
OTHERWISE = {  # the window's, the program's and the counselor's own words
    "ui.toml",
    "locale.toml",
    "questions.toml",
    "names.toml",
    "prompts.toml",
}
IN_THE_WINDOW = re.compile(r"checks\.toml: (?:point\..*\.choose$|choice\.|again\.)")  # what the paper form leaves out
HOLE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\w+\}|\*\*|^@[\w-]+$|^#+ |^\d+\. |^[-|>] |\|", re.DOTALL | re.MULTILINE)

# Lists of other people's titles, the words themselves, and page one, which repeats what the person told.
ELSEWHERE = {"sources", "word-list", "your-result", "told"}


@cache
def shown() -> tuple[Section, ...]:
    """Return every page as someone can get it; the people of the check and of the programs add lists within pages.

    One more typed the numbers of a gene test, which stand with what they mean.
    """
    typed = Answers(her2=Her2Result(ish_ratio="4.1", copy_number="9.8"))
    guides = [build_guide(said, LIBRARY, TODAY) for said in (typed, *map(answers_of, PEOPLE.values()))]
    inner = (section for guide in guides for section in guide.document.sections)
    return tuple(dict.fromkeys((*pages(), *readers.pages(LIBRARY, TODAY), *inner)))


@cache
def everything() -> str:
    """Return all words of all pages, with what is said in parentheses at a word's first use and without it."""
    lines = {plain(each) for page in shown() for block in page.blocks for each in lines_of(block)}
    return "\n".join((*lines, *{GLOSSES.sub("", each) for each in lines}, *{page.title for page in shown()}))


@cache
def targets(role: Role) -> frozenset[str]:
    """Return the ids that spans of a role name on any page."""
    return frozenset(span.target for page in shown() for span in spans_of(page.blocks) if span.role is role)


def strings(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in a table of TOML, with the keys that lead to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, path)


def is_said(text: str) -> bool:
    """Return whether the longest run of plain words in a template is on some page."""
    runs = [run.strip() for run in HOLE.sub("\n", text).split("\n")]
    return max(runs, key=len).rstrip(".") in everything()


def unread_words() -> list[str]:
    """Return the words of tables (signs, questions, steps and whatever is added) that stand on nobody's page."""
    found = {}
    for path in sorted(WORDS.glob("*.toml")):
        if path.name not in OTHERWISE:
            read = tomllib.loads(path.read_text(encoding="utf-8"))
            found |= {f"{path.name}: {key}": text for key, text in strings(read)}
    return [key for key, text in found.items() if not IN_THE_WINDOW.match(key) and not is_said(text)]


def unprinted_facts() -> list[str]:
    """Return the facts that no page prints and nothing else rests on."""
    named = {topic.approved for topic in LIBRARY.topics.values()}
    named |= {item.boxed_warning for item in LIBRARY.treatments.values()}
    named |= {fact for flag in LIBRARY.red_flags.values() for fact in flag.facts}
    return sorted(set(LIBRARY.facts) - targets(Role.FACT) - named)


def unreached() -> dict[str, list[str]]:
    """Return by kind what reaches nobody."""
    programs = {entry for entry, words in LIBRARY.program_words.items() if words.name not in everything()}
    return {
        "sections": sorted({"your-result", *SECTIONS, *LIBRARY.topics} - {page.id for page in shown()}),
        "parts": [
            part for part in PARTS if not any(is_said(line) for line in LIBRARY.part_file(part).body.split("\n"))
        ],
        "glossary": sorted(set(LIBRARY.glossary) - targets(Role.TERM)),
        "facts": unprinted_facts(),
        "programs": sorted(programs),
        "words": unread_words(),
    }


def unexplained(section: Section) -> set[str]:
    """Return the medical words that stand in the sentences of a page and are explained nowhere on it."""
    prose = [block for block in section.blocks if isinstance(block, Paragraph | Bullets | Steps | Callout | AskList)]
    explained = {span.target for span in spans_of(section.blocks) if span.role is Role.TERM}
    text = "\n".join(
        "".join("\n" if span.role in (Role.TERM, Role.TYPED) else span.text for span in each)
        for block in prose
        for each in lines_of(block)
    )
    small = text.lower()
    return {
        term
        for term, (word, looks) in terms().items()
        if term not in explained and word in small and looks.search(text)
    }


@cache
def terms() -> dict[str, tuple[str, re.Pattern[str]]]:
    """Return each medical word in small letters, and how it looks in a sentence."""
    wanted = {entry: item.word.lower() for entry, item in LIBRARY.glossary.items() if not item.everyday}
    return {
        entry: (word, re.compile(rf"(?<![\w-]){re.escape(word)}s?(?![\w-])", re.IGNORECASE))
        for entry, word in wanted.items()
    }


@cache
def unexplained_by_section() -> dict[str, list[str]]:
    """Return the medical words that a page leaves unexplained, by section."""
    found: dict[str, set[str]] = {}
    for page in shown():
        if page.id not in ELSEWHERE and (words := unexplained(page)):
            found.setdefault(page.id, set()).update(words)
    return {section: sorted(words) for section, words in sorted(found.items())}


def main() -> None:
    """Write down what is not yet reached or explained."""
    lines = [
        "# What reaches nobody yet, and words not yet explained where they stand. Written by tests/content/reached.py."
    ]
    for table, found in (("unreached", unreached()), ("unexplained", unexplained_by_section())):
        lines.append(f"\n[{table}]")
        lines += [f"{key} = {_listed(values)}" for key, values in found.items() if values]
    NOT_YET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _listed(values: list[str]) -> str:
    return "[\n" + "".join(f'    "{value}",\n' for value in values) + "]"


if __name__ == "__main__":
    main()
