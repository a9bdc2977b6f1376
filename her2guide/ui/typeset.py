"""Words laid out in lines of at most 72 characters, or in one of at most 80.

Text comes in as data; bold and underline are formats.
"""

import re
from functools import cached_property
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from her2guide.guide.words import Line, Role
from her2guide.output.typed_text import visible
from her2guide.ui.theme import LINE_LENGTH, Theme, TypeRole

_BREAK = "\u2028"  # Qt's line break inside a paragraph; `visible` has marked any that was typed
WIDE = 1e6
_ALONE = range(50, 81)  # characters: one line of so many is easy to read, and no word is left for a second one

# "HER2-low", "T-DM1" and phone numbers stay in one piece; longer ones, such as addresses, may be broken.
_SHORT_WORD = re.compile(r"(?<!\S)(?=\S*\w-\w)\S{1,16}(?!\S)")
_LONE_LETTER = re.compile(r"(?<=\w) (?=[A-HJ-Z]\b)")  # "Part B", "100.4 F"; "I" is a word
_LAST_WORDS = re.compile(r"(\s\S{1,10}) (?=\S{1,10}$)")
_ADDRESS = ("http://", "https://")
_HELD_HYPHEN, _HELD_SPACE = "\u2011", "\u00a0"


class Typeset:
    """The words of one line of the document, ready to be laid out to any width and painted."""

    def __init__(self, line: Line, theme: Theme, role: TypeRole, weight: QFont.Weight | None = None) -> None:
        self._theme, self._role = theme, role
        self._font = theme.font(role, weight)
        self.line_height = max(float(theme.line(role)), QFontMetricsF(self._font).height())
        self._longest_line = theme.longest_line(role)
        self.words = ""
        self.terms: list[tuple[str, int, int]] = []  # id, first character, how many
        self._formats: list[QTextLayout.FormatRange] = []
        for span in line:
            self._add(visible(span.text), span.role, span.target, strong=span.bold or span.role is Role.STRONG)
        self._layout = QTextLayout(_held(self.words).replace("\n", _BREAK), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats)
        self._layout.setCacheEnabled(True)
        self._laid, self.height, self.room = (-1.0, Qt.LayoutDirection.LeftToRight), 0.0, 0.0
        self._heights: dict[tuple[float, Qt.LayoutDirection], float] = {}

    def _add(self, text: str, role: Role, target: str, *, strong: bool) -> None:
        start, length = _utf16(self.words), _utf16(text)
        self.words += text
        form = QTextCharFormat()
        if strong:
            form.setFontWeight(QFont.Weight.Bold)
        if role is Role.TERM:
            form.setForeground(self._theme.color("lake"))
            form.setFontUnderline(True)
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(self._theme.color("lake"))
            self.terms.append((target, start, length))
        if strong or role is Role.TERM:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = start, length, form
            self._formats.append(piece)

    @cached_property
    def natural_width(self) -> float:
        """The width on as few lines as the words allow."""
        self.lay(WIDE)
        return self.used_width() + 1

    @cached_property
    def _alone(self) -> float:
        """The width of the words on one line, where that line would not be too long to read; else too wide for any."""
        if len(self.words) not in _ALONE or "\n" in self.words:
            return 2 * WIDE
        self._layout.beginLayout()
        line = self._layout.createLine()
        line.setLineWidth(WIDE)
        self._layout.endLayout()
        return line.naturalTextWidth() + 1

    def used_width(self) -> float:
        """Return the width of the longest line, as it is laid out now."""
        found = (self._layout.lineAt(place).naturalTextWidth() for place in range(self._layout.lineCount()))
        return max(found, default=0.0)

    @cached_property
    def widest_word(self) -> float:
        """The width below which a word would be broken."""
        bold = QFontMetricsF(self._theme.font(self._role, QFont.Weight.Bold))
        return max((bold.horizontalAdvance(word) for word in self.words.split()), default=0.0) + 1

    def lay(self, width: float, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> float:
        """Lay the words out to a width and return their height."""
        if (width, direction) == self._laid:
            return self.height
        self._laid, y = (width, direction), 0.0
        mirrored = direction == Qt.LayoutDirection.RightToLeft
        option = self._layout.textOption()
        option.setTextDirection(direction)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
        self._layout.setTextOption(option)
        alone = self._alone <= width
        self.room = max(min(width, max(self._alone, self._longest_line) if alone else self._longest_line), 1.0)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self.room)
            if not alone:
                self._shorten(line)
            line.setPosition(QPointF(0, y + (self.line_height - line.height()) / 2))
            y += self.line_height
        self._layout.endLayout()
        self.height = max(y, self.line_height)
        return self.height

    def height_for(self, width: float, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> float:
        """Return the height the words need in a width; layouts ask for it often."""
        key = (width, direction)
        if key not in self._heights:
            self._heights[key] = self.lay(width, direction)
        return self._heights[key]

    def _shorten(self, line: QTextLine) -> None:
        """Break a line at an earlier space: one of narrow letters that is too long to follow, or before an address."""
        start, text = line.textStart(), self._layout.text()
        if max(text, default="") > "\uffff":  # Qt counts in UTF-16
            return
        end = start + line.textLength()
        if text.endswith(_ADDRESS, start, end):  # Qt would go on after it
            end = text.rfind(" ", start, end)
        if end - start > LINE_LENGTH:
            end = text.rfind(" ", start, start + LINE_LENGTH + 1)
        if start < end < start + line.textLength():
            self._end_before(line, end)

    def _end_before(self, line: QTextLine, cut: int) -> None:
        """End a line before a space, at the same edge as the others. Qt counts joined letters, such as ft, as one."""
        columns, length = cut - line.textStart(), cut - line.textStart() + 1
        line.setNumColumns(columns, line.width())
        while line.textLength() > length:
            columns -= 1
            line.setNumColumns(columns, line.width())

    def lines(self) -> list[str]:
        """Return the text of each line, as it is laid out now."""
        data = self.words.encode("utf-16-le", "surrogatepass")
        found = [self._layout.lineAt(place) for place in range(self._layout.lineCount())]
        spans = [(2 * line.textStart(), 2 * (line.textStart() + line.textLength())) for line in found]
        return [data[start:end].decode("utf-16-le", "replace") for start, end in spans]

    def pieces(self, start: int, length: int) -> list[QRectF]:
        """Return the areas that a run of characters takes, one for each line it stands on."""
        found = []
        for place in range(self._layout.lineCount()):
            line = self._layout.lineAt(place)
            first, last = max(start, line.textStart()), min(start + length, line.textStart() + line.textLength())
            if first < last:
                left, right = sorted(_x(line, spot) for spot in (first, last))
                right = min(right, line.naturalTextRect().right())  # without the space at the end
                found.append(QRectF(left, place * self.line_height, right - left, self.line_height))
        return found

    def paint(self, painter: QPainter, at: QPointF, color: QColor) -> None:
        """Paint the words as they were laid out last."""
        painter.setPen(color)
        self._layout.draw(painter, at)


def _held(text: str) -> str:
    """Return text that ends no line inside a short hyphened word, before a lone letter, or before a short last word."""
    text = _LONE_LETTER.sub(_HELD_SPACE, text)
    text = _SHORT_WORD.sub(lambda found: found.group().replace("-", _HELD_HYPHEN), text)
    return _LAST_WORDS.sub(lambda found: found.group(1) + _HELD_SPACE, text)


def _x(line: QTextLine, place: int) -> float:
    """Return where a character begins; PySide answers with the place too, and its types do not say so."""
    found: Any = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
