"""The window. It is not there yet; until then this says so and shows what is."""

NO_WINDOW_YET = """\
The window is not there yet. These commands are:

  her2guide export ANSWERS.json -o guide.pdf     a guide as .pdf, .txt or .json
  her2guide explain ANSWERS.json                 what the guide holds and why, as JSON
  her2guide check                                what the content still needs

From a checkout: make run ARGS="export docs/sample/answers.json -o guide.pdf"
See README.md for the answers file, and her2guide --help for every option.\
"""
