"""From blocks of the guide to widgets: one small widget for each kind of block, and a section of them.

Tables and pictures are imported with the first one shown: the start page has none (docs/speed.md).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from her2guide.guide.document import (
    AskList,
    Block,
    Bullets,
    Callout,
    Card,
    Contacts,
    Diary,
    Face,
    Heading,
    Line,
    Paragraph,
    PictureBlock,
    Role,
    Section,
    Steps,
    Table,
    Tone,
    panel_length,
    plain,
)
from her2guide.ui.callouts import callout, callout_panel
from her2guide.ui.layout import Beside, Column, Panel
from her2guide.ui.parts import Contact, Explain, Explained, Item
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import TypeRole

if TYPE_CHECKING:
    from her2guide.guide.pictures import Picture

_CARD = 3  # so many steps, or fewer, stand in a card
_BRIEF = 90  # characters; longer steps stand one under the other, as a narrow column is hard to read


class Blocks:
    """Makes the widgets of a guide. `explain` knows the medical words, `close` is what closes a meaning."""

    def __init__(self, explain: Explain | None, close: str) -> None:
        self._explain, self._close = explain, close

    def text(
        self, text: Line, role: TypeRole = TypeRole.BODY, color: str = "ink", weight: QFont.Weight | None = None
    ) -> QWidget:
        """Return a text whose medical words can be asked about."""
        known = tuple(
            replace(span, role=Role.PLAIN) if span.role is Role.TERM and not self._knows(span.target) else span
            for span in text
        )
        shown = TextBlock(known, role, color=color, weight=weight)
        asks = any(span.role is Role.TERM for span in known)
        return Explained(shown, self._explain, self._close) if asks and self._explain else shown

    def _cell(
        self, text: Line, role: TypeRole = TypeRole.BODY, color: str = "ink", weight: QFont.Weight | None = None
    ) -> QWidget:
        """Return a table cell; its row is the stop for the keyboard."""
        cell = self.text(text, role, color, weight)
        for each in [cell, *cell.findChildren(TextBlock)]:
            if isinstance(each, TextBlock):
                each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return cell

    def _knows(self, target: str) -> bool:
        return self._explain is not None and self._explain(target) is not None

    def widgets(self, blocks: Sequence[Block]) -> Iterator[QWidget]:
        """Yield the widgets of blocks; callouts that stand together share a panel."""
        place = 0
        while place < len(blocks):
            length = panel_length(blocks[place:])
            if length:
                yield self._panel(blocks[place : place + length])
            else:
                yield self._block(blocks[place])
            place += max(length, 1)

    def _block(self, block: Block) -> QWidget:  # noqa: C901 - one plain case for each kind of block
        match block:
            case Heading(text):
                return heading(text, TypeRole.H2)
            case Paragraph(text):
                return self.text(text)
            case Steps(items, first) if len(items) <= _CARD:
                most = _CARD if all(len(plain(item)) <= _BRIEF for item in items) else 1
                card = Panel("surface", "line")
                steps = [self._step(place, item) for place, item in enumerate(items, first)]
                card.add(Beside(steps, most=most, least=240))
                return card
            case Steps(items, first):
                return _column([self._step(place, item) for place, item in enumerate(items, first)])
            case Bullets(items):
                return _column([Item(self.text(item)) for item in items])
            case AskList(items, ranked=True):
                return _column([self._step(place, item) for place, item in enumerate(items, 1)])
            case Diary(items):
                return Beside([Item(self.text(item)) for item in items], most=3, least=200)
            case Card(front, back):
                faces = self._face(front, "amberbg", "amberline"), self._face(back, "surface", "lineui")
                return Beside(faces, least=300)
            case AskList(items):
                return _column([Item(self.text(item), "bar") for item in items], 8)
            case Table():
                return self._table(block)
            case Contacts(rows):
                return _contacts(rows, wide=any(plain(number).strip() for _, number in rows))
            case PictureBlock(picture):
                return _picture(picture)
            case Callout():
                return self._panel([block])

    def _table(self, table: Table) -> QWidget:
        from her2guide.ui.tables import TableView

        return TableView(table, self._cell)

    def _face(self, face: Face, fill: str, stroke: str) -> Panel:
        panel = Panel(fill, stroke, stroke_width=2, gap=6)
        panel.add(heading(face.head, TypeRole.H3), *self.widgets(face.parts))
        panel.rows.addStretch(1)  # the two sides are equally high
        return panel

    def _step(self, place: int, item: Line) -> Item:
        return Item(self.text(item), "number", place)

    def _panel(self, blocks: Sequence[Block]) -> Panel:
        tone = blocks[0].tone if isinstance(blocks[0], Callout) else Tone.NOTE
        urgent, emergency = tone is not Tone.NOTE, tone is Tone.EMERGENCY
        color = "onamber" if emergency else "ink"
        panel = callout_panel(urgent=urgent, emergency=emergency)
        for block in blocks:
            if isinstance(block, Callout):
                said = block.text, block.items, self.text
                panel.add(*callout(*said, urgent=urgent, signs=block.signs, color=color))
            elif isinstance(block, Contacts):
                panel.add(_contacts(block.rows, wide=True))
            else:
                panel.add(self._block(block))
        return panel


class SectionView(Column):
    """A section of the guide: its title, then its blocks."""

    def __init__(self, section: Section, blocks: Blocks, *, titled: bool = True) -> None:
        super().__init__(8)
        self.section_id = section.id
        self.setAccessibleName(section.title)
        self.title = heading(section.title) if titled else None
        if self.title:
            self.add(self.title)
        for widget in blocks.widgets(section.blocks):
            if isinstance(widget, TextBlock) and widget.role is TypeRole.H2:
                self.add_space(8)
            self.add(widget)


def section_widget(
    section: Section, *, explain: Explain | None = None, close: str = "", titled: bool = True
) -> SectionView:
    """Return the widget of a section, for a scroll area."""
    return SectionView(section, Blocks(explain, close), titled=titled)


def _picture(picture: "Picture") -> Panel:
    from her2guide.ui.draw import PictureWidget

    card = Panel("surface", "line")
    card.add(PictureWidget(picture))
    return card


def _contacts(rows: Sequence[tuple[Line, Line]], *, wide: bool) -> QWidget:
    """Return phone numbers side by side, or one under the other where there is only room to write."""
    parts = [Contact(label, number) for label, number in rows]
    return Beside(parts, most=3, least=230, down=8) if wide else _column(parts, 8)


def _column(parts: Sequence[QWidget], gap: float = 0) -> Column:
    column = Column(gap)
    column.add(*parts)
    return column
