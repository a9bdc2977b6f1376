"""kiosk-check: every promise of the machine, kept, broken, and not to be seen."""

import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from her2guide.cli import main
from her2guide.kiosk.checks import CHECKS, Result, State, examine
from her2guide.kiosk.machine import NEVER_START, PROPERTIES, UNITS, Machine, Owned, ask_program, read_machine
from her2guide.staff_exit import StaffExit

RECIPE = Path(__file__).resolve().parents[2] / "packaging" / "kiosk"
UNIT = {
    "LoadState": "loaded",
    "UnitFileState": "enabled",
    "User": "her2guide",
    "Restart": "always",
    "WatchdogUSec": "20s",
    "LimitCORE": "0",
    "MemorySwapMax": "0",
    "StandardOutput": "null",
    "UMask": "0077",
    "RuntimeDirectory": "her2guide",
    "RestrictAddressFamilies": "AF_UNIX AF_NETLINK",
    "PrivateNetwork": "no",
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
}
GOOD = Machine(
    system="linux",
    pin=True,
    printer="patient-guide",
    settings=(Owned("/etc/her2guide/site.toml", 0, False), Owned("/etc/her2guide", 0, False)),
    program=(Owned("/opt/her2guide", 0, False),),
    account=990,
    unit=UNIT,
    masked=frozenset(NEVER_START),
    cups="PreserveJobFiles No\nPreserveJobHistory No",
    queues=("patient-guide", "office"),
    voice=True,
    screens=("cage",),
    swaps=(),
    core_pattern="|/bin/false",
    sysrq="0",
    run_in="tmpfs",
)


def unit(**more: str) -> dict[str, object]:
    return {"unit": {**UNIT, **more}}


def without(name: str) -> dict[str, object]:
    return {"masked": frozenset(NEVER_START) - {name}}


BROKEN: list[tuple[str, dict[str, object], str]] = [
    ("K22", {"problems": ("site.toml: nme: is not known",)}, "site file: site.toml: nme: is not known"),
    ("K22", {"settings": (Owned("/etc/her2guide/site.toml", 990, False),)}, "/etc/her2guide/site.toml can be changed"),
    ("K22", {"settings": (Owned("/etc/her2guide", 0, True),)}, "/etc/her2guide can be changed"),
    ("K24", {"program": (Owned("/opt/her2guide", 1000, False),)}, "/opt/her2guide can be changed"),
    ("K24", {"program": (Owned("/opt/her2guide", 0, True),)}, "/opt/her2guide can be changed"),
    ("K25", {"account": None}, "account"),
    ("K25", {"account": 0}, "account"),
    ("K3", {"unit": {"LoadState": "not-found"}}, "service: is not installed"),
    ("K3", unit(UnitFileState="disabled"), "systemctl enable"),
    ("K3", unit(Restart="no"), "Restart=always"),
    ("K19", unit(WatchdogUSec="0"), "WatchdogSec=20"),
    ("K19", unit(WatchdogUSec="infinity"), "WatchdogSec=20"),
    ("K25", unit(User="root"), "User=her2guide"),
    ("K8", unit(LimitCORE="infinity"), "LimitCORE=0"),
    ("K9", unit(MemorySwapMax="infinity"), "MemorySwapMax=0"),
    ("K10", unit(StandardOutput="journal"), "StandardOutput=null"),
    ("K4", unit(UMask="0022"), "UMask=0077"),
    ("K4", unit(RuntimeDirectory=""), "RuntimeDirectory=her2guide"),
    ("K25", unit(NoNewPrivileges="no"), "NoNewPrivileges=yes"),
    ("K4", unit(ProtectSystem="no"), "ProtectSystem=strict"),
    ("K25", unit(RestrictAddressFamilies=""), "network"),
    ("K25", unit(RestrictAddressFamilies="AF_UNIX AF_INET"), "network"),
    ("K25", unit(RestrictAddressFamilies="~AF_INET"), "network"),
    ("K18", {"screens": ()}, "apt-get install cage"),
    ("K9", without("swap.target"), "systemctl mask swap.target"),
    ("K9", without("hibernate.target"), "systemctl mask hibernate.target"),
    ("K9", without("hybrid-sleep.target"), "systemctl mask hybrid-sleep.target"),
    ("K9", without("suspend-then-hibernate.target"), "systemctl mask suspend-then-hibernate.target"),
    ("K14", without("ctrl-alt-del.target"), "systemctl mask ctrl-alt-del.target"),
    ("K14", without("autovt@.service"), "systemctl mask autovt@.service"),
    *(("K14", without(f"getty@tty{n}.service"), f"systemctl mask getty@tty{n}.service") for n in range(2, 7)),
    ("K9", {"swaps": ("/dev/sda2",)}, "/dev/sda2 is in use"),
    ("K9", {"swaps": ("/dev/zram0", "/swapfile")}, "swap: /swapfile is in use"),
    ("K8", {"core_pattern": "core"}, "kernel.core_pattern"),
    ("K8", {"core_pattern": "|/lib/systemd/systemd-coredump %P"}, "kernel.core_pattern"),
    ("K14", {"sysrq": "438"}, "kernel.sysrq"),
    ("K4", {"run_in": "ext4"}, "must be a tmpfs"),
    ("K4", {"run_in": ""}, "must be a tmpfs"),
    ("K12", {"cups": "PreserveJobHistory No"}, "cupsctl PreserveJobFiles=No"),
    ("K12", {"cups": "PreserveJobFiles No\n#PreserveJobHistory No"}, "cupsctl PreserveJobHistory=No"),
    ("K12", {"cups": "PreserveJobFiles 86400\nPreserveJobHistory No"}, "cupsctl PreserveJobFiles=No"),
    ("K12", {"cups": "PreserveJobFiles No\nPreserveJobFiles Yes\nPreserveJobHistory No"}, "PreserveJobFiles=No"),
    ("K13", {"queues": ("office",)}, "is not there"),
    ("K26", {"voice": False}, "apt-get install espeak-ng"),
]
UNKNOWN: list[tuple[str, dict[str, object], int]] = [
    ("K24", {"program": ()}, 1),
    ("K3", {"unit": None}, 1),
    ("K9", {"masked": None}, 11),
    ("K9", {"swaps": None}, 1),
    ("K8", {"core_pattern": None}, 1),
    ("K14", {"sysrq": None}, 1),
    ("K4", {"run_in": None}, 1),
    ("K13", {"queues": None}, 1),
]
FINE: list[dict[str, object]] = [
    {"pin": False},
    {"settings": (), "printer": ""},
    {"swaps": ("/dev/zram0",)},
    {"cups": None},
    {"cups": " preservejobfiles off\nPreserveJobHistory false"},
    {"core_pattern": ""},
    {"screens": ("X",)},
    unit(RestrictAddressFamilies="AF_UNIX"),
    unit(RestrictAddressFamilies="", PrivateNetwork="yes"),
]


