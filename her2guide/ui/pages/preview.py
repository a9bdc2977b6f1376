"""The guide as it will be on paper, to be read first: its parts at the left, and lines where a page begins."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from her2guide.guide.chapters import chapters
from her2guide.guide.document import GuideDocument
from her2guide.library.library import Library
from her2guide.output.printed import Leaf, Run
from her2guide.settings import Pace
from her2guide.ui.bars import Act
from her2guide.ui.blocks import Blocks, SectionView
from her2guide.ui.contents import Contents
from her2guide.ui.layout import Column
from her2guide.ui.pages.noted import NotedPage
from her2guide.ui.rail import Spread
from her2guide.ui.text import TextBlock, heading
from her2guide.ui.theme import FRAME, TypeRole


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


class PreviewPage(NotedPage):
    """The very blocks of the document, page by page."""

    pace = Pace.GUIDE

    def __init__(
        self,
        leaves: Sequence[Leaf],
        document: GuideDocument,
        library: Library,
        blocks: Blocks,
        progress: str,
        acts: Sequence[Act],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(library.word("keep.read"))
        self._progress, self.leave = progress, leave
        self.set_acts(*acts)
        self.listed = chapters(document.sections, library)
        self.contents = Contents(library.word("keep.parts"), self.listed, document.sections[0].id)
        self.contents.asked.connect(self.go_to)
        self.titles: dict[str, TextBlock] = {}
        text = Column(8)
        for leaf in leaves:
            text.add(PageLine(document.furniture.page_of.format(page=leaf.number, pages=len(leaves))))
            for run in leaf.runs[: leaf.above]:
                text.add(self._run(run, blocks))
            if leaf.lists_parts:
                text.add(heading(document.furniture.parts))
            for run in leaf.runs[leaf.above :]:
                text.add(self._run(run, blocks))
        self._spread = Spread(self.contents, text)
        self.main.add(self.heading, TextBlock(library.word("keep.as-printed"), TypeRole.LEAD), self._notes)
        self.main.add(self._spread)
        self.verticalScrollBar().valueChanged.connect(self._follow)

    def _run(self, run: Run, blocks: Blocks) -> SectionView:
        """Return the view of a section, or of a piece of one; a title that opens it can be gone to."""
        view = SectionView(run.section, blocks, titled=run.opens)
        if view.title is not None:
            self.titles[run.section.id] = view.title
        return view

    def go_to(self, part: str) -> None:
        """Show a part of the guide, and go to its title."""
        title = self.titles[part]
        self.verticalScrollBar().setValue(self._top(title) - self._spread.theme.px(8))
        title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.contents.parts[part].setChecked(True)

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self._body, QPoint(0, 0)).y()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_in_sight(self.verticalScrollBar().value())

    def _follow(self, scrolled: int) -> None:
        """Mark the part that is read now: the last one that begins in the upper third of the window."""
        line = scrolled + self.viewport().height() // 3
        end = scrolled == self.verticalScrollBar().maximum()
        passed = [part for part, title in self.titles.items() if end or self._top(title) <= line]
        self.contents.parts[passed[-1] if passed else next(iter(self.titles))].setChecked(True)
        self._keep_in_sight(scrolled)

    def _keep_in_sight(self, scrolled: int) -> None:
        self._spread.keep_in_sight(scrolled - self._top(self._spread), self.viewport().height())
