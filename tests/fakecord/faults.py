"""Faults of the REST side that tests can ask for: errors, rate limits, cut connections, slowness."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass


@dataclass(eq=False)
class Fault:
    """What to do to the next `times` requests whose path matches."""

    method: str
    path: str
    times: int
    status: int = 0
    retry_after: float = 0.0
    everywhere: bool = False
    delay: float = 0.0
    hits: int = 0


class Faults:
    """The faults still to come. Paths are globs below `/api/v10`, for example `/interactions/*/callback`."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def fail(self, path: str, status: int = 500, *, method: str = "*", times: int = 1) -> Fault:
        """Answer with an error of Discord's own (500, 502, 503 …)."""
        return self._add(Fault(method, path, times, status=status))

    def rate_limit(
        self, path: str, retry_after: float = 0.05, *, everywhere: bool = False, method: str = "*", times: int = 1
    ) -> Fault:
        """Answer 429, with the headers Discord sends; `everywhere` for the global limit."""
        return self._add(Fault(method, path, times, status=429, retry_after=retry_after, everywhere=everywhere))

    def cut(self, path: str, *, method: str = "*", times: int = 1) -> Fault:
        """Cut the connection in the middle of the request."""
        return self._add(Fault(method, path, times, status=-1))

    def delay(self, path: str, seconds: float, *, method: str = "*", times: int = 1) -> Fault:
        """Answer correctly, but late."""
        return self._add(Fault(method, path, times, delay=seconds))

    def _add(self, fault: Fault) -> Fault:
        self._faults.append(fault)
        return fault

    def strike(self, method: str, path: str) -> Fault | None:
        """The fault for this request, if there is one."""
        for fault in self._faults:
            if fault.hits < fault.times and fault.method in ("*", method) and fnmatch.fnmatchcase(path, fault.path):
                fault.hits += 1
                return fault
        return None
