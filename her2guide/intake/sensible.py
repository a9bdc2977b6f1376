"""Values that speak against each other: none of them is shown, for one of them was misread or misprinted."""

from her2guide.intake.findings import Finding, ReportField, Status

_POSITIVE_RATIO, _POSITIVE_COPIES = 2.0, 4.0  # ASCO/CAP 2018 and 2023: ratio 2.0, copies 4.0


def sensible(chosen: dict[ReportField, Finding]) -> dict[ReportField, Finding]:
    """Return the fields without those that contradict their neighbours; they become conflicts and keep their quotes."""
    against = _torn(chosen) | _gene_test(chosen) | _group(chosen)
    gene_test = "" if ReportField.HER2_ISH in against else chosen[ReportField.HER2_ISH].value
    against |= _word(chosen, gene_test)
    against |= _receptor(chosen, ReportField.ESTROGEN_RECEPTOR, ReportField.ESTROGEN_PERCENT)
    against |= _receptor(chosen, ReportField.PROGESTERONE_RECEPTOR, ReportField.PROGESTERONE_PERCENT)
    return {
        field: Finding(Status.CONFLICT, "", finding.quotes) if field in against else finding
        for field, finding in chosen.items()
    }


# Where the first is told in two ways, the others may belong to either of them.
_LEANING: dict[ReportField, frozenset[ReportField]] = {
    ReportField.HER2_IHC: frozenset(field for field in ReportField if field.value.startswith("her2")),
    ReportField.HER2_ISH: frozenset(
        {
            ReportField.HER2_ISH_RATIO,
            ReportField.HER2_COPY_NUMBER,
            ReportField.HER2_ISH_GROUP,
            ReportField.HER2_STATUS_WORD,
        }
    ),
    ReportField.ESTROGEN_RECEPTOR: frozenset({ReportField.ESTROGEN_PERCENT}),
    ReportField.PROGESTERONE_RECEPTOR: frozenset({ReportField.PROGESTERONE_PERCENT}),
}


def _torn(chosen: dict[ReportField, Finding]) -> set[ReportField]:
    """What leans on a result that is told in two ways."""
    torn = (leaning for first, leaning in _LEANING.items() if chosen[first].status is Status.CONFLICT)
    return {field for leaning in torn for field in leaning if chosen[field].status is Status.FOUND}


def _gene_test(chosen: dict[ReportField, Finding]) -> set[ReportField]:
    """The result of the gene test against its own figures."""
    result = chosen[ReportField.HER2_ISH].value
    ratio, copies = _number(chosen, ReportField.HER2_ISH_RATIO), _number(chosen, ReportField.HER2_COPY_NUMBER)
    if ratio is None:
        return set()
    low = ratio < _POSITIVE_RATIO and (copies is None or copies < _POSITIVE_COPIES)
    high = ratio >= _POSITIVE_RATIO and copies is not None and copies >= _POSITIVE_COPIES
    wrong = (result == "amplified" and low) or (result == "not_amplified" and high)
    return {ReportField.HER2_ISH} if wrong else set()


def _group(chosen: dict[ReportField, Finding]) -> set[ReportField]:
    """The ISH group against the ratio: groups 1 and 2 have a ratio of 2.0 or more (ASCO/CAP 2018)."""
    ratio, group = _number(chosen, ReportField.HER2_ISH_RATIO), chosen[ReportField.HER2_ISH_GROUP].value
    wrong = ratio is not None and group != "" and (group in {"1", "2"}) != (ratio >= _POSITIVE_RATIO)
    return {ReportField.HER2_ISH_GROUP} if wrong else set()


def _word(chosen: dict[ReportField, Finding], gene_test: str) -> set[ReportField]:
    """The word for HER2 against score and gene test: "weakly positive (2+)" is no positive."""
    word, score = chosen[ReportField.HER2_STATUS_WORD].value, chosen[ReportField.HER2_IHC].value
    if word == "positive" and (
        gene_test == "not_amplified" or (score in {"0", "1+", "2+"} and not _amplified(chosen, gene_test))
    ):
        return {ReportField.HER2_STATUS_WORD}
    if word in {"negative", "low", "ultralow"} and score == "3+":
        return {ReportField.HER2_STATUS_WORD, ReportField.HER2_IHC}
    if word in {"negative", "low", "ultralow"} and gene_test == "amplified":
        return {ReportField.HER2_STATUS_WORD}
    return set()


def _receptor(chosen: dict[ReportField, Finding], status: ReportField, percent: ReportField) -> set[ReportField]:
    """A receptor's word against its percentage: positive needs 1 % or more (ASCO/CAP 2020)."""
    word, printed = chosen[status].value, chosen[percent].value
    none = printed in {"0", "<1"}
    least = None if printed.startswith("<") else _as_number(printed.lstrip(">").split("-")[0])
    many = least is not None and least >= 10
    wrong = (word in {"positive", "low_positive"} and none) or (word == "negative" and many)
    return {status, percent} if wrong else set()


def _amplified(chosen: dict[ReportField, Finding], gene_test: str) -> bool:
    ratio, copies = _number(chosen, ReportField.HER2_ISH_RATIO), _number(chosen, ReportField.HER2_COPY_NUMBER)
    by_figures = (ratio is not None and ratio >= _POSITIVE_RATIO) or (copies is not None and copies >= _POSITIVE_COPIES)
    return gene_test == "amplified" or by_figures


def _number(chosen: dict[ReportField, Finding], field: ReportField) -> float | None:
    return _as_number(chosen[field].value)


def _as_number(printed: str) -> float | None:
    try:
        return float(printed)
    except ValueError:
        return None
