"""2,480 answer sets, the same ones every time: grids over what the rules ask for, then random ones."""

import copy
import itertools
import json
import random

COUNT = 2480

IHC = ("0", "1+", "2+", "3+", "positive", "low", "ultralow", "negative", "indeterminate", "not_sure", None)
STAINING = ("none", "faint", "not_sure", None)
ISH = ("amplified", "not_amplified", "pending", "not_done", "indeterminate", "not_sure", None)
SETTINGS = ("in_situ", "early", "locally_advanced", "metastatic", "not_sure", None)
YES_NO = ("yes", "no", "not_sure", None)
SURGERY = ("done", "planned", "not_decided", "not_planned", "not_sure", None)
ESTROGEN = ("positive", "low_positive", "negative", "not_sure", None)
PROGESTERONE = ("positive", "negative", "not_sure", None)
TOLD = ("talked_about", "taking", "had", "stopped_for_side_effect", None)
TREATMENTS = (
    "endocrine_metastatic",
    "progressed_on_endocrine_metastatic",
    "cdk46",
    "chemotherapy_metastatic",
    "recurrence_within_6_months_of_adjuvant_chemotherapy",
    "her2_targeted_metastatic",
    "recurrence_within_6_months_of_her2_therapy",
    "residual_disease_after_neoadjuvant",
)
ENHERTU = "trastuzumab-deruxtecan"
DATROWAY = "datopotamab-deruxtecan"

# The rows of the category table; with seven ISH answers each they are its 98 cells.
ROWS = tuple((ihc, staining) for ihc in IHC for staining in (STAINING if ihc == "0" else (None,)))
RESULTS = (  # one result for each category, and one more that is provisional
    {"ihc": "3+"},
    {"ihc": "2+", "ish": "not_amplified"},
    {"ihc": "0", "membrane_staining": "faint"},
    {"ihc": "0", "membrane_staining": "none"},
    {"ihc": "0"},
    {"ihc": "2+", "ish": "not_done"},
    {"ihc": "negative"},
    {"ihc": "1+", "ish": "amplified"},
    {"ihc": "not_sure"},
    {"ihc": "1+", "ish": "pending"},
)
HORMONE_POSITIVE = {"estrogen_receptor": "positive", "progesterone_receptor": "negative"}
HORMONE_NEGATIVE = {"estrogen_receptor": "negative", "progesterone_receptor": "negative"}

# One way to meet all conditions of each topic.
MEETING = {
    "tdxd-her2-positive-first-line": {
        "her2": {"ihc": "3+"},
        "setting": "metastatic",
        "treatments": {
            "her2_targeted_metastatic": "no",
            "chemotherapy_metastatic": "no",
            "recurrence_within_6_months_of_her2_therapy": "no",
        },
    },
    "tdxd-her2-positive-later": {
        "her2": {"ihc": "2+", "ish": "amplified"},
        "setting": "metastatic",
        "treatments": {"her2_targeted_metastatic": "yes", "recurrence_within_6_months_of_her2_therapy": "no"},
    },
    "tdxd-her2-low-after-chemotherapy": {
        "her2": {"ihc": "1+"},
        "setting": "metastatic",
        "treatments": {
            "chemotherapy_metastatic": "no",
            "recurrence_within_6_months_of_adjuvant_chemotherapy": "yes",
        },
    },
    "tdxd-hr-positive-low-ultralow": HORMONE_POSITIVE
    | {
        "her2": {"ihc": "0", "membrane_staining": "faint"},
        "setting": "metastatic",
        "treatments": {"progressed_on_endocrine_metastatic": "yes"},
    },
    "tdxd-early-before-surgery": {
        "her2": {"ihc": "positive"},
        "setting": "early",
        "stage_2_or_3": "yes",
        "surgery": "planned",
    },
    "tdxd-early-after-surgery": {
        "her2": {"ihc": "3+", "ish": "amplified"},
        "setting": "locally_advanced",
        "surgery": "done",
        "treatments": {"residual_disease_after_neoadjuvant": "yes"},
    },
    "dato-dxd-hr-positive": HORMONE_POSITIVE
    | {
        "her2": {"ihc": "negative"},
        "setting": "metastatic",
        "treatments": {"endocrine_metastatic": "yes", "chemotherapy_metastatic": "yes"},
    },
    "dato-dxd-triple-negative": HORMONE_NEGATIVE | {"her2": {"ihc": "0"}, "setting": "metastatic", "pd1_option": "no"},
}
# Every answer a rule looks at, as a path, with all its values.
VALUES = {
    ("setting",): SETTINGS,
    ("stage_2_or_3",): YES_NO,
    ("surgery",): SURGERY,
    ("pd1_option",): YES_NO,
    ("estrogen_receptor",): ESTROGEN,
    ("progesterone_receptor",): PROGESTERONE,
    ("her2",): RESULTS,
    ("medicines", ENHERTU): TOLD,
    ("medicines", DATROWAY): TOLD,
} | {("treatments", name): YES_NO for name in TREATMENTS}


