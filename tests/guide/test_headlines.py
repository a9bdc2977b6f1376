"""The headline of page one: a word that the report did not print is what doctors say, and comes with the question."""

import itertools
import re
from datetime import date

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import Section, lines_of, plain
from her2guide.library.library import Library
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import IhcScore, IshResult, MembraneStaining, Setting

LIBRARY = Library()
TODAY = date(2026, 11, 23)
PRINTED = {
    IhcScore.POSITIVE: "Your report says HER2-positive",
    IhcScore.LOW: "Your report says HER2-low",
    IhcScore.ULTRALOW: "Your report says HER2-ultralow",
    IhcScore.NEGATIVE: "Your report says HER2-negative",
}


def first_page(result: Her2Result, setting: Setting | None = Setting.METASTATIC) -> tuple[Section, str]:
    section = build_guide(Answers(her2=result, setting=setting), LIBRARY, TODAY).document.sections[0]
    return section, "\n".join(plain(each) for block in section.blocks for each in lines_of(block))


@pytest.mark.parametrize("setting", [None, Setting.IN_SITU, Setting.METASTATIC])
def test_a_word_that_the_report_did_not_print_is_what_doctors_say_and_comes_with_the_question(
    setting: Setting | None,
) -> None:
    told = set()
    scores = [score for score in (*IhcScore, None) if score not in PRINTED]
    for ihc, staining, ish in itertools.product(scores, [*MembraneStaining, None], [*IshResult, None]):
        if staining is not None and ihc is not IhcScore.ZERO:
            continue
        section, text = first_page(Her2Result(ihc=ihc, membrane_staining=staining, ish=ish), setting)
        assert "Your report says" not in section.title
        if "HER2-" in section.title:
            called = re.fullmatch(r"Doctors often call (a (?:score|result) like this) (HER2-\w+)", section.title)
            assert called is not None, section.title
            kind, word = called.groups()
            assert f"{kind.capitalize()} is often called {word}; ask whether your team uses that word." in text
            told.add(word)
    assert told == {"HER2-positive", "HER2-low", "HER2-ultralow", "HER2-negative"}


@pytest.mark.parametrize(("word", "headline"), PRINTED.items())
def test_a_word_that_the_report_printed_is_told_as_the_reports(word: IhcScore, headline: str) -> None:
    section, text = first_page(Her2Result(ihc=word))
    assert section.title == headline
    assert "is often called HER2-" not in text


@pytest.mark.parametrize("setting", [None, Setting.IN_SITU, Setting.METASTATIC])
def test_page_one_says_what_her2_is_whatever_the_result_is(setting: Setting | None) -> None:
    for ihc, ish in itertools.product([*IhcScore, None], [*IshResult, None]):
        _, text = first_page(Her2Result(ihc=ihc, ish=ish), setting)
        assert re.search(r"HER2,? \(?(?:is )?a protein", text), (ihc, ish)
