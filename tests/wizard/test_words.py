"""The words of the questions: all there, none too many, plain, and what the guide may say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from her2guide.library.claims import forbidden_claims
from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from her2guide.library.paths import resources
from her2guide.library.question_records import ChoiceWords, Questions, QuestionWords
from her2guide.model.terms import Reader
from her2guide.reading_level import indices, sentence
from her2guide.wizard.check_view import check_view, step_view
from her2guide.wizard.entries import Entry, Fault, name_of
from her2guide.wizard.flow import FLOW, QUESTIONS
from her2guide.wizard.pages import NONE_OF_THESE, NOT_SURE, Kind, QuestionPage
from her2guide.wizard.session import forward, keep, open_guide, start, submit
from her2guide.wizard.views import RESULT_FIELDS, choice_words, page_view, progress_words
from tests.content.test_no_typed_digits import typed_digits
from tests.wizard.visits import HOME, LIBRARY, PAGES, steps, texts, visit

WORDS = LIBRARY.questions
PLAIN = 6.0


def of_choice(words: ChoiceWords) -> tuple[str, str]:
    return words.label, words.hint


def texts_of(words: QuestionWords) -> list[str]:
    """Return every text of one question."""
    small = [text for each in (*words.choices.values(), *words.fields.values()) for text in of_choice(each)]
    report = words.report
    example = (*(word for row in report.rows for word in row), report.sentence, *report.phrases) if report else ()
    return [text for text in (words.title, words.hint, words.why, words.find, words.topic, *small, *example) if text]


def all_texts() -> Iterator[tuple[str, str]]:
    """Yield every text of the file, with the place it stands at."""
    yield from WORDS.word.items()
    yield from WORDS.problem.items()
    for name, choice in WORDS.choice.items():
        yield from ((name, text) for text in of_choice(choice))
    for name, page in WORDS.page.items():
        yield from ((name, text) for text in (page.title, *page.lines))
    for name, question in WORDS.question.items():
        yield from ((name, text) for text in texts_of(question))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_each_question_has_all_its_words_and_a_reason(page: QuestionPage) -> None:
    words = WORDS.question[page.id]
    assert words.topic
    assert words.title.endswith("?")
    assert words.why.endswith(".")
    own = set(words.choices) - {choice.id for choice in page.choices}
    assert own == set(), "words for a choice that is not there"
    assert all(choice_words(page.id, choice.id, LIBRARY).label for choice in page.choices)
    fields = set(RESULT_FIELDS) if page.kind is Kind.RESULTS else {name_of(path) for path in page.texts}
    assert set(words.fields) == fields


def test_there_are_no_words_for_questions_pages_or_choices_that_are_not_there() -> None:
    assert set(WORDS.question) == set(PAGES)
    assert list(WORDS.question) == list(PAGES), "the file is in the order of the questions"
    assert set(WORDS.page) == {"start", "check", "save"} == {page.id for page in FLOW} - set(PAGES) - {"guide/"}
    assert set(WORDS.problem) == set(Fault)
    shared = {choice.id for page in QUESTIONS for choice in page.choices if choice.id not in _own(page)}
    assert set(WORDS.choice) == shared


def _own(page: QuestionPage) -> set[str]:
    return set(WORDS.question[page.id].choices)


class Noticed(dict[str, str]):
    """A table that remembers which of its words were used."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__(words)
        self.used: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.used.add(key)
        return super().__getitem__(key)


def test_no_word_around_the_questions_is_unused() -> None:
    library = Library()
    word = Noticed(WORDS.word)
    library.__dict__["questions"] = Questions(
        word=word, problem=WORDS.problem, choice=WORDS.choice, page=WORDS.page, question=WORDS.question
    )
    said = {"reader": "caregiver", "her2-score": "2+", "clinic": texts(clinic_name="Lake")}
    page_view(PAGES["reader"], forward(forward(start(HOME))), library)
    for session in steps(said):
        if session.place in PAGES:
            page_view(PAGES[session.place], session, library)
    check_view(session, library)
    session = open_guide(session, ("sources", "about"))
    progress_words(session, library)
    step_view("save", keep(session), library)
    assert set(WORDS.word) - word.used == {"start"}  # the window's start page says it


