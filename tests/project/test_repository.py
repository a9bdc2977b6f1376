"""The checkout itself: what may lie in it, and what must never be written into it."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "docs",
    "her2guide",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}
TOOL_LOCK_FILES = {"uv.lock", "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "poetry.lock"}

# A letter in brackets keeps a pattern from matching its own text.
INDEX_ADDRESS = re.compile(
    r"--(extra-)?index-url|--find[-]links|--registr[y][= ]|https?://registr[y]\."
    r"|https?://[^\s\"']+/simple/?(\s|$)|files[.]pythonhosted|\"resolved\":\s*\"http"
)
MACHINE_PATH = re.compile(r"(?<![\w./:$}~-])(file://)?/(root|work|Users|home/[A-Za-z][\w.-]*)/")

Requirements = dict[str, str]  # "name==version" (with its marker) -> the lines that follow it


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """The files git knows, relative to the top."""
    # GIT_* would point elsewhere inside a hook; safe.directory lets another owner's checkout be read.
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-c", "safe.directory=*", "-C", str(ROOT), "ls-files", "-z"]
    try:
        done = subprocess.run(command, capture_output=True, check=True, env=env)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout, or git is not installed: there is no list of files to look at")
    names = [name for name in done.stdout.decode().split("\0") if name]
    if not names:
        pytest.skip("git follows no file here: there is no list of files to look at")
    return [Path(name) for name in names]


def texts(paths: list[Path]) -> list[tuple[Path, str]]:
    """The files people can read; fonts and pictures are left out."""
    contents = [(path, (ROOT / path).read_bytes()) for path in paths if (ROOT / path).is_file()]
    return [(path, data.decode()) for path, data in contents if b"\0" not in data]


def places(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:80]}"
        for path, text in texts(paths)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def read_lock(name: str) -> Requirements:
    """Split a lock file into its requirements; comment lines are dropped."""
    requirements: Requirements = {}
    for line in (ROOT / "packaging" / name).read_text().splitlines():
        if line and not line[0].isspace() and not line.startswith("#"):
            current = line.rstrip("\\ ")
            requirements[current] = ""
        elif line.strip().startswith("--hash"):
            requirements[current] += line
    return requirements


def declared() -> list[str]:
    """The names pyproject.toml asks for, for the app and for its tests."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    return [re.split(r"[<>=!~; \[]", requirement)[0] for requirement in wanted]


def test_the_top_level_holds_only_the_agreed_names(tracked: list[Path]) -> None:
    assert {path.parts[0] for path in tracked} - TOP_LEVEL == set()


def test_no_file_names_a_package_index(tracked: list[Path]) -> None:
    assert places(INDEX_ADDRESS, tracked) == []


def test_no_file_names_a_path_of_somebodys_machine(tracked: list[Path]) -> None:
    assert places(MACHINE_PATH, tracked) == []


def test_no_lock_file_that_records_addresses_is_kept(tracked: list[Path]) -> None:
    assert [path for path in tracked if path.name in TOOL_LOCK_FILES] == []


@pytest.mark.parametrize(
    "line",
    [
        "--index" + "-url https://example.org",
        "--extra-index" + "-url=x",
        "--find" + "-links wheels",
        "see https://example.org/pypi" + "/simple/",
        "https://registry" + ".example.org/left-pad",
        '"resolved": ' + '"https://example.org/left-pad.tgz"',
    ],
)
def test_the_search_for_package_indexes_finds_one(line: str) -> None:
    assert INDEX_ADDRESS.search(line)


@pytest.mark.parametrize("place", ["root/x", "work/x", "home/" + "ana/x", "Users/x"])
@pytest.mark.parametrize("before", ["", "see ", '"', "=", "file://"])
def test_the_search_for_machine_paths_finds_one(before: str, place: str) -> None:
    assert MACHINE_PATH.search(f"{before}/{place}")


@pytest.mark.parametrize("line", ["https://example.org/home/rights", "docs/home/plan.md", "/home/<name>/"])
def test_the_search_for_machine_paths_leaves_other_paths_alone(line: str) -> None:
    assert not MACHINE_PATH.search(line)


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-dev.txt", "requirements-sbom.txt", "requirements-verapdf.txt"]
)
def test_each_locked_requirement_has_one_version_and_its_hashes(name: str) -> None:
    requirements = read_lock(name)
    assert requirements
    assert [line for line in requirements if not re.match(r"[\w.-]+==[\w.+!-]+( ; .+)?$", line)] == []
    assert [line for line, hashes in requirements.items() if "--hash=sha256:" not in hashes] == []


def test_the_tests_run_on_the_very_versions_the_app_is_shipped_with() -> None:
    assert read_lock("requirements.txt").items() <= read_lock("requirements-dev.txt").items()


def test_each_declared_dependency_is_locked() -> None:
    locked = {line.split("==")[0] for line in read_lock("requirements-dev.txt")}
    assert {name.lower() for name in declared()} <= locked


@pytest.mark.parametrize("document", ["docs/decisions/0001-dependencies.md", "docs/third-party.md"])
def test_each_declared_dependency_is_written_down(document: str) -> None:
    text = (ROOT / document).read_text()
    assert [name for name in declared() if f"| {name} |" not in text] == []


def test_each_font_has_its_licence_beside_it() -> None:
    fonts = ROOT / "resources" / "fonts"
    assert list(fonts.glob("*.ttf"))
    assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts / "OFL.txt").read_text()