def changed(answers, *changes):
    """A copy with (path, value) put in; a value of None takes the answer out."""
    new = copy.deepcopy(answers)
    for path, value in changes:
        inner = new
        for name in path[:-1]:
            inner = inner.setdefault(name, {})
        if value is None:
            inner.pop(path[-1], None)
        else:
            inner[path[-1]] = copy.deepcopy(value)
    return new


def result(ihc, staining, ish):
    found = {"ihc": ihc, "membrane_staining": staining, "ish": ish}
    return {name: value for name, value in found.items() if value is not None}


def contradicts(answers):
    said = answers.get("treatments") or {}
    return said.get("endocrine_metastatic") == "no" and said.get("progressed_on_endocrine_metastatic") == "yes"


def filled(chance, answers, share=0.7):
    """A copy in which answers not given yet are drawn, most of them, without a contradiction of its own."""
    given = [path for path in VALUES if path[0] in answers and path[-1] in (path[0], *answers[path[0]])]
    while True:
        changes = [
            (path, chance.choice(values))
            for path, values in VALUES.items()
            if path not in given
            and path not in {("her2",), ("setting",)}
            and chance.random() < medicine_share(path, share)
        ]
        new = changed(answers, *changes)
        if not contradicts(new) or contradicts(answers):
            return new


def medicine_share(path, share):
    """Medicines are named more seldom: one that was had puts all its topics in the background."""
    return share / 4 if path[0] == "medicines" else share


# --- The grids ---------------------------------------------------------------------------------------------


def all_cells(chance):
    """Every cell in three settings that matter and one that does not, then once with everything else met."""
    others = itertools.cycle(("in_situ", "not_sure", None))
    for (ihc, staining), ish in itertools.product(ROWS, ISH):
        her2 = (("her2",), result(ihc, staining, ish))
        for setting in ("metastatic", "early", "locally_advanced", next(others)):
            yield filled(chance, changed({}, her2, (("setting",), setting)))
        yield changed(MEETING[chance.choice(list(MEETING))], her2)


def staining_beside_other_scores(chance):
    """Staining told beside a score other than 0 counts for nothing."""
    stainings = itertools.cycle(("none", "faint", "not_sure"))
    for ihc, ish in itertools.product((score for score in IHC if score != "0"), ISH):
        yield filled(
            chance,
            changed({}, (("her2",), result(ihc, next(stainings), ish)), (("setting",), "metastatic")),
        )


def contradictions(chance):
    """Endocrine no with progressed yes: an error, but not where both are dropped."""
    for her2, setting in itertools.product(RESULTS, SETTINGS):
        both = {"endocrine_metastatic": "no", "progressed_on_endocrine_metastatic": "yes"}
        base = changed({"treatments": both, "her2": her2}, (("setting",), setting))
        yield filled(chance, base, share=0.3)


def near_misses(chance):
    """From meeting every condition of a topic, one answer changed to each of its values."""
    for base in MEETING.values():
        for path, values in VALUES.items():
            for value in values:
                new = changed(base, (path, value))
                if not contradicts(new):
                    yield new


def surgeries(chance):
    positive = {"her2": {"ihc": "3+"}}
    for surgery, setting, stage in itertools.product(SURGERY, SETTINGS, YES_NO):
        base = changed(positive, (("surgery",), surgery), (("setting",), setting), (("stage_2_or_3",), stage))
        yield filled(chance, base, share=0.2)


def receptors(chance):
    base = {"setting": "metastatic", "pd1_option": "no"}
    for estrogen, progesterone in itertools.product(ESTROGEN, PROGESTERONE):
        both = ((("estrogen_receptor",), estrogen), (("progesterone_receptor",), progesterone))
        for her2 in ({"ihc": "1+"}, {"ihc": "negative"}, {"ihc": "0", "membrane_staining": "faint"}):
            plain = changed(base, (("her2",), her2), *both)
            said = {name: chance.choice(("yes", "not_sure", None)) for name in TREATMENTS[:4]}
            yield changed(plain, (("treatments",), said))
        yield changed(base, (("setting",), chance.choice(SETTINGS)), *both)


