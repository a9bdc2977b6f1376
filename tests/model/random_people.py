"""Random people: of every kind, and near the approved uses."""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from her2guide.model import terms
from her2guide.model.answers import Answers, ContactDetails, Her2Result, Treatments
from her2guide.model.answers_json import answers_from_json
from her2guide.model.errors import AnswersError
from her2guide.model.profile import Profile, profile
from her2guide.model.terms import MEDICINE_IDS, Setting, Told, YesNo
from tests.model.topic_people import PEOPLE

LANGUAGES = ("en", "es")

# How long an example takes says something of the machine, not of the answers.
many = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


# ---- People made of every field

TEXT = st.text(max_size=30)


def maybe(kind: type) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(list(kind))


def record(kind: type, **own: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Any value of a record; `own` are the fields whose type does not tell what is allowed."""
    by_type = {
        str | None: st.none() | TEXT,
        bool | None: st.none() | st.booleans(),
        date | None: st.none() | st.dates(),
    }
    choices = {
        name: own[name] if name in own else by_type[hint] if hint in by_type else maybe(hint.__args__[0])
        for name, hint in get_type_hints(kind).items()
    }
    return st.builds(kind, **choices)


RESULTS = record(Her2Result)
MEDICINES = st.dictionaries(st.sampled_from(MEDICINE_IDS), st.sampled_from(list(Told)), max_size=6).map(
    lambda said: tuple((name, said[name]) for name in MEDICINE_IDS if name in said)
)
ANYBODY = record(
    Answers,
    language=st.none() | st.sampled_from(LANGUAGES),
    her2=RESULTS,
    other_results=st.lists(RESULTS, max_size=2).map(tuple),
    treatments=record(Treatments),
    medicines=MEDICINES,
    household_size=st.none() | st.integers(1, 20),
    concerns=st.lists(st.sampled_from(list(terms.Concern)), unique=True, max_size=5).map(tuple),
    matters_most=st.lists(TEXT, max_size=3).map(tuple),
    questions=st.lists(TEXT, max_size=3).map(tuple),
    contacts=record(ContactDetails),
)


# ---- People near the approved uses: two of the people in the file mixed, with a few answers said otherwise

WORDS: dict[str, list[str]] = {
    "her2.ihc": list(terms.IhcScore),
    "her2.membrane_staining": list(terms.MembraneStaining),
    "her2.ish": list(terms.IshResult),
    "estrogen_receptor": list(terms.EstrogenReceptor),
    "progesterone_receptor": list(terms.ProgesteroneReceptor),
    "setting": list(Setting),
    "stage_2_or_3": list(YesNo),
    "surgery": list(terms.Surgery),
    "pd1_option": list(YesNo),
    **{f"treatments.{item.name}": list(YesNo) for item in fields(Treatments)},
}
Said = Mapping[str, str | None]


def said_by(topic: str) -> dict[str, str | None]:
    """Return what a person of the file said, by dotted path."""
    flat: dict[str, str | None] = dict.fromkeys(WORDS)
    for key, value in PEOPLE[topic].items():
        inner = value if isinstance(value, dict) else {"": value}
        flat.update({f"{key}.{name}".rstrip("."): word for name, word in inner.items() if key != "schema"})
    return flat


def answers_of(said: Said) -> Answers:
    data: dict[str, Any] = {"schema": 1}
    for path, word in said.items():
        group, _, key = path.rpartition(".")
        (data.setdefault(group, {}) if group else data)[key] = word
    return answers_from_json(json.dumps(data).encode(), languages=LANGUAGES)


@st.composite
def near_a_use(draw: st.DrawFn) -> dict[str, str | None]:
    first, second = (said_by(draw(st.sampled_from(list(PEOPLE)))) for _ in range(2))
    mixed = {path: draw(st.sampled_from([first[path], second[path]])) for path in WORDS}
    others = draw(st.lists(st.sampled_from(list(WORDS)), max_size=3, unique=True))
    return {**mixed, **{path: draw(st.none() | st.sampled_from(WORDS[path])) for path in others}}


def profile_or_none(answers: Answers) -> Profile | None:
    """Return the profile; None when the answers disagree with each other, as some random ones do."""
    with contextlib.suppress(AnswersError):
        return profile(answers)
    return None
