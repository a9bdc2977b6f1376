"""The staff's PIN: kept as a hash alone, and few tries, also for whoever ends the program in between."""

from pathlib import Path

import pytest

from her2guide import staff_exit
from her2guide.staff_exit import FIRST_WAIT, TRIES, StaffExit, hash_of, is_hash

PIN = "4821-oak"
HASH = hash_of(PIN, bytes(16))


def test_a_hash_holds_no_pin_and_two_hashes_of_one_pin_differ() -> None:
    first, second = hash_of(PIN), hash_of(PIN)
    assert is_hash(first)
    assert first != second
    assert PIN not in first
    assert StaffExit(first).try_pin(PIN, 0) == StaffExit(second).try_pin(PIN, 0) == "open"


@pytest.mark.parametrize("pin", ["", "12345", "x" * 65, "12345\n", "1234\x0056"])
def test_a_pin_that_is_too_short_too_long_or_cannot_be_typed_is_refused_without_saying_it(pin: str) -> None:
    with pytest.raises(ValueError, match="a PIN has 6 to 64 letters or digits") as caught:
        hash_of(pin)
    assert not pin or pin not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123456",
        HASH.upper(),
        HASH.replace("$8$", "$16$"),
        HASH.replace("32768", "8192"),
        HASH.replace("32768", "262144"),
        HASH.replace("32768", "32767"),
        HASH[:-2],
        HASH + "00",
        HASH.replace("$1$", "$9$"),
    ],
)
def test_without_a_sound_hash_there_is_no_way_out(text: str) -> None:
    way = StaffExit(text)
    assert not is_hash(text)
    assert not way.is_there
    assert way.try_pin(PIN, 0) == "wrong"


def test_five_wrong_pins_close_the_way_and_each_further_five_twice_as_long() -> None:
    way, now = StaffExit(HASH), 1000.0
    for doubling in range(3):
        wait = FIRST_WAIT * 2**doubling
        assert [way.try_pin("000000", now) for _ in range(TRIES)] == ["wrong"] * TRIES
        for later in (0.0, wait - 1):
            assert way.try_pin(PIN, now + later) == "wait"
        now += wait
    assert way.try_pin(PIN, now) == "open"
    assert [way.try_pin("000000", now) for _ in range(TRIES)] == ["wrong"] * TRIES
    assert way.try_pin(PIN, now + FIRST_WAIT) == "open"


@pytest.mark.parametrize("kept", [True, False])
def test_a_day_of_guessing_every_second_gives_few_tries(
    kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = []
    monkeypatch.setattr(staff_exit, "_fits", lambda pin, _: bool(looked_at.append(pin)))
    record = tmp_path / "tries" if kept else None
    way = StaffExit(HASH, record)
    for second in range(24 * 60 * 60):
        way.try_pin(str(second), float(second))
        if kept and second % 997 == 0:  # the guesser ends the program
            way = StaffExit(HASH, record)
    assert 0 < len(looked_at) <= 40


def test_whoever_ends_the_program_gets_no_new_tries(tmp_path: Path) -> None:
    record = tmp_path / "tries"
    for _ in range(TRIES):
        assert StaffExit(HASH, record).try_pin("000000", 50) == "wrong"
    assert StaffExit(HASH, record).try_pin(PIN, 51) == "wait"
    assert StaffExit(HASH, record).try_pin(PIN, 50 + FIRST_WAIT) == "open"
    assert not record.exists()


def test_a_try_is_counted_before_the_pin_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = tmp_path / "tries"

    def killed(*_: str) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(staff_exit, "_fits", killed)
    for _ in range(TRIES):
        with pytest.raises(KeyboardInterrupt):
            StaffExit(HASH, record).try_pin("000000", 0)
    assert StaffExit(HASH, record).try_pin(PIN, 1) == "wait"


def test_the_record_says_how_often_and_when_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    record = tmp_path / "tries"
    StaffExit(HASH, record).try_pin("000000", 50)
    assert record.read_text() == "1 50\n"
    assert record.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("text", ["", "x", "1", "-1 0", "1 nan", "1 9999", "1 0 0", "\xff"])
def test_a_record_that_makes_no_sense_counts_as_five_wrong_tries(text: str, tmp_path: Path) -> None:
    record = tmp_path / "tries"
    record.write_text(text, encoding="latin-1")
    assert StaffExit(HASH, record).try_pin(PIN, 100) == "wait"
    assert StaffExit(HASH, record).try_pin(PIN, 100 + FIRST_WAIT) == "open"


def test_a_try_that_cannot_be_counted_is_not_taken(tmp_path: Path) -> None:
    assert StaffExit(HASH, tmp_path / "missing" / "tries").try_pin(PIN, 0) == "wait"
