"""A clinic's own words are read strictly: plain, short, few, and all of them or none."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from her2guide.check import site_findings
from her2guide.library.clinic_words import (
    BLOCKS,
    ITEMS,
    LARGEST,
    LINE,
    PROGRAMS,
    QUESTIONS,
    SECTIONS,
    TEXT,
    ClinicWords,
    clinic_words_problems,
    read_clinic_words,
)
from her2guide.opening import settings_for, window_options

GOOD = {
    "questions.toml": 'question = ["Is there a garden here?"]\n',
    "programs.toml": '[[program]]\nname = "Lake rides"\ndoes = "Drives you to visits."\nphone = "555-0170"\n',
    "sections.toml": (
        '[[section]]\ntitle = "Parking"\n[[section.block]]\nparagraph = "Use gate B."\n'
        '[[section.block]]\nbullets = ["Level one", "Level two"]\n'
    ),
}


def folder(path: Path, **files: str) -> Path:
    """Write a folder of good words, with other text in some of its files."""
    made = path / "words"
    made.mkdir(exist_ok=True)
    for name, text in {**GOOD, **{f"{name}.toml": text for name, text in files.items()}}.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


def test_good_words_are_read_whole(tmp_path: Path) -> None:
    words, problems = read_clinic_words(folder(tmp_path), "Lake Clinic")
    assert problems == ()
    assert words is not None
    assert (words.name, words.questions) == ("Lake Clinic", ("Is there a garden here?",))
    assert (words.programs[0].name, words.programs[0].phone) == ("Lake rides", "555-0170")
    assert [each.title for each in words.sections] == ["Parking"]
    assert words.sections[0].block[1].bullets == ("Level one", "Level two")


@pytest.mark.parametrize("name", GOOD)
def test_each_file_may_stand_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(GOOD[name], encoding="utf-8")
    words, problems = read_clinic_words(tmp_path)
    assert problems == ()
    assert words != ClinicWords()


SECTION = '[[section]]\ntitle = "A"\n'
PROGRAM = '[[program]]\nname = "A"\ndoes = "B"\n'
BAD = {
    "a question that asks nothing": ("questions", 'question = ["Hello."]', "question 1: must end with a question mark"),
    "no question": ("questions", "question = []", "question: must be there 1 to 20 times"),
    "too many questions": ("questions", f"question = {['Why?'] * (QUESTIONS + 1)}", "1 to 20 times"),
    "an empty question": ("questions", 'question = [" "]', "question 1: must have 1 to 200 characters"),
    "a long question": ("questions", f'question = ["{"a" * LINE}?"]', "question 1: must have 1 to 200 characters"),
    "a key nobody knows": ("questions", 'question = ["Why?"]\nanswer = "b"', "unknown field"),
    "a number": ("questions", "question = [7]", "question[0]"),
    "no TOML": ("questions", "question = [", "is not valid TOML"),
    "deep nesting": ("questions", "question = " + "[" * 5000, "is not valid TOML"),
    "no name": ("programs", '[[program]]\ndoes = "B"', "name"),
    "an empty name": ("programs", '[[program]]\nname = ""\ndoes = "B"', "program 1: name: must have 1 to 200"),
    "a long text": ("programs", f'[[program]]\nname = "A"\ndoes = "{"b" * (TEXT + 1)}"', "1 to 1000 characters"),
    "a long number": ("programs", f'{PROGRAM}phone = "{"5" * 41}"', "program 1: phone: must have 1 to 40 characters"),
    "too many programs": ("programs", PROGRAM * (PROGRAMS + 1), "program: must be there 1 to 20 times"),
    "a second key": ("programs", f'{PROGRAM}open = true', "unknown field"),
    "no blocks": ("sections", f"{SECTION}block = []", "section 1: block: must be there 1 to 20 times"),
    "too many sections": ("sections", f'{SECTION}[[section.block]]\nparagraph = "a"\n' * (SECTIONS + 1), "1 to 10"),
    "too many blocks": ("sections", SECTION + '[[section.block]]\nparagraph = "a"\n' * (BLOCKS + 1), "1 to 20 times"),
    "too many bullets": ("sections", f"{SECTION}[[section.block]]\nbullets = {['a'] * (ITEMS + 1)}", "1 to 20 times"),
    "both kinds": ("sections", f'{SECTION}[[section.block]]\nparagraph = "a"\nbullets = ["b"]', "either a paragraph"),
    "neither kind": ("sections", f"{SECTION}[[section.block]]\n", "either a paragraph or"),
    "another kind": ("sections", f'{SECTION}[[section.block]]\ntable = "a"', "unknown field"),
}  # fmt: skip
TEXTS = {
    "a tag": "<b>bold</b>",
    "an image": "<img src=x>",
    "a template": "{{ fact('a') }}",
    "a branch": "{% if x %}",
    "a link": "[here](http://example.org)",
    "bold marks": "**now**",
    "code": "`x`",
    "an entity": "&lt;",
    "a turned direction": "\u202ereversed",
    "a hidden space": "zero\u200bwidth",
    "a byte order mark": "\ufeffstart",
    "a control character": "bell\\u0007",
    "two lines": "one\\ntwo",
}


@pytest.mark.parametrize("case", BAD)
def test_a_fault_is_named_by_file_and_key_and_leaves_all_words_out(tmp_path: Path, case: str) -> None:
    file, text, problem = BAD[case]
    words, problems = read_clinic_words(folder(tmp_path, **{file: text}))
    assert words is None
    assert any(problem in each and each.startswith(f"{file}.toml: ") for each in problems), problems
    assert all("\n" not in each for each in problems)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("questions", 'question = ["{}?"]'),
        ("programs", '[[program]]\nname = "{}"\ndoes = "B"'),
        ("programs", '[[program]]\nname = "A"\ndoes = "{}"'),
        ("sections", '[[section]]\ntitle = "{}"\n[[section.block]]\nparagraph = "a"'),
        ("sections", f'{SECTION}[[section.block]]\nparagraph = "{{}}"'),
        ("sections", f'{SECTION}[[section.block]]\nbullets = ["{{}}"]'),
    ],
)
def test_markup_and_what_cannot_be_seen_is_refused_wherever_it_stands(
    tmp_path: Path, text: str, file: str, form: str
) -> None:
    words, problems = read_clinic_words(folder(tmp_path, **{file: form.replace("{}", TEXTS[text])}))
    assert words is None
    assert len(problems) == 1
    assert "bold" not in problems[0]


def test_every_fault_has_a_line_of_its_own(tmp_path: Path) -> None:
    made = folder(tmp_path, questions='question = ["<b>?", "Fine?", "No"]', programs="[[program]]")
    assert len(clinic_words_problems(made)) == 3


def test_an_empty_folder_holds_no_words_and_no_fault(tmp_path: Path) -> None:
    assert read_clinic_words(tmp_path) == (ClinicWords(), ())


def test_a_folder_that_is_not_there_or_a_link_is_refused(tmp_path: Path) -> None:
    made = folder(tmp_path)
    (tmp_path / "link").symlink_to(made)
    for name in ("gone", "link", "words/questions.toml"):
        words, problems = read_clinic_words(tmp_path / name)
        assert words is None
        assert len(problems) == 1


def test_a_link_a_folder_and_a_file_nobody_knows_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "secret.toml"
    outside.write_text('question = ["Is this read?"]', encoding="utf-8")
    for name, make in (
        ("questions.toml", lambda path: path.symlink_to(outside)),
        ("programs.toml", lambda path: path.mkdir()),
        ("words.py", lambda path: path.write_text("import os", encoding="utf-8")),
        (".questions.toml.swp", lambda path: path.write_text("", encoding="utf-8")),
    ):
        made = tmp_path / f"made-{name}"
        made.mkdir()
        make(made / name)
        words, problems = read_clinic_words(made)
        assert words is None, name
        assert len(problems) == 1
        assert "Is this read" not in problems[0]


def test_a_file_that_is_too_large_or_not_utf_8_is_refused(tmp_path: Path) -> None:
    made = folder(tmp_path)
    (made / "questions.toml").write_bytes(b"#" * (LARGEST + 1))
    assert clinic_words_problems(made) == ("questions.toml: is larger than 64 KiB",)
    (made / "questions.toml").write_bytes('question = ["Wo ist das Café?"]'.encode("latin-1"))
    assert clinic_words_problems(made) == ("questions.toml: is not UTF-8 text",)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_whatever_stands_in_a_file_is_words_or_a_line(tmp_path: Path, data: bytes) -> None:
    made = tmp_path / "any"
    made.mkdir(exist_ok=True)
    (made / "questions.toml").write_bytes(data)
    words, problems = read_clinic_words(made)
    assert (words is None) is bool(problems)
    assert all(each.isprintable() for each in problems)


def test_the_check_of_a_clinics_settings_lists_the_faults_of_its_words(tmp_path: Path) -> None:
    made = folder(tmp_path, questions='question = ["No"]', programs="program = 7")
    site = tmp_path / "site.toml"
    site.write_text(f'words = "{made}"\n', encoding="utf-8")
    found = site_findings(str(site), ("en",))
    assert [(each.kind, each.id) for each in found] == [("site", "words"), ("site", "words")]
    assert any("questions.toml: question 1: must end with a question mark" in each.text for each in found)
    folder(tmp_path)
    assert site_findings(str(site), ("en",)) == ()


def test_settings_with_a_fault_in_the_words_go_on_without_them_where_the_screen_is_locked(tmp_path: Path) -> None:
    site = tmp_path / "site.toml"
    site.write_text(f'name = "Lake"\nwords = "{folder(tmp_path, questions="x = 1")}"\n', encoding="utf-8")
    options = window_options(["--mode", "kiosk", "--settings", str(site)])
    found = settings_for(options)
    assert (found.site.name, found.site.words) == ("Lake", "")
    assert any(each.startswith("questions.toml: ") for each in found.problems)
