"""Words on their way into a page. Everything that is shown passes through here, and is escaped only here."""

from collections.abc import Collection, Iterable
from html import escape

from her2guide.guide.document import GuideDocument, Line, Role, Span, spans_of
from her2guide.output.addresses import cut_at
from her2guide.output.typed_text import visible


class Words:
    """Turns lines into HTML. Only the given addresses are links, and the words that the word list explains."""

    def __init__(self, addresses: Iterable[str], explained: Collection[str]) -> None:
        self._cut = cut_at(addresses)
        self._explained = explained
        self._linked: set[str] = set()  # words that have their link in this section
        self._defined: set[str] = set()  # words whose meaning the page has

    def next_section(self) -> None:
        """Begin a section: the first time each medical word stands there it is a link again."""
        self._linked.clear()

    def html(self, line: Line) -> str:
        """Return a line as HTML."""
        return "".join(map(self._span, line))

    def _span(self, span: Span) -> str:
        if span.role is Role.TYPED:
            return self._bold(f"<bdi>{escaped(span.text)}</bdi>", span)
        inner = "".join(
            _link(piece) if place % 2 else escaped(piece) for place, piece in enumerate(self._cut(span.text))
        )
        if span.role is Role.STRONG and span.target in self._explained and span.target not in self._defined:
            self._defined.add(span.target)
            return f'<dfn id="{anchor(span.target)}">{inner}</dfn>'
        if span.role is Role.TERM and span.target in self._explained and span.target not in self._linked:
            self._linked.add(span.target)
            inner = f'<a class="term" href="#{anchor(span.target)}">{inner}</a>'
        return self._bold(inner, span)

    def _bold(self, inner: str, span: Span) -> str:
        return f"<strong>{inner}</strong>" if span.bold or span.role is Role.STRONG else inner


def words_of(document: GuideDocument) -> Words:
    """Return what turns the lines of a document into HTML."""
    spans = [span for section in document.sections for span in spans_of(section.blocks)]
    explained = {span.target for span in spans if span.role is Role.STRONG and span.target}
    return Words([*(source.address for source in document.sources), *document.addresses], explained)


def escaped(text: str) -> str:
    """Return a text that is only text: nothing in it is markup, and nothing in it is hidden."""
    return escape(visible(text)).replace("\n", "<br>")


def anchor(term: str) -> str:
    """Return the place of a medical word's meaning on the page."""
    return escape(f"term-{term}")


def _link(address: str) -> str:
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{escaped(address)}</a>'
