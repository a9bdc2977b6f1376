"""Everything that is written reaches someone, and every medical word is explained on the page where it stands."""

import tomllib

import pytest

from her2guide.guide.document import Heading, Paragraph, Role, Section, Span, line
from tests.content.reached import NOT_YET, is_said, strings, unexplained, unexplained_by_section, unreached

LEFT = tomllib.loads(NOT_YET.read_text(encoding="utf-8"))
PAGE = "lungs"


@pytest.mark.parametrize("kind", ["sections", "parts", "glossary", "facts", "programs", "words"])
def test_everything_written_reaches_someone_but_for_what_is_listed(kind: str) -> None:
    assert set(unreached()[kind]) - set(LEFT["unreached"].get(kind, [])) == set()


def test_every_section_and_part_reaches_someone_without_exception() -> None:
    assert not {"sections", "parts"} & set(LEFT["unreached"])


def test_every_medical_word_is_explained_on_its_page_but_for_those_listed() -> None:
    new = {
        section: sorted(set(words) - set(LEFT["unexplained"].get(section, [])))
        for section, words in unexplained_by_section().items()
    }
    assert {section: words for section, words in new.items() if words} == {}


def test_a_medical_word_in_a_sentence_is_found_unless_it_is_explained_somewhere_on_the_page() -> None:
    said = Paragraph(line("Ask about a second opinion."))
    term = Paragraph((Span("another opinion", Role.TERM, "second-opinion"),))
    assert unexplained(Section(PAGE, "", (said,))) == {"second-opinion"}
    assert unexplained(Section(PAGE, "", (said, term))) == set()


def test_headings_typed_words_and_parts_of_other_words_need_no_explanation() -> None:
    blocks = (Heading(line("A second opinion")), Paragraph((Span("my second opinion", Role.TYPED),)))
    assert unexplained(Section(PAGE, "", blocks)) == set()
    assert unexplained(Section(PAGE, "", (Paragraph(line("A HER2-lower word, and important people.")),))) == set()


def test_a_text_is_said_when_its_longest_run_of_words_is_on_a_page() -> None:
    assert is_said('How far along is the {{ term("ish") }}? Who will tell me the result, and when?')
    assert not is_said("No page anywhere says this.")


def test_texts_are_found_however_deep_a_table_is() -> None:
    found = dict(strings({"a": {"b": "one", "c": ["two", {"d": "three"}]}}))
    assert found == {"a.b": "one", "a.c": "two", "a.c.d": "three"}
