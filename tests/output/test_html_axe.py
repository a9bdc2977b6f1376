"""axe-core finds nothing wrong with whole guides in a real browser.

Neither is part of the project, and nothing is fetched: name axe-core's file in HER2GUIDE_AXE, and have Chromium on the
path or named in HER2GUIDE_CHROMIUM (docs/accessibility.md).
"""

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from her2guide.output.html import POLICY, render_html
from tests.journeys.write import PEOPLE, document_of

AXE = Path(os.environ.get("HER2GUIDE_AXE", "no-axe-core"))
BROWSER = os.environ.get("HER2GUIDE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
QUIET = (
    "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
DARK = ("--blink-settings=preferredColorScheme=0",)
LOOKS = {"light, wide": ("--window-size=1280,900",), "dark, narrow": ("--window-size=500,900", *DARK)}
RUN = """axe.run(document).then(found => {
  const said = document.createElement("pre");
  said.id = "found";
  said.textContent = JSON.stringify({passes: found.passes.map(rule => rule.id), violations: found.violations});
  document.body.replaceChildren(said);
});"""

pytestmark = [
    pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here: name its axe.min.js in HER2GUIDE_AXE"),
    pytest.mark.skipif(not BROWSER, reason="Chromium is not here: name it in HER2GUIDE_CHROMIUM"),
]


def examined(html: str, folder: Path, look: tuple[str, ...]) -> dict[str, Any]:
    """Return what axe-core says of a page, with its list of parts open and without the policy that would stop axe."""
    scripts = f"<script>{AXE.read_text(encoding='utf-8')}</script><script>{RUN}</script></body>"
    assert POLICY in html
    ready = html.replace(POLICY, "").replace("<details>", "<details open>").replace("</body>", scripts)
    path = folder / "page.html"
    path.write_text(ready, encoding="utf-8")
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    command = [BROWSER, *QUIET, *sandbox, *look, f"--user-data-dir={folder / 'profile'}"]
    command += ["--virtual-time-budget=60000", "--dump-dom", path.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True).stdout
    found = re.search(r'<pre id="found">(.*?)</pre>', shown, re.DOTALL)
    assert found, "axe-core did not come to an end"
    said: dict[str, Any] = json.loads(unescape(found.group(1)))
    return said


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("path", sorted(PEOPLE.glob("*.json"))[:12], ids=lambda path: path.stem)
def test_axe_finds_nothing_wrong_with_a_guide(path: Path, look: tuple[str, ...], tmp_path: Path) -> None:
    said = examined(render_html(document_of(path)), tmp_path, look)
    assert "color-contrast" in said["passes"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in said["violations"]] == []


def test_axe_finds_what_is_wrong(tmp_path: Path) -> None:
    html = render_html(document_of(min(PEOPLE.glob("*.json")))).replace('<html lang="en">', "<html>")
    said = examined(html, tmp_path, LOOKS["light, wide"])
    assert [rule["id"] for rule in said["violations"]] == ["html-has-lang"]
