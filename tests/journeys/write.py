"""Write each person's guide anew as plain text, for a reviewer to read the difference: `make journeys`."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from her2guide.guide.build import Guide, build_guide
from her2guide.guide.document import GuideDocument
from her2guide.library.library import Library
from her2guide.library.paths import fonts
from her2guide.model.answers_json import answers_from_json
from her2guide.output.pdf import render_pdf
from her2guide.output.text import render_text

TODAY = date(2026, 11, 23)
PEOPLE = Path(__file__).with_name("people")
SAMPLE = Path(__file__).parents[2] / "docs" / "sample"


def guide_of(answers: Path) -> Guide:
    """Return the guide for an answers file."""
    return build_guide(answers_from_json(answers.read_bytes(), languages=("en",)), Library(), TODAY)


@lru_cache(maxsize=32)  # every test of a person reads the same one
def document_of(answers: Path) -> GuideDocument:
    """Return the guide document for an answers file."""
    return guide_of(answers).document


def main() -> None:
    """Write the text of every journey, and text and PDF of the sample."""
    for answers in sorted(PEOPLE.glob("*.json")):
        answers.with_suffix(".txt").write_text(render_text(document_of(answers)), encoding="utf-8", newline="\n")
    sample = document_of(SAMPLE / "answers.json")
    (SAMPLE / "guide.txt").write_text(render_text(sample), encoding="utf-8", newline="\n")
    (SAMPLE / "guide.pdf").write_bytes(render_pdf(sample, fonts=fonts()))


if __name__ == "__main__":
    main()
