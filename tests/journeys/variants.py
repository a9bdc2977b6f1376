"""Every way a person's guide can come out on paper: paper, print, and numbers as asked or the other way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from her2guide.guide.build import build_guide
from her2guide.guide.document import GuideDocument
from her2guide.library.library import Library
from her2guide.model.answers_json import answers_from_json
from her2guide.output.render import Paper
from tests.journeys.write import TODAY


@dataclass(frozen=True, slots=True)
class Variant:
    """A guide as it is asked for on paper."""

    name: str
    document: GuideDocument
    paper: Paper
    large_print: bool


def variants(path: Path) -> Iterator[Variant]:
    """Yield the guides for an answers file: both papers in both prints, and one with numbers turned round."""
    answers, library = answers_from_json(path.read_bytes(), languages=("en",)), Library()
    document = build_guide(answers, library, TODAY).document
    papers: tuple[Paper, ...] = ("letter", "a4")
    for paper in papers:
        for large in (False, True):
            yield Variant(f"{path.stem}-{paper}-{'large' if large else 'usual'}", document, paper, large)
    turned = replace(answers, wants_numbers=not answers.wants_numbers)
    yield Variant(f"{path.stem}-numbers-turned", build_guide(turned, library, TODAY).document, "letter", False)
