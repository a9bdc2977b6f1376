"""Reads a tagged PDF as a screen reader does: block by block in the order of its structure, never of its pages."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf
from pypdf import PageObject, PdfReader

from tests.output.reading import squeezed

GROUPS = ("Sect", "L", "Table", "TR", "TOC")  # what holds blocks; LI is told by its LBody
UNICODE = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")
SHOWS = ("Tj", "TJ", "'", '"')
READ = " ".join(("BDC", "BMC", "EMC", "Tf", *SHOWS))
NO_FILE = pikepdf.new()  # what a stream needs to stand in


class Told(NamedTuple):
    """A block as it is told: its tag, and its words without spaces. A group has no words of its own."""

    tag: str
    words: str = ""


class Structure:
    """The structure of a file. `faults` are what is wrong in how it is tied to the pages."""

    def __init__(self, reader: PdfReader) -> None:
        self.faults: list[str] = []
        self._alphabets: dict[int, dict[int, str]] = {}  # by the number of the font
        self._root: Any = reader.root_object["/StructTreeRoot"]
        self._pages = {page.indirect_reference.idnum: place for place, page in enumerate(reader.pages)}  # type: ignore[union-attr]
        self._runs = [self._runs_of(page) for page in reader.pages]
        self._owners = self._owners_of(reader)
        self._used: set[tuple[int, int]] = set()
        self.pages_told: list[str] = []  # for each part in the list of parts
        self.told = list(self._walk(self._root["/K"]))
        every = {(place, run) for place, runs in enumerate(self._runs) for run in runs}
        self.faults += [f"page {place + 1}: run {run} is told nowhere" for place, run in sorted(every - self._used)]

    def _runs_of(self, page: PageObject) -> dict[int, str]:
        """Return the words of each numbered run of a page."""
        resources: Any = page["/Resources"]
        fonts = {name: self._alphabet(resources["/Font"].raw_get(name)) for name in resources["/Font"]}
        runs: dict[int, str] = {}
        open_runs: list[int | None] = []
        font: dict[int, str] = {}
        content: Any = page.get_contents()
        parsed: Any = pikepdf.parse_content_stream(pikepdf.Stream(NO_FILE, content.get_data()), READ)
        for operands, found in parsed:
            operator = str(found)
            if operator == "BDC":
                open_runs.append(operands[1].get("/MCID"))
                runs.setdefault(operands[1].get("/MCID"), "")
            elif operator == "BMC":
                open_runs.append(None)
            elif operator == "EMC":
                open_runs.pop()
            elif operator == "Tf":
                font = fonts[str(operands[0])]
            elif operator in SHOWS:
                words = "".join(font.get(byte, "") for byte in bytes(operands[-1]))
                if not open_runs:
                    self.faults.append(f"untagged text: {words}")
                elif open_runs[-1] is not None:
                    runs[open_runs[-1]] += words
        return runs

    def _alphabet(self, font: Any) -> dict[int, str]:
        if font.idnum not in self._alphabets:
            self._alphabets[font.idnum] = _alphabet(font.get_object())
        return self._alphabets[font.idnum]

    def _owners_of(self, reader: PdfReader) -> dict[tuple[int, int], int]:
        """Return which element the parent tree gives for each run."""
        numbers = self._root["/ParentTree"]["/Nums"]
        entries = {numbers[place]: numbers[place + 1].get_object() for place in range(0, len(numbers), 2)}
        owners: dict[tuple[int, int], int] = {}
        for place, page in enumerate(reader.pages):
            kept = entries.get(page["/StructParents"])
            for run, element in enumerate(kept if isinstance(kept, list) else ()):
                owners[place, run] = getattr(element, "idnum", 0)
            for each in page.get("/Annots", ()):
                found = entries.get(each.get_object().get("/StructParent"))
                if not isinstance(found, dict) or found["/S"] != "/Link":
                    self.faults.append(f"page {place + 1}: a link without its element")
        return owners

    def _walk(self, reference: Any) -> Iterator[Told]:
        element: Any = reference.get_object()
        tag = element["/S"].removeprefix("/")
        kids = element.get("/K", [])
        elements = [kid for kid in kids if isinstance(kid.get_object(), dict) and "/S" in kid.get_object()]
        if tag == "Figure":
            self._words(reference)
            yield Told(tag, squeezed(element.get("/Alt", "")))
        elif tag == "TOCI":
            (title,) = (self._words(kid) for kid in elements)
            yield Told(tag, squeezed(title))
            self.pages_told.append(self._words(reference).removeprefix(title).strip())
        elif tag in (*GROUPS, "Document", "LI"):
            if tag in GROUPS:
                yield Told(tag)
            for kid in elements:
                yield from self._walk(kid)
        else:
            yield Told(tag, squeezed(self._words(reference)))

    def _words(self, reference: Any) -> str:
        """Return the words of an element and of the links in it."""
        element: Any = reference.get_object()
        words = ""
        for kid in element.get("/K", []):
            part = kid.get_object()
            if isinstance(part, dict) and "/S" in part:
                words += self._words(kid)
            elif not isinstance(part, dict) or "/MCID" in part:
                page = (part if isinstance(part, dict) else element).raw_get("/Pg")
                run = int(part["/MCID"] if isinstance(part, dict) else part)
                place = self._pages[page.idnum], run
                self._used.add(place)
                if self._owners.get(place) != reference.idnum:
                    self.faults.append(f"page {place[0] + 1}: the parent tree does not know run {run}")
                words += self._runs[place[0]][run]
        return words


def _alphabet(font: Any) -> dict[int, str]:
    told = UNICODE.findall(font["/ToUnicode"].get_data()) if "/ToUnicode" in font else ()
    return {int(code, 16): bytes.fromhex(words.decode()).decode("utf-16-be") for code, words in told}
