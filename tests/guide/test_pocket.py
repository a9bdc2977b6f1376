"""The few words for a phone: always the signs, never too long, and no result unless it is asked for."""

from datetime import timedelta

import pytest

from her2guide.guide.document import plain
from her2guide.guide.pocket import LONGEST, pocket_lines
from her2guide.guide.reading import result_titles
from her2guide.guide.signs import core_signs
from her2guide.library.library import Library
from her2guide.model.answers import Answers, ContactDetails, Her2Result
from her2guide.model.profile import profile
from her2guide.model.terms import Reader, Told
from tests.people import cells
from tests.ui.window_people import TODAY

LIBRARY = Library()
NAMED = Answers(
    reader=Reader.CAREGIVER,
    contacts=ContactDetails("Lake clinic", "555-0134", "555-0199", "Tuesday"),
    medicines=(("trastuzumab-deruxtecan", Told.TAKING),),
    questions=("Will my garden be all right?",),
)


def text(answers: Answers, *, result: bool = False) -> str:
    return "\n".join(pocket_lines(answers, LIBRARY, TODAY, result=result))


@pytest.mark.parametrize("result", [False, True])
@pytest.mark.parametrize("cell", tuple(cells()))
def test_every_result_fits_and_is_told_only_when_it_is_asked_for(cell: Her2Result, result: bool) -> None:
    answers = Answers(her2=cell, contacts=NAMED.contacts)
    said = text(answers, result=result)
    assert len(said.encode()) <= LONGEST
    for title in result_titles(profile(answers), LIBRARY):
        assert (f"{title}." in said) is result
    if not result:
        assert "HER2" not in said
        assert "IHC" not in said


@pytest.mark.parametrize("language", ["en"])
def test_the_signs_are_always_there_with_what_it_is(language: str) -> None:
    library = Library(language)
    lines = pocket_lines(Answers(), library, TODAY)
    assert lines[:2] == (library.word("pocket.what"), library.word("signs.emergency"))
    assert lines[2].startswith(library.word("signs.call-now"))
    for _, words in core_signs(library):
        assert plain(words) in lines[2]


def test_whom_to_call_is_there_and_a_number_for_any_hour() -> None:
    said = text(NAMED)
    assert "Daytime: 555-0134." in said
    assert "Nights and weekends: 555-0199." in said
    assert "To talk to someone now, at any hour:" in said
    assert "November 23, 2026" in said


def test_nothing_else_that_was_told_is_in_it() -> None:
    for said in (text(NAMED), text(NAMED, result=True)):
        for told in ("Lake", "Tuesday", "Enhertu", "garden", "caregiver"):
            assert told not in said


def test_a_number_that_has_no_room_is_left_out_whole() -> None:
    for number in ("5" * 2000, "\u00e9" * 500, "\U0001f9ec" * 200):
        said = text(Answers(contacts=ContactDetails(None, number, "555-0199")), result=True)
        assert len(said.encode()) <= LONGEST
        assert number[:20] not in said
        assert "Nights and weekends: 555-0199." in said


def test_a_number_that_is_too_old_is_not_given() -> None:
    lines = pocket_lines(NAMED, LIBRARY, TODAY + timedelta(days=3650))
    assert not [line for line in lines if "1-800" in line]
    assert len(lines) >= 5
