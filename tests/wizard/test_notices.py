"""What a reading tells beside its fields is said in the words of the language, not in those of the reader."""

import pytest

from her2guide.intake.notices import Notice
from her2guide.wizard.report_view import notice_words
from tests.wizard.visits import LIBRARY

HAVE_A_PAGE = {Notice.OTHER_PART, Notice.NOTHING}


@pytest.mark.parametrize("notice", [notice for notice in Notice if notice not in HAVE_A_PAGE])
def test_each_has_words_of_its_own_and_in_english_they_are_what_read_prints(notice: Notice) -> None:
    assert notice_words([notice.value], LIBRARY) == [LIBRARY.word(notice.key)] == [notice.value]


def test_what_has_a_page_of_its_own_is_not_told_twice() -> None:
    assert notice_words(sorted(HAVE_A_PAGE), LIBRARY) == []


def test_no_words_are_kept_for_a_notice_that_is_gone() -> None:
    kept = {key for key in LIBRARY.words if key.startswith("own-report-notice.")}
    assert kept == {notice.key for notice in Notice if notice not in HAVE_A_PAGE}
