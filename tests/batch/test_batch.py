"""A document for each line: the same as `export` makes, whatever stands in the other lines."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from her2guide.batch import pool
from her2guide.batch.making import Line, Outcome, State
from her2guide.cli import main
from tests.batch.people import CANARY, ROOT, TODAY, answers, batch, documents, feed, write_lines

OPTIONS = [
    ("--format", "pdf", "--length", "short"),
    ("--format", "pdf", "--length", "short", "--large-print", "--paper", "a4"),
    ("--format", "txt"),
    ("--format", "json", "--length", "short"),
    ("--format", "html"),
]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("options", OPTIONS, ids=[" ".join(each) for each in OPTIONS])
def test_a_document_is_the_one_that_export_makes(options: tuple[str, ...], tmp_path: Path, out: Path) -> None:
    source = write_lines(tmp_path / "in.ndjson", [answers(1)])
    (tmp_path / "one.json").write_text(json.dumps(answers(1)))
    assert batch(source, out, *options) == 0
    name = f"00001.{options[1]}"
    assert list(documents(out)) == [name]
    assert main(["export", str(tmp_path / "one.json"), "-o", str(tmp_path / "one"), *options, *TODAY]) == 0
    assert documents(out)[name] == (tmp_path / "one").read_bytes()


def test_documents_are_named_by_line_and_a_bad_line_stops_no_other(
    tmp_path: Path, out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bad = {"schema": 1, "her2": {"ihc": CANARY}}
    lines = [answers(1), bad, "", f"{{{CANARY}", answers(5), {"schema": 1, "confirmed": False}, "[]", answers(8)]
    assert batch(write_lines(tmp_path / "in.ndjson", lines), out) == 1
    assert list(documents(out)) == ["00001.txt", "00005.txt", "00008.txt"]
    said = capfd.readouterr()
    assert said.out == ""
    told = said.err.splitlines()
    assert [each.split(":")[1].strip() for each in told[:-1]] == ["line 2", "line 4", "line 6", "line 7"]
    assert "her2.ihc: must be one of 0, 1+" in told[0]
    assert "a draft must be confirmed" in told[2]
    assert told[-1] == "her2guide: 3 made, 0 unchanged, 4 refused"
    assert CANARY not in said.err


def test_lines_come_from_standard_input_too(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, json.dumps(answers(3)).encode())
    assert batch("-", out) == 0
    assert list(documents(out)) == ["00001.txt"]


def test_a_file_of_nothing_but_drafts_is_bad_input(tmp_path: Path, out: Path) -> None:
    assert batch(write_lines(tmp_path / "in.ndjson", [{"schema": 1, "confirmed": False}]), out) == 2
    assert documents(out) == {}


def test_a_line_that_is_too_long_is_told_and_the_next_one_is_read(
    tmp_path: Path, out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    long = json.dumps({"schema": 1, "questions": ["x" * 1_100_000]})
    assert batch(write_lines(tmp_path / "in.ndjson", [long, answers(2)]), out) == 1
    assert list(documents(out)) == ["00002.txt"]
    assert "line 1: file: must be at most 1 MiB" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["missing.ndjson", "-o", "out"], 2, "missing.ndjson: cannot be read"),
        (["in.json", "-o", "out"], 2, "in.json: must be an .ndjson file"),
        (["in.ndjson", "-o", "nowhere"], 3, "nowhere: could not be written: the folder does not exist"),
        (["in.ndjson", "-o", "in.ndjson"], 3, "in.ndjson: could not be written: it is not a folder"),
        (["in.ndjson"], 2, "-o/--output"),
        (["in.ndjson", "-o", "out", "--jobs", "0"], 2, "must be a whole number from 1 to 64"),
        (["in.ndjson", "-o", "out", "--jobs", "many"], 2, "must be a whole number from 1 to 64"),
        (["in.ndjson", "-o", "out", "--format", "doc"], 2, "--format"),
        (["in.ndjson", "-o", "out", "--language", "xx"], 2, "language: must be a published one"),
        (["--mode", "kiosk", "in.ndjson", "-o", "out"], 2, "refused in kiosk mode"),
        (["empty", "-o", "out"], 2, "empty: holds no .json file"),
    ],
)
def test_what_cannot_be_is_one_plain_line(
    arguments: list[str], code: int, words: str, tmp_path: Path, out: Path,
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    write_lines(tmp_path / "in.ndjson", [answers(1)])
    write_lines(tmp_path / "in.json", [answers(1)])
    (tmp_path / "empty").mkdir()
    before = ["--mode", "kiosk"] if arguments[0] == "--mode" else []
    assert main([*before, "batch", *arguments[len(before) :]]) == code
    said = capfd.readouterr().err
    assert words in said
    assert said.count("\n") == 1
    assert documents(out) == {}
    assert not (tmp_path / "nowhere").exists()


def test_two_workers_make_the_same_files_as_one(tmp_path: Path, out: Path) -> None:
    lines: list[object] = [answers(number) for number in range(20)]
    lines[7] = "{"
    source = write_lines(tmp_path / "in.ndjson", lines)
    assert batch(source, out) == 1
    other = tmp_path / "other"
    other.mkdir()
    assert batch(source, other, "--jobs", "2") == 1
    assert documents(out) == documents(other)
    assert len(documents(out)) == 19


def test_no_more_lines_are_read_ahead_than_the_workers_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = 0

    def lines() -> Iterator[Line]:
        nonlocal taken
        for number in range(1, 101):
            taken += 1
            yield number, b"{}"

    done = 0
    for found in pool.outcomes(lines(), making_in(tmp_path), 2):
        done += len(found)
        assert all(each.state is State.BAD for each in found)
        assert taken - done <= (pool._AHEAD * 2 + 1) * pool.TOGETHER * 2
    assert (taken, done) == (100, 100)


def making_in(folder: Path) -> pool.Making:
    from datetime import date

    from her2guide.settings import Site

    return pool.Making(folder, "txt", "full", "letter", False, None, date(2026, 11, 29), Site())


def test_a_disk_that_is_full_ends_it_with_one_plain_line(tmp_path: Path, out: Path) -> None:
    source = write_lines(tmp_path / "in.ndjson", [answers(number) for number in range(8)])
    for jobs in ("1", "2"):
        command = f'ulimit -f 1; exec "$0" -m her2guide batch "$1" -o "$2" --jobs {jobs} --format pdf --length short'
        done = subprocess.run(
            ["/bin/bash", "-c", command, sys.executable, str(source), str(out)],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 3, done.stderr
        assert done.stderr.count("\n") == 1
        assert "could not be written: the file is larger than allowed here" in done.stderr
        assert documents(out) == {}
        assert [each.name for each in out.iterdir() if each.suffix == ".tmp"] == []


def test_a_bar_is_drawn_on_a_terminal_and_nowhere_else(tmp_path: Path, out: Path) -> None:
    source = write_lines(tmp_path / "in.ndjson", [answers(1), "{", answers(3)])
    command = [sys.executable, "-m", "her2guide", "batch", str(source), "-o", str(out), "--jobs", "1",
               "--format", "txt", *TODAY]  # fmt: skip
    ours, theirs = pty.openpty()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert done.returncode == 1
    assert done.stdout == b""
    assert "[##########" in shown
    assert "100%  2 made, 0 unchanged, 1 refused" in shown
    assert shown.splitlines()[-1] == "her2guide: 2 made, 0 unchanged, 1 refused" or "\x1b[K" in shown.splitlines()[-1]
    quiet = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "\x1b" not in quiet.stderr
    assert "[#" not in quiet.stderr


def test_outcomes_hold_nothing_of_a_line() -> None:
    assert set(Outcome.__slots__) == {"number", "state", "size", "words"}
