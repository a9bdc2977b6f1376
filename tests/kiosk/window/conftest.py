"""The tests of a shared screen keep the rules of all tests of the window."""

from tests.ui.conftest import app, tidy

__all__ = ["app", "tidy"]
