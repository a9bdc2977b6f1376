"""Each kind of wrong answer in a file is refused: its field is named, what was typed is not."""

import pytest

from her2guide.model import terms
from tests.model.answer_files import DATES, ENUMS, FLAGS, FULL, GROUPS, LISTS, TEXTS, TYPED, at, read, refused, shown


@pytest.mark.parametrize("path", ENUMS)
@pytest.mark.parametrize("value", [TYPED, "", 0, 1.5, True, [TYPED], {TYPED: TYPED}, "\ud800", " yes", "YES", "Yes"])
def test_a_choice_refuses_any_other_word_and_names_those_allowed(path: str, value: object) -> None:
    error = refused(at(path, value))
    assert error.field == shown(path)
    assert error.problem == f"must be one of {', '.join(ENUMS[path])}"


@pytest.mark.parametrize("path", TEXTS)
@pytest.mark.parametrize("value", [0, 1.5, False, [TYPED], {TYPED: TYPED}])
def test_a_text_refuses_anything_that_is_not_text(path: str, value: object) -> None:
    error = refused(at(path, value))
    assert error.field == shown(path)
    assert error.problem == "must be text of at most 2,000 characters"


@pytest.mark.parametrize("path", TEXTS)
def test_a_text_has_at_most_two_thousand_characters(path: str) -> None:
    read(at(path, "\U0001f33b" * 2000))
    error = refused(at(path, TYPED + "x" * 1993))
    assert (error.field, error.problem) == (shown(path), "must be at most 2,000 characters long")


@pytest.mark.parametrize("path", TEXTS)
@pytest.mark.parametrize("half", ["\ud800", "a\udfff", "\udc00\ud83d", f"{TYPED}\ud83d{TYPED}"])
def test_a_text_with_half_a_surrogate_pair_is_refused(path: str, half: str) -> None:
    assert refused(at(path, half)).field == shown(path)


@pytest.mark.parametrize("path", DATES)
@pytest.mark.parametrize(
    "value",
    [
        "2023-02-29",
        "2024-13-01",
        "2024-00-10",
        "2024-01-32",
        "0000-01-01",
        "20240101",
        "2024-W01-1",
        "2024-1-1",
        "24-01-01",
        "2024-01-01T00:00",
        "2024-01-01\n",
        " 2024-01-01",
        "+2024-01-1",
        "\u0662\u0660\u0662\u0664-01-01",
        "2024\u201101\u201101",
        "not_sure",
        "",
        TYPED,
        20240101,
        True,
        ["2024-01-01"],
        {},
    ],
)
def test_a_date_that_is_not_a_real_date_in_its_one_form_is_refused(path: str, value: object) -> None:
    error = refused(at(path, value))
    assert (error.field, error.problem) == (shown(path), "must be a real date, written YYYY-MM-DD")


@pytest.mark.parametrize("path", FLAGS)
@pytest.mark.parametrize("value", [0, 1, "true", "yes", [], {}, 1.0])
def test_a_flag_is_true_or_false_and_nothing_like_it(path: str, value: object) -> None:
    error = refused(at(path, value))
    assert (error.field, error.problem) == (path, "must be true or false")


@pytest.mark.parametrize("value", [0, 21, -1, True, 2.0, 1e0, "3", [3], {}, 10**30])
def test_a_household_is_a_whole_number_from_one_to_twenty(value: object) -> None:
    error = refused(at("household_size", value))
    assert (error.field, error.problem) == ("household_size", "must be a whole number from 1 to 20")
    assert [read(at("household_size", size)).household_size for size in (1, 20)] == [1, 20]


@pytest.mark.parametrize("value", ["fr", "", "EN", "en-US", TYPED, 1, True, ["en"], {"en": 1}, "\ud800"])
def test_a_language_must_be_a_published_one(value: object) -> None:
    error = refused(at("language", value))
    assert (error.field, error.problem) == ("language", "must be one of en, es")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_a_most(name: str) -> None:
    item = {"other_results": {}, "concerns": "cost"}.get(name, TYPED)
    read(at(name, []))
    read(at(name, [item] * LISTS[name]))
    error = refused(at(name, [item] * (LISTS[name] + 1)))
    assert (error.field, error.problem) == (name, f"must be a list of at most {LISTS[name]}")


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("value", [TYPED, 1, True, {}, {"0": TYPED}])
def test_a_list_is_nothing_but_a_list(name: str, value: object) -> None:
    assert refused(at(name, value)).field == name


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_no_null(name: str) -> None:
    first: object = {"other_results": {}, "concerns": "cost"}.get(name, TYPED)
    assert refused(at(name, [first, None])).field == f"{name}[1]"


def test_a_problem_inside_a_list_is_named_by_its_place() -> None:
    results = [{}, {}, {"ish": TYPED}]
    assert refused(at("other_results", results)).field == "other_results[2].ish"
    assert refused(at("questions", ["a", 2])).field == "questions[1]"


@pytest.mark.parametrize("path", GROUPS)
@pytest.mark.parametrize("value", [TYPED, 1, False, [], [TYPED], ""])
def test_a_group_is_nothing_but_an_object(path: str, value: object) -> None:
    error = refused(at(path, value))
    assert error.field == shown(path)
    assert error.problem.startswith("must be an object; allowed keys are ")


@pytest.mark.parametrize("path", GROUPS)
@pytest.mark.parametrize("key", [TYPED, "", "schema", "\ud800", "IHC", "ihc "])
def test_a_key_that_is_not_known_is_refused_without_repeating_it(path: str, key: str) -> None:
    error = refused(at(path, {key: TYPED}))
    assert error.field == shown(path)
    assert error.problem.startswith("has a key that is not known; allowed are ")


def test_the_error_for_an_unknown_key_lists_the_known_ones() -> None:
    allowed = "ihc, membrane_staining, ish, ish_ratio, copy_number, newest, specimen, date"
    assert refused(at("her2", {TYPED: 1})).problem == f"has a key that is not known; allowed are {allowed}"
    assert refused({"schema": 1, TYPED: 1}).problem.endswith(", ".join((*FULL, "quotes")))
    assert refused(at("medicines", {TYPED: "had"})).problem.endswith(", ".join(terms.MEDICINE_IDS))


@pytest.mark.parametrize("key", [TYPED, "", "\ud800", "Schema", "her2 "])
def test_a_top_level_key_that_is_not_known_is_refused(key: str) -> None:
    error = refused({"schema": 1, key: TYPED})
    assert error.field == "file"
    assert error.problem.startswith("has a key that is not known; allowed are schema, confirmed, ")
