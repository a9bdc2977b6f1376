"""Any bytes are read or refused plainly, and any answers survive being saved."""

import json
import re
from dataclasses import fields, replace
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from her2guide.model.answers import NEVER_SAVED, Answers, Her2Result, Treatments, to_json
from her2guide.model.answers_json import answers_from_json, text_problem
from her2guide.model.errors import AnswersError
from her2guide.model.terms import MEDICINE_IDS
from tests.model.random_people import ANYBODY, LANGUAGES, many


@many
@given(ANYBODY)
def test_answers_written_and_read_again_are_the_same_answers(answers: Answers) -> None:
    saved = to_json(answers)
    again = answers_from_json(saved.encode(), languages=LANGUAGES)
    assert again == replace(answers, **dict.fromkeys(NEVER_SAVED))
    assert to_json(again) == saved
    assert json.loads(saved).keys().isdisjoint(NEVER_SAVED)


def read_or_refuse(data: bytes) -> None:
    """Read the bytes as an answers file; only an AnswersError on one line may refuse them."""
    refusal, answers = None, None
    try:
        answers = answers_from_json(data, languages=LANGUAGES)
    except AnswersError as error:
        refusal = error
    if answers is None:
        assert re.fullmatch(r"[a-z0-9_.\[\]-]+: [^\n]+", str(refusal))
    else:
        again = answers_from_json(to_json(answers).encode(), languages=LANGUAGES)
        assert again == replace(answers, **dict.fromkeys(NEVER_SAVED))


@many
@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf{")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refuse(data)


KEYS = st.sampled_from(
    ["schema", *(item.name for kind in (Answers, Her2Result, Treatments) for item in fields(kind)), *MEDICINE_IDS]
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["yes", "1+", "\ud800"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@many
@given(st.dictionaries(KEYS, JSON, max_size=5), st.booleans())
def test_any_json_is_read_or_refused(data: dict[str, Any], with_schema: bool) -> None:
    read_or_refuse(json.dumps({**data, "schema": 1} if with_schema else data).encode())


@many
@given(ANYBODY, st.data())
def test_a_damaged_file_is_read_or_refused(answers: Answers, data: st.DataObject) -> None:
    raw = to_json(answers).encode()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 20)))
    read_or_refuse(raw[:start] + data.draw(st.binary(max_size=8)) + raw[end:])


@many
@given(st.text(alphabet=st.characters(), max_size=50) | st.just("x" * 2001))
def test_a_text_without_a_problem_is_read_back_as_it_is(text: str) -> None:
    data = json.dumps({"schema": 1, "counselor_notes": text}).encode()
    if text_problem(text) is None:
        assert answers_from_json(data, languages=LANGUAGES).counselor_notes == text
    else:
        read_or_refuse(data)
