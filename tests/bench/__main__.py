"""Prints the figures: python -m tests.bench"""

import tempfile
from pathlib import Path

from her2guide.output.pdf import render_pdf
from tests.bench.export import FONTS, export_ratios
from tests.bench.writing import writing_ratios
from tests.output.sample_document import sample


def main() -> None:
    document = sample()
    print("ratio to the plain way; medians of the same run")
    for ratio in export_ratios(document, "the sample"):
        print(ratio)
    with tempfile.TemporaryDirectory() as folder:
        for ratio in writing_ratios(Path(folder), render_pdf(document, fonts=FONTS)):
            print(ratio)


if __name__ == "__main__":
    main()
