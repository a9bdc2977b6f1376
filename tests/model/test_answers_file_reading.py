"""What an answers file may hold, and that saving it loses nothing but what is never saved."""

import json
from dataclasses import fields
from datetime import date

import pytest

from her2guide.model import answers_json, terms
from her2guide.model.answers import (
    NEVER_SAVED,
    Answers,
    ContactDetails,
    Her2Result,
    Treatments,
    to_json,
    told,
    with_told,
)
from her2guide.model.answers_json import answers_from_json, text_problem
from her2guide.model.errors import AnswersError
from her2guide.model.terms import Concern, Told
from tests.model.answer_files import (
    DATES,
    ENUMS,
    FLAGS,
    FULL,
    TEXTS,
    TYPED,
    at,
    read,
)


def test_a_file_with_every_answer_is_read() -> None:
    answers = read(FULL)
    assert answers.her2 == Her2Result(
        ihc=terms.IhcScore.ZERO,
        membrane_staining=terms.MembraneStaining.FAINT,
        ish=terms.IshResult.NOT_DONE,
        ish_ratio="1.2 (printed)",
        copy_number="3,1",
        newest=terms.YesNo.NOT_SURE,
        specimen="hígado — liver",
        date=date(2024, 2, 29),
    )
    assert answers.other_results == (
        Her2Result(),
        Her2Result(ihc=terms.IhcScore.ONE_PLUS, date=date(2019, 12, 31)),
    )
    assert answers.confirmed is True
    assert answers.wants_numbers is False
    assert answers.treatments.cdk46 is terms.YesNo.NOT_SURE
    assert answers.household_size == 3
    assert answers.income_band is terms.IncomeBand.UP_TO_138
    assert answers.travel_miles is terms.TravelMiles.FROM_300
    assert answers.concerns == (Concern.COST, Concern.LUNGS)
    assert answers.matters_most == ("my garden", "")
    assert answers.questions == ("\U0001f33b?", "\u202eodd\u0000")
    assert answers.progesterone_percent == ""
    assert answers.contacts.daytime_phone == ""
    for item in fields(Answers):
        assert getattr(answers, item.name) not in (None, (), {}), item.name


def test_the_file_has_a_key_for_every_field_and_no_other() -> None:
    def names(record: type) -> list[str]:
        return [item.name for item in fields(record)]

    assert list(FULL) == ["schema", *names(Answers)]
    assert list(FULL["her2"]) == names(Her2Result)
    assert list(FULL["treatments"]) == names(Treatments)
    assert list(FULL["contacts"]) == names(ContactDetails)


def test_null_means_not_asked_for_every_answer() -> None:
    assert read({**dict.fromkeys(FULL), "schema": 1}) == Answers()
    for group in ("her2", "treatments", "contacts", "medicines"):
        assert read({"schema": 1, group: dict.fromkeys(FULL[group])}) == Answers()
    assert read({"schema": 1, "other_results": [dict.fromkeys(FULL["her2"])]}).other_results == (Her2Result(),)


def test_not_sure_is_kept_apart_from_not_asked() -> None:
    assert read(at("setting", "not_sure")).setting is terms.Setting.NOT_SURE


def leaves(value: object, path: str) -> set[str]:
    if isinstance(value, dict):
        return {leaf for key, inner in value.items() for leaf in leaves(inner, f"{path}.{key}".lstrip("."))}
    if isinstance(value, list):
        return {leaf for inner in value for leaf in leaves(inner, f"{path}[]")}
    return {path}


def test_the_lists_in_this_file_name_every_answer_there_is() -> None:
    every = {**FULL, "other_results": [FULL["her2"]], "medicines": dict.fromkeys(terms.MEDICINE_IDS)}
    named = {*ENUMS, *TEXTS, *DATES, *FLAGS, "schema", "language", "household_size"}
    assert leaves(every, "") == named


@pytest.mark.parametrize("path", ENUMS)
def test_a_choice_takes_each_of_its_words(path: str) -> None:
    for word in ENUMS[path]:
        read(at(path, word.value))


def test_a_whole_surrogate_pair_is_one_character() -> None:
    assert read(rb'{"schema": 1, "counselor_notes": "\ud83c\udf3b"}').counselor_notes == "\U0001f33b"


@pytest.mark.parametrize("path", TEXTS)
def test_a_text_is_kept_as_it_was_typed(path: str) -> None:
    for text in (
        "",
        "  x ",
        "<b>{{ x }}</b>",
        "a\x00\x1b[31m",
        "e\u0301",
        "\ufeff",
        "\u202e",
        "null",
        "\u2028",
    ):
        again = json.loads(to_json(read(at(path, text))))
        assert again == at(path, text)


