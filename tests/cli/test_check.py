"""`her2guide check` reads every branch of every page."""

import shutil
from pathlib import Path

import pytest

from her2guide.check import findings
from her2guide.library.errors import ContentError
from her2guide.library.library import Library
from her2guide.library.paths import resources


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ('{{ fact("no.such") }}', r"lungs\.md: no\.such: is asked for by fact\(\) and is not there"),
        ('{{ term("no-such") }}', r"lungs\.md: no-such: is asked for by term\(\) and is not there"),
        ('{{ checked("no.such") }}', r"lungs\.md: no\.such: is asked for by checked\(\) and is not there"),
        ("{{ 7 * 7 }}", r"lungs\.md: line \d+ uses Mul, which templates may not use"),
    ],
)
def test_a_branch_nobody_took_yet_is_checked_too(tmp_path: Path, asked: str, message: str) -> None:
    for part in ("content", "locales"):
        shutil.copytree(resources() / part, tmp_path / "resources" / part)
    page = tmp_path / "resources/locales/en/sections/lungs.md"
    page.write_text(page.read_text() + f'\n{{% if category == "nobody" %}}\n{asked}\n{{% endif %}}\n')
    with pytest.raises(ContentError, match=message):
        findings(Library(root=tmp_path / "resources"), None)
