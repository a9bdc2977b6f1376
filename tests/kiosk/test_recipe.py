"""The recipe for a clinic's machine: what it puts where, how it is taken back, and that systemd reads its units."""

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from her2guide.kiosk.supervisor import LEFT, Limits

RECIPE = Path(__file__).resolve().parents[2] / "packaging" / "kiosk"
UNITS = ("her2guide-kiosk.service", "her2guide-kiosk-x11.service", "her2guide-x.service")
CUPS = "LogLevel warn\nPreserveJobFiles Yes\n<Location />\n</Location>\n"


def call(script: str, root: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(RECIPE / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "DESTDIR": str(root), **env},
    )


def tree(root: Path) -> dict[str, str]:
    """Return each file and link with what it holds."""
    found = {}
    for path in sorted(root.rglob("*")):
        if path.is_symlink():
            found[str(path.relative_to(root))] = f"-> {path.readlink()}"
        elif path.is_file():
            data = hashlib.sha256(path.read_bytes()).hexdigest()
            found[str(path.relative_to(root))] = f"{path.stat().st_mode & 0o777:o} {data}"
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    cups = tmp_path / "root" / "etc" / "cups" / "cupsd.conf"
    cups.parent.mkdir(parents=True)
    cups.write_text(CUPS)
    return tmp_path / "root"


def settings(unit: str) -> dict[str, list[str]]:
    """Return the values of each key of a unit."""
    found: dict[str, list[str]] = {}
    for line in (RECIPE / unit).read_text().splitlines():
        if "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(key, []).append(value)
    return found


def test_installing_twice_is_installing_once_and_can_be_taken_back(root: Path) -> None:
    before = tree(root)
    assert call("install.sh", root).returncode == 0
    once = tree(root)
    assert call("install.sh", root).returncode == 0
    assert tree(root) == once
    assert once["etc/systemd/system/swap.target"] == "-> /dev/null"
    assert once["etc/systemd/system/getty@tty2.service"] == "-> /dev/null"
    done = call("uninstall.sh", root)
    assert done.returncode == 0, done.stderr
    left = tree(root)
    assert left.pop("etc/her2guide/site.toml")
    assert left == before


def test_a_dry_run_says_everything_and_does_nothing(root: Path) -> None:
    before = tree(root)
    done = call("install.sh", root, "--dry-run")
    assert done.returncode == 0
    assert tree(root) == before
    said = done.stdout
    assert len([line for line in said.splitlines() if line.startswith("would")]) > 25
    assert all(
        word in said for word in ("her2guide-kiosk.service", "swap.target", "PreserveJobFiles No", "systemd-sysusers")
    )
    call("install.sh", root)
    installed = tree(root)
    assert call("uninstall.sh", root, "--dry-run").returncode == 0
    assert tree(root) == installed


def test_cups_keeps_neither_files_nor_history_and_gets_its_own_words_back(root: Path) -> None:
    cups = root / "etc/cups/cupsd.conf"
    call("install.sh", root)
    live = [line for line in cups.read_text().splitlines() if line and not line.startswith("#")]
    assert [line for line in live if line.startswith("PreserveJob")] == ["PreserveJobFiles No", "PreserveJobHistory No"]
    call("uninstall.sh", root)
    assert cups.read_text() == CUPS


def test_the_clinics_own_files_are_left_alone(root: Path) -> None:
    own = root / "etc/her2guide/site.toml"
    own.parent.mkdir()
    own.write_text('name = "Elm"\n')
    call("install.sh", root)
    call("uninstall.sh", root)
    assert own.read_text() == 'name = "Elm"\n'
    mine = root / "etc/systemd/system/swap.target"
    mine.write_text("[Unit]\n")
    done = call("install.sh", root)
    assert done.returncode == 2
    assert "swap.target is a file of yours" in done.stderr
    assert mine.read_text() == "[Unit]\n"


@pytest.mark.parametrize("arguments", [["--wayland"], ["--app"], ["--app", "bin/x"], ["--app", "/bin/x|rm y"]])
def test_what_is_not_known_is_refused(arguments: list[str], root: Path) -> None:
    before = tree(root)
    assert call("install.sh", root, *arguments).returncode == 2
    assert tree(root) == before


def test_nothing_is_taken_away_where_nothing_was_installed(root: Path) -> None:
    assert call("uninstall.sh", root).returncode == 2


