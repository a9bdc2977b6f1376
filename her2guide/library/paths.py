"""The only module that knows where resources/ is."""

from pathlib import Path

SOURCE_LANGUAGE = "en"
"""The language that everything is written in first."""

_PACKAGE = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Return the resources folder: inside the package when installed, else beside it in a checkout."""
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def fonts() -> Path:
    """Return the folder of the one font family that screen and paper share."""
    return resources() / "fonts"
