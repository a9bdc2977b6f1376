"""A broken content file is refused, and the message names file, entry and key."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from her2guide.library.errors import ContentError
from her2guide.library.library import Library, languages
from tests.copied import content_copy

Edit = Callable[[Path], None]


def replaced(name: str, old: str, new: str) -> Edit:
    """Return an edit that replaces the first `old` of a content file; the file must hold it."""

    def edit(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} no longer holds {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def appended(name: str, text: str) -> Edit:
    def edit(root: Path) -> None:
        with (root / name).open("a", encoding="utf-8") as file:
            file.write(text)

    return edit


def removed(name: str) -> Edit:
    return lambda root: (root / name).unlink()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of all content that a test may break."""
    return content_copy(tmp_path)


FACT = '\n["test.fact"]\nvalue = "1"\nunit = "u"\nkind = "rule"\npopulation = "p"\nshow = "yes"\nchecked = 2026-11-23\n'
SOURCE = '\n[test-source]\ntitle = "T"\npublisher = "P"\ndate = ""\nchecked = 2026-11-23\n'
DATED = FACT + 'due = 2027-01-01\nsource = "asco-cap-her2-2018-ihc"\n'
MAKERS, FUNDS = "content/programs/makers.toml", "content/programs/funds.toml"
CARD = 'marketplace = "accept", medicare = "exclude"'
STEPS = "content/steps.toml"
FACTS, SOURCES = "content/facts/testing.toml", "content/sources/testing.toml"

