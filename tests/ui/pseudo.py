"""A language for tests only: English with accents, about 40 percent longer, with marks around what stands alone."""

import json
import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from her2guide.library.paths import resources

LANGUAGE = "qps"
ACCENTS = str.maketrans("AEIOUYNCSaeiouyncs", "ÅÉÎØÜÝÑÇŠáéîøüýñçš")
WORD = re.compile(r"[A-Za-z]+")
# What must stay as it is: templates, {names}, file patterns, marks of Markdown, markers of a page.
KEPT = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{\w*\}|\(\*\.\w+\)|^@[\w-]+$|^\|[-| ]+\|$)", re.MULTILINE | re.DOTALL)
NOT_WORDS = {
    "audience",
    "reviewed_by",
    "shelf",
    "sources",
    "status",
    "tag",
    "when",
    "file-name",
    "full_date",
    "month_date",
}


def _longer(found: re.Match[str]) -> str:
    """Return a word with accents, and 40 percent longer by its first vowel, or at its end without one."""
    word, more = found.group(), round(len(found.group()) * 0.45)
    place = next((place for place, letter in enumerate(word) if letter in "aeiou"), len(word) - 1)
    return (word[:place] + word[place] + word[place].lower() * more + word[place + 1 :]).translate(ACCENTS)


def longer(text: str) -> str:
    """Return text in the language; templates and {names} are kept."""
    pieces = KEPT.split(text)
    return "".join(piece if place % 2 else WORD.sub(_longer, piece) for place, piece in enumerate(pieces))


def marked(text: str) -> str:
    """Return a text that stands alone, with a mark at each end; neither may be lost."""
    return f"«{longer(text)}»" if text.strip() else text


def translated(value: Any, key: str = "", change: Callable[[str], str] = marked) -> Any:
    """Return a value of a content file with every text in it translated."""
    if key in NOT_WORDS:
        return value
    if isinstance(value, dict):
        return {name: translated(inner, name, change) for name, inner in value.items()}
    if isinstance(value, list):
        return [translated(inner, key, change) for inner in value]
    return change(value) if isinstance(value, str) else value


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(name)} = {_toml(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _tables(values: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(name)} = {_toml(value)}\n" for name, value in values.items())


def _page(text: str) -> str:
    _, head, body = text.split("+++\n", 2)
    return f"+++\n{_tables(translated(tomllib.loads(head)))}+++\n{longer(body)}"


def write(folder: Path) -> Path:
    """Write resources that hold this language beside English, and return their folder."""
    root = folder / "resources"
    english, ours = resources() / "locales" / "en", root / "locales" / LANGUAGE
    root.mkdir()
    (root / "content").symlink_to(resources() / "content", target_is_directory=True)
    for path in english.rglob("*.*"):
        goal = ours / path.relative_to(english)
        goal.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        if path.name == "locale.toml":
            made = text.replace('"English"', '"Pseudo"').replace('"published"', '"draft"')
        else:
            made = _tables(translated(tomllib.loads(text))) if path.suffix == ".toml" else _page(text)
        goal.write_text(made, encoding="utf-8")
    return root
