"""What a reading tells beside its fields: that something was left out, or could not be read.

A member's value is the line that `read` prints. A window says it in its own words, `own-report-notice` in `ui.toml`.
"""

from enum import StrEnum


class Notice(StrEnum):
    """One plain sentence each. They repeat nothing of the report."""

    OTHER_PART = (
        "This report seems to be about another part of the body than the breast. Nothing was filled in from it."
    )
    MORE_THAN_ONE = (
        "The report says more than one thing in some places. Those are left blank, and all results are shown."
    )
    NOTHING = "No HER2 or hormone receptor result was found in this report."
    MANY_PEOPLE = "The file holds records of more than one person, so nothing was filled in. Choose a file of your own."
    TOO_LONG = "This text is too long to be one report. Choose the pages of the pathology report alone."
    NOT_FINAL = "A result that is not final yet was left out. Ask for the final report."
    OTHER_ORGAN = "A result was left out: it seems to be about another part of the body than the breast."
    IN_BLOOD = "A HER2 result from blood or from reading genes was left out: it is not the test of the tumor tissue."
    NAME_DIFFERS = "A coded result was left out: its code and its name do not say the same. Please look in the report."
    NO_NAME = "A coded result was left out: it has a code but no name to check it by. Please look in the report."
    NOT_A_CODE = "A coded result was left out: its code is not one of the system it names. Please look in the report."
    NOT_CLEAR = "A coded result was left out: its answer could not be understood. Please look in the report."
    ANSWER_DIFFERS = "A coded result was left out: the code of its answer and its words do not say the same."
    TWO_ANSWERS = "A coded result was left out: it holds more than one answer."
    NOT_HERE = "A report is attached by a link and is not in the file. Save it from the portal and choose that."
    NOT_READ = "An attached report could not be read. Open it in the portal, and type in what it says."
    NO_WORDS = (
        "The PDF holds pictures of pages and no words, as a scan does, so nothing was read from it."
        " Please type in what the report says."
    )
    SOME_WORDS = "Some pages of the PDF are pictures without words and were not read. Please look at them yourself."
    INNER_ZIP = "A zip file inside the zip file was not opened. Unpack it and choose the report itself."
    TOO_LARGE = "A file in the zip is too large for a report and was not read."
    FILE_NOT_READ = "A file in the zip could not be read. Open it yourself, and type in what it says."
    LOCKED = "A file in the zip is locked with a password and was not read."

    @property
    def key(self) -> str:
        """The key of the window's own words for it."""
        return "own-report-notice." + self.name.lower().replace("_", "-")
