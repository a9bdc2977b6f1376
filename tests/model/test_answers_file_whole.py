"""Files that are wrong as a whole: schema, keys twice, odd numbers, broken JSON, depth and size."""

import pickle

import pytest

from her2guide.model.answers import (
    Answers,
)
from her2guide.model.errors import AnswersError
from tests.model.answer_files import (
    TYPED,
    at,
    read,
    refused,
)


def test_only_the_schema_is_required() -> None:
    assert read({"schema": 1}) == Answers()


@pytest.mark.parametrize(
    "written",
    [
        "{}",
        '{"schema": null}',
        '{"schema": true}',
        '{"schema": 1.0}',
        '{"schema": 1e0}',
        '{"schema": "1"}',
        '{"schema": 0}',
        '{"schema": 2}',
        '{"schema": -1}',
        '{"schema": [1]}',
        '{"schema": {"schema": 1}}',
        '{"schema": NaN}',
        '{"schema": 1, "schema": 1}',
        '{"schema": 2, "schema": 1}',
        '{"her2": {"schema": 1}}',
        f'{{"schema": {"1" * 5000}}}',
        f'{{"{TYPED}": 1, "schema": 2}}',
    ],
)
def test_the_schema_is_required_once_and_is_the_number_one(written: str) -> None:
    error = refused(written.encode())
    assert (error.field, error.problem) == ("schema", "must be there once, as the number 1")


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ('{"schema": 1, "setting": "early", "setting": "early"}', "setting"),
        ('{"schema": 1, "setting": null, "setting": null}', "setting"),
        ('{"schema": 1, "her2": {"ihc": "1+", "ihc": "3+"}}', "her2.ihc"),
        ('{"schema": 1, "her2": {}, "her2": {}}', "her2"),
        ('{"schema": 1, "other_results": [{}, {"ish": null, "ish": null}]}', "other_results[1].ish"),
        ('{"schema": 1, "medicines": {"taxane": "had", "taxane": "had"}}', "medicines.taxane"),
        ('{"schema": 1, "contacts": {"clinic_name": "a", "clinic_n\\u0061me": "a"}}', "contacts.clinic_name"),
        (
            '{"schema": 1, "treatments": {"cdk46": "no", "endocrine_metastatic": "no", "cdk46": "no"}}',
            "treatments.cdk46",
        ),
    ],
)
def test_a_key_that_is_there_twice_is_refused_at_any_depth(written: str, field: str) -> None:
    error = refused(written.encode())
    assert (error.field, error.problem) == (field, "is there twice; allowed is once")


