"""The JSON shape that other programs rely on."""

import json
from typing import Any

import pytest

from her2guide.guide.document import Paragraph, Section, typed
from her2guide.output.json_document import render_json
from tests.output.reading import BRACES, MARKED, MARKUP
from tests.output.sample_document import LABEL, sample

KEYS = {
    "heading": {"text"},
    "paragraph": {"text"},
    "bullets": {"items"},
    "steps": {"items"},
    "table": {"text", "header", "rows"},
    "callout": {"tone", "text", "items"},
    "contacts": {"rows"},
    "ask_list": {"ranked", "items"},
    "picture": {"alt"},
    "card": {"text", "items", "rows", "back"},
    "diary": {"items", "days"},
}


def blocks(section: str) -> list[dict[str, Any]]:
    read = json.loads(render_json(sample()))
    return [block for each in read["sections"] if each["id"] == section for block in each["blocks"]]


def test_the_top_of_the_file_is_as_promised() -> None:
    text = render_json(sample())
    read = json.loads(text)
    assert list(read) == ["schema", "language", "today", "content", "sections", "sources"]
    assert (read["schema"], read["language"], read["today"]) == (1, "en", "2026-11-23")
    assert read["content"] == {"version": "2026.11", "newest_review": "2026-11-20", "reviewed_by": None}
    assert text.endswith("}\n")
    assert "“Negative”" in text


def test_every_section_and_block_has_the_promised_keys() -> None:
    seen = set()
    for section in json.loads(render_json(sample()))["sections"]:
        assert set(section) == {"id", "title", "audience", "blocks"}
        for block in section["blocks"]:
            assert set(block) == {"kind", "facts", "typed"} | KEYS[block["kind"]]
            seen.add(block["kind"])
    assert seen == set(KEYS)


def test_facts_are_listed_with_the_block_that_prints_them() -> None:
    paragraph, _, table = blocks("tdxd-hr-positive-low-ultralow")[:3]
    assert paragraph["facts"] == ["db06.people", "db06.pfs"]
    assert table["facts"] == ["db06.orr"]
    assert table["rows"][1] == ["The cancer shrank", "57", "31"]


def test_what_the_person_wrote_is_told_apart() -> None:
    _, own, _, suggested = blocks("questions")
    assert own["typed"] is True
    assert own["items"][0] == "Will I be able to keep working?"
    assert suggested["typed"] is False


def test_a_card_has_its_lines_its_rows_and_the_same_for_its_back() -> None:
    card = next(block for block in blocks("wallet-card") if block["kind"] == "card")
    assert card["text"] == "Lung card"
    assert card["items"][:3] == ["I take Enhertu", "Cannot breathe: call 911.", "New cough"]
    assert card["rows"] == [["Infusion day", "Tuesday"], ["Daytime", "555-0134"], ["Nights", ""]]
    assert card["back"]["text"] == "For the emergency team"
    assert (card["facts"], card["typed"]) == (["fever"], True)


def test_a_diary_tells_what_to_note_and_for_how_many_days() -> None:
    diary = next(block for block in blocks("wallet-card") if block["kind"] == "diary")
    assert (diary["items"], diary["days"]) == (["Date", "Temperature", "Sick stomach"], 14)


def test_sources_are_listed_as_people_may_see_them() -> None:
    sources = json.loads(render_json(sample()))["sources"]
    assert sources[0] == {
        "id": "enhertu-label",
        "title": "Enhertu label, FDA",
        "address": LABEL,
        "date": "January 2025",
        "checked": "2026-11-20",
    }
    assert sources[2]["address"] == ""


@pytest.mark.parametrize("payload", [*MARKUP, *BRACES, *MARKED])
def test_text_comes_back_as_typed_with_hidden_characters_marked(payload: str) -> None:
    document = sample(Section("a", payload, (Paragraph(typed(payload)),)))
    (section,) = json.loads(render_json(document))["sections"]
    shown = MARKED.get(payload, (payload,))[0]
    assert section["title"] == section["blocks"][0]["text"] == shown
