"""The command `read`: JSON for every kind of report, and one plain line for whatever cannot be read."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from her2guide.cli import main
from her2guide.intake import limits, reader
from her2guide.intake.findings import ReportField
from tests.cli.test_schemas import READING
from tests.intake.fhir_records import bundle, fish, form, ihc, report
from tests.intake.made_files import REPORT, locked, packed, pdf, scan
from tests.intake.test_ccda import HARMFUL, HER2_IHC, TWO_PLUS, document, observation, section

Run = Callable[..., tuple[int, str, str]]
WORDS = "\n".join(REPORT)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command and return its code, output and errors."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        out, err = capfd.readouterr()
        return code, out, err

    return run


GOOD = {
    "report.txt": ("text", WORDS.encode()),
    "windows.txt": ("text", WORDS.replace("\n", "\r\n").encode("utf-16")),
    "report.pdf": ("pdf", pdf(REPORT)),
    "locked.pdf": ("pdf", locked(pdf(REPORT), "", 6)),
    "bundle.json": ("fhir", bundle(ihc(), fish()).encode()),
    "lines.ndjson": ("fhir", b"\n".join(json.dumps(each).encode() for each in (ihc(), fish()))),
    "attached.json": ("fhir", json.dumps(report(presentedForm=[form(pdf(REPORT), "application/pdf")])).encode()),
    "record.xml": ("ccda", document(section(observation(HER2_IHC, TWO_PLUS)))),
    "page.html": ("text", f"<html><body><pre>{WORDS}</pre></body></html>".encode()),
    "note.rtf": ("text", rb"{\rtf1\ansi Left breast.\par HER2 IHC: 2+ (equivocal)\par}"),
    "portal.zip": ("text", packed({"a.txt": WORDS})),
    "a pdf that is text.pdf": ("text", WORDS.encode()),
    "a text that is a pdf.txt": ("pdf", pdf(REPORT)),
    "no ending": ("text", WORDS.encode()),
}


@pytest.mark.parametrize("name", GOOD)
def test_each_kind_of_report_is_read(name: str, tmp_path: Path, run: Run) -> None:
    source, data = GOOD[name]
    (tmp_path / name).write_bytes(data)
    code, out, err = run("read", str(tmp_path / name))
    assert (code, err) == (0, "")
    found = json.loads(out)
    READING.validate(found)
    assert found["source"] == source
    assert list(found["chosen"]) == [field.value for field in ReportField]
    assert found["chosen"]["her2_ihc"]["value"] == "2+"
    assert "2+" in found["chosen"]["her2_ihc"]["quote"]
    assert found["chosen"]["is_breast"]["value"] is True


@pytest.mark.parametrize(
    "data",
    [scan(), b"Nothing of the kind.", packed({}), bundle().encode()],
    ids=["a scan", "other words", "an empty zip", "an empty bundle"],  # a scan has the time of its making in it
)
def test_a_report_that_says_nothing_is_blank_with_a_warning(data: bytes, tmp_path: Path, run: Run) -> None:
    (tmp_path / "x").write_bytes(data)
    code, out, err = run("read", str(tmp_path / "x"))
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert {finding["value"] for finding in found["chosen"].values()} == {None}
    assert found["warnings"]


def test_another_part_of_the_body_is_said_and_nothing_else_filled(tmp_path: Path, run: Run) -> None:
    (tmp_path / "x.txt").write_text("Stomach, biopsy: adenocarcinoma. HER2 IHC: 3+ (positive).")
    chosen = json.loads(run("read", str(tmp_path / "x.txt"))[1])["chosen"]
    assert chosen.pop("is_breast")["value"] is False
    assert {finding["value"] for finding in chosen.values()} == {None}


BAD = {
    "empty.txt": b"",
    "blank.pdf": b" \n\n ",
    "cut.pdf": pdf(REPORT)[:100],
    "a password.pdf": locked(pdf(REPORT), "secret", 6),
    "photo.jpg": b"\xff\xd8\xff\xe0" + b"\0" * 100,
    "letter.doc": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "letter.docx": packed({"[Content_Types].xml": "<x/>"}),
    "noise.txt": bytes(range(256)) * 40,
    "zeros.txt": bytes(1000),
    "answers.json": b'{"schema": 1, "her2": {"ihc": "3+"}}',
    "cut.json": bundle(ihc())[:-5].encode(),
    "deep.json": b"[" * 200_000 + b'"',
    "twice.json": b'{"resourceType": "Observation", "status": "final", "status": "final"}',
    "bomb.zip": packed({"a.txt": b"0" * 50_000_000}),
    "cut.zip": packed({"a.txt": WORDS})[:-20],
    "drawing.xml": b'<?xml version="1.0"?><svg/>',
    "large.txt": b"x" * (limits.MAX_FILE + 1),
    **{f"{kind}.xml": b'<?xml version="1.0"?>' + text.encode() for kind, text in HARMFUL.items() if "<?" not in text},
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_gets_one_line_that_names_the_file(name: str, tmp_path: Path, run: Run) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    code, out, err = run("read", str(tmp_path / name))
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert err.startswith(f"her2guide: {tmp_path / name}: ")
    assert "Traceback" not in err
    assert "Error" not in err


def test_a_file_that_is_not_there_or_a_folder_gets_one_line(tmp_path: Path, run: Run) -> None:
    for place in (tmp_path / "nobody.pdf", tmp_path, f"{tmp_path}/\0.pdf"):
        code, out, err = run("read", str(place))
        assert (code, out, err.count("\n")) == (2, "", 1)


def test_a_report_can_come_by_standard_input(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pdf(REPORT))))
    code, out, _ = run("read", "-")
    assert code == 0
    assert json.loads(out)["source"] == "pdf"
    monkeypatch.setattr("sys.stdin", None)
    code, out, err = run("read", "-")
    assert (code, out) == (2, "")
    assert "must hold the report" in err


def test_no_report_is_read_in_kiosk_mode(tmp_path: Path, run: Run) -> None:
    (tmp_path / "x.txt").write_text(WORDS)
    code, out, err = run("--mode", "kiosk", "read", str(tmp_path / "x.txt"))
    assert (code, out) == (2, "")
    assert "kiosk" in err


def test_what_is_quoted_cannot_reorder_what_is_read(tmp_path: Path, run: Run) -> None:
    record = json.dumps(ihc() | {"code": {**ihc()["code"], "text": "HER2 by IHC \u202e \ud800"}})
    (tmp_path / "x.json").write_text(record)
    code, out, _ = run("read", str(tmp_path / "x.json"))
    assert code == 0
    assert "\u202e" not in out
    assert "[U+202E]" in out


@pytest.mark.parametrize(
    "work",
    [
        "while True: pass",
        "x = [0] * 10**9",
        "import os; os._exit(7)",
        "print('no JSON')",
        "raise SystemExit(3)",
        "import sys\nwhile True: sys.stdout.write('x' * 10**6)",
    ],
)
def test_a_reader_that_runs_away_is_ended_and_becomes_one_line(
    work: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = "import sys; sys.path[:] = sys.argv[1:]\nfrom her2guide.intake import limits\nlimits.limit()"
    monkeypatch.setattr(reader, "_START", f"{start}\n{work}")
    monkeypatch.setattr(reader, "WAIT_SECONDS", 2.0)
    (tmp_path / "x.txt").write_text(WORDS)
    code, out, err = run("read", str(tmp_path / "x.txt"))
    assert (code, out) == (2, "")
    assert limits.TOO_MUCH in err


FENCED = {
    "network": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "name": "import socket; socket.getaddrinfo('example.org', 80)",
    "file": "open({place!r}, 'w')",
    "file by number": "import os; os.open({place!r}, os.O_WRONLY | os.O_TRUNC)",
    "program": "import subprocess; subprocess.run(['true'])",
    "shell": "import os; os.system('true')",
    "fork": "import os; os.fork()",
    "removal": "import os; os.remove({place!r})",
}


@pytest.mark.parametrize("kind", FENCED)
def test_the_reader_has_no_network_no_programs_and_writes_no_file(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "kept.txt"
    place.write_text("kept")
    act = FENCED[kind].format(place=str(place))
    monkeypatch.setattr(
        reader,
        "_START",
        "import sys; sys.path[:] = sys.argv[1:]\nfrom her2guide.intake import limits\nlimits.limit(); limits.fence()\n"
        f"try:\n    {act}\n    done = 'done'\nexcept PermissionError as error:\n    done = str(error)\n"
        "import json\nprint(json.dumps({'error': done}))",
    )
    with pytest.raises(reader.ReportError, match="uses no network, no other program, and writes no file"):
        reader.read_report(b"x")
    assert place.read_text() == "kept"


def test_a_report_in_words_needs_neither_guide_nor_pdf_nor_qt() -> None:
    code = "import sys; from her2guide.cli import main; main(['read', '-']);print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], input=WORDS, capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert loaded.isdisjoint(
        {"PySide6", "jinja2", "reportlab", "pypdf", "pikepdf", "msgspec", "defusedxml", "markdown_it"}
    )


def test_reading_leaves_nothing_half_written_behind() -> None:
    package = Path(reader.__file__).parent
    for _, data in GOOD.values():
        reader.read_report(data)
    assert [path.name for path in package.rglob("*") if path.suffix not in (".py", ".pyc", "")] == []
