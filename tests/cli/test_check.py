"""`her2guide check` reads every branch of every page, and every page as people get it."""

import json
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from her2guide.check import Report, as_json, as_text, examine, findings, hard_to_read
from her2guide.library.errors import ContentError
from her2guide.library.library import Library, languages
from her2guide.library.order import SECTIONS
from her2guide.library.paths import resources
from her2guide.reading_level import Indices, Level, Reading
from tests.content.grades import grades

pytestmark = pytest.mark.xdist_group("content")  # reads the same guides


@cache
def report() -> Report:
    return examine(Library(), None)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ('{{ fact("no.such") }}', r"lungs\.md: no\.such: is asked for by fact\(\) and is not there"),
        ('{{ term("no-such") }}', r"lungs\.md: no-such: is asked for by term\(\) and is not there"),
        ('{{ checked("no.such") }}', r"lungs\.md: no\.such: is asked for by checked\(\) and is not there"),
        ("{{ 7 * 7 }}", r"lungs\.md: line \d+ uses Mul, which templates may not use"),
    ],
)
def test_a_branch_nobody_took_yet_is_checked_too(tmp_path: Path, asked: str, message: str) -> None:
    for part in ("content", "locales"):
        shutil.copytree(resources() / part, tmp_path / "resources" / part)
    page = tmp_path / "resources/locales/en/sections/lungs.md"
    page.write_text(page.read_text() + f'\n{{% if category == "nobody" %}}\n{asked}\n{{% endif %}}\n')
    with pytest.raises(ContentError, match=message):
        findings(Library(root=tmp_path / "resources"), None)


HARD = (
    "Individuals experiencing progressive respiratory symptomatology during administration necessitate immediate "
    "multidisciplinary evaluation, notwithstanding alternative explanations, considering occasional deterioration."
)


NOBODYS_WORD = '\n[nobodys-word]\nword = "Nowhere"\nmeaning = "A word that stands on no page."\n'


def copied(to: Path) -> Path:
    for part in ("content", "locales"):
        shutil.copytree(resources() / part, to / part)
    return to


def kinds(root: Path) -> dict[str, list[str]]:
    languages.cache_clear()  # the folder has changed since
    found: dict[str, list[str]] = {}
    for item in findings(Library(root=root), None):
        found.setdefault(item.kind, []).append(item.id)
    return found


def test_a_fact_and_a_source_that_nothing_names_are_found(tmp_path: Path) -> None:
    root = copied(tmp_path / "resources")
    assert "unused" not in kinds(root)
    for file, entry in (("facts/effects.toml", "nobody.asks"), ("sources/effects.toml", "nobody-cites")):
        path = root / "content" / file
        first, _, rest = path.read_text(encoding="utf-8").partition("\n[")
        name, _, body = rest.partition("]\n")
        body = body.split("\n[")[0]
        path.write_text(
            f'{first}\n[{name}]\n{rest.partition("]" + chr(10))[2]}\n["{entry}"]\n{body}\n', encoding="utf-8"
        )
    assert kinds(root)["unused"] == ["nobody.asks", "nobody-cites"]


