"""The tests refuse the network, here and in every Python they start."""

import socket
import subprocess
import sys
import urllib.request

import pytest

REFUSED = "the tests use no network"
ADDRESS = ("127.0.0.1", 9)


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_no_socket_for_the_network_can_be_made(family: socket.AddressFamily) -> None:
    with pytest.raises(RuntimeError, match=REFUSED):
        socket.socket(family, socket.SOCK_DGRAM)


def test_no_name_is_looked_up_and_nothing_is_fetched() -> None:
    with pytest.raises(RuntimeError, match=REFUSED):
        socket.getaddrinfo("example.org", 443)
    with pytest.raises(RuntimeError, match=REFUSED):
        socket.create_connection(ADDRESS)
    with pytest.raises(RuntimeError, match=REFUSED):
        urllib.request.urlopen("http://example.org")


def test_a_python_that_a_test_starts_has_no_network_either() -> None:
    code = f"import socket; socket.create_connection({ADDRESS})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert REFUSED in done.stderr


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no such sockets here")
def test_sockets_inside_the_machine_still_work() -> None:
    here, there = socket.socketpair()
    with here, there:
        here.sendall(b"yes")
        assert there.recv(3) == b"yes"