def found(state: State, machine: Machine) -> list[Result]:
    return [result for result in examine(machine) if result.state is state]


def changed(**what: object) -> Machine:
    return replace(GOOD, **what)  # type: ignore[arg-type]


def test_a_machine_made_by_the_recipe_keeps_every_promise() -> None:
    results = examine(GOOD)
    assert {result.state for result in results} == {State.OK}
    assert len(results) >= len(CHECKS) + len(NEVER_START)


@pytest.mark.parametrize(("promise", "what", "text"), BROKEN)
def test_each_promise_that_is_broken_is_named_alone_with_what_to_do(
    promise: str, what: dict[str, object], text: str
) -> None:
    machine = changed(**what)
    (broken,) = found(State.BROKEN, machine)
    assert broken.promise == promise
    assert text in broken.text
    assert found(State.UNKNOWN, machine) == []


@pytest.mark.parametrize(("promise", "what", "times"), UNKNOWN)
def test_what_could_not_be_looked_at_is_not_called_right(promise: str, what: dict[str, object], times: int) -> None:
    machine = changed(**what)
    unknown = found(State.UNKNOWN, machine)
    assert len(unknown) == times
    assert unknown[0].promise == promise
    assert all(result.text.startswith("could not be looked at here: ") for result in unknown)
    assert found(State.BROKEN, machine) == []


@pytest.mark.parametrize("what", FINE)
def test_what_is_right_too_is_called_right(what: dict[str, object]) -> None:
    assert {result.state for result in examine(changed(**what))} == {State.OK}


def test_every_field_of_a_machine_is_looked_at() -> None:
    looked_at = {name for _, what, _ in (*BROKEN, *UNKNOWN) for name in what} | {"pin", "printer", "system"}
    assert looked_at == set(Machine.__dataclass_fields__)


def test_another_system_is_said_to_be_unknown() -> None:
    assert [result.state for result in examine(changed(system="win32"))] == [State.UNKNOWN]


# --- reading a machine


def ask_nobody(_: Sequence[str]) -> str | None:
    return None


