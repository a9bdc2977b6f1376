"""A clinic's own words stand under its name, take nothing away, and are the same on screen, on paper and in a file."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from her2guide.cli import main
from her2guide.guide.build import build_guide
from her2guide.guide.chapters import chapters
from her2guide.guide.document import AskList, Callout, Heading, Role, Tone, lines_of, plain, spans_of
from her2guide.guide.short import short_guide
from her2guide.library.clinic_words import ClinicBlock, ClinicProgram, ClinicSection, ClinicWords
from her2guide.library.library import Library
from her2guide.library.paths import fonts
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.terms import IhcScore, Insurance, Setting, Told
from her2guide.output.render import render
from tests.output.reading import pdf

LIBRARY = Library()
TODAY = date(2026, 11, 23)
CLINIC = ClinicWords(
    "Lake & Hill Clinic",
    ("Is there a HER2-low {garden} here?", "Who waters ER-positive plants?"),
    (ClinicProgram(name="Lake rides", does="Drives you to visits 10% faster.", phone="555-0170"),),
    (
        ClinicSection(
            title="Parking & gates",
            block=(ClinicBlock(paragraph="Use gate B_2, #1 *left*."), ClinicBlock(bullets=("Level one", "Level two"))),
        ),
        ClinicSection(title="Our chapel", block=(ClinicBlock(paragraph="It is open to all."),)),
    ),
)
OWN = [
    *CLINIC.questions,
    "Lake rides: Drives you to visits 10% faster. 555-0170",
    "Use gate B_2, #1 *left*.",
    "Level one",
    "Level two",
    "It is open to all.",
]
PEOPLE = {
    "nothing said": Answers(),
    "advanced": Answers(
        her2=Her2Result(ihc=IhcScore.ONE_PLUS),
        setting=Setting.METASTATIC,
        insurance=Insurance.MEDICARE,
        medicines=(("trastuzumab-deruxtecan", Told.TAKING),),
    ),
    "in situ": Answers(setting=Setting.IN_SITU),
}


def documents(person: str):
    """Return a guide with the clinic's words, and the one without."""
    answers = PEOPLE[person]
    made = (build_guide(answers, LIBRARY, TODAY, clinic).document for clinic in (CLINIC, None))
    return tuple(made)


def texts(document) -> list[str]:
    return [plain(line) for section in document.sections for block in section.blocks for line in lines_of(block)]


@pytest.mark.parametrize("person", PEOPLE)
def test_every_word_of_the_clinic_is_in_the_guide_and_stands_under_its_name(person: str) -> None:
    document, _ = documents(person)
    found = texts(document)
    assert [each for each in OWN if found.count(each) != 1] == []
    for section in document.sections:
        own = [place for place, block in enumerate(section.blocks) if {*map(plain, lines_of(block))} & {*OWN}]
        if section.id.startswith("clinic-"):
            assert CLINIC.name in section.title
            assert CLINIC.name in plain(lines_of(section.blocks[0])[0])
        elif own:
            headings = [block for block in section.blocks[: own[0]] if isinstance(block, Heading)]
            assert plain(headings[-1].text) == f"From {CLINIC.name}"


@pytest.mark.parametrize("person", PEOPLE)
def test_nothing_of_the_guide_is_taken_away_or_changed(person: str) -> None:
    document, without = documents(person)
    ours = [section for section in document.sections if not section.id.startswith("clinic-")]
    assert [each.id for each in ours] == [each.id for each in without.sections]
    for mine, before in zip(ours, without.sections, strict=True):
        kept = [block for block in mine.blocks if block in before.blocks]
        assert kept == list(before.blocks), mine.id
    assert document.sections[0] == without.sections[0]
    assert replace(document, sections=()) == replace(without, sections=())


@pytest.mark.parametrize("person", PEOPLE)
def test_a_clinic_can_make_no_panel_of_signs_and_no_fact(person: str) -> None:
    document, without = documents(person)

    def urgent(found) -> int:
        blocks = [block for section in found.sections for block in section.blocks]
        return sum(isinstance(block, Callout) and block.tone is Tone.CALL_NOW for block in blocks)

    assert urgent(document) == urgent(without)
    own = [block for section in document.sections if section.id.startswith("clinic-") for block in section.blocks]
    assert {span.role for span in spans_of(own)} == {Role.TYPED}


def test_the_parts_stand_before_the_word_list_in_a_chapter_of_their_own() -> None:
    document, _ = documents("advanced")
    ids = [section.id for section in document.sections]
    assert ids[ids.index("clinic-1") :] == ["clinic-1", "clinic-2", "word-list", "sources", "about"]
    assert [each.name for each in chapters(document.sections, LIBRARY)][-2:] == [
        "From your clinic",
        "Words and sources",
    ]


def test_without_a_name_the_words_are_from_your_clinic() -> None:
    document = build_guide(Answers(), LIBRARY, TODAY, replace(CLINIC, name="")).document
    assert "From your clinic" in texts(document)


def test_nobody_asks_for_a_meaning_in_the_words_of_a_clinic() -> None:
    document, _ = documents("advanced")
    asked = next(section for section in document.sections if section.id == "questions")
    (mine,) = [block for block in asked.blocks if isinstance(block, AskList) and plain(block.items[0]) == OWN[0]]
    assert [span.role for item in mine.items for span in item] == [Role.TYPED, Role.TYPED]


@pytest.mark.parametrize("kind", ["txt", "html", "json"])
def test_a_file_has_the_words_as_they_were_written(kind: str) -> None:
    document, _ = documents("advanced")
    made = render(document, kind, fonts()).decode()  # type: ignore[arg-type]
    written = made if kind != "html" else made.replace("&amp;", "&")
    squeezed = "".join(written.split())
    for text in ("Is there a HER2-low {garden} here?", "Use gate B_2, #1 *left*.", "Lake & Hill Clinic", "555-0170"):
        assert "".join(text.split()) in squeezed, text


def test_paper_has_the_words_and_the_short_guide_is_as_it_was() -> None:
    document, without = documents("advanced")
    words = "".join("".join(pdf(document).texts).split())
    for text in OWN:
        assert "".join(text.split()) in words
    short = [short_guide(each, LIBRARY, lambda _: True) for each in (document, without)]
    assert texts(short[0]) == texts(short[1])


def words_file(folder: Path, question: str) -> Path:
    (folder / "words").mkdir()
    (folder / "words" / "questions.toml").write_text(f'question = ["{question}"]\n', encoding="utf-8")
    site = folder / "site.toml"
    site.write_text(f'name = "Lake Clinic"\nwords = "{folder / "words"}"\n', encoding="utf-8")
    (folder / "answers.json").write_text('{"schema": 1}', encoding="utf-8")
    return site


def test_a_guide_from_the_command_line_has_the_words_of_the_clinics_settings(tmp_path: Path) -> None:
    site = words_file(tmp_path, "Is there a garden?")
    out = tmp_path / "out.json"
    asked = ["--settings", str(site), "export", str(tmp_path / "answers.json"), "-o", str(out)]
    assert main(asked) == 0
    made = json.loads(out.read_text(encoding="utf-8"))
    assert "Is there a garden?" in json.dumps(made)
    assert "From Lake Clinic" in json.dumps(made)


def test_a_fault_in_the_words_is_told_in_one_line_and_nothing_is_written(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    site = words_file(tmp_path, "No question")
    out = tmp_path / "out.json"
    asked = ["--settings", str(site), "export", str(tmp_path / "answers.json"), "-o", str(out)]
    assert main(asked) == 2
    assert not out.exists()
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert "questions.toml: question 1: must end with a question mark" in said
    assert "No question" not in said
