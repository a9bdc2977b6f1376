"""The screens of this computer."""

from PySide6.QtGui import QGuiApplication

from her2guide.consult.places import Area


def free_areas() -> tuple[Area, ...]:
    """Return what is free of each screen, the main one first."""
    main = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not main)
    areas = (screen.availableGeometry() for screen in screens)
    return tuple(Area(area.left(), area.top(), area.width(), area.height()) for area in areas)
