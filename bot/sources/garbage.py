"""Python's search for reference cycles, which costs a quarter of the time in which many films are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Nothing is searched for cycles in the body. Meant for one batch: what it leaves behind is collected after it.

    Bodies may overlap: each leaves the search switched on if it found it so.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
