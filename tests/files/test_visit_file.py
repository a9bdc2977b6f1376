"""A saved visit: what is in it, who can open it, and one plain line for each thing that can be wrong with it."""

import json
import os
import stat
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from her2guide.files import age, visit_file
from her2guide.files.visit_errors import Problem, VisitError
from her2guide.files.visit_file import SavedVisit, open_visit, packed, read_locked, save_visit, unpacked
from her2guide.model.answers import Answers, Her2Result, to_json
from her2guide.model.answers_json import answers_from_json
from her2guide.model.errors import AnswersError
from her2guide.model.terms import Employment, IhcScore, IncomeBand
from tests.files import age_by_hand, age_tool
from tests.files.visits import GOLDEN, SAID, VISIT, WORDS, lock_quickly, locked

CANARY = "quokka4711"
WHOLE: dict[str, Any] = {"visit": 1, "saved": "2026-11-29", "answers": SAID}


def test_what_is_saved_is_opened_again_by_its_passphrase_and_tells_nothing_without(tmp_path: Path) -> None:
    path = tmp_path / "mine.h2g"
    assert save_visit(path, VISIT, WORDS) is None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert open_visit(path, unicodedata.normalize("NFD", WORDS)) == VISIT
    for word in (b"ihc", b"hair", b"Lake", b"2026", b"visit"):
        assert word not in path.read_bytes()


@pytest.mark.parametrize("name", sorted(each.name for each in GOLDEN.glob("*.h2g")))
def test_a_visit_of_every_version_so_far_is_opened(name: str) -> None:
    found = open_visit(GOLDEN / name, WORDS)
    assert found == VISIT
    assert answers_from_json(found.answers_file, languages=("en",)).questions == ("Will I lose my hair?",)


def test_what_we_locked_is_opened_by_a_second_hand_written_from_the_specification() -> None:
    assert json.loads(age_by_hand.unlock((GOLDEN / "version-1.h2g").read_bytes(), WORDS)) == WHOLE


def test_there_is_a_golden_file_for_every_version() -> None:
    assert {each.stem for each in GOLDEN.glob("*.h2g")} == {f"version-{at}" for at in range(1, visit_file.VERSION + 1)}


def test_the_reference_tool_opens_what_we_lock_and_we_open_what_it_locks(tmp_path: Path) -> None:
    if age_tool.TOOL is None:
        pytest.skip("neither age nor rage is installed; a second hand reads the files in the other tests")
    plain, theirs, ours = tmp_path / "plain", tmp_path / "theirs.h2g", tmp_path / "ours.h2g"
    plain.write_bytes(packed(VISIT))
    assert age_tool.lock(plain, theirs, WORDS) == 0
    assert open_visit(theirs, WORDS) == VISIT
    save_visit(ours, VISIT, WORDS)
    assert age_tool.unlock(ours, tmp_path / "again", WORDS) == 0
    assert (tmp_path / "again").read_bytes() == plain.read_bytes()
    assert age_tool.unlock(ours, tmp_path / "never", "another one") != 0
    assert not (tmp_path / "never").exists()


def test_household_income_and_work_are_in_no_saved_visit() -> None:
    answers = Answers(
        her2=Her2Result(ihc=IhcScore.LOW),
        household_size=3,
        income_band=IncomeBand.FROM_139_TO_150,
        employment=Employment.WORKING,
    )
    data = packed(SavedVisit(to_json(answers), date(2026, 11, 29)))
    for word in (b"household", b"income", b"139", b"employment", b"working"):
        assert word not in data
    assert answers_from_json(unpacked(data).answers_file, languages=("en",)) == Answers(her2=answers.her2)


def problem_of(data: bytes, tmp_path: Path, passphrase: str = WORDS) -> VisitError:
    path = tmp_path / f"{CANARY}.h2g"
    path.write_bytes(data)
    with pytest.raises(VisitError) as caught:
        open_visit(path, passphrase)
    assert CANARY not in str(caught.value)
    assert passphrase not in str(caught.value)
    assert "\n" not in str(caught.value)
    return caught.value


