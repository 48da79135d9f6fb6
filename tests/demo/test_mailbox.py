from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.utils import timezone

from partners.notifications import people_invited
from schuldenlab.demo.models import SentMail
from schuldenlab.outbox.actions import send_due

from .conftest import MAILBOX

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 21, 16, 0, tzinfo=UTC)


def send(message: EmailMessage) -> int:
    return get_connection(MAILBOX).send_messages([message])


def test_keeps_both_bodies_and_the_stated_moment() -> None:
    message = EmailMultiAlternatives(
        "Uw code", "123", to=["a@b.example"], headers={"Date": "Wed, 21 Jan 2026 17:00:00 +0100"}
    )
    message.attach_alternative("<p>123</p>", "text/html")
    assert send(message) == 1
    mail = SentMail.objects.get()
    assert (mail.address, mail.subject, mail.text) == ("a@b.example", "Uw code", "123")
    assert (mail.html, mail.at) == ("<p>123</p>", AT)


def test_without_a_stated_moment_it_is_now() -> None:
    before = timezone.now()
    send(EmailMessage("Hallo", "Tekst", to=["a@b.example", "c@d.example"]))
    assert {mail.address for mail in SentMail.objects.all()} == {"a@b.example", "c@d.example"}
    assert all(before <= mail.at <= timezone.now() for mail in SentMail.objects.all())


def test_letters_reach_the_mailbox_through_the_outbox(settings, cast) -> None:
    settings.EMAIL_BACKEND = MAILBOX
    people_invited([cast.outsider], paths={cast.outsider.pk: "/uitnodiging/x/"}, at=AT)
    assert send_due(AT) == 1
    assert SentMail.objects.named().get().name == cast.outsider.name
    assert SentMail.objects.get().at == AT


def test_a_mail_says_which_entry_for_a_calendar_came_with_it() -> None:
    message = EmailMultiAlternatives("Gaat niet door", "Tekst", to=["a@b.example"])
    message.attach_alternative("BEGIN:VCALENDAR", "text/calendar; method=CANCEL")
    send(message)
    mail = SentMail.objects.get()
    assert mail.html == ""
    assert "(CANCEL)" in mail.text
