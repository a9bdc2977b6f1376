"""The codes that records use for these tests and their answers, as tables. What they mean here is in `coded`.

LOINC and SNOMED CT codes as listed by HL7's mCODE value sets and as seen in public records.
"""

from enum import StrEnum

LOINC = frozenset({"http://loinc.org", "urn:oid:2.16.840.1.113883.6.1", "2.16.840.1.113883.6.1"})
SNOMED = frozenset({"http://snomed.info/sct", "urn:oid:2.16.840.1.113883.6.96", "2.16.840.1.113883.6.96"})


class Measure(StrEnum):
    """What a coded test measures."""

    HER2_WORD = "HER2 by any method"
    HER2_PROTEIN = "HER2 protein by IHC"
    HER2_ASSAY = "HER2 protein by another immune test"
    HER2_GENE = "HER2 gene by ISH"
    HER2_RATIO = "HER2 ratio"
    HER2_COPIES = "HER2 copies"
    ESTROGEN = "estrogen receptor"
    PROGESTERONE = "progesterone receptor"
    ESTROGEN_CELLS = "estrogen receptor, percent of cells"
    PROGESTERONE_CELLS = "progesterone receptor, percent of cells"
    NAMED = "named in words only"
    PANEL = "a group of tests"
    BLOOD = "HER2 in blood"
    UNUSED = "not used"


LOINC_TESTS: dict[str, Measure] = {
    "48676-1": Measure.HER2_WORD,
    "85319-2": Measure.HER2_PROTEIN,
    "18474-7": Measure.HER2_PROTEIN,
    "72383-3": Measure.HER2_ASSAY,
    "72382-5": Measure.UNUSED,  # an amount per volume is no score
    "85318-4": Measure.HER2_GENE,
    "31150-6": Measure.HER2_GENE,
    "96893-3": Measure.HER2_GENE,
    "49683-6": Measure.HER2_RATIO,
    "74860-8": Measure.HER2_COPIES,
    "74861-6": Measure.UNUSED,  # copies of chromosome 17
    "74885-5": Measure.PANEL,
    "32996-1": Measure.BLOOD,
    "42914-2": Measure.BLOOD,
    "51981-9": Measure.BLOOD,
    "85337-4": Measure.ESTROGEN,
    "16112-5": Measure.ESTROGEN,
    "40556-3": Measure.ESTROGEN,
    "85339-0": Measure.PROGESTERONE,
    "16113-3": Measure.PROGESTERONE,
    "40557-1": Measure.PROGESTERONE,
    "85329-1": Measure.ESTROGEN_CELLS,
    "14228-1": Measure.ESTROGEN_CELLS,
    "85325-9": Measure.PROGESTERONE_CELLS,
    "14230-7": Measure.PROGESTERONE_CELLS,
    "85310-1": Measure.UNUSED,  # how strong the stain is
    "85331-7": Measure.UNUSED,
    "14130-9": Measure.UNUSED,  # an amount per mass, from before IHC
    "10861-3": Measure.UNUSED,
    "10480-2": Measure.UNUSED,  # both receptors in one answer
    "85330-9": Measure.UNUSED,  # Ki-67
}
SNOMED_TESTS: dict[str, Measure] = {
    "3550001000004108": Measure.HER2_PROTEIN,
    "1363314005": Measure.HER2_GENE,
}
REPORTS = frozenset({"22637-3", "11526-1", "60568-3", "22634-0"})
"""LOINC codes of a whole pathology report."""


class Answer(StrEnum):
    """What a coded or worded answer says, before it is known what was asked."""

    SCORE_0 = "0"
    SCORE_1 = "1+"
    SCORE_2 = "2+"
    SCORE_3 = "3+"
    POSITIVE = "positive"
    LOW_POSITIVE = "low_positive"
    NEGATIVE = "negative"
    EQUIVOCAL = "equivocal"
    LOW = "low"
    ULTRALOW = "ultralow"
    AMPLIFIED = "amplified"
    NOT_AMPLIFIED = "not_amplified"
    PRESENT = "present"
    ABSENT = "absent"
    INDETERMINATE = "indeterminate"
    PLUS = "+"  # a sign that can mean 1+ or positive: agrees with both, fills nothing by itself


SCORES = (Answer.SCORE_0, Answer.SCORE_1, Answer.SCORE_2, Answer.SCORE_3)

LOINC_ANSWERS: dict[str, Answer] = {
    "LA6111-4": Answer.SCORE_0,
    "LA11841-6": Answer.SCORE_1,
    "LA11842-4": Answer.SCORE_2,
    "LA11843-2": Answer.SCORE_3,
    "LA11884-6": Answer.INDETERMINATE,
    "LA6576-8": Answer.POSITIVE,
    "LA6577-6": Answer.NEGATIVE,
    "LA9633-4": Answer.PRESENT,
    "LA9634-2": Answer.ABSENT,
}
SNOMED_ANSWERS: dict[str, Answer] = {
    "260347006": Answer.SCORE_1,
    "260348001": Answer.SCORE_2,
    "260349009": Answer.SCORE_3,
    "10828004": Answer.POSITIVE,
    "260385009": Answer.NEGATIVE,
    "42425007": Answer.EQUIVOCAL,
    "52101004": Answer.PRESENT,
    "2667000": Answer.ABSENT,
    "1381317004": Answer.LOW,
}
FLAGS: dict[str, Answer] = {"POS": Answer.POSITIVE, "NEG": Answer.NEGATIVE}
"""HL7 codes of an interpretation that say something of the result itself."""

SNOMED_DISORDERS: dict[str, tuple[Measure, Answer]] = {
    "431396003": (Measure.HER2_WORD, Answer.NEGATIVE),
    "427685000": (Measure.HER2_WORD, Answer.POSITIVE),
    "1381317004": (Measure.HER2_WORD, Answer.LOW),
    "416053008": (Measure.ESTROGEN, Answer.POSITIVE),
}
"""Diagnoses that name a marker; also met as the answer to a test."""
