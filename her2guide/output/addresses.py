"""Which addresses may become links: the given ones, by https, and only where one stands alone in a text."""

import re
from collections.abc import Callable, Iterable

Cut = Callable[[str], list[str]]


def cut_at(addresses: Iterable[str]) -> Cut:
    """Return what cuts a text into pieces, every second of which is one of the addresses."""
    # The longest first, so that no address is cut short by another it begins with.
    known = sorted(filter(_is_address, addresses), key=lambda each: (-len(each), each))
    if not known:
        return lambda text: [text]
    # An address stands alone: an ending of a longer one, or the start of one, is not it.
    return re.compile(rf"(?<!\S)({'|'.join(map(re.escape, known))})(?=[.,;:)]*(?:\s|$))").split


def _is_address(address: str) -> bool:
    return re.fullmatch(r"https://[!-~]+", address) is not None
