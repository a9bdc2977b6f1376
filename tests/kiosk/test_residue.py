"""Nothing of a session is found after it, however it ended. Short; `make kiosk-residue` runs hundreds.

What is looked for is found where it is: the searches are tried on words that are there.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.kiosk import traces
from tests.kiosk.calls import families, places
from tests.kiosk.residue import ENDS, campaign
from tests.kiosk.soak import Measure, growth, look

WORDS = "zqx words 1957"
HOLDER = """
import sys
words = "".join(chr(int(each)) for each in sys.argv[1].split(","))
held = words.encode(sys.argv[2])
print(flush=True)
sys.stdin.readline()
"""
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


@linux
def test_nothing_of_a_session_is_left_however_it_ended() -> None:
    tally = campaign(len(ENDS), parts=1)
    assert tally.residue == []
    assert {end: tally.sessions[end] for end in ENDS} == dict.fromkeys(ENDS, 1)
    assert tally.fields >= 10 * len(ENDS)
    if not any("not allowed" in where for where in tally.searches):
        assert tally.while_typed == len(ENDS) + 1


@linux
@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le"])
def test_words_in_the_memory_of_a_process_are_found(coding: str) -> None:
    spelled = ",".join(str(ord(each)) for each in WORDS)
    command = [sys.executable, "-c", HOLDER, spelled, coding]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        found = traces.in_memory(holder.pid, WORDS)
        other = traces.in_memory(holder.pid, "other words 1957")
        holder.communicate("\n")
    if found is None:
        pytest.skip("this system lets nobody look into another process")
    assert found > 0
    assert other == 0


@linux
def test_what_c_holds_is_seen_while_it_is_held() -> None:
    before = look(1).held
    held = bytes(3_000_000)
    during = look(2).held
    assert during - before > 2_900_000
    assert len(held) == 3_000_000
    del held
    assert during - look(3).held > 2_900_000


def test_words_in_files_and_names_are_found(tmp_path: Path) -> None:
    before = traces.tree(tmp_path)
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "utf8").write_text(f"say {WORDS}!")
    (tmp_path / "deep" / "er" / "utf16").write_bytes(WORDS.encode("utf-16-le"))
    (tmp_path / f"{WORDS}.pdf").touch()
    (tmp_path / "clean").write_text("nothing")
    names = [Path(each).name for each in traces.in_files(WORDS, tmp_path)]
    assert sorted(names) == sorted(["utf8", "utf16", f"{WORDS}.pdf"])
    assert len(traces.tree(tmp_path)) - len(before) == 6


def test_what_is_new_in_a_folder_of_everybody_is_seen(tmp_path: Path) -> None:
    (tmp_path / "old").touch()
    new = traces.New(tmp_path, tmp_path / "missing")
    assert new() == []
    (tmp_path / "new").touch()
    assert new() == [tmp_path / "new"]


def test_a_socket_for_the_network_is_seen_in_a_list_of_calls() -> None:
    log = """
    12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3
    12 connect(3, {sa_family=AF_UNIX, sun_path="/run/cups/cups.sock"}, 110) = -1 ENOENT
    12 connect(3, {sa_family=AF_UNIX, sun_path=@"/run/X0"}, 20) = 0
    13 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 4
    13 connect(4, {sa_family=AF_INET, sin_port=htons(631), sin_addr=inet_addr("127.0.0.1")}, 16) = -1
    13 socketpair(AF_UNIX, SOCK_STREAM, 0, [5, 6]) = 0
    """
    assert families(log) == {"AF_UNIX": 4, "AF_INET6": 1, "AF_INET": 1}
    assert places(log) == {"/run/cups/cups.sock": 1, "/run/X0": 1}


def test_memory_that_grows_is_seen_and_the_first_quarter_is_not_counted() -> None:
    flat = [Measure(session, 50_000 if session < 25 else 100_000, 7) for session in range(1, 101)]
    assert growth(flat) == (0, 0.0)
    grows = [Measure(session, 100_000 + 300 * session, 7) for session in range(1, 101)]
    grown, slope = growth(grows)
    assert grown == 75 * 300
    assert slope == pytest.approx(300)