@pytest.mark.parametrize("variant", [[], ["--x11"]])
def test_systemd_finds_nothing_wrong_with_the_units(variant: list[str], root: Path) -> None:
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("systemd is not installed here, so nothing can read its units")
    call("install.sh", root, *variant, "--app", "/bin/true")
    folder = root / "etc/systemd/system"
    for unit in folder.glob("her2guide*"):  # programs that may not be here
        unit.write_text(re.sub(r"^(Exec\w+=\+?)/usr\S+", r"\1/bin/true", unit.read_text(), flags=re.MULTILINE))
    for unit in sorted(folder.glob("her2guide*")):
        done = subprocess.run(
            [verify, "verify", "--man=no", str(unit)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "SYSTEMD_UNIT_PATH": f"{folder}:"},
        )
        about = [line for line in done.stderr.splitlines() if "her2guide" in line]
        assert about == [], unit.name


@pytest.mark.parametrize("unit", UNITS[:2])
def test_systemd_rates_the_units_as_closed(unit: str, root: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd is not installed here, so nothing can rate its units")
    call("install.sh", root, *(["--x11"] if "x11" in unit else []))
    command = [analyze, "security", "--offline=true", f"--root={root}", "--threshold=20", "--no-pager", unit]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "Unknown" in done.stderr or "unrecognized" in done.stderr:
        pytest.skip("this systemd cannot rate units offline")
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


PROMISED = {
    "Type": "notify",
    "NotifyAccess": "all",
    "WatchdogSec": "20",
    "Restart": "always",
    "StartLimitIntervalSec": "0",
    "User": "her2guide",
    "RuntimeDirectory": "her2guide",
    "RuntimeDirectoryMode": "0700",
    "UMask": "0077",
    "LimitCORE": "0",
    "MemorySwapMax": "0",
    "StandardOutput": "null",
    "ProtectSystem": "strict",
    "ProtectHome": "tmpfs",
    "PrivateTmp": "yes",
    "NoNewPrivileges": "yes",
    "IPAddressDeny": "any",
    "DevicePolicy": "closed",
    "SystemCallFilter": "@system-service",
    "CapabilityBoundingSet": "",
}


@pytest.mark.parametrize("unit", UNITS[:2])
def test_the_units_keep_what_is_promised(unit: str) -> None:
    found = settings(unit)
    assert {key: found.get(key) for key in PROMISED} == {key: [value] for key, value in PROMISED.items()}
    assert float(found["WatchdogSec"][0]) == Limits().silence
    assert not {"AF_INET", "AF_INET6"} & set(found["RestrictAddressFamilies"][0].split())
    assert found["ExecCondition"] == [f"+/usr/local/lib/her2guide-kiosk/may-run %t/her2guide/{LEFT}"]
    assert found["ExecStart"][0].endswith("@APP@ --mode kiosk --supervise")


def test_cage_is_given_no_key_to_another_terminal() -> None:
    assert settings(UNITS[0])["ExecStart"] == ["/usr/bin/cage -d -- @APP@ --mode kiosk --supervise"]


@pytest.mark.parametrize(
    ("left", "code", "asked"), [(False, 0, ""), (True, 1, "start --no-block getty@tty1.service\n")]
)
def test_staff_who_left_get_a_login_instead_of_the_screen(left: bool, code: int, asked: str, tmp_path: Path) -> None:
    fake = tmp_path / "systemctl"
    fake.write_text(f'#!/bin/sh\necho "$@" >{tmp_path}/asked\n')
    fake.chmod(0o755)
    if left:
        (tmp_path / LEFT).touch()
    path = f"{tmp_path}:{os.environ['PATH']}"
    done = subprocess.run([str(RECIPE / "may-run"), str(tmp_path / LEFT)], check=False, env={"PATH": path})
    assert done.returncode == code
    said = tmp_path / "asked"
    assert (said.read_text() if said.exists() else "") == asked


def test_the_scripts_are_clean() -> None:
    shellcheck = shutil.which("shellcheck")
    if shellcheck is None:
        pytest.skip("shellcheck is not installed here")
    names = ["install.sh", "uninstall.sh", "may-run", "common.sh"]
    done = subprocess.run([shellcheck, "-x", *names], cwd=RECIPE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
