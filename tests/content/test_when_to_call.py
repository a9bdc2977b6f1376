"""The longer list of signs: what it holds, how urgent each is, and that nothing takes it away."""

from datetime import date

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import lines_of, plain
from her2guide.guide.inline import inline
from her2guide.library.library import Library
from her2guide.library.records import Urgency
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import IhcScore, Prognosis, Reader, Setting, Told

LIBRARY = Library()
TODAY = date(2026, 11, 23)
SIGNS = {
    Urgency.EMERGENCY: {"cannot-breathe", "severe-chest-pain", "fainting", "face-or-throat-swelling"},
    Urgency.CALL_NOW: {"cough", "trouble-breathing", "fever", "chest-tightness-pain-or-wheeze"},
    Urgency.SAME_DAY: {
        "shaking-chills",
        "vomiting",
        "diarrhea",
        "blood-in-stool-or-urine",
        "swelling",
        "fast-weight-gain",
        "pounding-heart",
        "eye-changes",
        "mouth-sores",
        "possible-pregnancy",
    },
}
ANYONE = {
    "who said nothing": Answers(),
    "with in-situ disease": Answers(setting=Setting.IN_SITU),
    "without numbers": Answers(wants_numbers=False, prognosis=Prognosis.LEAVE_OUT, reader=Reader.CAREGIVER),
    "with numbers": Answers(wants_numbers=True, prognosis=Prognosis.TELL_ME_HOW_TO_ASK),
    "who takes Enhertu": Answers(
        her2=Her2Result(ihc=IhcScore.THREE_PLUS), medicines=(("trastuzumab-deruxtecan", Told.TAKING),)
    ),
}


def test_each_sign_is_as_urgent_as_the_lists_for_people_in_treatment_say() -> None:
    found = {
        urgency: {name for name, sign in LIBRARY.red_flags.items() if sign.urgency is urgency} for urgency in SIGNS
    }
    assert found == SIGNS


@pytest.mark.parametrize("today", [TODAY, date(2040, 1, 1), date(2020, 1, 1)], ids=["today", "old", "wrong-clock"])
@pytest.mark.parametrize("person", ANYONE)
def test_every_sign_stands_on_the_page_when_to_call_the_most_urgent_first(person: str, today: date) -> None:
    sections = {section.id: section for section in build_guide(ANYONE[person], LIBRARY, today).document.sections}
    shown = [plain(each) for block in sections["call-now"].blocks for each in lines_of(block)]
    for urgency in SIGNS:
        words = [
            plain(inline(LIBRARY.red_flag_words[name].text, LIBRARY, name))
            for name, sign in LIBRARY.red_flags.items()
            if sign.urgency is urgency
        ]
        start = len(shown) - shown[::-1].index(words[0]) - 1
        assert shown[start : start + len(words)] == words
        shown = shown[start:]
