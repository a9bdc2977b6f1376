"""What a batch has made already, so that a second run does only what is left: docs/decisions/0018-batch.md.

The sidecar holds a mark for each line and the length of its document. A mark is made with a key of this folder alone,
so that the same answers in another folder have another one; it tells nothing to whoever does not know the line.
"""

import hashlib
import json
import secrets
from pathlib import Path
from typing import Any

from her2guide.files.atomic import write_atomically

NAME = ".her2guide-batch.json"
FORM = 1
_KEY, _MARK = 32, 16  # bytes


class Ledger:
    """The documents of one folder. A sidecar that cannot be read is as none: everything is made anew."""

    def __init__(self, folder: Path, marks: bytes) -> None:
        """`marks` is what all documents depend on beside their lines."""
        self._path, self._marks = folder / NAME, marks
        self._key, self._made = _read(self._path) or (secrets.token_bytes(_KEY), {})

    def mark(self, line: bytes) -> bytes:
        """Return the mark of a line."""
        found = hashlib.blake2b(self._marks, key=self._key, digest_size=_MARK)
        found.update(b"\0" + line)
        return found.digest()

    def is_made(self, number: int, mark: bytes, document: Path) -> bool:
        """Return whether the document of a line lies there as it was made."""
        found = self._made.get(number)
        if found is None or found[0] != mark:
            return False
        try:
            return document.stat().st_size == found[1]
        except OSError:
            return False

    def note(self, number: int, mark: bytes, size: int) -> None:
        """Note that a document is made."""
        self._made[number] = (mark, size)

    def save(self) -> None:
        """Write the sidecar. Raises `OutputError`."""
        documents = {str(number): [mark.hex(), size] for number, (mark, size) in self._made.items()}
        whole = {"batch": FORM, "key": self._key.hex(), "documents": documents}
        write_atomically(self._path, json.dumps(whole, separators=(",", ":")).encode(), swept=True)


def _read(path: Path) -> tuple[bytes, dict[int, tuple[bytes, int]]] | None:
    try:
        whole: Any = json.loads(path.read_bytes())
        if whole["batch"] != FORM:
            return None
        made = {int(number): (bytes.fromhex(mark), int(size)) for number, (mark, size) in whole["documents"].items()}
        key = bytes.fromhex(whole["key"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return (key, made) if len(key) == _KEY else None
