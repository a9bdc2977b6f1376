"""Reports made up by hypothesis: what is true is known, the wording, order, noise and line ends vary."""

from dataclasses import dataclass

from hypothesis import strategies as st

from her2guide.intake.findings import ReportField as F

PERCENTS = ("1", "2", "5", "10", "15", "40", "60", "75", "80", "90", "95", "99", "100")


@dataclass(frozen=True)
class MadeUp:
    """A text, and what was put into it."""

    text: str
    truth: dict[F, str]


def _receptor(names: tuple[str, ...], status_field: F, percent_field: F) -> st.SearchStrategy[tuple[str, dict[F, str]]]:
    def positive(name: str, percent: str, form: str) -> tuple[str, dict[F, str]]:
        return form.format(n=name, p=percent), {status_field: "positive", percent_field: percent}

    def negative(name: str, form: str) -> tuple[str, dict[F, str]]:
        return form.format(n=name), {status_field: "negative", percent_field: "0"}

    name = st.sampled_from(names)
    return st.one_of(
        st.builds(
            positive,
            name,
            st.sampled_from(PERCENTS),
            st.sampled_from(
                (
                    "{n}: Positive ({p}%)", "{n} positive, {p}%, strong", "{n} {p}%", "{n}: {p} %",
                    "{n} - positive ({p} %)", "{n}+ ({p}%)",
                    "{n}: POSITIVE, ~{p}% of nuclei, intensity 3+", "{n} = {p}%",
                    "The tumor cells are positive for {n} ({p}%)", "{n} status: positive\nPercentage of cells: {p}%",
                )
            ),
        ),
        st.builds(
            negative,
            name,
            st.sampled_from(
                (
                    "{n}: Negative (0%)", "{n} negative", "{n}: 0%", "{n}-", "The tumor cells are negative for {n}",
                    "{n}: NEGATIVE, internal control positive",
                )
            ),
        ),
    )  # fmt: skip


ER = _receptor(
    ("ER", "Estrogen receptor", "Estrogen Receptor (ER)", "Oestrogen receptors"),
    F.ESTROGEN_RECEPTOR,
    F.ESTROGEN_PERCENT,
)
PR = _receptor(
    ("PR", "PgR", "Progesterone receptor", "Progesterone Receptor (PR)"),
    F.PROGESTERONE_RECEPTOR,
    F.PROGESTERONE_PERCENT,
)

HER2_NAMES = ("HER2", "HER-2/neu", "Her2", "HER 2", "HER2/neu", "c-erbB-2", "HER2 protein")
WORDS = {"0": "negative", "1+": "negative", "2+": "equivocal", "3+": "positive"}
SCORE_FORMS = (
    "{n} IHC: {s}", "{n}: {w} ({s})", "{n} by immunohistochemistry: {s}", "{n} (IHC): {w}, score {s}",
    "{n}: score {s} ({w})",
    "HercepTest score {s}", "{n} immunostain is {w} ({s})", "{n} (scale 0-3+): {s}",
    "{n} IHC\nScore: {s}\nInterpretation: {w}",
    "{n}: {s} ({w}) in 30% of cells",
)  # fmt: skip
ISH_FORMS = (
    "{n} FISH: {a}, ratio {r}", "{n} by FISH: {a} (HER2/CEP17 ratio {r})", "FISH for {n}: {a}; HER2/CEP17 ratio: {r}",
    "{n} in situ hybridization: {a}. HER2:CEP17 ratio {r}",
)  # fmt: skip
NOISE = (
    "Ki-67: 20%", "Ki-67 proliferation index 35%", "Margins: negative", "Lymph nodes: positive (1/3)",
    "AR: positive 70%",
    "Nottingham score 3+2+1 = 6/9", "Lymphovascular invasion: not identified", "p53 positive in 60% of cells",
    "Controls stain as expected: 0, 1+, 2+, 3+", "Fixation: 10% neutral buffered formalin, 12 hours",
    "Clones: ER (SP1), PR (1E2), HER2 (4B5)", "EGFR: negative", "E-cadherin: positive", "Tumor size 2.1 cm",
    "HER2 scoring: 0 = no staining; 1+ = faint incomplete; 2+ = weak complete; 3+ = strong complete",
    "Patients with HER2-positive tumors may benefit from targeted therapy", "Allred scores are not reported",
    "Necrosis is seen in 5% of the tumor", "Grade 3 of 3", "Oncotype DX recurrence score 24",
)  # fmt: skip


def _score(name: str, score: str, form: str) -> tuple[str, dict[F, str]]:
    text = form.format(n=name, s=score, w=WORDS[score])
    return text, {F.HER2_IHC: score, F.HER2_STATUS_WORD: WORDS[score]}


