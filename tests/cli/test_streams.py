"""Streams that are closed, full or gone, and what lies about on the machine, are met calmly."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

HER2GUIDE = f"{shlex.quote(sys.executable)} -m her2guide"
TODAY = "--today 2026-11-23"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.json").write_text('{"schema": 1}', encoding="utf-8")
    (tmp_path / "n.ndjson").write_text('{"schema": 1}\n', encoding="utf-8")
    return tmp_path


def shell(command: str, folder: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a command as a person would type it; H stands for the program."""
    line = command.replace("H ", f"{HER2GUIDE} ", 1) if "H " in command else command
    path = os.pathsep.join([str(Path.cwd()), os.environ.get("PYTHONPATH", "")])
    surroundings = {**os.environ, "PYTHONPATH": path, **more}
    return subprocess.run(
        ["/bin/sh", "-c", line], cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (f"H explain a.json {TODAY} >&-", 3),
        ("H check >&-", 3),
        (f"H explain n.ndjson {TODAY} >&-", 3),
        (f"H export a.json -o - --format txt {TODAY} >&-", 3),
        ("H explain - <&-", 2),
        ("H explain - --ndjson <&-", 2),
        ("H export - -o x.txt <&-", 2),
        (f"H export a.json -o - --format pdf {TODAY} >/dev/full", 3),
        (f"H explain a.json {TODAY} >/dev/full", 3),
        ("H --version >/dev/full", 3),
        ("H --help >/dev/full", 3),
    ],
)
def test_a_stream_that_is_closed_or_full_gets_one_line_and_its_code(command: str, code: int, folder: Path) -> None:
    done = shell(command, folder)
    assert done.returncode == code
    assert done.stderr.startswith("her2guide: standard ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("H explain nope.json 2>/dev/full", 2),
        ("H explain nope.json 2>&-", 2),
        (f"H export u.json -o u.pdf {TODAY} 2>/dev/full", 0),
    ],
)
def test_the_code_stays_right_when_nobody_can_read_the_line(command: str, code: int, folder: Path) -> None:
    (folder / "u.json").write_text(json.dumps({"schema": 1, "questions": ["你"]}), encoding="utf-8")
    assert shell(command, folder).returncode == code


def test_a_line_that_is_too_long_is_told_even_when_it_begins_with_blanks(folder: Path) -> None:
    (folder / "s.ndjson").write_bytes(b" " * 3_000_000 + b'{"schema":1}\n{"schema":1}\n\n')
    done = shell(f"H explain s.ndjson {TODAY}", folder)
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 1
    assert first == {"line": 1, "error": "file: must be at most 1 MiB"}
    assert second["schema"] == 1


def test_answers_read_from_standard_input_are_not_replaced_either(folder: Path) -> None:
    done = shell(f"H export - -o a.json {TODAY} < a.json", folder)
    assert done.returncode == 2
    assert (folder / "a.json").read_text() == '{"schema": 1}'


def test_nothing_that_lies_about_runs_in_an_export_or_changes_it(folder: Path) -> None:
    (folder / ".reportlab_mods").write_text('raise SystemExit("ran")')
    (folder / ".reportlab_settings").write_text("pageCompression = 0\n")
    (folder / "reportlab_mods.py").write_text('raise SystemExit("ran")')
    assert shell(f"H export {folder}/a.json -o plain.pdf {TODAY}", folder.parent).returncode == 0
    odd = {
        "HOME": str(folder),
        "SOURCE_DATE_EPOCH": "0",
        "RL_embeddedHyphenation": "1",
        "RL_pdfComments": "1",
        "TZ": "Asia/Tokyo",
    }
    done = shell(f"H export a.json -o odd.pdf {TODAY}", folder, **odd)
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "odd.pdf").read_bytes() == (folder.parent / "plain.pdf").read_bytes()


def test_text_needs_neither_fonts_nor_reportlab(folder: Path) -> None:
    code = (
        "import sys; from her2guide.cli import main;"
        "code = main(['export', 'a.json', '-o', 'a.txt', '--today', '2026-11-23']);"
        "sys.exit(code or ('reportlab' in sys.modules))"
    )
    assert shell(f"{shlex.quote(sys.executable)} -c {shlex.quote(code)}", folder).returncode == 0


@pytest.mark.parametrize("damage", ["missing", "empty", "junk"])
def test_a_font_that_cannot_be_used_is_named_in_one_line(
    damage: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from her2guide.library.errors import ContentError
    from her2guide.output.pdf_fonts import WEIGHTS, load_fonts, path

    for weight in WEIGHTS:
        if damage != "missing":
            path(folder, weight).write_bytes(b"" if damage == "empty" else b"junk" * 999)
    with pytest.raises(ContentError, match=r"^resources/fonts/SourceSans3-Regular\.ttf: is missing or is not a font"):
        load_fonts(folder)


def test_a_name_that_ends_like_a_folder_is_refused(folder: Path) -> None:
    assert shell(f"H export a.json -o x.txt/ {TODAY}", folder).returncode == 2
    assert sorted(path.name for path in folder.iterdir()) == ["a.json", "n.ndjson"]
