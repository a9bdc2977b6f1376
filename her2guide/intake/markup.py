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
_HIDDEN = frozenset({"script", "style", "template", "noscript", "head", "svg", "object", "iframe"})
_REFERENCE_COLUMN = re.compile(r"\b(?:ref(?:erence)?\.?|normal|range|units?|flag|expected)\b", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\f\v\xa0]+")


class Lines:
    """Collects text by what opens and closes around it. Rows of two cells become "name: value"."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._now: list[str] = []
        self._rows: list[list[str]] | None = None
        self._cell: list[str] | None = None
        self._hidden = 0
        self._plain = 0  # inside <pre>, where line ends are line ends

    def open(self, tag: str) -> None:
        """Take note of an opening tag."""
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "table":
            self._break()
            self._rows = []
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._cell = []
        elif tag in _BLOCKS:
            self._break()
        self._plain += tag == "pre"

    def text(self, words: str) -> None:
        """Take note of words."""
        if self._hidden:
            return
        words = words if self._plain else words.replace("\n", " ")
        (self._cell if self._cell is not None else self._now).append(words)

    def close(self, tag: str) -> None:
        """Take note of a closing tag."""
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in ("td", "th") and self._cell is not None:
            if self._rows:
                self._rows[-1].append(_tidy("".join(self._cell)).replace("\n", " "))
            self._cell = None
        elif tag == "table" and self._rows is not None:
            self._out += _table(self._rows)
            self._rows = self._cell = None
        elif tag in _BLOCKS:
            self._break()
        if tag == "pre":
            self._plain = max(0, self._plain - 1)

    def lines(self) -> str:
        """Return the text so far."""
        self._break()
        if self._rows:
            self._out += _table(self._rows)
            self._rows = None
        return "\n".join(line for line in self._out if line.strip())

    def _break(self) -> None:
        if self._cell is not None:
            self._cell.append(" ")
        elif self._now:
            self._out += _tidy("".join(self._now)).split("\n")
            self._now = []


def _tidy(words: str) -> str:
    return _SPACE.sub(" ", words).strip()


def _table(rows: list[list[str]]) -> list[str]:
    """Return the rows of a table as lines; a column of normal values is left out, as it is no result."""
    rows = [row for row in rows if any(row)]
    if not rows:
        return []
    dropped = (
        {place for place, name in enumerate(rows[0]) if _REFERENCE_COLUMN.search(name)} if len(rows) > 1 else set()
    )
    kept = [[cell for place, cell in enumerate(row) if place not in dropped] for row in rows]
    if all(len(row) <= 2 for row in kept):
        return [f"{row[0].rstrip(':')}: {row[1]}" if len(row) == 2 and row[0] else "".join(row) for row in kept]
    columns = max(len(row) for row in kept)
    widths = [max((len(row[place]) for row in kept if place < len(row)), default=0) for place in range(columns)]
    return ["    ".join(cell.ljust(widths[place]) for place, cell in enumerate(row)).rstrip() for row in kept]


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
