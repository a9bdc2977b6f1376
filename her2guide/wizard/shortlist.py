"""Which medicines stand first on the medicine page."""

from her2guide.library.library import Library
from her2guide.model.profile import Profile
from her2guide.model.terms import Her2Category

_AIMED_AT = (Her2Category.POSITIVE, Her2Category.EQUIVOCAL, Her2Category.CONFLICT, Her2Category.UNKNOWN)


def medicines_first(person: Profile, library: Library) -> frozenset[str]:
    """Return the medicines that matter most to ask this person about.

    Those that can inflame the lungs are always there, whatever the result: knowing of them decides which safety page
    comes first. Those that aim at HER2 are there when the result is positive or may still turn out so.
    """
    her2 = person.provisional or person.category in _AIMED_AT
    treatments = library.treatments.items()
    return frozenset(name for name, item in treatments if item.lungs or (her2 and item.target == "HER2"))
