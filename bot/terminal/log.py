"""Where a chat logs to: a file, so that no log line falls between what is typed and answered."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class LogFile(logging.FileHandler):
    """A file that is made with its first record; where it cannot be written nothing is logged."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        with suppress(OSError):
            Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
            super().emit(record)


@contextmanager
def logging_to(file: Path | None) -> Iterator[None]:
    """Log to a file, or nowhere; unless the program has said already where its log goes."""
    if logging.root.handlers:
        yield
        return
    handler = LogFile(file, encoding="utf-8", delay=True) if file else logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.root.addHandler(handler)
    try:
        yield
    finally:
        logging.root.removeHandler(handler)
        handler.close()
