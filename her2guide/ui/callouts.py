"""How a callout looks, in the guide and on the start page."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from her2guide.guide.words import Line
from her2guide.ui.layout import Beside, Panel
from her2guide.ui.parts import Item, MakeText
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole


def callout_panel(*, urgent: bool, emergency: bool = False) -> Panel:
    """Return the panel that callouts stand in, still empty; the urgent one is amber, that for 911 all of it."""
    if emergency:
        return Panel("amber", "amberline", stroke_width=2, icon="phone", icon_color="onamber", gap=6)
    if urgent:
        return Panel("amberbg", "amberline", stroke_width=2, icon="phone", gap=6)
    return Panel("tint", "line", gap=6)


def callout(
    text: Line,
    items: Sequence[Line],
    make_text: MakeText,
    *,
    urgent: bool,
    signs: Sequence[str] = (),
    color: str = "ink",
) -> Iterator[QWidget]:
    """Yield what stands in the panel for one callout: a sentence, or a heading over a list.

    `signs`: those whose pictures stand before the items.
    """
    if not items:
        yield make_text(text, TypeRole.BODY, "ink", QFont.Weight.DemiBold if urgent else None)
        return
    yield heading(text, TypeRole.H2 if urgent else TypeRole.H3, color=color)
    texts = [make_text(item, TypeRole.BODY, color) for item in items]
    known = signs or [""] * len(texts)
    yield Beside([Item(each, picture=sign, color=color) for each, sign in zip(texts, known, strict=True)])


def plain_text(
    text: Line, role: TypeRole = TypeRole.BODY, color: str = "ink", weight: QFont.Weight | None = None
) -> TextBlock:
    """Return a text in which nothing can be asked about."""
    return TextBlock(text, role, color=color, weight=weight)
