"""her2guide explains a HER2 breast-cancer result and sends people home with a summary worth keeping."""

__version__ = "0.1.0"
