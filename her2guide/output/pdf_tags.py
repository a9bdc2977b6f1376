"""The structure of a tagged PDF (PDF/UA-1), which reportlab does not write: elements, marked content, parent tree.

Everything drawn is either the content of an element or an artifact (a frame, a page number). The elements follow the
blocks of the document: what goes on over the end of a page stays one element. Source: ISO 32000-1, 14.6 to 14.8.
"""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from her2guide.output.pdf_element import Element
from her2guide.output.pdf_file import packed

# A page may then say which list of the parent tree is its own, and that Tab follows the structure.
pdfdoc.PDFPage.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]

_CANVAS: Any = Canvas
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>
</rdf:Alt></dc:title><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class TaggedCanvas(Canvas):
    """A canvas that knows to which element what is drawn belongs. Outside every element it is an artifact."""

    # What reportlab keeps for itself and its types do not list.
    _doc: Any
    _code: Any
    _currentMatrix: tuple[float, float, float, float, float, float]  # noqa: N815 - reportlab's name
    _filename: Any
    _annotationrefs: list[Any]
    _curr_tx_info: dict[str, Any]
    _bookmarkReference: Any  # noqa: N815 - reportlab's name

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root = self._doc.Reference(self._root)
        self._top = Element(self._doc, "Document", root)
        self._root["K"] = self._top.reference
        self._elements: dict[Hashable, Element] = {}
        self._current: Element | None = None
        self._held = False  # inside a figure or an artifact: everything belongs to it
        self._parents: list[Any] = []  # the parent tree: for each page its runs, for each link its element
        self._links: dict[str, Element] = {}
        self._kept: list[tuple[list[Any], Any]] = []  # of each page: its runs, and its reference
        self._begin_page()
        catalog = self._doc.Catalog
        catalog.StructTreeRoot, catalog.MarkInfo = root, PDFDictionary({"Marked": "true"})
        catalog.Metadata = pdfdoc.XMP(creator=lambda document: _XMP.format(title=escape(document.info.title)).encode())
        self.setNamedCB("link", self._open_link)
        self.setNamedCB("unlink", self._close_link)

    # --- elements

    def element(self, tag: str, key: Hashable, parent: Element | None = None, extra: str = "") -> Element:
        """Return the element of that key, made on first use under `parent` (the document when None)."""
        if key not in self._elements:
            self._elements[key] = Element(self._doc, tag, parent or self._top, extra)
        return self._elements[key]

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Draw text that belongs to an element."""
        before, self._current = self._current, element
        try:
            yield
        finally:
            self._current = before

    @contextmanager
    def figure(
        self, key: Hashable, parent: Element | None, alt: str, box: tuple[float, float, float, float]
    ) -> Iterator[None]:
        """Draw a picture: one run of content, with words for who does not see it. `box` is its place on the page."""
        placed = " ".join(f"{value:.2f}" for value in box)
        words = PDFString(alt).format(self._doc).decode("latin-1")
        element = self.element("Figure", key, parent, f"/Alt {words}/A<</O/Layout/BBox[{placed}]>>")
        self._code.append(self._open(element))
        before, self._held = self._held, True
        try:
            yield
        finally:
            self._held = before
            self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Draw what is not read: it comes on every page, or repeats what was read before."""
        if self._held:
            yield
            return
        self._code.append("/Artifact BMC")
        self._held = True
        try:
            yield
        finally:
            self._held = False
            self._code.append("EMC")

    @contextmanager
    def form(self, name: str) -> Iterator[None]:
        """Draw what is not read and stands on many pages, once for the whole file. `doForm` shows it on a page."""
        self.beginForm(name)
        self._held = True
        try:
            yield
        finally:
            self._held = False
            self.endForm()

    # --- content

    def translate(self, dx: float, dy: float) -> None:
        """Move the origin, as each part of a page does: the four numbers that stay the same are not worked out."""
        if self._code[-1].endswith(" cm"):  # two moves become one
            super().translate(dx, dy)
            return
        a, b, c, d, e, f = self._currentMatrix
        self._currentMatrix = (a, b, c, d, a * dx + c * dy + e, b * dx + d * dy + f)
        self._code.append(f"1 0 0 1 {fp_str(dx, dy)} cm")

    def _open(self, element: Element) -> str:
        number = len(self._runs)
        self._runs.append(element.reference)
        element.add_run(self._page, number)
        return f"/{element.tag} <</MCID {number}>> BDC"

    def drawText(self, aTextObject: Any) -> None:  # noqa: N802, N803 - reportlab's names
        """Draw text as a run of the element that is drawn now, or as an artifact."""
        if not self._held:
            opened = getattr(aTextObject, "her2guide_opened", "")
            first = opened or ("/Artifact BMC" if self._current is None else self._open(self._current))
            aTextObject._code.insert(1, first)
            aTextObject._code.append("EMC")
        super().drawText(aTextObject)

    def _open_link(self, canvas: Canvas, kind: str | None, address: str) -> None:  # noqa: ARG002 - reportlab's shape
        """Begin a link in the middle of a paragraph's text."""
        text = self._curr_tx_info["tx"]
        if self._held or self._current is None:
            return
        if not hasattr(text, "her2guide_opened"):
            text.her2guide_opened = self._open(self._current)
        link = self._links[address] = Element(self._doc, "Link", self._current)
        text._code += ["EMC", self._open(link)]

    def _close_link(self, canvas: Canvas, kind: str | None, address: str) -> None:  # noqa: ARG002 - reportlab's shape
        if address in self._links and not self._held and self._current is not None:
            self._curr_tx_info["tx"]._code += ["EMC", self._open(self._current)]

    def _addAnnotation(self, annotation: Any, *args: Any, **options: Any) -> None:  # noqa: N802 - reportlab's name
        """Tie a link's annotation to its element; a link over two lines has two."""
        action = annotation.dict.get("A")
        address = getattr(action.dict.get("URI"), "s", "") if action is not None else ""
        link = self._links.get(address)
        if link is None:
            _CANVAS._addAnnotation(self, annotation, *args, **options)
            return
        annotation["StructParent"] = self._new_parent(link.reference)
        annotation["Contents"] = PDFString(address)
        annotation["F"] = 4
        _CANVAS._addAnnotation(self, annotation, *args, **options)
        link.add_link(self._page, self._annotationrefs[-1])

    def lead_to(self, link: Element, place: str, words: str, box: tuple[float, float, float, float]) -> None:
        """Make a part of the page lead to a bookmark in the file, perhaps one that comes later."""
        (left, low), (right, high) = self.absolutePosition(*box[:2]), self.absolutePosition(*box[2:])
        annotation = PDFDictionary({"Type": PDFName("Annot"), "Subtype": PDFName("Link"), "F": 4})
        annotation["Rect"], annotation["Border"] = PDFArray([left, low, right, high]), PDFArray([0, 0, 0])
        annotation["Dest"], annotation["Contents"] = self._bookmarkReference(place), PDFString(words)
        annotation["StructParent"] = self._new_parent(link.reference)
        _CANVAS._addAnnotation(self, annotation)
        link.add_link(self._page, self._annotationrefs[-1])

    @contextmanager
    def recorded(self) -> Iterator[list[str]]:
        """Draw into a list in place of the page, for what is to be put down at many places."""
        before, self._code = self._code, []
        try:
            yield self._code
        finally:
            self._code = before

    def put_down(self, code: list[str]) -> None:
        """Draw again what was recorded."""
        self._code += code

    # --- pages

    def _begin_page(self) -> None:
        self._runs: list[Any] = []
        self._page = self._doc.thisPageRef()
        self._page_key = self._new_parent(self._runs)
        self._kept.append((self._runs, self._page))

    def _new_parent(self, entry: Any) -> int:
        self._parents.append(entry)
        return len(self._parents) - 1

    def _setXObjects(self, thing: Any) -> None:  # noqa: N802 - reportlab's name; it is called for each page
        thing.StructParents, thing.Tabs = self._page_key, PDFName("S")
        _CANVAS._setXObjects(self, thing)

    @contextmanager
    def ended_page(self, number: int) -> Iterator[None]:
        """Draw on a page that has ended, from 1; what belongs to no element is an artifact, as always."""
        now = self._runs, self._page
        self._runs, self._page = self._kept[number - 1]
        with self.recorded() as code:
            yield
        self._runs, self._page = now
        self._doc.Pages[number - 1].stream += "\n".join(code) + "\n"

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End a page; the next one has runs of its own."""
        super().showPage()
        self._begin_page()

    def save(self) -> None:
        """Write the file, with the parent tree."""
        if len(self._code):
            self.showPage()
        entries: list[Any] = []
        for number, entry in enumerate(self._parents):
            entries += [number, PDFArray(entry) if isinstance(entry, list) else entry]
        self._root["ParentTree"] = PDFDictionary({"Nums": PDFArray(entries)})
        self._root["ParentTreeNextKey"] = len(self._parents)
        self._doc.format = partial(packed, self._doc)
        self._doc.SaveToFile(self._filename, self)


def _as_artifact(name: str) -> Any:
    plain = getattr(Canvas, name)

    def draw(self: TaggedCanvas, *args: Any, **options: Any) -> Any:
        with self.artifact():
            return plain(self, *args, **options)

    return draw


# Lines, fills and forms outside a figure are never read: the words beside them say it, or they come on every page.
for _name in ("line", "lines", "rect", "roundRect", "drawPath", "circle", "arc", "drawImage", "doForm"):
    setattr(TaggedCanvas, _name, _as_artifact(_name))
