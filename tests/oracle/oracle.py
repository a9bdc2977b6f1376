"""What the contract says of one answers file, worked out a second time and from the contract alone.

Nothing of her2guide is imported here, and nothing was copied from it. Every function is one sentence or one
table row of the contract, spelled out on the plain JSON, so that two readings of the same words can be
compared. If the two differ, the contract decides; this file changes only when the contract does.
"""

MET = "met"
NOT_MET = "not_met"
UNKNOWN = "unknown"

METASTATIC_ANSWERS = (
    "endocrine_metastatic",
    "progressed_on_endocrine_metastatic",
    "chemotherapy_metastatic",
    "her2_targeted_metastatic",
)
OPEN_CATEGORIES = ("unknown", "equivocal", "conflict")


# --- What was said, before anything is concluded -----------------------------------------------------------


def part(answers, name):
    """A key left out or null is not asked, and so is all that would have stood in it."""
    inner = answers.get(name)
    return {} if inner is None else inner


def answered_treatments(answers):
    """The treatment answers after the derivations, and the two fields named when they contradict."""
    said = {name: value for name, value in part(answers, "treatments").items() if value is not None}
    if answers.get("setting") in {"early", "in_situ"}:
        for name in METASTATIC_ANSWERS:
            said.pop(name, None)
    endocrine = said.get("endocrine_metastatic")
    progressed = said.get("progressed_on_endocrine_metastatic")
    if endocrine == "no" and progressed == "yes":
        return said, "endocrine_metastatic, progressed_on_endocrine_metastatic"
    if endocrine == "no":
        said["progressed_on_endocrine_metastatic"] = "no"
    if progressed == "yes":
        said["endocrine_metastatic"] = "yes"
    return said, None


def warning_is_due(answers):
    """A derivation changed an answer or filled one in, or the result may not be the newest."""
    her2 = part(answers, "her2")
    if her2.get("membrane_staining") is not None and her2.get("ihc") != "0":
        return True
    if her2.get("newest") in {"no", "not_sure"}:
        return True
    before = {name: value for name, value in part(answers, "treatments").items() if value is not None}
    after, _ = answered_treatments(answers)
    return before != after


# --- HER2 category, row by row -----------------------------------------------------------------------------


def category_of_high_scores(ihc, ish):
    if ihc in {"3+", "positive"}:
        if ish == "not_amplified":
            return "conflict"
        return "positive"
    if ish == "amplified":  # 2+
        return "positive"
    if ish == "not_amplified":
        return "low"
    return "equivocal"


def category_of_low_scores(ihc, staining, ish):
    if ish == "amplified":
        return "conflict"
    if ihc in {"1+", "low"}:
        return "low"
    if ihc == "ultralow":
        return "ultralow"
    if ihc == "negative":
        return "negative_unspecified"
    if staining == "none":  # from here on the score is 0
        return "null"
    if staining == "faint":
        return "ultralow"
    return "zero_unspecified"


def category_without_score(ish):
    if ish == "amplified":
        return "positive"
    if ish == "not_amplified":
        return "negative_unspecified"
    return "unknown"


def her2_category(answers):
    her2 = part(answers, "her2")
    ihc = her2.get("ihc")
    ish = her2.get("ish")
    if ihc in {"3+", "positive", "2+"}:
        return category_of_high_scores(ihc, ish)
    if ihc in {"1+", "0", "low", "ultralow", "negative"}:
        return category_of_low_scores(ihc, her2.get("membrane_staining"), ish)
    return category_without_score(ish)


def is_provisional(answers):
    return part(answers, "her2").get("ish") == "pending" and her2_category(answers) != "positive"


def hormone_receptor(answers):
    estrogen = answers.get("estrogen_receptor")
    progesterone = answers.get("progesterone_receptor")
    if estrogen in {"positive", "low_positive"} or progesterone in {"positive", "low_positive"}:
        return "positive"
    if estrogen == "negative" and progesterone == "negative":
        return "negative"
    return "unknown"


# --- Predicates --------------------------------------------------------------------------------------------


def her2_positive(answers):
    category = her2_category(answers)
    if is_provisional(answers):
        return UNKNOWN
    if category == "positive":
        return MET
    if category in {"low", "ultralow", "null", "zero_unspecified", "negative_unspecified"}:
        return NOT_MET
    return UNKNOWN


def her2_low(answers):
    category = her2_category(answers)
    if is_provisional(answers):
        return UNKNOWN
    if category == "low":
        return MET
    if category in {"positive", "ultralow", "null", "zero_unspecified"}:
        return NOT_MET
    return UNKNOWN


def her2_low_or_ultralow(answers):
    category = her2_category(answers)
    if is_provisional(answers):
        return UNKNOWN
    if category in {"low", "ultralow"}:
        return MET
    if category in {"positive", "null"}:
        return NOT_MET
    return UNKNOWN


def her2_negative(answers):
    category = her2_category(answers)
    if is_provisional(answers):
        return UNKNOWN
    if category in {"low", "ultralow", "null", "zero_unspecified", "negative_unspecified"}:
        return MET
    if category == "positive":
        return NOT_MET
    return UNKNOWN


def advanced(answers):
    setting = answers.get("setting")
    if setting == "metastatic":
        return MET
    if setting in {"early", "in_situ"}:
        return NOT_MET
    return UNKNOWN


def early_or_local(answers):
    setting = answers.get("setting")
    if setting in {"early", "locally_advanced"}:
        return MET
    if setting in {"metastatic", "in_situ"}:
        return NOT_MET
    return UNKNOWN


def receptor_positive(answers):
    found = hormone_receptor(answers)
    if found == "positive":
        return MET
    if found == "negative":
        return NOT_MET
    return UNKNOWN