def test_a_key_twice_inside_something_unknown_is_refused_too() -> None:
    refused(f'{{"schema": 1, "{TYPED}": {{"a": 1, "a": 1}}}}'.encode())
    refused(f'{{"schema": 1, "setting": {{"{TYPED}": 1, "{TYPED}": 1}}}}'.encode())


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 10000, "-" + "9" * 10000])
@pytest.mark.parametrize(
    ("place", "field"),
    [
        ('"household_size": {}', "household_size"),
        ('"setting": {}', "setting"),
        ('"her2": {{"copy_number": {}}}', "her2.copy_number"),
        ('"her2": {{"date": {}}}', "her2.date"),
        ('"questions": [{}]', "questions[0]"),
        ('"confirmed": {}', "confirmed"),
        ('"other_results": {}', "other_results"),
        ('"contacts": {}', "contacts"),
    ],
)
def test_a_number_no_answer_can_be_is_refused_where_it_stands(place: str, field: str, number: str) -> None:
    error = refused(('{"schema": 1, ' + place.format(number) + "}").encode())
    assert error.field == field
    assert number not in error.problem


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\xff", "must be UTF-8 text"),
        (b'{"schema": 1, "counselor_notes": "\xed\xa0\x80"}', "must be UTF-8 text"),
        (b'{"schema": 1, "counselor_notes": "\xc0\xaf"}', "must be UTF-8 text"),
        ('{"schema": 1}'.encode("utf-16"), "must be UTF-8 text"),
        (TYPED.encode() + "ñ".encode("latin-1"), "must be UTF-8 text"),
        (b"[]", "must be one JSON object"),
        (b'[{"schema": 1}]', "must be one JSON object"),
        (b"null", "must be one JSON object"),
        (b"1", "must be one JSON object"),
        (b"NaN", "must be one JSON object"),
        (b'"Zanzibar"', "must be one JSON object"),
        (b"Zanzibar", "is not valid JSON"),
        (b'{"schema": 1} Zanzibar', "is not valid JSON"),
        (b'{"schema": 1}{"schema": 1}', "is not valid JSON"),
        (b'{"schema": 1}\n{"schema": 1}', "is not valid JSON"),
        (b'{"schema": 1,}', "is not valid JSON"),
        (b'{"schema": 01}', "is not valid JSON"),
        (b"{'schema': 1}", "is not valid JSON"),
        (b'{"schema": 1 /* Zanzibar */}', "is not valid JSON"),
        (b'{"schema": 1, "questions": ["Zanzibar', "is not valid JSON"),
        (b'{"schema": 1, "counselor_notes": "a\nb"}', "is not valid JSON"),
        (b'{"schema": 1, "counselor_notes": "\\x"}', "is not valid JSON"),
        (b'\xef\xbb\xbf\xef\xbb\xbf{"schema": 1}', "is not valid JSON"),
        ('{"schema": 1}'.encode("utf-16-le"), "is not valid JSON"),
        (b"\x00", "is not valid JSON"),
    ],
)
def test_a_file_that_is_no_answers_file_is_refused_as_a_whole(data: bytes, problem: str) -> None:
    error = refused(data)
    assert (error.field, error.problem.partition(" (see character ")[0]) == ("file", problem)


def test_a_file_that_is_not_json_says_where_to_look() -> None:
    assert refused(b'{"schema": 1} Zanzibar').problem == "is not valid JSON (see character 15)"


@pytest.mark.parametrize("opening", [b"[", b'{"her2":', b'{"schema": 1, "questions": [', b'{"her2": [{"a": '])
@pytest.mark.parametrize("times", [2, 900, 100_000])
def test_a_file_nested_too_deeply_is_refused(opening: bytes, times: int) -> None:
    refused(opening * times)
    closing = opening.replace(b"{", b"}").replace(b"[", b"]")
    refused(opening * times + b"1" + bytes(byte for byte in closing[::-1] if byte in b"]}") * times)


def test_a_deep_value_in_a_known_place_is_refused() -> None:
    deep = b"[" * 100_000 + b"]" * 100_000
    error = refused(b'{"schema": 1, "questions": ' + deep + b"}")
    assert (error.field, error.problem) == ("file", "is nested too deeply")


def test_a_byte_order_mark_is_accepted() -> None:
    assert read(b'\xef\xbb\xbf{"schema": 1}') == Answers()


def test_a_file_of_one_mebibyte_is_read_and_one_byte_more_is_not() -> None:
    small = b'{"schema": 1}'
    assert read(small.ljust(1024 * 1024)) == Answers()
    error = refused(small.ljust(1024 * 1024 + 1))
    assert (error.field, error.problem) == ("file", "must be at most 1 MiB")


def test_only_the_first_problem_reading_down_is_named() -> None:
    wrong = b'{"setting": 1, "Zanzibar": 1, "schema": 1, "reader": 1}'
    assert refused(wrong).field == "setting"
    assert refused(wrong.replace(b'"schema": 1', b'"schema": 2')).field == "schema"


def test_an_error_keeps_its_words_between_processes() -> None:
    error = refused(at("her2.ihc", TYPED))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), again.field, str(again)) == (AnswersError, "her2.ihc", str(error))
