"""One JSON object a line: the lines of a file, each with its number, however long a line may be."""

from collections.abc import Iterator
from typing import IO

from her2guide.model.answers_json import MAX_BYTES


def lines(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of each line that is not blank; of a line over the limit, enough to see that it is."""
    number = 0
    while data := file.readline(MAX_BYTES + 2):
        number += 1
        rest, blank = data, not data.strip()
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(MAX_BYTES)
            blank = blank and not rest.strip()
        if not blank:
            yield number, data.rstrip(b"\r\n")
