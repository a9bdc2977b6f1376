"""The words of HTML and of C-CDA narrative as lines of text. Nothing in them is followed, run or shown as markup."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "blockquote",
            "body",
            "div",
            "footer",
            "form",
            "header",
            "html",
            "main",
            "pre",
            "section",
        ),
        *("h1", "h2", "h3", "h4", "h5", "h6", "title", "caption", "p", "paragraph", "br", "hr"),
        *("dd", "dl", "dt", "item", "li", "list", "ol", "ul", "table", "tbody", "tfoot", "thead"),
    )
)
_PARAGRAPHS = frozenset(("p", "paragraph", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "list", "ul", "ol"))
_HIDDEN = frozenset({"script", "style", "template", "noscript", "head", "svg", "object", "iframe"})
_REFERENCE_COLUMN = re.compile(r"\b(?:ref(?:erence)?\.?|normal|range|units?|flag|expected)\b", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\f\v\xa0]+")
_WIDE_GAP = re.compile(r"(?<=\S)[ \xa0]{3,}(?=\S)")  # between words of one line: columns made of spaces
_WIDE_IN_PLAIN = re.compile(r"[ \xa0\t]{2,}")
_EMPTY = re.compile(r"\n{3,}")
_LONG_CELL = 2  # line ends
_WIDE = "\ue0ff"  # a space that holds columns apart
_MAX_TABLES = 20  # one inside the other


def _widened(gap: re.Match[str]) -> str:
    return _WIDE * len(gap.group())


class _Table:
    """A table that is being read: its rows, and the cell that is open."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.cell: list[str] | None = None

    def close_cell(self) -> None:
        """End the open cell."""
        if self.cell is not None and self.rows:
            self.rows[-1].append(_tidy("".join(self.cell)))
        self.cell = None


class Lines:
    """Collects text by what opens and closes around it. Rows of two cells become "name: value"."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._now: list[str] = []
        self._tables: list[_Table] = []
        self._hidden = 0
        self._plain = 0  # inside <pre>, where line ends are line ends

    def open(self, tag: str) -> None:
        """Take note of an opening tag."""
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "table":
            self._break()
            if len(self._tables) < _MAX_TABLES:
                self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].close_cell()
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables and self._tables[-1].rows:
            self._tables[-1].close_cell()
            self._tables[-1].cell = []
        elif tag == "br":
            self._break(empty=not "".join(self._now).strip())
        elif tag in _BLOCKS:
            self._break(empty=tag in _PARAGRAPHS)
        self._plain += tag == "pre"

    def text(self, words: str) -> None:
        """Take note of words."""
        if words and not self._hidden:
            words = (_WIDE_IN_PLAIN if self._plain else _WIDE_GAP).sub(_widened, words.replace(_WIDE, " "))
            self._place().append(words if self._plain else words.replace("\n", " "))

    def close(self, tag: str) -> None:
        """Take note of a closing tag."""
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in ("td", "th") and self._tables:
            self._tables[-1].close_cell()
        elif tag == "table" and self._tables:
            self._close_table()
        elif tag in _BLOCKS and tag != "br":
            self._break(empty=tag in _PARAGRAPHS)
        if tag == "pre":
            self._plain = max(0, self._plain - 1)

    def lines(self) -> str:
        """Return the text so far."""
        while self._tables:
            self._close_table()
        self._break()
        return _EMPTY.sub("\n\n", "\n".join(self._out).replace(_WIDE, " ")).strip("\n")

    def _place(self) -> list[str]:
        """Return where words go now: into the cell that is open, or the line."""
        cells = [table.cell for table in self._tables if table.cell is not None]
        return cells[-1] if cells else self._now

    def _close_table(self) -> None:
        self._tables[-1].close_cell()
        lines = _table(self._tables.pop().rows)
        self._place().append("\n" + "\n".join(lines) + "\n")
        self._break()

    def _break(self, *, empty: bool = False) -> None:
        """End a line, and leave an empty one where there is one to see."""
        place = self._place()
        if place is not self._now:
            place.append("\n")
            return
        words = "".join(self._now)
        self._out += (_SPACE.sub(" ", line).strip() for line in words.split("\n")) if words.strip() else ()
        self._now.clear()
        if empty:
            self._out.append("")


def _tidy(words: str) -> str:
    """Return words without spaces that mean nothing; those that hold the columns of a table apart stay."""
    return "\n".join(line for each in words.split("\n") if (line := _SPACE.sub(" ", each).strip()))


def _table(rows: list[list[str]]) -> list[str]:
    """Return the rows of a table as lines; a column of normal values is left out, as it is no result."""
    rows = [row for row in rows if any(row)]
    if not rows:
        return []
    dropped = (
        {place for place, name in enumerate(rows[0]) if _REFERENCE_COLUMN.search(name)} if len(rows) > 1 else set()
    )
    kept = [[cell for place, cell in enumerate(row) if place not in dropped] for row in rows]
    if any(cell.count("\n") >= _LONG_CELL for row in kept for cell in row):
        return [line for row in kept for cell in row for line in cell.split("\n")]  # a report laid out in a table
    kept = [[cell.replace("\n", " ") for cell in row] for row in kept]
    if all(len(row) <= 2 for row in kept):
        return [f"{row[0].rstrip(':')}: {row[1]}" if len(row) == 2 and row[0] else "".join(row) for row in kept]
    columns = max(len(row) for row in kept)
    widths = [max((len(row[place]) for row in kept if place < len(row)), default=0) for place in range(columns)]
    lines = [(_WIDE * 4).join(cell.ljust(widths[place], _WIDE) for place, cell in enumerate(row)) for row in kept]
    return [line.rstrip(_WIDE) for line in lines]


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Lines()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # HTMLParser's shape
        self.found.open(tag)

    def handle_endtag(self, tag: str) -> None:
        self.found.close(tag)

    def handle_data(self, data: str) -> None:
        self.found.text(data)


def html_lines(markup: str) -> str:
    """Return the words of an HTML page as lines of text."""
    parser = _Html()
    parser.feed(markup)
    parser.close()
    return parser.found.lines()
