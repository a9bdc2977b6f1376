"""The squares beside web addresses: a reader of QR codes finds in the file the very address that stands there."""

import re
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from her2guide.guide.document import AskList, Bullets, GuideDocument, Line, Paragraph, Section, Steps, line, typed
from her2guide.library.library import Library
from her2guide.output.pdf_code import QUIET, runs
from tests.journeys.write import PEOPLE, document_of
from tests.output.reading import pdf
from tests.output.sample_document import LABEL, sample
from tests.output.ua import problems_on_paper

PROGRAMS = sorted({program.address for program in Library().programs.values()} - {""})
HELP = "https://www.cancercare.org/copayfoundation"
SQUARE = re.compile(r"/Artifact BMC\s+n ((?:\d+ \d+ \d+ 1 re ?\s*)+)f\*?\s+EMC")


def scanned(dark: list[tuple[int, int, int]]) -> str:
    """Return what a phone would read; each is a column, a row and a length."""
    side = max(column + length for column, _, length in dark) + 2 * QUIET
    image = Image.new("L", (side, side), 255)
    for column, row, length in dark:
        for place in range(column, column + length):
            image.putpixel((place + QUIET, row + QUIET), 0)
    (found,) = zxingcpp.read_barcodes(image.resize((4 * side, 4 * side), Image.Resampling.NEAREST))
    return str(found.text)


def codes(reader: PdfReader) -> list[str]:
    """Return the addresses of all squares in a file, in the order of its pages."""
    found: list[str] = []
    for page in reader.pages:
        content = page.get_contents()
        assert content is not None
        for square in SQUARE.findall(content.get_data().decode("latin-1")):
            numbers = [int(each) for each in re.findall(r"\d+", square)]
            found.append(scanned([tuple(numbers[start : start + 3]) for start in range(0, len(numbers), 4)]))  # type: ignore[misc]
    return found


def listed(*items: Line, programs: tuple[str, ...] = (HELP,)) -> GuideDocument:
    return replace(sample(Section("a", "Title", (Bullets(items),))), addresses=programs)


@pytest.mark.parametrize("address", PROGRAMS)
def test_a_phone_reads_the_address_of_every_program(address: str) -> None:
    _, dark = runs(address)
    assert scanned([(column, row, length) for row, column, length in dark]) == address


@pytest.mark.parametrize("options", [{}, {"large_print": True}, {"paper": "a4"}])
def test_a_program_with_its_address_in_print_has_its_square(options: dict[str, object]) -> None:
    document = listed(line(f"CancerCare. Web: {HELP}"), line("Another one. Call 800-555-0134."))
    assert codes(pdf(document, **options)) == [HELP]


def test_a_guide_has_a_square_for_each_program_whose_address_it_prints_in_a_list() -> None:
    document = document_of(PEOPLE / "ivy-lost-her-insurance.json")
    shown = [
        address
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Bullets)
        for item in block.items
        for address in re.findall(r"https://\S+", "".join(span.text for span in item))
    ]
    assert len(shown) > 5
    assert codes(pdf(document)) == shown


@pytest.mark.parametrize(
    "words",
    [
        line("Web: https://elsewhere.example/"),
        line(f"Web: {HELP}/more"),
        line(f"Web: {LABEL}"),  # a source, which is a link alone
        typed(HELP),
        line("Web: http://www.cancercare.org/copayfoundation"),
    ],
)
def test_nothing_else_has_a_square(words: Line) -> None:
    assert codes(pdf(listed(words))) == []


def test_an_address_that_is_not_https_never_has_a_square() -> None:
    for address in ("http://example.org/", "javascript:alert(1)", "file:///etc/passwd", "https://a b"):
        assert codes(pdf(listed(line(f"Web: {address}"), programs=(address,)))) == []


def test_only_lists_of_programs_have_squares() -> None:
    words = line(f"Web: {HELP}")
    blocks = (Paragraph(words), Steps((words,)), AskList((words,)))
    assert codes(pdf(replace(sample(Section("a", "Title", blocks)), addresses=(HELP,)))) == []


@pytest.mark.parametrize("large_print", [False, True])
def test_a_square_is_told_to_nobody_who_listens_and_breaks_no_rule(large_print: bool) -> None:
    items = tuple(line(f"Program {number}. It helps with the cost. Web: {HELP}") for number in range(30))
    assert problems_on_paper(listed(*items), large_print=large_print) == []


def test_words_and_square_stay_together_on_a_page() -> None:
    items = tuple(line(f"Program {number}. {'It helps. ' * 40} Web: {HELP}") for number in range(12))
    reader = pdf(listed(*items))
    assert len(reader.pages) > 2
    for page in reader.pages:
        content = page.get_contents()
        assert content is not None
        squares = SQUARE.findall(content.get_data().decode("latin-1"))
        assert len(squares) == page.extract_text().count(HELP) == page.extract_text().count("Program ")
