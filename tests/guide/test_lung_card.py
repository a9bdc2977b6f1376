"""The lung card and the diary: each way to speak of the medicine, every sign, and nothing that does not fit."""

import itertools
from dataclasses import replace
from datetime import date

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import Callout, Card, Diary, Section, facts_of, lines_of, plain
from her2guide.guide.lung_card import lung_card
from her2guide.guide.signs import core_signs
from her2guide.library.library import Library
from her2guide.model.answers import Answers, ContactDetails
from her2guide.model.profile import profile
from her2guide.model.terms import HAVING_HAD, Setting, Told
from her2guide.output.pdf_blocks import Blocks
from her2guide.output.pdf_cards import FACE, HEAD, CardSheet
from her2guide.output.pdf_fonts import load_fonts
from her2guide.output.pdf_style import paper_style
from her2guide.output.pdf_text import Words
from tests.output.reading import FONTS

LIBRARY = Library()
TODAY = date(2026, 11, 23)
ENHERTU, DATROWAY, KADCYLA = LUNG_MEDICINES = tuple(name for name, item in LIBRARY.treatments.items() if item.lungs)
SIGNS = [plain(sign) for _, sign in core_signs(LIBRARY)]
FILLED = ContactDetails("Lake clinic", "555-0134", "555-0199", "Tuesday")
WIDEST = ContactDetails(*("W" * 24,) * 4)
SMALLEST = 7.2


def takes(*said: Told | None, contacts: ContactDetails = FILLED) -> Answers:
    """Return someone who said this of the medicines for which the lungs matter, in their order."""
    medicines = tuple((name, word) for name, word in zip(LUNG_MEDICINES, said, strict=False) if word)
    return Answers(setting=Setting.METASTATIC, medicines=medicines, contacts=contacts)


def card_of(answers: Answers) -> Card:
    card = lung_card(profile(answers), LIBRARY)[0]
    assert isinstance(card, Card)
    return card


def front(answers: Answers) -> str:
    face = card_of(answers).front
    return "\n".join(plain(each) for part in face.parts for each in lines_of(part))


def back(answers: Answers) -> str:
    face = card_of(answers).back
    return "\n".join(plain(each) for part in face.parts for each in lines_of(part))


def section(answers: Answers, name: str) -> Section | None:
    found = {each.id: each for each in build_guide(answers, LIBRARY, TODAY).document.sections}
    return found.get(name)


def test_who_takes_a_medicine_says_so_with_both_its_names() -> None:
    answers = takes(Told.TAKING)
    assert "I take Enhertu (trastuzumab deruxtecan)." in front(answers)
    assert "This person takes Enhertu (trastuzumab deruxtecan) for breast cancer." in back(answers)
    assert "boxed warning" in back(answers)


@pytest.mark.parametrize("said", HAVING_HAD)
def test_who_had_or_stopped_a_medicine_never_says_to_take_it(said: Told) -> None:
    answers = takes(None, None, said)
    assert "I had Kadcyla (trastuzumab emtansine, T-DM1) in the past." in front(answers)
    assert "This person had Kadcyla" in back(answers)
    assert "I take" not in front(answers)
    assert "takes" not in back(answers)


@pytest.mark.parametrize("said", [Told.TALKED_ABOUT, None])
def test_who_only_talked_about_a_medicine_or_named_none_has_a_line_to_write_on(said: Told | None) -> None:
    answers = takes(said)
    assert front(answers).startswith("Medicine (fill in when you start)\n\n")
    assert "I take" not in front(answers)
    assert "The front names the medicine." in back(answers)
    assert all(LIBRARY.medicine_names[name].generic in back(answers) for name in LUNG_MEDICINES)


def test_several_medicines_stand_by_their_short_names_in_front_and_in_full_behind() -> None:
    answers = takes(Told.TAKING, Told.TAKING, Told.HAD)
    assert "I take Enhertu and Datroway.\nI had Kadcyla in the past." in front(answers)
    assert "Enhertu (trastuzumab deruxtecan) and Datroway (datopotamab deruxtecan)" in back(answers)
    assert "This person had Kadcyla (trastuzumab emtansine, T-DM1) in the past" in back(answers)


@pytest.mark.parametrize("medicine", LUNG_MEDICINES)
def test_the_back_tells_each_medicine_from_those_it_is_mixed_up_with(medicine: str) -> None:
    answers = Answers(medicines=((medicine, Told.TAKING),))
    assert LIBRARY.word(f"card.not-same.{medicine}") in back(answers)
    assert "please think of ILD early and call the cancer team now." in back(answers)


