"""What her2guide says of an answer set, twice over, put beside what the contract says of it.

The first way stops at the rules: the profile and the topics. The second goes through the whole guide, to what
`explain` gives out.
"""

import json
import re
from collections import Counter
from functools import cache

from her2guide.guide.build import build_guide
from her2guide.guide.explain import explain
from her2guide.library.errors import ContentError
from her2guide.model.answers_json import AnswersError, answers_from_json
from her2guide.model.profile import profile
from her2guide.model.topics import topics_with_section, view_topics
from tests.oracle.oracle import oracle

TOPICS = (
    "tdxd-her2-positive-first-line",
    "tdxd-her2-positive-later",
    "tdxd-her2-low-after-chemotherapy",
    "tdxd-hr-positive-low-ultralow",
    "tdxd-early-before-surgery",
    "tdxd-early-after-surgery",
    "dato-dxd-hr-positive",
    "dato-dxd-triple-negative",
)
BOTH_FIELDS = {"endocrine_metastatic", "progressed_on_endocrine_metastatic"}


def as_file(answers):
    return json.dumps(answers).encode()


@cache
def person_or_error(data):
    """The profile for this JSON, or the error; kept, because changed rules are tried on the same people."""
    try:
        return profile(answers_from_json(data, languages=("en",)))
    except AnswersError as error:
        return error


def names_both_fields(error):
    return set(re.findall(r"\w+", str(error))) >= BOTH_FIELDS


def text(value):
    return None if value is None else str(value)


def from_the_rules(answers, rules):
    """The rules' word, in the oracle's own shape, as far as the rules go."""
    person = person_or_error(as_file(answers))
    if isinstance(person, AnswersError):
        return {"error": names_both_fields(person) or str(person)}
    views = view_topics(rules, person)
    return {
        "error": None,
        "her2": {"category": text(person.category), "provisional": person.provisional},
        "hormone_receptor": text(person.hormone_receptor),
        "topics": [
            {
                "id": view.id,
                "treatment": view.treatment,
                "relevance": text(view.relevance),
                "states": [text(state) for _, state in view.states],
                "told": text(view.told),
            }
            for view in views
        ],
        "topic_sections": list(topics_with_section(views, person)),
    }


def from_explain(answers, library):
    """The word of `explain`, in the oracle's own shape."""
    try:
        read = answers_from_json(as_file(answers), languages=("en",))
        told = explain(build_guide(read, library, library.edition.checked))  # a day with no stale content
    except AnswersError as error:
        return {"error": names_both_fields(error) or str(error)}
    except ContentError as error:
        return {"error": f"no guide at all: {error}"}
    told = json.loads(json.dumps(told))  # what a script would get
    return {
        "error": None,
        "her2": told["her2"],
        "hormone_receptor": told["hormone_receptor"],
        "topics": [
            {
                "id": topic["id"],
                "treatment": topic["treatment"],
                "relevance": topic["relevance"],
                "states": [condition["state"] for condition in topic["conditions"]],
                "told": topic["told"],
            }
            for topic in told["topics"]
        ],
        "topic_sections": [section for section in told["sections"] if section in TOPICS],
        "first_steps": told["sections"].count("what-to-find-out-first"),
        "other_uses": told["sections"].count("other-uses"),
        "warned": bool(told["warnings"]),
    }


def expected_of_the_rules(answers):
    right = oracle(answers)
    if right["error"]:
        return {"error": True}
    names = ("error", "her2", "hormone_receptor", "topics", "topic_sections")
    return {name: right[name] for name in names}


def expected_of_explain(answers, got):
    """What `explain` is to say. Warnings may have other grounds too, so only a missing one is a mistake."""
    right = oracle(answers)
    if right["error"]:
        return {"error": True}
    return expected_of_the_rules(answers) | {
        "first_steps": int(right["first_steps"]),
        "other_uses": int(bool(right["other_uses"])),
        "warned": right["warning_due"] or got.get("warned", False),
    }


def differences(right, got, where=""):
    """The places where the two differ, one line for each."""
    if isinstance(got, dict) and got.get("error") and got["error"] != right["error"]:
        return [f"error: the contract says {right['error']}, her2guide {got['error']}"]
    if isinstance(right, dict) and isinstance(got, dict):
        names = [*right, *(name for name in got if name not in right)]
        return [line for name in names for line in differences(right.get(name), got.get(name), f"{where} {name}")]
    if isinstance(right, list) and isinstance(got, list) and len(right) == len(got) and where == " topics":
        pairs = zip(TOPICS, right, got, strict=True)
        return [line for name, one, other in pairs for line in differences(one, other, f" {name}")]
    return [] if right == got else [f"{where.strip()}: the contract says {right}, her2guide {got}"]


def rule_mismatches(sets, rules):
    """(number of the set, the set, its differences) for each set the rules get wrong."""
    looked = ((answers, expected_of_the_rules(answers), from_the_rules(answers, rules)) for answers in sets)
    return wrong_ones(looked)


def explain_mismatches(sets, library):
    """The same for what `explain` gives out."""
    gotten = ((answers, from_explain(answers, library)) for answers in sets)
    return wrong_ones((answers, expected_of_explain(answers, got), got) for answers, got in gotten)


def wrong_ones(looked):
    numbered = enumerate(looked, 1)
    found = [(number, answers, differences(right, got)) for number, (answers, right, got) in numbered]
    return [entry for entry in found if entry[2]]


def report(mismatches, most=10):
    """The first mismatches, for a person to read."""
    parts = [f"{len(mismatches)} answer sets differ"]
    for number, answers, lines in mismatches[:most]:
        parts.append(f"set {number}: {json.dumps(answers)}")
        parts.extend(f"    {line}" for line in lines)
    return "\n".join(parts)


def relevance_counts(sets):
    """How often each topic is each relevance; contradictions are counted as errors."""
    counts = Counter()
    for answers in sets:
        right = oracle(answers)
        if right["error"]:
            counts["error"] += 1
            continue
        counts.update((topic["id"], topic["relevance"]) for topic in right["topics"])
        counts[len(right["topic_sections"]), "sections"] += 1
    return counts
