"""How far a batch is: a bar where there is a terminal, and the lines that tell what is wrong."""

import sys

from her2guide.output.typed_text import visible
from her2guide.streams import say

_WIDE = 30  # characters of the bar


class Progress:
    """A bar on standard error, drawn anew in its place. Where nobody looks on, only what is wrong is told."""

    def __init__(self, total: int) -> None:
        """`total` is the length of the input, 0 where it is not known."""
        self._total, self._shown = total, ""
        self._on = sys.stderr is not None and sys.stderr.isatty()

    def show(self, at: int, words: str) -> None:
        """Show how far it is."""
        if not self._on:
            return
        part = min(at / self._total, 1.0) if self._total else 0.0
        bar = f"[{'#' * round(part * _WIDE):{_WIDE}}] {part:4.0%}  " if self._total else ""
        text = f"{bar}{words}"
        if text != self._shown:
            sys.stderr.write(f"\r{text}\x1b[K")
            sys.stderr.flush()
            self._shown = text

    def tell(self, words: str) -> None:
        """Say something in a line of its own."""
        self.clear()
        say(f"her2guide: {visible(words)}")

    def clear(self) -> None:
        """Take the bar away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = ""