def treatment_pairs(chance):
    """Each pair of treatment answers in every combination; each field in every setting."""
    for (one, other), first, second in itertools.product(itertools.combinations(TREATMENTS, 2), YES_NO, YES_NO):
        base = {"setting": "metastatic", "her2": chance.choice(RESULTS[:3])} | HORMONE_POSITIVE
        yield changed(base, (("treatments", one), first), (("treatments", other), second))
    for name, value, setting in itertools.product(TREATMENTS, ("yes", "no", "not_sure"), SETTINGS):
        base = {"her2": chance.choice(RESULTS)}
        yield changed(base, (("treatments", name), value), (("setting",), setting))


def medicines_told(chance):
    """Every way of having told of the two, and the other medicines, which change nothing."""
    for enhertu, datroway in itertools.product(TOLD, TOLD):
        named = ((("medicines", ENHERTU), enhertu), (("medicines", DATROWAY), datroway))
        for name in chance.sample(list(MEETING), 3):
            yield changed(MEETING[name], *named)
    for other, told in itertools.product(("trastuzumab", "trastuzumab-emtansine", "fulvestrant"), TOLD[:4]):
        yield changed(MEETING[chance.choice(list(MEETING))], (("medicines", other), told))


GRIDS = (
    all_cells,
    staining_beside_other_scores,
    contradictions,
    near_misses,
    surgeries,
    receptors,
    treatment_pairs,
    medicines_told,
)


# --- The filling -------------------------------------------------------------------------------------------


def at_random(chance):
    """Half of them start near a topic, so that chance does not put nearly everything in the background."""
    if chance.random() < 0.5:
        base = changed(MEETING[chance.choice(list(MEETING))])
        for path in chance.sample(list(VALUES), 2):
            new = changed(base, (path, chance.choice(VALUES[path])))
            base = base if contradicts(new) else new
        return base
    ihc, staining = chance.choice(ROWS)
    base = {"her2": result(ihc, staining, chance.choice(ISH)), "setting": chance.choice(SETTINGS)}
    if base["setting"] is None:
        del base["setting"]
    return filled(chance, base, share=chance.choice((0.3, 0.6, 0.95)))


def with_nulls(chance, answers):
    """Some of the answers left out are written as null, which means the same."""
    paths = [*VALUES, ("her2", "ish"), ("her2", "membrane_staining"), ("her2", "newest")]
    new = copy.deepcopy(answers)
    for path in chance.sample(paths, 5):
        if path[0] not in new:
            new[path[0]] = None
        elif len(path) == 2 and new[path[0]] is not None:
            new[path[0]].setdefault(path[1], None)
    return new


def with_other_answers(chance, answers):
    """Answers no topic rule looks at: an older result beside the first, who reads, what worries."""
    extra = {
        "reader": chance.choice(("patient", "caregiver", "together")),
        "wants_numbers": chance.choice((True, False)),
        "prognosis": chance.choice(("tell_me_how_to_ask", "leave_out")),
        "other_results": [result(*chance.choice(ROWS), chance.choice(ISH))],
        "insurance": chance.choice(("employer", "medicare", "none")),
        "concerns": chance.sample(("lungs", "nausea", "cost", "family"), 2),
        "matters_most": ["Being at home"],
        "questions": ["What comes first?"],
        "confirmed": True,
        "language": "en",
    }
    kept = {name: extra[name] for name in sorted(chance.sample(sorted(extra), 4))}
    new = answers | kept
    if new.get("her2") and chance.random() < 0.5:
        new["her2"] = new["her2"] | {"newest": chance.choice(("yes", "no", "not_sure"))}
    return new


def dressed(chance, answers):
    """The schema number, and on some sets nulls or answers that change nothing."""
    kind = chance.random()
    if kind < 0.15:
        answers = with_nulls(chance, answers)
    elif kind < 0.35:
        answers = with_other_answers(chance, answers)
    return {"schema": 1} | answers


def answer_sets():
    """All sets, each different from the others."""
    chance = random.Random(20240806)  # noqa: S311 - a fixed seed is the point
    found = {}

    def keep(answers):
        new = dressed(chance, answers)
        found.setdefault(json.dumps(new, sort_keys=True), new)

    for grid in GRIDS:
        for answers in grid(chance):
            keep(answers)
    if len(found) > COUNT:
        message = f"the grids alone make {len(found)} sets"
        raise ValueError(message)
    while len(found) < COUNT:
        keep(at_random(chance))
    return list(found.values())
