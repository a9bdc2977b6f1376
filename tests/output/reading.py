"""Reads rendered guides back, and holds the hostile texts that must come out as typed."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from pypdf import PdfReader
from pypdfium2 import PdfDocument

from her2guide.guide.document import Block, Card, GuideDocument, Line, PictureBlock, Section, Span, Table, plain
from her2guide.guide.pictures import Text, shapes
from her2guide.output.pdf import render_pdf
from her2guide.output.pdf_contents import FROM
from her2guide.output.text import WRITE_IN, render_text, table_lines
from her2guide.output.typed_text import visible

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
HYPHEN_AT_THE_END = "\ufffe"  # of a line, as the engine tells it
PAGE_NUMBER = re.compile(r"Page \d+ of \d+")


class PdfFile(PdfReader):
    """A PDF as a program reads it, and as it is shown."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))
        self._data = data

    @cached_property
    def texts(self) -> list[str]:
        """The text of each page, as the engine that shows PDFs in many programs finds it."""
        return [
            page.get_textpage().get_text_range().replace(HYPHEN_AT_THE_END, "-") for page in PdfDocument(self._data)
        ]

    @cached_property
    def written(self) -> list[str]:
        """The text of each page, sign by sign as the file writes it; much slower."""
        return [page.extract_text() for page in self.pages]


def pdf(document: GuideDocument, **options: object) -> PdfFile:
    return PdfFile(render_pdf(document, fonts=FONTS, **options))  # type: ignore[arg-type]


def squeezed(text: str) -> str:
    return "".join(text.split())


def page_words(document: GuideDocument, texts: list[str]) -> list[str]:
    """Return the words of the texts of all pages without what every page carries."""
    words = []
    for shown in texts:
        text = PAGE_NUMBER.sub("", " ".join(shown.split()))
        text = text.removeprefix(document.furniture.mark).strip()
        text, _, numbers = text.partition(document.furniture.footer)
        assert re.fullmatch(r"[\d ]*", numbers)  # of the list of parts
        words += text.split()
    if len(document.sections) >= FROM:
        listed = " ".join([document.furniture.parts, *(section.title for section in document.sections)]).split()
        place = next((place for place in range(len(words)) if words[place : place + len(listed)] == listed), None)
        assert place is not None, "the list of parts is not that of the document"
        del words[place : place + len(listed)]
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Card):
                words = _once(text_words(replace(document, sections=(Section("", "", (block,)),))), words)
    return words


def _once(card: list[str], words: list[str]) -> list[str]:
    """Return the words of the pages with one copy of the card, which paper has twice."""
    for place in range(len(words) - 2 * len(card) + 1):
        if words[place : place + 2 * len(card)] == 2 * card:
            return [*words[:place], *words[place + len(card) :]]
    raise AssertionError("the card is not there twice")


def _spaced(cell: Line) -> Line:
    return (*cell, Span(" "))


def text_words(document: GuideDocument) -> list[str]:
    """Return the words of the text file as paper shows them: signs are drawn, a picture shows its own words."""
    body = render_text(document).removeprefix(document.furniture.mark)
    body = body.removesuffix(document.furniture.footer + "\n").replace(WRITE_IN, "")
    for block in _blocks(document):
        if isinstance(block, Table) and block.header:
            rows = [
                *((block.caption,) if block.caption else ()),
                *(sum(map(_spaced, row), ()) for row in block.rows),
            ]
            body = body.replace("\n".join(table_lines(block)), "\n".join(visible(plain(row)) for row in rows), 1)
    body = re.sub(r"^(- |\[ \] )", "", body, flags=re.MULTILINE)
    body = re.sub(r"^(\d+)\. ", r"\1 ", body, flags=re.MULTILINE)
    for block in _blocks(document):
        if isinstance(block, PictureBlock):
            found = shapes(block.picture, 516.8, 13, 12, lambda text, size, _: len(text) * size * 0.45)
            drawn = " ".join(shape.text for shape in found.shapes if isinstance(shape, Text))
            body = body.replace(f"[Picture: {block.picture.alt}]", drawn)
    return body.split()


def text_in_rows(document: GuideDocument) -> str:
    """Return the text file with each row of a table as its cells, as a page for the eye has them."""
    body = render_text(document)
    for block in _blocks(document):
        if isinstance(block, Table):
            rows = [" | ".join(visible(plain(cell)).replace("\n", " ") for cell in row) for row in block.rows]
            caption = [visible(plain(block.caption))] if block.caption else []
            body = body.replace("\n".join(table_lines(block)), "\n".join([*caption, *rows]), 1)
    return body


def _blocks(document: GuideDocument) -> Iterator[Block]:
    return (block for section in document.sections for block in section.blocks)


