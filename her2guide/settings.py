"""What differs between a patient's own computer, a shared screen in a clinic and a counselor's desk.

A mode is a set of values, so no code asks which mode it is in; it asks for the value that it needs.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Mode(StrEnum):
    """Where the program runs."""

    HOME = "home"
    KIOSK = "kiosk"
    CONSULT = "consult"


class Pace(StrEnum):
    """How long a page may stand untouched: a question, something to read, a number to call, or nothing told yet."""

    QUESTION = "question"
    GUIDE = "guide"
    CALL = "call"
    FRESH = "fresh"


@dataclass(frozen=True, slots=True)
class Idle:
    """How long nobody may touch a shared screen, in seconds, before it asks who is there; then it counts down."""

    question: int = 90
    guide: int = 180
    call: int = 300
    countdown: int = 60

    def before_asking(self, pace: Pace) -> int:
        """Return how long a page may stand untouched."""
        match pace:
            case Pace.GUIDE:
                return self.guide
            case Pace.CALL:
                return self.call
            case _:
                return self.question


@dataclass(frozen=True, slots=True)
class Site:
    """What a clinic says of itself. Empty where it says nothing."""

    name: str = ""
    logo: str = ""  # an absolute path of a picture
    daytime_phone: str = ""
    after_hours_phone: str = ""
    printer: str = ""  # a queue of the system; the system's own choice where it is empty
    pin_hash: str = ""  # how staff leave a shared screen; nobody can where it is empty
    words: str = ""  # an absolute path of a folder with the clinic's own words


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of one mode, perhaps narrowed by a clinic's file."""

    mode: Mode = Mode.HOME
    files: bool = True  # whether files of this computer are opened and saved
    length: Literal["short", "full"] = "full"  # of the guide on paper, where nobody chooses
    text_step: int = 100  # percent of the ordinary text size
    idle: Idle | None = None  # no end of a session by itself where there is none
    locked: bool = False  # full screen, no way out but the staff's, the process ends with the session
    touch: bool = False  # wide targets and a keyboard on the screen
    discreet: bool = False  # the result's heading and word can be read only from near
    asks_income: bool = True  # whether household, income and work may be asked
    read_aloud: bool = True  # offered where the computer can
    counselor: bool = False  # whether a window for a counselor opens beside
    lock_after: int | None = None  # seconds until a counselor's own window is covered
    reads_site: bool = True  # whether the clinic's files are read where no command names one
    remembers_look: bool = True  # whether a person may have text size and colors remembered on this computer
    languages: tuple[str, ...] = ()  # offered; all that are published where it is empty
    site: Site = Site()
    problems: tuple[str, ...] = ()  # plain lines for staff: what is wrong with the clinic's file, which was not used


HOME = Settings(reads_site=False)
KIOSK = Settings(
    Mode.KIOSK,
    files=False,
    length="short",
    text_step=130,
    idle=Idle(),
    locked=True,
    touch=True,
    discreet=True,
    asks_income=False,
    remembers_look=False,
)
CONSULT = Settings(Mode.CONSULT, counselor=True, lock_after=300, remembers_look=False)

PRESETS = {Mode.HOME: HOME, Mode.KIOSK: KIOSK, Mode.CONSULT: CONSULT}
