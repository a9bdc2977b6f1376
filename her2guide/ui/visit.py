"""A visit in the window: the wizard's session, and the guide made from it. It knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from her2guide.guide.covered import covered, has_typed
from her2guide.guide.document import Contacts, GuideDocument, Section, has_others, others_drawn
from her2guide.library.library import Library
from her2guide.library.poverty import current_poverty_line
from her2guide.model.answers import Answers
from her2guide.model.terms import Prognosis
from her2guide.settings import HOME, Settings
from her2guide.wizard import session as steps
from her2guide.wizard.clinic import contacts_of
from her2guide.wizard.entries import Entry
from her2guide.wizard.pages import CheckPage, Circumstances, Page, SectionPage

if TYPE_CHECKING:
    from her2guide.guide.take_away import TakeAway
    from her2guide.library.clinic_words import ClinicWords
    from her2guide.wizard.confirming import Round


class Visit:
    """Where a person is, what they said, and their guide once it is made."""

    def __init__(
        self,
        library: Library,
        today: date,
        settings: Settings = HOME,
        *,
        answers: Answers | None = None,
        clinic: "ClinicWords | None" = None,
    ) -> None:
        self.library, self.today, self.settings, self._clinic = library, today, settings, clinic
        line = current_poverty_line(library, today)
        around = Circumstances(
            library.rules,
            asks_income=settings.asks_income,
            poverty_line=line,
            asks=library.ask_conditions,
            paths=library.step_paths,
            contacts=contacts_of(settings.site),
        )
        self.session = steps.start(around) if answers is None else steps.look_through(around, answers)
        self.document: GuideDocument | None = None
        self.is_covered = False  # whether the person's own words are covered on the screen
        self.others_drawn = False  # whether pictures that can be drawn another way are drawn so, on the screen
        self._arrange: Callable[[GuideDocument], GuideDocument] | None = None
        self._arranged: tuple[GuideDocument, GuideDocument] | None = None  # the guide, and as it goes on paper

    @property
    def answers(self) -> Answers:
        """What was said so far."""
        return self.session.answers

    @property
    def untold(self) -> bool:
        """Whether nothing was said yet."""
        session = self.session
        return session.answers == steps.NOTHING_SAID and not session.said and session.draft is None

    @property
    def page(self) -> Page:
        """The page where the person is."""
        return steps.page_at(self.session, self.session.place)

    @property
    def section(self) -> Section:
        """The section of the guide where the person is, drawn as they chose."""
        section = others_drawn(self._section) if self.others_drawn else self._section
        if not self.is_covered:
            return section
        return covered(section, self.library.word("cover.words"))

    @property
    def shows_typed(self) -> bool:
        """Whether own words of the person stand here that can be covered."""
        return has_typed(self._section)

    @property
    def can_draw_others(self) -> bool:
        """Whether a picture here can be drawn another way."""
        return has_others(self._section)

    @property
    def _section(self) -> Section:
        page = self.page
        return self.section_of(page.section if isinstance(page, SectionPage) else page.id)

    def section_of(self, section: str) -> Section:
        """Return a section of the guide. Raises `LookupError` where there is none."""
        found = {each.id: each for each in self.document.sections} if self.document is not None else {}
        return found[section]

    @property
    def on_paper(self) -> GuideDocument | None:
        """The guide as it is printed and saved: as it is, unless parts of it were chosen."""
        if self.document is None or self._arrange is None:
            return self.document
        if self._arranged is None or self._arranged[0] is not self.document:
            self._arranged = self.document, self._arrange(self.document)
        return self._arranged[1]

    def arrange(self, arrange: Callable[[GuideDocument], GuideDocument]) -> None:
        """Say how the guide goes on paper from now on, until everything is forgotten."""
        self._arrange, self._arranged = arrange, None

    def take_away(self) -> "tuple[TakeAway, ...]":
        """Return the questions on what the person took away from their guide."""
        from her2guide.guide.plan import plan
        from her2guide.guide.take_away import checks_for
        from her2guide.model.profile import profile
        from her2guide.model.topics import view_topics

        person = profile(self.answers)
        return checks_for(person, plan(person, view_topics(self.library.rules, person), self.library), self.library)

    def pocket(self, result: bool) -> tuple[str, ...]:
        """Return the few words for a phone, with the result or without."""
        from her2guide.guide.pocket import pocket_lines

        return pocket_lines(self.answers, self.library, self.today, result=result)

    def numbers_to_call(self) -> tuple[Contacts, ...]:
        """Return the clinic's numbers as far as the person gave them."""
        from her2guide.guide.call_page import known_numbers

        return known_numbers(self.answers, self.library)

    @property
    def numbers(self) -> bool:
        """Whether the guide has numbers."""
        return self.answers.wants_numbers is True

    @property
    def survival(self) -> bool:
        """Whether the guide speaks of how long people live."""
        return self.answers.prognosis is Prognosis.TELL_ME_HOW_TO_ASK

    def submit(self, entry: Entry) -> None:
        """Take what was put in on this question, and go on if it can be used."""
        self._move(steps.submit(self.session, entry))

    def forward(self) -> None:
        """Go one page on."""
        self._move(steps.forward(self.session))

    def back(self) -> None:
        """Go one page back."""
        self._move(steps.back(self.session))

    def change(self, page_id: str) -> None:
        """Go to a question from the check page."""
        self._move(steps.change(self.session, page_id))

    def take(self, confirmed: "Round") -> None:
        """Take over what a person confirmed of their report, and go to the first question still open."""
        from her2guide.wizard.confirming import answered
        from her2guide.wizard.confirming import confirmed as with_it

        self._move(steps.take(self.session, with_it(confirmed, self.answers), answered(confirmed)))

    def turn_to(self, section: str) -> None:
        """Go to a section of the guide."""
        self._move(steps.turn_to(self.session, section))

    def keep(self) -> None:
        """Go to where the guide is saved or printed."""
        self._move(steps.keep(self.session))

    def make(self) -> None:
        """Make the guide and open it. Questions that a changed answer brought up come first.

        Raises `AnswersError` and `ContentError`; then everything is as it was.
        """
        if isinstance(self.page, CheckPage) and (waiting := steps.unseen(self.session)):
            self.change(waiting[0])
            return
        self._open(self.session)

    def switch(self, page_id: str, choice: str) -> None:
        """Turn numbers, or how long people live, on or off inside the guide. Raises as `make` does."""
        self._open(steps.answer(self.session, page_id, Entry(chosen=(choice,))))

    def note(self, notes: str) -> None:
        """Take a counselor's notes for the person, and make the guide anew with them where there is one."""
        answers = replace(self.answers, counselor_notes=notes or None)
        noted = replace(self.session, answers=answers)
        if self.document is None:
            self.session = noted
        else:
            self._open(noted)

    def begin_with(self, answers: Answers) -> None:
        """Begin at the start page with answers that the questions show, for the person to go through."""
        self._move(steps.start(self.session.around, answers))

    def look_through(self, answers: Answers) -> None:
        """Go to the check page with the answers of a saved visit, in the place of what was said."""
        self._move(steps.look_through(self.session.around, answers))

    def forget(self) -> None:
        """Forget everything that was said."""
        self.document, self.others_drawn, self.is_covered = None, False, False
        self._arrange = self._arranged = None
        self.session = steps.restart(self.session)

    def _open(self, session: steps.Session) -> None:
        from her2guide.guide.build import build_guide  # brings jinja2, which the first page does not need

        document = build_guide(
            session.answers, self.library, self.today, self._clinic, discreet=self.settings.discreet
        ).document
        opened = steps.open_guide(session, tuple(section.id for section in document.sections))
        self.document, self.session = document, opened

    def _move(self, session: steps.Session) -> None:
        self.session = session
        if not session.sections:
            self.document = None