def answering(answers: dict[str, str]) -> Callable[[Sequence[str]], str | None]:
    return lambda command: answers.get(command[-1])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in {
        "etc/passwd": "root:x:0:0::/root:/bin/sh\nher2guide:x:990:990::/nonexistent:/usr/sbin/nologin\n",
        "etc/cups/cupsd.conf": "PreserveJobFiles No\n",
        "proc/swaps": "Filename Type Size Used Priority\n/dev/sda2 partition 1 0 -2\n",
        "proc/mounts": "proc /proc proc rw 0 0\ntmpfs /run tmpfs rw 0 0\n",
        "proc/sys/kernel/core_pattern": "core\n",
        "proc/sys/kernel/sysrq": "438\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    units = tmp_path / "etc/systemd/system"
    units.mkdir(parents=True)
    (units / "swap.target").symlink_to(os.devnull)
    (units / "hibernate.target").symlink_to("/elsewhere")
    (units / "ctrl-alt-del.target").touch()
    return tmp_path


def read(root: Path, files: Sequence[Path] = (), ask: Callable[[Sequence[str]], str | None] = ask_nobody) -> Machine:
    return read_machine(files, (), pin=False, printer="", resources=root / "resources", root=root, ask=ask)


def test_a_machine_is_read_from_its_files(root: Path) -> None:
    machine = read(root)
    assert machine.account == 990
    assert machine.cups == "PreserveJobFiles No"
    assert machine.swaps == ("/dev/sda2",)
    assert machine.run_in == "tmpfs"
    assert (machine.core_pattern, machine.sysrq) == ("core", "438")
    assert machine.masked == {"swap.target"}
    assert (machine.unit, machine.queues) == (None, None)
    assert machine.program


def test_a_machine_without_any_of_it_is_not_known(tmp_path: Path) -> None:
    machine = read(tmp_path)
    for name in ("account", "cups", "swaps", "run_in", "core_pattern", "sysrq", "masked", "unit", "queues"):
        assert getattr(machine, name) is None, name


def test_systemd_is_asked_for_the_unit_that_is_there(root: Path) -> None:
    said = "".join(f"{key}={value}\n" for key, value in UNIT.items())
    assert set(UNIT) == set(PROPERTIES)
    assert read(root, ask=answering({UNITS[0]: said})).unit == UNIT
    both = {UNITS[0]: "LoadState=not-found\n", UNITS[1]: said}
    assert read(root, ask=answering(both)).unit == UNIT
    assert read(root, ask=answering({"-e": "office\npatient-guide\n"})).queues == ("office", "patient-guide")


@pytest.mark.parametrize(("mode", "shared"), [(0o644, False), (0o664, True), (0o646, True)])
def test_whose_the_clinics_files_are_is_read_with_their_folders(mode: int, shared: bool, root: Path) -> None:
    file = root / "site.toml"
    file.touch()
    file.chmod(mode)
    root.chmod(0o755)
    owner = os.getuid()
    assert read(root, [file]).settings == (Owned(str(file), owner, shared), Owned(str(root), owner, False))


def test_one_file_among_the_content_that_others_may_change_is_found(root: Path) -> None:
    deep = root / "resources" / "content" / "deep"
    deep.mkdir(parents=True)
    (deep / "fact.toml").touch(mode=0o644)
    (deep / "fact.toml").chmod(0o666)
    found = [each.path for each in read(root).program if each.path.startswith(str(root)) and each.shared]
    assert found == [str(deep / "fact.toml")]


def test_a_program_that_is_not_there_or_fails_tells_nothing() -> None:
    assert ask_program(["her2guide-no-such-program"]) is None
    assert ask_program(["false"]) is None
    assert ask_program(["echo", "hello"]) == "hello\n"


def test_the_checks_know_what_the_recipe_masks() -> None:
    text = (RECIPE / "common.sh").read_text()
    named = text.partition("masked='")[2].partition("'")[0].split()
    assert sorted(named) == sorted(NEVER_START)


# --- the command


def test_the_command_prints_a_line_for_each_promise_and_ends_with_1_unless_all_are_kept(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site.toml"
    site.write_text("locked = false\n")
    assert main(["kiosk-check", "--settings", str(site)]) == 1
    lines = capfd.readouterr().out.splitlines()
    assert lines[0].startswith(f"no K22  site file: {site}: locked: is not known; allowed are name")
    assert all(line[:2] in ("ok", "no", "? ") and line[3] == "K" for line in lines)
    assert main(["kiosk-check", "--settings", str(site), "--json"]) == 1
    told = json.loads(capfd.readouterr().out)
    assert told["schema"] == 1
    assert len(told["results"]) == len(lines)
    assert told["results"][0]["state"] == "no"
    assert set(told["results"][0]) == {"state", "promise", "text"}


def test_a_pin_is_typed_and_only_its_hash_is_printed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("4821-öak\n".encode())))
    assert main(["kiosk-check", "--make-pin"]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert "4821" not in out
    line = out.strip()
    assert line.startswith('pin_hash = "scrypt$')
    assert StaffExit(line.split('"')[1]).try_pin("4821-öak", 0) == "open"


@pytest.mark.parametrize("typed", [b"", b"123\n", b"x" * 500, b"\xff\xfe1234567\n"])
def test_a_pin_that_cannot_be_is_refused_without_saying_it(
    typed: bytes, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
    assert main(["kiosk-check", "--make-pin"]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("her2guide: --make-pin: ")
    assert err.count("\n") == 1
    assert "123" not in err
