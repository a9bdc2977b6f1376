"""The steps that treatment often takes, and their words."""

from typing import TYPE_CHECKING

from her2guide.library.records import Record, When

if TYPE_CHECKING:
    from her2guide.model.steps import StepRule


class Step(Record, frozen=True, kw_only=True):
    """One step that treatment often takes; content/steps.toml says how it is read."""

    medicines: tuple[str, ...] = ()
    had: tuple[When, ...] = ()
    here: tuple[When, ...] = ()
    unless: tuple[When, ...] = ()

    def rule(self, name: str) -> "StepRule":
        """Return the same step for the rules in `model`."""
        from her2guide.model.logic import Condition
        from her2guide.model.steps import StepRule

        had, here = ([when.condition() for when in listed] for listed in (self.had, self.here))
        if self.medicines:
            taking = tuple(f"taking-{medicine}" for medicine in self.medicines)
            had.append(Condition("", any=(*taking, *(f"had-{medicine}" for medicine in self.medicines))))
            here.append(Condition("", any=taking))
        return StepRule(name, tuple(had), tuple(here), tuple(when.condition() for when in self.unless))


class StepWords(Record, frozen=True, kw_only=True):
    """What a step is called, a few words beside it, and what to ask where it may not be known whether it was had."""

    name: str
    about: str
    ask: str = ""
