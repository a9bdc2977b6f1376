"""A saved visit on the command line: opened by a passphrase from standard input, which stands in no message."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from her2guide.cli import main
from her2guide.errors import UsageError
from her2guide.files.visit_file import SavedVisit, packed
from her2guide.opening import Opening, read_opening
from tests.files import age_by_hand
from tests.files.visits import SAID, VISIT, WORDS

ANOTHER = "another"
TODAY = ["--today", "2026-11-29"]


@pytest.fixture
def visit(tmp_path: Path) -> str:
    path = tmp_path / "mine.h2g"
    path.write_bytes(age_by_hand.lock(packed(VISIT), WORDS))
    return str(path)


def run(arguments: list[str], typed: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
    return main(arguments)


def test_a_guide_of_a_visit_is_the_guide_of_its_answers(
    visit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(SAID))
    assert main(["export", str(answers), "-o", str(tmp_path / "a.txt"), *TODAY]) == 0
    typed = f"{WORDS}\n"
    assert run(["export", visit, "-o", str(tmp_path / "b.txt"), "--passphrase-stdin", *TODAY], typed, monkeypatch) == 0
    assert (tmp_path / "a.txt").read_bytes() == (tmp_path / "b.txt").read_bytes()


def test_the_first_line_opens_the_visit_and_the_next_one_locks_the_guide(
    visit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "b.pdf"
    options = ["--passphrase-stdin", "--password-stdin", *TODAY]
    assert run(["export", visit, "-o", str(out), *options], f"{WORDS}\n{ANOTHER}\n", monkeypatch) == 0
    with pikepdf.open(out, password=ANOTHER) as guide:
        assert guide.pages
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)


def test_explain_opens_a_visit_too(
    visit: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", visit, "--passphrase-stdin", *TODAY], WORDS, monkeypatch) == 0
    assert json.loads(capfd.readouterr().out)["her2"] == {"category": "low", "provisional": False}


BAD = [
    ("export", [], "", "is a saved visit; with --passphrase-stdin the first line of standard input opens it"),
    ("explain", [], "", "is a saved visit; with --passphrase-stdin the first line of standard input opens it"),
    ("export", ["--passphrase-stdin"], "quokka4711\n", "is not opened by this passphrase"),
    ("explain", ["--passphrase-stdin"], "quokka4711\n", "is not opened by this passphrase"),
    ("explain", ["--passphrase-stdin", "--ndjson"], WORDS, "--passphrase-stdin: only a saved visit (.h2g) is opened"),
]


@pytest.mark.parametrize(("command", "options", "typed", "words"), BAD)
def test_what_does_not_open_it_is_one_plain_line(
    command: str,
    options: list[str],
    typed: str,
    words: str,
    visit: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    out = ["-o", str(tmp_path / "out.pdf")] if command == "export" else []
    assert run([command, visit, *out, *options, *TODAY], typed, monkeypatch) == 2
    said = capfd.readouterr().err
    assert words in said
    assert said.count("\n") == 1
    assert "quokka4711" not in said
    assert not (tmp_path / "out.pdf").exists()


def test_a_passphrase_for_an_answers_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(SAID))
    assert run(["explain", str(answers), "--passphrase-stdin"], WORDS, monkeypatch) == 2
    assert "only a saved visit" in capfd.readouterr().err


def test_answers_inside_a_visit_that_cannot_be_used_name_the_field(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.h2g"
    odd = SavedVisit('{"schema": 1, "her2": {"ihc": "quokka4711"}}', date(2026, 11, 29))
    path.write_bytes(age_by_hand.lock(packed(odd), WORDS))
    assert run(["explain", str(path), "--passphrase-stdin"], WORDS, monkeypatch) == 2
    said = capfd.readouterr().err
    assert "her2.ihc: must be one of 0, 1+" in said
    assert "quokka4711" not in said


def test_the_window_opens_with_a_visit_that_is_still_locked(visit: str, tmp_path: Path) -> None:
    assert read_opening([visit]) == Opening(visit=Path(visit))
    other = tmp_path / "other.h2g"
    other.write_text("quokka4711")
    with pytest.raises(UsageError, match="is no saved visit") as caught:
        read_opening([str(other)])
    assert "quokka4711" not in str(caught.value)


def test_on_a_shared_machine_a_visit_is_refused(visit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="refused in kiosk mode"):
        read_opening(["--mode", "kiosk", visit])
    assert run(["--mode", "kiosk", "explain", visit, "--passphrase-stdin"], WORDS, monkeypatch) == 2


def test_a_file_that_an_opened_visit_is_made_from_is_not_written_over(
    visit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Path(visit).read_bytes()
    options = ["--format", "txt", "--passphrase-stdin", *TODAY]
    assert run(["export", visit, "-o", visit, *options], WORDS, monkeypatch) == 2
    assert Path(visit).read_bytes() == before
