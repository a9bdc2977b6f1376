"""Which element of the structure a flowable belongs to: it follows the blocks of the document."""

from typing import TYPE_CHECKING, Any

from her2guide.guide.document import Steps, Table
from her2guide.output.printed import Spot

if TYPE_CHECKING:
    from her2guide.output.pdf_element import Element
    from her2guide.output.pdf_para import Para
    from her2guide.output.pdf_tags import TaggedCanvas

CELLS = ("TH", "TH-row", "TD")


def section_of(canvas: "TaggedCanvas", spot: Spot) -> "Element":
    """Return the element of the section a spot is in."""
    return canvas.element("Sect", ("Sect", spot[0]))


def words_of(canvas: "TaggedCanvas", para: "Para", spot: Spot) -> "Element":
    """Return the element of a paragraph: a heading, a text, the body of an item, a cell or a caption."""
    key, section = para.origin or para, section_of(canvas, spot)
    if para.tag == "LBody":
        return canvas.element("LBody", key, _item(canvas, para, spot))
    if para.tag in CELLS:
        row = canvas.element("TR", ("TR", *spot), _table(canvas, spot))
        return canvas.element(para.tag, key, row)
    if para.tag == "Caption":
        return canvas.element("Caption", key, _table(canvas, spot))
    return canvas.element("P" if para.tag == "RowHead" else para.tag, key, section)


def label_of(canvas: "TaggedCanvas", para: "Para", spot: Spot) -> "Element":
    """Return the element of the sign that stands before an item's words."""
    return canvas.element("Lbl", ("Lbl", para.origin or para), _item(canvas, para, spot))


def _item(canvas: "TaggedCanvas", para: "Para", spot: Spot) -> "Element":
    """Return the element of an item. A table that large print shows as lists has one list for each row."""
    each: tuple[Any, ...] = spot if isinstance(para.block, Table) else spot[:2]
    tag = "L-number" if isinstance(para.block, Steps) else "L"
    found = canvas.element(tag, ("L", *each), section_of(canvas, spot))
    return canvas.element("LI", ("LI", para.origin or para), found)


def _table(canvas: "TaggedCanvas", spot: Spot) -> "Element":
    return canvas.element("Table", ("Table", *spot[:2]), section_of(canvas, spot))
