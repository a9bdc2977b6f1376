"""Paper by Qt, where the system prints no PDF from the command line: page by page, as pictures of the very file."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from her2guide.output.pdf_picture import POINTS, PagePictures
from her2guide.ui.printing import JOB
from her2guide.ui.sheets import as_image

_SHARP = 200  # dots to the inch: sharp words at a few megabytes a page

AskPrinter = Callable[[], QPrinter | None]


def qt_printer_is_there() -> bool:
    """Return whether Qt knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def ask_printer(parent: QWidget) -> QPrinter | None:
    """Ask with the system's own dialog which printer to use. Returns None when the person thinks better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setOptions(QPrintDialog.PrintDialogOption.PrintShowPageSize)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


class QtPrinter(QObject):
    """Sends files to a printer that Qt knows, a page at a time, while the window goes on living."""

    def __init__(self, ask: AskPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._printer: QPrinter | None = None
        self._job: _Job | None = None

    def ready(self) -> bool:
        """Ask for a printer. Returns whether one was chosen, and no other job is on its way."""
        self._printer = self._ask() if self._job is None else None
        return self._printer is not None

    def send(self, data: bytes, told: Callable[[bool], None]) -> None:
        """Print a PDF on the printer that was chosen; `told` hears later whether it took it."""
        if self._printer is None:
            told(False)
            return

        def ended(taken: bool) -> None:
            self._job = None
            told(taken)

        self._job, self._printer = _Job(data, self._printer, ended, self), None

    def stop(self) -> None:
        """Take back what is not printed yet."""
        if self._job is not None:
            self._job.stop()
            self._job = None


class _Job:
    """One file on its way to the printer."""

    def __init__(self, data: bytes, printer: QPrinter, ended: Callable[[bool], None], parent: QObject) -> None:
        self._pages, self._printer, self._ended, self._next = PagePictures(data), printer, ended, 1
        self._painter = QPainter()
        printer.setDocName(JOB)
        printer.setFullPage(True)
        wide, high = self._pages.size(1)
        size = QPageSize(QPageSize(QRectF(0, 0, wide, high).size(), QPageSize.Unit.Point))
        printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QPageLayout().margins()))
        self._timer = QTimer(parent, interval=0)
        self._timer.timeout.connect(self._print_page)
        self._timer.start()

    def _print_page(self) -> None:
        started = self._painter.begin(self._printer) if self._next == 1 else self._printer.newPage()
        if not started:
            self._end(taken=False)
            return
        wide, _ = self._pages.size(self._next)
        image = as_image(self._pages.draw(self._next, round(wide / POINTS * _SHARP)))
        self._painter.drawImage(self._printer.paperRect(QPrinter.Unit.DevicePixel), image, QRectF(image.rect()))
        self._next += 1
        if self._next > len(self._pages):
            self._end(taken=self._painter.end())

    def stop(self) -> None:
        """Print no further page, and say nothing."""
        self._timer.stop()
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
        self._pages.close()
        self._timer.deleteLater()

    def _end(self, *, taken: bool) -> None:
        self.stop()
        self._ended(taken)
