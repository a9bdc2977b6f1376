"""The lung card to carry, and the sheet of the diary.

The front is for the person: the medicine, the signs, whom to call. The back is for an emergency room that does not
know the medicine. A medicine is said to be taken only when the person said so. Once it is over, the line for the day
of infusions asks for the last one: lung trouble can come after it.
"""

from her2guide.guide.document import Block, Bullets, Callout, Card, Contacts, Diary, Face, Line, Paragraph, line, typed
from her2guide.guide.inline import inline
from her2guide.guide.plan import lung_medicines
from her2guide.guide.signs import core_signs, full_name, joined
from her2guide.library.library import Library
from her2guide.model.answers import ContactDetails
from her2guide.model.profile import Profile
from her2guide.model.terms import HAVING_HAD, Told

_MOST = 24  # characters that stand on one line of the card behind a label
_LATIN = 0x250  # from here on letters take more room, or paper has no shape for them
_DAYS = 14
_NOTED = ("date", "temperature", "cough", "breath", "stomach", "mouth", "bowels", "tired", "other")

Row = tuple[Line, Line]


def lung_card(profile: Profile, library: Library) -> tuple[Block, ...]:
    """Return the card, and a word on what was typed and is too long for it."""
    taking = lung_medicines(profile, library.treatments, Told.TAKING)
    had = lung_medicines(profile, library.treatments, *HAVING_HAD)
    contacts = profile.answers.contacts
    card = Card(_front(taking, had, contacts, library), _back(taking, had, contacts, library))
    typed_in = (contacts.clinic_name, contacts.daytime_phone, contacts.after_hours_phone, contacts.infusion_day)
    if all(_fits(text) for text in typed_in if text):
        return (card,)
    return (card, Callout(line(library.word("card.too-long"))))


def diary_sheet(library: Library) -> tuple[Block, ...]:
    """Return the sheet for two weeks."""
    return (Diary(tuple(line(library.word(f"diary.{key}")) for key in _NOTED), _DAYS),)


def _front(taking: tuple[str, ...], had: tuple[str, ...], contacts: ContactDetails, library: Library) -> Face:
    short = len(taking) + len(had) > 1  # full names stand on the back
    names = [(key, _names(found, library, short=short)) for key, found in (("taking", taking), ("had", had)) if found]
    medicine = tuple(Paragraph(_say(f"card.{key}", library, medicines=said)) for key, said in names)
    blank: tuple[Row, ...] = () if names else ((line(library.word("card.medicine")), ()),)
    over = bool(had) and not taking and not contacts.infusion_day
    infusion_day = (line(library.word("card.last")), ()) if over else _row("infusion_day", contacts, library)
    return Face(
        line(library.word("card.front")),
        (
            *medicine,
            Contacts((*blank, infusion_day)),
            Paragraph(line(library.word("signs.emergency"))),
            Paragraph(_say("card.call", library)),
            Bullets(tuple(words for _, words in core_signs(library))),
            Contacts((_row("daytime_phone", contacts, library), _row("after_hours_phone", contacts, library))),
        ),
    )


def _back(taking: tuple[str, ...], had: tuple[str, ...], contacts: ContactDetails, library: Library) -> Face:
    named = (*taking, *had)
    sentences = [
        library.say(f"card.{key}", medicines=_names(found, library))
        for key, found in (("takes", taking), ("took", had))
        if found
    ]
    if not named:
        every = [full_name(medicine, library) for medicine, item in library.treatments.items() if item.lungs]
        sentences.append(library.say("card.unnamed", medicines=joined(every, library, "or")))
    sentences.append(library.word("card.lungs"))
    if any(library.treatments[medicine].boxed_warning for medicine in named):
        sentences.append(library.word("card.boxed"))
    others = [library.word(f"card.not-same.{medicine}") for medicine in taking or had or ("unnamed",)]
    return Face(
        line(library.word("card.back")),
        (
            Paragraph(inline(" ".join(sentences), library, "ui.toml: card")),
            Paragraph(_say("card.please", library)),
            Paragraph(line(" ".join(others))),
            Contacts((_row("clinic_name", contacts, library),)),
        ),
    )


def _names(medicines: tuple[str, ...], library: Library, *, short: bool = False) -> str:
    return joined(
        [library.medicine_names[each].name if short else full_name(each, library) for each in medicines], library
    )


def _say(key: str, library: Library, **values: str) -> Line:
    return inline(library.say(key, **values), library, f"ui.toml: {key}")


def _row(key: str, contacts: ContactDetails, library: Library) -> Row:
    """Return a label with what was typed, or with a line to write on where that is nothing or does not fit."""
    text = getattr(contacts, key)
    return line(library.word(f"phones.{key}")), typed(text) if text and _fits(text) else ()


def _fits(text: str) -> bool:
    return len(text) <= _MOST and text.isprintable() and all(ord(each) < _LATIN for each in text)
