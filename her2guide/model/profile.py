"""A person's answers and what they amount to. Everything that chooses what to show reads this."""

from dataclasses import dataclass

from her2guide.model.answers import Answers
from her2guide.model.derive import Notice, derive
from her2guide.model.her2 import classify, hormone_receptor, is_provisional
from her2guide.model.terms import Her2Category, HormoneReceptor


@dataclass(frozen=True, slots=True)
class Profile:
    """Answers after the derivations, what they amount to, and the notices the derivations left."""

    answers: Answers
    category: Her2Category
    provisional: bool
    hormone_receptor: HormoneReceptor
    notices: tuple[Notice, ...]


def profile(answers: Answers) -> Profile:
    """Return the profile of a person. Answers that disagree raise AnswersError (see `derive`)."""
    settled, notices = derive(answers)
    category = classify(settled.her2)
    return Profile(
        answers=settled,
        category=category,
        provisional=is_provisional(settled.her2, category),
        hormone_receptor=hormone_receptor(settled),
        notices=notices,
    )
