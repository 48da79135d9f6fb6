"""A real mail server on the loopback, which can also be told to misbehave."""

# ruff: noqa: ARG002, N802 - the names and arguments of the library's hooks
from __future__ import annotations

from dataclasses import dataclass, field
from email import message_from_bytes, policy
from typing import TYPE_CHECKING, Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

    from pytest_django.fixtures import Settings


@dataclass
class Sink:
    """What came in; `refuse` names recipients that do not exist here.

    `hang_up_at` is the number of the message (from 0) at which the line goes dead, after the
    data when `took_it`, else before; `busy` answers every message with a temporary error,
    `leaves` with a farewell.
    """

    messages: list[EmailMessage] = field(default_factory=list)
    refuse: set[str] = field(default_factory=set)
    hang_up_at: int | None = None
    took_it: bool = False
    busy: bool = False
    leaves: bool = False
    connections: int = 0

    async def handle_EHLO(
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if address in self.refuse:
            return "550 5.1.1 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.leaves:
            return "421 4.3.2 closing down"
        if self.busy:
            return "451 4.3.0 later please"
        hangs_up = self.hang_up_at is not None and len(self.messages) == self.hang_up_at
        if not hangs_up or self.took_it:
            self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        if hangs_up:
            self.hang_up_at = None
            server.transport.abort()
        return "250 OK"

    def addresses(self) -> list[str]:
        """To whom, in the order of arrival."""
        return [str(message["To"]) for message in self.messages]

    def ids(self) -> list[str]:
        return [str(message["Message-ID"]) for message in self.messages]


class Loopback(Controller):
    """A server that chooses its own port."""

    def factory(self) -> SMTP:
        return SMTP(self.handler, enable_SMTPUTF8=True)

    def start(self) -> None:
        super().start()
        self.port = self.server.sockets[0].getsockname()[1]

    def _trigger_server(self) -> None:
        """The library would knock at the port it was given; the system chose another."""
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def sink(settings: Settings) -> Iterator[Sink]:
    """The mail server of this test, and the settings that lead to it."""
    sink = Sink()
    server = Loopback(sink, hostname="127.0.0.1", port=0)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    yield sink
    server.stop()
