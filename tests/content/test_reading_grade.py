"""Every page can be read at about grade 6, and none is above grade 8 (Flesch-Kincaid, names as they stand)."""

import pytest

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
    typed,
)
from her2guide.guide.pictures import her2_scale
from her2guide.guide.scale_words import scale_words
from her2guide.library.order import SECTIONS
from her2guide.model.terms import Her2Category
from tests.content.grades import USES, counted, grade, grades, main, median, only_uses
from tests.content.rendered import LIBRARY

HARDEST = 8.0
MIDDLE = 6.0
HARD = (
    "Individuals experiencing progressive respiratory symptomatology during administration of antibody-drug conjugates "
    "necessitate immediate multidisciplinary evaluation, notwithstanding alternative explanations, considering that "
    "interstitial pneumonitis occasionally demonstrates unpredictable deterioration."
)


@pytest.mark.parametrize("section", ["your-result", *SECTIONS, *LIBRARY.topics])
def test_no_page_is_harder_to_read_than_grade_8_for_anyone(section: str) -> None:
    assert grades()[section].kincaid <= HARDEST


def test_half_of_the_pages_are_at_grade_6_or_easier() -> None:
    assert median() <= MIDDLE


def test_a_hard_paragraph_among_easy_ones_makes_a_page_too_hard() -> None:
    easy = Paragraph(line("Call your team. They can help."))
    assert grade(counted(Section("lungs", "Lungs", (easy,)))).kincaid <= HARDEST
    assert grade(counted(Section("lungs", "Lungs", (easy, Paragraph(line(HARD)))))).kincaid > HARDEST


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
    found = grade("Ask about trastuzumab deruxtecan. Ask about Enhertu too.")
    assert found.kincaid > found.kincaid_masked
    assert found.kincaid_masked == grade("Ask about drug. Ask about drug too.").kincaid


def test_the_list_of_uses_is_counted_and_can_be_told_apart() -> None:
    uses = Section(USES, "Other uses", (Paragraph(line("By name only.")), Bullets((line("Enhertu after surgery"),))))
    assert "Enhertu" in counted(uses)
    assert "Enhertu" not in counted(uses, names=False)
    assert only_uses(uses) == "Enhertu after surgery."


def test_the_table_shows_every_page_and_the_median(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    shown = capsys.readouterr().out
    assert all(f"\n{section} " in shown for section in grades())
    assert f"\nmedian of sections{median():25.1f}\n" in shown
