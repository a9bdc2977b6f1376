"""Templates say only what docs/writing.md lists."""

import pytest

from her2guide.guide.templates import VARIABLES, render
from her2guide.guide.voice import Voice
from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from her2guide.model.answers import Answers
from her2guide.model.profile import profile
from her2guide.model.terms import Setting

VALUES: dict[str, str | bool] = dict.fromkeys(VARIABLES, "")


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def voice(library: Library, *, numbers: bool = False, survival: bool = False) -> Voice:
    return Voice(library, numbers=numbers, survival=survival, where="page.md")


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7 * 7 }}",
        "{{ ''.__class__ }}",
        "{{ fact.__globals__ }}",
        "{{ fact('a')|upper }}",
        "{{ fact(category) }}",
        "{{ cycler() }}",
        "{{ fact(id='her2.low.def') }}",
        "{% for x in 'abc' %}{{ x }}{% endfor %}",
        "{% set x = 1 %}",
        "{% include 'other' %}",
        "{% macro m() %}{% endmacro %}",
        "{{ range(9) }}",
        "{{ answers }}",
        "{{ numbers.real }}",
        "{{ category[0] }}",
        "{% if numbers %}",
        "{{ 'a' ~ 'b' }}",
        "{{ loop }}",
        "{{ fact }}",
        "{{ fact() }}",
        '{{ fact("a", "b") }}',
        '{{ fact(*["her2.low.def"]) }}',
        '{{ fact(**{"fact_id": "her2.low.def"}) }}',
        "{{ term(1) }}",
        '{{ term("her2", "a", "b") }}',
        '{{ year("a", "b") }}',
        "{% if current() %}a{% else %}b{% endif %}",
        "{% if current(category) %}a{% else %}b{% endif %}",
        '{% if met("advanced", "in-situ") %}a{% endif %}',
    ],
)
def test_a_template_that_uses_anything_else_is_refused_by_name(library: Library, text: str) -> None:
    with pytest.raises(ContentError, match=r"^page\.md: "):
        render(text, voice(library), VALUES, "page.md")


def test_a_missing_value_stops_the_build(library: Library) -> None:
    with pytest.raises(ContentError, match="cannot be filled in"):
        render("{{ category }}", voice(library), {}, "page.md")


def test_conditions_compare_with_texts(library: Library) -> None:
    text = '{% if category in ["low", "null"] and not numbers %}words{% elif numbers %}figures{% else %}none{% endif %}'
    assert render(text, voice(library), {**VALUES, "category": "low", "numbers": False}, "page.md") == "words"
    assert render(text, voice(library), {**VALUES, "category": "x", "numbers": True}, "page.md") == "figures"
    assert render(text, voice(library), {**VALUES, "category": "x", "numbers": False}, "page.md") == "none"


def test_a_fact_that_does_not_exist_is_refused(library: Library) -> None:
    with pytest.raises(ContentError, match=r"page\.md: no\.such\.fact"):
        render('{{ fact("no.such.fact") }}', voice(library), VALUES, "page.md")


def test_a_word_that_is_not_in_the_glossary_is_refused(library: Library) -> None:
    with pytest.raises(ContentError, match=r"page\.md: no-such-word: is not in the glossary"):
        render('{{ term("no-such-word") }}', voice(library), VALUES, "page.md")


def test_a_number_from_a_study_is_refused_when_numbers_are_off(library: Library) -> None:
    text = '{{ fact("db06.pfs.low.tdxd") }}'
    assert render(text, voice(library, numbers=True), VALUES, "page.md")
    with pytest.raises(ContentError, match="numbers are off"):
        render(text, voice(library), VALUES, "page.md")


def test_a_number_from_a_study_may_be_told_in_words_when_numbers_are_off(library: Library) -> None:
    speaker = voice(library)
    text = render('It took {{ in_words("db06.pfs.low.tdxd", "longer") }}.', speaker, VALUES, "page.md")
    assert [(span.text, span.target) for span in speaker.line(text)] == [
        ("It took ", ""),
        ("longer", "db06.pfs.low.tdxd"),
        (".", ""),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{{ in_words("db06.pfs.low.tdxd", "over 13 months") }}', "in words, without a number: over 13 months"),
        ('{{ in_words("db06.pfs.low.tdxd") }}', "calls something other than"),
        ('{{ in_words("db06.pfs.low.tdxd", "longer", "more") }}', "calls something other than"),
        ('{{ in_words("no.such.fact", "longer") }}', "is not a fact we have"),
        ('{{ in_words("db04.os.update.enhertu", "longer") }}', "length of life"),
        ('{{ in_words("money.private.limit.one.2026", "much") }}', "expires, so it is printed or not told"),
    ],
)
def test_words_in_the_place_of_a_number_are_refused_where_they_do_not_belong(
    text: str, problem: str, library: Library
) -> None:
    with pytest.raises(ContentError, match=problem):
        render(text, voice(library), VALUES, "page.md")


def test_length_of_life_is_refused_unless_the_person_wants_to_read_of_it(library: Library) -> None:
    survival = next(name for name, fact in library.facts.items() if fact.kind == "survival")
    text = f'{{{{ fact("{survival}") }}}}'
    assert render(text, voice(library, numbers=True, survival=True), VALUES, "page.md")
    with pytest.raises(ContentError, match="length of life"):
        render(text, voice(library, numbers=True), VALUES, "page.md")


def test_a_fact_for_words_only_cannot_be_printed(library: Library) -> None:
    hidden = next(name for name, fact in library.facts.items() if fact.show == "words_only")
    with pytest.raises(ContentError, match="words only"):
        render(f'{{{{ fact("{hidden}") }}}}', voice(library, numbers=True, survival=True), VALUES, "page.md")


@pytest.mark.parametrize(
    ("setting", "said"), [(Setting.METASTATIC, "met"), (Setting.EARLY, "neither"), (None, "unknown")]
)
def test_a_template_can_ask_how_a_predicate_stands(library: Library, setting: Setting | None, said: str) -> None:
    text = '{% if met("advanced") %}met{% elif unknown("advanced") %}unknown{% else %}neither{% endif %}'
    person = profile(Answers(setting=setting))
    asked = Voice(library, numbers=False, survival=False, where="page.md", person=person)
    assert render(text, asked, VALUES, "page.md") == said


def test_a_predicate_nobody_knows_is_refused_by_name(library: Library) -> None:
    asked = Voice(library, numbers=False, survival=False, where="page.md", person=profile(Answers()))
    with pytest.raises(ContentError, match=r"page\.md: advancd: there is no predicate named advancd"):
        render('{% if met("advancd") %}a{% endif %}', asked, VALUES, "page.md")


def test_a_line_outside_every_page_can_ask_nothing_of_a_person(library: Library) -> None:
    with pytest.raises(ContentError, match=r"page\.md: advanced: is asked where no person is known"):
        render('{% if met("advanced") %}a{% endif %}', voice(library), VALUES, "page.md")
