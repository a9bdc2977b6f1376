"""The command `read` from its start to its end, against a bare start of Python."""

import subprocess
import sys
from pathlib import Path

from tests.bench.clock import Ratio, compare
from tests.intake.fhir_records import bundle, fish, ihc
from tests.intake.made_files import REPORT, pdf
from tests.intake.test_ccda import HER2_IHC, TWO_PLUS, document, observation, section

_READ = "import sys; from her2guide.cli import main; sys.exit(main(sys.argv[1:]))"


def reading_ratios(folder: Path) -> list[Ratio]:
    """Compare the whole command on a small report of each kind."""
    reports = {
        "report.txt": "\n".join(REPORT).encode(),
        "report.pdf": pdf(REPORT),
        "report.json": bundle(ihc(), fish()).encode(),
        "report.xml": document(section(observation(HER2_IHC, TWO_PLUS))),
    }
    for name, data in reports.items():
        (folder / name).write_bytes(data)
    return [
        compare(f"read {name}, to python -c pass", lambda path=str(folder / name): _run(_READ, "read", path), _start)
        for name in reports
    ]


def _start() -> None:
    _run("pass")


def _run(code: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-c", code, *arguments], stdout=subprocess.DEVNULL, check=True)
