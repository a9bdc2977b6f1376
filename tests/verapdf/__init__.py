"""The veraPDF engine as a second opinion on the tags of the PDF: python -m tests.verapdf, in the checkout."""