CASES: dict[str, tuple[Edit, str]] = {
    "a file that is not TOML": (
        appended("content/edition.toml", "= 1"),
        r"resources/content/edition\.toml: is not valid TOML",
    ),
    "a key that is not known": (
        appended("content/edition.toml", "\nextra = 1\n"),
        r"resources/content/edition\.toml: extra: Object contains unknown field",
    ),
    "a missing key": (
        appended(FACTS, FACT),
        r"resources/content/facts/testing\.toml: test\.fact: \w+: Object missing required field",
    ),
    "a date that is a text": (
        appended(FACTS, FACT.replace("2026-11-23", '"soon"') + 'due = 2027-01-01\nsource = "x"\n'),
        r"resources/content/facts/testing\.toml: test\.fact: checked: ",
    ),
    "a fact that may not be shown": (
        appended(FACTS, FACT.replace('"yes"', '"no"') + 'due = 2027-01-01\nsource = "x"\n'),
        r"resources/content/facts/testing\.toml: test\.fact: show: ",
    ),
    "a fact without a known source": (
        appended(FACTS, FACT + 'due = 2027-01-01\nsource = "nowhere"\n'),
        r"resources/content/facts: test\.fact: source: names nowhere, which is not there",
    ),
    "a fact of a year that outlives it": (
        appended(FACTS, DATED + "year = 2026\nexpires = 2027-06-01\n"),
        r"resources/content/facts: test\.fact: expires: must be a day up to the end of 2026",
    ),
    "a fact of a year that never expires": (
        appended(FACTS, DATED + "year = 2027\n"),
        r"resources/content/facts: test\.fact: expires: must be a day up to the end of 2027",
    ),
    "a fact that is due only after it expires": (
        appended(FACTS, DATED + "expires = 2026-12-31\n"),
        r"resources/content/facts: test\.fact: due: must not be after the day it expires",
    ),
    "an id in two files": (
        lambda root: (root / "content/facts/zz.toml").write_text((root / FACTS).read_text()),
        r"resources/content/facts/zz\.toml: .*: stands in two files",
    ),
    "an address on a host nobody reviewed": (
        appended(SOURCES, SOURCE + 'kind = "primary"\naddress = "https://example.org/a"\n'),
        r"resources/content/sources: test-source: address: ",
    ),
    "an address that is not https": (
        appended(SOURCES, SOURCE + 'kind = "primary"\naddress = "http://www.fda.gov/a"\n'),
        r"resources/content/sources: test-source: address: ",
    ),
    "an address of a secondary source": (
        appended(SOURCES, SOURCE + 'kind = "secondary"\naddress = "https://www.fda.gov/a"\n'),
        r"resources/content/sources: test-source: address: ",
    ),
    "a condition with a predicate that does not exist": (
        replaced("content/topics.toml", 'all = ["advanced"]', 'all = ["advanecd"]'),
        r"resources/content/topics\.toml: [\w-]+: conditions: names advanecd, which is not there",
    ),
    "a medicine without a name": (
        replaced("locales/en/names.toml", "[medicine.tucatinib]", "[medicine.tucatinibb]"),
        r"resources/locales/en/names\.toml: tucatinib: is missing",
    ),
    "a medicine whose page is not there": (
        replaced("content/treatments.toml", 'page = "enhertu"', 'page = "enhertoo"'),
        r"resources/content/treatments\.toml: trastuzumab-deruxtecan: page: names enhertoo, which is not there",
    ),
    "a sign without words": (
        appended(
            "content/red_flags.toml",
            '\n[new-sign]\nurgency = "same_day"\nchecked = 2026-11-23\ndue = 2027-01-01\n',
        ),
        r"resources/locales/en/red_flags\.toml: new-sign: is missing",
    ),
    "words for a sign that does not exist": (
        appended("locales/en/red_flags.toml", '\n[no-sign]\ntext = "x"\n'),
        r"resources/locales/en/red_flags\.toml: no-sign: is not known",
    ),
    "a question on what was taken away with a page that does not exist": (
        replaced("content/checks.toml", 'page = "lungs"', 'page = "lung"'),
        r"resources/content/checks\.toml: signs-lungs: page: names lung, which is not there",
    ),
    "a question on what was taken away whose right answer is no choice": (
        replaced("content/checks.toml", 'right = ["on-my-report"]', 'right = ["positive"]'),
        r"resources/content/checks\.toml: her2-unknown: right: must be some of the choices, and not all",
    ),
    "a question on what was taken away with the same choice twice": (
        replaced("content/checks.toml", '"guide-works-it-out", "never-known"', '"never-known", "never-known"'),
        r"resources/content/checks\.toml: her2-unknown: choices: must be 3 different ones",
    ),
    "a choice without words": (
        replaced("content/checks.toml", '"guide-works-it-out"', '"guide-guesses"'),
        r"resources/locales/en/checks\.toml: guide-guesses: is missing",
    ),
    "a missing section": (
        removed("locales/en/sections/lungs.md"),
        r"resources/locales/en/sections/lungs\.md: the file is missing",
    ),
    "a program that a co-pay card rule forbids": (
        replaced(MAKERS, CARD, CARD.replace('medicare = "exclude"', 'medicare = "check"')),
        r"resources/content/programs: enhertu_savings: insurance: a co-pay card excludes public insurance",
    ),
    "a program that says nothing of one kind of insurance": (
        replaced(MAKERS, ', uninsured = "exclude" }', " }"),
        r"resources/content/programs/makers\.toml: enhertu_savings: insurance\.uninsured: Object missing",
    ),
    "a phone number that was not seen": (
        replaced(MAKERS, 'phone_status = "memory"', 'phone_status = "memory"\nphone = "555-0100"'),
        r"resources/content/programs: enhertu4u: phone: stands there when it was seen, and only then",
    ),
    "an address of a program that was not seen": (
        replaced(MAKERS, 'url_status = "seen"', 'url_status = "memory"'),
        r"resources/content/programs: enhertu4u: address: stands there when it was seen, and only then",
    ),
    "an address of a program on a host nobody reviewed": (
        replaced(MAKERS, "https://www.enhertu4u.com", "https://example.org"),
        r"resources/content/programs: enhertu4u: address: may be shown only by https, on a host of hosts\.toml",
    ),
    "an address of a program without https": (
        replaced(MAKERS, "https://www.enhertu4u.com", "http://www.enhertu4u.com"),
        r"resources/content/programs: enhertu4u: address: may be shown only by https",
    ),
    "hours of a program known from memory": (
        replaced(MAKERS, "[datroway_support]", "[datroway_support]\nalways_open = true"),
        r"resources/content/programs: datroway_support: hours: may not be told from memory",
    ),
    "languages of a program known from memory": (
        replaced(MAKERS, "[datroway_support]", '[datroway_support]\nlanguages = ["spanish"]'),
        r"resources/content/programs: datroway_support: languages: may not be told from memory",
    ),
    "hours without a zone": (
        replaced(FUNDS, 'zone = "eastern"\n', ""),
        r"resources/content/programs: totalassist: hours: need a zone",
    ),
    "a program that names no source": (
        replaced(MAKERS, 'sources = ["counterforce-enhertu-costs"]', "sources = []"),
        r"resources/content/programs: enhertu_savings: sources: must name what was seen",
    ),
    "an income limit without its number": (
        replaced(FUNDS, "income_percent = 500\n", ""),
        r"resources/content/programs: totalassist: income_percent: ",
    ),
    "an old name that leads nowhere": (
        replaced(FUNDS, 'instead = "totalassist"', 'instead = "nowhere"'),
        r"resources/content/programs: pan_legacy: instead: names nowhere, which is not there",
    ),
    "a program that takes nobody": (
        replaced("content/programs/travel.toml", 'medicaid = "accept"', 'medicaid = "check"'),
        r"resources/content/programs: medicaid_rides: insurance: must accept some kind",
    ),
    "a program without words": (
        replaced("locales/en/programs/funds.toml", "[taf]", "[taff]"),
        r"resources/locales/en/programs: taf: is missing",
    ),
    "a program known from memory with more than a name": (
        replaced("locales/en/programs/makers.toml", "[ds_pap]", '[ds_pap]\ndoes = "It gives medicine."'),
        r"resources/locales/en/programs: ds_pap: does: must be there, unless",
    ),
    "a poverty line that is not dollars": (
        replaced("content/facts/poverty.toml", "$15,960", "about $15,960"),
        r"resources/content/facts/poverty\.toml: poverty\.one-person: value: must be whole dollars",
    ),
    "steps of a page that does not exist": (
        appended(STEPS, "\n[steps-nowhere.first]\n"),
        r"resources/content/steps\.toml: steps: page: names steps-nowhere, which is not there",
    ),
    "a step that is no table": (
        replaced(STEPS, "[steps-triple-negative.grows-again]", "[steps-triple-negative]\ngrows-again = 1"),
        r"resources/content/steps\.toml: ",
    ),
    "a step with a predicate that does not exist": (
        replaced(STEPS, '"surgery-ahead"', '"surgery-ahed"'),
        r"resources/content/steps\.toml: steps-early-positive\.before-surgery: when: names surgery-ahed, which is",
    ),
    "a step with a medicine that does not exist": (
        replaced(STEPS, '"tucatinib"', '"tucatinibb"'),
        r"resources/content/steps\.toml: steps-advanced-positive\.grows-again: medicines: names tucatinibb",
    ),
    "a step with a key that is not known": (
        replaced(STEPS, "medicines = [", "medicine = ["),
        r"resources/content/steps\.toml: steps-advanced-positive\.grows-again: medicine: Object contains unknown field",
    ),
    "a step without words": (
        replaced("locales/en/steps.toml", "[steps-early-positive.surgery]", "[steps-early-positive.operation]"),
        r"resources/locales/en/steps\.toml: steps-early-positive\.surgery: is missing",
    ),
    "a step that may not be known and has nothing to ask": (
        replaced("locales/en/steps.toml", 'ask = "Is surgery part of my plan, and when?"\n', ""),
        r"resources/locales/en/steps\.toml: steps-early-positive\.surgery: ask: belongs to the steps that list",
    ),
    "a section without front matter": (
        lambda root: (root / "locales/en/sections/lungs.md").write_text("Words only.\n"),
        r"resources/locales/en/sections/lungs\.md: must start with front matter",
    ),
    "a shelf that does not exist": (
        replaced("locales/en/sections/lungs.md", 'shelf = "red_flag"', 'shelf = "attic"'),
        r"resources/locales/en/sections/lungs\.md: front matter: shelf: ",
    ),
    "a label that is not a text": (
        replaced("locales/en/ui.toml", 'mark = "My guide"', "mark = 1"),
        r"resources/locales/en/ui\.toml: page\.mark: must be a text",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_broken_content_is_refused_by_file_entry_and_key(copy: Path, case: str) -> None:
    edit, message = CASES[case]
    edit(copy)
    with pytest.raises(ContentError, match=message) as caught:
        Library(root=copy).load_all()
    assert "\n" not in str(caught.value)


def test_the_copy_itself_is_whole(copy: Path) -> None:
    Library(root=copy).load_all()


def test_a_label_that_is_missing_is_named(copy: Path) -> None:
    with pytest.raises(ContentError, match=r"resources/locales/en/ui\.toml: no\.label: is missing"):
        Library(root=copy).word("no.label")


def test_a_part_read_on_first_use_fails_with_the_same_message(copy: Path) -> None:
    edit, message = CASES["a missing section"]
    edit(copy)
    library = Library(root=copy)
    assert library.locale.name == "English"
    with pytest.raises(ContentError, match=message):
        library.section_file("lungs")


def test_only_published_languages_are_offered(copy: Path) -> None:
    shutil.copytree(copy / "locales/en", copy / "locales/xx")
    replaced("locales/xx/locale.toml", '"published"', '"draft"')(copy)
    assert languages(copy) == ("en",)
    assert languages(copy, status="draft") == ("xx",)


def test_a_page_that_a_language_lacks_comes_whole_from_english(copy: Path) -> None:
    shutil.copytree(copy / "locales/en", copy / "locales/xx")
    (copy / "locales/xx/sections/lungs.md").unlink()
    assert Library("xx", copy).section_file("lungs") == Library("en", copy).section_file("lungs")


def test_a_label_with_a_name_nobody_fills_in_is_refused(copy: Path) -> None:
    replaced("locales/en/ui.toml", "{month}", "{mouth}")(copy)
    with pytest.raises(ContentError, match=r"resources/locales/en/ui\.toml: other-uses\.item: may use only \{name\}"):
        Library(root=copy).say("other-uses.item", name="a", month="b", checked="c")


@pytest.mark.parametrize("file", ["topics", "asks", "treatments"])
def test_a_source_that_is_not_there_is_named(copy: Path, file: str) -> None:
    path = copy / f"content/{file}.toml"
    text = path.read_text(encoding="utf-8")
    found = re.search(r"^sources = \[[^\]]*\]", text, re.MULTILINE)
    if found:
        text = text.replace(found.group(), 'sources = ["nowhere"]', 1)
    else:
        text = re.sub(r"^(\[[\w-]+\])$", r'\1\nsources = ["nowhere"]', text, count=1, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=rf"resources/content/{file}\.toml: [\w-]+: sources: names nowhere"):
        Library(root=copy).load_all()


def test_every_other_reference_is_checked_too(copy: Path) -> None:
    cases = {
        "content/topics.toml": ('approved = "her2pos.db09.approval"', 'approved = "nowhere"'),
        "content/treatments.toml": ('boxed_warning = "enh.boxed_warning"', 'boxed_warning = "nowhere"'),
        "content/red_flags.toml": ('facts = ["flag.fever.cdc"]', 'facts = ["nowhere"]'),
        "content/programs/funds.toml": ('"pan-merger"', '"nowhere"'),
        "content/programs/makers.toml": ('covers_drugs = ["tucatinib"]', 'covers_drugs = ["nowhere"]'),
    }
    for file, (old, new) in cases.items():
        path = copy / file
        before = path.read_text(encoding="utf-8")
        replaced(file, old, new)(copy)
        with pytest.raises(ContentError, match="names nowhere, which is not there"):
            Library(root=copy).load_all()
        path.write_text(before, encoding="utf-8")
