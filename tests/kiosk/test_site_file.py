"""A clinic's file: what each key may hold, what several files make together, and that nothing in it opens a lock."""

import json
import subprocess
import sys
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from her2guide.check import site_findings
from her2guide.cli import main
from her2guide.errors import UsageError
from her2guide.library.library import Library
from her2guide.model.answers import Answers, ContactDetails
from her2guide.opening import read_opening
from her2guide.settings import CONSULT, HOME, KIOSK, Idle, Settings, Site
from her2guide.site_file import Places, SiteFile, read_site_file, settings_of
from her2guide.ui.visit import Visit
from her2guide.wizard.clinic import contacts_of, with_contacts

LANGUAGES = ("en", "es")
PIN = f"scrypt$32768$8$1${'ab' * 16}${'cd' * 32}"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (64).to_bytes(4, "big") * 2
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>'
FULL = f"""
name = "Elm Street Breast Clinic"
logo = "LOGO"
printer = "patient-guide"
pin_hash = "{PIN}"
words = "FOLDER"
languages = ["en"]

[phones]
daytime = "555-0100"
after_hours = "(555) 0101 ext. 22"

[idle]
question = 60
guide = 600
call = 240
countdown = 20
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "words").mkdir()
    return tmp_path


def read(place: Path, text: str | bytes, name: str = "site.toml") -> SiteFile:
    data = text.encode() if isinstance(text, str) else text
    data = data.replace(b"LOGO", str(place / "logo.png").encode()).replace(b"FOLDER", str(place / "words").encode())
    (place / name).write_bytes(data)
    return read_site_file(place / name, LANGUAGES)


def made(*files: SiteFile, preset: Settings = KIOSK) -> Settings:
    return settings_of(files, preset)


def test_a_full_file_fills_every_value_it_can(place: Path) -> None:
    found = made(read(place, FULL))
    assert found.problems == ()
    assert found.idle == Idle(60, 600, 240, 20)
    assert found.languages == ("en",)
    assert found.site == Site(
        "Elm Street Breast Clinic",
        str(place / "logo.png"),
        "555-0100",
        "(555) 0101 ext. 22",
        "patient-guide",
        PIN,
        str(place / "words"),
    )
    assert all(asdict(found.site).values())
    assert replace(found, idle=KIOSK.idle, languages=(), site=Site()) == KIOSK


def test_no_file_and_an_empty_file_leave_the_preset_as_it_is(place: Path) -> None:
    for preset in (HOME, KIOSK, CONSULT):
        assert made(preset=preset) == preset
        assert made(read(place, ""), preset=preset) == preset


WRONG = [
    ('nme = "x"', "nme", "is not known; allowed are name, logo"),
    ("locked = false", "locked", "is not known"),
    ("files = true", "files", "is not known"),
    ("phones = 1", "phones", "must be a table"),
    ("[phones]\nmobile = '1'", "phones.mobile", "allowed are phones.daytime, phones.after_hours"),
    ("[idle]\nnever = 1", "idle.never", "allowed are idle.question, idle.guide, idle.call, idle.countdown"),
    ("name = 1", "name", "must be a text of one line, at most 120 characters"),
    ('name = "a\\nb"', "name", "must be a text of one line"),
    ('name = "a\\u202eb"', "name", "must be a text of one line"),
    (f'name = "{"x" * 121}"', "name", "at most 120"),
    ('[phones]\ndaytime = "call us"', "phones.daytime", "must be a phone number"),
    ('[phones]\nafter_hours = "12"', "phones.after_hours", "must be a phone number"),
    ('[phones]\ndaytime = "<b>555-0100</b>"', "phones.daytime", "must be a phone number"),
    ('printer = "-o raw"', "printer", "must be the name of a print queue"),
    ('printer = "a/b"', "printer", "must be the name of a print queue"),
    ("[idle]\nquestion = 59", "idle.question", "from 60 to 600"),
    ("[idle]\nguide = 601", "idle.guide", "from 60 to 600"),
    ("[idle]\ncall = 60.0", "idle.call", "must be a whole number"),
    ("[idle]\nquestion = true", "idle.question", "must be a whole number"),
    ("[idle]\ncountdown = 19", "idle.countdown", "from 20 to 120"),
    ("[idle]\ncountdown = 121", "idle.countdown", "from 20 to 120"),
    ("languages = []", "languages", "must be a list of published ones: en, es"),
    ('languages = ["xx"]', "languages", "published ones"),
    ('languages = "en"', "languages", "must be a list"),
    ('languages = ["en", 1]', "languages", "must be a list"),
    ('pin_hash = "123456"', "pin_hash", "--make-pin"),
    (f'pin_hash = "{PIN.replace("32768", "99999")}"', "pin_hash", "--make-pin"),
    ('logo = "logo.png"', "logo", "absolute path"),
    ('logo = "/nowhere/logo.png"', "logo", "cannot be read (no such file)"),
    ('logo = "FOLDER"', "logo", "cannot be read (not an ordinary file)"),
    ('words = "words"', "words", "absolute path of a folder"),
    ('words = "LOGO"', "words", "absolute path of a folder"),
    ("= 1", "", "is not valid TOML (at line 1, column 1)"),
    ('name = "a"\nname = "b"', "", "is not valid TOML"),
    ("a = " + "[" * 5000, "", "is not valid TOML"),
    (b"name = '\xff'", "", "must be UTF-8 text"),
    ("# " + "x" * 64 * 1024, "", "must be at most 64 KiB"),
]


@pytest.mark.parametrize(("text", "key", "words"), WRONG)
def test_what_a_key_may_not_hold_is_told_in_one_line_and_changes_nothing(
    text: str | bytes, key: str, words: str, place: Path
) -> None:
    found = read(place, text)
    assert [problem.key for problem in found.problems] == [key]
    line = str(found.problems[0])
    assert line.startswith(f"{place / 'site.toml'}: ")
    assert words in line
    assert "\n" not in line
    settings = made(found)
    assert replace(settings, problems=()) == KIOSK
    assert settings.problems == (line,)


@pytest.mark.parametrize("name", ["nobody.toml", "a\0b.toml", "."])
def test_a_file_that_cannot_be_read_is_told(name: str, place: Path) -> None:
    found = read_site_file(place / name, LANGUAGES)
    assert not found.readable
    assert "cannot be read" in str(found.problems[0])


@pytest.mark.parametrize(
    "picture",
    [
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        PNG[:16] + (4001).to_bytes(4, "big") * 2,
        PNG[:16] + bytes(8),
        SVG.replace(b"<circle", b'<image xlink:href="/etc/hostname"/><circle'),
        SVG.replace(b"<circle", b"<SCRIPT/><circle"),
        SVG.replace(b"<circle", b'<use href="/etc/hostname"/><circle'),
        SVG.replace(b"<circle", b"<foreignObject/><circle"),
        SVG.replace(b"<circle", b"<style>@import 'x'</style><circle"),
        b"<!DOCTYPE svg>" + SVG,
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG,
        SVG.replace(b"<circle", b'<circle fill="url(file:///x)"'),
        PNG + bytes(512 * 1024),
    ],
)
def test_a_logo_that_could_do_more_than_be_seen_is_refused(picture: bytes, place: Path) -> None:
    (place / "logo.png").write_bytes(picture)
    assert [problem.key for problem in read(place, 'logo = "LOGO"').problems] == ["logo"]


@pytest.mark.parametrize("picture", [PNG, SVG, b'<?xml version="1.0"?><!-- ours -->' + SVG])
def test_a_plain_logo_is_taken(picture: bytes, place: Path) -> None:
    (place / "logo.png").write_bytes(picture)
    assert read(place, 'logo = "LOGO"').problems == ()


def test_of_limits_the_stricter_file_wins_in_any_order(place: Path) -> None:
    long = read(place, '[idle]\nquestion = 300\nguide = 60\n[phones]\n"daytime" = "555-0100"')
    short = read(place, '[idle]\nquestion = 120\nguide = 600\nlanguages = ["en"]'.replace("languages", "call = 60\n#"))
    for files in ((long, short), (short, long)):
        assert made(*files).idle == Idle(question=120, guide=60, call=60, countdown=60)
    assert made(long).idle == Idle(question=300, guide=60)


def test_a_language_is_offered_where_every_file_names_it(place: Path) -> None:
    both, spanish = read(place, 'languages = ["en", "es"]'), read(place, 'languages = ["es"]')
    assert made(both).languages == ("en", "es")
    assert made(both, spanish).languages == made(spanish, both).languages == ("es",)
    neither = made(read(place, 'languages = ["en"]'), spanish)
    assert neither.languages == ()
    assert "no language is left" in neither.problems[0]


def test_of_words_the_last_file_wins_but_an_empty_pin_closes_the_way_out_for_good(place: Path) -> None:
    first = read(place, f'name = "Elm"\npin_hash = "{PIN}"')
    second = read(place, 'name = "Oak"\npin_hash = ""')
    assert made(first).site == Site(name="Elm", pin_hash=PIN)
    assert made(first, second).site == Site(name="Oak")
    assert made(second, first).site == Site(name="Elm")


def test_a_broken_file_among_good_ones_leaves_only_what_is_stricter(place: Path) -> None:
    good = read(place, f'name = "Elm"\npin_hash = "{PIN}"\n[idle]\nquestion = 60\nguide = 600')
    found = made(good, read(place, "locked = false"))
    assert found.site == Site()
    assert found.idle == Idle(question=60)
    assert replace(found, idle=KIOSK.idle, problems=()) == KIOSK


def test_no_file_gives_idle_times_to_a_place_that_has_none(place: Path) -> None:
    assert made(read(place, "[idle]\nquestion = 60"), preset=HOME).idle is None


def test_the_files_of_a_computer_are_read_in_order(tmp_path: Path) -> None:
    places = Places(tmp_path / "site.toml", tmp_path / "conf.d")
    assert places.files() == ()
    (tmp_path / "conf.d").mkdir()
    for name in ("20-b.toml", "10-a.toml", "note.txt"):
        (tmp_path / "conf.d" / name).touch()
    assert [path.name for path in places.files()] == ["10-a.toml", "20-b.toml"]
    (tmp_path / "site.toml").touch()
    assert [path.name for path in places.files()] == ["site.toml", "10-a.toml", "20-b.toml"]


def test_a_folder_that_cannot_be_looked_into_is_told_and_not_taken_for_empty(places: Places) -> None:
    places.folder.symlink_to(places.folder)
    found = read_opening(["--mode", "kiosk"], places=places).settings
    assert replace(found, problems=()) == KIOSK
    assert found.problems[0].startswith(f"{places.folder}: cannot be read")


def test_a_file_whose_folder_is_closed_is_told(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(self: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    for name in ("exists", "is_file"):
        monkeypatch.setattr(Path, name, closed)
    assert places.files() == (places.file,)
    assert "cannot be read (permission denied)" in str(read_site_file(places.file, LANGUAGES).problems[0])


# --- who reads them


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "site.toml", tmp_path / "conf.d")


def test_the_computers_own_files_are_read_on_a_shared_screen_and_at_a_desk_but_not_at_home(places: Places) -> None:
    places.file.write_text('name = "Elm"')
    assert read_opening(["--mode", "kiosk"], places=places).settings == replace(KIOSK, site=Site(name="Elm"))
    assert read_opening(["--mode", "consult"], places=places).settings == replace(CONSULT, site=Site(name="Elm"))
    assert read_opening([], places=places).settings == HOME


@pytest.mark.parametrize("named", [True, False])
def test_a_locked_screen_opens_with_a_broken_file_and_tells_what_is_wrong(named: bool, places: Places) -> None:
    places.file.write_text("locked = false")
    arguments = ["--mode", "kiosk", *(["--settings", str(places.file)] if named else [])]
    found = read_opening(arguments, places=places).settings
    assert replace(found, problems=()) == KIOSK
    assert "locked: is not known" in found.problems[0]


def test_a_desk_opens_with_a_broken_file_of_the_computer_but_not_with_one_that_is_named(places: Places) -> None:
    places.file.write_text("locked = false")
    assert read_opening(["--mode", "consult"], places=places).settings.problems
    for mode in ("consult", "home"):
        with pytest.raises(UsageError, match=r"locked: is not known; allowed are name"):
            read_opening(["--mode", mode, "--settings", str(places.file)], places=places)


def test_a_site_offers_only_its_own_languages(places: Places) -> None:
    places.file.write_text('languages = ["en"]')
    assert read_opening(["--mode", "kiosk", "--language", "en"], places=places).language == "en"
    with pytest.raises(UsageError, match="language: must be a published one: en"):
        read_opening(["--mode", "kiosk", "--language", "es"], places=places)


def test_home_reads_nothing_of_a_site() -> None:
    code = "import sys, her2guide.opening as o; o.read_opening([]); print('her2guide.site_file' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_clinics_phones_are_there_for_whoever_types_none() -> None:
    known = contacts_of(Site(name="Elm", daytime_phone="555-0100"))
    assert with_contacts(Answers(), known).contacts == ContactDetails("Elm", "555-0100", None, None)
    own = Answers(contacts=ContactDetails(daytime_phone="555-0199", infusion_day="Monday"))
    assert with_contacts(own, known).contacts == ContactDetails("Elm", "555-0199", None, "Monday")
    assert with_contacts(own, contacts_of(Site())) == own


def test_an_exported_guide_has_the_clinics_phone(place: Path) -> None:
    (place / "answers.json").write_text('{"schema": 1, "her2": {"ihc": "1+"}}')
    (place / "site.toml").write_text('[phones]\ndaytime = "555-0100"')
    out = place / "guide.txt"
    command = ["--settings", str(place / "site.toml"), "export", str(place / "answers.json"), "-o", str(out)]
    assert main([*command, "--today", "2026-11-23"]) == 0
    assert "555-0100" in out.read_text()


def test_an_export_with_a_broken_file_is_refused_in_one_line(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (place / "answers.json").write_text('{"schema": 1}')
    (place / "site.toml").write_text("[idle]\nquestion = 5")
    command = ["export", str(place / "answers.json"), "-o", str(place / "guide.txt")]
    assert main([*command, "--settings", str(place / "site.toml")]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("her2guide: ")
    assert err.endswith("idle.question: must be a whole number of seconds from 60 to 600\n")
    assert not (place / "guide.txt").exists()


# --- whatever is in it


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["name", "logo", "printer", "pin_hash", "words", "languages", "idle", "phones", "idle.call", "locked", "question"]
)
TREES = st.dictionaries(KEYS | st.text(max_size=8), VALUES, max_size=6)
IDLE = st.dictionaries(st.sampled_from(["question", "guide", "call", "countdown"]), st.integers(0, 1000))


def toml(tree: object, name: str = "") -> str:
    """Write a tree as one inline TOML value, or at the top as lines; what TOML cannot hold becomes a text."""
    if isinstance(tree, dict):
        pairs = [f"{json.dumps(key)} = {toml(value, key)}" for key, value in tree.items()]
        return "\n".join(pairs) if name == "" else "{" + ", ".join(pairs) + "}"
    if isinstance(tree, list):
        return "[" + ", ".join(toml(each, "inner") for each in tree) + "]"
    return json.dumps("null" if tree is None else tree)


def assert_safe(found: Settings) -> None:
    """Whatever a file says, the screen stays locked, times stay in their limits, and wrong words are not used."""
    assert found.locked
    assert not found.files
    assert found.idle is not None
    times = asdict(found.idle)
    assert 20 <= times.pop("countdown") <= 120
    assert all(60 <= seconds <= 600 for seconds in times.values())
    assert set(found.languages) <= set(LANGUAGES)
    if found.problems:
        assert found.site == Site()
        assert all("\n" not in line for line in found.problems)


@given(tree=TREES, idle=IDLE)
@settings(max_examples=150, deadline=None)
def test_no_file_opens_a_locked_screen(tree: dict[str, object], idle: dict[str, int]) -> None:
    path = FOLDER / "site.toml"
    path.write_text(toml({**tree, "idle": idle}), encoding="utf-8", errors="replace")
    found = read_site_file(path, LANGUAGES)
    assert found.readable
    assert_safe(made(found))


@given(data=st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_bytes_open_a_locked_screen(data: bytes) -> None:
    path = FOLDER / "site.toml"
    path.write_bytes(data)
    assert_safe(made(read_site_file(path, LANGUAGES)))


@pytest.fixture(autouse=True, scope="module")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    global FOLDER  # noqa: PLW0603 - hypothesis shares one folder between its examples
    FOLDER = tmp_path_factory.mktemp("site")


FOLDER = Path()


def test_the_check_lists_everything_that_is_wrong_with_a_file(place: Path) -> None:
    text = 'nme = "x"\n[idle]\nquestion = 5\n'
    read(place, text)
    file = str(place / "site.toml")
    found = site_findings(file, LANGUAGES)
    assert [(each.kind, each.id) for each in found] == [("site", "nme"), ("site", "idle.question")]
    assert all(each.text.startswith(f"{file}: ") for each in found)
    assert site_findings(str(place / "logo.png"), LANGUAGES)[0].id == "file"
    read(place, FULL)
    assert site_findings(file, LANGUAGES) == ()


def test_the_check_of_a_file_that_is_not_there_is_bad_input(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--settings", str(place / "nobody.toml")]) == 2
    assert capfd.readouterr().err.endswith("nobody.toml: cannot be read (no such file); it must be a site file\n")


def test_the_phones_stay_for_the_next_person_and_what_the_last_one_typed_does_not() -> None:
    visit = Visit(Library("en"), date(2026, 11, 23), replace(KIOSK, site=Site(daytime_phone="555-0100")))
    visit.session = replace(visit.session, answers=Answers(contacts=ContactDetails(daytime_phone="555-0199")))
    visit.forget()
    assert visit.answers == Answers(contacts=ContactDetails(daytime_phone="555-0100"))
