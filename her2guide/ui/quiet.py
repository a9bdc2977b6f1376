"""Headings on a screen that others may see: one that can tell a result is no larger than the text."""

from PySide6.QtGui import QFont

from her2guide.guide.discreet import tells
from her2guide.library.library import Library
from her2guide.ui.pages.page import Page
from her2guide.ui.text import TextBlock
from her2guide.ui.theme import TypeRole

_NO_LARGER = (TypeRole.BODY, TypeRole.SMALL)


def quieten(page: Page, library: Library) -> None:
    """Set every heading of a page that can tell a result in the size of the text."""
    for text in page.findChildren(TextBlock):
        if text.role not in _NO_LARGER and tells(text.words, library):
            text.set_role(TypeRole.BODY, QFont.Weight.Bold)
