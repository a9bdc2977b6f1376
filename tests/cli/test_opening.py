"""Mode, language and file are read in one way, whoever asks for the window."""

import subprocess
import sys
from pathlib import Path

import pytest

from her2guide.errors import UsageError
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import IhcScore
from her2guide.opening import Opening, read_opening
from her2guide.settings import KIOSK

SHOW = """
import sys
from her2guide.app import build_app
app = build_app(sys.argv[1:])
window = app.window
print(window.visit.settings.mode, window.visit.library.language, window.visit.answers.her2.ihc, window.isVisible())
"""


def build(*argv: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", SHOW, *argv]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "answers.json"
    path.write_text('{"schema": 1, "her2": {"ihc": "1+"}}')
    return str(path)


@pytest.mark.parametrize(
    ("arguments", "opening"),
    [
        ([], Opening()),
        (["--mode", "home"], Opening()),
        (["--mode=kiosk"], Opening(settings=KIOSK)),
        (["--language", "en", "--mode", "kiosk"], Opening("en", settings=KIOSK)),
    ],
)
def test_a_command_line_tells_mode_and_language(arguments: list[str], opening: Opening) -> None:
    assert read_opening(arguments) == opening


def test_an_answers_file_is_opened_but_never_on_a_shared_machine(file: str) -> None:
    assert read_opening([file]) == Opening(answers=Answers(her2=Her2Result(ihc=IhcScore.ONE_PLUS)))
    with pytest.raises(UsageError, match="refused in kiosk mode"):
        read_opening(["--mode", "kiosk", file])


BAD = [
    (["--mode", "shop"], "--mode"),
    (["--language", "xx"], "language: must be a published one: en"),
    (["--language", "es"], "language: must be a published one: en"),
    (["--mod", "kiosk"], "--mod"),
    (["--settings", "clinic.toml"], "clinic.toml: cannot be read (no such file"),
    (["guide"], "an answers file ends in .json"),
    (["visit.h2g"], "visit.h2g: cannot be read: it is not there"),
    (["missing.json"], "missing.json: cannot be read"),
]


@pytest.mark.parametrize(("arguments", "words"), BAD)
def test_what_is_not_known_is_refused_by_name(arguments: list[str], words: str) -> None:
    with pytest.raises(UsageError, match=words.replace("(", r"\(")):
        read_opening(arguments)


@pytest.mark.parametrize("name", [(), ("her2guide",)])
def test_the_application_reads_its_own_command_line(name: tuple[str, ...], file: str) -> None:
    assert build(*name, "--mode", "kiosk").stdout == "kiosk en None True\n"
    if name:
        assert build(*name, file).stdout == "home en 1+ True\n"


def test_the_application_refuses_what_it_does_not_know_in_one_line() -> None:
    for arguments, words in BAD[:2]:
        done = build("her2guide", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("her2guide: ")
        assert done.stderr.count("\n") == 1
        assert words in done.stderr
