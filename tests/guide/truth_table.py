"""Which answers give which HER2 word and which pages, as a table for reviewers: `make truth-table` writes it anew.

Everything in it is what the program does, never what it should do; who changes a rule reads the difference.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

from her2guide.guide.plan import plan
from her2guide.library.library import Library
from her2guide.library.order import RESULT, SECTIONS
from her2guide.model.answers import Answers, Her2Result
from her2guide.model.answers_json import answers_from_json
from her2guide.model.profile import profile
from her2guide.model.terms import (
    Concern,
    EstrogenReceptor,
    HormoneReceptor,
    IhcScore,
    Insurance,
    IshResult,
    MembraneStaining,
    ProgesteroneReceptor,
    Reader,
    Setting,
    Told,
)
from her2guide.model.topics import TopicView, view_topics
from tests.oracle.answer_sets import MEETING

FILE = Path(__file__).parents[2] / "docs" / "truth-table.md"
LIBRARY = Library()

HEAD = """# Table of truth

Which answers give which HER2 word, and which pages. Written by `make truth-table` from what the program does; a test
fails when it is out of date. Read the difference before you keep it: a cell that changed is another guide for someone.
"""

RESULTS: dict[str, Her2Result] = {  # one way to each category, and one with a gene test still to come
    "positive": Her2Result(ihc=IhcScore.THREE_PLUS),
    "low": Her2Result(ihc=IhcScore.ONE_PLUS),
    "ultralow": Her2Result(ihc=IhcScore.ZERO, membrane_staining=MembraneStaining.FAINT),
    "null": Her2Result(ihc=IhcScore.ZERO, membrane_staining=MembraneStaining.NONE),
    "zero_unspecified": Her2Result(ihc=IhcScore.ZERO),
    "equivocal": Her2Result(ihc=IhcScore.TWO_PLUS),
    "negative_unspecified": Her2Result(ihc=IhcScore.NEGATIVE),
    "conflict": Her2Result(ihc=IhcScore.ONE_PLUS, ish=IshResult.AMPLIFIED),
    "unknown": Her2Result(),
    "low, one test to come": Her2Result(ihc=IhcScore.ONE_PLUS, ish=IshResult.PENDING),
}
RECEPTORS: dict[str, tuple[EstrogenReceptor | None, ProgesteroneReceptor | None]] = {
    HormoneReceptor.POSITIVE: (EstrogenReceptor.POSITIVE, ProgesteroneReceptor.NEGATIVE),
    HormoneReceptor.NEGATIVE: (EstrogenReceptor.NEGATIVE, ProgesteroneReceptor.NEGATIVE),
    HormoneReceptor.UNKNOWN: (None, None),
}
SETTINGS = (*Setting, None)
STAININGS = (*MembraneStaining, None)


def sections(answers: Answers) -> tuple[str, ...]:
    """Return the ids of the pages for these answers."""
    person = profile(answers)
    return plan(person, view_topics(LIBRARY.rules, person), LIBRARY).sections


def word(value: object) -> str:
    """Return an answer as the table calls it."""
    return "not asked" if value is None else str(value)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a table."""
    names = list(head)
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def categories() -> Iterator[str]:
    """Yield the 98 cells of HER2 results."""
    yield "\n## HER2 word, by IHC score or the report's own word, and gene test\n"
    yield "`*`: one test is still to come, so the word may change.\n"
    rows = [(ihc, stain) for ihc in (*IhcScore, None) for stain in (STAININGS if ihc is IhcScore.ZERO else (None,))]
    tests = (*IshResult, None)
    yield from table(("IHC, staining", *map(word, tests)), (_category_row(row, tests) for row in rows))


def _category_row(
    row: tuple[IhcScore | None, MembraneStaining | None], tests: Iterable[IshResult | None]
) -> Iterator[str]:
    ihc, staining = row
    yield f"{word(ihc)}, {word(staining)}" if ihc is IhcScore.ZERO else word(ihc)
    for test in tests:
        person = profile(Answers(her2=Her2Result(ihc=ihc, membrane_staining=staining, ish=test)))
        yield person.category + ("*" if person.provisional else "")


def situations() -> dict[tuple[str, str, str], tuple[str, ...]]:
    """Return the pages for each HER2 word, setting and hormone receptors, when nothing else was said."""
    return {
        (name, word(setting), receptors): sections(
            Answers(her2=result, setting=setting, estrogen_receptor=estrogen, progesterone_receptor=progesterone)
        )
        for (name, result), setting, (receptors, (estrogen, progesterone)) in product(
            RESULTS.items(), SETTINGS, RECEPTORS.items()
        )
    }


