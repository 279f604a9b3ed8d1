"""One thing while another is under way: the next rows are read, and the last ones written, while these are checked.

Arrow lets go of Python's lock while it reads, decodes and packs, so a thread for each is worth its keep. At most a few
batches wait at a time, so that memory stays flat; the order stays what it was, so that the outcome does too.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeVar

Item = TypeVar("Item")
WAITING = 2
"""How many items wait at most."""


def ahead(items: Iterator[Item]) -> Iterator[Item]:
    """The same items, a few of them fetched before they are asked for. What is raised, is raised in its turn."""
    with ThreadPoolExecutor(1, "pejl-ahead") as pool:
        waiting = deque(pool.submit(_next, items) for _ in range(WAITING))
        try:
            while found := waiting.popleft().result():
                waiting.append(pool.submit(_next, items))
                yield found[0]
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            _close(items)


class Behind:
    """Does one kind of thing after another in a thread of its own, and lets only a few of them wait.

    What goes wrong is raised by a later `do`, or at the end.
    """

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, "pejl-behind")
        self._waiting: deque[Future[object]] = deque()

    def do(self, work: Callable[[], object]) -> None:
        """Do this next; wait while too many others are still to be done."""
        while len(self._waiting) >= WAITING:
            self._waiting.popleft().result()
        self._waiting.append(self._pool.submit(work))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=kind is not None)
        while kind is None and self._waiting:
            self._waiting.popleft().result()


def _next(items: Iterator[Item]) -> tuple[Item] | None:
    """The next item, in a tuple to tell it from the end."""
    for item in items:
        return (item,)
    return None


def _close(items: Iterator[Item]) -> None:
    close = getattr(items, "close", None)
    if close is not None:
        close()
