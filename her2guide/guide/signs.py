"""The call-now signs, whom to call, and what to say. Nothing hides these."""

from her2guide.guide.document import Block, Bullets, Callout, Contacts, Line, Paragraph, Tone, line, typed
from her2guide.guide.markup import blocks
from her2guide.guide.plan import HAVING_HAD, lung_medicines
from her2guide.guide.templates import render
from her2guide.guide.voice import Voice
from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from her2guide.library.records import RedFlag, Urgency
from her2guide.model.answers import ContactDetails
from her2guide.model.profile import Profile
from her2guide.model.terms import Told


def _flag(entry: str, library: Library) -> Line:
    """Return the words of one sign. Facts in them always print: a sign is never hidden."""
    where = f"red_flags.toml: {entry}"
    voice = Voice(library, numbers=True, survival=False, where=where)
    match blocks(render(library.red_flag_words[entry].text, voice, {}, where), voice, where):
        case (Paragraph(text),):
            return text
    raise ContentError(where, problem="must be one line of words")


def _flags(library: Library, urgency: Urgency, *, core_only: bool = False) -> tuple[Line, ...]:
    def wanted(flag: RedFlag) -> bool:
        return flag.urgency is urgency and (flag.core or not core_only)

    return tuple(_flag(entry, library) for entry, flag in library.red_flags.items() if wanted(flag))


def signs(library: Library) -> tuple[Block, ...]:
    """Return the panel every side-effect page and page one carry: the 911 line, then the four signs."""
    return (
        Callout(line(library.word("signs.emergency")), (), Tone.CALL_NOW),
        Callout(
            line(library.word("signs.call-now")),
            _flags(library, Urgency.CALL_NOW, core_only=True),
            Tone.CALL_NOW,
        ),
    )


def all_signs(library: Library) -> tuple[Block, ...]:
    """Return every sign, the most urgent first."""
    return (
        Paragraph(line(library.word("signs.emergency-head"))),
        Bullets(_flags(library, Urgency.EMERGENCY)),
        Paragraph(line(library.word("signs.call-now"))),
        Bullets(_flags(library, Urgency.CALL_NOW)),
        Paragraph(line(library.word("signs.same-day"))),
        Bullets(_flags(library, Urgency.SAME_DAY)),
    )


def phones(contacts: ContactDetails, library: Library) -> tuple[Block, ...]:
    """Return the clinic's numbers; what is not known is a line to write on."""
    rows = [
        (line(library.word(f"phones.{key}")), typed(value) if value else ())
        for key in ("daytime_phone", "after_hours_phone")
        for value in [getattr(contacts, key)]
    ]
    rows += [
        (line(library.word(f"phones.{key}")), typed(value))
        for key in ("clinic_name", "infusion_day")
        if (value := getattr(contacts, key))
    ]
    return (Contacts(tuple(rows)),)


def what_to_say(profile: Profile, library: Library) -> tuple[Block, ...]:
    """Return the words for the phone: what the person takes, what they had that can inflame the lungs, or neither."""
    names = library.medicine_names
    taking = [names[medicine].name for medicine, word in profile.answers.medicines if word is Told.TAKING]
    had = [names[medicine].name for medicine in lung_medicines(profile, library.treatments, *HAVING_HAD)]
    said = []
    if taking:
        said.append(library.word("say.taking").format(medicine=joined(taking, library)))
    if lung_medicines(profile, library.treatments, Told.TAKING):
        said.append(library.word("say.told-to-call"))
    if had:
        said.append(library.word("say.had").format(medicine=joined(had, library)))
    if not said:
        said.append(library.word("say.which"))
    return (Callout(line(library.word("say.title")), tuple(line(text) for text in said)),)


def joined(names: list[str] | tuple[str, ...], library: Library) -> str:
    """Return names as a list in a sentence."""
    if len(names) < 2:
        return "".join(names)
    return library.word("list.and").format(first=", ".join(names[:-1]), last=names[-1])
