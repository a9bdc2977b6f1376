"""Prints the figures: python -m tests.bench"""

import tempfile
from pathlib import Path

from her2guide.output.pdf import render_pdf
from tests.bench.export import FONTS, export_ratios, whole_export_ratios
from tests.bench.writing import writing_ratios
from tests.journeys.write import SAMPLE, document_of


def main() -> None:
    document = document_of(SAMPLE / "answers.json")
    print("ratio to the plain way; medians of the same run")
    for ratio in export_ratios(document, "the sample guide"):
        print(ratio)
    with tempfile.TemporaryDirectory() as folder:
        for ratio in whole_export_ratios(SAMPLE / "answers.json", Path(folder)):
            print(ratio)
        for ratio in writing_ratios(Path(folder), render_pdf(document, fonts=FONTS)):
            print(ratio)


if __name__ == "__main__":
    main()