def test_headings_and_topics_are_unique() -> None:
    titles = [words.title for words in (*WORDS.question.values(), *WORDS.page.values())]
    topics = [words.topic for words in WORDS.question.values()]
    assert len(titles) == len(set(titles))
    assert len(topics) == len(set(topics))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_each_question_has_a_way_on_for_who_does_not_know_or_would_not_say(page: QuestionPage) -> None:
    ids = [choice.id for choice in page.choices]
    assert page.optional or NOT_SURE in ids or "rather_not_say" in ids
    if NOT_SURE in ids:
        assert ids[-1] == NOT_SURE
        assert choice_words(page.id, NOT_SURE, LIBRARY).label == "I’m not sure"
    if page.kind is Kind.MANY_OF:
        assert ids[-1] == NONE_OF_THESE
        assert choice_words(page.id, NONE_OF_THESE, LIBRARY).label == "None of these"


@pytest.mark.parametrize("page", PAGES)
def test_each_question_is_read_at_grade_6_or_easier(page: str) -> None:
    lines = [sentence(re.sub(r"\{\w+\}", "forty", text)) for text in texts_of(WORDS.question[page])]
    assert indices("\n".join(lines)).flesch_kincaid <= PLAIN


@pytest.mark.parametrize("page", WORDS.page)
def test_each_page_around_the_questions_is_read_at_grade_6_or_easier(page: str) -> None:
    words = WORDS.page[page]
    assert indices("\n".join(sentence(text) for text in (words.title, *words.lines))).flesch_kincaid <= PLAIN


def test_no_digit_is_typed_and_nothing_forbidden_is_claimed() -> None:
    for place, text in all_texts():
        assert typed_digits(text) == [], place
        assert forbidden_claims(text) == (), place


def test_buttons_say_continue_and_back_and_no_text_has_an_asterisk_or_an_angle_bracket() -> None:
    assert (WORDS.word["continue"], WORDS.word["back"]) == ("Continue", "Back")
    assert (WORDS.word["make"], WORDS.word["not-provided"]) == ("Make my guide", "Not provided")
    for place, text in all_texts():
        assert not re.search(r"[*<>]|\bNext\b", text), place


def test_answers_that_are_never_kept_say_so() -> None:
    for page in ("household", "income", "work"):
        assert "not saved and not printed" in WORDS.question[page].why


def test_only_who_reads_for_or_with_someone_is_told_who_you_is() -> None:
    for reader in (*Reader, "rather_not_say"):
        session = submit(forward(start(HOME)), Entry(chosen=(str(reader),)))
        note = page_view(PAGES["her2-score"], session, LIBRARY).note
        assert bool(note) is (reader in (Reader.CAREGIVER, Reader.TOGETHER))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('topic = "Stage II or III"\n', "", r"questions\.toml: question\.\S*stage\S*topic|question.*topic"),
        ("[question.stage]", "[question.stage]\nextra = 1", r"unknown field `extra`"),
        ('continue = "Continue"', "continue = 1", r"questions\.toml: word"),
    ],
)
def test_a_broken_question_file_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = Path("locales", "en", "questions.toml")
    text = (resources() / path).read_text(encoding="utf-8")
    assert old in text
    copy = tmp_path / "resources" / path
    copy.parent.mkdir(parents=True)
    copy.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=message):
        _ = Library(root=tmp_path / "resources").questions


def test_the_check_page_has_a_row_with_its_own_change_name_for_each_question() -> None:
    session = visit({"her2-score": "0", "her2-staining": "faint", "setting": "rather_not_say"})
    view = check_view(session, LIBRARY)
    assert [row.change for row in view.rows] == [page.id for page in session.pages if page.id in PAGES]
    assert len({row.change_name for row in view.rows}) == len(view.rows)
    assert all(row.change_name == f"Change: {row.topic}" for row in view.rows)
    assert view.make_word == "Make my guide"
    assert view.progress == "Last step before your guide"
