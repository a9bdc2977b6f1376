"""The pages that are there: one, or one over another that is kept as it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from her2guide.ui.pages.page import Page


class PageStack(QStackedWidget):
    """Shows the page on top. A page that is dropped is let go of at once."""

    @property
    def page(self) -> Page:
        """The page on the screen."""
        page = self.currentWidget()
        if not isinstance(page, Page):
            raise TypeError(page)
        return page

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page, the lowest first."""
        found = (self.widget(place) for place in range(self.count()))
        return tuple(page for page in found if isinstance(page, Page))

    def put(self, page: Page, *, alone: bool) -> None:
        """Show a page, over those that are there or in their place."""
        page.resize(self.size())
        self.addWidget(page)
        self.setCurrentWidget(page)
        for other in reversed(self.pages) if alone else ():
            if other is not page:
                other.hide()
                self.removeWidget(other)
                other.deleteLater()

    def take_off(self, page: Page) -> None:
        """Let go of a page that lies over another, which is as it was."""
        if page not in self.pages or len(self.pages) < 2:
            return
        self.setCurrentWidget(next(each for each in reversed(self.pages) if each is not page))
        page.hide()
        self.removeWidget(page)
        page.deleteLater()

    def forget(self) -> None:
        """Take what was typed off every page, and every page off the window; another is to be put in their place.

        A page that was dropped a moment ago, and waits for Qt to take it away, is among them.
        """
        for page in self.findChildren(Page, options=Qt.FindChildOption.FindDirectChildrenOnly):
            page.forget()
            page.setParent(None)
            page.deleteLater()
