"""The guide as it will be on paper, to be read first: its parts at the left, and lines where a page begins."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from her2guide.guide.document import GuideDocument
from her2guide.library.library import Library
from her2guide.output.printed import Leaf
from her2guide.ui.bars import Act
from her2guide.ui.blocks import Blocks, SectionView
from her2guide.ui.contents import Contents
from her2guide.ui.layout import Column
from her2guide.ui.pages.noted import NotedPage
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import FRAME, Themed, TypeRole

_LIST, _GAP, _NARROW = 240, 24, 816


class PageLine(TextBlock):
    """Words, and a line to the end of the column: here the paper begins a new page."""

    def __init__(self, words: str) -> None:
        super().__init__(words, TypeRole.SMALL, color="ink2", focusable=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self.theme.color("lineui"), 1))
        start, end, y = self.natural_width() + 6.0, self.width() - float(FRAME), self.height() / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start, end = float(FRAME), self.width() - start
        painter.drawLine(QPointF(start, y), QPointF(end, y))


class Spread(QWidget, Themed):
    """The parts beside the text, where they stay in sight; above it where text is large or the window small."""

    def __init__(self, contents: Contents, text: Column) -> None:
        super().__init__()
        self.contents, self.text, self._scrolled = contents, text, 0
        for part in (contents, text):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def beside(self, width: int) -> bool:
        """Return whether the parts stand beside the text."""
        return not self.theme.large and width >= _NARROW

    def _places(self, width: int) -> tuple[QRect, QRect]:
        column = self.theme.longest_line(TypeRole.BODY) + 2 * FRAME
        if not self.beside(width):
            high = self.contents.heightForWidth(min(width, column))
            wide = min(width, column)
            top = high + self.theme.px(16)
            return QRect(0, 0, wide, high), QRect(0, top, wide, self.text.heightForWidth(wide))
        left = self.theme.px(_LIST) + 2 * FRAME
        text = QRect(left + _GAP, 0, min(width - left - _GAP, column), 0)
        text.setHeight(self.text.heightForWidth(text.width()))
        high = self.contents.heightForWidth(left)
        return QRect(0, min(self._scrolled, max(text.height() - high, 0)), left, high), text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(place.bottom() + 1 for place in self._places(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 10)

    def sizeHint(self) -> QSize:
        return QSize(900, self.heightForWidth(900))

    def retheme(self) -> None:
        self._put()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._put()
        return super().event(event)

    def _put(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for part, place in zip((self.contents, self.text), self._places(self.width()), strict=True):
            if mirrored:
                place.moveLeft(self.width() - place.right() - 1)
            part.setGeometry(place)

    def keep_in_sight(self, scrolled: int, high: int) -> None:
        """Let the parts follow the text; of a list higher than the window the current part stays in sight."""
        if self.beside(self.width()):
            row = self.contents.current.geometry()
            self._scrolled = max(scrolled - max(row.bottom() + self.theme.px(8) - high, 0), 0)
            self.contents.move(self.contents.x(), min(self._scrolled, max(self.height() - self.contents.height(), 0)))


class PreviewPage(NotedPage):
    """The very blocks of the document, page by page."""

    def __init__(
        self,
        leaves: Sequence[Leaf],
        document: GuideDocument,
        library: Library,
        blocks: Blocks,
        progress: str,
        acts: Sequence[Act],
    ) -> None:
        super().__init__(library.word("keep.read"))
        self._progress, self._acts = progress, tuple(acts)
        self.contents = Contents(library.word("keep.parts"), [(each.id, each.title) for each in document.sections])
        self.contents.asked.connect(self.go_to)
        self.titles: dict[str, TextBlock] = {}
        text = Column(8)
        for leaf in leaves:
            text.add(PageLine(document.furniture.page_of.format(page=leaf.number, pages=len(leaves))))
            for run in leaf.runs:
                view = SectionView(run.section, blocks, titled=run.opens)
                if view.title is not None:
                    self.titles[run.section.id] = view.title
                text.add(view)
        self._spread = Spread(self.contents, text)
        self.main.add(self.heading, TextBlock(library.word("keep.as-printed"), TypeRole.LEAD), self._notes)
        self.main.add(self._spread)
        self._body = self.widget() or self._spread
        self.verticalScrollBar().valueChanged.connect(self._follow)

    @property
    def progress(self) -> str:
        return self._progress

    @property
    def primary(self) -> Act | None:
        return next(iter(self._acts), None)

    @property
    def others(self) -> Sequence[Act]:
        return self._acts[1:]

    def go_to(self, part: str) -> None:
        """Show a part of the guide, and go to its title."""
        title = self.titles[part]
        self.verticalScrollBar().setValue(self._top(title) - self._spread.theme.px(8))
        title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.contents.parts[part].setChecked(True)

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self._body, QPoint(0, 0)).y()

    def _follow(self, scrolled: int) -> None:
        """Mark the part that is read now: the last one that begins in the upper third of the window."""
        line = scrolled + self.viewport().height() // 3
        end = scrolled == self.verticalScrollBar().maximum()
        passed = [part for part, title in self.titles.items() if end or self._top(title) <= line]
        self.contents.parts[passed[-1] if passed else next(iter(self.titles))].setChecked(True)
        self._spread.keep_in_sight(scrolled - self._top(self._spread), self.viewport().height())
