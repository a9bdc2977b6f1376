"""The call-now signs, whom to call, and what to say. Nothing hides these."""

from collections.abc import Sequence

from her2guide.guide.document import Block, Callout, Contacts, Line, Tone, line, typed
from her2guide.guide.inline import inline
from her2guide.guide.plan import lung_medicines
from her2guide.library.library import Library
from her2guide.library.records import RedFlag, Urgency
from her2guide.model.answers import ContactDetails
from her2guide.model.profile import Profile
from her2guide.model.terms import HAVING_HAD, Reader, Told


def _flags(library: Library, urgency: Urgency, *, core_only: bool = False) -> tuple[tuple[str, Line], ...]:
    """Return the id and the words of the signs of one urgency."""

    def wanted(flag: RedFlag) -> bool:
        return flag.urgency is urgency and (flag.core or not core_only)

    found = (entry for entry, flag in library.red_flags.items() if wanted(flag))
    words = library.red_flag_words
    return tuple((entry, inline(words[entry].text, library, f"red_flags.toml: {entry}")) for entry in found)


def core_signs(library: Library) -> tuple[tuple[str, Line], ...]:
    """Return the id and the words of the four signs to call about."""
    return _flags(library, Urgency.CALL_NOW, core_only=True)


def _words(flags: tuple[tuple[str, Line], ...]) -> tuple[Line, ...]:
    return tuple(words for _, words in flags)


def signs(library: Library) -> tuple[Block, ...]:
    """Return the panel every side-effect page and page one carry: the 911 line, then the four signs."""
    return (
        Callout(line(library.word("signs.emergency")), (), Tone.CALL_NOW),
        Callout(
            line(library.word("signs.call-now")),
            _words(core_signs(library)),
            Tone.CALL_NOW,
        ),
    )


_LADDER = (
    (Urgency.EMERGENCY, "signs.emergency-head", Tone.EMERGENCY),
    (Urgency.CALL_NOW, "signs.call-now", Tone.CALL_NOW),
    (Urgency.SAME_DAY, "signs.same-day", Tone.NOTE),
)


def all_signs(library: Library) -> tuple[Callout, ...]:
    """Return every sign with its picture, as a ladder of three panels, the most urgent first."""
    return tuple(_rung(_flags(library, urgency), word, tone, library) for urgency, word, tone in _LADDER)


def _rung(flags: tuple[tuple[str, Line], ...], word: str, tone: Tone, library: Library) -> Callout:
    return Callout(line(library.word(word)), _words(flags), tone, tuple(sign for sign, _ in flags))


def phones(contacts: ContactDetails, library: Library) -> tuple[Contacts, ...]:
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
    """Return the words for the phone: what the person takes, what they had that can inflame the lungs, or neither.

    A caregiver's words speak of someone else.
    """
    form = "-caregiver" if profile.answers.reader is Reader.CAREGIVER else ""
    lungs_now = lung_medicines(profile, library.treatments, Told.TAKING)
    taking = [medicine for medicine, word in profile.answers.medicines if word is Told.TAKING]
    had = lung_medicines(profile, library.treatments, *HAVING_HAD)
    said = []
    if taking:
        said.append(library.say(f"say.taking{form}", medicine=_called(taking, library)))
    if lungs_now:
        said.append(library.word(f"say.told-to-call{form}"))
    if had:
        said.append(library.say(f"say.had{form}", medicine=_called(had, library)))
        if not lungs_now:
            said.append(library.word(f"say.later{form}"))
    if not said:
        said.append(library.word(f"say.which{form}"))
    return (Callout(line(library.word("say.title")), tuple(line(text) for text in said)),)


def full_name(medicine: str, library: Library) -> str:
    """Return what people call a medicine with its generic name, for names alone are mixed up."""
    name = library.medicine_names[medicine]
    if name.name.lower() == name.generic.lower():
        return name.name
    return library.say("told.medicine", name=name.name, generic=name.generic)


def _called(medicines: Sequence[str], library: Library) -> str:
    return joined([full_name(medicine, library) for medicine in medicines], library)


def joined(names: Sequence[str], library: Library, word: str = "and") -> str:
    """Return names as a list in a sentence, the last one after "and" or "or"."""
    if len(names) < 2:
        return "".join(names)
    return library.say(f"list.{word}", first=", ".join(names[:-1]), last=names[-1])
