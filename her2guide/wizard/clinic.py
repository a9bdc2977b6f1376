"""What a clinic's own file says of whom to call, for a person who typed nothing there."""

from dataclasses import fields, replace

from her2guide.model.answers import Answers, ContactDetails
from her2guide.settings import Site


def contacts_of(site: Site) -> ContactDetails:
    """Return whom to call as the clinic's file says it."""
    return ContactDetails(
        clinic_name=site.name or None,
        daytime_phone=site.daytime_phone or None,
        after_hours_phone=site.after_hours_phone or None,
    )


def with_contacts(answers: Answers, known: ContactDetails) -> Answers:
    """Return the answers with the clinic's own words where the person's are missing; theirs always win."""
    typed = answers.contacts
    found = {each.name: getattr(typed, each.name) or getattr(known, each.name) for each in fields(ContactDetails)}
    return replace(answers, contacts=ContactDetails(**found))
