"""Bad input gets one plain line and exit code 2, and nothing is written."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from her2guide.cli import main

TYPED = "zqxjsecret"
BASE: dict[str, Any] = {"schema": 1, "her2": {"ihc": "1+"}, "setting": "metastatic"}


def answers(**more: Any) -> bytes:
    return json.dumps({**BASE, **more}).encode()


HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "blank": b" \n ",
    "not JSON": b"schema: 1",
    "not UTF-8": b'{"schema": 1, "other_medicines": "\xff\xfe"}',
    "UTF-16": '{"schema": 1}'.encode("utf-16"),
    "a list": b"[1]",
    "a number": b"1",
    "null": b"null",
    "trailing words": b'{"schema": 1} zqxjsecret',
    "cut short": b'{"schema": 1, "her2": {"ihc": "zqxjsecret',
    "100,000 arrays deep": b"[" * 100_000 + b"]" * 100_000,
    "100,000 objects deep": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "deep inside a field": b'{"schema": 1, "questions": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "more than 1 MiB": b'{"schema": 1, "other_medicines": "' + b"x" * (1024 * 1024) + b'"}',
    "a key twice": b'{"schema": 1, "setting": "early", "setting": "metastatic"}',
    "an inner key twice": b'{"schema": 1, "her2": {"ihc": "0", "ihc": "3+"}}',
    "NaN": b'{"schema": 1, "household_size": NaN}',
    "Infinity": b'{"schema": 1, "household_size": -Infinity}',
    "a huge number": b'{"schema": 1, "household_size": ' + b"9" * 9000 + b"}",
    "a lone surrogate": b'{"schema": 1, "other_medicines": "\\ud800"}',
    "a lone surrogate in a key": b'{"schema": 1, "\\ud800": 1}',
    "a surrogate in the bytes": b'{"schema": 1, "other_medicines": "\xed\xa0\x80"}',
    "no schema": b"{}",
    "schema true": b'{"schema": true}',
    "schema as text": b'{"schema": "1"}',
    "schema 1.0": b'{"schema": 1.0}',
    "schema 2": b'{"schema": 2}',
    "schema null": b'{"schema": null}',
    "an unknown key": answers(zqxjsecret=1),
    "an unknown inner key": answers(her2={"zqxjsecret": "1+"}),
    "an unknown word": answers(setting=TYPED),
    "a number for a word": answers(setting=1),
    "a word in another case": answers(setting="Early"),
    "a text for a list": answers(questions=TYPED),
    "21 questions": answers(questions=[TYPED] * 21),
    "six other results": answers(other_results=[{"ihc": "0"}] * 6),
    "2,001 characters": answers(other_medicines="x" * 2001),
    "an unknown medicine": answers(medicines={"zqxjsecret": "taking"}),
    "an unknown word for a medicine": answers(medicines={"tucatinib": TYPED}),
    "household 0": answers(household_size=0),
    "household 21": answers(household_size=21),
    "household true": answers(household_size=True),
    "a day that does not exist": answers(her2={"date": "2026-02-30"}),
    "a day in another order": answers(her2={"date": "02/03/2026"}),
    "a day without dashes": answers(her2={"date": "20260203"}),
    "a language that is not there": answers(language="xx"),
    "a draft language": answers(language="es"),
    "numbers as yes": answers(wants_numbers="yes"),
    "two answers that cannot both be": answers(
        treatments={"endocrine_metastatic": "no", "progressed_on_endocrine_metastatic": "yes"}
    ),
    "a draft nobody confirmed": answers(confirmed=False, other_medicines=TYPED),
}


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    return call


def assert_one_line(err: str) -> None:
    assert err.startswith("her2guide: ")
    assert err.count("\n") == 1
    assert err.endswith("\n")
    assert len(err) < 1500
    assert "Traceback" not in err
    assert TYPED not in err


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_answers_file_is_refused_in_one_line(
    case: str, tmp_path: Path, run: Callable[..., tuple[int, str, str]]
) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(HOSTILE[case])
    for ending in ("pdf", "txt", "json"):
        out = tmp_path / f"guide.{ending}"
        code, printed, err = run("export", str(path), "-o", str(out), "--today", "2026-11-23")
        assert (code, printed) == (2, "")
        assert_one_line(err)
        assert "answers.json: " in err
        assert [item.name for item in tmp_path.iterdir()] == ["answers.json"]
    if "confirmed" not in case:
        code, printed, err = run("explain", str(path), "--today", "2026-11-23")
        assert (code, printed) == (2, "")
        assert_one_line(err)


@pytest.mark.parametrize("case", [case for case in HOSTILE if "confirmed" not in case])
def test_the_window_does_not_open_with_a_hostile_answers_file(
    case: str, tmp_path: Path, run: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    (tmp_path / "answers.json").write_bytes(HOSTILE[case])
    code, printed, err = run(str(tmp_path / "answers.json"))
    assert (code, printed) == (2, "")
    assert_one_line(err)
    assert "answers.json: " in err


def test_an_old_guide_survives_a_bad_answers_file(tmp_path: Path, run: Callable[..., tuple[int, str, str]]) -> None:
    (tmp_path / "answers.json").write_bytes(HOSTILE["a key twice"])
    (tmp_path / "guide.txt").write_text("old")
    assert run("export", str(tmp_path / "answers.json"), "-o", str(tmp_path / "guide.txt"))[0] == 2
    assert (tmp_path / "guide.txt").read_text() == "old"


@pytest.mark.parametrize(
    ("case", "field"),
    [
        ("an inner key twice", "her2.ihc: "),
        ("an unknown word", "setting: must be one of in_situ, early, locally_advanced, metastatic, not_sure"),
        ("an unknown inner key", "her2: has a key that is not known; allowed are ihc, membrane_staining"),
        ("21 questions", "questions: must be a list of at most 20"),
        ("household true", "household_size: must be a whole number from 1 to 20"),
        ("a draft language", "language: must be one of en"),
        ("two answers that cannot both be", "treatments.progressed_on_endocrine_metastatic"),
        ("a draft nobody confirmed", "confirmed: "),
    ],
)
def test_the_line_names_the_field_and_what_is_allowed(
    case: str, field: str, tmp_path: Path, run: Callable[..., tuple[int, str, str]]
) -> None:
    (tmp_path / "answers.json").write_bytes(HOSTILE[case])
    _, _, err = run("export", str(tmp_path / "answers.json"), "-o", str(tmp_path / "guide.txt"))
    assert field in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["export"],
        ["export", "{good}"],
        ["export", "{good}", "-o", "{dir}/guide.docx"],
        ["export", "{good}", "-o", "{dir}/guide"],
        ["export", "{good}", "-o", "{dir}/guide.pdf", "--length", "middling"],
        ["export", "{good}", "-o", "{dir}/guide.txt", "--password-stdin"],
        ["export", "-", "-o", "{dir}/guide.pdf", "--password-stdin"],
        ["export", "{good}", "-o", "{dir}/guide.pdf", "--paper", "a5"],
        ["export", "{good}", "-o", "{dir}/guide.pdf", "--today", "2026-13-01"],
        ["export", "{good}", "-o", "{dir}/guide.pdf", "--language", "es"],
        ["export", "{good}", "-o", "{dir}/guide.pdf", "--nonsense"],
        ["--mode", "kiosk", "export", "{good}", "-o", "{dir}/guide.pdf"],
        ["--mode", "booth"],
        ["--settings", "site.toml", "check"],
        ["--settings", "site.toml"],
        ["--mode", "kiosk", "{good}"],
        ["chek"],
        ["{dir}/nobody.json"],
        ["{dir}/\0.json"],
        ["{dir}/visit.h2g"],
        ["--language", "es"],
        ["exprot", "{good}"],
        ["export", "{good}", "-o", "{dir}/guide.pdf", "--today", "2026-1-2"],
        ["export", "{good}", "-o", "{dir}/guide.pdf", "--today", "20260102"],
        ["export", "{dir}/nobody.json", "-o", "{dir}/guide.pdf"],
        ["export", "{dir}", "-o", "{dir}/guide.pdf"],
        ["export", "{dir}/\0.json", "-o", "{dir}/guide.pdf"],
        ["explain", "{dir}/nobody.ndjson"],
        ["read", "{good}"],
        ["batch", "{good}", "-o", "{dir}"],
        ["kiosk-check", "--loud"],
        ["kiosk-check", "{good}"],
    ],
)
def test_a_command_that_cannot_be_is_refused_in_one_line(
    arguments: list[str], tmp_path: Path, run: Callable[..., tuple[int, str, str]]
) -> None:
    good = tmp_path / "good.json"
    good.write_bytes(answers())
    code, out, err = run(*(word.format(good=good, dir=tmp_path) for word in arguments))
    assert (code, out) == (2, "")
    assert_one_line(err)
    assert [item.name for item in tmp_path.iterdir()] == ["good.json"]


def test_a_file_name_cannot_break_the_line(tmp_path: Path, run: Callable[..., tuple[int, str, str]]) -> None:
    code, _, err = run("export", f"{tmp_path}/two\nlines\u202e.json", "-o", f"{tmp_path}/guide.pdf")
    assert code == 2
    assert_one_line(err)
    assert "\u202e" not in err


@pytest.mark.parametrize("target", ["missing/guide.pdf", "folder.pdf"])
def test_what_cannot_be_written_is_said_in_one_line_with_code_3(
    target: str, tmp_path: Path, run: Callable[..., tuple[int, str, str]]
) -> None:
    (tmp_path / "good.json").write_bytes(answers())
    (tmp_path / "folder.pdf").mkdir()
    code, out, err = run("export", str(tmp_path / "good.json"), "-o", str(tmp_path / target))
    assert (code, out) == (3, "")
    assert_one_line(err)
    assert sorted(item.name for item in tmp_path.iterdir()) == ["folder.pdf", "good.json"]
