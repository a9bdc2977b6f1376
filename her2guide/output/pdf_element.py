"""One element of a tagged PDF's structure, which reportlab does not know. Source: ISO 32000-1, 14.7."""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject

ATTRIBUTES = {
    "TH": "/A<</O/Table/Scope/Column>>",
    "TH-row": "/A<</O/Table/Scope/Row>>",
    "L": "/A<</O/List/ListNumbering/None>>",
    "L-number": "/A<</O/List/ListNumbering/Decimal>>",
}


class Element(PDFObject):
    """One structure element: its tag, its parent, and its kids: elements, runs of marked content, link annotations."""

    __RefOnly__ = 1

    def __init__(self, document: Any, tag: str, parent: Any, extra: str = "") -> None:
        """`parent` is an element, or the root of the tree by reference."""
        self.tag, self._kids = tag.partition("-")[0], list[Any]()
        self._extra = ATTRIBUTES.get(tag, "") + extra
        self.reference = document.Reference(self)
        self._parent = parent
        if isinstance(parent, Element):
            self._parent = parent.reference
            parent._kids.append(self.reference)

    def add_run(self, page: Any, number: int) -> None:
        """Add a run of marked content: its number on a page."""
        self._kids.append((page, number))

    def add_link(self, page: Any, annotation: Any) -> None:
        """Add the annotation that makes a link work."""
        kid = PDFDictionary({"Type": PDFName("OBJR"), "Pg": page, "Obj": annotation})
        self._kids.append(kid)

    def format(self, document: Any) -> bytes:
        """Write the element as short as it can be; a page is named once where all runs are on it."""
        pages = {kid[0].name: kid[0] for kid in self._kids if isinstance(kid, tuple)}
        page = next(iter(pages.values())) if len(pages) == 1 else None
        kids = b" ".join(self._kid(kid, page is not None, document) for kid in self._kids)
        where = b"/Pg " + page.format(document) if page is not None else b""
        parent, extra = self._parent.format(document), self._extra.encode("latin-1")
        return b"<</S/%s/P %s%s/K[%s]%s>>" % (self.tag.encode(), parent, where, kids, extra)

    @staticmethod
    def _kid(kid: Any, page_named: bool, document: Any) -> bytes:
        if not isinstance(kid, tuple):
            return bytes(kid.format(document))
        page, number = kid
        if page_named:
            return b"%d" % number
        return b"<</Type/MCR/Pg %s/MCID %d>>" % (page.format(document), number)
