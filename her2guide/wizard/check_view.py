"""The check page: every answer in words, each with a way to change it."""

from dataclasses import dataclass, replace

from her2guide.library.library import Library
from her2guide.wizard.entries import Entry, ResultEntry
from her2guide.wizard.pages import Kind, QuestionPage
from her2guide.wizard.session import CHECK, Session, entry_of, questions
from her2guide.wizard.views import RESULT_WORDS, choice_label, choice_words, progress_words


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One answer. `change` is the page to go to; `change_name` is what a screen reader says of the link."""

    topic: str
    answer: tuple[str, ...]
    provided: bool
    change: str
    change_word: str
    change_name: str
    typed: bool = False  # whether words of the person stand in it


@dataclass(frozen=True, slots=True)
class CheckView:
    """The check page as it stands."""

    title: str
    lines: tuple[str, ...]
    rows: tuple[CheckRow, ...]
    progress: str
    make_word: str
    back_word: str


@dataclass(frozen=True, slots=True)
class StepView:
    """The save page, which asks nothing."""

    title: str
    lines: tuple[str, ...]
    progress: str


def check_view(session: Session, library: Library) -> CheckView:
    """Return every question of the route with its answer, in order."""
    word, page = library.questions.word, library.questions.page[CHECK]
    return CheckView(
        title=page.title,
        lines=page.lines,
        rows=tuple(_row(question, session, library) for question in questions(session)),
        progress=progress_words(session, library),
        make_word=word["make"],
        back_word=word["back"],
    )


def covered_view(view: CheckView, words: str) -> CheckView:
    """Return the page with other words in the place of each answer that the person typed."""
    rows = tuple(replace(row, answer=(words,)) if row.typed and row.provided else row for row in view.rows)
    return replace(view, rows=rows)


def step_view(page_id: str, session: Session, library: Library) -> StepView:
    """Return the words of the save page."""
    page = library.questions.page[page_id]
    return StepView(title=page.title, lines=page.lines, progress=progress_words(session, library))


def _row(page: QuestionPage, session: Session, library: Library) -> CheckRow:
    word, topic = library.questions.word, library.questions.question[page.id].topic
    entry = entry_of(session, page)
    found = _answer(page, entry, session, library)
    return CheckRow(
        topic=topic,
        answer=found or (word["not-provided"],),
        provided=bool(found),
        change=page.id,
        change_word=word["change"],
        change_name=word["change-name"].format(topic=topic),
        typed=page.kind is not Kind.NUMBER and bool(entry.lines or entry.texts or entry.results),
    )


def _answer(page: QuestionPage, entry: Entry, session: Session, library: Library) -> tuple[str, ...]:
    """Return an answer in words, one line for each thing said."""
    fields = library.questions.question[page.id].fields
    said = library.questions.word["field"]
    lines = [choice_label(page, choice, session, library) for choice in entry.chosen]
    lines.extend(entry.lines)
    for medicine, choice in entry.told:
        name, label = library.medicine_names[medicine].name, choice_label(page, choice, session, library)
        lines.append(said.format(label=name, text=label))
    for name, text in entry.texts:
        lines.append(text if page.kind is Kind.NUMBER else said.format(label=fields[name].label, text=text))
    lines.extend(_result(page, result, library) for result in entry.results)
    return tuple(lines)


def _result(page: QuestionPage, result: ResultEntry, library: Library) -> str:
    """Return one further result on one line."""
    fields = library.questions.question[page.id].fields
    said = library.questions.word["field"]
    parts = []
    for name, text in result:
        if name in fields:
            is_choice = name in RESULT_WORDS
            shown = choice_words(RESULT_WORDS[name], text, library).label if is_choice else text
            parts.append(said.format(label=fields[name].label, text=shown))
    return "; ".join(parts)
