"""Prints the figures: python -m tests.bench [--only window|files|batch] [--walks 1000] [--exports 1000]"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from her2guide.output.pdf import render_pdf
from tests.bench.batch import batch_figures
from tests.bench.export import FONTS, export_ratios, memory_figures, whole_export_ratios
from tests.bench.reading import reading_ratios
from tests.bench.writing import writing_ratios
from tests.journeys.write import PEOPLE, SAMPLE, document_of

SHORT = PEOPLE / "fay-has-in-situ-disease.json"


def file_figures(exports: int) -> Iterator[object]:
    """Measure the guide as a file."""
    document = document_of(SAMPLE / "answers.json")
    yield from export_ratios(document, "the sample guide")
    with tempfile.TemporaryDirectory() as folder:
        yield from whole_export_ratios(SAMPLE / "answers.json", Path(folder))
        yield from writing_ratios(Path(folder), render_pdf(document, fonts=FONTS))
        yield from reading_ratios(Path(folder))
    yield from memory_figures(document_of(SHORT), 50, exports)


def window_figures(walks: int) -> Iterator[object]:
    """Measure the window."""
    from tests.bench.window import screens, start_figures, turn_figures, walk_figures

    for where, env in screens():
        yield from start_figures(env, where)
    yield from turn_figures()
    yield from walk_figures(100, walks)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--only", choices=("files", "window", "batch"), help="measure this part alone")
    parser.add_argument("--walks", type=int, default=300, help="how many whole visits the memory is watched for")
    parser.add_argument("--exports", type=int, default=200, help="how many PDFs the memory is watched for, over 50")
    parser.add_argument("--lines", type=int, default=500, help="how many lines a batch has")
    asked = parser.parse_args()
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # Qt's own screen says what it cannot do
    print(f"ratio to the plain way; medians of the same run; {os.cpu_count()} cores", flush=True)
    if asked.only in ("batch", None):
        for figure in batch_figures(asked.lines):
            print(figure, flush=True)
    if asked.only in ("files", None):
        for figure in file_figures(asked.exports):
            print(figure, flush=True)
    if asked.only in ("window", None):
        for figure in window_figures(asked.walks):
            print(figure, flush=True)


if __name__ == "__main__":
    main()
