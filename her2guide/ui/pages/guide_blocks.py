"""The guide's blocks inside the window: every signs panel has its button, and every medical word its meaning."""

from collections.abc import Callable, Sequence

from her2guide.guide.document import Block, Callout, Tone
from her2guide.library.library import Library
from her2guide.ui.blocks import Blocks
from her2guide.ui.buttons import CallButton
from her2guide.ui.layout import Panel


class WindowBlocks(Blocks):
    """Blocks whose call-now panels have "I have one of these now"."""

    def __init__(self, library: Library, have_one: Callable[[], None]) -> None:
        def explain(target: str) -> tuple[str, str] | None:
            term = library.glossary.get(target)
            return (term.word, term.meaning) if term else None

        super().__init__(explain, library.word("window.close"))
        self._words, self._have_one = library.word("window.have-one"), have_one

    def _panel(self, blocks: Sequence[Block]) -> Panel:
        panel = super()._panel(blocks)
        if shows_signs(blocks):
            button = CallButton(self._words)
            button.clicked.connect(self._have_one)
            panel.add(button)
        return panel


def shows_signs(blocks: Sequence[Block]) -> bool:
    """Return whether the signs stand among these blocks."""
    return any(isinstance(block, Callout) and block.tone is Tone.CALL_NOW and block.items for block in blocks)
