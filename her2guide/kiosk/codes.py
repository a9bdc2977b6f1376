"""What a shared screen says to the system's log: the name of an event, never a value.

The message of an exception may hold what a person typed, and so may the source line in a traceback; neither is said.
"""

import sys
import threading
from contextlib import suppress
from types import TracebackType


def told(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the line for the log: the kind of error, and the last line of ours on the way to it."""
    place = ""
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] == "her2guide":
            place = f" at {module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"her2guide: {kind.__name__}{place}"


def tell(event: str) -> None:
    """Write one event to standard error, if anybody can read it."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"her2guide: {event}\n")
            sys.stderr.flush()


def take_exception(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    """Note an exception that ends the program, as `sys.excepthook` does."""
    tell(told(kind, trace).removeprefix("her2guide: "))


def take_unraisable(found: "sys.UnraisableHookArgs") -> None:
    """Note an error that could not be raised, such as one while something is let go of."""
    if found.exc_type is not None:
        take_exception(found.exc_type, found.exc_value or found.exc_type(), found.exc_traceback)


def take_from_thread(found: "threading.ExceptHookArgs") -> None:
    """Note an exception that ended a thread."""
    take_exception(found.exc_type, found.exc_value or found.exc_type(), found.exc_traceback)


def tell_codes_alone() -> None:
    """Have Python itself say no more than that, whatever goes wrong and wherever."""
    sys.excepthook = take_exception
    sys.unraisablehook = take_unraisable
    threading.excepthook = take_from_thread
