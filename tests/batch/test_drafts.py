"""From a folder of FHIR files come drafts, each value with its lines; nobody's guide is made of one."""

import json
from pathlib import Path

import pytest

from her2guide.batch.drafts import draft_of
from her2guide.cli import main
from her2guide.model.answers_json import answers_from_json, quotes_of
from her2guide.model.errors import AnswersError
from her2guide.model.terms import IhcScore, IshResult
from tests.batch.people import CANARY, TODAY, batch
from tests.intake import fhir_records as fhir

LANGUAGES = ("en",)


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "a.json").write_text(fhir.bundle(fhir.ihc(), fhir.fish()))
    (folder / "b.json").write_text(f'{{"{CANARY}": ')
    (folder / "c.json").write_text(json.dumps({"resourceType": "Patient", "name": [{"text": CANARY}]}))
    (folder / "notes.txt").write_text("HER2 IHC 3+")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_each_record_becomes_a_draft_with_quotes_and_no_document(
    records: Path, out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert batch(records, out) == 1
    assert [each.name for each in out.iterdir()] == ["a.json"]
    data = (out / "a.json").read_bytes()
    whole = json.loads(data)
    assert (whole["schema"], whole["confirmed"]) == (1, False)
    assert whole["her2"]["ihc"] == "2+"
    assert whole["her2"]["ish"] == "not_amplified"
    assert all("HER2" in line or "ERBB2" in line for line in whole["quotes"]["her2.ihc"])
    answers = answers_from_json(data, languages=LANGUAGES)
    assert (answers.her2.ihc, answers.her2.ish) == (IhcScore.TWO_PLUS, IshResult.NOT_AMPLIFIED)
    assert quotes_of(data, languages=LANGUAGES)["her2.ihc"] == tuple(whole["quotes"]["her2.ihc"])
    told = capfd.readouterr().err.splitlines()
    assert [line.split(":")[1].strip() for line in told[:-1]] == ["b.json", "c.json"]
    assert told[-1] == "her2guide: 1 drafts made, 0 kept, 2 refused"
    assert CANARY not in " ".join(told)


def test_no_guide_is_made_of_a_draft(
    records: Path, out: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    batch(records, out)
    assert main(["export", str(out / "a.json"), "-o", str(tmp_path / "guide.txt"), *TODAY]) == 2
    assert "confirmed: is false" in capfd.readouterr().err
    assert not (tmp_path / "guide.txt").exists()
    line = json.dumps(json.loads((out / "a.json").read_text()))
    (tmp_path / "in.ndjson").write_text(line)
    (tmp_path / "guides").mkdir()
    assert batch(tmp_path / "in.ndjson", tmp_path / "guides") == 2
    assert list((tmp_path / "guides").iterdir()) == []


def test_a_draft_that_is_there_is_not_written_over(records: Path, out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (out / "a.json").write_text(CANARY)
    assert batch(records, out) == 1
    assert (out / "a.json").read_text() == CANARY
    assert "a.json: is there already and is not written over" in capfd.readouterr().err


def test_the_records_are_not_written_over_either(records: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = (records / "a.json").read_bytes()
    assert batch(records, records) == 2
    assert (records / "a.json").read_bytes() == before
    assert "-o: names the folder of the records itself" in capfd.readouterr().err


def test_what_a_record_says_twice_is_left_out_with_both_lines() -> None:
    draft = draft_of(fhir.read(fhir.ihc(fhir.TWO_PLUS), fhir.ihc(fhir.THREE_PLUS)))
    assert draft is not None
    assert "ihc" not in draft.get("her2", {})
    assert len(draft["quotes"]["her2.ihc"]) == 2


def test_a_record_without_a_result_gives_no_draft() -> None:
    assert draft_of(fhir.read(fhir.report(conclusion="Benign breast tissue."))) is None


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"quotes": {"her2.ihc": ["x"]}}, "quotes: may be only in a draft"),
        ({"confirmed": True, "quotes": {}}, "quotes: may be only in a draft"),
        ({"confirmed": False, "quotes": {CANARY: ["x"]}}, "quotes: has a key that is not known"),
        ({"confirmed": False, "quotes": {"her2.ihc": CANARY}}, "quotes.her2.ihc: must be a list of at most 20"),
        ({"confirmed": False, "quotes": [CANARY]}, "quotes: must be an object"),
    ],
)
def test_quotes_stand_in_a_draft_alone_and_only_as_lines(more: dict[str, object], words: str) -> None:
    with pytest.raises(AnswersError, match=words) as caught:
        answers_from_json(json.dumps({"schema": 1, **more}).encode(), languages=LANGUAGES)
    assert CANARY not in str(caught.value)
