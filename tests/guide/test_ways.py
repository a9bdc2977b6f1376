"""The ways forward side by side: who sees which, that none lacks a side, and that what is not known keeps none away."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from her2guide.guide.build import build_guide
from her2guide.guide.document import Callout, Contacts, Section, Table, plain
from her2guide.guide.ways import WAYS, ways_for
from her2guide.library.library import Library
from her2guide.library.way_records import WayWords
from her2guide.model.answers import Answers, Her2Result, Treatments
from her2guide.model.profile import profile
from her2guide.model.terms import (
    EstrogenReceptor,
    IhcScore,
    ProgesteroneReceptor,
    Prognosis,
    Setting,
    Surgery,
    Told,
    YesNo,
)
from tests.content.test_every_guide import GLOSSES

LIBRARY = Library()
TODAY = date(2026, 11, 23)
LOW, POSITIVE = Her2Result(ihc=IhcScore.ONE_PLUS), Her2Result(ihc=IhcScore.THREE_PLUS)
NO_TREATMENT = ("no-treatment-spread", "no-treatment-early")
NO_PROGESTERONE = {"progesterone_receptor": ProgesteroneReceptor.NEGATIVE}
RECEPTORS = {
    "positive": {"estrogen_receptor": EstrogenReceptor.POSITIVE, **NO_PROGESTERONE},
    "negative": {"estrogen_receptor": EstrogenReceptor.NEGATIVE, **NO_PROGESTERONE},
}


def spread(her2: Her2Result = LOW, receptors: str = "", **changes: object) -> Answers:
    answers = Answers(her2=her2, setting=Setting.METASTATIC, **RECEPTORS.get(receptors, {}))  # type: ignore[arg-type]
    return replace(answers, **changes)  # type: ignore[arg-type]


def chosen(answers: Answers) -> set[str]:
    """Return the ways for someone, but for those that bear the name of an approved use."""
    return set(ways_for(profile(answers), (), LIBRARY))


def page(answers: Answers, today: date = TODAY) -> Section:
    sections = build_guide(answers, LIBRARY, today).document.sections
    return next(section for section in sections if section.id == WAYS)


def table(answers: Answers) -> Table:
    return next(block for block in page(answers).blocks if isinstance(block, Table))


@pytest.mark.parametrize("setting", [Setting.METASTATIC, Setting.EARLY, Setting.LOCALLY_ADVANCED])
@pytest.mark.parametrize("her2", [LOW, POSITIVE], ids=["low", "positive"])
@pytest.mark.parametrize("receptors", ["positive", "negative", ""])
def test_everyone_sees_a_treatment_a_trial_and_no_treatment_for_now(
    her2: Her2Result, receptors: str, setting: Setting
) -> None:
    found = chosen(replace(spread(her2, receptors), setting=setting))
    assert len(found & set(NO_TREATMENT)) == 1
    assert "trial" in found
    assert len(found) >= 3


def test_two_uses_of_one_name_share_a_row_that_names_both() -> None:
    had = Treatments(
        progressed_on_endocrine_metastatic=YesNo.YES, endocrine_metastatic=YesNo.YES, chemotherapy_metastatic=YesNo.YES
    )
    _, *rows = table(spread(receptors="positive", treatments=had)).rows
    names = [plain(row[0]) for row in rows]
    assert len(names) == len(set(names))
    (good,) = [plain(row[1]) for row in rows if plain(row[0]) == "Enhertu"]
    assert good.startswith("After chemotherapy: In its trial, ")
    assert ". After hormone therapy: In its trial, " in good


def test_ways_of_one_name_differ_in_their_good_side_alone_and_each_has_its_use() -> None:
    by_name: dict[str, list[WayWords]] = {}
    for words in LIBRARY.way_words.values():
        by_name.setdefault(words.name, []).append(words)
    for same in by_name.values():
        if len(same) > 1 and len({words.use for words in same if words.use}) > 1:
            used = [words for words in same if words.use]
            assert len({words.use for words in used}) == len(used)
            assert len({words.texts[2:] for words in used}) == 1


def test_each_row_has_a_good_side_a_hard_side_and_what_days_are_like() -> None:
    for answers in (spread(), spread(POSITIVE), replace(spread(), setting=Setting.EARLY)):
        head, *rows = table(answers).rows
        assert [plain(cell) for cell in head] == ["Way", "Good side", "Hard side", "What days are like"]
        assert all(all(plain(cell).strip() for cell in row) for row in rows)
        assert all(
            len(GLOSSES.sub("", plain(cell)).split()) <= (32 if "In its trial, " in plain(cell)[1:] else 20)
            for row in rows
            for cell in row
        )


def test_the_name_of_each_way_has_four_words_at_most() -> None:
    assert {words.name for words in LIBRARY.way_words.values() if len(words.name.split()) > 4} == set()


def test_each_way_has_words_of_its_own_on_mind_and_people_around() -> None:
    for answers in (spread(), spread(POSITIVE), replace(spread(), setting=Setting.EARLY)):
        first, second = [block for block in page(answers).blocks if isinstance(block, Table)]
        head, *rows = second.rows
        assert [plain(cell) for cell in head] == ["Way", "Your mind", "People around you"]
        names = [[GLOSSES.sub("", plain(row[0])) for row in table.rows[1:]] for table in (first, second)]
        assert names[0] == names[1]
        assert all(0 < len(plain(cell).split()) <= 16 for row in rows for cell in row)
    said = {name: (words.mind, words.people) for name, words in LIBRARY.way_words.items()}
    assert len(set(said.values())) > len(said) / 2


def test_what_is_known_not_to_fit_is_left_out_and_what_is_not_known_stays() -> None:
    assert "hormone-cdk46" in chosen(spread(receptors="positive"))
    assert "hormone-cdk46" in chosen(spread())
    assert "hormone-cdk46" not in chosen(spread(receptors="negative"))
    assert "pembrolizumab-spread" in chosen(spread(receptors="negative"))
    assert "pembrolizumab-spread" not in chosen(spread(receptors="negative", pd1_option=YesNo.NO))
    assert "pembrolizumab-spread" not in chosen(spread(receptors="positive"))
    first, later = (Treatments(her2_targeted_metastatic=word) for word in (YesNo.NO, YesNo.YES))
    assert {"thp", "tucatinib"} & chosen(spread(POSITIVE, treatments=first)) == {"thp"}
    assert {"thp", "tucatinib"} & chosen(spread(POSITIVE, treatments=later)) == {"tucatinib"}
    assert {"thp", "tucatinib"} <= chosen(spread(POSITIVE))


def test_after_surgery_nothing_before_it_is_named() -> None:
    ahead, done = (
        Answers(her2=POSITIVE, setting=Setting.EARLY, surgery=word) for word in (Surgery.PLANNED, Surgery.DONE)
    )
    assert "before-surgery-her2-positive" in chosen(ahead)
    assert "before-surgery-her2-positive" not in chosen(done)
    assert "tdm1-after-surgery" in chosen(done)
    assert "tdm1-after-surgery" not in chosen(ahead)


def test_an_approved_use_is_a_way_for_whoever_has_its_page_and_for_no_one_else() -> None:
    assert not set(LIBRARY.topics) & chosen(spread())
    low = spread(receptors="positive", treatments=Treatments(progressed_on_endocrine_metastatic=YesNo.YES))
    guide = build_guide(low, LIBRARY, TODAY)
    uses = [section.id for section in guide.document.sections if section.id in LIBRARY.topics]
    assert uses
    assert set(LIBRARY.topics) & set(ways_for(guide.profile, uses, LIBRARY)) == set(uses)


def test_a_medicine_taken_now_is_marked_and_one_that_was_had_is_left_out() -> None:
    taking = spread(receptors="negative", medicines=(("sacituzumab-govitecan", Told.TAKING),))
    assert "Trodelvy (you told us: now)" in {plain(row[0]) for row in table(taking).rows}
    had = spread(receptors="negative", medicines=(("sacituzumab-govitecan", Told.HAD),))
    assert "Trodelvy" not in {plain(row[0]) for row in table(had).rows}


def test_how_long_people_live_is_told_only_to_those_who_ask() -> None:
    after = Treatments(endocrine_metastatic=YesNo.YES, chemotherapy_metastatic=YesNo.YES)
    asks = spread(receptors="positive", treatments=after, prognosis=Prognosis.TELL_ME_HOW_TO_ASK)
    told = {answers.prognosis: str(table(answers)) for answers in (asks, replace(asks, prognosis=Prognosis.LEAVE_OUT))}
    assert "lived about as long" in told[Prognosis.TELL_ME_HOW_TO_ASK]
    assert "lived" not in told[Prognosis.LEAVE_OUT]


def test_no_way_tells_a_count_or_a_time_before_growth() -> None:
    gated = {name for name, fact in LIBRARY.facts.items() if fact.kind in ("figure", "harm", "survival")}
    for words in LIBRARY.way_words.values():
        assert not [name for name in gated if name in "".join(words.texts)]


def test_the_page_names_the_choice_and_has_lines_for_it_and_a_day_to_look_again() -> None:
    for answers in (spread(), spread(POSITIVE), replace(spread(), setting=Setting.EARLY)):
        blocks = page(answers).blocks
        assert "The choice: which " in "".join(plain(item) for item in blocks[0].items)  # type: ignore[union-attr]
        lines = next(block for block in blocks if isinstance(block, Contacts))
        labels = [plain(label) for label, _ in lines.rows]
        assert labels == [
            "The way I choose, or lean to", "My reasons", "What I accept with it", "The day we look at it again",
        ]  # fmt: skip


def test_every_source_of_a_way_shown_is_in_the_list() -> None:
    guide = build_guide(spread(receptors="negative"), LIBRARY, TODAY)
    listed = {entry.id for entry in guide.document.sources}
    uses = [section.id for section in guide.document.sections if section.id in LIBRARY.topics]
    for way in ways_for(guide.profile, uses, LIBRARY):
        assert set(LIBRARY.ways[way].sources) <= listed


def test_a_way_past_its_day_is_noted_and_later_left_out() -> None:
    due = min(way.due for way in LIBRARY.ways.values())
    late = page(spread(), due + timedelta(days=1))
    assert any(isinstance(block, Callout) for block in late.blocks)
    gone = page(spread(), due + timedelta(days=300))
    assert not any(isinstance(block, Table) for block in gone.blocks)
