"""Make the local environment in .venv, or leave it alone when it is already right.

`make` calls this with "run" (what the app needs) or "dev" (that, and what the tests need). It uses the
standard library alone, installs only what the lock files name and hash, and never asks for a password.
Some types are in quotes so that an old Python gets as far as the sentence that says it is too old.
"""

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "her2guide-stamp"
LOCKS = {"run": "requirements.txt", "dev": "requirements-dev.txt"}  # dev holds everything run does

# Shared library -> Debian package. Qt's own packages for Python do not bring these along.
QT_ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
QT_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
QT_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def main(kind: str) -> None:
    """Bring .venv to the state `kind` asks for; when it is there already, this takes no time."""
    uv = shutil.which("uv")
    ready = PYTHON.exists() and STAMP.exists()
    stamp = STAMP.read_text() if ready else ""
    finished = stamp in (key(kind), key("dev"))

    need_venv = not (finished or uv or has_ensurepip())
    get_packages(missing_qt_packages() + ([venv_package()] if need_venv else []))
    if finished:
        return
    if need_venv and not has_ensurepip():
        sys.exit("her2guide: cannot make .venv: this Python has no ensurepip, and there is no uv.")

    print(f"her2guide: setting up .venv ({kind})", flush=True)
    if stamp != key("run"):
        create(uv)
    STAMP.unlink(missing_ok=True)
    install(uv, ROOT / "packaging" / LOCKS[kind])
    add_project()
    STAMP.write_text(key(kind))


def key(kind: str) -> str:
    """Say what a finished environment was made from: lock file, this script, Python version, place."""
    parts = [(ROOT / "packaging" / LOCKS[kind]).read_bytes(), Path(__file__).read_bytes()]
    parts.append(f"{sys.version_info[:2]} {ROOT}".encode())
    return f"{kind} {hashlib.sha256(b''.join(parts)).hexdigest()}"


def create(uv: "str | None") -> None:
    """Start from an empty environment, so that nothing old stays behind."""
    if VENV.exists():
        print("her2guide: making .venv anew, it was unfinished or made from other lock files", flush=True)
        shutil.rmtree(VENV)
    if uv:
        run(uv, "venv", "--quiet", "--python", sys.executable, str(VENV))
    else:
        run(sys.executable, "-m", "venv", str(VENV))


def install(uv: "str | None", lock: Path) -> None:
    """Install what the lock file names: ready-made wheels only, each checked against its hash."""
    options = ["--quiet", "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    if uv:
        run(uv, "pip", "install", "--python", str(PYTHON), "--compile-bytecode", *options)
    else:
        run(str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", *options)


def add_project() -> None:
    """Let the environment see this checkout, and give it the `her2guide` command.

    A path file and a four-line script do what an editable install would, without a build tool.
    """
    base = {"base": str(VENV), "platbase": str(VENV)}
    Path(sysconfig.get_path("purelib", "venv", base), "her2guide.pth").write_text(f"{ROOT}\n")
    start = "import sys; from her2guide.cli import main; sys.argv[0] = 'her2guide'; sys.exit(main())"
    command = VENV / "bin" / "her2guide"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(str(PYTHON))} -P -c "{start}" "$@"\n')
    command.chmod(0o755)


def has_ensurepip() -> bool:
    """Debian leaves ensurepip out of Python and puts it in a package of its own."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def venv_package() -> str:
    """Name the Debian package that brings ensurepip to this Python."""
    return f"python3.{sys.version_info[1]}-venv"


def missing_qt_packages() -> "list[str]":
    """Name the Debian packages of the shared libraries that Qt would look for here and not find."""
    if sys.platform != "linux":
        return []
    wanted = dict(QT_ALWAYS)
    if os.environ.get("DISPLAY"):
        wanted.update(QT_X11)
    if os.environ.get("WAYLAND_DISPLAY"):
        wanted.update(QT_WAYLAND)
    return [package for library, package in wanted.items() if not loads(library)]


def loads(library: str) -> bool:
    """Try the library itself: package names differ between systems, this does not."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def get_packages(packages: "list[str]") -> None:
    """Install missing system packages if we may; otherwise say the one command that does."""
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        print(f"her2guide: please install what Debian calls: {names}", file=sys.stderr)
    elif os.geteuid() != 0:
        print(f"her2guide: please run: sudo apt-get install {names}", file=sys.stderr)
    else:
        print(f"her2guide: installing system packages: {names}", flush=True)
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-qq", "--yes", "--no-install-recommends", *packages)


def run(*command: str) -> None:
    """Run a command that has to succeed; its own words say what went wrong."""
    try:
        subprocess.run(command, check=True)
    except subprocess.CalledProcessError as error:
        sys.exit(f"her2guide: this did not work ({error.returncode}): {shlex.join(command)}")


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - the one place that may meet an older Python
        sys.exit(f"her2guide needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if sys.argv[1:] not in (["run"], ["dev"]):
        sys.exit("usage: bootstrap.py run|dev")
    main(sys.argv[1])