def test_a_draft_and_what_a_published_language_lacks_are_found(tmp_path: Path) -> None:
    root = copied(tmp_path / "resources")
    assert "language" not in kinds(root)
    other = root / "locales" / "xx"
    shutil.copytree(root / "locales" / "en", other)
    locale = (other / "locale.toml").read_text(encoding="utf-8")
    (other / "locale.toml").write_text(locale.replace('"published"', '"draft"'), encoding="utf-8")
    (other / "sections" / "lungs.md").unlink()
    assert kinds(root)["language"] == ["xx"]
    (other / "locale.toml").write_text(locale, encoding="utf-8")
    words = (other / "ui.toml").read_text(encoding="utf-8")
    (other / "ui.toml").write_text(words.replace('call-list = "My call list"', ""), encoding="utf-8")
    assert kinds(root)["language"] == ["xx/sections/lungs.md", "xx/ui.toml: programs.call-list"]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return what is found, by kind, where a page is hard, one claims; a page, a question and a word are for nobody."""
    root = tmp_path_factory.mktemp("broken") / "resources"
    for part in ("content", "locales"):
        shutil.copytree(resources() / part, root / part)
    never = 'when = { all = ["said-in-situ", "advanced"] }\n'
    for file, change in (
        ("locales/en/sections/lungs.md", lambda text: text + f"\n{HARD}\n" * 12),
        ("locales/en/sections/call-now.md", lambda text: f"{text}\nYou qualify for Enhertu.\n"),
        ("locales/en/sections/about.md", lambda text: text.replace("shelf =", f"{never}shelf =", 1)),
        ("locales/en/glossary/testing.toml", lambda text: text + NOBODYS_WORD),
        ("content/asks.toml", lambda text: text.replace('when = { all = ["category-unknown"] }\n', never, 1)),
    ):
        path = root / file
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    found: dict[str, list[str]] = {}
    for item in examine(Library(root=root), None).findings:
        found.setdefault(item.kind, []).append(item.id)
    return found


def test_today_every_page_reaches_someone_is_easy_enough_and_claims_nothing() -> None:
    kinds = {item.kind for item in report().findings}
    assert not kinds & {"unreachable", "hard-to-read", "forbidden-claim"}


def test_the_grades_of_every_section_are_told_by_four_formulas_masked_and_as_written() -> None:
    reading = json.loads(as_json(report()))["reading"]
    assert set(reading["sections"]) == {"your-result", "told", *SECTIONS, *Library().topics}
    assert (reading["limit"], reading["median_limit"]) == (8.0, 6.0)
    for section in reading["sections"].values():
        assert section["versions"] > 0
        for over in ("worst", "median"):
            assert section[over]["words"] > 0
            for names in ("as_written", "masked"):
                assert set(section[over][names]) == {"flesch_kincaid", "smog", "coleman_liau", "gunning_fog"}


def test_what_is_told_to_a_person_names_every_section_and_the_median() -> None:
    shown = as_text(report(), Library()).split("\n")
    for section in report().reading:
        assert any(line.startswith(f"{section} ") for line in shown)
    assert shown[-2].startswith("median of sections")


def test_the_made_up_people_of_the_check_find_each_page_less_than_one_grade_easier_than_everyone_does() -> None:
    for section, over_everyone in grades().items():
        here, there = report().reading[section].worst.as_written, over_everyone.worst.as_written
        assert there.flesch_kincaid - here.flesch_kincaid < 1, section


def test_when_most_pages_are_hard_the_median_is_found_too() -> None:
    hard = Reading(1, *(Level(Indices(7.0, 7.0, 7.0, 7.0), Indices(3.0, 3.0, 3.0, 3.0), 100),) * 2)
    easy = replace(hard, worst=hard.median.__class__(hard.worst.masked, hard.worst.masked, 100))
    assert [item.id for item in hard_to_read({"lungs": hard, "about": hard, "sources": easy})] == ["median"]
    assert not [*hard_to_read({"lungs": hard, "about": easy, "sources": easy})]


def test_a_hard_page_is_found(broken: dict[str, list[str]]) -> None:
    assert broken["hard-to-read"] == ["lungs"]


def test_a_claim_is_found(broken: dict[str, list[str]]) -> None:
    assert broken["forbidden-claim"] == ["call-now"]


def test_a_medical_word_that_stands_on_no_page_is_found(broken: dict[str, list[str]]) -> None:
    assert "nobodys-word" in broken["unused"]
    assert "her2-low" not in broken["unused"]


def test_a_page_and_a_question_that_nobody_gets_are_found(broken: dict[str, list[str]]) -> None:
    assert broken["unreachable"] == ["about", "unknown-find-result"]
