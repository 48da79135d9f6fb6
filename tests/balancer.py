"""A load balancer of this machine: each request to the next web, and past one that is gone.

It does what the settings in `docs/operations.md` ask of HAProxy: a request that reached no web goes
to the next one; an answer that breaks off is asked again elsewhere when asking twice does no harm,
and is 502 when it might; a web that failed gets nothing until `/gezond/` answers again.
"""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.processes import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable

AGAIN = {"GET", "HEAD"}
BROKEN = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
END = b"\r\n\r\n"


@dataclass
class Passed:
    """One request: which web answered, and how; 0 when none did."""

    method: str
    path: str
    web: int
    status: int


@dataclass
class Balancer:
    """Webs by their ports. `once_sent` hears which one has a request, and its method."""

    webs: list[int]
    once_sent: Callable[[int, str], None] | None = None
    passed: list[Passed] = field(default_factory=list)
    port: int = 0
    turn: int = 0
    down: set[int] = field(default_factory=set)
    _is_over: bool = False
    _thread: threading.Thread | None = None

    def start(self) -> None:
        """Listen, in a thread of its own."""
        opened = threading.Event()

        async def listen() -> None:
            async with await asyncio.start_server(self._pass_on, "127.0.0.1", 0) as server:
                self.port = server.sockets[0].getsockname()[1]
                opened.set()
                await self._watch()

        self._thread = threading.Thread(target=lambda: asyncio.run(listen()), daemon=True)
        self._thread.start()
        opened.wait()

    def stop(self) -> None:
        """Listen no more, and leave no socket behind."""
        self._is_over = True
        if self._thread:
            self._thread.join()

    async def _watch(self) -> None:
        """Every half second, ask a web that failed whether it is well."""
        while not self._is_over:
            for web in list(self.down):
                if await asyncio.to_thread(Visitor(self.webs[web]).is_answered, "/gezond/"):
                    self.down.discard(web)
            await asyncio.sleep(0.5)

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            request = await _read(reader)
            method, path = request.split(b" ", 2)[:2]
            answer = await self._ask(request, method.decode(), path.decode())
            writer.write(answer or BROKEN)
            await writer.drain()
        writer.close()

    async def _ask(self, request: bytes, method: str, path: str) -> bytes:
        for _attempt in range(2 * len(self.webs)):
            web = self._next()
            try:
                there = await asyncio.open_connection("127.0.0.1", self.webs[web])
            except OSError:
                self.down.add(web)
                continue  # it had nothing yet
            answer = await self._answer((web, method), request, *there)
            if answer or method not in AGAIN:
                status = int(answer.split(b" ", 2)[1]) if answer else 0
                self.passed.append(Passed(method, path, web, status))
                return answer
        self.passed.append(Passed(method, path, -1, 0))
        return b""

    def _next(self) -> int:
        """Each in turn, but those that are down only when all are."""
        self.turn += 1
        order = [(self.turn + step) % len(self.webs) for step in range(len(self.webs))]
        return next((web for web in order if web not in self.down), order[0])

    async def _answer(
        self,
        asked: tuple[int, str],
        request: bytes,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> bytes:
        """The whole answer; nothing when it broke off."""
        try:
            writer.write(request.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
            await writer.drain()
            if self.once_sent:
                await asyncio.to_thread(self.once_sent, *asked)
            return await _read(reader)
        except (OSError, asyncio.IncompleteReadError, ValueError):
            self.down.add(asked[0])
            return b""
        finally:
            writer.close()


async def _read(reader: asyncio.StreamReader) -> bytes:
    """A request or an answer: its head, and as much as that promises."""
    head = await reader.readuntil(END)
    lines = [line.partition(b":") for line in head.lower().split(b"\r\n")]
    size = next((int(value) for name, _colon, value in lines if name == b"content-length"), None)
    if size is not None:
        return head + await reader.readexactly(size)
    has_body = head.startswith(b"HTTP/") and b"chunked" in head.lower()
    return head + (await reader.read() if has_body else b"")
