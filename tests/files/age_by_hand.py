"""A second hand for the age format, written from its specification (C2SP, age v1) and the standard library alone.

It reads what the program locked, and locks with next to no work, so that tests need not wait for scrypt.
"""

import base64
import hashlib
import hmac
import os
import struct

CHUNK = 64 * 1024
_LABEL = b"age-encryption.org/v1/scrypt"


def lock(data: bytes, passphrase: str, work: int = 1) -> bytes:
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    wrapped = _seal(_stretched(passphrase, salt, work), bytes(12), file_key)
    head = b"age-encryption.org/v1\n-> scrypt %b %d\n%b\n---" % (_text(salt), work, _text(wrapped))
    mac = hmac.digest(_derived(file_key, b"", b"header"), head, "sha256")
    pieces = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)] or [b""]
    key = _derived(file_key, nonce, b"payload")
    sealed = [_seal(key, _counter(at, last=at == len(pieces) - 1), piece) for at, piece in enumerate(pieces)]
    return b"%b %b\n" % (head, _text(mac)) + nonce + b"".join(sealed)


def unlock(locked: bytes, passphrase: str) -> bytes:
    """Return what was locked; anything that is not as the specification says is a `ValueError`."""
    lines = locked.split(b"\n", 4)
    _, stanza, wrapped, mac, payload = lines
    kind, name, salt, work = stanza.split()
    if (lines[0], kind, name) != (b"age-encryption.org/v1", b"->", b"scrypt"):
        raise ValueError("no header of age")
    file_key = _opened(_stretched(passphrase, _bytes(salt), int(work)), bytes(12), _bytes(wrapped))
    head = b"\n".join(lines[:3]) + b"\n---"
    if mac != b"--- " + _text(hmac.digest(_derived(file_key, b"", b"header"), head, "sha256")):
        raise ValueError("the header was changed")
    key, sealed = _derived(file_key, payload[:16], b"payload"), payload[16:]
    pieces = [sealed[at : at + CHUNK + 16] for at in range(0, len(sealed), CHUNK + 16)]
    return b"".join(_opened(key, _counter(at, last=at == len(pieces) - 1), piece) for at, piece in enumerate(pieces))


def _text(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def _bytes(text: bytes) -> bytes:
    return base64.b64decode(text + b"=" * (-len(text) % 4))


def _stretched(passphrase: str, salt: bytes, work: int) -> bytes:
    memory = 128 * 8 * (1 << work) + (1 << 20)
    return hashlib.scrypt(passphrase.encode(), salt=_LABEL + salt, n=1 << work, r=8, p=1, dklen=32, maxmem=memory)


def _derived(key: bytes, salt: bytes, info: bytes) -> bytes:
    """HKDF with SHA-256, one block."""
    return hmac.digest(hmac.digest(salt or bytes(32), key, "sha256"), info + b"\x01", "sha256")


def _counter(at: int, *, last: bool) -> bytes:
    return at.to_bytes(11, "big") + bytes([last])


# ChaCha20-Poly1305, RFC 8439


def _seal(key: bytes, nonce: bytes, data: bytes) -> bytes:
    hidden = _chacha(key, nonce, data)
    return hidden + _tag(key, nonce, hidden)


def _opened(key: bytes, nonce: bytes, sealed: bytes) -> bytes:
    hidden, tag = sealed[:-16], sealed[-16:]
    if not hmac.compare_digest(tag, _tag(key, nonce, hidden)):
        raise ValueError("the seal is broken")
    return _chacha(key, nonce, hidden)


def _chacha(key: bytes, nonce: bytes, data: bytes) -> bytes:
    blocks = -(-len(data) // 64)
    stream = b"".join(_block(key, nonce, number) for number in range(1, blocks + 1))
    return bytes(one ^ other for one, other in zip(data, stream, strict=False))


def _block(key: bytes, nonce: bytes, number: int) -> bytes:
    start = struct.unpack("<16I", b"expand 32-byte k" + key + struct.pack("<I", number) + nonce)
    state = list(start)
    for _ in range(10):
        for at in range(4):
            _quarter(state, at, at + 4, at + 8, at + 12)
        for at in range(4):
            _quarter(state, at, (at + 1) % 4 + 4, (at + 2) % 4 + 8, (at + 3) % 4 + 12)
    return struct.pack("<16I", *((one + other) & 0xFFFFFFFF for one, other in zip(state, start, strict=True)))


def _quarter(state: list[int], a: int, b: int, c: int, d: int) -> None:
    for into, added, turned, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        state[into] = (state[into] + state[added]) & 0xFFFFFFFF
        mixed = state[turned] ^ state[into]
        state[turned] = (mixed << by | mixed >> (32 - by)) & 0xFFFFFFFF


def _tag(key: bytes, nonce: bytes, hidden: bytes) -> bytes:
    once = _block(key, nonce, 0)[:32]
    factor = int.from_bytes(once[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    padded = hidden + bytes(-len(hidden) % 16) + struct.pack("<QQ", 0, len(hidden))
    total = 0
    for at in range(0, len(padded), 16):
        total = (total + int.from_bytes(padded[at : at + 16] + b"\x01", "little")) * factor % ((1 << 130) - 5)
    return ((total + int.from_bytes(once[16:], "little")) & ((1 << 128) - 1)).to_bytes(16, "little")
