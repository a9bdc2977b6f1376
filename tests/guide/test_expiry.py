"""A figure of a year hides itself after its day, and other words stand ready in its place."""

import shutil
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from her2guide.check import findings
from her2guide.guide.templates import VARIABLES, render
from her2guide.guide.voice import Voice
from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from her2guide.library.paths import resources
from her2guide.library.records import Fact, FactKind, Show

VALUES: dict[str, str | bool] = dict.fromkeys(VARIABLES, "")
LAST = date(2026, 12, 31)
NEXT = date(2027, 12, 31)
CHOICE = (
    '{% if current("this", "next") %}{{ fact("this") }} now, {{ fact("next") }} in {{ year("next") }}'
    '{% elif current("next") %}{{ fact("next") }}{% else %}Ask your plan.{% endif %}'
)


def limit(value: str, year: int) -> Fact:
    day = date(year, 12, 31)
    return Fact(
        value=value, unit="dollars", kind=FactKind.MONEY, population="p", show=Show.YES, source="s",
        checked=date(2026, 11, 23), due=min(day, date(2027, 5, 23)), year=year, expires=day,
    )  # fmt: skip


@pytest.fixture
def library() -> Library:
    found = Library()
    found.__dict__["facts"] = MappingProxyType({**found.facts, "this": limit("$1", 2026), "next": limit("$2", 2027)})
    return found


def said(library: Library, text: str, today: date | None) -> str:
    voice = Voice(library, numbers=False, survival=False, where="page.md", today=today)
    return "".join(span.text for span in voice.line(render(text, voice, VALUES, "page.md")))


def test_a_figure_is_printed_up_to_its_last_day_and_then_the_next_one_and_then_whom_to_ask(library: Library) -> None:
    assert said(library, CHOICE, LAST) == "$1 now, $2 in 2027"
    assert said(library, CHOICE, LAST + timedelta(days=1)) == "$2"
    assert said(library, CHOICE, NEXT) == "$2"
    assert said(library, CHOICE, NEXT + timedelta(days=1)) == "Ask your plan."


def test_where_no_day_is_known_nothing_that_expires_is_printed(library: Library) -> None:
    assert said(library, CHOICE, None) == "Ask your plan."


@pytest.mark.parametrize(
    "text",
    [
        '{{ fact("this") }}',
        '{% if numbers %}{{ fact("this") }}{% else %}Ask.{% endif %}',
        '{% if current("next") %}{{ fact("this") }}{% else %}Ask.{% endif %}',
        '{% if current("this") %}Now.{% else %}Then it was {{ fact("this") }}.{% endif %}',
        '{% if current("this") %}Now.{% elif numbers %}{{ fact("this") }}{% else %}Ask.{% endif %}',
    ],
)
def test_a_figure_that_expires_is_refused_where_nothing_asks_for_its_day(library: Library, text: str) -> None:
    for today in (LAST, NEXT):
        with pytest.raises(ContentError, match=r"^page\.md: this: expires"):
            said(library, text, today)


@pytest.mark.parametrize(
    "text",
    [
        '{% if current("this") %}{{ fact("this") }}{% endif %}',
        '{% if current("this") %}{{ fact("this") }}{% else %} {% endif %}',
        '{% if current("this") %}{{ fact("this") }}{% elif current("next") %}{{ fact("next") }}{% endif %}',
        '{% if numbers %}Now.{% elif current("this") %}{{ fact("this") }}{% endif %}',
    ],
)
def test_a_sentence_without_another_for_later_is_refused(library: Library, text: str) -> None:
    with pytest.raises(ContentError, match=r"page\.md: line 1 asks current\(\) and has no words after an else"):
        said(library, text, LAST)


@pytest.mark.parametrize(
    "text", ['{{ current("this") }}', '{% if numbers and current("this") %}a{% else %}b{% endif %}']
)
def test_the_day_can_only_be_asked_alone(library: Library, text: str) -> None:
    with pytest.raises(ContentError, match=r"page\.md: line 1 may use current\(\) only alone"):
        said(library, text, LAST)


def test_the_day_of_a_fact_that_never_expires_is_not_asked(library: Library) -> None:
    with pytest.raises(ContentError, match="never expires"):
        said(library, '{% if current("her2.low.def") %}a{% else %}b{% endif %}', LAST)


def test_a_year_is_printed_only_for_a_fact_that_holds_for_one(library: Library) -> None:
    assert said(library, '{{ year("this") }}', LAST) == "2026"
    with pytest.raises(ContentError, match="holds for no one year"):
        said(library, '{{ year("her2.low.def") }}', LAST)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("{% else %}", "{% elif numbers %}", "has no words after an else"),
        ('{{ fact("money.partb.share") }}', '{{ fact("money.partb.deductible.2026") }}', "expires: print it after"),
    ],
)
def test_a_page_that_forgets_the_words_for_later_is_refused_when_it_is_read(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    root = tmp_path / "resources"
    for part in ("content", "locales"):
        shutil.copytree(resources() / part, root / part)
    page = root / "locales/en/sections/paying-medicare.md"
    head, mark, deductible = page.read_text(encoding="utf-8").rpartition("## The deductible")
    broken = (head.replace(old, new), deductible.replace(old, new))
    assert broken != (head, deductible)
    page.write_text(mark.join(broken), encoding="utf-8")
    with pytest.raises(ContentError, match=rf"paying-medicare\.md: .*{problem}"):
        findings(Library(root=root), None)
