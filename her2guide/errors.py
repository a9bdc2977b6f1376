"""Errors of use: what a person asked for that cannot be done as asked."""


class UsageError(Exception):
    """A command that cannot be carried out as given. `str()` is one plain line."""
