"""A page of a PDF becomes a picture of the right size, with what stands on it in the right colors."""

from contextlib import closing
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from her2guide.output.pdf_picture import PagePicture, PagePictures

RED, WHITE = (255, 0, 0), (255, 255, 255)


def two_pages() -> bytes:
    """A page with its upper half red, and an empty one that is wider than high."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(200, 400))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 200, 200, 200, stroke=0, fill=1)
    canvas.showPage()
    canvas.setPageSize((300, 150))
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def pixel(picture: PagePicture, x: int, y: int) -> tuple[int, ...]:
    at = y * picture.stride + 3 * x
    return tuple(picture.data[at : at + 3])


def test_a_page_is_drawn_as_wide_as_asked_and_in_its_colors() -> None:
    with closing(PagePictures(two_pages())) as pages:
        picture = pages.draw(1, 100)
    assert (picture.width, picture.height) == (100, 200)
    assert picture.stride >= 3 * picture.width
    assert len(picture.data) == picture.stride * picture.height
    assert pixel(picture, 50, 50) == RED
    assert pixel(picture, 50, 150) == WHITE


def test_each_page_has_its_own_size_in_points() -> None:
    with closing(PagePictures(two_pages())) as pages:
        assert len(pages) == 2
        assert [pages.size(number) for number in (1, 2)] == [(200, 400), (300, 150)]
        assert pages.draw(2, 60).height == 30
