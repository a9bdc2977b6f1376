"""Everything a person presses or types into."""

from her2guide.ui.answers import AnswerGroup, AnswerRow, Choice
from her2guide.ui.buttons import BarButton, Button, CallButton, PrimaryButton, QuietButton, SecondaryButton
from her2guide.ui.fields import ErrorSummary, Field

__all__ = [
    "AnswerGroup",
    "AnswerRow",
    "BarButton",
    "Button",
    "CallButton",
    "Choice",
    "ErrorSummary",
    "Field",
    "PrimaryButton",
    "QuietButton",
    "SecondaryButton",
]
