"""The prompts: one for every part of a guide, in our own plain words, no older than the page it stands by."""

from pathlib import Path
from shutil import copytree

import pytest

from her2guide.library.claims import forbidden_claims
from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from her2guide.library.order import RESULT, SECTIONS, TOLD
from her2guide.library.paths import resources
from her2guide.model.terms import Her2Category
from her2guide.reading_level import HARDEST_SECTION, indices

LIBRARY = Library()
PROMPTS = LIBRARY.prompts


def pages_of(section: str) -> list:
    if section in (RESULT, TOLD):
        return [LIBRARY.result_file(category) for category in Her2Category]
    return [LIBRARY.section_file(section)]


def test_every_part_that_a_guide_can_have_has_a_prompt_and_nothing_else_has() -> None:
    assert set(PROMPTS) == {RESULT, TOLD, *SECTIONS, *LIBRARY.topics}


@pytest.mark.parametrize("section", PROMPTS)
def test_a_prompt_says_asks_and_tells_what_to_listen_for(section: str) -> None:
    prompt = PROMPTS[section]
    assert prompt.ask.endswith("?")
    assert 1 <= len(prompt.mistakes) <= 3
    assert len(prompt.cost) <= 3
    assert all(text == text.strip() and text[-1] in ".?" for text in prompt.texts)
    assert all(text.endswith("?") for text in prompt.cost)
    assert len({*prompt.texts}) == len(prompt.texts)


@pytest.mark.parametrize("section", PROMPTS)
def test_a_prompt_is_short_and_no_harder_to_read_than_a_page(section: str) -> None:
    prompt = PROMPTS[section]
    assert sum(len(text.split()) for text in prompt.texts) <= 120
    assert indices("\n".join(prompt.texts)).flesch_kincaid <= HARDEST_SECTION


@pytest.mark.parametrize("section", PROMPTS)
def test_a_prompt_makes_no_claim_and_is_plain_text(section: str) -> None:
    for text in PROMPTS[section].texts:
        assert forbidden_claims(text) == ()
        assert not set(text) & set("<>{}*_[]#`")


@pytest.mark.parametrize("section", PROMPTS)
def test_a_prompt_names_sources_of_its_page_and_is_due_no_later(section: str) -> None:
    pages, prompt = pages_of(section), PROMPTS[section]
    known = {source for page in pages for source in page.head.sources}
    assert set(prompt.sources) <= known | {"daiichi-enhertu-destiny-breast06"}
    assert prompt.due <= min(page.head.due for page in pages)
    assert prompt.checked < prompt.due


def test_a_prompt_by_a_medicine_a_side_effect_or_the_lungs_names_a_source() -> None:
    without = {section for section, prompt in PROMPTS.items() if not prompt.sources}
    stating = {section for section in PROMPTS for page in pages_of(section) if page.head.sources}
    shelf = {section: pages_of(section)[0].head.shelf for section in stating}
    assert {section for section in stating & without if shelf[section] == "medicine"} == set()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[lungs]", "[lungz]", "lungs: is missing"),
        ("[your-result]\nsay", "[your-result]\nsays", "says"),
        ('sources = ["nci-hair"]', 'sources = ["nci-hare"]', "names nci-hare, which is not there"),
        ("due = 2028-11-23", 'due = "soon"', "due"),
    ],
)
def test_a_prompt_that_cannot_be_used_is_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    copytree(resources(), tmp_path / "resources")
    file = tmp_path / "resources/locales/en/prompts.toml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=problem) as raised:
        _ = Library(root=tmp_path / "resources").prompts
    assert "prompts.toml" in str(raised.value)
