"""One report in every kind of file says the same: the file changes nothing of what the words mean."""

import html
import json
from collections.abc import Callable
from functools import cache

import pytest

from her2guide.intake.opened import opened
from her2guide.intake.text import read_text
from tests.intake.fhir_records import filled, form, observation, report
from tests.intake.made_files import packed, pdf
from tests.intake.test_ccda import document, section
from tests.intake.written import written

# A text that looks like a record is taken for one as soon as it is a file.
REPORTS = {each.name: each.text for each in written() if not each.text.lstrip().startswith(("{", "["))}
LINES = 50


def _pages(text: str) -> bytes:
    lines = text.split("\n")
    return pdf(*(tuple(lines[start : start + LINES]) for start in range(0, len(lines), LINES)))


def _broken(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br/>")


CONTAINERS: dict[str, Callable[[str], bytes]] = {
    "attachment": lambda text: json.dumps(report(presentedForm=[form(text.encode())])).encode(),
    "conclusion": lambda text: json.dumps(report(conclusion=text)).encode(),
    "answer in words": lambda text: json.dumps(observation({"text": "Pathology report"}, valueString=text)).encode(),
    "web page": lambda text: f"<html><body>{_broken(text)}</body></html>".encode(),
    "plain web page": lambda text: f"<html><body><pre>{html.escape(text)}</pre></body></html>".encode(),
    "C-CDA": lambda text: document(section(text=_broken(text))),
    "zip": lambda text: packed({"report.txt": text}),
}


@cache
def said(text: str) -> dict[str, str]:
    """Return what the text alone fills."""
    return filled(read_text(text))


@pytest.mark.parametrize("kind", CONTAINERS)
def test_a_report_says_the_same_in_every_kind_of_file(kind: str) -> None:
    assert REPORTS
    for name, text in REPORTS.items():
        assert filled(opened(CONTAINERS[kind](text)).reading) == said(text), name


def test_a_report_says_the_same_in_a_pdf_or_less() -> None:
    latin = {name: text for name, text in REPORTS.items() if text.isascii()}
    assert latin
    for name, text in latin.items():
        assert set(filled(opened(_pages(text)).reading).items()) <= set(said(text).items()), name