GOOD = locked(WHOLE)
BAD: dict[str, tuple[Callable[[], bytes], Problem]] = {
    "nothing": (lambda: b"", Problem.FOREIGN),
    "an answers file": (lambda: json.dumps(SAID).encode(), Problem.FOREIGN),
    "a PDF": (lambda: b"%PDF-1.7\n" + os.urandom(99), Problem.FOREIGN),
    "age in letters": (lambda: b"-----BEGIN AGE ENCRYPTED FILE-----\n", Problem.FOREIGN),
    "too big": (lambda: GOOD + bytes(visit_file.MAX_BYTES), Problem.TOO_BIG),
    "the first line alone": (lambda: GOOD[:22], Problem.DAMAGED),
    "half of its head": (lambda: GOOD[:60], Problem.DAMAGED),
    "all of its head but the end": (lambda: GOOD[:150], Problem.DAMAGED),
    "its head alone": (lambda: GOOD[: GOOD.index(b"\n--- ") + 49], Problem.DAMAGED),
    "a few bytes short": (lambda: GOOD[:-3], Problem.DAMAGED),
    "a few bytes longer": (lambda: GOOD + b"xx", Problem.DAMAGED),
    "one byte changed": (lambda: GOOD[:-20] + bytes([GOOD[-20] ^ 1]) + GOOD[-19:], Problem.DAMAGED),
    "a key in place of a passphrase": (lambda: GOOD.replace(b"-> scrypt", b"-> X25519"), Problem.OTHER_KEY),
    "a later age": (lambda: GOOD.replace(b"age-encryption.org/v1", b"age-encryption.org/v2"), Problem.NEWER),
    "too much work": (lambda: GOOD.replace(b" 1\n", b" 30\n", 1), Problem.TOO_MUCH_WORK),
    "no JSON": (lambda: locked(b"{"), Problem.NOT_A_VISIT),
    "no UTF-8": (lambda: locked(b"\xff\xfe"), Problem.NOT_A_VISIT),
    "nested without end": (lambda: locked(b"[" * 100_000), Problem.NOT_A_VISIT),
    "a number without end": (lambda: locked(b'{"visit": 1' + b"0" * 9_000 + b"}"), Problem.NOT_A_VISIT),
    "a list": (lambda: locked([WHOLE]), Problem.NOT_A_VISIT),
    "no version": (lambda: locked({**WHOLE, "visit": None}), Problem.NOT_A_VISIT),
    "true for a version": (lambda: locked({**WHOLE, "visit": True}), Problem.NOT_A_VISIT),
    "a version that never was": (lambda: locked({**WHOLE, "visit": 0}), Problem.NOT_A_VISIT),
    "a newer version": (lambda: locked({**WHOLE, "visit": 2, "more": []}), Problem.NEWER),
    "no answers": (lambda: locked({"visit": 1, "saved": "2026-11-29"}), Problem.NOT_A_VISIT),
    "answers that are a text": (lambda: locked({**WHOLE, "answers": CANARY}), Problem.NOT_A_VISIT),
    "no day": (lambda: locked({**WHOLE, "saved": CANARY}), Problem.NOT_A_VISIT),
    "one key more": (lambda: locked({**WHOLE, CANARY: 1}), Problem.NOT_A_VISIT),
    "a key twice": (
        lambda: locked(b'{"visit": 1, "visit": 1, "saved": "2026-11-29", "answers": {}}'),
        Problem.NOT_A_VISIT,
    ),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_wrong_with_a_file_is_one_plain_line(kind: str, tmp_path: Path) -> None:
    make, problem = BAD[kind]
    assert problem_of(make(), tmp_path).problem is problem


def test_another_passphrase_is_told_as_that_and_never_repeated(tmp_path: Path) -> None:
    for wrong in (CANARY, "", WORDS.upper(), f"{WORDS} "):
        path = tmp_path / "mine.h2g"
        path.write_bytes(GOOD)
        with pytest.raises(VisitError) as caught:
            open_visit(path, wrong)
        assert caught.value.problem is Problem.OTHER_WORDS
        assert str(caught.value) == "is not opened by this passphrase"


def test_every_problem_has_words_of_its_own() -> None:
    assert len({str(VisitError(problem)) for problem in Problem}) == len(Problem)


def test_every_problem_of_a_file_is_met_here() -> None:
    at_the_file = {Problem.MISSING, Problem.NOT_ALLOWED, Problem.UNREADABLE, Problem.OTHER_WORDS}
    assert {problem for _, problem in BAD.values()} | at_the_file == set(Problem)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("missing.h2g", Problem.MISSING),
        ("mine.h2g/inside.h2g", Problem.MISSING),
        ("folder", Problem.UNREADABLE),
        ("pipe", Problem.UNREADABLE),
        ("a\0b", Problem.UNREADABLE),
        ("closed.h2g", Problem.NOT_ALLOWED),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    name: str, problem: Problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.h2g").write_bytes(GOOD)
    (tmp_path / "closed.h2g").write_bytes(GOOD)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    if name == "closed.h2g":  # a test may run as root, who may read everything
        monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(VisitError) as caught:
        read_locked(tmp_path / name)
    assert caught.value.problem is problem


def refuse(*_: object) -> None:
    raise PermissionError


def test_answers_inside_are_read_as_strictly_as_any_answers_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.h2g"
    path.write_bytes(locked({**WHOLE, "answers": {"schema": 1, "questions": [f"{CANARY} \ud800"], "shoe_size": 3}}))
    found = open_visit(path, WORDS)
    with pytest.raises(AnswersError) as caught:
        answers_from_json(found.answers_file, languages=("en",))
    assert CANARY not in str(caught.value)
    assert CANARY not in repr(found)


def test_an_older_version_is_brought_up_step_by_step_and_a_newer_one_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(visit_file, "VERSION", 3)
    steps = {
        1: lambda found: {**found, "visit": 2, "asked": found["answers"]},
        2: lambda found: {"visit": 3, "saved": found["saved"], "answers": found["asked"]},
    }
    monkeypatch.setattr(visit_file, "MIGRATIONS", MappingProxyType(steps))
    assert unpacked(json.dumps(WHOLE).encode()).saved == VISIT.saved
    with pytest.raises(VisitError) as caught:
        unpacked(json.dumps({**WHOLE, "visit": 4}).encode())
    assert caught.value.problem is Problem.NEWER


def test_whatever_is_cut_or_turned_in_a_file_is_refused_and_never_half_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock_quickly(monkeypatch)
    path = tmp_path / "mine.h2g"
    save_visit(path, VISIT, WORDS)
    whole = path.read_bytes()
    assert open_visit(path, WORDS) == VISIT
    for at in range(0, len(whole), 3):
        for data in (whole[:at], whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :]):
            path.write_bytes(data)
            with pytest.raises(VisitError):
                open_visit(path, WORDS)


def test_the_shortest_passphrase_that_may_be_chosen_is_twelve_characters() -> None:
    assert age.LEAST == 12
