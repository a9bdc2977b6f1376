"""A clinician's signature stands for the very words that were read, and for nothing else."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from her2guide.check import findings
from her2guide.guide.review import last_checked, review_state
from her2guide.library import signing
from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from tests.copied import content_copy, edit

LUNGS = "resources/locales/en/sections/lungs.md"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return content_copy(tmp_path)


def sign(root: Path, names: Iterator[str] | None = None) -> None:
    """Sign every text of a copy, each by the next of `names`."""
    library, reviews = Library(root=root), []
    for page in tuple(library.files()):
        lines = f'reviewed_by = "{name_from(names)}"\nreviewed_on = 2026-11-24\n'
        lines += f'reviewed_mark = "{signing.page_mark(page, library)}"\n'
        edit(root.parent / page.file, lambda text, lines=lines: text.replace('reviewed_by = ""\n', lines, 1))
    for path in signing.word_files(library.folder):
        name, mark = signing.file_name(path, library), signing.file_mark(path)
        reviews.append(f'["{name}"]\nreviewed_by = "{name_from(names)}"\nreviewed_on = 2026-11-24\n')
        reviews.append(f'reviewed_mark = "{mark}"\n\n')
    (library.folder / signing.REVIEWS).write_text("".join(reviews), encoding="utf-8")


def name_from(names: Iterator[str] | None) -> str:
    return next(names) if names else "Dr. Hill"


def kinds(library: Library) -> dict[str, set[str]]:
    """Return the files of each finding about signatures."""
    found: dict[str, set[str]] = {"unsigned": set(), "signature-void": set()}
    for item in findings(library, None):
        if item.kind in found:
            found[item.kind].add(item.id)
    return found


def test_until_all_is_signed_the_guide_says_that_no_clinician_has_reviewed_it(copy: Path) -> None:
    assert Library(root=copy).reviewed_by is None
    sign(copy)
    assert Library(root=copy).reviewed_by == "Dr. Hill"
    assert kinds(Library(root=copy)) == {"unsigned": set(), "signature-void": set()}
    assert last_checked(Library(root=copy)).endswith("Reviewed by Dr. Hill.")
    (copy / "locales/en/reviews.toml").unlink()
    assert review_state(Library(root=copy)) == "Not yet reviewed by a clinician."


def test_each_clinician_is_named_once(copy: Path) -> None:
    sign(copy, iter(["Dr. Hill", "Dr. Lake"] * 200))
    assert Library(root=copy).reviewed_by == "Dr. Hill, Dr. Lake"


CHANGES = {
    "a sentence": (LUNGS, lambda text: text.replace("Call at any hour", "Call at some hour"), {LUNGS}),
    "a title": (LUNGS, lambda text: text.replace('title = "', 'title = "My '), {LUNGS}),
    "a file of words": (
        "resources/locales/en/red_flags.toml",
        lambda text: text.replace("worse cough", "worse sneeze"),
        {"resources/locales/en/red_flags.toml"},
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_voids_the_signature_of_what_was_read_and_no_other(copy: Path, change: str) -> None:
    sign(copy)
    file, edited, void = CHANGES[change]
    edit(copy.parent / file, edited)
    library = Library(root=copy)
    assert kinds(library) == {"unsigned": set(), "signature-void": void}
    assert library.reviewed_by is None


def test_a_part_or_a_meaning_that_changes_voids_every_page_that_shows_it(copy: Path) -> None:
    sign(copy)
    edit(copy / "locales/en/parts/enhertu-risks.md", lambda text: text + "One more risk.\n")
    library = Library(root=copy)
    with_part = {page.file for page in library.files() if "@enhertu-risks" in page.body.splitlines()}
    assert with_part
    assert kinds(library)["signature-void"] == {*with_part, "resources/locales/en/parts/enhertu-risks.md"}


def test_a_fact_that_changes_voids_every_page_that_may_print_it(copy: Path) -> None:
    sign(copy)
    old = '["enh.ild.pool984.any"]\nvalue = "12"'
    edit(copy / "content/facts/medicines.toml", lambda text: text.replace(old, old.replace("12", "13")))
    library = Library(root=copy)
    printing = {page.file for page in library.files() if 'fact("enh.ild.pool984.any")' in page.body}
    assert LUNGS in printing
    assert kinds(library) == {"unsigned": set(), "signature-void": printing}


def test_a_new_date_of_checking_leaves_a_signature_as_it_is(copy: Path) -> None:
    sign(copy)
    edit(copy.parent / LUNGS, lambda text: text.replace("due = 2027-11-23", "due = 2027-11-22"))
    assert Library(root=copy).reviewed_by == "Dr. Hill"


def test_one_signature_does_not_sign_everything(copy: Path) -> None:
    page = next(page for page in Library(root=copy).files() if page.file == LUNGS)
    mark = signing.page_mark(page, Library(root=copy))
    edit(
        copy.parent / LUNGS,
        lambda text: text.replace('reviewed_by = ""', f'reviewed_by = "Dr. Hill"\nreviewed_mark = "{mark}"'),
    )
    library = Library(root=copy)
    assert LUNGS not in kinds(library)["unsigned"]
    assert library.reviewed_by is None


def test_a_signature_for_a_file_that_is_not_there_is_refused_by_name(copy: Path) -> None:
    text = '["aks.toml"]\nreviewed_by = "Dr. Hill"\nreviewed_on = 2026-11-24\nreviewed_mark = "0"\n'
    (copy / "locales/en/reviews.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"reviews\.toml: aks\.toml: is not a file of words"):
        Library(root=copy).load_all()


def test_the_list_of_what_to_sign_gives_the_mark_to_write_down() -> None:
    library = Library()
    unsigned = [item for item in findings(library, date(2026, 11, 24)) if item.kind == "unsigned"]
    pages = {page.file: signing.page_mark(page, library) for page in library.files()}
    assert len(unsigned) == len(pages) + len(signing.word_files(library.folder))
    for item in unsigned:
        if item.id in pages:
            assert item.text.endswith(f"the mark is {pages[item.id]}")