def _gene_test(name: str, amplified: bool, form: str) -> tuple[str, dict[F, str]]:
    ratio = "4.2" if amplified else "1.3"
    text = form.format(n=name, a="amplified" if amplified else "not amplified", r=ratio)
    return text, {F.HER2_ISH: "amplified" if amplified else "not_amplified", F.HER2_ISH_RATIO: ratio}


@st.composite
def made_up(draw: st.DrawFn) -> MadeUp:
    """A report of one breast cancer with some of its receptors, and noise between."""
    names = st.sampled_from(HER2_NAMES)
    score = draw(st.sampled_from(sorted(WORDS)))
    her2 = draw(st.builds(_score, names, st.just(score), st.sampled_from(SCORE_FORMS)))
    pieces = [draw(ER), draw(PR), her2]
    if score == "2+" and draw(st.booleans()):
        pieces.append(draw(st.builds(_gene_test, names, st.booleans(), st.sampled_from(ISH_FORMS))))
    elif score == "2+" and draw(st.booleans()):
        pieces.append((draw(st.sampled_from(("HER2 FISH: pending", "FISH to follow", "HER2 FISH ordered"))), {}))
    kept = draw(st.lists(st.sampled_from(pieces), min_size=1, max_size=len(pieces), unique_by=lambda piece: piece[0]))
    noise = [(line, {}) for line in draw(st.lists(st.sampled_from(NOISE), max_size=4))]
    order = draw(st.permutations([*kept, *noise]))
    between = draw(st.sampled_from(("\n", ".\n", ". ", "\n\n", "\n- ", "; ")))
    text = "Left breast, core biopsy: invasive carcinoma" + between + between.join(line for line, _ in order)
    truth = {F.IS_BREAST: "true"}
    for _, said in kept:
        truth |= said
    return MadeUp(_spoiled(draw, text), truth)


def _spoiled(draw: st.DrawFn, text: str) -> str:
    """Case, a scanner's slips, and lines that end where the page ended."""
    if draw(st.booleans()):
        text = text.upper()
    for good, bad in (("1+", "l+"), ("0%", "O%"), (" ", "\u00a0"), ("-", "\u2013"), ("ff", "\ufb00")):
        if draw(st.integers(0, 4)) == 0:
            text = text.replace(good, bad)
    width = draw(st.sampled_from((0, 0, 40, 60, 80)))
    return _wrapped(text, width) if width else text


def _wrapped(text: str, width: int) -> str:
    lines = []
    for line in text.split("\n"):
        start = 0
        while len(line) - start > width and (place := line.rfind(" ", start, start + width)) > start:
            lines.append(line[start:place])
            start = place + 1
        lines.append(line[start:])
    return "\n".join(lines)


COLUMNS: dict[str, dict[str, dict[F, str]]] = {
    "ER": {
        "90%": {F.ESTROGEN_RECEPTOR: "positive", F.ESTROGEN_PERCENT: "90"},
        "Neg": {F.ESTROGEN_RECEPTOR: "negative"},
    },
    "PR": {
        "Pos": {F.PROGESTERONE_RECEPTOR: "positive"},
        "0%": {F.PROGESTERONE_RECEPTOR: "negative", F.PROGESTERONE_PERCENT: "0"},
    },
    "HER2 IHC": {score: {F.HER2_IHC: score} for score in WORDS},
    "HER2 FISH": {
        "Amplified": {F.HER2_ISH: "amplified"},
        "Neg": {F.HER2_ISH: "not_amplified"},
        "n/a": {},
        "pending": {},
    },
    "Ki-67": {"20%": {}, "35%": {}},
}


@st.composite
def tables(draw: st.DrawFn) -> MadeUp:
    """A table with the receptors as columns. Where its specimens differ, nothing is true of that field."""
    names = draw(st.lists(st.sampled_from(sorted(COLUMNS)), min_size=2, unique=True))
    labels = draw(st.sampled_from((("Core",), ("Core A", "Core B"), ())))
    between = draw(st.sampled_from(("  ", "    ", "\t", " | ")))
    rows = [[draw(st.sampled_from(sorted(COLUMNS[name]))) for name in names] for _ in (labels or ("",))]
    head = between.join((["Specimen"] if labels else []) + names)
    lines = [between.join([*labels[place : place + 1], *row]) for place, row in enumerate(rows)]
    said: dict[F, set[str]] = {}
    for row in rows:
        for name, cell in zip(names, row, strict=True):
            for field, value in COLUMNS[name][cell].items():
                said.setdefault(field, set()).add(value)
    truth = {field: next(iter(values)) for field, values in said.items() if len(values) == 1}
    return MadeUp("\n".join(["Left breast, cores", head, *lines, "Margins: negative"]), truth | {F.IS_BREAST: "true"})
