"""What stands on a page, in words: the screen shows a view and makes no choice of its own."""

from dataclasses import dataclass

from her2guide.library.library import Library
from her2guide.library.order import chapter_of
from her2guide.library.question_records import ChoiceWords, QuestionWords
from her2guide.model.profile import profile
from her2guide.model.terms import Reader
from her2guide.wizard.amounts import label_of
from her2guide.wizard.entries import RESULT_CHOICES, Entry, Problem, name_of
from her2guide.wizard.pages import NOT_SURE, Kind, QuestionPage
from her2guide.wizard.session import Session, Stage, entry_of, progress
from her2guide.wizard.shortlist import medicines_first

# Where the words of a further result's choices stand: its first result asked the same.
RESULT_WORDS = {"ihc": "her2-score", "membrane_staining": "her2-staining", "ish": "gene-test"}
RESULT_FIELDS = ("ihc", "membrane_staining", "ish", "ish_ratio", "copy_number", "specimen", "date")


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One answer to choose. `rank` counts from 1 where the order matters, and is 0 where nothing is chosen."""

    id: str
    label: str
    hint: str
    selected: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field with a label: a text, or choices. `only_if` is the field and choice it depends on."""

    id: str
    label: str
    hint: str
    text: str = ""
    choices: tuple[ChoiceView, ...] = ()
    only_if: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class MedicineRow:
    """One medicine; `said` is a choice id or empty. Those with `first` stand on the short list."""

    id: str
    name: str
    generic: str
    said: str
    first: bool


@dataclass(frozen=True, slots=True)
class ErrorView:
    """One line of the error summary; the same words stand at the field."""

    text: str
    field: str
    place: int | None


@dataclass(frozen=True, slots=True)
class PageView:
    """A question as it stands: words, choices, what was put in, what is wrong. Empty parts are not shown."""

    id: str
    kind: Kind
    title: str
    optional: str
    hint: str
    note: str
    why_title: str
    why: str
    find_title: str
    find: str
    choices: tuple[ChoiceView, ...]
    fields: tuple[FieldView, ...]
    lines: tuple[str, ...]
    most: int
    medicines: tuple[MedicineRow, ...]
    more_medicines: str
    results: tuple[tuple[FieldView, ...], ...]
    blank_result: tuple[FieldView, ...]
    add_result: str
    error_title: str
    errors: tuple[ErrorView, ...]
    progress: str
    continue_word: str
    back_word: str


def page_view(page: QuestionPage, session: Session, library: Library) -> PageView:
    """Return what stands on a question of the route."""
    words, word = library.questions.question[page.id], library.questions.word
    entry = entry_of(session, page)
    has_medicines, has_results = page.kind is Kind.MEDICINES, page.kind is Kind.RESULTS
    errors = _errors(page, session, library)
    return PageView(
        id=page.id,
        kind=page.kind,
        title=words.title,
        optional=word["optional"] if page.optional else "",
        hint=words.hint,
        note=_note(page, session, library),
        why_title=word["why"],
        why=words.why,
        find_title=word["find"] if words.find else "",
        find=words.find,
        choices=_choices(page, entry, session, library),
        fields=tuple(_field(name_of(path), words, dict(entry.texts)) for path in page.texts),
        lines=entry.lines,
        most=page.most,
        medicines=_medicines(entry, session, library) if has_medicines else (),
        more_medicines=word["more-medicines"] if has_medicines else "",
        results=tuple(_result(dict(result), words, library) for result in entry.results),
        blank_result=_result({}, words, library) if has_results else (),
        add_result=word["add-result"] if has_results else "",
        error_title=word["problem"] if errors else "",
        errors=errors,
        progress=progress_words(session, library),
        continue_word=word["continue"],
        back_word=word["back"],
    )


def choice_words(page_id: str, choice: str, library: Library) -> ChoiceWords:
    """Return the words of a choice: the question's own, or those that many questions share."""
    own = library.questions.question[page_id].choices
    return own[choice] if choice in own else library.questions.choice[choice]


def choice_label(page: QuestionPage, choice: str, session: Session, library: Library) -> str:
    """Return the label of a choice, with its amounts filled in where it has any."""
    return label_of(choice_words(page.id, choice, library).label, page, choice, session)


def progress_words(session: Session, library: Library) -> str:
    """Return how far the person is, in words; inside the guide, how far in its chapter."""
    found, word = progress(session), library.questions.word
    match found.stage:
        case Stage.QUESTION:
            return word["progress-question"].format(number=found.number, total=found.total)
        case Stage.CHECK:
            return word["progress-check"]
        case Stage.PART:
            return _chapter_words(session.sections, found.number - 1, library)
        case Stage.READY:
            return word["progress-ready"]
        case Stage.START:
            return ""


def _chapter_words(sections: tuple[str, ...], at: int, library: Library) -> str:
    chapter = chapter_of(sections[at])
    peers = [place for place, section in enumerate(sections) if chapter_of(section) == chapter]
    name = library.word(f"chapter.{chapter}")
    if len(peers) == 1:
        return name
    return library.questions.word["progress-part"].format(chapter=name, number=peers.index(at) + 1, total=len(peers))


def _note(page: QuestionPage, session: Session, library: Library) -> str:
    """Return who "you" is, for whoever reads for or with someone else."""
    others = session.answers.reader in (Reader.CAREGIVER, Reader.TOGETHER)
    return library.questions.word["who-is-you"] if others and page.field != "reader" else ""


def _choices(page: QuestionPage, entry: Entry, session: Session, library: Library) -> tuple[ChoiceView, ...]:
    found = []
    for choice in page.choices:
        label = choice_label(page, choice.id, session, library)
        rank = entry.lines.index(label) + 1 if label in entry.lines else 0
        hint = choice_words(page.id, choice.id, library).hint
        found.append(ChoiceView(choice.id, label, hint, choice.id in entry.chosen or rank > 0, rank))
    return tuple(found)


def _field(name: str, words: QuestionWords, texts: dict[str, str]) -> FieldView:
    return FieldView(name, words.fields[name].label, words.fields[name].hint, texts.get(name, ""))


def _result(values: dict[str, str], words: QuestionWords, library: Library) -> tuple[FieldView, ...]:
    """Return the small form of one further result."""
    found = []
    for name in RESULT_FIELDS:
        field = _field(name, words, values)
        if name in RESULT_CHOICES:
            ids = [option.value for option in RESULT_CHOICES[name] if option.value != NOT_SURE]
            choices = []
            for choice in (*ids, NOT_SURE):
                said = choice_words(RESULT_WORDS[name], choice, library)
                choices.append(ChoiceView(choice, said.label, said.hint, values.get(name) == choice))
            only_if = ("ihc", "0") if name == "membrane_staining" else None
            field = FieldView(name, field.label, field.hint, "", tuple(choices), only_if)
        found.append(field)
    return tuple(found)


def _medicines(entry: Entry, session: Session, library: Library) -> tuple[MedicineRow, ...]:
    """Return every medicine: first those that matter for this result or that the person named, then the rest."""
    first, said = medicines_first(profile(session.answers), library), dict(entry.told)
    rows = [
        MedicineRow(name, words.name, words.generic, said.get(name, ""), name in first or name in said)
        for name, words in library.medicine_names.items()
    ]
    return tuple(sorted(rows, key=lambda row: not row.first))


def _errors(page: QuestionPage, session: Session, library: Library) -> tuple[ErrorView, ...]:
    if page.id != session.place:
        return ()

    def words(problem: Problem) -> str:
        return library.questions.problem[problem.fault]

    return tuple(ErrorView(words(problem), problem.field, problem.place) for problem in session.problems)
