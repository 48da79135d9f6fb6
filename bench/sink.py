"""A mail server that takes everything and keeps nothing: `python -m bench.sink PORT`."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from aiosmtpd.smtp import SMTP


class Nowhere:
    """What comes is taken."""

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """Say that it is there."""
        del server, session, envelope
        return "250 OK"


async def main(port: int) -> None:
    """Until somebody stops it."""
    here = asyncio.get_running_loop()
    server = await here.create_server(
        lambda: SMTP(Nowhere(), hostname="127.0.0.1", loop=here), "127.0.0.1", port
    )
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