def receptor_negative(answers):
    estrogen = answers.get("estrogen_receptor")
    if estrogen == "low_positive" and answers.get("progesterone_receptor") != "positive":
        return UNKNOWN
    found = hormone_receptor(answers)
    if found == "negative":
        return MET
    if found == "positive":
        return NOT_MET
    return UNKNOWN


def yes(answer):
    if answer == "yes":
        return MET
    if answer == "no":
        return NOT_MET
    return UNKNOWN


def opposite(answer):
    if answer == "no":
        return MET
    if answer == "yes":
        return NOT_MET
    return UNKNOWN


def either(one, other):
    if "yes" in {one, other}:
        return MET
    if one == "no" and other == "no":
        return NOT_MET
    return UNKNOWN


def only_no_is_met(answer):
    if answer == "no":
        return MET
    return UNKNOWN


def surgery_ahead(answers):
    surgery = answers.get("surgery")
    if surgery == "planned":
        return MET
    if surgery in {"done", "not_planned"}:
        return NOT_MET
    return UNKNOWN


def surgery_behind(answers):
    surgery = answers.get("surgery")
    if surgery == "done":
        return MET
    if surgery in {"planned", "not_decided", "not_planned"}:
        return NOT_MET
    return UNKNOWN


# --- Topics, in table order --------------------------------------------------------------------------------


def topic_table(answers, said):
    """Each topic with its medicine and the states of its conditions, in the order of the contract's table."""
    enhertu = "trastuzumab-deruxtecan"
    datroway = "datopotamab-deruxtecan"
    endocrine = said.get("endocrine_metastatic")
    progressed = said.get("progressed_on_endocrine_metastatic")
    chemotherapy = said.get("chemotherapy_metastatic")
    back_after_chemotherapy = said.get("recurrence_within_6_months_of_adjuvant_chemotherapy")
    her2_medicine = said.get("her2_targeted_metastatic")
    back_after_her2_medicine = said.get("recurrence_within_6_months_of_her2_therapy")
    return [
        (
            "tdxd-her2-positive-first-line",
            enhertu,
            [
                her2_positive(answers),
                advanced(answers),
                opposite(her2_medicine),
                opposite(chemotherapy),
                only_no_is_met(back_after_her2_medicine),
            ],
        ),
        (
            "tdxd-her2-positive-later",
            enhertu,
            [her2_positive(answers), advanced(answers), either(her2_medicine, back_after_her2_medicine)],
        ),
        (
            "tdxd-her2-low-after-chemotherapy",
            enhertu,
            [her2_low(answers), advanced(answers), either(chemotherapy, back_after_chemotherapy)],
        ),
        (
            "tdxd-hr-positive-low-ultralow",
            enhertu,
            [receptor_positive(answers), her2_low_or_ultralow(answers), advanced(answers), yes(progressed)],
        ),
        (
            "tdxd-early-before-surgery",
            enhertu,
            [
                her2_positive(answers),
                early_or_local(answers),
                yes(answers.get("stage_2_or_3")),
                surgery_ahead(answers),
            ],
        ),
        (
            "tdxd-early-after-surgery",
            enhertu,
            [
                her2_positive(answers),
                early_or_local(answers),
                surgery_behind(answers),
                yes(said.get("residual_disease_after_neoadjuvant")),
            ],
        ),
        (
            "dato-dxd-hr-positive",
            datroway,
            [
                receptor_positive(answers),
                her2_negative(answers),
                advanced(answers),
                yes(endocrine),
                yes(chemotherapy),
            ],
        ),
        (
            "dato-dxd-triple-negative",
            datroway,
            [
                receptor_negative(answers),
                her2_negative(answers),
                advanced(answers),
                opposite(answers.get("pd1_option")),
            ],
        ),
    ]


def relevance(states, told):
    if told in {"had", "stopped_for_side_effect"}:
        return "background"
    if NOT_MET in states:
        return "background"
    if UNKNOWN in states:
        return "depends"
    return "discuss"


def result_and_setting_known(answers):
    if her2_category(answers) in OPEN_CATEGORIES:
        return False
    if is_provisional(answers):
        return False
    return answers.get("setting") not in {None, "not_sure"}


def sections_of_their_own(answers, topics):
    """Discuss first, then fewest unknowns, then the order of the table; never more than three."""
    discuss = [topic["id"] for topic in topics if topic["relevance"] == "discuss"]
    depends = []
    if result_and_setting_known(answers):
        open_ones = [topic for topic in topics if topic["relevance"] == "depends"]
        for unknowns in (1, 2, 3, 4, 5):
            depends += [topic["id"] for topic in open_ones if topic["states"].count(UNKNOWN) == unknowns]
    return (discuss + depends)[:3]


def oracle(answers):
    """What the contract expects of these answers; with an error, nothing but its field."""
    said, error = answered_treatments(answers)
    if error:
        return {"error": error}
    topics = []
    for name, treatment, states in topic_table(answers, said):
        told = part(answers, "medicines").get(treatment)
        topics.append(
            {
                "id": name,
                "treatment": treatment,
                "relevance": relevance(states, told),
                "states": states,
                "told": told,
            }
        )
    sections = sections_of_their_own(answers, topics)
    if answers.get("setting") == "in_situ":
        left_over = []
    else:
        left_over = [
            topic["id"]
            for topic in topics
            if topic["id"] not in sections
            and (topic["relevance"] != "background" or topic["told"] in ("had", "stopped_for_side_effect"))
        ]
    return {
        "error": None,
        "her2": {"category": her2_category(answers), "provisional": is_provisional(answers)},
        "hormone_receptor": hormone_receptor(answers),
        "topics": topics,
        "topic_sections": sections,
        "first_steps": not sections,
        "other_uses": left_over,
        "warning_due": warning_is_due(answers),
    }
