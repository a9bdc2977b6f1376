"""Every page can be read at about grade 6, and none is above grade 8 (Flesch-Kincaid, names as they stand)."""

import math

import pytest
from textstat.textstat import textstatistics

from her2guide.guide.document import (
    Bullets,
    Callout,
    Contacts,
    Heading,
    Paragraph,
    PictureBlock,
    Section,
    Steps,
    Table,
    line,
    lines_of,
    plain,
    typed,
)
from her2guide.guide.pictures import her2_scale
from her2guide.guide.scale_words import scale_words
from her2guide.library.order import SECTIONS
from her2guide.model.terms import Her2Category
from her2guide.reading_level import (
    HARDEST_MIDDLE,
    HARDEST_SECTION,
    Indices,
    counted,
    indices,
    level,
    reading_levels,
    table,
)
from tests.content.grades import USES, grades, main, median, only_uses, without_uses
from tests.content.rendered import LIBRARY, pages

WITNESS = textstatistics()
WITNESS.set_rounding(False)  # else it rounds on the way, by up to half a grade
HARD = (
    "Individuals experiencing progressive respiratory symptomatology during administration of antibody-drug conjugates "
    "necessitate immediate multidisciplinary evaluation, notwithstanding alternative explanations, considering that "
    "interstitial pneumonitis occasionally demonstrates unpredictable deterioration."
)


def kincaid(text: str) -> float:
    return indices(text).flesch_kincaid


@pytest.mark.parametrize("section", ["your-result", *SECTIONS, *LIBRARY.topics])
def test_no_page_is_harder_to_read_than_grade_8_for_anyone(section: str) -> None:
    assert grades()[section].worst.as_written.flesch_kincaid <= HARDEST_SECTION


def test_half_of_the_pages_are_at_grade_6_or_easier() -> None:
    assert median() <= HARDEST_MIDDLE


def test_the_grades_that_the_guide_prints_are_those_measured() -> None:
    hardest = max(found.worst.as_written.flesch_kincaid for found in grades().values())
    printed = (LIBRARY.edition.grade_middle, LIBRARY.edition.grade_hardest)
    assert printed == (math.ceil(median()), math.ceil(hardest)), "set both in resources/content/edition.toml"
    text = LIBRARY.say("review.level", middle=str(printed[0]), hardest=str(printed[1]))
    about = {plain(each) for page in pages() if page.id == "about" for block in page.blocks for each in lines_of(block)}
    assert text in about


def test_the_limits_are_those_we_promise() -> None:
    assert (HARDEST_SECTION, HARDEST_MIDDLE) == (8.0, 6.0)


def test_our_count_is_that_of_textstat_on_every_page() -> None:
    for text in {counted(section) for section in pages()}:
        found = indices(text)
        assert found.flesch_kincaid == pytest.approx(WITNESS.flesch_kincaid_grade(text))
        assert found.smog == pytest.approx(WITNESS.smog_index(text))
        # textstat takes 0.058 where Coleman and Liau have 0.0588
        assert found.coleman_liau == pytest.approx(
            WITNESS.coleman_liau_index(text) + 0.08 * WITNESS.letter_count(text) / WITNESS.lexicon_count(text)
        )


def test_each_index_is_what_its_formula_says_of_a_text_counted_by_hand() -> None:
    # 3 sentences, 13 words, 59 letters; long are to-geth-er and re-mem-ber, while no hyphen may stand in "medicine"
    text = "Take your medicine with food. We go on together now. Please remember this."
    assert indices(text) == Indices(
        flesch_kincaid=pytest.approx(0.39 * 13 / 3 + 11.8 * 17 / 13 - 15.59),
        smog=pytest.approx(1.043 * 20**0.5 + 3.1291),
        coleman_liau=pytest.approx(5.88 * 59 / 13 - 29.6 * 3 / 13 - 15.8),
        gunning_fog=pytest.approx(0.4 * (13 / 3 + 200 / 13)),
    )


def test_a_hard_paragraph_among_easy_ones_makes_a_page_too_hard() -> None:
    easy = Paragraph(line("Call your team. They can help."))
    assert kincaid(counted(Section("lungs", "Lungs", (easy,)))) <= HARDEST_SECTION
    assert kincaid(counted(Section("lungs", "Lungs", (easy, Paragraph(line(HARD)))))) > HARDEST_SECTION


def test_a_section_is_as_hard_as_its_hardest_version_and_its_median_lies_between() -> None:
    easy, hard = Paragraph(line("Call your team. They can help.")), Paragraph(line(HARD))
    versions = [Section("lungs", "Lungs", (block,)) for block in (easy, hard, Heading(line("Call your team")))]
    found = reading_levels(versions, LIBRARY)["lungs"]
    grade = [kincaid(counted(version)) for version in versions]
    assert found.versions == 3
    assert found.worst.as_written.flesch_kincaid == max(grade)
    assert found.median.as_written.flesch_kincaid == sorted(grade)[1]


def test_titles_headings_items_and_panels_are_sentences_of_their_own() -> None:
    section = Section(
        "lungs",
        "Lungs and you",
        (
            Heading(line("What to do")),
            Bullets((line("a new or worse cough"), line("a fever"))),
            Callout(line("Call now, if you have:"), (line("Chest pain"),)),
            Paragraph(line("You can ask: “Is it my lungs?”")),
        ),
    )
    assert counted(section).split("\n") == [
        "Lungs and you.",
        "What to do.",
        "a new or worse cough.",
        "a fever.",
        "Call now, if you have.",
        "Chest pain.",
        "You can ask: “Is it my lungs?",
    ]


def test_tables_numbers_to_call_typed_words_source_titles_and_pictures_are_not_counted() -> None:
    blocks = (
        Table(((line(HARD),),)),
        Contacts(((line(HARD), line("555")),)),
        Paragraph(typed(HARD)),
        Steps((line(HARD),)),
        PictureBlock(her2_scale(Her2Category.LOW, False, scale_words(LIBRARY))),
    )
    assert counted(Section("sources", "Sources", blocks)) == "Sources."


def test_a_number_with_a_point_does_not_end_a_sentence() -> None:
    text = counted(Section("lungs", "Lungs", (Paragraph(line("Half had more than 13.2 months.")),)))
    assert text.split("\n") == ["Lungs.", "Half had more than 13,2 months."]


def test_a_medicines_name_makes_a_text_harder_and_its_mask_takes_that_away() -> None:
    found = level("Ask about trastuzumab deruxtecan. Ask about Enhertu too.", LIBRARY)
    assert found.as_written.flesch_kincaid > found.masked.flesch_kincaid
    assert found.masked == indices("Ask about drug. Ask about drug too.")
    assert found.words == 8


def test_the_list_of_uses_is_counted_and_can_be_told_apart() -> None:
    uses = Section(USES, "Other uses", (Paragraph(line("By name only.")), Bullets((line("Enhertu after surgery"),))))
    assert "Enhertu" in counted(uses)
    assert "Enhertu" not in counted(without_uses(uses))
    assert counted(only_uses(uses)) == "Enhertu after surgery."


def test_the_table_shows_every_page_and_the_median(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    shown = capsys.readouterr().out
    assert all(f"\n{section} " in shown for section in grades())
    assert shown.endswith(f"\nmedian of sections{median():27.1f}\n")
    assert set(table(grades())) <= set(shown.split("\n"))
