"""Whole guides as pages: structure, names, links and contrast, as far as they can be told without a browser."""

import re
from functools import cache
from itertools import pairwise

import pytest

from her2guide.guide.document import GuideDocument
from her2guide.library.library import Library
from her2guide.look import Palette, contrast, tokens
from her2guide.output.html import POLICY, render_html
from her2guide.output.html_style import style_sheet
from tests.journeys.write import PEOPLE, document_of
from tests.output.page import Node, lines, page, text_lines
from tests.output.reading import text_in_rows

GUIDES = {path.stem: path for path in sorted(PEOPLE.glob("*.json"))}
INVISIBLE = {"page", "html", "head", "style", "title", "meta"}


@cache
def document(person: str) -> GuideDocument:
    return document_of(GUIDES[person])


@pytest.fixture(params=GUIDES)
def person(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def root(person: str) -> Node:
    return page(render_html(document(person)))


def test_a_guide_has_the_same_lines_as_its_text(person: str, root: Node) -> None:
    assert lines(root) == text_lines(text_in_rows(document(person)))


def test_a_page_says_its_language_and_nothing_of_a_condition(root: Node) -> None:
    assert root.one("html").attributes == {"lang": "en"}
    assert root.one("title").words == "My guide"
    named = [meta.attributes.get("name") or meta.attributes.get("http-equiv", "") for meta in root.every("meta")]
    assert named == ["", "Content-Security-Policy", "viewport", "color-scheme", "referrer"]


def test_a_page_runs_nothing_and_fetches_nothing(root: Node) -> None:
    assert root.every("meta")[1].attributes["content"] == POLICY
    for node in root.walk():
        assert node.tag not in {"script", "link", "img", "iframe", "object", "embed", "form", "input", "base", "image"}
        assert not {
            name for name in node.attributes if name.startswith("on") or name in {"src", "srcset", "xlink:href"}
        }
        assert not node.attributes.get("style") or re.fullmatch(r"width:[\d.]+rem", node.attributes["style"])
    assert not re.search(r"url\(|@import|expression", root.one("style").words)


def test_a_page_has_its_landmarks_in_order_and_a_way_past_the_list(root: Node) -> None:
    body = root.one("body").elements()
    assert [node.tag for node in body] == ["a", "header", "nav", "main", "footer"]
    assert body[0].attributes["href"] == "#" + body[3].attributes["id"]
    assert body[2].attributes["aria-label"]


def test_headings_go_down_one_step_at_a_time(root: Node) -> None:
    levels = [int(node.tag[1]) for node in root.every("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))
    assert all(node.words.strip() for node in root.every("h1", "h2", "h3"))


def test_no_place_is_there_twice_and_every_link_leads_somewhere(person: str, root: Node) -> None:
    places = [node.attributes["id"] for node in root.walk() if "id" in node.attributes]
    assert len(places) == len(set(places))
    allowed = {source.address for source in document(person).sources} | set(document(person).addresses)
    for link in root.every("a"):
        target = link.attributes["href"]
        assert link.words.strip()
        if target.startswith("#"):
            assert target[1:] in places
        else:
            assert target in allowed - {""}
            assert target == link.words
            assert link.attributes["rel"] == "noopener noreferrer"
    for node in root.walk():
        assert node.attributes.get("aria-labelledby", places[0]) in places


def test_the_list_of_parts_names_every_part(person: str, root: Node) -> None:
    named = [(link.attributes["href"], link.words) for link in root.one("nav").every("a")]
    assert named == [(f"#part-{section.id}", section.title) for section in document(person).sections]


def test_every_address_of_a_program_that_is_shown_is_a_link(root: Node) -> None:
    shown = re.findall(r"https://\S+?(?=[.,;:)]*(?:\s|$))", "\n".join(lines(root)))
    assert shown
    assert {link.attributes["href"] for link in root.every("a") if "rel" in link.attributes} == set(shown)


def test_tables_have_names_and_heads(root: Node) -> None:
    for table in root.every("table"):
        assert table.every("caption") or table.attributes["aria-labelledby"]
        for row in table.one("tbody").elements():
            assert row.elements()[0].attributes == {"scope": "row"}
        for cell in [cell for head in table.every("thead") for cell in head.every("th")]:
            assert cell.attributes == {"scope": "col"}
        assert all(cell.words.strip() for cell in table.every("th"))
        assert len({len(row.elements()) for row in table.every("tr")}) == 1


def test_pictures_have_names_and_lists_have_items(root: Node) -> None:
    for picture in root.every("svg"):
        if picture.attributes.get("aria-hidden") == "true":  # the picture of a sign, whose words stand beside it
            assert not list(picture.every("text"))
            continue
        assert picture.attributes["role"] == "img"
        assert picture.attributes["aria-label"].strip()
        forms = {form.attributes["id"] for form in picture.every("g")}
        assert {use.attributes["href"].removeprefix("#") for use in picture.every("use")} == forms
    for each in root.every("ul", "ol"):
        assert {item.tag for item in each.elements()} == {"li"}


def test_every_class_of_a_page_has_a_rule(root: Node) -> None:
    style = style_sheet()
    for name in {name for node in root.walk() for name in node.attributes.get("class", "").split()}:
        assert re.search(rf"\.{name}\b", style), name


def test_a_page_is_small_enough_to_send(person: str) -> None:
    assert len(render_html(document(person)).encode()) < 450_000


@pytest.mark.parametrize("palette", [Palette.LIGHT, Palette.DARK])
def test_words_and_borders_can_be_told_from_what_is_under_them(palette: Palette) -> None:
    color = tokens(palette)
    for text, grounds in {
        "ink": ("page", "surface", "tint", "amberbg"),
        "lake": ("page", "surface", "tint", "amberbg"),
        "ink2": ("page",),
        "onamber": ("amber",),
        "page": ("ink",),
    }.items():
        assert all(contrast(color[text], color[ground]) >= 7 for ground in grounds), text
    for drawn in ("lineui", "focus", "amberline"):
        assert contrast(color[drawn], color["page"]) >= 3, drawn


def test_the_style_uses_tokens_alone_for_colors() -> None:
    style = style_sheet()
    assert set(re.findall(r"var\(--(\w+)\)", style)) <= set(tokens(Palette.LIGHT))
    rules = "\n".join(row for row in style.splitlines() if ":root" not in row)
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", rules)) == {"#FFFFFF"}  # the body on paper


def test_the_words_around_the_guide_are_in_its_language() -> None:
    furniture = document(next(iter(GUIDES))).furniture
    assert (furniture.parts, furniture.skip) == tuple(map(Library().word, ("page.parts", "page.skip")))
