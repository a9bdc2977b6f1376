"""Writes pictures of sections and controls, to be looked at: `python -m tests.ui.screens FOLDER`."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from her2guide.guide.document import Paragraph, Role, Section, Span, Table
from her2guide.library.library import Library
from her2guide.look import Palette
from her2guide.ui import theme
from her2guide.ui.blocks import section_widget
from her2guide.ui.controls import (
    AnswerGroup,
    BarButton,
    CallButton,
    Choice,
    ErrorSummary,
    Field,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from her2guide.ui.layout import Column
from her2guide.ui.text import TermButton, TextBlock, heading
from her2guide.ui.theme import Theme, TypeRole
from tests.journeys.write import PEOPLE, document_of
from tests.output.sample_document import SIGNS, sample

WIDTH = 1024
WHO = ("dev-takes-enhertu", "ana-waits-for-her-gene-test")
SCORES = (
    Choice("0", "No staining, or only faint staining in a few cells", code="0"),
    Choice("1+", "Faint staining in some cells", code="1+"),
    Choice("2+", "Weak to medium staining; one more test is needed", code="2+"),
    Choice("word", "Only the word “negative”"),
    Choice("not_sure", "I’m not sure", hint="We show you where to look on a report."),
)


def explain(target: str) -> tuple[str, str] | None:
    """Return the meaning of a term, if the content has one."""
    term = Library().glossary.get(target)
    return (term.word, term.meaning) if term else None


def row(*widgets: QWidget) -> QWidget:
    """Return widgets side by side."""
    made = QWidget()
    box = QHBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        box.addWidget(widget)
    box.addStretch(1)
    return made


def hovered(widget: QWidget) -> QWidget:
    """Return a widget that believes the pointer is over it."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QApplication.sendEvent(widget, QEnterEvent(QPointF(9, 9), QPointF(9, 9), QPointF(9, 9)))
    return widget


def controls() -> Column:
    """Return a page with every control in its states."""
    page = Column(10, (42, 32))
    unavailable, pressed = PrimaryButton("Not ready"), PrimaryButton("Pressed")
    unavailable.setEnabled(False)
    pressed.setDown(True)
    summary, wrong = ErrorSummary("There is a problem"), Field("Nights and weekends", hint="Found on your clinic card")
    wrong.set_error("Write digits, spaces or + only")
    wrong.set_value("call Maria")
    summary.show_errors(
        [("Write digits, spaces or + only", wrong), ("Choose your IHC score, or “I’m not sure”", wrong)]
    )
    group = AnswerGroup("What is your HER2 IHC score?", SCORES)
    group.choose("1+")
    hovered(group.rows[2])
    concerns = (Choice("work", "Work and money"), Choice("hair", "Hair"), Choice("none", "None of these", alone=True))
    several = AnswerGroup("What worries you?", concerns, many=True)
    several.choose("hair")
    note = Field("Your own question (optional)", lines=3)
    note.set_value("Will I be able to keep working?\nWho do I call at night?")
    page.add(
        row(
            QuietButton("Back", "arrow-left"),
            BarButton("Text size", "a-large-small"),
            BarButton("Clear and leave", "log-out"),
        ),
        heading("What is your HER2 IHC score?"),
        TextBlock("IHC is a lab test. It looks for HER2 protein on the cancer cells.", TypeRole.BODY, color="ink2"),
        summary, group, several, wrong, note,
        row(PrimaryButton("Continue"), hovered(PrimaryButton("Hover")), pressed, unavailable),
        row(SecondaryButton("More about this"), hovered(SecondaryButton("Hover")), QuietButton("I have a guide")),
        row(CallButton("When to call"), hovered(CallButton("When to call"))),
    )  # fmt: skip
    return page


def parts() -> Column:
    """Return a page with a word explained, a table of numbers and a call-now panel with one number missing."""
    term = Span("lung inflammation", Role.TERM, "ild")
    words = Paragraph((Span("Enhertu can cause "), term, Span(". Tell your team about any lung problem.")))
    topic = next(each for each in sample().sections if any(isinstance(block, Table) for block in each.blocks))
    page = Column(0, (42, 32))
    section = Section("parts", "A word, a table, a panel", (words, *topic.blocks, *SIGNS))
    page.add(section_widget(section, explain=explain, close="Close"))
    page.findChildren(TermButton)[0].click()
    return page


def sections(person: str) -> Iterator[tuple[str, Column]]:
    """Yield the sections of a person's guide as pages."""
    for section in document_of(PEOPLE / f"{person}.json").sections:
        page = Column(0, (42, 32))
        page.add(section_widget(section, explain=explain, close="Close"))
        yield section.id, page


def shoot(page: QWidget, file: Path, width: int = WIDTH, focus: QWidget | None = None) -> None:
    """Write a picture of a page, as high as it needs."""
    page.setAutoFillBackground(True)
    page.resize(width, 100)
    page.show()
    for _ in range(3):
        QApplication.processEvents()
        page.resize(width, page.heightForWidth(width))
    if focus is not None:
        page.activateWindow()
        focus.setFocus()
        QApplication.processEvents()
    page.grab().save(str(file))
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main(folder: Path) -> None:
    """Write every picture."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    for palette in Palette:
        for step in (100, 200):
            theme.apply(app, Theme(palette, step))
            page = controls()
            focused = page.findChildren(AnswerGroup)[0].rows[1]
            shoot(page, folder / f"controls-{palette}-{step}.png", focus=focused)
            shoot(parts(), folder / f"parts-{palette}-{step}.png")
            for person in WHO:
                for name, made in sections(person):
                    shoot(made, folder / f"{person.split('-')[0]}-{name}-{palette}-{step}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
