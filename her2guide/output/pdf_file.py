"""The bytes of a PDF, packed as PDF 1.5 allows, which reportlab does not do: a tagged guide is half as long this way.

Objects that are no streams (elements, pages, links, bookmarks) are compressed many at a time, and so is the table that
says where each object is. Source: ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
"""

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

HEAD = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"  # the second line tells programs that this is no plain text
TOGETHER = 600  # objects in one stream; a place in it is two bytes

Object = tuple[int, bytes]  # its number and what it says
Place = tuple[int, int, int]  # kind, where, and which one there: 1 is an object by itself, 2 one in a stream


class PackedFile:
    """A file that grows object by object and knows where each is."""

    def __init__(self) -> None:
        self._file = bytearray(HEAD)
        self._places: dict[int, Place] = {0: (0, 0, 255)}

    def add(self, number: int, content: bytes) -> None:
        """Add an object by itself, as a stream must be."""
        self._places[number] = (1, len(self._file), 0)
        self._file += b"%d 0 obj\n%s\nendobj\n" % (number, content.rstrip(b"\n"))

    def add_together(self, number: int, objects: Sequence[Object]) -> None:
        """Add objects as one stream, which has a number of its own."""
        starts, body = list[str](), bytearray()
        for place, (each, content) in enumerate(objects):
            self._places[each] = (2, number, place)
            starts.append(f"{each} {len(body)}")
            body += content + b"\n"
        head = " ".join(starts).encode() + b"\n"
        self.add(number, _stream(b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head)), head + body))

    def close(self, number: int, root: bytes, info: bytes) -> bytes:
        """Return the file with its table of places, which is a stream too, with a number of its own."""
        start = len(self._file)
        self._places[number] = (1, start, 0)
        wide = (start.bit_length() + 7) // 8
        found = [self._places[each] for each in range(len(self._places))]
        rows = [bytes((kind, *where.to_bytes(wide, "big"), *which.to_bytes(2, "big"))) for kind, where, which in found]
        mark = hashlib.sha256(self._file).hexdigest()[:32].encode()
        says = b"/Type/XRef/Size %d/W[1 %d 2]/Root %s/Info %s/ID[<%s><%s>]/DecodeParms<</Predictor 12/Columns %d>>"
        self.add(number, _stream(says % (len(rows), wide, root, info, mark, mark, wide + 3), _differences(rows)))
        return bytes(self._file) + b"startxref\n%d\n%%%%EOF\n" % start


def packed(document: Any) -> bytes:
    """Return a reportlab document as the bytes of a file. The same document gives the same bytes."""
    root, info = (document.Reference(each).format(document) for each in (document.Catalog, document.info))
    file, small = PackedFile(), list[Object]()
    for number, content in _objects(document):
        if content.endswith(b"endstream\n"):
            file.add(number, content)
        else:
            small.append((number, content))
    free = len(document.numberToId) + 1
    for first in range(0, len(small), TOGETHER):
        file.add_together(free, small[first : first + TOGETHER])
        free += 1
    return file.close(free, root, info)


def _objects(document: Any) -> Iterator[Object]:
    """Yield what each object says; saying it can make new objects."""
    number = 1
    while number in document.numberToId:
        yield number, pdfdoc.format(document.idToObject[document.numberToId[number]], document, toplevel=1)
        number += 1


def _stream(says: bytes, content: bytes) -> bytes:
    small = zlib.compress(content, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (says, len(small), small)


def _differences(rows: Sequence[bytes]) -> bytes:
    """Return rows as what each adds to the one above it (PNG's "up", after its number 2): that compresses best."""
    above, result = bytes(len(rows[0])), bytearray()
    for row in rows:
        result += bytes((2, *((new - old) % 256 for new, old in zip(row, above, strict=True))))
        above = row
    return bytes(result)
