"""A mail with a file names it in the mailbox of the demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.mail import EmailMessage
from django.utils import translation

from schuldenlab.demo.mailbox import MailboxBackend
from schuldenlab.demo.models import SentMail

if TYPE_CHECKING:
    from tests.cast import Cast


def test_a_file_is_named(cast: Cast) -> None:
    del cast
    message = EmailMessage("Getekend", "Dag,\n", to=["a@b.example"])
    message.attach("kader.pdf", b"%PDF-1.7", "application/pdf")
    with translation.override("nl"):
        MailboxBackend().send_messages([message, EmailMessage("Zonder", "Dag", to=["a@b.example"])])
    texts = dict(SentMail.objects.values_list("subject", "text"))
    assert texts == {"Getekend": "Dag,\n\nBijlage: kader.pdf\n", "Zonder": "Dag"}
