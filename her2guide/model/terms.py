"""The words of the field, as a clinic would say them. Values are the words of answers schema 1."""

from enum import StrEnum


class IhcScore(StrEnum):
    """The IHC score, or the report's own word when it prints no score."""

    ZERO = "0"
    ONE_PLUS = "1+"
    TWO_PLUS = "2+"
    THREE_PLUS = "3+"
    POSITIVE = "positive"
    LOW = "low"
    ULTRALOW = "ultralow"
    NEGATIVE = "negative"
    INDETERMINATE = "indeterminate"
    NOT_SURE = "not_sure"


class MembraneStaining(StrEnum):
    """What was seen under an IHC score of 0. Some reports write faint as 0+."""

    NONE = "none"
    FAINT = "faint"
    NOT_SURE = "not_sure"


class IshResult(StrEnum):
    """The gene test (FISH, ISH or DISH)."""

    AMPLIFIED = "amplified"
    NOT_AMPLIFIED = "not_amplified"
    PENDING = "pending"
    NOT_DONE = "not_done"
    INDETERMINATE = "indeterminate"
    NOT_SURE = "not_sure"


class Her2Category(StrEnum):
    """The nine ways a HER2 result can stand. Only the first four are bands on the scale."""

    POSITIVE = "positive"
    LOW = "low"
    ULTRALOW = "ultralow"
    NULL = "null"
    ZERO_UNSPECIFIED = "zero_unspecified"
    EQUIVOCAL = "equivocal"
    NEGATIVE_UNSPECIFIED = "negative_unspecified"
    CONFLICT = "conflict"
    UNKNOWN = "unknown"


class EstrogenReceptor(StrEnum):
    """The estrogen receptor result. Low positive is 1 to 10 percent of nuclei."""

    POSITIVE = "positive"
    LOW_POSITIVE = "low_positive"
    NEGATIVE = "negative"
    NOT_SURE = "not_sure"


class ProgesteroneReceptor(StrEnum):
    """The progesterone receptor result."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    NOT_SURE = "not_sure"


class HormoneReceptor(StrEnum):
    """Both receptor results together."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


class Setting(StrEnum):
    """Where the cancer is."""

    IN_SITU = "in_situ"
    EARLY = "early"
    LOCALLY_ADVANCED = "locally_advanced"
    METASTATIC = "metastatic"
    NOT_SURE = "not_sure"


class Surgery(StrEnum):
    """Where the person stands with breast surgery."""

    DONE = "done"
    PLANNED = "planned"
    NOT_DECIDED = "not_decided"
    NOT_PLANNED = "not_planned"
    NOT_SURE = "not_sure"


class YesNo(StrEnum):
    """A plain answer. Not asked is None, which is something else."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class Told(StrEnum):
    """What a person says about one medicine."""

    TALKED_ABOUT = "talked_about"
    TAKING = "taking"
    HAD = "had"
    STOPPED_FOR_SIDE_EFFECT = "stopped_for_side_effect"


HAVING_HAD = (Told.HAD, Told.STOPPED_FOR_SIDE_EFFECT)
"""The words that mean a medicine lies behind the person."""


class Reader(StrEnum):
    """Who is reading."""

    PATIENT = "patient"
    CAREGIVER = "caregiver"
    TOGETHER = "together"


class Insurance(StrEnum):
    """The kind of cover."""

    EMPLOYER = "employer"
    MARKETPLACE = "marketplace"
    MEDICARE = "medicare"
    MEDICARE_ADVANTAGE = "medicare_advantage"
    MEDICAID = "medicaid"
    MEDICARE_AND_MEDICAID = "medicare_and_medicaid"
    TRICARE = "tricare"
    VA = "va"
    NONE = "none"
    NOT_SURE = "not_sure"


class IncomeBand(StrEnum):
    """Household income in percent of the federal poverty level. Never printed, never saved."""

    UP_TO_138 = "<=138"
    FROM_139_TO_150 = "139-150"
    FROM_151_TO_250 = "151-250"
    FROM_251_TO_300 = "251-300"
    FROM_301_TO_400 = "301-400"
    FROM_401_TO_500 = "401-500"
    ABOVE_500 = ">500"
    PREFER_NOT_TO_SAY = "prefer_not_to_say"


class Employment(StrEnum):
    """Work. Never printed, never saved."""

    WORKING = "working"
    ON_LEAVE = "on_leave"
    STOPPED_FOR_TREATMENT = "stopped_for_treatment"
    NOT_WORKING = "not_working"
    PREFER_NOT_TO_SAY = "prefer_not_to_say"


class TravelMiles(StrEnum):
    """How far the clinic is, one way."""

    UP_TO_39 = "0-39"
    FROM_40_TO_299 = "40-299"
    FROM_300 = "300+"
    NOT_SURE = "not_sure"


class Concern(StrEnum):
    """What is on a person's mind."""

    LUNGS = "lungs"
    NAUSEA = "nausea"
    HAIR = "hair"
    FATIGUE = "fatigue"
    HEART = "heart"
    INFECTION = "infection"
    EYES = "eyes"
    MOUTH = "mouth"
    PREGNANCY = "pregnancy"
    WORK = "work"
    COST = "cost"
    BILLS = "bills"
    DENIAL = "denial"
    TRAVEL = "travel"
    TRIALS = "trials"
    FAMILY = "family"
    DISTRESS = "distress"


class Prognosis(StrEnum):
    """Whether the guide may speak of how long people live."""

    TELL_ME_HOW_TO_ASK = "tell_me_how_to_ask"
    LEAVE_OUT = "leave_out"


MEDICINE_IDS: tuple[str, ...] = (
    "trastuzumab-deruxtecan",
    "datopotamab-deruxtecan",
    "trastuzumab",
    "pertuzumab",
    "trastuzumab-emtansine",
    "tucatinib",
    "palbociclib",
    "ribociclib",
    "abemaciclib",
    "fulvestrant",
    "aromatase-inhibitor",
    "tamoxifen",
    "elacestrant",
    "imlunestrant",
    "vepdegestrant",
    "camizestrant",
    "gedatolisib",
    "capivasertib",
    "inavolisib",
    "alpelisib",
    "olaparib",
    "talazoparib",
    "sacituzumab-govitecan",
    "pembrolizumab",
    "taxane",
    "capecitabine",
)
