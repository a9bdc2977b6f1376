"""A password on the PDF: it opens with it and not without, and screen readers still find what they need."""

import io
import subprocess
import sys

import pikepdf
import pytest

from her2guide.output.pdf import render_pdf
from her2guide.output.pdf_password import LONGEST, PasswordError, protect, usable
from tests.output.reading import FONTS
from tests.output.sample_document import sample

WORD = "correct horse é"


@pytest.fixture(scope="module")
def plain() -> bytes:
    return render_pdf(sample(), fonts=FONTS)


@pytest.fixture(scope="module")
def locked(plain: bytes) -> bytes:
    return protect(plain, WORD)


def test_the_right_password_opens_it_and_all_its_pages_are_there(plain: bytes, locked: bytes) -> None:
    with pikepdf.open(io.BytesIO(plain)) as before, pikepdf.open(io.BytesIO(locked), password=WORD) as after:
        assert len(after.pages) == len(before.pages)
        for one, other in zip(before.pages, after.pages, strict=True):
            assert one.Contents.read_bytes() == other.Contents.read_bytes()


@pytest.mark.parametrize("word", ["", "correct horse", f"{WORD} ", WORD.upper()])
def test_no_other_password_opens_it(word: str, locked: bytes) -> None:
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked), password=word)


def test_it_opens_however_the_letters_were_composed(plain: bytes) -> None:
    with pikepdf.open(io.BytesIO(protect(plain, "correct horse e\u0301")), password=WORD) as file:
        assert file.is_encrypted


def test_it_is_the_strongest_kind_and_screen_readers_may_read_it(locked: bytes) -> None:
    with pikepdf.open(io.BytesIO(locked), password=WORD) as file:
        assert (file.encryption.R, file.encryption.bits) == (6, 256)
        assert {file.encryption.stream_method.name, file.encryption.string_method.name} == {"aesv3"}
        assert file.allow.accessibility


def test_tags_language_and_title_survive(plain: bytes, locked: bytes) -> None:
    with pikepdf.open(io.BytesIO(plain)) as before, pikepdf.open(io.BytesIO(locked), password=WORD) as after:
        assert after.Root.MarkInfo.Marked
        assert after.Root.Lang == before.Root.Lang
        assert after.Root.ViewerPreferences.DisplayDocTitle
        assert len(after.Root.StructTreeRoot.ParentTree.Nums) == len(before.Root.StructTreeRoot.ParentTree.Nums)
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert dict(after.docinfo) == dict(before.docinfo)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in locked  # readable without the password


def test_nothing_a_person_reads_stands_open_in_the_file(locked: bytes) -> None:
    for words in (b"HER2", b"breast", WORD.encode()):
        assert words not in locked


@pytest.mark.parametrize("word", ["", "a\nb", "a\u202eb", "\x00", "x" * (LONGEST + 1), "é" * 64, "\ud800"])
def test_what_no_pdf_can_have_is_refused_and_not_repeated(word: str) -> None:
    with pytest.raises(PasswordError) as refused:
        usable(word)
    assert len(word) < 2 or word not in str(refused.value)


def test_nobody_who_asks_for_no_password_waits_for_it() -> None:
    program = (
        "import sys; from tests.output.test_password import render_pdf, sample, FONTS; del sys.modules['pikepdf']\n"
        "import her2guide.output.pdf_password, her2guide.commands; render_pdf(sample(), fonts=FONTS)\n"
        "assert 'pikepdf' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