def test_every_card_has_the_911_line_every_sign_and_the_two_numbers() -> None:
    for said in itertools.product((*Told, None), repeat=3):
        text = front(takes(*said))
        assert [sign for sign in SIGNS if sign in text] == SIGNS
        assert LIBRARY.word("signs.emergency") in text
        assert "Daytime\n555-0134\nNights and weekends\n555-0199" in text
        assert "Infusion day (drip)\nTuesday" in text


@pytest.mark.parametrize("said", HAVING_HAD)
def test_once_a_medicine_is_over_the_card_asks_for_the_last_infusion_unless_a_day_was_told(said: Told) -> None:
    bare = ContactDetails()
    assert "Last infusion\n\n" in front(takes(said, contacts=bare))
    assert "Infusion day" not in front(takes(said, contacts=bare))
    assert "Infusion day (drip)\nTuesday" in front(takes(said))
    assert "Infusion day (drip)\n\n" in front(takes(said, Told.TAKING, contacts=bare))
    assert "Infusion day (drip)\n\n" in front(takes(contacts=bare))


def test_what_was_not_said_is_a_line_to_write_on_and_never_none() -> None:
    answers = takes(Told.TAKING, contacts=ContactDetails(daytime_phone=""))
    assert "Infusion day (drip)\n\n" in front(answers)
    assert front(answers).endswith("Daytime\n\nNights and weekends\n")
    assert "None" not in front(answers) + back(answers)


@pytest.mark.parametrize("text", ["5" * 2000, "555\n0134", "火曜日", "a\u202eb", "x" * 25])
def test_what_is_too_long_for_the_card_is_written_by_hand_and_the_page_says_so(text: str) -> None:
    answers = takes(Told.TAKING, contacts=replace(FILLED, after_hours_phone=text))
    assert text not in front(answers)
    assert front(answers).endswith("Nights and weekends\n")
    _, note = lung_card(profile(answers), LIBRARY)
    assert isinstance(note, Callout)
    assert len(lung_card(profile(takes(Told.TAKING)), LIBRARY)) == 1


def test_no_card_needs_type_too_small_to_read() -> None:
    style = paper_style(load_fonts(FONTS), "letter", False)
    blocks = Blocks(style, Words(style.fonts))
    for said in itertools.product((Told.TAKING, Told.HAD, None), repeat=3):
        for contacts in (FILLED, WIDEST, ContactDetails()):
            for _, stack in CardSheet(card_of(takes(*said, contacts=contacts)), blocks).sides:
                assert stack[0][1].style.fontSize >= SMALLEST if hasattr(stack[0][1], "style") else True
                assert sum(gap + tall for gap, _, tall in stack) < FACE[1] - HEAD


def test_the_card_names_no_dose_and_no_treatment_of_the_lungs() -> None:
    for said in itertools.product((*Told, None), repeat=3):
        text = (front(takes(*said)) + back(takes(*said))).casefold()
        assert not [word for word in (" mg", "dose", "steroid", "prednis", "hold", "restart") if word in text]


def test_the_card_stands_wherever_the_page_on_the_lungs_does() -> None:
    for setting, said in itertools.product((*Setting, None), (*Told, None)):
        answers = replace(takes(said), setting=setting)
        assert (section(answers, "wallet-card") is None) is (section(answers, "lungs") is None)


def test_a_diary_is_for_those_who_take_or_talk_about_a_medicine_given_in_rounds() -> None:
    for medicine in (ENHERTU, DATROWAY, KADCYLA, "sacituzumab-govitecan", "taxane", "capecitabine"):
        for said in Told:
            found = section(Answers(medicines=((medicine, said),)), "diary")
            assert (found is not None) is (said in (Told.TAKING, Told.TALKED_ABOUT)), (medicine, said)
    assert section(Answers(medicines=(("tamoxifen", Told.TAKING),)), "diary") is None


def test_a_diary_has_four_weeks_with_the_signs_under_the_first_sheet_and_the_fever_by_its_fact() -> None:
    found = section(takes(Told.TAKING), "diary")
    assert found is not None
    sheets = [place for place, block in enumerate(found.blocks) if isinstance(block, Diary)]
    assert sum(block.days for block in found.blocks if isinstance(block, Diary)) == 28
    assert [plain(item) for item in lines_of(found.blocks[sheets[0] + 2])[1:]] == SIGNS
    assert "any sign on the first sheet" in plain(lines_of(found.blocks[sheets[1] + 1])[0])
    assert facts_of(found.blocks[: sheets[0]]) == ("flag.fever.cdc",)
