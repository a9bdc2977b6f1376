"""The round through the questions on what a reader took away: as a table, and what it never keeps."""

from collections.abc import Callable
from dataclasses import fields

import pytest

from her2guide.wizard.take_away import Round, Said, answer, back, go_on

RIGHTS = (frozenset({"low"}), frozenset({"fever", "breath"}), frozenset({"team"}))
Act = Callable[[Round], Round]


def choose(*chosen: str) -> Act:
    return lambda here: answer(here, chosen)


NOTHING, YES, AGAIN = Said.NOTHING, Said.YES, Said.AGAIN
ROUNDS: dict[str, list[tuple[Act, int, Said]]] = {
    "right at once": [(choose("low"), 0, YES), (go_on, 1, NOTHING)],
    "wrong, then right": [(choose("positive"), 0, AGAIN), (choose("low"), 0, YES), (go_on, 1, NOTHING)],
    "wrong twice": [(choose("positive"), 0, AGAIN), (choose("not-known"), 0, AGAIN), (choose("low"), 0, YES)],
    "wrong, then skipped": [(choose("positive"), 0, AGAIN), (go_on, 1, NOTHING)],
    "skipped to the end": [(go_on, 1, NOTHING), (go_on, 2, NOTHING), (go_on, 3, NOTHING), (go_on, 3, NOTHING)],
    "both are right": [(go_on, 1, NOTHING), (choose("breath", "fever"), 1, YES)],
    "one of two is not enough": [(go_on, 1, NOTHING), (choose("fever"), 1, AGAIN), (choose("fever", "breath"), 1, YES)],
    "all is too much": [(go_on, 1, NOTHING), (choose("fever", "breath", "bill"), 1, AGAIN)],
    "back from yes asks again": [(choose("low"), 0, YES), (back, 0, NOTHING)],
    "back goes to the question before": [(go_on, 1, NOTHING), (choose("bill"), 1, AGAIN), (back, 0, NOTHING)],
    "back at the beginning stays": [(back, 0, NOTHING), (choose("positive"), 0, AGAIN), (back, 0, NOTHING)],
    "back from the end": [(go_on, 1, NOTHING), (go_on, 2, NOTHING), (go_on, 3, NOTHING), (back, 2, NOTHING)],
}


@pytest.mark.parametrize("acts", ROUNDS.values(), ids=ROUNDS)
def test_each_act_leads_where_the_table_says(acts: list[tuple[Act, int, Said]]) -> None:
    here = Round(RIGHTS)
    for act, at, said in acts:
        here = act(here)
        assert (here.at, here.said) == (at, said)
        assert here.closed is (at == len(RIGHTS))
        assert here.at_the_beginning is (at == 0 and said is not YES)


def test_a_round_knows_only_its_questions_and_where_the_person_is() -> None:
    assert [field.name for field in fields(Round)] == ["rights", "at", "said"]
    one_way = go_on(answer(answer(Round(RIGHTS), ("positive",)), ("low",)))
    assert one_way == go_on(Round(RIGHTS)) == Round(RIGHTS, 1)
    assert "low" not in repr(one_way)
