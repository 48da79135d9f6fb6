"""Letters: written once, in the language of the person, and sent once."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from smtplib import SMTP
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from django.core.mail.backends.smtp import EmailBackend
from django.db import IntegrityError, transaction
from django.utils import translation

from schuldenlab.outbox.actions import BATCH, MAX_ATTEMPTS, post, send_due
from schuldenlab.outbox.models import Letter, Recipient

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast
    from tests.outbox.conftest import Sink

AT = datetime(2026, 9, 23, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
MINUTE = timedelta(minutes=1)
CODE = "web/mail/act_code.txt"
pytestmark = pytest.mark.django_db


def recipient(number: int = 1, **facts: Any) -> Recipient:
    """Somebody who has no account, which the outbox need not know."""
    given = {"name": f"Persoon {number}", "language": "nl", **facts}
    return Recipient(None, f"persoon{number}@people.example", **given)


def post_code(*people: Recipient, key: str = "code", at: datetime = AT, **facts: Any) -> None:
    context = {"code": "K7PQ2M", "minutes": 15}
    post(CODE, people or [recipient()], key, at, context=context, **facts)


def post_many(count: int) -> None:
    post_code(*map(recipient, range(1, count + 1)))


def states() -> list[str]:
    return list(Letter.objects.order_by("id").values_list("status", flat=True))


# -- posting -------------------------------------------------------------------------------------


def test_a_letter_is_a_row_with_all_that_is_needed_to_send_it(cast: Cast) -> None:
    person = cast.contact.as_recipient()
    post_code(person, is_urgent=True)
    letter = Letter.objects.get()
    assert letter.key == f"code:{cast.contact.pk}"
    assert (letter.person_id, letter.address, letter.name) == (
        cast.contact.pk,
        cast.contact.email,
        "Carla Smit",
    )
    assert (letter.status, letter.attempts, letter.at, letter.not_before) == ("waiting", 0, AT, AT)
    assert letter.is_urgent
    assert not letter.is_secret
    assert "Carla Smit" in letter.text
    assert "K7PQ2M" in letter.subject


def test_one_letter_per_key_and_person() -> None:
    for _again in range(3):
        post_code(recipient(1), recipient(2))
    post_code(recipient(1), key="another")
    assert Letter.objects.count() == 3


def test_a_second_posting_does_not_touch_the_first() -> None:
    post_code()
    before = Letter.objects.values().get()
    post_code(recipient(language="en"), at=AT + MINUTE)
    assert Letter.objects.values().get() == before


def test_everybody_reads_the_own_language() -> None:
    with translation.override("en"):
        post_code(recipient(1, language="nl"), recipient(2, language="en"))
    dutch, english = Letter.objects.order_by("id")
    assert (dutch.language, english.language) == ("nl", "en")
    assert dutch.subject == "Uw code: K7PQ2M"
    assert english.subject == "Your code: K7PQ2M"
    assert 'lang="nl"' in dutch.html
    assert 'lang="en"' in english.html
    assert translation.get_language() == "nl"


def test_nobody_reads_the_name_of_another() -> None:
    post_code(recipient(1), recipient(2))
    one, other = Letter.objects.order_by("id")
    assert "Persoon 1" in one.text
    assert "Persoon 2" not in one.text + one.html
    assert "Persoon 2" in other.text
    assert "\ue000" not in one.text + one.html + one.subject


def test_a_name_is_text_and_never_markup() -> None:
    post_code(recipient(name="<b>Bo & Co</b>"))
    letter = Letter.objects.get()
    assert "<b>Bo & Co</b>" in letter.text
    assert "&lt;b&gt;Bo &amp; Co&lt;/b&gt;" in letter.html


def test_a_letter_goes_with_the_act_that_it_tells_about() -> None:
    with transaction.atomic():
        post_code()
        transaction.set_rollback(True)
    assert not Letter.objects.exists()


def test_every_letter_has_its_own_message_id() -> None:
    post_many(3)
    ids = set(Letter.objects.values_list("message_id", flat=True))
    assert len(ids) == 3
    assert all(re.fullmatch(r"<[0-9a-f]{32}@[^@\s]+>", each) for each in ids)


def test_nobody_to_write_to_is_no_letter() -> None:
    post(CODE, [], "code", AT, context={"code": "X"})
    assert not Letter.objects.exists()


def test_a_letter_to_two_hundred_people_takes_as_many_queries_as_one(
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    with django_assert_num_queries(1):
        post_code()
    with django_assert_num_queries(1):
        post_many(200)


def test_the_database_wants_a_moment_for_what_is_sent() -> None:
    post_code()
    with pytest.raises(IntegrityError, match="letter_sent_has_moment"), transaction.atomic():
        Letter.objects.update(status="sent")


# -- sending -------------------------------------------------------------------------------------


def test_what_is_due_arrives_with_text_and_html(sink: Sink) -> None:
    post_code()
    letter = Letter.objects.get()
    assert send_due(AT + MINUTE) == 1
    (message,) = sink.messages
    assert message["To"] == "persoon1@people.example"
    assert message["Subject"] == "Uw code: K7PQ2M"
    assert message["Message-ID"] == letter.message_id
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime == AT + MINUTE
    assert message.get_content_type() == "multipart/alternative"
    plain, html = message.iter_parts()
    assert plain.get_content_type() == "text/plain"
    assert html.get_content_type() == "text/html"
    assert plain.get_content().split() == letter.text.split()
    assert html.get_content().split() == letter.html.split()
    letter.refresh_from_db()
    assert (letter.status, letter.sent_at, letter.error) == ("sent", AT + MINUTE, "")


def test_nothing_is_sent_twice(sink: Sink) -> None:
    post_many(3)
    assert send_due(AT) == 3
    assert send_due(AT + MINUTE) == 0
    assert len(sink.messages) == 3


def test_nothing_is_sent_before_its_time(sink: Sink) -> None:
    post_code()
    assert send_due(AT - MINUTE) == 0
    assert send_due(AT) == 1


def test_a_secret_is_erased_once_it_is_sent(sink: Sink) -> None:
    post_code(is_secret=True)
    post_code(key="plain")
    send_due(AT)
    assert [str(message["Subject"]) for message in sink.messages] == ["Uw code: K7PQ2M"] * 2
    secret, plain = Letter.objects.order_by("id")
    assert (secret.subject, secret.text, secret.html) == ("", "", "")
    assert "K7PQ2M" in plain.text


def test_urgent_letters_go_first(sink: Sink) -> None:
    post_code(recipient(1), key="digest")
    post_code(recipient(2), key="urgent", is_urgent=True)
    send_due(AT)
    assert sink.addresses() == ["persoon2@people.example", "persoon1@people.example"]


def test_a_batch_goes_over_one_connection(sink: Sink) -> None:
    post_many(BATCH + 1)
    assert send_due(AT) == BATCH + 1
    assert sink.connections == 2


# -- a mail server with moods --------------------------------------------------------------------


def test_who_does_not_exist_is_failed_and_the_rest_arrives(sink: Sink) -> None:
    post_many(3)
    sink.refuse = {"persoon2@people.example"}
    assert send_due(AT) == 2
    assert states() == ["sent", "failed", "sent"]
    assert Letter.objects.get(status="failed").error == "SMTPRecipientsRefused"
    assert send_due(AT + timedelta(days=9)) == 0


def test_not_now_is_tried_again_each_time_later(sink: Sink) -> None:
    post_code()
    sink.busy = True
    moments, at = [], AT
    for attempt in range(1, MAX_ATTEMPTS):
        assert send_due(at) == 0
        letter = Letter.objects.get()
        assert (letter.status, letter.attempts) == ("waiting", attempt)
        assert letter.error == "SMTPDataError"
        moments.append(letter.not_before - at)
        at = letter.not_before
    assert moments == sorted(moments)
    assert moments[0] == MINUTE
    assert len(set(moments)) == len(moments)
    sink.busy = False
    assert send_due(at) == 1
    assert Letter.objects.get().error == ""


def test_patience_has_an_end(sink: Sink) -> None:
    post_code()
    sink.busy = True
    at = AT
    for _attempt in range(MAX_ATTEMPTS):
        send_due(at)
        at = Letter.objects.get().not_before
    letter = Letter.objects.get()
    assert (letter.status, letter.attempts) == ("failed", MAX_ATTEMPTS)
    sink.busy = False
    assert send_due(at + timedelta(days=9)) == 0


def test_a_server_that_is_away_keeps_everything_waiting(sink: Sink, settings: Any) -> None:
    post_many(3)
    port = settings.EMAIL_PORT
    settings.EMAIL_PORT = 1
    assert send_due(AT) == 0
    assert states() == ["waiting"] * 3
    letter = Letter.objects.first()
    assert (letter.attempts, letter.error) == (1, "ConnectionRefusedError")
    assert letter.not_before > AT
    settings.EMAIL_PORT = port
    assert send_due(AT) == 0
    assert send_due(AT + timedelta(hours=1)) == 3
    assert sorted(sink.addresses()) == [f"persoon{n}@people.example" for n in (1, 2, 3)]


def test_a_letter_that_cannot_be_written_stops_no_other(sink: Sink) -> None:
    post_many(3)
    Letter.objects.filter(address="persoon2@people.example").update(subject="Kwaad\nBcc: x@y.z")
    assert send_due(AT) == 2
    assert states() == ["sent", "failed", "sent"]


@pytest.mark.parametrize("took_it", [True, False], ids=["after taking it", "before taking it"])
def test_a_line_that_goes_dead_leaves_one_letter_uncertain(sink: Sink, *, took_it: bool) -> None:
    post_many(5)
    sink.hang_up_at, sink.took_it = 2, took_it
    assert send_due(AT) == 2
    assert states() == ["sent", "sent", "uncertain", "waiting", "waiting"]
    later = Letter.objects.filter(status="waiting")
    assert {letter.not_before > AT for letter in later} == {True}
    assert send_due(AT + timedelta(hours=1)) == 2
    assert states() == ["sent", "sent", "uncertain", "sent", "sent"]
    assert len(sink.ids()) == len(set(sink.ids())) == 4 + took_it


def test_a_server_that_takes_leave_has_taken_nothing(sink: Sink) -> None:
    """421: it refused this one for certain, so nothing is uncertain."""
    post_many(3)
    sink.leaves = True
    assert send_due(AT) == 0
    assert states() == ["waiting"] * 3
    sink.leaves = False
    assert send_due(AT + timedelta(hours=1)) == 3


class Crash(BaseException):
    """The process dies here."""


class CrashingBackend(EmailBackend):
    """The real thing, until the process dies after the mail server's yes."""

    def send_messages(self, email_messages: Any) -> int:
        super().send_messages(email_messages)
        raise Crash


def test_a_crash_after_the_yes_of_the_server_is_uncertain_and_never_sent_again(
    sink: Sink, settings: Any
) -> None:
    post_many(2)
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.{CrashingBackend.__name__}"
    with pytest.raises(Crash):
        send_due(AT)
    settings.EMAIL_BACKEND = backend
    assert len(sink.messages) == 1
    assert states() == ["sending", "sending"]
    assert send_due(AT + 5 * MINUTE) == 0
    assert states() == ["sending", "sending"]
    assert send_due(AT + 6 * MINUTE) == 0
    assert states() == ["uncertain", "uncertain"]
    assert send_due(AT + timedelta(days=9)) == 0
    assert len(sink.messages) == 1


def test_the_sink_speaks_smtp(sink: Sink, settings: Any) -> None:
    with SMTP("127.0.0.1", settings.EMAIL_PORT) as client:
        assert client.noop()[0] == 250