@pytest.mark.parametrize("path", DATES)
@pytest.mark.parametrize("value", ["0001-01-01", "2000-02-29", "9999-12-31"])
def test_a_real_date_is_read(path: str, value: str) -> None:
    assert json.loads(to_json(read(at(path, value)))) == at(path, value)


def test_which_languages_are_published_is_for_the_caller_to_say() -> None:
    assert read(at("language", "es")).language == "es"
    with pytest.raises(AnswersError, match=r"^language: must be one of en$"):
        answers_from_json(b'{"schema": 1, "language": "es"}', languages=("en",))


def test_a_concern_named_twice_is_kept_once_in_its_first_place() -> None:
    assert read(at("concerns", ["cost", "hair", "cost"])).concerns == (Concern.COST, Concern.HAIR)


def test_the_same_question_twice_stays_twice() -> None:
    assert read(at("questions", ["why", "why"])).questions == ("why", "why")


def test_medicines_come_in_one_order_however_they_were_written() -> None:
    one = read(at("medicines", {"taxane": "had", "tucatinib": None, "trastuzumab": "taking"}))
    assert one.medicines == (("trastuzumab", Told.TAKING), ("taxane", Told.HAD))
    assert one == read(at("medicines", {"trastuzumab": "taking", "taxane": "had"}))


def test_what_was_told_of_a_medicine_is_found_again() -> None:
    answers = read(at("medicines", {"taxane": "had"}))
    assert told(answers, "taxane") is Told.HAD
    assert told(answers, "tamoxifen") is None
    assert told(answers, TYPED) is None


def test_a_medicine_can_be_set_changed_and_left_out_again() -> None:
    start = Answers()
    one = with_told(with_told(start, "taxane", Told.HAD), "trastuzumab", Told.TAKING)
    assert one.medicines == (("trastuzumab", Told.TAKING), ("taxane", Told.HAD))
    assert told(with_told(one, "taxane", Told.TAKING), "taxane") is Told.TAKING
    assert with_told(with_told(one, "taxane", None), "trastuzumab", None) == start
    assert with_told(start, "taxane", None) == start
    with pytest.raises(AnswersError) as caught:
        with_told(start, TYPED, None)
    assert TYPED not in str(caught.value)


def test_answers_can_be_keys_of_a_mapping() -> None:
    assert hash(read(FULL)) == hash(read(FULL))
    assert {read(FULL): 1}[read(FULL)] == 1


def test_a_full_file_written_and_read_again_loses_only_what_is_never_saved() -> None:
    saved = to_json(read(FULL))
    assert json.loads(saved) == {key: value for key, value in FULL.items() if key not in NEVER_SAVED}
    assert to_json(read(saved.encode())) == saved


def test_income_household_and_work_are_never_saved() -> None:
    assert NEVER_SAVED == ("household_size", "income_band", "employment")
    asked = read({key: FULL[key] for key in ("schema", *NEVER_SAVED)})
    assert asked != Answers()
    assert json.loads(to_json(asked)) == {"schema": 1}


def test_what_was_not_asked_is_left_out_of_the_file() -> None:
    assert to_json(Answers()) == '{\n "schema": 1\n}\n'
    assert json.loads(to_json(Answers(confirmed=False, questions=("",)))) == {
        "schema": 1,
        "confirmed": False,
        "questions": [""],
    }


@pytest.mark.parametrize("filling", ["x", "\x01", "\U0001f33b", '"', "\\"])
def test_answers_at_every_limit_can_still_be_saved_and_opened(filling: str) -> None:
    text = filling * answers_json.MAX_TEXT
    result = {**FULL["her2"], "ish_ratio": text, "copy_number": text, "specimen": text}
    most = {
        **FULL,
        "her2": result,
        "other_results": [result] * 5,
        "estrogen_percent": text,
        "progesterone_percent": text,
        "other_medicines": text,
        "medicines": dict.fromkeys(terms.MEDICINE_IDS, "stopped_for_side_effect"),
        "concerns": list(Concern),
        "matters_most": [text] * 20,
        "questions": [text] * 20,
        "contacts": dict.fromkeys(FULL["contacts"], text),
        "counselor_notes": text,
    }
    saved = to_json(read(json.dumps(most, ensure_ascii=False).encode()))
    assert len(saved.encode()) <= answers_json.MAX_BYTES
    assert to_json(read(saved.encode())) == saved


@pytest.mark.parametrize(
    ("text", "fine"),
    [("", True), ("x" * 2000, True), ("x" * 2001, False), ("\ud83d", False), ("\U0001f33b", True)],
)
def test_a_typed_text_can_be_checked_before_it_is_saved(text: str, fine: bool) -> None:
    problem = text_problem(text)
    assert (problem is None) is fine
    assert TYPED not in str(problem)
