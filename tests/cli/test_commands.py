"""The commands of the contract, called as a clinic would."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from her2guide import __version__, readers
from her2guide.app import Opening
from her2guide.check import Report
from her2guide.cli import main
from her2guide.guide.document import Paragraph, Section, line
from her2guide.library.freshness import newest_review
from her2guide.library.library import Library
from her2guide.reading_level import reading_levels
from her2guide.settings import KIOSK

TODAY = ["--today", "2026-11-23"]
GOOD: dict[str, Any] = {
    "schema": 1,
    "her2": {"ihc": "2+", "ish": "pending"},
    "questions": ["Why {{ me }} <b>?"],
}


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    return path


@pytest.fixture(autouse=True, scope="module")
def _pages_are_made_once() -> Iterator[None]:
    """Keep the pages that the check reads: nothing that these tests ask for makes a difference to them."""
    library = Library()
    with pytest.MonkeyPatch.context() as patch:
        made = cache(readers.pages)
        patch.setattr(readers, "pages", lambda *_: made(library, newest_review(library)))
        yield


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def lines(capfd: pytest.CaptureFixture[str]) -> list[Any]:
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def test_version_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capfd.readouterr().out == f"her2guide {__version__}\n"


@pytest.fixture
def openings(monkeypatch: pytest.MonkeyPatch) -> list[Opening]:
    """The windows that were opened; none is shown."""
    found: list[Opening] = []
    monkeypatch.setattr("her2guide.app.run", lambda _, opening, *_more: found.append(opening) or 0)
    monkeypatch.setattr("her2guide.kiosk.hardening.harden", lambda: None)  # this process goes on after it
    monkeypatch.setattr("her2guide.kiosk.hardening.runtime_folder", lambda: None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return found


def test_no_command_opens_the_window(openings: list[Opening]) -> None:
    assert main([]) == 0
    assert main(["--mode", "kiosk", "--language", "en"]) == 0
    assert openings == [Opening("en"), Opening("en", settings=KIOSK)]


def test_an_answers_file_alone_opens_the_window_with_its_answers(good: Path, openings: list[Opening]) -> None:
    assert main([str(good)]) == 0
    assert openings[0].answers is not None
    assert openings[0].answers.questions == ("Why {{ me }} <b>?",)


def test_without_a_display_the_window_says_so_in_one_line(
    good: Path, openings: list[Opening], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    for arguments in ([], [str(good)], ["--mode", "kiosk"]):
        assert main(arguments) == 2
        assert capfd.readouterr().err == (
            "her2guide: there is no display to show the window on (on Linux, DISPLAY or WAYLAND_DISPLAY names it)\n"
        )
    assert openings == []


@pytest.mark.parametrize("ending", ["pdf", "txt", "json", "html"])
def test_the_ending_of_out_chooses_the_format(good: Path, ending: str) -> None:
    out = good.with_name(f"guide.{ending}")
    assert main(["export", str(good), "-o", str(out), *TODAY]) == 0
    start = {"pdf": b"%PDF-", "txt": b"My guide", "json": b"{", "html": b"<!doctype html>"}[ending]
    assert out.read_bytes().startswith(start)


@pytest.mark.parametrize("ending", ["pdf", "txt", "json", "html"])
def test_the_same_answers_and_day_give_the_same_bytes(good: Path, ending: str) -> None:
    first, second = good.with_name(f"a.{ending}"), good.with_name(f"b.{ending}")
    for out in (first, second):
        assert main(["export", str(good), "-o", str(out), *TODAY]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_format_wins_over_the_ending(good: Path) -> None:
    out = good.with_name("guide.pdf")
    assert main(["export", str(good), "-o", str(out), "--format", "txt", *TODAY]) == 0
    assert out.read_bytes().startswith(b"My guide")


def test_a_dash_reads_standard_input_and_writes_standard_output(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, json.dumps(GOOD).encode())
    assert main(["export", "-", "-o", "-", "--format", "json", *TODAY]) == 0
    assert json.loads(capfd.readouterr().out)["schema"] == 1


def test_a_byte_order_mark_is_no_problem(good: Path) -> None:
    good.write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    assert main(["export", str(good), "-o", str(good.with_name("guide.txt")), *TODAY]) == 0


def test_what_a_person_typed_comes_out_as_typed(good: Path) -> None:
    out = good.with_name("guide.txt")
    assert main(["export", str(good), "-o", str(out), *TODAY]) == 0
    assert "Why {{ me }} <b>?" in out.read_text(encoding="utf-8")


def test_a_guide_is_readable_by_its_owner_alone(good: Path) -> None:
    out = good.with_name("guide.txt")
    assert main(["export", str(good), "-o", str(out), *TODAY]) == 0
    assert out.stat().st_mode & 0o077 == 0


def test_explain_has_the_shape_of_the_contract(good: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(good), *TODAY]) == 0
    found = json.loads(capfd.readouterr().out)
    assert list(found) == [
        "schema", "her2", "hormone_receptor", "topics", "programs", "sections", "red_flags", "facts_used",
        "warnings", "content",
    ]  # fmt: skip
    assert found["her2"] == {"category": "equivocal", "provisional": True}
    assert [topic["id"] for topic in found["topics"]] == list(Library().topics)
    assert set(found["topics"][0]) == {"id", "treatment", "relevance", "conditions", "told"}
    assert found["content"]["stale"] == []
    assert "what-to-find-out-first" in found["sections"]


def test_explain_and_the_document_list_the_same_sections(good: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(good), *TODAY]) == 0
    explained = json.loads(capfd.readouterr().out)["sections"]
    assert main(["export", str(good), "-o", "-", "--format", "json", *TODAY]) == 0
    assert [section["id"] for section in json.loads(capfd.readouterr().out)["sections"]] == explained


def test_explain_answers_each_line_of_ndjson(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "many.ndjson"
    path.write_text('{"schema": 1}\n\n{"schema": 1, "her2": {"ihc": "3+"}}\r\n{"schema": 1}', encoding="utf-8")
    assert main(["explain", str(path), *TODAY]) == 0
    assert [found["her2"]["category"] for found in lines(capfd)] == ["unknown", "positive", "unknown"]


def test_a_bad_line_is_named_by_number_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    long = b'{"schema": 1, "other_medicines": "' + b"x" * (1024 * 1024) + b'"}'
    feed(monkeypatch, b"\n".join([b'{"schema": 1}', b"", b'{"schema": 2}', long, b"{", b'{"schema": 1}']))
    assert main(["explain", "-", "--ndjson", *TODAY]) == 1
    first, second, third, fourth, last = lines(capfd)
    assert "error" not in first
    assert second == {"line": 3, "error": "schema: must be there once, as the number 1"}
    assert third == {"line": 4, "error": "file: must be at most 1 MiB"}
    assert fourth["line"] == 5
    assert last["schema"] == 1


def test_check_reads_everything_and_lists_what_is_unsigned(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json"]) == 1
    findings = json.loads(capfd.readouterr().out)["findings"]
    unsigned = [item["id"] for item in findings if item["kind"] == "unsigned"]
    assert {page.file for page in Library().files()} <= set(unsigned)
    assert not [item for item in findings if item["kind"] == "stale"]


def test_check_with_a_day_says_what_is_past_it(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", "--today", "2040-01-01"]) == 1
    findings = json.loads(capfd.readouterr().out)["findings"]
    assert len([item for item in findings if item["kind"] == "stale"]) > 100


def test_check_exits_0_only_when_there_is_nothing_to_do(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    about = [Section("about", "About", (Paragraph(line("Call your team.")),))]
    nothing = Report((), reading_levels(about, Library()))
    monkeypatch.setattr("her2guide.commands.content_check.examine", lambda *_: nothing)
    assert main(["check", "--release"]) == 0
    assert "0 findings" in capfd.readouterr().out


def test_a_release_fails_while_anything_is_open(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--release", "--today", "2026-11-23"]) == 1
    assert "unsigned: " in capfd.readouterr().out


def test_a_full_standard_output_gives_code_3(good: Path) -> None:
    with Path(os.devnull).open("rb") as nothing, Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "her2guide", "export", str(good), "-o", "-", "--format", "txt", *TODAY],
            stdin=nothing,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            text=True,
        )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "standard output" in done.stderr


def test_the_program_starts_without_the_heavy_libraries() -> None:
    code = (
        "import sys; from her2guide.cli import main; main(['nobody.json']);"
        "heavy = {'reportlab', 'jinja2', 'markdown_it', 'pypdf', 'cryptography', 'PySide6', 'pyphen'};"
        "heavy &= set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_character_that_paper_lacks_is_told_without_repeating_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({"schema": 1, "questions": ["你好?", "Ça va?"]}), encoding="utf-8")
    assert main(["export", str(path), "-o", str(tmp_path / "guide.pdf"), *TODAY]) == 0
    err = capfd.readouterr().err
    assert err.count("\n") == 1
    assert "guide.pdf: 2 characters cannot be drawn on paper" in err
    assert "as typed" in err
    assert "你" not in err
    assert main(["export", str(path), "-o", str(tmp_path / "guide.txt"), *TODAY]) == 0
    assert capfd.readouterr().err == ""
    assert "你好?" in (tmp_path / "guide.txt").read_text(encoding="utf-8")


def test_paper_and_large_print_reach_the_pdf(good: Path) -> None:
    sizes = {}
    for name, options in {"letter": [], "a4": ["--paper", "a4"], "large": ["--large-print"]}.items():
        out = good.with_name(f"{name}.PDF")
        assert main(["export", str(good), "-o", str(out), *options, *TODAY]) == 0
        reader = PdfReader(out)
        sizes[name] = (round(reader.pages[0].mediabox.width), len(reader.pages))
    assert sizes["letter"][0] == sizes["large"][0] == 612
    assert sizes["a4"][0] == 595
    assert sizes["large"][1] > sizes["letter"][1]


def test_a_disk_that_cannot_promise_is_told_of_and_the_guide_is_there(
    good: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("her2guide.commands.write_atomically", lambda path, _: f"{path}: may be lost")
    assert main(["export", str(good), "-o", str(good.with_name("guide.txt")), *TODAY]) == 0
    assert capfd.readouterr().err.endswith("guide.txt: may be lost\n")


def test_the_answers_file_is_never_replaced_by_its_guide(good: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = good.read_bytes()
    link = good.with_name("same.json")
    link.symlink_to(good)
    for out in (good, link):
        assert main(["export", str(good), "-o", str(out), *TODAY]) == 2
        assert "is the answers file itself" in capfd.readouterr().err
    assert good.read_bytes() == before


def test_the_commands_language_wins_over_the_answers(good: Path, capfd: pytest.CaptureFixture[str]) -> None:
    good.write_text(json.dumps({"schema": 1, "language": "en"}), encoding="utf-8")
    assert main(["export", str(good), "-o", "-", "--format", "txt", "--language", "xx", *TODAY]) == 2
    assert "must be a published one: en" in capfd.readouterr().err


def test_without_a_day_the_guide_is_of_today(good: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = date.today()
    assert main(["export", str(good), "-o", "-", "--format", "json"]) == 0
    used = date.fromisoformat(json.loads(capfd.readouterr().out)["today"])
    assert before <= used <= date.today()  # as the program, also while midnight passes


def test_a_release_looks_at_the_calendar_by_itself(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = []
    monkeypatch.setattr("her2guide.check.stale", lambda _, today: asked.append(today) or ())
    before = date.today()
    main(["check", "--release"])
    main(["check"])
    (used,) = asked
    assert before <= used <= date.today()  # as the program, also while midnight passes
    capfd.readouterr()


def test_a_reader_who_leaves_early_is_no_crash() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "her2guide", "check"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert "Traceback" not in running.stderr.read()


def test_the_short_guide_is_two_pages_of_paper_and_the_same_words_as_text(good: Path, tmp_path: Path) -> None:
    for paper in ("letter", "a4"):
        made = tmp_path / f"{paper}.pdf"
        assert main(["export", str(good), "-o", str(made), "--length", "short", "--paper", paper, *TODAY]) == 0
        assert len(PdfReader(made).pages) == 2
    texts = []
    for kind in ("txt", "json"):
        made = tmp_path / f"guide.{kind}"
        assert main(["export", str(good), "-o", str(made), "--length", "short", *TODAY]) == 0
        texts.append(made.read_text(encoding="utf-8"))
    assert [section["id"] for section in json.loads(texts[1])["sections"]] == ["your-result", "questions"]
    for block in json.loads(texts[1])["sections"][1]["blocks"]:
        for words in (block.get("text", ""), *block.get("items", ())):
            assert words in texts[0]


WORD = "sesame é"


def test_with_a_password_the_pdf_opens_with_it_alone(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, f"{WORD}\r\nmore\n".encode())
    made = tmp_path / "guide.pdf"
    assert main(["export", str(good), "-o", str(made), "--password-stdin", "--length", "short", *TODAY]) == 0
    assert capfd.readouterr() == ("", "")
    with pikepdf.open(made, password=WORD) as file:
        assert len(file.pages) == 2
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(made)


@pytest.mark.parametrize("typed", [b"", b"\n", b"\r\nsesame\n", b"\xff\n", b"x" * 128, b"a\x00b\n"])
def test_a_password_that_cannot_be_is_refused_in_one_line_and_not_repeated(
    typed: bytes, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, typed)
    made = tmp_path / "guide.pdf"
    assert main(["export", str(good), "-o", str(made), "--password-stdin", *TODAY]) == 2
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("her2guide: --password-stdin: the first line of standard input ")
    assert "sesame" not in err
    assert "xx" not in err
    assert not made.exists()
