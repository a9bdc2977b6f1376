"""Nothing of the counselor's window is met in the person's: no prompt, no note for oneself, in no form of the guide."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from her2guide.guide.build import build_guide
from her2guide.library.paths import fonts
from her2guide.model.answers_json import answers_from_json
from her2guide.output.render import render
from her2guide.ui.buttons import PrimaryButton
from her2guide.ui.consult.notes_view import NotesView
from her2guide.ui.consult.talk_view import TalkView
from tests.output.reading import PdfFile
from tests.ui.consult_people import press, see, with_guide
from tests.ui.window_people import LIBRARY, TODAY, settle

PROMPTS = [text for prompt in LIBRARY.prompts.values() for text in prompt.texts]
ANSWERS = sorted((Path(__file__).parents[1] / "journeys" / "people").glob("*.json"))
OWN = "zebra notes for nobody else"


def squeezed(text: str) -> str:
    return "".join(text.split())


def read_out(widget: QWidget) -> str:
    """Return everything that a screen reader can be told of a widget and of all in it, hidden or not."""
    return "\n".join(_told(QAccessible.queryAccessibleInterface(widget)))


def _told(found: QAccessible) -> Iterator[str]:
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help):
        yield found.text(kind)
    for place in range(found.childCount()):
        yield from _told(found.child(place))


def met(text: str) -> list[str]:
    """Return the prompts that stand in a text."""
    flat = squeezed(text)
    return [prompt for prompt in PROMPTS if squeezed(prompt) in flat]


def test_there_are_enough_prompts_for_this_to_mean_something() -> None:
    assert len(PROMPTS) > 250
    assert met(f"before {PROMPTS[17]} after") == [PROMPTS[17]]


def test_no_prompt_is_seen_or_read_out_in_the_other_window_on_any_page(app: QApplication) -> None:
    desk = with_guide()
    see(desk, "notes")
    assert isinstance(desk.counselor.page, NotesView)
    desk.counselor.page.own.set_value(OWN)
    see(desk, "talk")
    for section in desk.sections:
        desk.turn_to(section.id)
        settle()
        shown = desk.counselor.page
        assert isinstance(shown, TalkView)
        mine = squeezed(read_out(desk.counselor))
        assert all(squeezed(text) in mine for text in LIBRARY.prompts[section.id].texts), section.id
        theirs = read_out(desk.window)
        assert section.title in theirs
        assert met(theirs) == [], section.id
        assert OWN not in theirs
    desk.go_and_print()
    desk.window.keeping.show_preview()
    settle()
    assert met(read_out(desk.window)) == []
    desk.close()


@pytest.mark.parametrize("file", ANSWERS, ids=lambda file: file.stem)
def test_no_prompt_stands_in_a_guide_as_text_for_a_browser_or_as_json(file: Path) -> None:
    answers = answers_from_json(file.read_bytes(), languages=("en",))
    document = build_guide(answers, LIBRARY, TODAY).document
    for kind in ("txt", "html", "json"):
        assert met(render(document, kind, fonts()).decode()) == [], kind


def test_neither_prompts_nor_notes_for_oneself_stand_in_the_pdf_but_notes_for_the_person_do(app: QApplication) -> None:
    desk = with_guide()
    page = see(desk, "notes")
    assert isinstance(page, NotesView)
    page.for_person.edit.setFocus()
    page.for_person.set_value("Bring the ocelot photo.")
    page.own.edit.setFocus()
    page.own.set_value(OWN)
    settle()
    see(desk, "print")
    press(desk.counselor, LIBRARY.word("consult.print.go"))
    data = desk.window.keeping.printed().data
    text = " ".join(PdfFile(data).texts)
    assert met(text) == []
    assert squeezed("Bring the ocelot photo.") in squeezed(text)
    assert squeezed(LIBRARY.word("questions.counselor")) in squeezed(text)
    assert squeezed(OWN) not in squeezed(text)
    assert OWN.encode() not in data
    desk.close()


def test_the_window_has_one_primary_button_in_each_view(app: QApplication) -> None:
    desk = with_guide()
    for view in ("talk", "print"):
        see(desk, view)
        assert len([each for each in desk.counselor.findChildren(PrimaryButton) if each.isVisible()]) == 1, view
    desk.close()
