"""Where to look for a trial: how each finder is reached, what it does where that is not told yet, and no old number."""

from dataclasses import replace
from datetime import date, timedelta

from her2guide.guide.build import build_guide
from her2guide.guide.document import plain
from her2guide.guide.trial_finders import finder_sources, trial_finders
from her2guide.model.answers import Answers
from her2guide.model.terms import Concern, Setting
from tests.content.test_every_guide import LIBRARY, TODAY, words

FINDER = "breastcancertrials"
WORDS, PROGRAM = LIBRARY.program_words[FINDER], LIBRARY.programs[FINDER]


def told(today: date = TODAY, *, known: tuple[str, ...] = ()) -> list[str]:
    (bullets,) = trial_finders(known, LIBRARY, today)
    return [plain(item) for item in bullets.items]  # type: ignore[union-attr]


def test_each_finder_is_named_with_what_it_does_and_how_it_is_reached() -> None:
    (item,) = [text for text in told() if WORDS.name in text]
    for text in (WORDS.does, PROGRAM.phone, PROGRAM.address):
        assert text in item


def test_a_number_and_address_that_are_due_are_left_out() -> None:
    for text in told(PROGRAM.due + timedelta(days=1)):
        assert LIBRARY.word("programs.due") in text
        assert "http" not in text


def test_what_a_finder_does_is_not_told_twice() -> None:
    item = next(text for text in told(known=(FINDER,)) if WORDS.name in text)
    assert WORDS.does not in item
    assert PROGRAM.phone in item
    guide = words(build_guide(Answers(concerns=(Concern.TRIALS,)), LIBRARY, TODAY).document)
    assert guide.count(WORDS.does) == 1


def test_the_sources_of_the_finders_are_listed_where_they_are_named() -> None:
    def listed(answers: Answers) -> set[str]:
        return {entry.id for entry in build_guide(answers, LIBRARY, TODAY).document.sources}

    assert set(finder_sources(LIBRARY)) <= listed(Answers())
    assert not set(finder_sources(LIBRARY)) & listed(replace(Answers(), setting=Setting.IN_SITU))
