"""What a person's own computer may remember of how the window looks: one small file, strictly read, no answers."""

import json
from pathlib import Path

import pytest

from her2guide.files import comfort
from her2guide.files.comfort import Comfort, forget, keep, place, read
from her2guide.files.errors import OutputError

SIZES, COLORS = (100, 130), ("light", "dark")


def test_what_is_kept_is_read_again_and_nothing_else_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "her2guide" / "comfort.json"
    keep(path, Comfort(130, "dark"))
    assert json.loads(path.read_text()) == {"comfort": 1, "text_size": 130, "colors": "dark"}
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert read(path, SIZES, COLORS) == Comfort(130, "dark")
    keep(path, Comfort(100, "light"))
    assert read(path, SIZES, COLORS) == Comfort(100, "light")
    forget(path)
    assert list(tmp_path.iterdir()) == []
    forget(path)


GOOD = {"comfort": 1, "text_size": 130, "colors": "dark"}


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "[" * 100_000, "\xff",
        json.dumps({**GOOD, "comfort": 2}),
        json.dumps({**GOOD, "text_size": 131}),
        json.dumps({**GOOD, "text_size": "130"}),
        json.dumps({**GOOD, "text_size": True}),
        json.dumps({**GOOD, "colors": "pink"}),
        json.dumps({**GOOD, "colors": ["dark"]}),
        json.dumps({**GOOD, "more": 1}),
        json.dumps({"comfort": 1, "text_size": 130}),
        json.dumps(GOOD) + " " * comfort.MAX_BYTES + "x",
    ],
)  # fmt: skip
def test_a_broken_file_is_as_none_and_is_replaced(text: str, tmp_path: Path) -> None:
    path = tmp_path / "comfort.json"
    path.write_text(text, encoding="latin-1")
    found = read(path, SIZES, COLORS)
    assert found is None or text.startswith(json.dumps(GOOD))
    keep(path, Comfort(100, "light"))
    assert read(path, SIZES, COLORS) == Comfort(100, "light")


def test_a_missing_file_a_folder_and_no_place_are_as_none(tmp_path: Path) -> None:
    assert read(tmp_path / "comfort.json", SIZES, COLORS) is None
    assert read(tmp_path, SIZES, COLORS) is None
    assert read(None, SIZES, COLORS) is None


@pytest.mark.parametrize(
    ("system", "surroundings", "expected"),
    [
        ("linux", {"HOME": "/somewhere/ana"}, "/somewhere/ana/.config/her2guide/comfort.json"),
        ("linux", {"HOME": "/somewhere/ana", "XDG_CONFIG_HOME": "/x"}, "/x/her2guide/comfort.json"),
        ("linux", {"HOME": "/somewhere/ana", "XDG_CONFIG_HOME": "x"}, "/somewhere/ana/.config/her2guide/comfort.json"),
        ("darwin", {"HOME": "/u/ana"}, "/u/ana/Library/Application Support/her2guide/comfort.json"),
        ("win32", {"APPDATA": "/ana/AppData"}, "/ana/AppData/her2guide/comfort.json"),
        ("linux", {}, None),
        ("darwin", {}, None),
        ("win32", {}, None),
    ],
)
def test_each_system_has_its_place(
    system: str, surroundings: dict[str, str], expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "USERPROFILE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("her2guide.files.comfort.sys.platform", system)
    assert place() == (None if expected is None else Path(expected))


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "her2guide").write_text("a file")
    with pytest.raises(OutputError):
        keep(tmp_path / "her2guide" / "comfort.json", Comfort(100, "light"))
    assert (tmp_path / "her2guide").read_text() == "a file"