MARKUP = (
    "<b>bold</b>", "</para>", "<para>", "<br/>", "<a href='file:///etc/passwd'>x</a>", "<img src='/etc/hostname'/>",
    "<font color=red>x</font>", "<font name='Nope'>x</font>", "<onDraw name='x' label='y'/>", "<seq id='x'/>",
    "<index item='x'/>", "<super>x</super>", "<unichar code='65'/>", "<greek>a</greek>", "<!-- x -->", "<![CDATA[x]]>",
    "<?xml version='1.0'?>", "<!DOCTYPE x>", "&lt;", "&amp;", "&nbsp;", "&#65;", "&#x202E;", "&unknown;", "&", "<", ">",
    "<<>>", "\"'\"", "a < b > c & d", "<b", "b>", "</b>", "<b><i></b></i>", "[[[x for x in (1,)]]]",
    "<para><font color=\"[__import__('os')]\">x</font></para>", "<script>alert(1)</script>",
)  # fmt: skip
BRACES = (
    "{{7*7}}", "{{ config }}", "{% raw %}", "{0}", "{page}", "{", "}", "%s %d %(x)s", "$HOME", "`id`", "\\n", "\\u202e",
    "../../etc/passwd", "C:\\CON", "\\\\host\\share", "; rm -rf /", "| cat", "-rf", "# title", "* star", "1. one",
    "- dash", "[x](javascript:alert(1))", "https://evil.example/", "[Picture: x]", "None", "null", "[U+202E]",
    "=1+1", "@SUM(A1)", "~", "^", "_x_", "**x**", "Ångström", "señora", "Nguyễn", "½ 100 °F", "a\u0301",
)  # fmt: skip
# What is typed, and what is shown for it in the text file and on paper.
MARKED = {
    "a\u202eb": ("a[U+202E]b", "a[U+202E]b"),
    "a\u2066b\u2069": ("a[U+2066]b[U+2069]", "a[U+2066]b[U+2069]"),
    "a\u200eb\u200f": ("a[U+200E]b[U+200F]", "a[U+200E]b[U+200F]"),
    "a\u061cb": ("a[U+061C]b", "a[U+061C]b"),
    "a\x00b": ("a[U+0000]b", "a[U+0000]b"),
    "a\x1b[31mb": ("a[U+001B][31mb", "a[U+001B][31mb"),
    "a\x07\x08b": ("a[U+0007][U+0008]b", "a[U+0007][U+0008]b"),
    "a\x7f\x85b": ("a[U+007F][U+0085]b", "a[U+007F][U+0085]b"),
    "a\r\nb": ("a[U+000D]\nb", "a[U+000D]\nb"),
    "a\u2028b\u2029": ("a[U+2028]b[U+2029]", "a[U+2028]b[U+2029]"),
    "a\ud800b": ("a[U+D800]b", "a[U+D800]b"),
    "a\ufffeb": ("a[U+FFFE]b", "a[U+FFFE]b"),
    "\u4e2d\u6587": ("\u4e2d\u6587", "[U+4E2D][U+6587]"),
    "\u0645\u0631": ("\u0645\u0631", "[U+0645][U+0631]"),
    "\U0001f469\u200d\u2695\ufe0f": (
        "\U0001f469\u200d\u2695\ufe0f",
        "[U+1F469][U+200D][U+2695][U+FE0F]",
    ),
    "\u0e01\u0e33": ("\u0e01\u0e33", "[U+0E01][U+0E33]"),
}
LONG = ("x" * 2000, "\n" * 1000, "line\n" * 400, "<&>" * 600, "word " * 400, "W" * 1999 + "\n", "\u0301" * 500)

TAGS = (
    "a", "b", "br", "div", "em", "font", "greek", "i", "img", "index", "link", "multiCol", "onDraw", "ol", "ul", "li",
    "para", "pre", "seq", "seqreset", "setLink", "span", "strike", "strong", "style", "sub", "super", "u", "unichar",
    "script", "table", "math",
)  # fmt: skip
ATTRIBUTES = ("", " color='red'", " href='file:///x'", " src='/x'", ' name="x" label="y"', " size='99999'", " bogus")
# Each tag that reportlab knows or people try, opened, closed, alone and crossed, with what could be in it.
TAGGED = (
    *(f"<{tag}{attribute}>x</{tag}>" for tag in TAGS for attribute in ATTRIBUTES),
    *(f"<{tag}{attribute}/>" for tag in TAGS for attribute in ATTRIBUTES),
    *(f"</{tag}>" for tag in TAGS),
    *(f"<b><{tag}></b></{tag}>" for tag in TAGS),
)
