"""Figures come from facts: no digit is typed into a sentence, but for names and a little furniture."""

import re

import pytest

from her2guide.library.library import Library

LIBRARY = Library()

# Names of things, also of paper, the IHC scores as reports print them, and the emergency number.
FURNITURE = (
    r"HER2(/neu)?", r"ERBB2", r"CDK4/6", r"TROP2", r"PD-L?1", r"T-DM1", r"BRCA[12]", r"ESR1", r"PIK3CA", r"AKT1",
    r"\b[123]\+", r"(?<![\w.+-])0(?!\.?[\w%])", r"\b911\b", r"\b988\b",
    r"(DESTINY-Breast|TROPION-Breast)\d\d", r"\bevery 100\b", r"her2guide", r"\bA4\b",
)  # fmt: skip
ALLOWED = re.compile("|".join(FURNITURE))
TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|^@[\w-]+$", re.DOTALL | re.MULTILINE)
LIST_MARKER = re.compile(r"^\d\. ", re.MULTILINE)


def sentences() -> dict[str, str]:
    """Return every text a person may read, by where it stands."""
    heads = {page: (page.head.title, page.head.title_printed, page.head.title_discreet) for page in LIBRARY.files()}
    found = {page.file: "\n".join((*titles, page.body)) for page, titles in heads.items()}
    found |= {f"ui.toml: {key}": text for key, text in LIBRARY.words.items()}
    found |= {f"asks.toml: {key}": item.text for key, item in LIBRARY.ask_words.items()}
    found |= {f"checks.toml: {key}": text for key, text in LIBRARY.check_words.texts().items()}
    found |= {f"red_flags.toml: {key}": item.text for key, item in LIBRARY.red_flag_words.items()}
    found |= {f"glossary: {key}": f"{item.word}\n{item.meaning}" for key, item in LIBRARY.glossary.items()}
    found |= {f"names.toml: {key}": item.name for key, item in LIBRARY.topic_names.items()}
    found |= {f"prompts.toml: {key}": "\n".join(item.texts) for key, item in LIBRARY.prompts.items()}
    found |= {f"evidence.toml: {key}": text for key, text in LIBRARY.evidence_words.texts.items()}
    found |= {f"ways.toml: {key}": "\n".join(item.texts) for key, item in LIBRARY.way_words.items()}
    found |= {
        f"steps.toml: {page}.{key}": f"{item.name}\n{item.about}\n{item.ask}"
        for page, steps in LIBRARY.step_words.items()
        for key, item in steps.items()
    }
    found |= {
        f"programs: {key}": "\n".join((item.does, item.call, *item.ready))
        for key, item in LIBRARY.program_words.items()
    }
    return found


def typed_digits(text: str) -> list[str]:
    """Return the digits typed into `text`, after templates, list markers and furniture."""
    left = ALLOWED.sub("", LIST_MARKER.sub("", TEMPLATE.sub("", text)))
    return re.findall(r"\S*\d\S*", left)


@pytest.mark.parametrize("place", sentences())
def test_no_digit_is_typed_into_a_sentence(place: str) -> None:
    assert typed_digits(sentences()[place]) == []


@pytest.mark.parametrize(
    "text", ["about 12 in 100", "in 2025", "100.4 F", "7 months", "HER20", "10+", "90%", "0.7", "1-833"]
)
def test_the_check_sees_a_typed_figure(text: str) -> None:
    assert typed_digits(text)


@pytest.mark.parametrize(
    "text", ["IHC 0, 1+, 2+ or 3+", "1. First", "call 911", "CDK4/6", "DESTINY-Breast06", '{{ fact("a.1") }}']
)
def test_names_scores_and_facts_are_no_typed_figures(text: str) -> None:
    assert typed_digits(text) == []
