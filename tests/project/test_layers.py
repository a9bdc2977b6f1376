"""Imports point down. The contracts are in pyproject.toml; here they are kept, and seen to bite."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lint_imports(place: Path) -> tuple[int, str]:
    """Check the her2guide package that lies in `place`, which `-c` puts before the installed one."""
    start = "from importlinter.cli import lint_imports_command as main; main()"
    command = [sys.executable, "-c", start, "--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_package_keeps_its_layers() -> None:
    code, words = lint_imports(ROOT)
    assert code == 0, words


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("model/stray.py", "import her2guide.library", "Imports point down"),
        ("surprise.py", "import datetime", "Imports point down"),
        ("model/stray.py", "import msgspec", "model uses the standard library alone"),
        ("guide/stray.py", "from PySide6.QtWidgets import QLabel", "PySide6 is met only in ui, app and dialogs"),
        ("guide/stray.py", "from reportlab.pdfgen import canvas", "reportlab is met only in output"),
        ("output/stray.py", "import jinja2", "jinja2 and markdown-it are met only in guide"),
        ("guide/stray.py", "import msgspec", "msgspec is met only in library"),
        ("guide/stray.py", "import pypdf", "pypdf is met only in the PDF reader"),
        ("intake/stray.py", "import defusedxml", "XML is read only by defusedxml, in the C-CDA reader"),
        ("guide/stray.py", "import pikepdf", "pikepdf is met only in output and in the PDF reader"),
        ("guide/stray.py", "import pyphen", "pyphen is met only in reading_level"),
        ("guide/stray.py", "import pyrage", "pyrage is met only in files"),
    ],
)
def test_a_stray_import_is_caught(tmp_path: Path, module: str, line: str, contract: str) -> None:
    ignore = shutil.ignore_patterns("__pycache__", "_resources")
    shutil.copytree(ROOT / "her2guide", tmp_path / "her2guide", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "her2guide" / module).write_text(f"{line}\n")

    code, words = lint_imports(tmp_path)

    assert code == 1, words
    assert f"{contract} BROKEN" in words
