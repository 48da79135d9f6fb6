"""Many sockets that send the same form at the same time, as fast as the server answers."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

TOKEN = "csrfmiddlewaretoken"
PATIENCE = 120.0  # seconds for one answer


@dataclass
class Crowd:
    """`sockets` visitors with the same cookies, who together send a form `times` times."""

    port: int
    path: str
    form: dict[str, str]
    cookies: dict[str, str]
    sockets: int
    times: int
    codes: Counter[int] = field(default_factory=Counter)
    lost: int = 0  # connections that ended without an answer
    _left: int = 0

    def press(self) -> Counter[int]:
        """Send them all; how often each status code came back."""
        self._left = self.times
        asyncio.run(self._all())
        return self.codes

    async def _all(self) -> None:
        await asyncio.gather(*(self._one() for _number in range(self.sockets)))

    def _request(self) -> bytes:
        body = urlencode({TOKEN: "k" * 32, **self.form}).encode()
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        lines = [
            f"POST {self.path} HTTP/1.1",
            "Host: localhost",
            "X-Forwarded-Proto: https",
            f"Referer: https://localhost{self.path}",
            f"Cookie: {cookies}",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(body)}",
        ]
        return "\r\n".join([*lines, "", ""]).encode() + body

    async def _one(self) -> None:
        request = self._request()
        line = None
        while self._left:
            self._left -= 1
            try:
                line = line or await asyncio.open_connection("127.0.0.1", self.port)
                async with asyncio.timeout(PATIENCE):
                    code, stays = await _exchange(*line, request)
            except (OSError, asyncio.IncompleteReadError, TimeoutError):
                self.lost += 1
                line = None
                continue
            self.codes[code] += 1
            if not stays:
                line[1].close()
                line = None
        if line:
            line[1].close()


async def _exchange(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes
) -> tuple[int, bool]:
    """Send a request and read all of its answer: the status, and whether the line stays open."""
    writer.write(request)
    await writer.drain()
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    first, *lines = head.split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines if ": " in line)
    if "content-length" in headers:
        await reader.readexactly(int(headers["content-length"]))
        return int(first.split()[1]), headers.get("connection") != "close"
    await reader.read()
    return int(first.split()[1]), False