def pages() -> Iterator[str]:
    """Yield what each situation adds to the pages that all of them get. In-situ disease stands apart."""
    found = situations()
    in_situ = {shown for (_, setting, _), shown in found.items() if setting == Setting.IN_SITU}
    others = {place: shown for place, shown in found.items() if place[1] != Setting.IN_SITU}
    everyone = [page for page in (RESULT, *SECTIONS) if all(page in each for each in found.values())]
    most = [page for page in SECTIONS if all(page in each for each in others.values()) and page not in everyone]
    (only,) = {tuple(page for page in shown if page not in everyone) for shown in in_situ}
    yield "\n## Pages by HER2 word, place of the cancer and hormone receptors\n"
    yield "Nothing else was said.\n"
    yield f"- Everyone gets: {', '.join(everyone)}."
    yield f"- In-situ disease, whatever the HER2 word and the receptors: {', '.join(only)}, and no more."
    yield f"- All others get: {', '.join(most)}. The table has what comes on top, in the order of the guide.\n"
    left_out = {*everyone, *most}
    by_word: dict[tuple[str, tuple[str, ...]], list[tuple[str, str]]] = {}
    for (name, setting, receptors), shown in others.items():
        more = tuple(page for page in shown if page not in left_out)
        by_word.setdefault((name, more), []).append((setting, receptors))
    rows: dict[tuple[str, str], list[str]] = {}
    for (name, more), where in by_word.items():
        rows.setdefault((_places(where), ", ".join(more) or "none"), []).append(name)
    cells = ((", ".join(names), where, more) for (where, more), names in rows.items())
    yield from table(("HER2 word", "place of the cancer (hormone receptors)", "pages"), cells)


def _places(where: list[tuple[str, str]]) -> str:
    """Return settings, each with the hormone receptors it is about where these matter."""
    by_setting: dict[str, list[str]] = {}
    for setting, receptors in where:
        by_setting.setdefault(setting, []).append(receptors)
    return "; ".join(
        setting if len(found) == len(RECEPTORS) else f"{setting} ({', '.join(found)})"
        for setting, found in by_setting.items()
    )


def uses() -> Iterator[str]:
    """Yield how each approved use stands, with all its answers, with one of them left out, and for who had it."""
    yield "\n## Approved uses\n"
    yield "All the answers a use asks for, then with one of them left out. “page”: it has a page of its own.\n"
    rows = ((use, *_use_row(use, MEETING[use])) for use in LIBRARY.topics)
    yield from table(("use", "all answers", "one answer left out", "had the medicine"), rows)


def _use_row(use: str, answers: dict[str, object]) -> Iterator[str]:
    had = {"medicines": {LIBRARY.topics[use].treatment: "had"}}
    yield _standing(use, answers)
    yield "; ".join(f"{name}: {_standing(use, left)}" for name, left in _one_left_out(answers))
    yield _standing(use, answers | had)


def _one_left_out(answers: dict[str, object]) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the answers without each one of them, under its name."""
    for name, value in answers.items():
        if isinstance(value, dict) and name == "treatments":
            for inner in value:
                yield inner, answers | {name: {key: said for key, said in value.items() if key != inner}}
        else:
            yield name, {key: said for key, said in answers.items() if key != name}


def _standing(use: str, answers: dict[str, object]) -> str:
    told = answers_from_json(json.dumps({"schema": 1, **answers}).encode(), languages=("en",))
    person = profile(told)
    views: tuple[TopicView, ...] = view_topics(LIBRARY.rules, person)
    (view,) = [each for each in views if each.id == use]
    return f"{view.relevance}{', page' if use in sections(told) else ''}"


def single_answers() -> Iterator[str]:
    """Yield which pages one more answer brings or takes away."""
    base = Answers(
        her2=RESULTS["low"],
        setting=Setting.METASTATIC,
        estrogen_receptor=EstrogenReceptor.POSITIVE,
        progesterone_receptor=ProgesteroneReceptor.POSITIVE,
    )
    yield "\n## One more answer\n"
    yield "HER2-low, metastatic, hormone receptor-positive, and one more answer: pages it brings (+), takes away (-)."
    yield "Answers that change no page are not listed, but they may change what stands on one.\n"
    before = sections(base)
    rows = ((name, moved) for name, answers in _more(base) if (moved := _moved(before, sections(answers))))
    yield from table(("answer", "pages"), rows)


def _more(base: Answers) -> Iterator[tuple[str, Answers]]:
    for reader in Reader:
        yield f"reader: {reader}", replace(base, reader=reader)
    for concern in Concern:
        yield f"concern: {concern}", replace(base, concerns=(concern,))
    for kind in Insurance:
        yield f"insurance: {kind}", replace(base, insurance=kind)
    yield "other results", replace(base, other_results=(Her2Result(ihc=IhcScore.ZERO),))
    for medicine in (name for name, item in LIBRARY.treatments.items() if item.page or item.lungs):
        for said in Told:
            yield f"{medicine}: {said}", replace(base, medicines=((medicine, said),))


def _moved(before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """Return the pages that came and went, and whether those left stand in another order."""
    came = [f"+{page}" for page in after if page not in before]
    went = [f"-{page}" for page in before if page not in after]
    stayed = [page for page in before if page in after]
    order = [] if stayed == [page for page in after if page in before] else ["in another order"]
    return ", ".join((*came, *went, *order))


def text() -> str:
    """Return the whole file."""
    parts = (categories(), pages(), uses(), single_answers())
    return "\n".join((HEAD.rstrip("\n"), *(line for part in parts for line in part))) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
