"""The bytes of the file: packed objects that every program finds, however many there are."""

import io
import re

from pypdf import PdfReader
from pypdf.generic import IndirectObject

from her2guide.guide.document import Bullets, Section, line
from her2guide.output.pdf import render_pdf
from her2guide.output.pdf_file import TOGETHER
from tests.output.reading import FONTS
from tests.output.sample_document import sample

LONG = sample(Section("a", "Title", (Bullets(tuple(line(f"item {number}") for number in range(3 * TOGETHER))),)))


def test_every_object_is_where_the_table_says() -> None:
    for document in (sample(), LONG):
        data = render_pdf(document, fonts=FONTS)
        reader = PdfReader(io.BytesIO(data), strict=True)
        alone, packed = reader.xref[0], reader.xref_objStm
        for number, start in alone.items():
            assert data[start:].startswith(b"%d 0 obj" % number)
        assert sorted([*alone, *packed]) == [*range(1, reader.trailer["/Size"])]
        assert all(IndirectObject(number, 0, reader).get_object() is not None for number in (*alone, *packed))


def test_only_streams_stand_by_themselves() -> None:
    data = render_pdf(LONG, fonts=FONTS)
    assert len(re.findall(rb" 0 obj\n", data)) == data.count(b"endstream\nendobj\n")
    assert len(PdfReader(io.BytesIO(data)).xref_objStm) > 3 * TOGETHER


def test_an_item_of_a_list_with_its_words_and_its_two_elements_takes_under_eighty_bytes() -> None:
    short = sample(Section("a", "Title", (Bullets((line("item"),)),)))
    more = len(render_pdf(LONG, fonts=FONTS)) - len(render_pdf(short, fonts=FONTS))
    assert more < 80 * 3 * TOGETHER
