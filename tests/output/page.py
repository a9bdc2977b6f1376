"""Reads a page for a browser back: its elements as a tree, and its words as the lines of the text file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from her2guide.output.text import WRITE_IN

VOID = {"meta", "br", "path", "rect", "circle", "use"}


@dataclass
class Node:
    """An element: its tag, its attributes, and its children in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    def elements(self) -> list["Node"]:
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.elements():
            yield from child.walk()

    def every(self, *tags: str) -> list["Node"]:
        return [node for node in self.walk() if node.tag in tags]

    def one(self, tag: str) -> "Node":
        (found,) = self.every(tag)
        return found

    def has(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()

    @property
    def words(self) -> str:
        """The text of the element; what is hidden from those who listen is not in it."""
        if self.attributes.get("aria-hidden"):
            return ""
        return "".join(
            child if isinstance(child, str) else "\n" if child.tag == "br" else child.words for child in self.children
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("page")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"{tag} has an attribute twice"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop().tag == tag, f"{tag} is closed where it is not open"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def page(html: str) -> Node:
    """Return the page as a tree; every element must be closed where it belongs."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1
    return reader.open[0]


def lines(root: Node) -> list[str]:
    """Return the words of a page as the lines of the text file, without empty ones."""
    found = [root.one("h1").words]
    for section in root.one("main").elements():
        for block in section.elements():
            found += _block(block)
    found.append(root.one("footer").one("p").words)
    return _filled("\n".join(found))


def text_lines(text: str) -> list[str]:
    """Return the lines of a text file without empty ones."""
    return _filled(text)


def _filled(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _block(block: Node) -> Iterator[str]:  # noqa: C901 - one plain case for each kind of block
    match block.tag:
        case "h2" | "h3" | "p" | "caption":
            yield block.words
        case "ul" | "ol":
            yield from _items(block)
        case "table":
            for row in block.every("caption", "tr"):
                cells = [_one_line(cell.words) for cell in row.elements()]
                yield row.words if row.tag == "caption" else " | ".join(cells)
        case "dl":
            for pair in block.elements():
                label, value = pair.elements()
                yield f"{_one_line(label.words)} {WRITE_IN if value.has('write') else _one_line(value.words)}"
        case "figure":
            (alt,) = {picture.attributes["aria-label"] for picture in block.elements()}
            yield f"[Picture: {alt}]"
        case "div":
            if not block.attributes.get("aria-hidden"):
                for child in block.elements():
                    yield from _block(child)
        case other:
            raise AssertionError(f"{other} is no block")


def _items(block: Node) -> Iterator[str]:
    number = int(block.attributes.get("start", "1"))
    for place, item in enumerate(block.elements(), number):
        if block.has("diary"):
            yield f"{_one_line(item.words)} {WRITE_IN}"
        else:
            sign = f"{place}. " if block.tag == "ol" else "[ ] " if block.has("boxes") else "- "
            yield sign + item.words.replace("\n", "\n" + " " * len(sign))


def _one_line(words: str) -> str:
    return words.replace("\n", " ")
